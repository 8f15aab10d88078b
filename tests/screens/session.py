"""A talk in a terminal that is only imagined: keys pressed, lines read."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from rostra.app import RostraApp
from rostra.options import Options
from rostra.settings import Settings
from rostra.show.opening import open_show
from rostra.show.show import Show

NAMES = "Alpha Bravo Charlie Delta Echo Foxtrot".split()
DECK = "\n\n---\n\n".join(f"# {name}\n\nwords of {name.lower()}\n\n<!-- notes: whispered -->" for name in NAMES)
TALL = "# Top\n\n" + "\n\n".join(f"row {n}" for n in range(40)) + "\n\n---\n\n# After\n\nwords"
MOST = 60
"""How often keys are pressed in one test, so that none goes on for ever."""
PATIENCE = 20.0
Open = Callable[..., AbstractAsyncContextManager["Talk"]]


class Talk:
    """A talk in a terminal that is only imagined."""

    def __init__(self, app: RostraApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> str:
        """Press keys; returns the screen's text after them."""
        self.pressed += 1
        assert self.pressed < MOST, "the talk never gets anywhere"
        await self.pilot.press(*keys)
        assert self.app._exception is None
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        return self.text

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something holds that a thread brings about."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{what} never held:\n{self.text}"
            await self.pilot.pause(0.01)
        assert self.app._exception is None

    @property
    def text(self) -> str:
        """The screen's rows."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def slide(self) -> int:
        """The slide that shows, counted from 1."""
        return self.app.show.cursor.slide + 1

    @property
    def open(self) -> str:
        """The name of the topmost screen."""
        return type(self.app.screen).__name__


@asynccontextmanager
async def opened(
    deck: Path, size: tuple[int, int] = (90, 30), options: Options | None = None, show: Show | None = None
) -> AsyncIterator[Talk]:
    """A talk of a deck, or of a show that was made of it."""
    settled = options or Options(replace(Settings(), watch=False, letters="none"))
    app = RostraApp(settled, show or open_show([deck]), [deck])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Talk(app, pilot)


def opener(folder: Path) -> Open:
    """Opens talks of a text, which is kept in a folder."""

    @asynccontextmanager
    async def opens(
        text: str = DECK, size: tuple[int, int] = (90, 30), options: Options | None = None
    ) -> AsyncIterator[Talk]:
        deck = folder / "talk.md"
        deck.write_text(text, "utf-8")
        async with opened(deck, size, options) as session:
            yield session

    return opens
