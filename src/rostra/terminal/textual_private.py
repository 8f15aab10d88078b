"""Every private part of Textual that is used, in one place; a test notices when one of them changes."""

from __future__ import annotations

import os
from collections.abc import Iterable

from rostra.terminal.late_answers import LateAnswers


def prepare_textual() -> None:
    """Keep late answers from Textual, which would take them for keys, and what would win over the terminal's size."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    try:
        from textual.drivers import linux_driver
    except ImportError:  # on Windows nothing was asked
        return
    from textual._xterm_parser import XTermParser
    from textual.message import Message

    class KeyParser(XTermParser):
        """Hears keys and nothing else."""

        def __init__(self, debug: bool = False) -> None:
            super().__init__(debug)
            self._answers = LateAnswers()

        def feed(self, data: str) -> Iterable[Message]:
            keys = self._answers.without(data)
            # An empty text would tell the parser that the input has ended.
            return super().feed(keys) if keys or not data else ()

    linux_driver.XTermParser = KeyParser  # type: ignore[attr-defined]


def key_names(sent: bytes) -> tuple[str, ...]:
    """Textual's names of the keys that a sequence stands for; none when it is no key."""
    from textual._xterm_parser import XTermParser
    from textual.events import Key as KeyEvent

    parser = XTermParser()
    events = [*parser.feed(sent.decode("utf-8", "replace")), *parser.feed("")]
    return tuple(event.key for event in events if isinstance(event, KeyEvent) and event.key.isprintable())


def spelled(keys: str) -> list[str]:
    """Textual's own spelling of key names that are parted by commas."""
    from textual.keys import _normalize_key_list

    return _normalize_key_list(keys).split(",")
