"""The ``time`` of a slide directive, changed or added where it is written."""

from __future__ import annotations

from rostra.editing.edits import Edit, File
from rostra.reader.comments import COMMENT
from rostra.reader.directives import WORD, Directive, read_comment
from rostra.reader.slide_draft import Settled


class LeftAloneError(Exception):
    """A slide's time cannot be written; the message says why."""


def with_time(file: File, settled: Settled, seconds: int) -> Edit:
    """The edit that gives a directive another time, or its first; raises :class:`LeftAloneError` when it cannot be."""
    block = "\n".join(file.lines[settled.line :])
    start, comment = _comment(file, settled, block)
    at, end, text = _new_value(comment, f"time: {seconds}s")
    wanted = Directive("slide", {**settled.settings, "time": float(seconds)})
    if _read(comment[:at] + text + comment[end:]) != wanted or "\n" in comment[at:end]:
        raise LeftAloneError("its directive is written in an unusual way")
    line = block.count("\n", 0, start + at)
    before = start + at - (block.rfind("\n", 0, start + at) + 1)
    return Edit(settled.line + line, before, before + end - at, text)


def _comment(file: File, settled: Settled, block: str) -> tuple[int, str]:
    """Where the text of a directive's comment begins in the block, and that text."""
    if file.lines[settled.line] != file.source.lines[settled.line]:
        raise LeftAloneError("there are hidden characters beside its directive")
    found = COMMENT.match(block, settled.column)
    if found is None or _read(found["text"] or "") != Directive("slide", settled.settings):
        raise LeftAloneError("its directive is written in an unusual way")
    return found.start("text"), found["text"]


def _read(comment: str) -> Directive | None:
    """The slide directive that a comment is, None for any other."""
    try:
        directive = read_comment(comment)
    except ValueError:
        return None
    return directive if directive and directive.name == "slide" else None


def _new_value(comment: str, setting: str) -> tuple[int, int, str]:
    """Which part of a slide directive makes room for a ``time: …``, and with what."""
    import yaml

    from rostra.reader.yaml_subset import Loader

    word = WORD.match(comment)
    offset = word.end() if word else 0
    node = yaml.compose(comment[offset:], Loader)
    assert isinstance(node, yaml.MappingNode)
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
