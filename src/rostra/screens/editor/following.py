"""The part of the editor's screen that shows what comes of what is written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from rostra.editing.saving import EditedFile
from rostra.errors import Problem, UserError
from rostra.language.document import Document
from rostra.screens.editor.completing import Completing
from rostra.screens.editor.follower import Follower, Wish
from rostra.screens.editor.layout import Place, split
from rostra.screens.editor.notes_pane import NotesPane
from rostra.screens.editor.preview import Preview
from rostra.screens.editor.problems import marks_of
from rostra.screens.editor.seen import Room, Seen
from rostra.screens.editor.source import SourceArea
from rostra.screens.editor.status import StatusLine
from rostra.screens.host import Host
from rostra.stage.magnifier import Magnifier
from rostra.stage.stage import Stage
from rostra.typeset.frame_cache import FrameCache

Answer = TypeVar("Answer")
MOST_FRAMES = 16
"""Slides that are kept as they were set; each holds the deck that it was read with."""
SIZES: tuple[tuple[int, int] | None, ...] = (None, (80, 24), (120, 36))
"""What the preview can be for: this terminal, or another one."""


class FollowingScreen(Screen[None], inherit_bindings=False):
    """Source and preview; the preview follows each key once the key itself is to be seen."""

    app = getters.app(Host)
    AUTO_FOCUS = "SourceArea"
    DEFAULT_CSS = """
    FollowingScreen { background: $background; color: $foreground; overflow: hidden; }
    FollowingScreen #desk { width: 1fr; height: 1fr; layout: horizontal; }
    FollowingScreen.-above #desk, FollowingScreen.-below #desk { layout: vertical; }
    FollowingScreen.-none Preview { display: none; }
    """

    def __init__(self, stage: Stage, file: EditedFile, line: int) -> None:
        super().__init__()
        self.stage = stage
        self.file = file
        styles = stage.themes.styles
        self.source = SourceArea(file.text, styles)
        self.preview = Preview(styles)
        self.status = StatusLine(styles)
        self.notes = NotesPane(styles, self.write_notes)
        self.completing = Completing(self.source)
        self.problems: list[Problem] = []
        self.seen: Seen | None = None
        self.place: Place = "beside"
        self.size_chosen = 0
        """Which of the sizes the preview is for."""
        self.version = 0
        """How often the text has changed."""
        self._page = (80, 24)
        self._wanted = False
        self.began_at = line
        self._follower: Follower | None = None

    def compose(self) -> ComposeResult:
        """Source and preview, in an order that says where the preview is; the rest lies at the bottom."""
        with Container(id="desk"):
            yield self.preview
            yield self.source
        yield self.notes
        yield self.status
        yield self.completing

    def write_notes(self, slide: int, notes: str) -> None:
        """Write the notes of a slide into the source."""

    # -- what follows -------------------------------------------------------------------------------------------

    @property
    def follower(self) -> Follower:
        """What reads along."""
        assert self._follower is not None
        return self._follower

    def begin_to_follow(self) -> None:
        """Read the deck, away from the screen, and everything that is written from now on."""
        self._follower = Follower(self._document(), self.magnifier(), self.bring, self.show_seen, self.show_problems)
        self._follower.start()

    def _document(self) -> Callable[[str], Document]:
        """What reads a text as this deck."""
        path, theme = self.file.path, self.app.own_theme.name
        return lambda text: Document(path, text, theme=theme)

    def magnifier(self) -> Magnifier:
        """What sets slides as a talk on this terminal would; the follower's own, for it works in a thread."""
        options, stage = self.app.options, self.stage
        frames = FrameCache(stage.themes.styles, options.manner(), most=MOST_FRAMES)
        magnifier = Magnifier(frames, most=stage.magnifier.most, wanted=options.magnify_for, page=options.page)
        magnifier.draws = stage.magnifier.draws
        return magnifier

    def bring(self, call: Callable[[], None]) -> None:
        """Do something here that a thread has made ready; nothing once the program has ended."""

        def done() -> None:
            if self.is_attached:
                call()

        with suppress(Exception):  # the program may be ending
            self.app.call_from_thread(done)

    def follow(self) -> None:
        """Let the preview follow, once what was typed is to be seen."""
        if not self._wanted:
            self._wanted = True
            self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        self._wanted = False
        if self._follower is not None:
            self._follower.want(self.wish())

    def catch_up(self) -> None:
        """Follow what was not followed: Textual forgets calls that wait for a screen that is closed meanwhile."""
        if self._wanted:
            self._follow()

    def on_screen_resume(self) -> None:
        """Whatever lay over this screen is gone."""
        self.catch_up()

    def wish(self) -> Wish:
        """What is to be seen now."""
        chosen = SIZES[self.size_chosen]
        screen = chosen or (self.size.width, self.size.height)
        room = Room(self.preview.pane.picture, screen, chosen is None, self.place != "above")
        return Wish(self.source.real_text, self.version, self.source.cursor_location[0], room)

    def ask(self, question: Callable[[Document], Answer], answered: Callable[[Answer | UserError], None]) -> None:
        """Ask something about the text; should that change meanwhile, it is asked again, for an answer may be edits."""
        text = self.source.text

        def current(answer: Answer | UserError) -> None:
            if text == self.source.text:
                answered(answer)
            else:
                self.ask(question, answered)

        self.follower.want(self.wish())
        self.follower.ask(question, current)

    async def answer(self, question: Callable[[Document], Answer]) -> Answer:
        """What a question about the text as it is now is answered with; raises :class:`UserError`."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def answered(answer: Answer | UserError) -> None:
            if future.done():
                return
            if isinstance(answer, UserError):
                future.set_exception(answer)
            else:
                future.set_result(answer)

        self.ask(question, answered)
        return await future

    def show_seen(self, seen: Seen) -> None:
        """Show the slide that was set."""
        self.seen = seen
        look = self.app.options.theme_for(seen.deck)
        if look != self.app.own_theme:
            self.app.begin_theme(look)
            self.dress()
        self.preview.show(seen)
        page = seen.frame.page.columns, seen.frame.page.rows
        if page != self._page:
            self._page = page
            self.lay_out()

    def show_problems(self, problems: list[Problem]) -> None:
        """Mark what is wrong."""
        self.problems = problems
        self.source.mark(marks_of(problems, self.file.name, self.source.document.lines))
        self.show_status()

    def dress(self) -> None:
        """Wear the colours of another theme, and let the slides have them as well."""
        styles = self.stage.themes.styles
        for area in (self.source, self.notes):
            area.dress(styles)
        self.status.styles_of_page = self.preview.styles_of_page = styles
        self.status.draw()
        self.read_anew()

    def read_anew(self) -> None:
        """Read the deck from the beginning: the theme has changed, or a file that it includes."""
        self.follower.read_anew(self._document(), self.magnifier())
        self.follow()

    # -- what it looks like -------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Give source and preview their cells."""
        parted = split(self.place, (self.size.width, self.size.height), self._page)
        for where in ("right", "below", "above", "none"):
            self.set_class(parted.where == where, f"-{where}")
        self.preview.styles.width = parted.columns or "1fr"
        self.preview.styles.height = parted.rows or "1fr"
        self.preview.size_name = "this terminal" if SIZES[self.size_chosen] is None else "{}x{}".format(*self._chosen)
        if parted.where in ("right", "below"):
            self.query_one("#desk").move_child(self.preview, after=self.source)
        elif parted.where == "above":
            self.query_one("#desk").move_child(self.preview, before=self.source)

    @property
    def _chosen(self) -> tuple[int, int]:
        return SIZES[self.size_chosen] or (self.size.width, self.size.height)

    def on_resize(self) -> None:
        """Part the screen anew."""
        self.lay_out()

    @on(Preview.Resized)
    def resized(self) -> None:
        """Let the picture be made for the cells that there are now, and the cursor be seen."""
        self.follow()
        self.call_after_refresh(self.source.scroll_cursor_visible)

    def show_status(self) -> None:
        """Say how things stand."""
