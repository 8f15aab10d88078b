"""A screen on which a talk is driven: every key of a talk becomes a command, wherever the command is carried out."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, ClassVar, assert_never, cast

from textual.timer import Timer

from rostra.deck.spot import Spot
from rostra.errors import Problem
from rostra.folders import theme_folders
from rostra.keys import BY_ID, DIGITS, TALK, Action, Key
from rostra.screens.base import bindings
from rostra.screens.painted import PaintedScreen
from rostra.show.commands import Command, Go, Magnify, NextStep, Point, PreviousStep, ResetClock, ScrollTo, SetTheme
from rostra.stage.scrolling import word_at
from rostra.stage.stage import Stage
from rostra.themes import theme_names
from rostra.typeset import Frame

if TYPE_CHECKING:
    from rostra.screens.search import Hit

FORGOTTEN = 3.0
"""Seconds after which a number that was typed is forgotten, and a first C as well."""


class TalkScreen(PaintedScreen, inherit_bindings=False):
    """Turns keys into commands of the talk, and opens what helps to find one's way."""

    BINDINGS = [*bindings(TALK), *bindings(DIGITS)]
    KEYS: ClassVar[tuple[Key, ...]] = TALK
    """What help tells of."""
    PRIVATE: ClassVar[bool] = False
    """Whether the audience never sees this screen."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.frames = stage.frames
        self.typed = ""
        """The digits of the number that Enter jumps to."""
        self.resets_clock = False
        """Whether C was pressed once."""
        self.told = ""
        """What is told for a moment."""
        self.is_edited = False
        """Whether the deck is edited on this terminal."""
        self._forget: Timer | None = None

    @abstractmethod
    def command(self, command: Command) -> None:
        """Carry out a command of the talk, here or where the talk is."""

    @abstractmethod
    def frame_of(self, slide: int) -> Frame:
        """The frame of a slide, counted from 0, as it is set here."""

    def audience_frame(self, slide: int) -> Frame:
        """The frame of a slide, counted from 0, as the audience sees it."""
        return self.frame_of(slide)

    @abstractmethod
    def pointed(self, by: int) -> Spot | None:
        """What lies so many rows below what is pointed at, or the first row; None where there is nothing."""

    # -- keys ---------------------------------------------------------------------------------------------------

    def action_press(self, name: str) -> None:
        """Do what a key does."""
        does = BY_ID[name].does
        match does:
            case str():
                self.act(cast("Action", does))
            case 0 if not self.typed:
                self.ask(Magnify(0))
            case int(digit):
                self.keep_typed(f"{self.typed}{digit}"[-6:])
            case _:
                self.ask(does)

    def ask(self, command: Command) -> None:
        """Carry out the command of a key, which shows what came of it, and that a number is forgotten."""
        TalkScreen.keep_typed(self, "")
        self.command(command)

    def act(self, action: Action) -> None:
        """Do what only a screen can do."""
        match action:
            case "next or jump" | "previous or correct":
                self._number(action)
            case "point below" | "point above":
                if (spot := self.pointed(1 if action == "point below" else -1)) is not None:
                    self.ask(Point(spot))
            case "reset clock":
                self.reset_clock()
            case "next theme" | "choose theme":
                self._change_theme(action)
            case "search" | "overview":
                (self.search if action == "search" else self.overview)()
            case "edit" | "edit here":
                self.app.in_order(lambda: self.edit(ours=action == "edit here"), waits=False)
            case "list slides":
                self.list_slides()
            case "redraw":
                self.redraw()
            case "scroll notes down" | "scroll notes up":
                self.scroll_notes(3 if action == "scroll notes down" else -3)
            case "larger" | "smaller" | "larger notes" | "smaller notes":
                size = self.size_notes if "notes" in action else self.magnify
                size(1 if action.startswith("larger") else -1)
            case "help":
                self.help()
            case "close":
                self.close()
            case "quit":
                self.leave()
            case "interrupt":
                self.app.interrupt()
            case _:
                assert_never(action)

    def close(self) -> None:
        """Forget what was typed; nothing else is open here."""
        self.keep_typed("")

    def _number(self, action: Action) -> None:
        """Jump to the number that was typed or take back its last digit; without one go on or back."""
        if not self.typed:
            self.ask(NextStep() if action == "next or jump" else PreviousStep())
        elif action == "next or jump":
            self.ask(Go(max(0, int(self.typed) - 1)))
        else:
            self.keep_typed(self.typed[:-1])

    def magnify(self, by: int) -> None:
        """Let the audience's slide be drawn larger or smaller."""
        drawn = self.app.show.state.drawn
        wanted = drawn.scale + by if drawn is not None else 0
        if drawn is not None and 1 <= wanted <= drawn.most:
            self.ask(Magnify(wanted))
        else:
            self.keep_typed("", told="no larger here" if by > 0 else "no smaller here")

    def keep_typed(self, typed: str, *, resets_clock: bool = False, told: str = "") -> None:
        """Remember for a moment what was typed, and what is told."""
        self.typed, self.resets_clock, self.told = typed, resets_clock, told or (typed and f"go to {typed}")
        if self._forget is not None:
            self._forget.stop()
            self._forget = None
        if self.told or resets_clock:
            self._forget = self.set_timer(FORGOTTEN, lambda: self.keep_typed(""))

    def reset_clock(self) -> None:
        """Set the clock to zero at the second key in a row."""
        if self.resets_clock:
            self.ask(ResetClock())
        else:
            self.keep_typed("", resets_clock=True)

    # -- what opens ---------------------------------------------------------------------------------------------

    def go(self, slide: int | None) -> None:
        """Jump to a slide, counted from 0; None changes nothing."""
        if slide is not None:
            self.ask(Go(slide))

    def go_to_hit(self, hit: Hit | None) -> None:
        """Jump to where a word that was searched for is seen: to its step, and down a tall slide to its row."""
        if hit is None:
            return
        slide = min(hit.slide, len(self.app.show.deck.slides) - 1)
        step, spot = word_at(self.frame_of(slide), hit.word)
        self.ask(Go(slide, step))
        self.ask(ScrollTo(spot))

    def read_on(self) -> None:
        """See to it that the whole deck is read; what is open learns of it."""
        self.app.in_order(lambda: None, waits=not self.app.show.deck.whole)

    def search(self) -> None:
        """Search the slides."""
        from rostra.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.app.show.deck), self.go_to_hit)
        self.read_on()

    def overview(self) -> None:
        """Show all slides as thumbnails."""
        from rostra.screens.overview import OverviewScreen

        show = self.app.show
        self.app.push_screen(OverviewScreen(show.deck, self.frames, self.audience_frame, show.cursor.slide), self.go)
        self.read_on()

    def list_slides(self) -> None:
        """List all slides by their titles, where only the speaker sees it."""

    def _change_theme(self, action: Action) -> None:
        """Show the talk in the next theme, or in one that is chosen from the list of all."""
        themes = self.app.stage.themes
        if action == "next theme":
            themes.use_next()
            self.ask(SetTheme(themes.name))
            return
        from rostra.screens.choose_theme import ThemeScreen

        before = themes.name

        def chosen(name: str | None) -> None:
            if name is None or name == before:
                self.app.preview_theme(before)
            else:
                self.ask(SetTheme(name))

        names = theme_names(theme_folders())
        self.app.push_screen(ThemeScreen(names, before, self.app.preview_theme), chosen)

    @property
    def no_editing(self) -> str:
        """Why the deck is not edited on this screen; empty when it may be."""
        return ""

    @asynccontextmanager
    async def behind_the_scenes(self) -> AsyncIterator[None]:
        """Within, the deck is edited on this terminal."""
        yield

    def edit(self, *, ours: bool = False) -> None:
        """Open the slide in the author's own editor, or in ours: a talk that began there goes back to it."""
        from rostra.screens.own_editor import edit_slide

        if ours and self.app.options.edited is not None:
            self.app.leave_talk()
            return
        self.keep_typed("", told=self.no_editing)
        if not self.no_editing:
            self.run_worker(edit_slide(self, ours=ours))

    def help(self) -> None:
        """Show all keys and the deck's problems: those that are known at once, the others as they are found."""
        from rostra.screens.help import HelpScreen

        def found(problems: Sequence[Problem]) -> None:
            if screen.is_open:
                screen.add_problems([problem for problem in problems if problem not in known])

        known = self.app.known_problems()
        moved = self.app.options.settings.keys
        screen = HelpScreen(self.KEYS, moved, known, self.app.trouble, private=self.PRIVATE)
        self.app.push_screen(screen)
        self.app.find_problems(found)

    def ask_to_leave(self, question: str) -> None:
        """Leave once a question was answered with yes."""
        from rostra.screens.quit import QuitScreen

        self.app.push_screen(QuitScreen(question), lambda leave: self.app.leave_talk() if leave else None)

    def leave(self) -> None:
        """Leave the talk; ask first when it is under way."""
        if self.app.show.state.under_way:
            self.ask_to_leave("Leave the talk?")
        else:
            self.app.leave_talk()

    # -- notes, where there are any -----------------------------------------------------------------------------

    def scroll_notes(self, rows: int) -> None:
        """Scroll the notes."""

    def size_notes(self, by: int) -> None:
        """Give the notes more or less room."""
