"""What the terminal is asked, in one batch, and what its answers say."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from rostra.terminal.ask import ASK_BACKGROUND, ASK_LAST, DEADLINE, LAST_ANSWER, ask, hear
from rostra.terminal.colors import COLOR, Rgb, rgb_of
from rostra.terminal.large_text import DOUBLE_WIDTH, NAME, SIZED_TEXT

PATIENCE = 0.8
"""Seconds more for answers that are late: left alone, they would run into the shell as keys."""

SAMPLES = {
    "a letter": "a",
    "a combining accent": "e\u0301",
    "Chinese": "漢",
    "an emoji": "🎉",
    "an emoji by selector": "\u2764\ufe0f",
    "a joined emoji": "\U0001f469\u200d\U0001f680",
    "box drawing": "─",
}

PIXELS = b"\x1b[14t\x1b[16t"
SYNCHRONISED = b"\x1b[?2026$p"
KEYBOARD = b"\x1b[?u"
# A background is set, asked for, and taken back: a terminal without true colours tells another or nothing.
TRUE_COLOR = b"\x1b[48;2;1;2;3m\x1bP$qm\x1b\\\x1b[m"
KITTY_IMAGES = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
WHERE = b"\x1b[6n"
# A block of two by two needs a line below; the three positions tell widths and scales apart.
SIZED = b"\r\n\x1b[A" + WHERE + SIZED_TEXT
CLEAR = b"\r\x1b[2K"

SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|P[^\x1b\x07]*\x1b\\|_[^\x1b\x07]*\x1b\\|\][^\x1b\x07]*(?:\x1b\\|\x07))"
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the terminal said; None where it said nothing."""

    seconds: float | None = None
    """Until the last answer; None when it never came."""
    name: str = ""
    attributes: frozenset[int] = frozenset()
    background: Rgb | None = None
    pixels: tuple[int, int] | None = None
    cell: tuple[int, int] | None = None
    synchronised: int | None = None
    keyboard: int | None = None
    true_color: bool | None = None
    kitty_images: bool | None = None
    widths: tuple[int, ...] = ()
    """In the order of the samples; empty unless all positions came."""
    sized: tuple[int, int] | None = None
    """By how many cells sized text moved: set by width, then by scale."""
    double_columns: int | None = None
    """How many columns a line of double width has; as many as any other where there are no such lines."""

    @property
    def complete(self) -> bool:
        """Whether all was answered that will be: silence then means no."""
        return self.seconds is not None


def batch(between: str) -> bytes:
    """All questions in one write; what tmux or screen would take for something else is left out."""
    ask_first = [NAME, ASK_BACKGROUND, PIXELS, SYNCHRONISED, KEYBOARD]
    if between != "screen":  # which hands such a string on to the terminal around it
        ask_first.append(TRUE_COLOR)
    if not between:  # tmux takes it for a title
        ask_first.append(KITTY_IMAGES)
    widths = [CLEAR + _sample(text) + WHERE for text in SAMPLES.values()]
    return b"".join([b"\r", *ask_first, *widths, CLEAR, SIZED, CLEAR, DOUBLE_WIDTH, CLEAR, ASK_LAST])


def _sample(text: str) -> bytes:
    """The bytes of a sample; a terminal that does not read UTF-8 may see a string begin in them, and end here."""
    data = text.encode()
    return data + b"\x1b\\" if set(data) & {0x90, 0x98, 0x9D, 0x9E, 0x9F} else data


def ask_all(file: int, between: str) -> Answers:
    """Ask, and wait for late answers too, so that none is left for the shell."""
    started = time.monotonic()
    heard = ask(file, batch(between), LAST_ANSWER, DEADLINE)
    heard = hear(file, LAST_ANSWER, PATIENCE, heard)
    seconds = time.monotonic() - started
    return parse(heard, seconds if LAST_ANSWER.search(heard) else None)


def parse(heard: bytes, seconds: float | None) -> Answers:
    """Answers out of all that came; what is not exactly an answer says nothing."""
    sequences = SEQUENCE.findall(heard)

    def first(pattern: bytes) -> re.Match[bytes] | None:
        return next((found for one in sequences if (found := re.fullmatch(pattern, one))), None)

    def number(pattern: bytes) -> int | None:
        return int(found[1]) if (found := first(pattern)) else None

    name = first(rb"\x1bP>\|([\x20-\x7e]{1,60})\x1b\\")
    attributes = first(LAST_ANSWER.pattern)
    color = first(COLOR + rb"(?:\x1b\\|\x07)")
    set_color = first(rb"\x1bP([01])\$r([\d;:]{0,60})m?\x1b\\")
    images = first(rb"\x1b_Gi=31;([\x20-\x7e]{1,200})\x1b\\")
    widths, sized, double_columns = _columns(sequences)
    return Answers(
        seconds=seconds,
        name=name[1].decode() if name else "",
        attributes=frozenset(int(one) for one in re.findall(rb"\d+", attributes[0])) if attributes else frozenset(),
        background=rgb_of(color) if color else None,
        pixels=_pair(first(rb"\x1b\[4;(\d{1,5});(\d{1,5})t")),
        cell=_pair(first(rb"\x1b\[6;(\d{1,5});(\d{1,5})t")),
        synchronised=number(rb"\x1b\[\?2026;([0-4])\$y"),
        keyboard=number(rb"\x1b\[\?(\d{1,3})u"),
        true_color=bool(re.search(rb"(?:^|;)48[:;]2[:;]+(?:\d*:)?1[:;]2[:;]3(?:$|;)", set_color[2]))
        if set_color and set_color[1] == b"1"
        else None,
        kitty_images=images[1] == b"OK" if images else None,
        widths=widths,
        sized=sized,
        double_columns=double_columns,
    )


def _pair(found: re.Match[bytes] | None) -> tuple[int, int] | None:
    """Width and height, which come the other way round."""
    return (int(found[2]), int(found[1])) if found and int(found[1]) and int(found[2]) else None


def _columns(sequences: list[bytes]) -> tuple[tuple[int, ...], tuple[int, int] | None, int | None]:
    """How far samples, sized text and lines of double width let the cursor; nothing unless each has its answer."""
    found = [one for sequence in sequences if (one := re.fullmatch(rb"\x1b\[(\d{1,5});(\d{1,5})R", sequence))]
    columns = [int(one[2]) for one in found]
    if len(columns) != len(SAMPLES) + 4:
        return (), None, None
    start, wide, scaled, double = columns[-4:]
    return tuple(column - 1 for column in columns[:-4]), (wide - start, scaled - wide), double
