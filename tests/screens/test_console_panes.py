"""The panes of the speaker's page, with slides that are too tall for them."""

from __future__ import annotations

import pytest
from test_console_page import console

from drawing import STYLES, plain
from rostra.screens.console_panes import current_pane, next_pane
from rostra.typeset.frame_cache import FrameCache

ALERT = "> [!WARNING]\n> A model that is not secure can be bent to wrong results, or leak data.\n"
LISTING = "```python\n" + "\n".join(f"print('a line that is rather long, number {n}')" for n in range(20)) + "\n```\n"
TABLE = "| A | B |\n|---|---|\n" + "\n".join(f"| words of row {n} | and more of them |" for n in range(20)) + "\n"
TALL = {
    "alert": f"{ALERT}\n" * 6,
    "listing": LISTING,
    "table": TABLE,
    "list": "- many words in each of these items\n" * 15,
}


@pytest.mark.parametrize("kind", TALL)
@pytest.mark.parametrize("rows", [5, 7, 12, 16])
def test_the_mark_that_a_slide_goes_on_below_never_stands_on_words(kind: str, rows: int) -> None:
    shown = console(source=f"# First headline\n\n{TALL[kind]}\n\n---\n\n# Second headline\n\n{TALL[kind]}")
    frames = FrameCache(STYLES)
    for pane in (current_pane, next_pane):
        marked = [plain(line).strip() for line in pane(shown.deck, shown.state, frames, 46, rows) if "▼" in plain(line)]
        assert marked == ["▼ more"]
