"""How many colours there are, and how light one is."""

from __future__ import annotations

import pytest

from rostra.terminal.colors import TRUE_COLOR, color_count, contrast, is_light


@pytest.mark.parametrize(
    ("environment", "colors"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, TRUE_COLOR),
        ({"TERM": "xterm", "COLORTERM": " 24bit "}, TRUE_COLOR),
        ({"TERM": "xterm-direct"}, TRUE_COLOR),
        ({"TERM": "xterm-direct256"}, TRUE_COLOR),
        ({"TERM": "xterm-kitty"}, TRUE_COLOR),
        ({"TERM": "foot"}, TRUE_COLOR),
        ({"TERM": "foot-extra"}, TRUE_COLOR),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, TRUE_COLOR),
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "tmux-256color", "COLORTERM": ""}, 256),
        ({"TERM": "xterm"}, 16),
        ({"TERM": "linux"}, 16),
        ({"TERM": "footage"}, 16),
        ({}, 16),
        ({"TERM": "xterm-kitty", "TEXTUAL_COLOR_SYSTEM": "256"}, 256),
    ],
)
def test_the_number_of_colours_goes_by_the_environment(environment: dict[str, str], colors: int) -> None:
    assert color_count(environment) == colors


def test_a_background_is_light_where_black_reads_better() -> None:
    assert is_light((255, 253, 245))
    assert is_light((0x80, 0x80, 0x80))
    assert not is_light((0x14, 0x16, 0x1B))
    assert not is_light((0, 0, 255))
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
