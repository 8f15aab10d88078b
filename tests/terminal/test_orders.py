"""What the orders do to a terminal."""

from __future__ import annotations

import pyte
import pyte.modes

from rostra.terminal.orders import UNSET


def test_what_a_dead_program_left_is_ended_and_the_shell_goes_on_where_it_was() -> None:
    screen = pyte.Screen(20, 8)
    stream = pyte.Stream(screen)
    stream.feed("$ rostra\r\n\x1b[3;5r\x1b[4h\x1b[7m\x1b[4;3H")
    assert screen.margins is not None
    assert pyte.modes.IRM in screen.mode
    stream.feed(UNSET)
    assert screen.margins is None
    assert pyte.modes.IRM not in screen.mode
    assert (screen.cursor.y, screen.cursor.x) == (3, 2)
    stream.feed("x")
    assert not screen.buffer[3][2].reverse
    assert screen.display[3] == "  x" + " " * 17
