"""The part of the editor's screen that keeps the text: its file, what is told of it, completion and notes."""

from __future__ import annotations

import re
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from textual import on
from textual.widgets import TextArea

from rostra.editing.saving import EditedFile
from rostra.editing.text_edit import TextEdit
from rostra.errors import UserError
from rostra.language.completion import Completion, completions
from rostra.safety import safe_line
from rostra.screens.editor.changes import Notes, notes_at, notes_written
from rostra.screens.editor.choices import Answer, ChoiceScreen
from rostra.screens.editor.following import FollowingScreen
from rostra.screens.editor.keeping import Keeping
from rostra.screens.editor.seen import Seen
from rostra.screens.editor.status import Status
from rostra.stage.stage import Stage

OFFERS = re.compile(r"(?:<!-- ?|<!-- [^>]*[{,:] ?|^\s*:::+ |^\s*```|\]\([^)\s]*|\{\.|> \[!|(?<!\S):\w\w)[\w-]*$")
"""Where something is offered without being asked for: in comments, behind colons, fences and links."""


class WritingScreen(FollowingScreen, inherit_bindings=False):
    """Writes one deck, of which nothing is lost."""

    def __init__(self, stage: Stage, file: EditedFile, line: int) -> None:
        super().__init__(stage, file, line)
        self.keeping = Keeping(file, self)
        self._files: set[Path] = set()
        """Those of the deck."""
        self.forgets = False
        """Whether what is not saved at the end is not wanted."""
        self._message, self._trouble, self._told_of = "", False, ""

    # -- beginning and ending -----------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin where it was asked for; offer what was never saved."""
        self.lay_out()
        self.source.go_to(self.began_at)
        self.show_status()
        self.begin_to_follow()
        self.follow()
        self._watch()
        self.set_interval(1.0, self._keep)
        self.work(self.keeping.open())
        self.app.title_terminal(self.file.path.name)

    def on_unmount(self) -> None:
        """End the threads; what is not saved is kept for the next time, unless it is not wanted."""
        self.follower.stop()
        self.keeping.close(forget=self.forgets or not self.keeping.is_modified)

    def _keep(self) -> None:
        self.catch_up()
        self.run_worker(self.keeping.keep(), group="keep")

    def show_seen(self, seen: Seen) -> None:
        """Show the slide that was set; look at other files when the deck includes others."""
        super().show_seen(seen)
        if (files := set(seen.deck.files)) != self._files:
            self._files = files
            self._watch()

    def _watch(self) -> None:
        self.keeping.watch([self.file.path, *self._files], lambda: self.bring(self._look_at_disk))

    def _look_at_disk(self) -> None:
        if len(self._files) > 1:
            self.read_anew()
        self.work(self.keeping.look())

    # -- what others ask of it ----------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text that is written."""
        return self.source.real_text

    def take(self, text: str, line: int | None = None) -> None:
        """Put another text in its place, which can be undone."""
        self.source.replace_text(self.source.text, self.source.stand_ins.held(text))
        if line is not None:
            self.source.go_to(line)

    async def choose(self, title: str, question: str, answers: Sequence[Answer]) -> str | None:
        """Ask; the id of an answer."""
        return await self.app.push_screen_wait(ChoiceScreen(title, question, answers))

    def tell(self, message: str, *, trouble: bool = False) -> None:
        """Say something in the last line, until the text changes."""
        self._message, self._trouble, self._told_of = message, trouble, self.source.text
        self.show_status()

    def show_status(self) -> None:
        """Say how things stand; without anything else to say, what is wrong with the line of the cursor."""
        row, column = self.source.cursor_location
        message, trouble = self._message, self._trouble and bool(self._message)
        if not message:
            here = [one for one in self.problems if one.file == self.file.name and one.line == row + 1]
            message = safe_line(here[0].message) if here else ""
        self.status.show(
            Status(
                safe_line(self.file.path.name),
                self.keeping.is_modified,
                message,
                trouble,
                (row, column),
                len(self.problems),
            )
        )

    # -- writing ------------------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def changed(self) -> None:
        """Follow what was typed."""
        self.version += 1
        if self.source.text != self._told_of:
            self._message = ""
        self.follow()
        self.show_status()
        row, column = self.source.cursor_location
        before = self.source.document.get_line(row)[:column]
        if self.completing.has_taken:  # and written the whole of something
            return
        if self.completing.is_open or OFFERS.search(before) or (before.strip() and self.source.within(row) == "front"):
            self.complete(asked=False)

    @on(TextArea.SelectionChanged)
    def moved(self) -> None:
        """Show the slide that the cursor is on."""
        self.show_status()
        self.follow()
        if self.notes.display:
            self.show_notes()

    def complete(self, *, asked: bool, tab: bool = False) -> None:
        """List what can be written at the cursor; where there is nothing, a tab indents."""
        row, column = self.source.cursor_location

        def found(answer: list[Completion] | UserError) -> None:
            if (row, column) != self.source.cursor_location:
                if row == self.source.cursor_location[0]:
                    self.complete(asked=asked, tab=tab)  # more was typed meanwhile
                return
            offered = answer if isinstance(answer, list) else []
            if tab and len(offered) == 1:
                self.completing.take(offered[0])
                return
            self.completing.offer(offered, asked=asked)
            if tab and not offered:
                self.source.indent()
            elif asked and not offered:
                self.tell("nothing to complete here")

        self.ask(lambda document: completions(document, row, column), found)

    # -- notes --------------------------------------------------------------------------------------------------

    def toggle_notes(self) -> None:
        """Open the notes of this slide, or close them."""
        if self.notes.display:
            self.notes.flush()
            self.notes.display = False
            self.source.focus()
        else:
            self.notes.display = True
            self.show_notes()
            self.notes.focus()

    def show_notes(self) -> None:
        """Show the notes of the slide on which the cursor is."""
        row = self.source.cursor_location[0]

        def found(notes: Notes | UserError | None) -> None:
            if isinstance(notes, Notes):
                self.notes.show_notes(*notes)

        self.ask(lambda document: notes_at(document, row), found)

    def write_notes(self, slide: int, notes: str) -> None:
        """Write the notes of a slide into the source."""

        def written(edits: Sequence[TextEdit] | UserError) -> None:
            if isinstance(edits, UserError):
                self.tell(str(edits), trouble=True)
            else:
                self.source.apply(edits)

        self.ask(notes_written(slide, notes), written)

    def work(self, work: Coroutine[Any, Any, object]) -> None:
        """Do something that may ask a question first."""
        self.run_worker(work, group="file")
