"""What is known of a terminal by its name."""

from __future__ import annotations

import pytest

from rostra.terminal.identity import drawn_signs


@pytest.mark.parametrize(
    ("environment", "signs"),
    [
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, "sextants"),
        ({"TERM": "foot"}, "sextants"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7800"}, "sextants"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "5402"}, "quadrants"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "sextants"),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}, "quadrants"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux", "KITTY_WINDOW_ID": "1"}, "quadrants"),
        ({"TERM": "linux"}, "halves"),
        ({}, "quadrants"),
    ],
)
def test_letters_are_drawn_with_the_smallest_pixels_that_the_terminal_draws_itself(
    environment: dict[str, str], signs: str
) -> None:
    assert drawn_signs(environment) == signs
