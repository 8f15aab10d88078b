"""The list of slides over the editor, and what is done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostra.errors import UserError
from rostra.screens.editor.changes import Change, Listed, change, listed
from rostra.screens.editor.slide_list import SlideList
from rostra.screens.editor.source import Selection

if TYPE_CHECKING:
    from rostra.screens.editor.editor import EditorScreen

DONE = {
    "insert": "a slide was put in", "duplicate": "copied", "delete": "deleted", "hide": "hidden, or no more",
    "up": "moved up", "down": "moved down",
}  # fmt: skip


async def list_slides(editor: EditorScreen) -> None:
    """Open the list, and go to the slide that is chosen in it."""
    editor.notes.flush()
    found = await editor.answer(lambda document: listed(document, editor.source.cursor_location[0]))

    def do(what: str, index: int) -> None:
        editor.run_worker(_do(editor, screen, what, index))

    screen = SlideList(found.entries, found.chosen, do, found.made)
    chosen = await editor.app.push_screen_wait(screen)
    if chosen is not None and not screen.entries[chosen].elsewhere:
        editor.source.go_to(screen.entries[chosen].first)


async def _do(editor: EditorScreen, screen: SlideList, what: str, index: int) -> None:
    """Do something to a slide, and list what there is then."""
    said, chosen = DONE.get(what, ""), index
    try:
        if what in ("undo", "redo"):
            (editor.source.undo if what == "undo" else editor.source.redo)()
        else:
            done = await editor.answer(lambda document: change(document, what, index, len(screen.entries)))
            assert isinstance(done, Change)
            editor.source.apply(done.edits)
            chosen = done.chosen
    except UserError as error:
        said = str(error)
    found = await editor.answer(lambda document: listed(document, 0))
    assert isinstance(found, Listed)
    screen.list_entries(found.entries, chosen, said)
    now = found.entries[max(0, min(chosen, len(found.entries) - 1))] if found.entries else None
    if now is not None and not now.elsewhere:
        editor.source.go_to(now.first)
        if what == "insert" and said == DONE[what]:  # what is typed next is its title
            line = editor.source.document.get_line(now.first)
            editor.source.selection = Selection((now.first, line.find(" ") + 1), (now.first, len(line)))
            screen.dismiss(None)
