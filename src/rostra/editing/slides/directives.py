"""The directives of a slide: whether it is hidden, and its name with the links to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from rostra.editing.comments import Comment, comment_at
from rostra.editing.slides.parts import Edits, SlideText, Wanted, refused
from rostra.editing.text_edit import TextEdit, applied
from rostra.errors import UserError
from rostra.reader.slide_draft import Settled
from rostra.safety import safe_line

SKIP = "<!-- skip_slide -->"
NAME = re.compile(r"[^\W_][\w.-]*")
"""What a name may be, so that a link to it needs nothing around it."""


def hide(text: str, path: Path, index: int) -> Edits:
    """Leave a slide out of the talk; it stays in the file."""
    deck = SlideText(text, path)
    part, look = deck.part(index), deck.looks[index]
    if look.is_hidden:
        return ()
    candidates = [(TextEdit(part.first, 0, part.first, 0, f"{SKIP}\n"),)]
    if part.draft.heading is not None:
        # Above the heading that begins a slide, a directive would belong to the slide before.
        last = part.draft.heading.end - 1
        end = len(deck.lines[last])
        candidates.insert(0, (TextEdit(last, end, last, end, f"\n{SKIP}"),))
    return deck.first_that_holds(candidates, _with(deck, index, look._replace(is_hidden=True)))


def unhide(text: str, path: Path, index: int) -> Edits:
    """Take a slide into the talk again."""
    deck = SlideText(text, path)
    part, look = deck.part(index), deck.looks[index]
    edits = tuple(_without(deck, _comment(deck, skip)) for skip in part.draft.skips)
    return deck.first_that_holds([edits], _with(deck, index, look._replace(is_hidden=False))) if edits else ()


def rename_slide(text: str, path: Path, old: str, new: str) -> Edits:
    """Give a slide another name, here and in all links to it in this file; names of headings are left alone."""
    deck = SlideText(text, path)
    if old == new:
        return ()
    if not NAME.fullmatch(new):
        raise UserError(
            f"{safe_line(new)!r} is no name", hint="a name has letters, digits, - and _, and begins with a letter"
        )
    names = [str(look.settings.get("name", "")) for look in deck.looks]
    if old not in names:
        raise UserError(f"no slide is called {safe_line(old)!r}")
    if new.lower() in {name.lower() for name in names if name != old}:
        raise UserError(f"another slide is called {safe_line(new)!r}", hint="names are unique")
    index = names.index(old)
    directives = [one for one in deck.part(index).draft.directives if "name" in one.settings]
    links = [*_links(deck, old, new)]
    for written in (new, json.dumps(new, ensure_ascii=False)):
        named = [_renamed(deck, one, written) for one in directives]
        # Within code the same words are no link, and must stay.
        good = (
            links
            if _is_renamed(deck, (*named, *links), index, new)
            else [one for one in links if _is_renamed(deck, (*named, one), index, new)]
        )
        edits = (*named, *good)
        if _is_renamed(deck, edits, index, new):
            return tuple(sorted(edits))
    raise refused()


def without_name(deck: SlideText, index: int) -> list[str]:
    """The lines of a slide, its name left out."""
    part, body = deck.part(index), deck.body(index)
    edits = []
    for one in part.draft.directives:
        if "name" in one.settings:
            edit = _unnamed(deck, one)
            # Blank lines around the slide are none of it.
            start = max((part.first, 0), edit[:2])
            end = min((part.last, len(body[-1])), edit[2:4])
            edits.append(TextEdit(start[0] - part.first, start[1], end[0] - part.first, end[1], edit.text))
    return applied("\n".join(body), edits).strip("\n").split("\n")


# -- comments ---------------------------------------------------------------------------------------------------


def _comment(deck: SlideText, settled: Settled) -> Comment:
    """The comment of a directive; raises :class:`UserError` for one that is not found as it was read."""
    found = comment_at(deck.lines, deck.source.lines, settled.line, settled.column)
    if found is None:
        raise UserError("a directive is written in an unusual way", hint="change the text itself")
    return found


def _without(deck: SlideText, comment: Comment) -> TextEdit:
    """The edit that takes a comment out, with its lines when there is nothing else on them."""
    block, start, end = comment.block, comment.start, comment.end
    behind = block.find("\n", end) if "\n" in block[end:] else len(block)
    if block[:start].strip() or block[end:behind].strip():
        return comment.edit(start, end, "")
    blank_above = not comment.line or not deck.source.lines[comment.line - 1].strip()
    if behind == len(block):
        # The last line of the file goes with the end of the one above it.
        above = max(0, comment.line - 1)
        return TextEdit(above, len(deck.lines[above]), *comment.edit(end, behind, "")[2:])
    behind += 1
    following = block[behind:].partition("\n")
    if blank_above and following[1] and not following[0].strip():
        behind += len(following[0]) + 1
    return comment.edit(0, behind, "")


def _pairs(comment: Comment) -> list[tuple[str, int, int, int]]:
    """Of each setting of a directive its key, and where key and value begin and it ends."""
    offset, node = comment.mapping()
    return [
        (key.value, offset + key.start_mark.index, offset + value.start_mark.index, offset + value.end_mark.index)
        for key, value in node.value
    ]


def _renamed(deck: SlideText, directive: Settled, name: str) -> TextEdit:
    """The edit that writes another name into a directive."""
    comment = _comment(deck, directive)
    pairs = _pairs(comment)
    start, end = [(value, end) for key, _, value, end in pairs if key == "name"][-1]
    return comment.edit(start, end, name)


def _unnamed(deck: SlideText, directive: Settled) -> TextEdit:
    """The edit that takes the name out of a directive, or a directive that says nothing else."""
    comment = _comment(deck, directive)
    pairs = _pairs(comment)
    at = next(i for i, pair in enumerate(pairs) if pair[0] == "name")
    if len(pairs) == 1:
        return _without(deck, comment)
    if at + 1 < len(pairs):
        return comment.edit(pairs[at][1], pairs[at + 1][1], "")
    return comment.edit(pairs[at - 1][3], pairs[at][3], "")


# -- names ------------------------------------------------------------------------------------------------------


def _links(deck: SlideText, old: str, new: str) -> Iterator[TextEdit]:
    """The edits of all that looks like a link to a name."""
    link = re.compile(rf"(?:\]\([ \t]*|^ {{0,3}}\[[^\]]+\]:[ \t]*)<?#({re.escape(old)})(?=[\s>)]|$)", re.IGNORECASE)
    for number, line in enumerate(deck.lines):
        for found in link.finditer(line):
            yield TextEdit(number, found.start(1), number, found.end(1), new)


def _is_renamed(deck: SlideText, edits: Edits, index: int, new: str) -> bool:
    """Whether after edits a slide has another name, and all show what they did."""
    after = deck.after(edits)
    settings = [look.settings for look in deck.looks]
    settings[index] = {**settings[index], "name": new}
    return (
        [look.settings for look in after.looks] == settings
        and [look.is_hidden for look in after.looks] == [look.is_hidden for look in deck.looks]
        and [shown for shown, _ in after.contents] == [shown for shown, _ in deck.contents]
        and after.meta == deck.meta
    )


def _with(deck: SlideText, index: int, look: Wanted) -> list[Wanted]:
    """All slides as they are, but for one."""
    return [look if one == index else one for one in range(len(deck.parts))]
