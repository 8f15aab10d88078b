"""The parts of Markdown as tree-sitter finds them, block by block: a key parses no more than the block that it is in.

Parsing all of a long deck anew takes a tenth of a second, at each key. This is the only home of tree-sitter, which is
not always installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser

from rostra.screens.editor.coloring import LONGEST, ByLines
from rostra.screens.editor.markdown_lines import CONTAINER, FENCE, NOTES, RULE, Part

BLOCKS = {
    "block_quote": "quote", "thematic_break": "accent", "pipe_table_header": "table_header",
    "pipe_table_delimiter_row": "border", "|": "border", "html_block": "muted",
    "link_reference_definition": "link_plain",
    "list_marker_minus": "bullet", "list_marker_star": "bullet", "list_marker_plus": "bullet",
    "list_marker_dot": "bullet", "list_marker_parenthesis": "bullet",
    "task_list_marker_checked": "bullet", "task_list_marker_unchecked": "bullet",
    **{f"atx_h{level}_marker": f"heading{level}" for level in range(1, 7)},
}  # fmt: skip
"""The role of each kind of node, or of its line where it is a heading's marker."""
INLINES = {
    "strong_emphasis": "strong", "emphasis": "emphasis", "strikethrough": "strike", "code_span": "code",
    "inline_link": "link_plain", "full_reference_link": "link_plain", "collapsed_reference_link": "link_plain",
    "uri_autolink": "link_plain", "email_autolink": "link_plain", "image": "image", "html_tag": "muted",
    "backslash_escape": "muted", "link_destination": "muted",
}  # fmt: skip
WITH_WORDS = ("inline", "pipe_table_cell")
"""What is parsed by a grammar of its own."""
HIGHEST = 80
"""Lines of a block that are parsed together."""
MOST = 500
"""Blocks whose parts are kept."""


class ByTree(ByLines):
    """Tells the parts of lines by tree-sitter; what is our own, and where a line lies, by patterns."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines)
        self._blocks = Parser(Language(tree_sitter_markdown.language()))
        self._inlines = Parser(Language(tree_sitter_markdown.inline_language()))
        self._known: dict[tuple[str, ...], list[list[Part]]] = {}

    def parts(self, row: int) -> Iterable[Part]:
        """The parts of a line."""
        line = self._lines[row]
        if not line.strip() or self._is_ours(row) or len(line) > LONGEST:
            return super().parts(row)
        first, end = row, row + 1
        while first > max(0, row - HIGHEST) and self._goes_on(first - 1):
            first -= 1
        while end < min(len(self._lines), row + HIGHEST) and self._goes_on(end):
            end += 1
        block = tuple(self._lines[first:end])
        if block not in self._known:
            self._known[block] = self._parsed(block)
            if len(self._known) > MOST:
                self._known.pop(next(iter(self._known)))
        found = self._known[block][row - first]
        return [*found, *super().parts(row)] if "<!--" in line else found

    def _goes_on(self, row: int) -> bool:
        """Whether a line belongs to the same block as the one beside it."""
        line = self._lines[row]
        return bool(line.strip()) and not self._is_ours(row) and len(line) <= LONGEST

    def _is_ours(self, row: int) -> bool:
        """Whether patterns know more of a line, or as much."""
        line = self._lines[row]
        patterns = (CONTAINER, NOTES, FENCE, RULE)
        return bool(self.within(row)) or any(one.match(line) for one in patterns) or line.startswith("<!--")

    def _parsed(self, block: Sequence[str]) -> list[list[Part]]:
        """The parts of each line of a block."""
        lines = [line.encode("utf-8", "replace") for line in block]
        source = b"\n".join([*lines, b""])
        parts: list[list[Part]] = [[] for _ in block]
        for node, role in _with_roles(self._blocks.parse(source).root_node, BLOCKS):
            if node.type in WITH_WORDS:
                inside = source[node.start_byte : node.end_byte]
                row, column = node.start_point
                for one, looks in _with_roles(self._inlines.parse(inside).root_node, INLINES):
                    if looks:
                        _add(parts, lines, one, looks, (row, column))
            elif role.startswith("heading"):
                row = node.start_point[0]
                parts[row].insert(0, Part(0, len(block[row]), role))
            elif role:
                _add(parts, lines, node, role, (0, 0))
        return parts


def _with_roles(node: Node, roles: dict[str, str]) -> Iterator[tuple[Node, str]]:
    """A node and all within it, outer ones first, each with its role or nothing."""
    yield node, roles.get(node.type, "")
    for child in node.children if node.type not in WITH_WORDS or node.parent is None else ():
        yield from _with_roles(child, roles)


def _add(parts: list[list[Part]], lines: Sequence[bytes], node: Node, role: str, origin: tuple[int, int]) -> None:
    """Add what a node takes of each of its lines; ``origin`` is where its text begins."""
    (first, start), (last, end) = node.start_point, node.end_point
    for at in range(first, last + 1):
        row = origin[0] + at
        if row >= len(lines):
            break
        moved = origin[1] if not at else 0
        begins = moved + start if at == first else 0
        ends = moved + end if at == last else len(lines[row])
        if begins < ends:
            parts[row].append(Part(_characters(lines[row], begins), _characters(lines[row], ends), role))


def _characters(line: bytes, column: int) -> int:
    """How many characters a line has before a byte."""
    return len(line[:column].decode("utf-8", "ignore"))
