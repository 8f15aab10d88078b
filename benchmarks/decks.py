"""Decks to measure with: every slide has other text, so that no redraw is small by chance."""

from __future__ import annotations

import random

WORDS = (
    "stage lamp chair speaker room curtain question answer screen pointer margin river harbour letter paper garden "
    "window market bridge signal engine ledger meadow copper timber canvas pencil needle anchor lantern"
).split()


def marker(number: int) -> str:
    """A word that only one slide has; the next one's begins and ends otherwise, so that all of it is written."""
    letter = chr(ord("A") + number % 26)
    return f"{letter}SLIDE{number:04d}{letter}"


def slide(kind: str, number: int) -> str:
    """The Markdown of a slide: plain is a headline, a line, a list and a paragraph; rich fills 36 rows."""
    choose = random.Random(number)

    def say(count: int) -> str:
        return " ".join(choose.choices(WORDS, k=count))

    head = f"# {say(3).capitalize()} {number}\n\n{marker(number)} {say(8)}."
    bullets = "\n".join(f"- {say(7)}" for _ in range(5))
    if kind == "plain":
        return f"{head}\n\n{bullets}\n\n{say(40).capitalize()}."
    rows = "\n".join(f"| {say(2)} | {say(3)} | {number * n} |" for n in range(1, 5))
    code = "\n".join(
        f'def {choose.choice(WORDS)}_{n}(value: int, *, name: str = "{say(2)}") -> dict[str, int]:\n'
        f"    return {{name: value * {number + n}}}  # {say(4)}"
        for n in range(4)
    )
    return (
        f"{head}\n\n| One | Two | Three |\n|---|:-:|--:|\n{rows}\n\n```python\n{code}\n```\n\n"
        f"- {say(4)}\n  - **{say(2)}** and `{say(1)}`\n  - {say(5)}\n- {say(6)}\n\n> {say(12)}."
    )


def deck(kind: str, count: int, end: str = "---") -> str:
    """A deck of so many slides, each ended as a program wants it."""
    return f"\n\n{end}\n\n".join(slide(kind, number) for number in range(1, count + 1)) + "\n"
