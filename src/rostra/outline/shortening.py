"""The first sentence of running text, as it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rostra.deck.blocks import Spans, plain

LETTERS = 8
"""How many letters count as a word where there are no blanks, or hardly any."""
ENDS, PAUSES, UNSPACED = ".!?…", ",;:–—", "。！？"
AFTER = "\"'’”»)]*_`"
"""What may stand between the end of a sentence and the next blank."""
REST = " …"


def size(text: str) -> int:
    """How much there is to read, in words."""
    return max(len(text.split()), len(text) // LETTERS)


def shortened(text: str, most: int, spans: Callable[[str], Spans]) -> str:
    """The first sentence of Markdown text on one line; one with more words than ``most`` up to a pause.

    What is cut within a sentence ends with an ellipsis. ``spans`` tells what Markdown says: nothing is cut within a
    link, or between the signs of a look.
    """
    joined = " ".join(text.split())
    whole = _letters(spans(joined))
    if whole != _letters(spans(text.strip()), " "):
        return text  # its line breaks mean something
    pause = middle = ""
    for at in _ends(joined):
        start = joined[:at].rstrip()
        is_end, is_pause = _ends_sentence(start, joined[at:].lstrip()), start[-1:] in PAUSES
        if size(plain(spans(start))) > most:
            break
        if whole[: len(found := _letters(spans(start)))] != found:
            continue
        if is_end:
            return start
        pause, middle = start if is_pause else pause, start
    else:
        return joined
    return ((pause.rstrip(PAUSES) or middle) + REST) if middle else joined


def _letters(spans: Spans, line_end: str = "\n") -> list[tuple[object, ...]]:
    """Each letter with its looks."""
    return [
        (line_end if letter == "\n" else letter, span.looks, span.link, span.color)
        for span in spans
        for letter in span.text
    ]


def _ends(text: str) -> Iterator[int]:
    """Where a text could be cut, its end included."""
    for at, letter in enumerate(text):
        if letter == " " or (at and text[at - 1] in UNSPACED):
            yield at
    yield len(text)


def _ends_sentence(start: str, rest: str) -> bool:
    """Whether a sentence ends between two parts of a text; it does not behind what looks like an abbreviation."""
    bare = start.rstrip(AFTER)
    if bare[-1:] in UNSPACED and bare:
        return True
    if bare[-1:] not in ENDS or not bare or rest[:1].islower():
        return False
    word = bare.split(" ")[-1].strip(ENDS)
    if bare[-1] != ".":
        return True
    return "." not in word and (len(word) > 2 or word == word.lower() != word[:1])
