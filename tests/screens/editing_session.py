"""The editor in a terminal that is only imagined: keys pressed, lines and the file read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

from session import Talk
from textual.pilot import Pilot

from rostra.app import RostraApp
from rostra.editing.saving import EditedFile
from rostra.options import Options
from rostra.screens.editor.editor import EditorScreen
from rostra.settings import Settings

DECK = (
    "# One\n\nwords of one\n\n---\n\n# Two\n\n- a\n- b\n\n<!-- pause -->\n\n- c\n\n"
    "<!-- notes: whispered -->\n\n---\n\n# Three\n"
)
Open = Callable[..., AbstractAsyncContextManager["Editing"]]


class Editing(Talk):
    """An editor in a terminal that is only imagined."""

    def __init__(self, app: RostraApp, pilot: Pilot[None], path: Path) -> None:
        super().__init__(app, pilot)
        self.path = path
        first = next(screen for screen in app.screen_stack if isinstance(screen, EditorScreen))
        self.editor: EditorScreen = first

    async def press(self, *keys: str) -> str:
        """Press keys; returns the screen's text after them."""
        await self.pilot.press(*keys)
        assert self.app._exception is None
        await self.pilot.pause()
        return self.text

    async def type(self, words: str) -> None:
        """Type words."""
        await self.press(*("space" if sign == " " else "enter" if sign == "\n" else sign for sign in words))

    async def shown(self, *texts: str) -> None:
        """Wait until the screen shows all the texts."""
        await self.until(lambda: all(text in self.text for text in texts), f"a screen with {texts}")

    @property
    def written(self) -> str:
        """What the file holds."""
        return self.path.read_text("utf-8")

    @property
    def source(self) -> str:
        """What is written in the editor."""
        return self.editor.source.real_text


@asynccontextmanager
async def edited(
    path: Path, size: tuple[int, int] = (120, 36), line: int = 0, settings: Settings | None = None
) -> AsyncIterator[Editing]:
    """An editor on a file."""
    options = Options(settings or replace(Settings(), watch=False, letters="none"))
    options.edited, options.edited_line = EditedFile(path), line
    app = RostraApp(options, None, [path])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        session = Editing(app, pilot, path)
        await session.until(lambda: session.editor.seen is not None, "a slide in the preview")
        yield session
