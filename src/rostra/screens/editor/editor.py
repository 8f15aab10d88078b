"""The editor's screen: what the keys do."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, assert_never, cast

from rostra.editing.saving import EditedFile
from rostra.errors import Problem, UserError
from rostra.keys import BY_ID, EDITOR, EditorAction
from rostra.language.hover import Hover, hover
from rostra.safety import safe_line
from rostra.screens.base import bindings
from rostra.screens.editor.changes import first_line, next_slide
from rostra.screens.editor.choices import PRESENT, UNSAVED
from rostra.screens.editor.finding import FindScreen, found_after
from rostra.screens.editor.following import SIZES
from rostra.screens.editor.help import EditorHelp
from rostra.screens.editor.layout import PLACES
from rostra.screens.editor.problems import ProblemsScreen, next_problem
from rostra.screens.editor.slides import list_slides
from rostra.screens.editor.source import Selection
from rostra.screens.editor.writing import WritingScreen
from rostra.stage.stage import Stage
from rostra.terminal.textual_private import spelled


class EditorScreen(WritingScreen):
    """Writes one deck; presents it and comes back."""

    BINDINGS = bindings(EDITOR, priority=False)

    def __init__(self, stage: Stage, file: EditedFile, line: int) -> None:
        super().__init__(stage, file, line)
        self.source.key_taken = self._key_taken
        self.notes.key_taken = self._key_taken_in_notes
        self._presenting = self._saves_before_presenting = False
        self._finding = ""

    @cached_property
    def _actions(self) -> dict[str, EditorAction]:
        """What each key does."""
        moved = self.app.options.settings.keys
        return {name: cast("EditorAction", key.does) for key in EDITOR for name in spelled(moved.get(key.id, key.keys))}

    def _key_taken(self, key: str) -> bool:
        if self.completing.took(key) or self._done(key):
            return True
        row, column = self.source.cursor_location
        if key == "tab" and self.source.selection.is_empty and self.source.document.get_line(row)[:column].strip():
            self.complete(asked=True, tab=True)
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
                self.work(self.keeping.save())
            case "undo" | "redo":
                area = self.notes if self.notes.has_focus else self.source
                (area.undo if action == "undo" else area.redo)()
            case "complete":
                self.complete(asked=True)
            case "find":
                self.work(self._find())
            case "next slide" | "previous slide":
                self._turn(1 if action == "next slide" else -1)
            case "slides":
                self.work(list_slides(self))
            case "problems" | "next problem" | "previous problem":
                self._see_problems(action)
            case "notes":
                self.toggle_notes()
            case "present":
                self.work(self._present())
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
                self.work(self._leave())
            case _:
                assert_never(action)

    def _see_problems(self, action: Literal["problems", "next problem", "previous problem"]) -> None:
        """Show what is wrong, or go to the next place where something is."""
        name, (row, column) = self.file.name, self.source.cursor_location
        if action == "problems":
            self.app.push_screen(ProblemsScreen(self.problems, name, row + 1), self._go_to_problem)
        else:
            self._go_to(next_problem(self.problems, name, (row, column), back=action == "previous problem"))

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

        self.ask(lambda document: next_slide(document, row, by), self._go_to_line)

    def _go_to_line(self, line: int | UserError | None) -> None:
        if isinstance(line, int):
            self.source.go_to(line)

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

    # -- presenting, help and leaving ---------------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        """Come back from a talk to the slide where it ended."""
        if not self._presenting:
            return
        self._presenting = False
        slide = self.app.show.cursor.slide
        self.app.begin_theme(self.app.own_theme)
        self.dress()
        self.app.title_terminal(self.file.path.name)

        if self.seen is not None and self.seen.number != slide:
            self.ask(lambda document: first_line(document, slide), self._go_to_line)

    async def _present(self) -> None:
        """Present from the slide under the cursor what has been saved."""
        self.notes.flush()
        if self.keeping.is_modified or not self.keeping.is_there:
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

        self.ask(lambda document: hover(document, row, column), found)

    async def _leave(self) -> None:
        """Leave; ask first when something is not saved."""
        self.notes.flush()
        if self.keeping.is_modified:
            answer = await self.choose("Leave", f"{safe_line(self.file.path.name)} is not saved.", UNSAVED)
            if answer not in ("save", "discard") or (answer == "save" and not await self.keeping.save()):
                return
            self.forgets = answer == "discard"
        self.app.exit()
