"""Comments that the structure of blocks cuts in two: none of what stands in them may be shown.

A comment that begins within a line ends for Markdown with its paragraph, and one in a list with its item. What follows
would be text on the slide, although its author hid it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rostra.reader.inline import opens_comment

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class SplitComments:
    """Joins such comments again, over the blocks of one slide."""

    def __init__(self, parser: MarkdownIt) -> None:
        self.parser = parser
        self.opened: int | None = None
        """The line, counted from 0, where a comment began that has not ended yet."""
        self._hidden = ""

    def joined(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """The tokens of a block without what is hidden; a comment that ends is an HTML block of its own."""
        for token in tokens:
            if self.opened is not None and token.type in ("fence", "code_block"):
                self._hidden += token.content
            elif token.type in ("inline", "html_block") and (self.opened is not None or "<!--" in token.content):
                yield from self._without_hidden(token)
            else:
                yield token

    def _without_hidden(self, token: Token) -> Iterator[Token]:
        comment = ""
        shown = token.content
        if self.opened is not None:
            before, ended, after = shown.partition("-->")
            self._hidden += f"\n{before}"
            shown = after
            if ended:
                comment, self.opened, self._hidden = self._hidden, None, ""
        if self.opened is None and self._opens(token, shown):
            at = shown.rindex("<!--")
            shown, self._hidden = shown[:at], shown[at + 4 :]
            self.opened = (token.map or (0, 0))[0]
        yield token if shown == token.content else token.copy(content=shown)
        if comment:
            yield token.copy(type="html_block", tag="", nesting=0, content=f"<!--{comment}-->", children=None)

    def _opens(self, token: Token, shown: str) -> bool:
        if "<!--" not in shown or "-->" in shown[shown.rindex("<!--") :]:
            return False
        if token.type == "html_block":
            # One that begins its block and reaches to the end of its slide hides all that it should.
            return bool(token.meta.get("cut")) or not shown.lstrip().startswith("<!--")
        return not shown[: shown.rindex("<!--")].endswith("\\") and opens_comment(self.parser, shown)

    def end(self) -> int | None:
        """End the slide; the line where a comment began that never ended on it, None when there is none."""
        line, self.opened, self._hidden = self.opened, None, ""
        return line
