"""What all tests share: none of them reads or writes the folders of the person who runs them."""

from __future__ import annotations

import asyncio
import inspect
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pty_session import Present, PtySession

# The same cases in every run, so that one that fails fails again; ROSTRA_RANDOM=1 looks for others. What is found that
# way is kept as an @example of its test.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("random", deadline=None)
settings.load_profile("random" if os.environ.get("ROSTRA_RANDOM") else "same")

DROPPED = ("NO_COLOR", "ROSTRA_CONFIG", "COLORFGBG", "TEXTUAL", "ESCDELAY")


def settle(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Keep everything that the program writes in one folder, and its terminal the same everywhere."""
    patch.setenv("HOME", str(folder))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    patch.setenv("TERM", "xterm-256color")
    patch.setenv("COLORTERM", "truecolor")
    for name in DROPPED:
        patch.delenv(name, raising=False)
    patch.setenv("TERM", "xterm-256color")
    patch.setenv("COLORTERM", "truecolor")


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    # A socket's path must be short, so its folder cannot be one of pytest's.
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="r") as sockets:
        settle(tmp_path_factory.mktemp("home"), patch)
        patch.setenv("XDG_RUNTIME_DIR", sockets)
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that it finds nothing that another test left."""
    folder = tmp_path / "home"
    folder.mkdir()
    settle(folder, monkeypatch)
    assert os.environ["HOME"] == str(folder)
    return folder


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A deck of twelve slides, the second of three steps; all have notes."""
    from pty_session import NAMES, slides

    deck = tmp_path / "decks" / "talk.md"
    deck.parent.mkdir()
    deck.write_text(slides(*NAMES), "utf-8")
    return deck


@pytest.fixture
def present(home: Path) -> Iterator[Present]:
    """Starts the program in a terminal of its own, with headlines as text; what runs at the test's end is ended."""
    from pty_session import PtySession

    config = home / "config" / "rostra" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('letters = "none"\n', "utf-8")
    with ExitStack() as sessions:

        def start(*arguments: str | Path, **how: Any) -> PtySession:
            return sessions.enter_context(PtySession(*arguments, **how))

        yield start
