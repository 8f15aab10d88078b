"""Full blocks in reverse, for a font that does not fill a cell with them."""

from __future__ import annotations

from rich.style import Style

from drawing import picture_of
from rostra.stage.painter import Painter
from rostra.stage.seams import without_seams
from rostra.terminal.colors import TRUE_COLOR
from rostra.terminal.identity import has_seams
from rostra.typeset.frame import Run

LOOK = Style.parse("#ffffff on #000000")
REVERSE = LOOK + Style(reverse=True)


def test_blocks_stand_in_reverse_and_what_is_beside_them_as_before() -> None:
    assert [*without_seams([Run("a██▄b", LOOK)])] == [Run("a", LOOK), Run("  ", REVERSE), Run("▄b", LOOK)]
    (back,) = without_seams([Run("█", REVERSE)])
    assert (back.text, bool(back.style.reverse)) == (" ", False)
    text = Run("no blocks", LOOK)
    assert [*without_seams([text])] == [text]


def test_only_a_terminal_with_seams_is_drawn_for_so() -> None:
    picture = picture_of([[Run("██", LOOK)]])
    assert "██" in Painter(TRUE_COLOR).paint(picture)
    assert "█" not in Painter(TRUE_COLOR, has_seams=True).paint(picture)
    assert has_seams({"XTERM_VERSION": "XTerm(379)"})
    assert not has_seams({"XTERM_VERSION": "XTerm(379)", "TMUX": "/tmp/tmux"})
    assert not has_seams({})
