"""What an editor can do with some lines of a deck: mend what is wrong with them, and change their slides."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rostra.editing import slides as changes
from rostra.language.action import Action, Edits
from rostra.language.document import Document
from rostra.language.fixes import fixes, slide_index

__all__ = ["Action", "actions"]

SKIPPED = "skip_slide"


def actions(document: Document, first_line: int, end_line: int) -> list[Action]:
    """What can be done with the lines from one to before another, or at a line where both are the same.

    Problems are those that are known, see :meth:`Document.problems`.
    """
    if not 0 <= first_line < len(document.lines) or not document.has_usual_lines:
        return []
    wanted = range(first_line, max(first_line + 1, end_line))
    found = [one for one in document.problems(known=True) if one.file == document.name and one.line - 1 in wanted]
    return [*(action for one in found for action in fixes(document, one)), *_refactorings(document, first_line)]


def _refactorings(document: Document, line: int) -> Iterator[Action]:
    """What can be done with the slide that a line stands on."""

    def at(change: Callable[[str, int], Edits]) -> Callable[[], Edits]:
        return lambda: change(document.text, slide_index(document, line))

    path, index = document.path, document.slide_at(line)
    if index is None:
        around = document.around(line)
        if any(SKIPPED in document.lines[one] for one in around):
            yield Action("Show this slide", "refactor", at(lambda text, at: changes.unhide(text, path, at)))
        return
    one = document.slides[index]
    yield Action("New slide below", "refactor", at(lambda text, at: changes.insert_below(text, path, at)))
    if line > one.slide.place.line - 1:
        yield Action("Split the slide here", "refactor", lambda: changes.split_at(document.text, path, line))
    yield Action("Duplicate this slide", "refactor", at(lambda text, at: changes.duplicate(text, path, at)))
    yield Action("Hide this slide", "refactor", at(lambda text, at: changes.hide(text, path, at)))
    if index:
        yield Action("Move this slide up", "refactor", at(lambda text, at: changes.move(text, path, at, at - 1)))
    if index + 1 < len(document.slides):
        yield Action("Move this slide down", "refactor", at(lambda text, at: changes.move(text, path, at, at + 1)))
