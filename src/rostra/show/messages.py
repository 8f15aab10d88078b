"""What goes over the link: the state of a show, and the commands that change it, as plain dictionaries.

A place in a deck goes as numbers, the file by its index among the deck's: no text of a deck goes over the link.
"""

from __future__ import annotations

import re
from typing import Any, Literal, get_args, get_origin, get_type_hints

from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.deck.names import SCALES
from rostra.deck.spot import Spot
from rostra.show.clock import Clock
from rostra.show.commands import Command
from rostra.show.state import Drawn, Seen, State

Message = dict[str, Any]

LARGEST = 10**9
LATEST = 10**12
"""Seconds; no clock of ours gets there."""
THEME = re.compile(r"(?!.*\.toml$)[^./\\\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]{0,63}")
"""How a theme may be called over the link: never by a path."""
NOTHING = object()
"""What came is not what was asked for."""


def kinds() -> dict[str, type[Command]]:
    """Every command by its name on the link: ``NextStep`` is ``next_step`` there."""
    return {re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower(): kind for kind in get_args(Command)}


COMMANDS = kinds()
"""What may be asked for over the link; nothing else is carried out."""
NAMES = {kind: name for name, kind in COMMANDS.items()}
PARTS: dict[type[Command], list[tuple[str, Any]]] = {
    kind: list(get_type_hints(kind).items()) if issubclass(kind, tuple) else [] for kind in COMMANDS.values()
}
"""The fields of each command and what they hold."""


# -- out ----------------------------------------------------------------------------------------------------------


def state_message(state: State, deck: Deck) -> Message:
    """The whole state."""
    frozen, clock = state.frozen, state.clock
    return {
        "state": {
            "cursor": _pair(state.cursor),
            "scroll": _numbers(state.scroll, deck),
            "blank": state.blank,
            "came_from": _pair(state.came_from),
            "under_way": state.under_way,
            "frozen": [_pair(frozen.cursor), _numbers(frozen.scroll, deck)] if frozen else None,
            "pointer": _numbers(state.pointer, deck),
            "clock": [clock.started, clock.paused_at, clock.paused],
            "began": state.began,
            "theme": state.theme if THEME.fullmatch(state.theme) else "",
            "magnify": state.magnify,
            "drawn": [*state.drawn] if state.drawn else None,
        }
    }


def command_message(command: Command, deck: Deck) -> Message:
    """A command to send."""
    values = [getattr(command, name) for name, _ in PARTS[type(command)]]
    return {
        "do": NAMES[type(command)],
        "with": [_numbers(value, deck) if isinstance(value, Spot) else value for value in values],
    }


def _pair(cursor: Cursor | None) -> list[int] | None:
    return [cursor.slide, cursor.step] if cursor else None


def _numbers(spot: Spot | None, deck: Deck) -> list[int] | None:
    """A spot as file, line, row and rows; None for one in a file that the deck has not."""
    if spot is None or spot.place.file not in deck.file_names:
        return None
    return [deck.file_names.index(spot.place.file), spot.place.line, spot.row, spot.rows]


# -- in -----------------------------------------------------------------------------------------------------------


def read_state(message: Message, deck: Deck) -> State | None:
    """The state in a message, its positions on a deck; None when the message holds none."""
    found = message.get("state")
    if not isinstance(found, dict):
        return None
    cursor, clock = _cursor(found.get("cursor"), deck), _clock(found.get("clock"))
    blank, began, theme = found.get("blank"), found.get("began"), found.get("theme")
    if cursor is None or blank not in ("", "black", "white") or clock is None:
        return None
    return State(
        cursor,
        _spot(found.get("scroll"), deck),
        blank,
        _cursor(found.get("came_from"), deck),
        found.get("under_way") is True,
        _seen(found.get("frozen"), deck),
        _spot(found.get("pointer"), deck),
        clock,
        min(began, len(deck.slides) - 1) if _is_count(began) and isinstance(began, int) else 0,
        theme if isinstance(theme, str) and THEME.fullmatch(theme) else "",
        _scale(found.get("magnify")) or 0,
        _drawn(found.get("drawn")),
    )


def read_command(message: Message, deck: Deck) -> Command | None:
    """The command in a message, its places on a deck; None when it is none that is known."""
    name, values = message.get("do"), message.get("with", [])
    kind = COMMANDS.get(name) if isinstance(name, str) else None
    if kind is None or not isinstance(values, list):
        return None
    parts = PARTS[kind]
    if len(values) > len(parts):
        return None
    read = [_read(value, hint, deck) for value, (_, hint) in zip(values, parts, strict=False)]
    try:
        return None if NOTHING in read else kind(*read)
    except TypeError:  # too few
        return None


def _read(value: object, hint: Any, deck: Deck) -> Any:
    """What a field of a command gets, NOTHING when it is not of the field's kind."""
    if hint is int:
        return value if _is_count(value) else NOTHING
    if hint is str:
        return value if isinstance(value, str) and THEME.fullmatch(value) else NOTHING
    if get_origin(hint) is Literal:
        return value if isinstance(value, str) and value in get_args(hint) else NOTHING
    if hint == Spot | None:
        spot = _spot(value, deck)
        return spot if spot is not None or value is None else NOTHING
    raise TypeError(f"nothing is known of how {hint} goes over the link")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LARGEST


def _cursor(pair: object, deck: Deck) -> Cursor | None:
    if not isinstance(pair, list) or len(pair) != 2 or not all(_is_count(part) for part in pair):
        return None
    return Cursor.on(deck, pair[0], pair[1])


def _seen(found: object, deck: Deck) -> Seen | None:
    if not isinstance(found, list) or len(found) != 2:
        return None
    cursor = _cursor(found[0], deck)
    return Seen(cursor, _spot(found[1], deck)) if cursor else None


def _scale(number: object) -> int | None:
    return number if isinstance(number, int) and _is_count(number) and number < len(SCALES) else None


def _drawn(numbers: object) -> Drawn | None:
    if not isinstance(numbers, list) or len(numbers) != 4 or not all(_is_count(number) for number in numbers):
        return None
    drawn = Drawn(*numbers)
    return drawn if all(drawn) and _scale(drawn.scale) and _scale(drawn.most) else None


def _spot(numbers: object, deck: Deck) -> Spot | None:
    if not isinstance(numbers, list) or len(numbers) != 4 or not all(_is_count(number) for number in numbers):
        return None
    file, line, row, rows = numbers
    if file >= len(deck.file_names) or not rows:
        return None
    return Spot(Place(deck.file_names[file], line), row, rows)


def _clock(times: object) -> Clock | None:
    if not isinstance(times, list) or len(times) != 3:
        return None
    started, paused_at, paused = times
    if not all(time is None or _is_time(time) for time in (started, paused_at)) or not _is_time(paused):
        return None
    return Clock(started, paused_at, paused)


def _is_time(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < LATEST
