"""What goes over the link: the state of a show, and the commands that change it, as plain dictionaries."""

from __future__ import annotations

from typing import Any

from rostra.deck.cursor import Cursor
from rostra.show.clock import Clock
from rostra.show.show import Show, State

Message = dict[str, Any]

COMMANDS = frozenset(
    "next_step previous_step next_slide previous_slide first_slide last_slide go go_back reveal_all blank freeze point "
    "toggle_clock reset_clock".split()
)
"""What may be asked for over the link; nothing else is obeyed."""
LARGEST = 10**9
LATEST = 10**12
"""Seconds; no clock of ours gets there."""


def state_message(state: State) -> Message:
    """The whole state."""
    return {
        "state": {
            "cursor": _pair(state.cursor),
            "blank": state.blank,
            "came_from": _pair(state.came_from),
            "under_way": state.under_way,
            "frozen": _pair(state.frozen),
            "pointer": state.pointer,
            "clock": [state.clock.started, state.clock.paused_at, state.clock.paused],
        }
    }


def _pair(cursor: Cursor | None) -> list[int] | None:
    return [cursor.slide, cursor.step] if cursor else None


def read_state(message: Message, show: Show) -> State | None:
    """The state in a message, its positions on the show's deck; None when the message holds none."""
    found = message.get("state")
    if not isinstance(found, dict):
        return None
    cursor = _cursor(found.get("cursor"), show)
    blank, pointer, clock = found.get("blank"), found.get("pointer"), _clock(found.get("clock"))
    if cursor is None or blank not in ("", "black", "white") or clock is None:
        return None
    return State(
        cursor,
        blank,
        _cursor(found.get("came_from"), show),
        found.get("under_way") is True,
        _cursor(found.get("frozen"), show),
        pointer if _is_count(pointer) else None,
        clock,
    )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LARGEST


def _cursor(pair: object, show: Show) -> Cursor | None:
    if not isinstance(pair, list) or len(pair) != 2 or not all(_is_count(part) for part in pair):
        return None
    return Cursor.on(show.deck, pair[0], pair[1])


def _clock(times: object) -> Clock | None:
    if not isinstance(times, list) or len(times) != 3:
        return None
    started, paused_at, paused = times
    if not all(time is None or _is_time(time) for time in (started, paused_at)) or not _is_time(paused):
        return None
    return Clock(started, paused_at, paused)


def _is_time(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < LATEST


def command(name: str, *arguments: object) -> Message:
    """A command to send."""
    return {"do": name, "with": list(arguments)}


def read_command(message: Message) -> tuple[str, list[Any]] | None:
    """The command in a message with its arguments, None when it is none that is known."""
    name, arguments = message.get("do"), message.get("with", [])
    if not isinstance(name, str) or name not in COMMANDS or not isinstance(arguments, list) or len(arguments) > 2:
        return None
    return (name, arguments) if _are_for(name, arguments) else None


def _are_for(name: str, arguments: list[Any]) -> bool:
    """Whether a command takes these arguments."""
    match name:
        case "go":
            return 1 <= len(arguments) <= 2 and all(_is_count(one) for one in arguments)
        case "blank":
            return arguments in (["black"], ["white"])
        case "point":
            return len(arguments) == 1 and (arguments[0] is None or _is_count(arguments[0]))
        case _:
            return not arguments
