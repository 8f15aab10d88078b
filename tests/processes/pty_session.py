"""The program in a real pseudo-terminal: bytes in, bytes and a screen out."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from large_screen import LargeScreen, LargeStream

PATIENCE = 30.0
"""Seconds that anything may take; generous, since machines that run tests are busy."""
NAMES = "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima".split()
STEPS = "one\n\n<!-- pause -->\n\ntwo\n\n<!-- pause -->\n\nthree"
BACKGROUNDS = {"dark": b"rgb:1414/1616/1b1b", "light": b"rgb:ffff/fdfd/f5f5"}
CURSOR = {"": (0, 1, 1), "sized": (0, 3, 5), "double": (2, 1, 1)}
"""Where the cursor is when larger text is asked for: the part of the columns at which it stops, and two columns."""
ATTRIBUTES = b"\x1b[?62;22c"
WHOLE_UPDATES = b"\x1b[?2026;2$y"
"""What a terminal says that shows what is written as one update at once."""
PRIVATE_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
# pyte prints the end of what it does not know: the keyboard protocol and questions about modes.
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?\d+\$p")

SLOW_START = """
import sys, time
from rostra.show import opening

def never(*_):
    print("reading", flush=True)
    while True:  # a signal that comes just before a sleep is heard only after it
        time.sleep(0.05)

opening.read_opening = never
from rostra.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""A program that never ends reading its deck, and says when it has begun."""


def slides(*names: str) -> str:
    """A deck whose second slide has three steps; each slide has notes."""
    body = {1: STEPS}
    return "\n\n---\n\n".join(
        f"# {name}\n\n<!-- slide: {{layout: default}} -->\n\n{body.get(i, f'words of {name.lower()}')}\n\n"
        f"<!-- notes: whispered {name.lower()} -->"
        for i, name in enumerate(names)
    )


def _environment() -> dict[str, str]:
    """Ours, less what would win over the size of the terminal."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


def background(name: str) -> bytes:
    """What a terminal says when asked for its background."""
    return b"\x1b]11;" + BACKGROUNDS[name] + b"\x1b\\"


class PtySession:
    """``python -m rostra`` in a terminal. ``answers`` is ``dark``, ``light``, or nothing for one that never answers.

    ``errors`` is where standard error goes instead, ``ahead`` what was typed before the program began. ``large`` is
    ``double`` or ``sized`` for a terminal with larger text.
    """

    def __init__(
        self,
        *arguments: str | Path,
        size: tuple[int, int] = (80, 24),
        answers: str = "dark",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        command: Sequence[str] = ("-m", "rostra"),
        errors: int | None = None,
        ahead: bytes = b"",
        large: str = "",
    ) -> None:
        self.written = b""
        """Every byte that the program wrote."""
        self.screen = LargeScreen(*size, sizes=large == "sized")
        self._stream = LargeStream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._large = large
        self._answers = answers
        self._answered = 0
        self._fed = 0
        self._master, self._slave = pty.openpty()
        self._resize_terminal(size)
        self.termios_before = self.termios()
        if ahead:
            self.send(ahead)
        self._process = subprocess.Popen(
            [sys.executable, *command, *map(str, arguments)],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave if errors is None else errors,
            env={
                **_environment(),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "PYTHONUTF8": "1",
                **(env or {}),
            },
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def __enter__(self) -> PtySession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        for file in (self._master, self._slave):
            with suppress(OSError):
                os.close(file)

    # -- in ---------------------------------------------------------------------------------------------------------

    def send(self, data: bytes | str) -> None:
        """Write bytes as the terminal would when keys are pressed."""
        os.write(self._master, data.encode() if isinstance(data, str) else data)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._resize_terminal((columns, rows))
        self.screen.resize(rows, columns)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGWINCH)

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self._process.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        os.close(self._slave)
        os.close(self._master)

    def _resize_terminal(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    # -- out --------------------------------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def shows(self, text: str) -> bool:
        """Whether some row holds a text."""
        return any(text in line for line in self.lines)

    def wait(self, condition: Callable[[], bool], what: str = "") -> None:
        """Wait until a condition holds; fails with the screen when it never does."""
        end = time.monotonic() + PATIENCE
        while not condition():
            alive = self._process.poll() is None
            if not self.pump() and not alive and not condition():
                raise AssertionError(f"the program ended before {what or 'the condition'} held:\n{self.text}")
            if time.monotonic() > end:
                raise AssertionError(f"{what or 'the condition'} never held:\n{self.text}")

    def wait_until_ready(self) -> None:
        """Wait until the program hears keys; its first slide is there before."""
        self.wait(lambda: self.mode(2004), "a program that hears keys")

    def wait_for(self, *texts: str) -> None:
        """Wait until the screen shows all the texts."""
        self.wait(lambda: all(self.shows(text) for text in texts), f"the screen showing {texts}")

    def wait_without(self, *texts: str) -> None:
        """Wait until the screen shows none of the texts."""
        self.wait(lambda: not any(self.shows(text) for text in texts), f"the screen without {texts}")

    def press(self, keys: bytes | str, *texts: str) -> None:
        """Send keys and wait until the screen shows the texts."""
        self.send(keys)
        self.wait_for(*texts)

    def pump(self, seconds: float = 0.02) -> bool:
        """Take what the program wrote within some time; False when there was nothing."""
        try:
            if not select.select([self._master], [], [], seconds)[0]:
                return False
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.written += data
        self._answer()
        self._feed()
        return bool(data)

    def pump_for(self, seconds: float) -> None:
        """Take what the program writes for so long; only where something must not happen."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.pump(left)

    def _feed(self) -> None:
        """Show on the screen all that was written but for a sequence that is not complete yet."""
        end = self.written.rfind(b"\x1b", max(self._fed, len(self.written) - 4200))
        whole = len(self.written)
        if end >= 0 and not re.match(
            rb"\x1b(?:\[[<>=?]?[\d;$ ]*[a-zA-Z]|\][^\x07\x1b]*\x07|#.|[^\[\]#])", self.written[end:]
        ):
            whole = end
        self._stream.feed(self._decoder.decode(UNKNOWN_TO_PYTE.sub(b"", self.written[self._fed : whole])))
        self._fed = whole

    def _answer(self) -> None:
        question = self.written.find(b"\x1b[c", self._answered)
        if question >= 0 and self._answers:
            asked = self.written[self._answered : question]
            self._answered = question + 1
            part, wide, scaled = CURSOR[self._large]
            doubled = self.screen.columns // (part or 1)
            where = b"".join(b"\x1b[2;%dR" % column for column in (doubled, wide, scaled))
            self.send(background(self._answers) + (where if b"\x1b[6n" in asked else b"") + ATTRIBUTES)

    # -- the terminal's state ---------------------------------------------------------------------------------------

    def mode(self, number: int) -> bool:
        """Whether a private mode of the terminal is on, such as 1049 for the alternate screen."""
        on = number in (7, 25)  # wrapped lines and a cursor are what terminals begin with
        for found in PRIVATE_MODE.finditer(self.written):
            if str(number).encode() in found[1].split(b";"):
                on = found[2] == b"h"
        return on

    def termios(self) -> list[Any]:
        """The settings of the terminal's line."""
        return termios.tcgetattr(self._slave)

    def colors(self) -> set[str]:
        """The backgrounds of all cells."""
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        return {self.screen.buffer[row][column].bg for row in rows for column in columns}

    def end(self) -> int:
        """Wait for the program's end; its exit status."""
        self.wait(lambda: self._process.poll() is not None, "the end of the program")
        while self.pump():
            pass
        return self._process.returncode

    @property
    def running(self) -> bool:
        """Whether the program has not ended."""
        return self._process.poll() is None

    @property
    def stopped(self) -> bool:
        """Whether the program was stopped by a signal."""
        found = os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT)
        return found is not None and found.si_pid == self._process.pid

    def assert_restored(self) -> None:
        """The terminal is as it was before the program."""
        modes = {
            "alternate screen": 1049,
            "bracketed paste": 2004,
            "focus events": 1004,
            "mouse": 1000,
            "mouse motion": 1003,
            "mouse coordinates": 1006,
        }
        assert [name for name, number in modes.items() if self.mode(number)] == []
        assert not self.screen.halves, "lines are of double height"
        assert self.mode(25), "the cursor is hidden"
        assert self.mode(7), "long lines are not wrapped"
        begun = len(re.findall(rb"\x1b\[>\d+u", self.written))
        assert begun == self.written.count(b"\x1b[<u"), "the keyboard protocol is on"
        assert self.termios() == self.termios_before


def at(session: PtySession, slide: int, *shown: str, total: int = 12) -> None:
    """Wait until a slide shows, by the number in its footer."""
    session.wait(
        lambda: session.lines[-1].endswith(f" {slide}/{total}") and all(map(session.shows, shown)),
        f"slide {slide} with {shown}",
    )


Present = Callable[..., PtySession]
"""Starts the program in a terminal of its own."""
