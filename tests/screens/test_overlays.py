"""What is left of a panel that was closed: nothing."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from params import fast
from rostra.app import RostraApp
from rostra.options import Options
from rostra.show.opening import open_show


@pytest.mark.parametrize("key", fast(1, ["question_mark", "slash", "T"]))
async def test_a_panel_that_was_closed_leaves_no_lines_in_memory(tmp_path: Path, key: str) -> None:
    deck = tmp_path / "deck.md"
    deck.write_text("# One\n\n---\n\n# Two\n", "utf-8")
    app = RostraApp(Options(), open_show([deck]), [deck])
    async with app.run_test(size=(80, 24)) as pilot:
        kept = []
        for _ in range(8):
            await pilot.press(key)
            await pilot.pause()
            kept += [weakref.ref(widget._styles_cache) for widget in app.screen.query("*")]
            await pilot.press("escape")
            await pilot.pause()
        gc.collect()
        alive = [one for one in kept if one() is not None]
        # The last two may still be going: those before them must not be kept.
        assert len(alive) <= len(kept) // 4
