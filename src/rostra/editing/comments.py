"""Comments where they are written in a file, so that parts of them can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rostra.editing.text_edit import TextEdit
from rostra.reader.comments import COMMENT
from rostra.reader.directives import WORD

if TYPE_CHECKING:
    import yaml


class Comment(NamedTuple):
    """A comment where it is written: offsets are counted in the text from its first line on."""

    line: int
    block: str
    start: int
    end: int
    text: str
    """What is between its marks."""
    at: int
    """Where that begins."""

    def edit(self, start: int, end: int, text: str) -> TextEdit:
        """The edit that replaces what is between two offsets."""
        return TextEdit(*self._place(start), *self._place(end), text)

    def _place(self, offset: int) -> tuple[int, int]:
        line = self.block.count("\n", 0, offset)
        return self.line + line, offset - (self.block.rfind("\n", 0, offset) + 1)

    def mapping(self) -> tuple[int, yaml.MappingNode]:
        """The settings of the directive that it is, and the offset at which they begin."""
        import yaml

        from rostra.reader.yaml_subset import Loader

        word = WORD.match(self.text)
        begin = word.end() if word else 0
        node = yaml.compose(self.text[begin:], Loader)
        assert isinstance(node, yaml.MappingNode)
        return self.at + begin, node


def comment_at(lines: Sequence[str], read: Sequence[str], line: int, column: int) -> Comment | None:
    """The comment at a place of some lines; None where they are not what was read, since hidden characters are there.

    ``read`` are the same lines as the reader has them.
    """
    block = "\n".join(lines[line:])
    found = COMMENT.match(block, column)
    if found is None or lines[line] != read[line]:
        return None
    return Comment(line, block, found.start(), found.end(), found["text"] or "", found.start("text"))
