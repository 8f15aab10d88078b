"""Each thing that a talk may want of a terminal, whether this one has it, and what to do when not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from rostra.terminal import identity
from rostra.terminal.ask import DEADLINE
from rostra.terminal.colors import TRUE_COLOR, color_count, is_light
from rostra.terminal.large_text import way as large_text_way
from rostra.terminal.questions import SAMPLES, Answers

State = Literal["ok", "no", "unknown"]
SMALLEST = (80, 24)
SERIOUS = frozenset(("Answers", "Size", "UTF-8", "Widths"))
"""What everybody sees when it is lacking. The rest is worth knowing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the page."""

    name: str
    state: State
    detail: str
    hint: str = ""
    """What to do about what is lacking."""

    @property
    def is_trouble(self) -> bool:
        """Whether a talk suffers from what is lacking."""
        return self.state == "no" and self.name in SERIOUS


@dataclass(frozen=True, slots=True)
class Patient:
    """All that is known of a terminal."""

    answers: Answers
    environment: Mapping[str, str]
    size: tuple[int, int] | None = None
    asked: bool = True

    @property
    def between(self) -> str:
        """``tmux``, ``screen`` or nothing."""
        return identity.between(self.environment)

    @property
    def known_as(self) -> tuple[str, str]:
        """Name and version of the terminal, or of what is between."""
        return identity.identity(self.answers.name, self.environment, self.between)


def examine(patient: Patient) -> list[Finding]:
    """All findings, in the order of the page."""
    return [check(patient) for check in CHECKS]


def terminal(patient: Patient) -> Finding:
    """Its name."""
    name, version = patient.known_as
    shown = patient.answers.name or " ".join(part for part in (name, version) if part)
    term = f"TERM={patient.environment.get('TERM', '')}"
    if not shown:
        return Finding("Terminal", "unknown", f"it does not tell its name; {term}")
    return Finding("Terminal", "ok", f"{shown}; {term}")


def speed(patient: Patient) -> Finding:
    """How fast it answers; a start waits for its answer."""
    seconds, limit = patient.answers.seconds, DEADLINE
    late = "a start waits no longer: name a theme with --theme, or set one in the configuration"
    if not patient.asked:
        return Finding("Answers", "unknown", "not asked")
    if seconds is None:
        some = patient.answers != Answers()
        return Finding("Answers", "no", "the last one is missing" if some else "none", late)
    took = f"all within {max(1, round(seconds * 1000))} ms"
    return Finding("Answers", "ok", took) if seconds <= limit else Finding("Answers", "no", took, late)


def direct(patient: Patient) -> Finding:
    """Whether tmux or screen is between."""
    if patient.between:
        hint = f"{patient.between} may keep back what the terminal can do: present outside it if you miss something"
        return Finding("Direct", "no", f"{patient.between} is between", hint)
    return Finding("Direct", "ok", "neither tmux nor screen between")


def local(patient: Patient) -> Finding:
    """Whether what is shown travels over ssh."""
    if identity.is_remote(patient.environment):
        return Finding("Local", "no", "over ssh", "keep a copy of the deck on the machine in front of you")
    return Finding("Local", "ok", "no ssh between")


def size(patient: Patient) -> Finding:
    """Cells, and pixels if it tells."""
    if not patient.size:
        return Finding("Size", "unknown", "not told")
    columns, rows = patient.size
    detail = f"{columns}x{rows} cells"
    pixels, cell = patient.answers.pixels, patient.answers.cell
    if not pixels and cell:
        pixels = (columns * cell[0], rows * cell[1])
    if pixels:
        detail += f", {pixels[0]}x{pixels[1]} pixels"
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return Finding("Size", "no", detail, f"a larger window or a smaller font: decks expect {SMALLEST[0]}x24")
    return Finding("Size", "ok", detail)


def colors(patient: Patient) -> Finding:
    """How many colours the program will use, by what it goes by: the environment."""
    environment, can = patient.environment, patient.answers.true_color
    if "NO_COLOR" in environment:
        return Finding("Colours", "no", "none: NO_COLOR is set", "unset NO_COLOR, if you want colours in the talk")
    number = color_count(environment)
    if number == TRUE_COLOR:
        return Finding("Colours", "ok", "16 million")
    hint = "export COLORTERM=truecolor" + ("" if can else ", if this terminal has true colours")
    has = ", though the terminal has 16 million" if can else ""
    drawn = "each colour is the nearest of them" if number > 16 else "themes differ in a few colours alone"
    return Finding("Colours", "no", f"{number}{has}; {drawn}", hint)


def background(patient: Patient) -> Finding:
    """Dark or light, which settles the theme unless one is named."""
    rgb = patient.answers.background
    if not rgb:
        hint = "a talk is then dark, unless COLORFGBG is set; --theme names another theme"
        return Finding("Background", "unknown", "not told", hint)
    shown = "#{:02x}{:02x}{:02x}".format(*rgb)
    return Finding("Background", "ok", f"{'light' if is_light(rgb) else 'dark'}, {shown}")


def locale(patient: Patient) -> Finding:
    """Whether programs are told to write UTF-8."""
    if sys.platform == "win32":
        return Finding("UTF-8", "ok", "no locale is needed here")
    variables = ("LC_ALL", "LC_CTYPE", "LANG")
    name = next((one for one in variables if patient.environment.get(one)), "")
    value = patient.environment.get(name, "")
    if "utf8" in value.lower().replace("-", ""):
        return Finding("UTF-8", "ok", f"{name}={value}")
    detail = f"{name}={value}" if name else "no locale is set"
    return Finding("UTF-8", "no", detail, "export LC_ALL=C.UTF-8, or another locale in UTF-8")


def widths(patient: Patient) -> Finding:
    """Whether characters take as many cells as slides are typeset with."""
    from rich.cells import cell_len

    found = patient.answers.widths
    if not found:
        return Finding("Widths", "unknown", "the cursor's position was not told" if patient.asked else "not asked")
    wrong = [
        f"{name} {cells} instead of {cell_len(text)}"
        for (name, text), cells in zip(SAMPLES.items(), found, strict=True)
        if cells != cell_len(text)
    ]
    if not wrong:
        return Finding("Widths", "ok", f"all {len(found)} kinds of character that were tried")
    if found[list(SAMPLES).index("Chinese")] == 3:  # one for each byte
        return Finding("Widths", "no", "the terminal does not read UTF-8", "start it in UTF-8: xterm -u8, tmux -u")
    hint = "lines with these are shifted: leave them out of slides, or use a newer terminal"
    return Finding("Widths", "no", "cells: " + ", ".join(wrong), hint)


def links(patient: Patient) -> Finding:
    """Links on text, which no terminal can be asked about."""
    name, version = patient.known_as
    match identity.has_links(name, version):
        case True:
            return Finding("Links", "ok", "this terminal is known to have them")
        case False:
            hint = "write addresses out where the audience needs them"
            return Finding("Links", "no", "this terminal is known not to have them", hint)
        case None:
            return Finding("Links", "unknown", "cannot be asked", "try one: rostra, then Ctrl and click on a link")


def synchronised(patient: Patient) -> Finding:
    """Whether a slide can be shown at once, however much of it changes."""
    answer = patient.answers.synchronised
    if answer is None:
        return Finding("Synchronised", "unknown", "it does not tell" if patient.asked else "not asked")
    if answer in (1, 2, 3):
        return Finding("Synchronised", "ok", "a slide changes at once")
    return Finding(
        "Synchronised", "no", "no synchronised output", "large changes may be seen in parts; use few colours"
    )


UNDRAWN = "this version draws none, their text stands in their place"


def pictures(patient: Patient) -> Finding:
    """Pictures in pixels, by any of three ways."""
    answers, name = patient.answers, patient.known_as[0]
    ways = ["kitty's"] * bool(answers.kitty_images) + ["sixel"] * (4 in answers.attributes)
    ways += ["iTerm2's"] * (name in identity.ITERM2_IMAGES)
    if ways:
        return Finding("Pictures", "ok", f"in pixels: {', '.join(ways)}; {UNDRAWN}")
    if patient.between:
        return Finding("Pictures", "no", f"not in pixels through {patient.between}", UNDRAWN)
    if not answers.complete:
        return Finding("Pictures", "unknown", "it did not answer" if patient.asked else "not asked", UNDRAWN)
    return Finding("Pictures", "no", "not in pixels", UNDRAWN)


WAYS = {
    "sized": "by kitty's text sizing: slides twice or three times as large",
    "double": "by double-height lines: slides twice as large",
    "fragile": "by double-height lines: slides twice as large; not those with rare signs, which end xterm before 380",
}


def large_text(patient: Patient) -> Finding:
    """Whether slides can be magnified, and by which way."""
    moved, double, size = patient.answers.sized, patient.answers.double_columns, patient.size
    if way := large_text_way(moved, double, size[0] if size else 0, patient.answers.name):
        return Finding("Large text", "ok", WAYS[way])
    if patient.between:
        hint = "outside of it slides may be twice as large"
        return Finding("Large text", "no", f"not through {patient.between}", hint)
    if moved is None:
        return Finding("Large text", "unknown", "it did not answer" if patient.asked else "not asked")
    detail = "widths only" if moved == (2, 0) else "one size of text"
    return Finding("Large text", "no", detail, "make the font larger; xterm, Konsole and kitty (0.40) magnify slides")


def keyboard(patient: Patient) -> Finding:
    """Whether keys that look alike to old terminals can be told apart."""
    answers = patient.answers
    if answers.keyboard is not None:
        return Finding("Keyboard", "ok", "tells all keys apart")
    if not answers.complete:
        return Finding("Keyboard", "unknown", "it did not answer" if patient.asked else "not asked")
    return Finding("Keyboard", "no", "Ctrl+I is Tab, Ctrl+M is Enter", "leave such keys out of [keys]; the rest work")


CHECKS: tuple[Callable[[Patient], Finding], ...] = (
    terminal, speed, direct, local, size, colors, background, locale, widths, links, synchronised, pictures, large_text,
    keyboard,
)  # fmt: skip
