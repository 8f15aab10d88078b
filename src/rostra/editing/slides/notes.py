"""The notes of a slide, written where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rostra.deck.unplaced import unplaced
from rostra.editing.comments import Comment, comment_at
from rostra.editing.slides.parts import Edits, Part, SlideText, refused
from rostra.editing.text_edit import TextEdit
from rostra.errors import UserError
from rostra.reader.directives import WORD
from rostra.reader.slide_draft import Noted
from rostra.safety import safe

MARK = "???"


def notes_of(text: str, path: Path, index: int) -> str:
    """The notes of a slide, in Markdown: all that stand on it, parted by blank lines."""
    deck = SlideText(text, path)
    if not 0 <= index < len(deck.drafts):
        raise UserError(f"there is no slide {index + 1}")
    return _notes(deck, index)


def set_notes(text: str, path: Path, index: int, notes: str) -> Edits:
    """Write the notes of a slide where they stand, behind ``???``, in a comment or in a container.

    New ones stand behind ``???`` at the slide's end. Where there are several, they become one. No notes take all away.
    """
    deck = SlideText(text, path)
    part, notes = deck.part(index), notes.strip("\n")
    wanted = safe(notes).strip()
    if wanted == _notes(deck, index):
        return ()
    for edits in _ways(deck, part, notes):
        after = deck.after(edits)
        others = [None if one == index else one for one in range(len(deck.parts))]
        if deck.same(after, others) and _has(deck, after, index, wanted):
            return edits
    if wanted:
        raise UserError(
            "these notes cannot be written here",
            hint="is there a line in them that ends the slide? else change the text itself",
        )
    raise refused()


def _notes(deck: SlideText, index: int) -> str:
    return "\n\n".join(note.strip() for note in deck.drafts[index].finished().notes)


def _has(deck: SlideText, after: SlideText, index: int, notes: str) -> bool:
    """Whether a slide has these notes after an edit, and shows what it did."""
    before, now = deck.drafts[index].finished()._replace(notes=()), after.drafts[index].finished()._replace(notes=())
    same = unplaced(before) == unplaced(now)
    return same and after.looks[index][1:] == deck.looks[index][1:] and _notes(after, index) == notes


# -- ways -------------------------------------------------------------------------------------------------------


def _ways(deck: SlideText, part: Part, notes: str) -> Iterator[Edits]:
    """Ways to write the notes: where there are some, or behind question marks."""
    noted = part.draft.noted
    taken = [_taken_out(deck, one) for one in noted]
    rest = _rest(deck, part)
    if not notes:
        yield tuple(sorted([*taken, *([_cut(deck, part, rest)] if rest is not None else [])]))
        return
    if rest is not None:
        yield tuple(sorted([*taken, _behind_marks(deck, part, rest, notes)]))
        return
    for at in range(len(noted)):
        others = [edit for i, edit in enumerate(taken) if i != at]
        yield tuple(sorted([_written(deck, noted[at], notes), *others]))
    end = len(deck.lines[part.last])
    new = TextEdit(part.last, end, part.last, end, f"\n\n{MARK}\n\n{notes}")
    if taken and max(edit.end_line for edit in taken) >= part.last:
        # The last of them makes room for the new ones.
        last = max(taken)
        yield tuple(sorted([*(edit for edit in taken if edit != last), last._replace(text=new.text)]))
    yield tuple(sorted([*taken, new]))


def _rest(deck: SlideText, part: Part) -> int | None:
    """The line of question marks behind which all is notes."""
    if part.draft.notes_from is None:
        return None
    line = part.draft.notes_from[1] - 1
    return line if deck.lines[line].strip().strip("?") == "" else None


def _cut(deck: SlideText, part: Part, line: int) -> TextEdit:
    """The edit that takes everything from a line of question marks on to the slide's end."""
    above = line - 1
    while above > 0 and not deck.source.lines[above].strip():
        above -= 1
    return TextEdit(above, len(deck.lines[above]), part.last, len(deck.lines[part.last]), "")


def _behind_marks(deck: SlideText, part: Part, line: int, notes: str) -> TextEdit:
    """The edit that replaces what stands behind a line of question marks; blank lines below it stay."""
    first = line + 1
    while first <= part.last and not deck.lines[first].strip():
        first += 1
    if first > part.last:
        return TextEdit(line, len(deck.lines[line]), line, len(deck.lines[line]), f"\n\n{notes}")
    return TextEdit(first, 0, part.last, len(deck.lines[part.last]), notes)


def _written(deck: SlideText, noted: Noted, notes: str) -> TextEdit:
    """The edit that writes notes into a comment or a container that has some."""
    if noted.column is None:
        return TextEdit(noted.start + 1, 0, noted.end, 0, f"{notes}\n")
    comment = _comment(deck, noted)
    word = WORD.match(comment.text)
    name = word[0].strip() if word else "notes:"
    plain = "\n" not in notes and notes[:1] not in ("|", ">", '"', "'", " ", "\t")
    if plain:
        return comment.edit(comment.start, comment.end, f"<!-- {name} {notes} -->")
    indent = "\n".join(f"  {line}".rstrip() for line in notes.split("\n"))
    depth = "2" if notes[:1] in " \t" else ""
    return comment.edit(comment.start, comment.end, f"<!-- {name} |{depth}\n{indent}\n-->")


def _taken_out(deck: SlideText, noted: Noted) -> TextEdit:
    """The edit that takes a comment or a container with notes out, and the lines that it leaves blank."""
    if noted.column is None:
        closing = noted.end < len(deck.lines) and deck.lines[noted.end].strip().strip(":") == ""
        last = noted.end if closing and deck.lines[noted.end].strip() else noted.end - 1
        edit = TextEdit(noted.start, 0, last, len(deck.lines[last]), "")
    else:
        comment = _comment(deck, noted)
        edit = comment.edit(comment.start, comment.end, "")
    before, behind = deck.lines[edit.start_line][: edit.start_column], deck.lines[edit.end_line][edit.end_column :]
    if before.strip() or behind.strip():
        return edit
    above = edit.start_line - 1
    while above >= 0 and not deck.source.lines[above].strip():
        above -= 1
    if above < 0 or above < _first(deck, noted):
        return edit
    return TextEdit(above, len(deck.lines[above]), edit.end_line, len(deck.lines[edit.end_line]), "")


def _first(deck: SlideText, noted: Noted) -> int:
    """The first line of the slide that has these notes."""
    return next(part.first for part in deck.parts if noted in part.draft.noted)


def _comment(deck: SlideText, noted: Noted) -> Comment:
    """The comment with notes; raises :class:`UserError` for one that is not found as it was read."""
    found = comment_at(deck.lines, deck.source.lines, noted.start, noted.column or 0)
    if found is None:
        raise UserError("the notes are written in an unusual way", hint="change the text itself")
    return found
