"""What the tests of screens share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from session import DECK, Open, Talk, opened

from rostra.options import Options


@pytest.fixture
def talk(tmp_path: Path, home: Path) -> Open:
    """Opens a talk."""

    @asynccontextmanager
    async def opens(
        text: str = DECK, size: tuple[int, int] = (90, 30), options: Options | None = None
    ) -> AsyncIterator[Talk]:
        deck = tmp_path / "talk.md"
        deck.write_text(text, "utf-8")
        async with opened(deck, size, options) as session:
            yield session

    return opens
