"""Tokens taken one after the other, and where in the sources they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostra.deck.blocks import Place
from rostra.reader.grammar import parse_blocks

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Piece:
    """Some consecutive lines of one file."""

    file: str
    first_line: int
    """1-based."""
    text: str

    def place(self, line: int) -> Place:
        """The place of a line of the piece, counted from 0."""
        return Place(self.file, self.first_line + line)


class TokenStream:
    """The block tokens of a piece, or the part of them inside one opening token."""

    def __init__(self, piece: Piece, tokens: Sequence[Token] | None = None) -> None:
        self.piece = piece
        self.tokens = parse_blocks(piece.text, {}) if tokens is None else tokens
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
        return TokenStream(self.piece, self.tokens[start : self.at - 1 if not depth else self.at])

    @property
    def loose(self) -> bool:
        """Whether a list item's own paragraphs are parted by blank lines."""
        level = self.tokens[0].level if self.tokens else 0
        return any(
            token.type == "paragraph_open" and token.level == level and not token.hidden for token in self.tokens
        )

    def place(self, token: Token) -> Place:
        """Where a token begins."""
        return self.piece.place(token.map[0] if token.map else 0)

    def rest_of_source(self, token: Token) -> str:
        """The source below a token's line."""
        return "\n".join(self.piece.text.split("\n")[token.map[1] if token.map else 0 :]).strip()

    def inner_source(self, token: Token) -> str:
        """The source between a container's fences."""
        first, last = token.map or (0, 0)
        return "\n".join(self.piece.text.split("\n")[first + 1 : last]).strip()
