"""Tokens taken one after the other, and where in the sources they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rostra.deck.blocks import Place
from rostra.reader.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


class TokenStream:
    """The tokens of a block, or the part of them inside one opening token."""

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.at = 0

    def take(self, flat: bool = False) -> Token | None:
        """The next token, or None at the end. Closing tokens are left out unless ``flat``."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if flat or token.nesting >= 0:
                return token
        return None

    def inline(self) -> Token:
        """The inline token that must come next."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    def skip_closing(self) -> None:
        """Pass over one closing token."""
        self.at += 1

    def inside(self) -> TokenStream:
        """What lies between the token just taken and the one that closes it; both are passed over."""
        start, depth = self.at, 1
        while self.at < len(self.tokens) and depth:
            depth += self.tokens[self.at].nesting
            self.at += 1
        return TokenStream(self.source, self.tokens[start : self.at - 1 if not depth else self.at])

    @property
    def loose(self) -> bool:
        """Whether a list item's own paragraphs are parted by blank lines."""
        level = self.tokens[0].level if self.tokens else 0
        return any(
            token.type == "paragraph_open" and token.level == level and not token.hidden for token in self.tokens
        )

    def place(self, token: Token) -> Place:
        """Where a token begins."""
        return Place(self.source.name, (token.map[0] if token.map else 0) + 1)

    def inner_source(self, token: Token) -> str:
        """The source between a container's fences."""
        first, last = token.map or (0, 0)
        return "\n".join(self.source.lines[first + 1 : last]).strip()
