"""A check switched off in the front matter of a deck."""

from __future__ import annotations

import re

from rostra.editing.text_edit import TextEdit, applied
from rostra.language.document import Document
from rostra.reader.dialects import dialect_of
from rostra.reader.front_matter import read_front_matter
from rostra.reader.source import from_text

LISTED = re.compile(r"check:[ \t]*\{[ \t]*ignore:[ \t]*\[(?P<checks>[^\]]*)\]")
SINGLE = re.compile(r"check:[ \t]*\{[ \t]*ignore:[ \t]*(?P<check>[\w-]+)[ \t]*\}")
ITEM = re.compile(r"[ \t]*-[ \t]")
CHECK = re.compile(r"check[ \t]*:")


def ignored(document: Document, rule: str) -> tuple[TextEdit, ...] | None:
    """What makes the deck do without a check; None where the front matter is written in another way than expected."""
    edit = _edit(document, rule)
    if edit is None or rule in document.deck.meta.check:
        return None
    source = from_text(applied(document.text, [edit]), document.path)
    meta = read_front_matter(source, dialect_of(source))[0]
    wanted = {*document.deck.meta.check, rule}
    same = meta._replace(check=()) == document.deck.meta._replace(check=())
    return (edit,) if same and set(meta.check) == wanted else None


def _edit(document: Document, rule: str) -> TextEdit | None:
    lines = document.lines
    first = lines[0].removeprefix("\ufeff")
    begin = len(lines[0]) - len(first)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if first.rstrip() != "---" or not end or not _has_front_matter(document):
        return TextEdit(0, begin, 0, begin, f"---\ncheck: {{ignore: [{rule}]}}\n---\n\n")
    for number, line in enumerate(lines[1:end], 1):
        if CHECK.match(line):
            return _into(lines, number, end, rule)
    return TextEdit(end, 0, end, 0, f"check: {{ignore: [{rule}]}}\n")


def _has_front_matter(document: Document) -> bool:
    source = document.live.source
    return read_front_matter(source, dialect_of(source))[1] != source.text


def _into(lines: list[str], number: int, end: int, rule: str) -> TextEdit | None:
    """The edit that puts a check among others that are ignored."""
    line = lines[number]
    if found := LISTED.match(line):
        at = found.start("checks") + len(found["checks"].rstrip())
        return TextEdit(number, at, number, at, f", {rule}" if found["checks"].strip() else rule)
    if found := SINGLE.match(line):
        start, stop = found.span("check")
        return TextEdit(number, start, number, stop, f"[{found['check']}, {rule}]")
    items = [n for n in range(number + 1, end) if ITEM.match(lines[n])]
    if not items or line.strip() != "check:":
        return None
    last = items[-1]
    lead = lines[last][: len(lines[last]) - len(lines[last].lstrip())]
    return TextEdit(last, len(lines[last]), last, len(lines[last]), f"\n{lead}- {rule}")
