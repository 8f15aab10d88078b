"""What is on the terminal after any keys, panels, sizes and saves: what painting all of it anew gives."""

from __future__ import annotations

import random
import signal
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

# Short

words

---

# Short too

---

# Tall

""" + "\n\n".join(f"row {n} of many" for n in range(50))
ESC = "\x1b"
KEYS = [*"nnnnpppssNPggG'bwcd]]o/?T\r0", *["+c", "-c"] * 2, "\x1b[6~", "\x1b[5~", "4\r", "wo", "nqx", *[ESC] * 3]
SIZES = [(80, 24), (60, 20), (101, 31), (33, 9)]


def settle(session: PtySession) -> list[list[Any]]:
    """Every cell, once nothing more is written."""
    while session.pump(0.15):
        pass
    return session.screen.cells()


CASES = [("", 1, 25), ("double", 2, 40), ("sized", 3, 40), ("", 4, 250), ("double", 5, 400), ("sized", 6, 400)]


@pytest.mark.parametrize(("large", "seed", "count"), fast(1, CASES))
def test_the_terminal_shows_what_painting_all_anew_gives(
    present: Present, tmp_path: Path, home: Path, large: str, seed: int, count: int
) -> None:
    chosen = random.Random(seed)
    deck = tmp_path / "cells.md"
    deck.write_text(DECK, "utf-8")
    config = tmp_path / "letters.toml"
    config.write_text('letters = "sextants"\n', "utf-8")
    session = present(deck, size=SIZES[0], large=large, env={"ROSTRA_CONFIG": str(config)})
    session.wait_for("1/6")
    session.wait_until_ready()
    session.send(WHOLE_UPDATES)
    assert bool(session.screen.halves) == (large == "double")
    assert bool(session.screen.blocks) == (large == "sized")
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
        if session.shows("▊"):  # a panel: Textual's own, with a cursor that blinks
            assert not session.screen.halves, f"a panel over double lines after {done[-6:]}"
            assert not session.screen.blocks, f"a panel over large letters after {done[-6:]}"
            continue
        session.send(F5)
        anew = settle(session)
        wrong = [row for row, pair in enumerate(zip(shown, anew, strict=True)) if pair[0] != pair[1]]
        assert not wrong, f"rows {wrong} are wrong after {done[-6:]}:\n{session.text}"
        assert session.running
    session.kill(signal.SIGTERM)
    session.end()
    session.assert_restored()
