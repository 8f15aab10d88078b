"""Text that is safe to show: the one place where what came from outside becomes so."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What few texts need is a plain pattern: `re` compiles such a set, in milliseconds, at its first use.
# C0 but tab and newline, DEL and C1 would be obeyed by the terminal: they become the replacement sign.
CONTROLS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
# Bidi controls reorder what the audience reads; the others show nothing and may count a cell.
UNSEEN = "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
# Between emoji these join and widen; elsewhere cells would be counted wrong, so they are dropped without a word.
EMOJI = "\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
STRAY = f"(?<![{EMOJI}])(?<![{EMOJI}]\ufe0f)\u200d|\u200d(?![{EMOJI}])|(?<![{EMOJI}0-9#*\xa9\xae])\ufe0f"
LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
UNSAFE = re.compile(f"{CONTROLS}|{UNSEEN}|[\r\u2028\u2029]")


PIECE = 65536
"""Characters after which a long text is parted: a pattern is matched in one go, while no other thread runs."""


def pieces(text: str) -> Iterator[str]:
    """A text in parts that end with a line, or with the text."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        yield text[start:end]
        start = end


def safe(text: str) -> str:
    """The text without anything that a terminal would obey or a reader could not see."""
    return "".join(map(_safe, pieces(text))) if len(text) > PIECE else _safe(text)


def _safe(text: str) -> str:
    if "\u200d" in text or "\ufe0f" in text:
        text = re.sub(STRAY, "", text)
    if not UNSAFE.search(text):
        return text
    return re.sub(CONTROLS, "\ufffd", re.sub(UNSEEN, "", LINE_ENDS.sub("\n", text)))


def safe_line(text: str) -> str:
    """The same, on one line."""
    return " ".join(safe(text).split())
