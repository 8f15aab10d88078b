"""Rostra's own format: rules end slides, and comments steer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rostra.errors import word_of
from rostra.reader.comments import html_pieces
from rostra.reader.dialects.dialect import Dialect
from rostra.reader.directives import read_comment
from rostra.reader.head import split_front_matter
from rostra.reader.marks import mark
from rostra.reader.metadata import KEYS, read_meta

if TYPE_CHECKING:
    from markdown_it.token import Token


def marks(tokens: Sequence[Token]) -> Iterator[Token]:
    """Rules outside everything end slides; each comment that steers is a mark."""
    for token in tokens:
        if token.type == "hr" and not token.level:
            end = mark("end_slide", None, _lines(token))
            end.markup = token.markup
            yield end
        elif token.type == "html_block" and "<!--" in token.content:
            yield from _comments(token)
        else:
            yield token


def _comments(token: Token) -> Iterator[Token]:
    """The marks of an HTML block, and the HTML between them; ordinary comments are left out."""
    first, _ = _lines(token)
    for is_comment, text, begins, ends in html_pieces(token.content):
        line = first + token.content.count("\n", 0, ends - len(text.lstrip()) if not is_comment else begins)
        lines = line, first + token.content.count("\n", 0, ends) + 1
        if not is_comment:
            yield token.copy(content=text, map=list(lines))
            continue
        written = token.content[begins:ends].partition("\n")[0]
        column = begins - token.content.rfind("\n", 0, begins) - 1
        try:
            directive = read_comment(text)
        except ValueError as error:
            yield mark("mistake", str(error), lines, token.level, written, column, word_of(error))
        else:
            if directive is not None:
                yield mark(directive.name, directive.value, lines, token.level, written, column)


def _lines(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


NATIVE = Dialect(
    name="native",
    recognise=lambda source: True,
    head=split_front_matter,
    keys=frozenset(KEYS),
    front_matter=read_meta,
    slide_end=re.compile(r" {0,3}(?:([-*_])(?:[ \t]*\1){2,}[ \t]*\Z|<!--[ \t]*end_slide\b)", re.IGNORECASE),
    comment=read_comment,
    extend=lambda parser: None,
    marks=marks,
)
