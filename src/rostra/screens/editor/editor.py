"""The editor's screen: what the keys do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Coroutine, Sequence
from functools import cached_property
from typing import Any, assert_never, cast

from textual import on
from textual.widgets import TextArea

from rostra.editing.saving import EditedFile
from rostra.editing.text_edit import TextEdit
from rostra.errors import Problem, UserError
from rostra.keys import BY_ID, EDITOR, EditorAction
from rostra.language.completion import TRIGGERS, Completion, completions
from rostra.language.document import Document
from rostra.language.hover import Hover, hover
from rostra.safety import safe_line
from rostra.screens.base import bindings
from rostra.screens.editor.changes import Notes, notes_at, notes_written
from rostra.screens.editor.choices import PRESENT, UNSAVED, Answer, ChoiceScreen
from rostra.screens.editor.finding import FindScreen, found_after
from rostra.screens.editor.following import SIZES, FollowingScreen
from rostra.screens.editor.help import EditorHelp
from rostra.screens.editor.keeping import Keeping
from rostra.screens.editor.layout import PLACES
from rostra.screens.editor.problems import ProblemsScreen, next_problem
from rostra.screens.editor.slides import list_slides
from rostra.screens.editor.source import Selection
from rostra.screens.editor.status import Status
from rostra.stage.stage import Stage
from rostra.terminal.textual_private import spelled


class EditorScreen(FollowingScreen):
    """Writes one deck; presents it and comes back."""

    BINDINGS = bindings(EDITOR, priority=False)

    def __init__(self, stage: Stage, file: EditedFile, line: int) -> None:
        super().__init__(stage, file, line)
        self.keeping = Keeping(file, self)
        self.source.key_taken = self._key_taken
        self.notes.key_taken = self._key_taken_in_notes
        self._presenting = self._saves_before_presenting = False
        self._forgets = False
        """Whether what is not saved at the end is not wanted."""
        self._message, self._trouble = "", False
        self._finding = ""

    @cached_property
    def _actions(self) -> dict[str, EditorAction]:
        """What each key does."""
        moved = self.app.options.settings.keys
        return {name: cast("EditorAction", key.does) for key in EDITOR for name in spelled(moved.get(key.id, key.keys))}

    # -- beginning and ending -----------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin where it was asked for; offer what was never saved."""
        self.lay_out()
        self.source.go_to(self.began_at)
        self.show_status()
        self.begin_to_follow()
        self.keeping.watch([self.file.path], lambda: self.bring(self._look_at_disk))
        self.set_interval(1.0, self._keep)
        self.run_worker(self.keeping.open(), group="file")
        self.app.title_terminal(self.file.path.name)

    def on_unmount(self) -> None:
        """End the threads; what is not saved is kept for the next time, unless it is not wanted."""
        self.follower.stop()
        self.keeping.close(forget=self._forgets or not self.keeping.is_modified)

    def _keep(self) -> None:
        self.run_worker(self.keeping.keep(), group="keep")

    def _look_at_disk(self) -> None:
        self.run_worker(self.keeping.look(), group="file")

    def on_screen_resume(self) -> None:
        """Come back from a talk to the slide where it ended."""
        if not self._presenting:
            return
        self._presenting = False
        slide = self.app.show.cursor.slide
        self.app.begin_theme(self.app.own_theme)
        self.dress()
        self.app.title_terminal(self.file.path.name)

        def found(line: int | UserError | None) -> None:
            if isinstance(line, int) and self.seen is not None and self.seen.number != slide:
                self.source.go_to(line)

        self.follower.ask(
            lambda document: document.live.slides[slide].first if slide < len(document.live.slides) else None, found
        )

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
        self._message, self._trouble = message, trouble
        self.show_status()

    def show_status(self) -> None:
        """Say how things stand; without anything else to say, what is wrong with the line of the cursor."""
        row, column = self.source.cursor_location
        message, trouble = self._message, self._trouble
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
        self._message, self._trouble = "", False
        self.follow()
        self.show_status()
        row, column = self.source.cursor_location
        before = self.source.document.get_line(row)[:column]
        if self.completing.is_open or before[-1:] in TRIGGERS.strip():
            self.complete(asked=False)

    @on(TextArea.SelectionChanged)
    def moved(self) -> None:
        """Show the slide that the cursor is on."""
        self.show_status()
        self.follow()
        if self.notes.display:
            self.show_notes()

    def _key_taken(self, key: str) -> bool:
        if self.completing.took(key) or self._done(key):
            return True
        row, column = self.source.cursor_location
        if key == "tab" and self.source.selection.is_empty and self.source.document.get_line(row)[:column].strip():
            self.complete(asked=True)
            return True
        return key == "escape"

    def _key_taken_in_notes(self, key: str) -> bool:
        if key == "escape":
            self.source.focus()
        return key == "escape" or self._done(key)

    def _done(self, key: str) -> bool:
        """Do what a key of the editor does; false for other keys."""
        action = self._actions.get(key)
        if action is not None:
            self.act(action)
        return action is not None

    # -- keys ---------------------------------------------------------------------------------------------------

    def action_press(self, name: str) -> None:
        """Do what a key does."""
        self.act(cast("EditorAction", BY_ID[name].does))

    def act(self, action: EditorAction) -> None:
        """Do something."""
        match action:
            case "save":
                self.notes.flush()
                self._work(self.keeping.save())
            case "undo" | "redo":
                area = self.notes if self.notes.has_focus else self.source
                (area.undo if action == "undo" else area.redo)()
            case "complete":
                self.complete(asked=True)
            case "find":
                self._work(self._find())
            case "next slide" | "previous slide":
                self._turn(1 if action == "next slide" else -1)
            case "slides":
                self._work(list_slides(self))
            case "problems":
                self.app.push_screen(
                    ProblemsScreen(self.problems, self.file.name, self.source.cursor_location[0] + 1),
                    self._go_to_problem,
                )
            case "next problem" | "previous problem":
                self._go_to(
                    next_problem(
                        self.problems, self.file.name, self.source.cursor_location, back=action == "previous problem"
                    )
                )
            case "notes":
                self._toggle_notes()
            case "present":
                self._work(self._present())
            case "preview size":
                self.size_chosen = (self.size_chosen + 1) % len(SIZES)
                self.lay_out()
                self.follow()
            case "preview place":
                self.place = PLACES[(PLACES.index(self.place) + 1) % len(PLACES)]
                self.lay_out()
                self.follow()
            case "editor help":
                self._help()
            case "leave editor":
                self._work(self._leave())
            case _:
                assert_never(action)

    def _work(self, work: Coroutine[Any, Any, object]) -> None:
        """Do something that may ask a question first."""
        self.run_worker(work, group="file")

    def complete(self, *, asked: bool) -> None:
        """List what can be written at the cursor; where there is nothing, Tab is a tab."""
        row, column = self.source.cursor_location
        version = self.version
        self.follower.want(self.wish())

        def found(answer: list[Completion] | UserError) -> None:
            if version != self.version or (row, column) != self.source.cursor_location:
                return
            offered = answer if isinstance(answer, list) else []
            self.completing.offer(offered, asked=asked)
            if asked and not offered:
                self.tell("nothing to complete here")

        self.follower.ask(lambda document: completions(document, row, column), found)

    async def _find(self) -> None:
        wanted = await self.app.push_screen_wait(FindScreen(self._finding))
        if wanted:
            self._finding = wanted
            place = found_after(self.source.document.lines, self.source.cursor_location, wanted)
            if place is None:
                self.tell(f"nowhere: {safe_line(wanted)}", trouble=True)
            else:
                self.source.go_to(*place)
                self.source.selection = Selection(place, (place[0], place[1] + len(wanted)))

    def _turn(self, by: int) -> None:
        """Go to another slide."""
        row = self.source.cursor_location[0]

        def line_of(document: Document) -> int:
            firsts = sorted({one.first for one in document.live.slides if one.first < one.end})
            at = bisect_right(firsts, row) - 1 + by
            return firsts[max(0, min(at, len(firsts) - 1))] if firsts else row

        self.follower.ask(line_of, lambda line: self.source.go_to(line) if isinstance(line, int) else None)

    def _go_to_problem(self, index: int | None) -> None:
        if index is not None:
            self._go_to(self.problems[index])

    def _go_to(self, problem: Problem | None) -> None:
        """Go to where a problem is."""
        if problem is None or problem.file != self.file.name:
            self.tell("nothing is wrong" if problem is None else f"that is in {safe_line(problem.file)}")
            return
        self.source.focus()
        self.source.go_to(max(0, problem.line - 1), max(0, problem.column - 1))

    # -- notes --------------------------------------------------------------------------------------------------

    def _toggle_notes(self) -> None:
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

        self.follower.ask(lambda document: notes_at(document, row), found)

    def write_notes(self, slide: int, notes: str) -> None:
        """Write the notes of a slide into the source."""

        def written(edits: Sequence[TextEdit] | UserError) -> None:
            if isinstance(edits, UserError):
                self.tell(str(edits), trouble=True)
            else:
                self.source.apply(edits)

        self.follower.ask(notes_written(slide, notes), written)

    # -- presenting, help and leaving ---------------------------------------------------------------------------

    async def _present(self) -> None:
        """Present from the slide under the cursor what has been saved."""
        self.notes.flush()
        if self.keeping.is_modified or self.file.is_new:
            if not self._saves_before_presenting:
                self._saves_before_presenting = (
                    await self.choose("Present", "A talk shows what is saved.", PRESENT) == "save"
                )
            if not self._saves_before_presenting or not await self.keeping.save():
                return
        slide = self.seen.number if self.seen is not None else 0
        self._presenting = True
        if not self.app.present(self.file.path, slide=slide + 1):
            self._presenting = False
            self.tell("this cannot be presented yet: there is no slide", trouble=True)

    def _help(self) -> None:
        """Tell of the word under the cursor, and of all keys."""
        row, column = self.source.cursor_location

        def found(answer: Hover | UserError | None) -> None:
            told = answer.text if isinstance(answer, Hover) else ""
            self.app.push_screen(EditorHelp(EDITOR, self.app.options.settings.keys, told))

        self.follower.ask(lambda document: hover(document, row, column), found)

    async def _leave(self) -> None:
        """Leave; ask first when something is not saved."""
        self.notes.flush()
        if self.keeping.is_modified:
            answer = await self.choose("Leave", f"{safe_line(self.file.path.name)} is not saved.", UNSAVED)
            if answer not in ("save", "discard") or (answer == "save" and not await self.keeping.save()):
                return
            self._forgets = answer == "discard"
        self.app.exit()
