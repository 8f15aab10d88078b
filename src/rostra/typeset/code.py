"""Listings: highlighting, tabs, lines too long folded with a mark. The only home of Pygments."""

from __future__ import annotations

from functools import lru_cache
from textwrap import dedent
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Code
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.panel import on_panel
from rostra.typeset.places import Origin
from rostra.typeset.placing import drawn_from
from rostra.typeset.text import block_aligned, cuts

if TYPE_CHECKING:
    from pygments.lexer import Lexer

TAB = 4
PLAIN = frozenset(("", "text", "txt", "plain", "plaintext", "none", "output", "console-output"))
DRAWN = frozenset(map(chr, range(0x2500, 0x2580)))
NEAR = 0.8
"""How like the name of a language a word must be to be taken for it; many names differ by a letter from others."""
SHORT = 4
FOLDED = "↪ "
KEPT = 128
"""Listings whose highlighting is kept: a slide is set more than once, and again for each size and theme."""
Pieces = list[tuple[str, Style]]
# Pygments' token types by their names, the most special first; the rest take the look of their ancestors.
ROLES = {
    "Comment.Preproc": "syntax_decorator",
    "Comment": "syntax_comment",
    "Keyword.Type": "syntax_type",
    "Keyword.Constant": "syntax_constant",
    "Keyword": "syntax_keyword",
    "Name.Function": "syntax_function",
    "Name.Class": "syntax_type",
    "Name.Builtin": "syntax_builtin",
    "Name.Exception": "syntax_type",
    "Name.Decorator": "syntax_decorator",
    "Name.Tag": "syntax_tag",
    "Name.Attribute": "syntax_attribute",
    "Name.Constant": "syntax_constant",
    "Name.Variable": "syntax_variable",
    "Literal.String": "syntax_string",
    "Literal.Number": "syntax_number",
    "Literal": "syntax_constant",
    "Operator.Word": "syntax_keyword",
    "Operator": "syntax_operator",
    "Punctuation": "syntax_punctuation",
    "Generic.Heading": "syntax_keyword",
    "Generic.Subheading": "syntax_keyword",
    "Generic.Deleted": "syntax_deleted",
    "Generic.Inserted": "syntax_inserted",
    "Generic.Prompt": "syntax_comment",
    "Generic.Output": "syntax_comment",
}


def listing(block: Code, area: Area) -> list[Line]:
    """A listing on a panel of its own that is no wider than it needs; a drawing stands in the middle."""
    ground = area.style("listing")
    is_drawn = is_drawing(block)
    text = dedent(block.text.expandtabs(TAB)) if is_drawn else block.text.expandtabs(TAB)
    rows = _styled(text, block.language, area, ground)
    pad = 2 if area.width >= 30 else 1 if area.width >= 10 else 0
    widest = max((_cells(row) for row in rows), default=0)
    pad = min(pad, 1) if widest > area.width - 2 * pad else pad
    columns = min(area.width - 2 * pad, widest)
    edge = [Run(" " * pad, ground, block.step)] if pad else []
    lines: list[Line] = []
    for number, row in enumerate(rows):
        origin = Origin(block.place, number, lacks=max(0, _cells(row) - columns))
        folded = _folded(row, columns, area.styles.on(ground, "muted"), block.step)
        for line in folded if area.fold and not is_drawn else folded[:1]:
            filled = [Run(run.text, run.style, block.step) for run in padded(line, columns, ground)]
            lines.append(drawn_from([*edge, *filled, *edge], origin))
    lines = on_panel(lines, ground, area, block.step)
    return block_aligned(lines, area.width, "center" if is_drawn and not area.align else "", area.base)


def is_drawing(block: Code) -> bool:
    """Whether a listing is a drawing in lines and boxes, which to fold would spoil."""
    return block.language.lower() in PLAIN and any(sign in DRAWN for sign in block.text)


def language_of(written: str) -> str:
    """The name of a language as it stands behind a fence, also in braces."""
    return written.strip("{}. ").partition("{")[0].partition(",")[0].lower()


def is_language(language: str) -> bool:
    """Whether listings in a language have colours, or are not meant to have any."""
    return language in PLAIN or language in _aliases() or _lexer(language) is not None


def nearest_language(language: str) -> str:
    """The language whose name is most like a word, nothing where none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(language, _aliases(), n=1, cutoff=NEAR)), "") if len(language) >= SHORT else ""


@lru_cache(maxsize=1)
def _aliases() -> frozenset[str]:
    """Every name of a language; none is loaded for it."""
    return frozenset(alias for alias, _ in languages())


def _cells(row: Pieces) -> int:
    return sum(cell_len(text) for text, _ in row)


def _folded(row: Pieces, columns: int, mark: Style, step: int) -> list[Line]:
    """One line of a listing, folded into several where it is too long; each further one begins with a mark."""
    lines: list[Line] = [[]]
    sign = FOLDED if columns > 2 * len(FOLDED) else ""
    room = columns
    for text, style in row:
        for number, part in enumerate(cuts(text, room, columns - len(sign))):
            if number:
                lines.append([Run(sign, mark, step)])
                room = columns - len(sign)
            lines[-1].append(Run(part, style, step))
            room -= cell_len(part)
    return [[run for run in line if run.text] for line in lines]


def _styled(text: str, language: str, area: Area, ground: Style) -> list[Pieces]:
    """The lines of a listing, each as pieces with their styles."""
    language = language_of(language)
    if language in PLAIN or not area.highlight:
        return [[(line, ground)] for line in text.split("\n")]
    return [_joined(row, area, ground) for row in highlighted(text, language)]


def _joined(row: tuple[tuple[str, str], ...], area: Area, ground: Style) -> Pieces:
    """Pieces with their styles; neighbours that look alike in this theme are one, which is less to paint."""
    pieces: Pieces = []
    for part, role in row:
        style = area.styles.on(ground, role)
        if pieces and pieces[-1][1] is style:
            pieces[-1] = (pieces[-1][0] + part, style)
        else:
            pieces.append((part, style))
    return pieces


@lru_cache(maxsize=KEPT)
def highlighted(text: str, language: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The lines of a listing, each as pieces with the roles that a theme styles."""
    lexer = _lexer(language)
    if lexer is None:
        return tuple(((line, "listing"),) for line in text.split("\n"))
    rows: list[list[tuple[str, str]]] = [[]]
    for token, value in lexer.get_tokens(text):
        role = _role(str(token))
        first, *others = value.split("\n")
        if first and rows[-1] and rows[-1][-1][1] == role:
            # Lexers cut what they do not know into single characters, also within an emoji.
            rows[-1][-1] = (rows[-1][-1][0] + first, role)
        elif first:
            rows[-1].append((first, role))
        rows += [[(part, role)] if part else [] for part in others]
    while len(rows) > text.count("\n") + 1 and not rows[-1]:
        rows.pop()
    return tuple(tuple(row) for row in rows)


@lru_cache(maxsize=512)
def _role(token: str) -> str:
    name = token.removeprefix("Token.")
    while name:
        if name in ROLES:
            return ROLES[name]
        name = name.rpartition(".")[0]
    return "listing"


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    """The lexer of a language, None for one that Pygments does not know."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(maxsize=1)
def languages() -> tuple[tuple[str, str], ...]:
    """What can be written behind a fence to have a listing in colours, each with the language's name."""
    from pygments.lexers import get_all_lexers

    known = {alias: name for name, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases}
    return tuple(sorted(known.items()))
