"""What is on the terminal after any keys, panels, sizes and saves: what painting all of it anew gives."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from pty_session import WHOLE_UPDATES, Present, PtySession

from params import fast

F5 = "\x1b[15~"
DECK = """---
title: Cells
transition: push
step_transition: fade
---

# 日本語 and 🚀 emoji

Some *words*, `code` and [a link](https://e.org/).

---

# Steps {name}

- one

<!-- pause -->

- two

<!-- pause -->

| a | b |
| - | - |
| 1 | 日 |

---

# Tall

""" + "\n\n".join(f"row {n} of many" for n in range(50))
ESC = "\x1b"
KEYS = [*"nnnnpppssNPggG'bwcd]]o/?T\r", "\x1b[6~", "\x1b[5~", "4\r", "wo", "nqx", ESC, ESC, ESC]
SIZES = [(80, 24), (60, 20), (101, 31), (33, 9)]


def settle(session: PtySession) -> list[list[Any]]:
    """Every cell, once nothing more is written."""
    while session.pump(0.15):
        pass
    screen = session.screen
    return [[screen.buffer[row][column] for column in range(screen.columns)] for row in range(screen.lines)]


@pytest.mark.parametrize(("seed", "count"), fast(1, [(1, 40), (2, 250), (3, 250)]))
def test_the_terminal_shows_what_painting_all_anew_gives(
    present: Present, tmp_path: Path, home: Path, seed: int, count: int
) -> None:
    chosen = random.Random(seed)
    deck = tmp_path / "cells.md"
    deck.write_text(DECK, "utf-8")
    session = present(deck, size=SIZES[0])
    session.wait_for("1/4")
    session.wait_until_ready()
    session.send(WHOLE_UPDATES)
    done: list[str] = []
    for number in range(count):
        what = chosen.choices(["key", "size", "save"], [20, 2, 1])[0]
        if what == "key":
            done.append(chosen.choice(KEYS))
            session.send(done[-1])
        elif what == "size":
            done.append(str(size := chosen.choice(SIZES)))
            session.resize(*size)
        else:
            done.append("save")
            deck.write_text(DECK.replace("{name}", f"number {number}"), "utf-8")
            session.pump_for(1.0)  # files are looked at four times a second
        shown = settle(session)
        if session.shows("╭"):  # a panel: Textual's own, with a cursor that blinks
            continue
        session.send(F5)
        anew = settle(session)
        wrong = [row for row, pair in enumerate(zip(shown, anew, strict=True)) if pair[0] != pair[1]]
        assert not wrong, f"rows {wrong} are wrong after {done[-6:]}:\n{session.text}"
        assert session.running
