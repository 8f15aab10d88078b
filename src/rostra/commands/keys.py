"""``rostra keys``: what a key or a button of a remote sends, and what it does in a talk."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rostra.commands.arguments import Parser
from rostra.errors import UserError
from rostra.keys import DIGITS, TALK, Key, shown
from rostra.settings import load_settings
from rostra.terminal.ask import NoTerminalError, raw, receive
from rostra.terminal.key_sequences import readable, split
from rostra.terminal.textual_private import key_names, spelled

PATIENCE = 10.0
"""Seconds without a key that end the test."""
ESCAPE_DELAY = 0.1
"""Seconds after which what may be the beginning of a longer sequence is taken as it is; Textual's own."""
LONGEST = 64
"""Bytes; no key sends more."""

# A talk asks the terminal to tell more keys apart, so the test does as well.
KEYBOARD_ON, KEYBOARD_OFF = b"\x1b[>1u", b"\x1b[<u"

NEXT = ("next-step", "next-or-jump", "next-slide")
PREVIOUS = ("previous-step", "previous-or-correct", "previous-slide")


@dataclass(frozen=True, slots=True)
class Pressed:
    """One key as the terminal sent it."""

    sent: bytes
    names: tuple[str, ...]
    """Textual's names for it; several when it is read as several keys, none when it is no key."""


def keys(arguments: Sequence[str]) -> int:
    """``rostra keys``."""
    parser = Parser(
        prog="rostra keys",
        description="Show what keys and buttons of a remote send, and what they do in a talk.",
        allow_abbrev=False,
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    actions = actions_of(load_settings(given.config).keys)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError("this is no terminal", hint="rostra keys shows keys as they are pressed")
    print("Press each button of the remote.")  # noqa: T201
    print("Ten seconds without a key, q twice or Ctrl+C end the test.\n", flush=True)  # noqa: T201
    try:
        pressed = _listen(sys.stdin.fileno(), actions)
    except NoTerminalError as error:
        raise UserError(f"keys cannot be tested: {error}") from None
    print(f"\n{judgement(pressed, actions)}")  # noqa: T201
    return 0


def _listen(file: int, actions: Mapping[str, Key]) -> list[Pressed]:
    """Print each key until the test ends."""
    seen: list[Pressed] = []
    with raw(file):
        try:
            _tell(KEYBOARD_ON)
            for sent in sequences(file):
                seen.append(Pressed(sent, key_names(sent)))
                print(line(seen[-1], actions), flush=True)  # noqa: T201
                if seen[-1].names == ("ctrl+c",) or [one.names for one in seen[-2:]] == [("q",)] * 2:
                    break
        finally:
            _tell(KEYBOARD_OFF)
    return seen


def _tell(order: bytes) -> None:
    with suppress(OSError):  # the terminal may have gone
        os.write(sys.stdout.fileno(), order)


def sequences(file: int) -> Iterable[bytes]:
    """What each key sends, until none is pressed for a while or the terminal has gone."""
    rest = b""
    while True:
        received = receive(file, ESCAPE_DELAY if rest else PATIENCE)
        if not received and not rest:
            return
        found, rest = split(rest + (received or b""))
        yield from found
        if rest and (not received or len(rest) > LONGEST):
            yield rest
            rest = b""


def actions_of(moved: Mapping[str, str]) -> dict[str, Key]:
    """What each key does in a talk, by Textual's name of it."""
    return {name: key for key in (*TALK, *DIGITS) for name in spelled(moved.get(key.id, key.keys))}


def line(pressed: Pressed, actions: Mapping[str, Key]) -> str:
    """What was sent, the key's name, and what it does."""
    names = pressed.names
    name = shown(names[0]) if len(names) == 1 else "unknown"
    does = "; ".join(dict.fromkeys(actions[one].about for one in names if one in actions)) or "nothing"
    if does == "nothing" and len(names) == 1:
        does += f' (under [keys] it is called "{names[0]}")'
    return f"{readable(pressed.sent):<20}  {name:<16}  {does}"


def judgement(pressed: Sequence[Pressed], actions: Mapping[str, Key]) -> str:
    """Whether a talk can be given with what was pressed."""
    done = {actions[name].id for one in pressed for name in one.names if name in actions}
    forward, backward = not done.isdisjoint(NEXT), not done.isdisjoint(PREVIOUS)
    if forward and backward:
        black = "; black as well" if "black" in done else ""
        return f"Next and previous were both seen: this remote works{black}."
    if forward or backward:
        came, missing = ("Next", "previous") if forward else ("Previous", "next")
        return (
            f"{came} was seen, {missing} was not: press that button too, or give its key to {missing}-step in [keys]."
        )
    if any(one.names != ("ctrl+c",) and one.names != ("q",) for one in pressed):
        return "Neither next nor previous was seen: give what was sent to next-step and previous-step in [keys]."
    return "No button was seen: is the remote switched on, its receiver plugged in, and this window in front?"
