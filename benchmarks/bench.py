"""Measure start, steps, memory and idling against the least that a Textual program does, in one run.

    python benchmarks/bench.py [--rounds 7] [--write]

Each round measures the floor and every case in turn, so that a machine that grows slow is slow for all. The clock
starts before the program is forked or the key is written, and stops when the last byte that matters has been read
from the pseudo-terminal; a terminal's own drawing is not in it. ``--write`` puts the table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import decks
from rostra.stage.motion import SECONDS
from terminal import Terminal

COLUMNS, ROWS = 120, 36
HERE = Path(__file__).parent
FLOOR = [sys.executable, str(HERE / "floor.py")]
ROSTRA = [sys.executable, "-m", "rostra"]
PAGE = HERE.parent / "docs" / "performance.md"
STEPS = 12
STARTS = 5
IDLE = 4.0
TYPING = 0.05
"""Seconds from the last digit of a number to Enter."""
WRITTEN = 500
"""Slides of the deck that is written in the editor."""
SIGNS = "ÀÁÂÃÄÅÆÇÈÉÊË"
"""What is typed: each is on no slide."""
BETWEEN_KEYS = 0.1
"""Seconds from a key that is to be seen to the next."""
LONGEST = 5000
LONGEST_START = 10.0
GROWING = 5.0
CASES = (("plain", 10), ("plain", 1000), ("rich", 10), ("rich", 1000))
GOALS = {"start": 0.35, "next plain": 0.5, "next rich": 1.0, "jump": 3.0}

PEERS = {"presenterm": "<!-- end_slide -->", "patat": "---", "lookatme": "---"}
"""Other programs, measured where they are installed, and what ends a slide in their decks."""

Times = dict[str, list[float]]


def measure_starts(folder: Path, times: Times) -> None:
    """Start the empty program and each deck in turn, again and again: single starts vary most."""
    for _ in range(STARTS):
        for name, command in [
            ("floor start", FLOOR),
            *((f"start {k} {n}", [*ROSTRA, _deck(folder, k, n)]) for k, n in CASES),
        ]:
            terminal = Terminal(command, COLUMNS, ROWS, folder)
            try:
                times[name].append(terminal.watch(decks.marker(1)) - terminal.began)
            finally:
                terminal.end()


def _deck(folder: Path, kind: str, count: int) -> str:
    """The path of a deck to measure with, written when it is first asked for."""
    deck = folder / f"{kind}{count}.md"
    if not deck.exists():
        deck.write_text(decks.deck(kind, count), "utf-8")
    return str(deck)


def measure_floor(folder: Path, times: Times) -> None:
    """Change the empty program's word some times."""
    terminal = Terminal(FLOOR, COLUMNS, ROWS, folder)
    try:
        terminal.watch(decks.marker(1))
        terminal.settle()
        for _ in range(STEPS):
            times["floor step"].append(_press(terminal, b" "))
        times["idle the floor"].append(_idle(terminal))
    finally:
        terminal.end()


def measure_rostra(folder: Path, kind: str, count: int, times: Times) -> None:
    """Go on slide by slide, then jump to slides that were never seen."""
    name = f"{kind} {count}"
    terminal = Terminal([*ROSTRA, _deck(folder, kind, count)], COLUMNS, ROWS, folder)
    try:
        terminal.watch(decks.marker(1))
        _quiet(terminal)
        for _ in range(min(STEPS, count - 2)):
            times[f"next {name}"].append(_press(terminal, b" "))
        if count >= 1000:
            for number in range(200, 200 + 7 * STEPS, 7):
                terminal.send(str(number).encode())
                time.sleep(TYPING)
                times[f"jump {name}"].append(_press(terminal, b"\r"))
                times[f"leap {name}"].append(_press(terminal, f"{number + 400}\r".encode()))
            times[f"idle {name} slides"].append(_idle(terminal))
            times[f"memory {name}"].append(terminal.peak())
    finally:
        terminal.end()


def measure_peers(folder: Path, times: Times) -> None:
    """Start the other programs that are installed, and go on; one that shows no slide is left out."""
    for name, end in PEERS.items():
        if not shutil.which(name):
            continue
        deck = folder / f"{name}.md"
        deck.write_text(decks.deck("plain", 10, end), "utf-8")
        terminal = Terminal([name, str(deck)], COLUMNS, ROWS, folder)
        try:
            shown = terminal.watch(decks.marker(1), LONGEST_START)
            times[f"start {name}, 10"].append(shown - terminal.began)
            terminal.settle(1.0)
            for number in range(2, 9):
                sent = terminal.send(b" ")
                shown = terminal.watch(decks.marker(number), LONGEST_START)
                times[f"next {name}, 10"].append(shown - sent)
                terminal.settle(1.0)
        except (TimeoutError, OSError) as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
        finally:
            terminal.end()


def measure_ready(folder: Path, times: Times) -> None:
    """Press a key before the program has begun: the time to the second slide is the time to being ready for keys."""
    terminal = Terminal([*ROSTRA, _deck(folder, "plain", 10)], COLUMNS, ROWS, folder)
    try:
        terminal.send(b" ")
        times["ready"].append(terminal.watch(decks.marker(2)) - terminal.began)
    finally:
        terminal.end()


def measure_motion(folder: Path, times: Times) -> None:
    """Go on by transitions: how many pictures each has, and how much of a core it takes meanwhile."""
    deck = folder / "moving.md"
    deck.write_text(f"---\ntransition: push\n---\n\n{decks.deck('rich', STEPS)}", "utf-8")
    terminal = Terminal([*ROSTRA, str(deck)], COLUMNS, ROWS, folder)
    try:
        terminal.watch(decks.marker(1))
        _quiet(terminal)
        for _ in range(STEPS - 2):
            used = terminal.cpu()
            terminal.send(b" ")
            times["pictures"].append(terminal.updates(SECONDS) / SECONDS)
            times["moving"].append((terminal.cpu() - used) / SECONDS * 100)
            terminal.settle()
            time.sleep(0.2)
    finally:
        terminal.end()


def measure_growth(folder: Path, times: Times) -> None:
    """Press keys while the rest of a very long deck is read."""
    terminal = Terminal([*ROSTRA, _deck(folder, "rich", LONGEST)], COLUMNS, ROWS, folder)
    try:
        terminal.watch(decks.marker(1))
        time.sleep(0.5)
        began = time.monotonic()
        while time.monotonic() - began < GROWING:
            for key, number in ((b"n", 2), (b"p", 1)):
                sent = terminal.send(key)
                times["growing"].append(terminal.watch(decks.marker(number)) - sent)
                time.sleep(0.03)
        times["longest"].append(terminal.peak())
    finally:
        terminal.end()


def measure_console(folder: Path, times: Times) -> None:
    """Go on from the audience's terminal and from the speaker's in turn; each time the audience's screen is timed."""
    deck = _deck(folder, "plain", 10)
    audience = Terminal([*ROSTRA, deck], COLUMNS, ROWS, folder)
    console = Terminal([*ROSTRA, "console", deck], COLUMNS, ROWS, folder)
    try:
        audience.watch(decks.marker(1))
        console.watch(decks.marker(2))
        time.sleep(1.0)
        for number in range(2, 9):
            driver, name = ((audience, "here"), (console, "console"))[number % 2]
            sent = driver.send(b" ")
            times[f"key {name}"].append(audience.watch(decks.marker(number)) - sent)
            audience.settle()
            console.settle()
            time.sleep(0.1)
    finally:
        console.end()
        audience.end()


def measure_typing(folder: Path, times: Times) -> None:
    """Type in a bare text area and in the editor: seconds until each sign is to be seen where it was typed."""
    # One that nobody has written in: the editor would offer what it did not save before it was killed.
    deck = Path(tempfile.mkdtemp(dir=folder)) / "deck.md"
    deck.write_text(decks.deck("rich", WRITTEN), "utf-8")
    marker = decks.marker(WRITTEN // 2)
    line = next(at for at, text in enumerate(deck.read_text("utf-8").split("\n"), 1) if marker in text)
    bare = [sys.executable, str(HERE / "bare_editor.py"), str(deck), str(line)]
    for name, command in (("bare", bare), ("editor", [*ROSTRA, "edit", str(deck), f"--line={line}"])):
        terminal = Terminal(command, COLUMNS, ROWS, folder)
        try:
            terminal.watch(marker)
            _quiet(terminal)
            for sign in SIGNS:
                sent = terminal.send(sign.encode())
                times[f"typing {name}"].append(terminal.watch(sign) - sent)
                terminal.settle()
                time.sleep(BETWEEN_KEYS)
        finally:
            terminal.end()


def _quiet(terminal: Terminal) -> None:
    """Wait until a long deck has been read to its end and nothing more is written or worked."""
    while True:
        used = terminal.cpu()
        terminal.settle(1.0)
        time.sleep(0.4)
        if terminal.cpu() - used < 0.02:
            return


def _idle(terminal: Terminal) -> float:
    """How much of a core is used while nothing happens, in percent."""
    used = terminal.cpu()
    time.sleep(IDLE)
    return (terminal.cpu() - used) / IDLE * 100


def _press(terminal: Terminal, key: bytes) -> float:
    """Seconds from a key to the last byte that it causes; then time enough to typeset ahead."""
    sent = terminal.send(key)
    last, _ = terminal.settle(patience=2.0)
    time.sleep(0.1)
    if last is None:
        raise RuntimeError("the key changed nothing")
    return last - sent


def table(times: Times) -> str:
    """The medians as a Markdown table."""
    middle = {name: statistics.median(values) for name, values in times.items()}
    step = middle["floor step"]
    floors = {"start": middle["floor start"], "next": step, "jump": step, "leap": step}
    what = {
        "start": "start to first slide",
        "next": "next slide, typeset ahead",
        "jump": "jump to a slide never seen",
        "leap": "the same, its number typed at once",
    }
    lines = [
        "| What | Deck | Median | p95 | Ratio to the floor | Goal |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
        f"| start to first text | the floor | {middle['floor start'] * 1000:.0f} ms | | 1.00 | |",
        f"| change of a word | the floor | {middle['floor step'] * 1000:.1f} ms "
        f"| {_p95(times['floor step'])} | 1.00 | |",
    ]
    for name, value in middle.items():
        group, _, deck = name.partition(" ")
        if group in floors:
            ratio = value / floors[group]
            goal = GOALS.get(group) or GOALS.get(f"{group} {deck.partition(' ')[0]}", 0.0)
            wanted = "" if deck.partition(",")[0] in PEERS or not goal else f"at most {goal:g}"
            told = f"{value * 1000:.1f} ms | {_p95(times[name])} | {ratio:.2f} | {wanted}"
            lines.append(f"| {what[group]} | {deck} slides | {told} |")
    lines += [*_whole(times, middle), *_typing(times, middle)]
    for name, value in middle.items():
        group, _, deck = name.partition(" ")
        if group == "memory":
            lines.append(f"| most memory held | {deck} slides | {value:.0f} MB | | | under 120 MB |")
        elif group == "idle":
            lines.append(f"| processor when idle | {deck} | {value:.2f} % of a core | | | |")
    return "\n".join(lines)


def _whole(times: Times, middle: dict[str, float]) -> list[str]:
    """The rows about the program as a whole."""
    here, there = middle["key here"] * 1000, middle["key console"] * 1000
    return [
        f"| start to being ready for keys | plain 10 slides | {middle['ready'] * 1000:.0f} ms | | | |",
        f"| key to the audience's next slide | pressed there | {here:.1f} ms | | | |",
        f"| the same | pressed in the console | {there:.1f} ms | | | at most {here * 1.5 + 2:.1f} ms |",
        f"| key while a long deck is read | rich {LONGEST} slides | {middle['growing'] * 1000:.1f} ms "
        f"| {_p95(times['growing'])} | | p95 at most 18 ms |",
        f"| most memory held | rich {LONGEST} slides | {middle['longest']:.0f} MB | | | at most 200 MB |",
        f"| pictures of a transition | rich slides | {middle['pictures']:.0f} a second | | | at least 30 |",
        f"| processor meanwhile | the same | {middle['moving']:.0f} % of a core | | | at most 33 % |",
    ]


def _typing(times: Times, middle: dict[str, float]) -> list[str]:
    """The rows about keys in the editor."""
    bare, ours = middle["typing bare"], middle["typing editor"]
    lines = []
    for what, name, value, ratio, goal in (
        ("key to its sign in a bare text area", "bare", bare, 1.0, ""),
        ("the same in the editor", "editor", ours, ours / bare, "at most 2"),
    ):
        p95 = _p95(times[f"typing {name}"])
        lines.append(f"| {what} | rich {WRITTEN} slides | {value * 1000:.1f} ms | {p95} | {ratio:.2f} | {goal} |")
    return lines


def _p95(values: list[float]) -> str:
    """The time below which 95 of a hundred lie; nothing is said of a few."""
    return f"{sorted(values)[int(len(values) * 0.95)] * 1000:.1f} ms" if len(values) >= 20 else ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    given = parser.parse_args()
    times: Times = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(given.rounds + 1):
            found: Times = defaultdict(list)
            measure_starts(folder, found)
            measure_floor(folder, found)
            for kind, count in CASES:
                measure_rostra(folder, kind, count, found)
            measure_peers(folder, found)
            measure_ready(folder, found)
            measure_motion(folder, found)
            measure_growth(folder, found)
            measure_console(folder, found)
            if number:  # the first round warms the disk's cache and writes the byte code
                measure_typing(folder, found)  # which begins long after that
                for key, values in found.items():
                    times[key] += values
    head = f"{os.cpu_count()} cores, Python {platform.python_version()}, {COLUMNS}x{ROWS}, {given.rounds} rounds"
    text = f"{head}\n\n{table(times)}\n"
    print(text)
    if given.write:
        before, _, rest = PAGE.read_text("utf-8").partition("<!-- table -->\n")
        after = rest.partition("<!-- end of the table -->")[2]
        PAGE.write_text(f"{before}<!-- table -->\n{text}<!-- end of the table -->{after}", "utf-8")


if __name__ == "__main__":
    main()
