"""Running text to lines: breaking at words, between wide characters, and inside what is too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, split_graphemes, split_text
from rich.style import Style

from rostra.deck.blocks import Align, Span
from rostra.typeset.frame import Line, Run, width
from rostra.typeset.styles import Styles

CHUNKS = re.compile(r"\n|[ \t]+|[^ \t\n]+")
# Japanese line breaking (JIS X 4051, the common core): what must not begin and what must not end a line.
NOT_FIRST = frozenset("、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕％‐…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
NOT_LAST = frozenset("（［｛「『【〈《〔")
BREAK_AFTER = "/-_.,;:=&?"

SUPERSCRIPTS = str.maketrans("0123456789+-=()nixyaTeh", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸᵃᵀᵉʰ")
SUBSCRIPTS = str.maketrans("0123456789+-=()aeoxhkijnt", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖᵢⱼₙₜ")

Word = list[tuple[str, Style]]


def styled(spans: Iterable[Span], styles: Styles, base: Style) -> list[tuple[str, Style]]:
    """Spans as text and style, with the signs that stand for what a terminal cannot show."""
    return [(_shown(span), styles.span(base, span)) for span in spans]


def _shown(span: Span) -> str:
    text, looks = span.text, span.looks
    if "code" in looks:
        return text.replace("\n", " ")
    if text != "\n":
        text = re.sub(r"\s*\n\s*|[ \t]+", lambda found: "\n" if "\n" in found[0] else " ", text)
    if "superscript" in looks or "footnote" in looks:
        return _small(text, SUPERSCRIPTS)
    if "subscript" in looks:
        return _small(text, SUBSCRIPTS)
    if "kbd" in looks:
        return f"\xa0{text}\xa0"
    return f"▣\xa0{text}" if "image" in looks else text


def _small(text: str, signs: dict[int, int]) -> str:
    """The text in small signs when there is one for each character, else unchanged."""
    return text.translate(signs) if all(ord(char) in signs for char in text) else text


def wrap(pieces: Iterable[tuple[str, Style]], columns: int, step: int = 0) -> list[Line]:
    """Break text into lines of at most ``columns`` cells; a line break is a text of its own."""
    columns = max(1, columns)
    lines: list[Line] = [[]]
    room = columns
    gap: tuple[str, Style | None] = ("", None)
    for word in _words(pieces):
        first, style = word[0]
        if first == "\n":
            lines.append([])
            room, gap = columns, ("", None)
        elif first.isspace() and first.strip(" \t") == "":
            gap = (first, style) if lines[-1] else ("", None)
        else:
            cells = sum(cell_len(text) for text, _ in word)
            spacing = len(gap[0])
            if (spacing + cells > room and cells <= columns) or spacing + 1 > room:
                lines.append([])
                room, spacing = columns, 0
            if spacing and gap[1] is not None:
                lines[-1].append(Run(" " * spacing, gap[1], step))
                room -= spacing
            room = _place(word, lines, room, columns, step)
            gap = ("", None)
    return [_joined(line) for line in lines]


def _words(pieces: Iterable[tuple[str, Style]]) -> Iterator[Word]:
    """Words, each with its styles, and the blanks and line breaks between them."""
    word: Word = []
    for text, style in pieces:
        for chunk in CHUNKS.findall(text):
            if chunk[0] in " \t\n":
                if word:
                    yield word
                    word = []
                yield [(chunk, style)]
            elif chunk.isascii() or cell_len(chunk) == len(chunk):
                word.append((chunk, style))
            else:
                *done, word = _wide_words(word, chunk, style)
                yield from done
    if word:
        yield word


def _wide_words(word: Word, chunk: str, style: Style) -> Iterator[Word]:
    """Cut before and after each wide character, where the rules of line breaking allow it."""
    before = word[-1][0][-1] if word else ""
    before_wide = bool(before) and cell_len(before) == 2
    for start, end, cells in split_graphemes(chunk)[0]:
        sign = chunk[start:end]
        wide = cells == 2
        if word and (wide or before_wide) and sign[0] not in NOT_FIRST and before not in NOT_LAST:
            yield word
            word = []
        if word and word[-1][1] is style:
            word[-1] = (word[-1][0] + sign, style)
        else:
            word = [*word, (sign, style)]
        before, before_wide = sign[0], wide
    yield word


def _place(word: Word, lines: list[Line], room: int, columns: int, step: int) -> int:
    """Put a word at the end of the last line, cut where it is longer than a whole line; returns the room left."""
    for text, style in word:
        for number, part in enumerate(cuts(text, room, columns, BREAK_AFTER)):
            if number:
                lines.append([])
                room = columns
            lines[-1].append(Run(part, style, step))
            room -= cell_len(part)
    return room


def cuts(text: str, room: int, columns: int, after: str = "") -> Iterator[str]:
    """The text in parts: the first fits the room that is left on a line, each other one a whole line.

    A cut is made after one of some signs where one is near. A character wider than any line becomes an ellipsis.
    """
    if cell_len(text) <= room:
        yield text
        return
    if columns < 2:
        text = "".join("…" if cells > columns else text[start:end] for start, end, cells in split_graphemes(text)[0])
    signs = split_graphemes(text)[0]
    start = at = used = 0
    while at < len(signs):
        end, _, cells = signs[at]
        if used + cells <= room:
            used, at = used + cells, at + 1
            continue
        near = max((text.rfind(sign, start, end) for sign in after), default=-1) + 1
        if near - start > (end - start) * 2 // 3:
            end = near
            while signs[at][0] > end:
                at -= 1
        yield text[start:end]
        start, used, room = end, 0, columns
    yield text[start:]


def _joined(line: Line) -> Line:
    """Neighbours of one style as one run."""
    joined: Line = []
    for run in line:
        if not run.text:
            continue
        if joined and joined[-1].style is run.style:
            joined[-1] = Run(joined[-1].text + run.text, run.style, run.step)
        else:
            joined.append(run)
    return joined


def aligned(lines: list[Line], columns: int, align: Align, blank: Style) -> list[Line]:
    """Each line by itself moved to the right or to the middle."""
    if align not in ("center", "right"):
        return lines
    return [_moved(line, (columns - width(line)) // (2 if align == "center" else 1), blank) for line in lines]


def block_aligned(lines: list[Line], columns: int, align: Align, blank: Style) -> list[Line]:
    """The lines moved together, so that their left edge stays straight."""
    if align not in ("center", "right") or not lines:
        return lines
    left = (columns - max(width(line) for line in lines)) // (2 if align == "center" else 1)
    return [_moved(line, left, blank) for line in lines]


def _moved(line: Line, left: int, blank: Style) -> Line:
    return [Run(" " * left, blank), *line] if left > 0 and line else line


def truncated(text: str, cells: int) -> str:
    """The text, with an ellipsis at its end where it is too long."""
    if cell_len(text) <= cells:
        return text
    return split_text(text, cells - 1)[0].rstrip() + "…" if cells > 0 else ""
