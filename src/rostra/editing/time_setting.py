"""The ``time`` of a slide directive, changed or added where it is written."""

from __future__ import annotations

from rostra.editing.comments import Comment, comment_at
from rostra.editing.edits import File
from rostra.editing.text_edit import TextEdit
from rostra.reader.directives import Directive, read_comment
from rostra.reader.slide_draft import Settled


class LeftAloneError(Exception):
    """A slide's time cannot be written; the message says why."""


def with_time(file: File, settled: Settled, seconds: int) -> TextEdit:
    """The edit that gives a directive another time, or its first; raises :class:`LeftAloneError` when it cannot be."""
    comment = _comment(file, settled)
    start, end, text = _new_value(comment, f"time: {seconds}s")
    block = comment.block
    wanted = Directive("slide", {**settled.settings, "time": float(seconds)})
    made = block[comment.at : start] + text + block[end : comment.at + len(comment.text)]
    if _read(made) != wanted or "\n" in block[start:end]:
        raise LeftAloneError("its directive is written in an unusual way")
    return comment.edit(start, end, text)


def _comment(file: File, settled: Settled) -> Comment:
    """The comment of a directive."""
    if file.lines[settled.line] != file.source.lines[settled.line]:
        raise LeftAloneError("there are hidden characters beside its directive")
    found = comment_at(file.lines, file.source.lines, settled.line, settled.column)
    if found is None or _read(found.text) != Directive("slide", settled.settings):
        raise LeftAloneError("its directive is written in an unusual way")
    return found


def _read(comment: str) -> Directive | None:
    """The slide directive that a comment is, None for any other."""
    try:
        directive = read_comment(comment)
    except ValueError:
        return None
    return directive if directive and directive.name == "slide" else None


def _new_value(comment: Comment, setting: str) -> tuple[int, int, str]:
    """Which part of a slide directive makes room for a ``time: …``, and with what."""
    offset, node = comment.mapping()
    times = [value for key, value in node.value if key.value == "time"]
    if times:
        span = times[-1].start_mark.index, times[-1].end_mark.index, setting.partition(" ")[2]
    elif not node.value:
        span = node.start_mark.index + 1, node.start_mark.index + 1, setting
    elif node.flow_style:
        last = node.value[-1][1].end_mark.index
        span = last, last, f", {setting}"
    else:
        # Lines of a block are added at its top: what stands below its last one is harder to tell.
        first = node.value[0][0].start_mark
        span = first.index, first.index, f"{setting}\n{' ' * first.column}"
    return span[0] + offset, span[1] + offset, span[2]
