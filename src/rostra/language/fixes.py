"""Quick fixes: what mends a problem, with one answer or with what is likeliest meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rostra.check import mended
from rostra.check.check import WORD
from rostra.editing.slides import delete, set_notes, slide_at, slide_ranges
from rostra.editing.text_edit import TextEdit
from rostra.errors import MEANT, Problem, UserError
from rostra.language.action import Action, Edits, at_once
from rostra.language.document import Document
from rostra.language.ignoring import ignored
from rostra.language.line_signs import QUOTED
from rostra.language.outline import trimmed
from rostra.safety import UNSAFE

SETTING_NAME = re.compile(r"""\bname:[ \t]*(?:"[^"]*"|'[^']*'|[^,}]*?)[ \t]*(?:,[ \t]*|(?=\}))""")
EMPTY = re.compile(r"[ \t]*<!--[ \t]*slide:[ \t]*\{[ \t]*\}[ \t]*-->[ \t]*")


def fixes(document: Document, problem: Problem) -> Iterator[Action]:
    """What can be done about a problem of this file, what is surest first."""
    line = problem.line - 1
    if 0 <= line < len(document.lines):
        yield from _mended(document, problem)
        make = OF_RULES.get(problem.rule)
        if make is not None:
            yield from make(document, problem)
    if problem.rule and not problem.breaks and (edits := ignored(document, problem.rule)):
        yield at_once(f"Do without the check {problem.rule!r} in this deck", problem, *edits)


def _mended(document: Document, problem: Problem) -> Iterator[Action]:
    """What has one answer, or a likely one: here somebody looks at it before it is done."""
    line, start, end = problem.line - 1, problem.column - 1, problem.column - 1 + problem.width
    written = document.lines[line][start:end] if problem.column else ""
    instead, meant = mended(problem), re.search(MEANT, problem.message)
    if instead is None and meant and WORD.fullmatch(written):
        instead = meant[1]
    if instead is not None and written == problem.source[start:end]:
        title = f"Write {instead!r}" if "\n" not in instead else "Put a blank line before it"
        yield at_once(title, problem, _replaced(line, start, end, instead))


def _replaced(line: int, start: int, end: int, text: str) -> TextEdit:
    return TextEdit(line, start, line, end, text)


def _inserted(line: int, column: int, text: str) -> TextEdit:
    return TextEdit(line, column, line, column, text)


def _heading(document: Document, problem: Problem) -> Iterator[Action]:
    line = problem.line - 1
    indent = document.lines[line][: len(document.lines[line]) - len(document.lines[line].lstrip())]
    if not indent.strip(" ") and len(indent) < 4:
        yield at_once("Begin the slide with a heading", problem, _inserted(line, 0, "# What this slide says\n\n"))


def _level(document: Document, problem: Problem) -> Iterator[Action]:
    if problem.column and (meant := re.match("write (#+) ", problem.hint)):
        start, end = problem.column - 1, problem.column - 1 + problem.width
        title = f"Make it a heading of level {len(meant[1])}"
        yield at_once(title, problem, _replaced(problem.line - 1, start, end, meant[1]))


def _notes(document: Document, problem: Problem) -> Iterator[Action]:
    def make() -> Edits:
        index = slide_index(document, problem.line - 1)
        return set_notes(document.text, document.path, index, "What to say.")

    yield Action("Add notes to the slide", "quickfix", make, problem)


def slide_index(document: Document, line: int) -> int:
    """The slide at a line as those count who change slides: hidden ones as well."""
    found = slide_at(slide_ranges(document.text, document.path), line, document.path)
    if found is None:
        raise UserError("there is no slide here")
    return found


def _unused_name(document: Document, problem: Problem) -> Iterator[Action]:
    for line in document.around(problem.line - 1):
        written = document.lines[line]
        found = SETTING_NAME.search(written) if "slide:" in written else None
        if found is None:
            continue
        rest = re.sub(r",[ \t]*\}", "}", written[: found.start()] + written[found.end() :])
        if not EMPTY.fullmatch(rest):
            yield at_once("Take the name away", problem, _replaced(line, 0, len(written), rest))
        elif line + 1 < len(document.lines):
            yield at_once("Take the name away", problem, TextEdit(line, 0, line + 1, 0, ""))
        return


def _encoding(document: Document, problem: Problem) -> Iterator[Action]:
    line = problem.line - 1
    spans = [found.span() for found in UNSAFE.finditer(document.lines[line])]
    if spans:
        edits = [_replaced(line, start, end, "") for start, end in spans]
        yield at_once("Take these characters out", problem, *edits)


def _unclosed(document: Document, problem: Problem) -> Iterator[Action]:
    line = problem.line - 1
    written = document.lines[line]
    for one in document.stretches(line):
        if one.first != line or one.closed:
            continue
        _, end = trimmed(document.live.lines, one.first, one.end)
        last, at = end - 1, len(document.lines[end - 1])
        if one.kind == "comment":
            yield at_once("Close the comment at the end of its line", problem, _inserted(line, len(written), " -->"))
        elif fence := re.match(rf"({QUOTED})(`{{3,}}|~{{3,}}|:{{3,}})", written):
            what = "listing" if one.kind == "listing" else "container"
            text = f"\n{fence[1]}{fence[2]}"
            yield at_once(f"Close the {what} at the end of the slide", problem, _inserted(last, at, text))
        return


def _empty(document: Document, problem: Problem) -> Iterator[Action]:
    def make() -> Edits:
        return delete(document.text, document.path, slide_index(document, problem.line - 1))

    yield Action("Delete the empty slide", "quickfix", make, problem)


OF_RULES = {
    "heading": _heading,
    "heading-level": _level,
    "notes": _notes,
    "unused-name": _unused_name,
    "unclosed": _unclosed,
    "encoding": _encoding,
    "empty-slide": _empty,
}
"""What is likeliest meant, by the check."""
