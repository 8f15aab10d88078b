"""What a deck shows and says, apart from where it is written: that must stay the same."""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest
from typing import Any

from rostra.deck.unplaced import unplaced
from rostra.reader.deck import read_text
from rostra.reader.dialects import NATIVE
from rostra.reader.front_matter import read_front_matter
from rostra.reader.grammar import Environment, parse_inline, parser, top_blocks
from rostra.reader.source import Source


class Outline:
    """All that a deck is, for comparing it with another state of its file."""

    def __init__(self, source: Source) -> None:
        self.path = source.path
        self.deck = read_text(source)
        self._source = source
        self._env: Environment = {}

    @cached_property
    def _tokens(self) -> list[tuple[Any, ...]]:
        """What the file consists of, whether it is shown or not; other ways to write the same are left out."""
        text = read_front_matter(self._source, NATIVE)[1]
        blocks = top_blocks(parser(NATIVE), text, self._env)
        tokens = (token for tokens in blocks for token in NATIVE.marks(tokens))
        return [
            (
                *(token.type, token.tag, token.level, token.hidden, token.info, token.attrs),
                token.markup if token.type == "fence" else "",
                {key: value for key, value in token.meta.items() if key not in ("written", "column")},
                token.content,
            )
            for token in tokens
        ]

    @cached_property
    def _shown(self) -> object:
        return unplaced(self.deck)

    def same(self, other: Outline) -> bool:
        """Whether two states of a file are the same slides, those included that are left out."""
        return self._same_tokens(other) and self._shown == other._shown

    def _same_tokens(self, other: Outline) -> bool:
        pairs = zip_longest(self._tokens, other._tokens)
        if not all(a == b or (a and b and a[:-1] == b[:-1] and self._text(a) == other._text(b)) for a, b in pairs):
            return False
        return bool(_unmapped(self._env.get("references")) == _unmapped(other._env.get("references")))

    def _text(self, token: tuple[Any, ...]) -> object:
        """The text of a token as it will be seen, for texts that are not written alike."""
        if token[0] != "inline":
            return token[-1]
        return _unmapped([one.as_dict() for one in parse_inline(parser(NATIVE), token[-1], self._env)])


def _unmapped(value: Any) -> Any:
    """Values without the lines on which they stand."""
    if isinstance(value, dict):
        return {key: _unmapped(one) for key, one in value.items() if key != "map"}
    return [_unmapped(one) for one in value] if isinstance(value, list) else value
