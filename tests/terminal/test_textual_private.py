"""The private parts of Textual that are used: a test fails here when one of them is no more what it was."""

from __future__ import annotations

import gc
import inspect
import os
import re
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

import rostra
from rostra.terminal import textual_private
from rostra.terminal.orders import ANOTHER_SCREEN
from rostra.terminal.probe import Beforehand
from rostra.terminal.textual_private import (
    forget_strips,
    key_names,
    on_failure,
    prepare_textual,
    spelled,
    write_to_terminal,
)

PRIVATE = re.compile(
    r"(?:from|import) textual[\w.]*\._|from textual[\w.]* import _|"
    r"\b(?:app|self)\._(?:driver|exception|fatal_error|close_messages_no_wait|styles_cache|display|sync_available|"
    r"running|closed|update_mouse_over)\b|\._(?:compositor\w*|dirty_\w+|writer_thread)\b"
)


@pytest.fixture
def textual_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "COLOR_SYSTEM", constants.COLOR_SYSTEM)
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)


@pytest.fixture
def prepared(textual_as_it_was: None) -> type[LinuxDriver]:
    """The driver of a program before which keys were typed."""
    driver = prepare_textual(Beforehand("n\x1b]11;rgb:1414/1616/1b1b\x1b\\\x1b[6", ["settings"]), lambda: None)
    assert driver is not None
    assert issubclass(driver, LinuxDriver)
    return driver


def keys(events: object) -> list[str]:
    assert isinstance(events, Iterator)
    return [event.key for event in events if isinstance(event, Key)]


def test_private_parts_are_used_in_one_module_only() -> None:
    folder = Path(rostra.__file__).parent
    users = [path.relative_to(folder) for path in folder.rglob("*.py") if PRIVATE.search(path.read_text("utf-8"))]
    assert users == [Path("terminal/textual_private.py")]


@pytest.mark.usefixtures("textual_as_it_was")
def test_textual_draws_as_many_colours_as_we_reckon_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORTERM")
    for term, system in (("xterm-direct", "truecolor"), ("xterm-kitty", "truecolor"), ("linux", "standard")):
        monkeypatch.setenv("TERM", term)
        prepare_textual(Beforehand(), lambda: None)
        assert App[None]().console.color_system == system


@pytest.mark.usefixtures("textual_as_it_was")
def test_the_size_in_the_environment_does_not_win_over_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    prepare_textual(Beforehand(), lambda: None)
    assert "COLUMNS" not in os.environ


def test_what_was_typed_before_is_heard_first_and_answers_are_not(prepared: type[LinuxDriver]) -> None:
    parser = linux_driver.XTermParser()  # type: ignore[attr-defined]
    assert keys(iter(parser.feed("~p"))) == ["n", "pagedown", "p"]
    assert keys(iter(linux_driver.XTermParser().feed("x"))) == ["x"]  # type: ignore[attr-defined]


def test_what_was_typed_before_does_not_wait_for_another_key(prepared: type[LinuxDriver]) -> None:
    parser = linux_driver.XTermParser()  # type: ignore[attr-defined]
    assert keys(iter(parser.tick())) == ["n"]
    assert keys(iter(parser.feed("~"))) == ["pagedown"]


def test_the_driver_has_what_is_changed_in_it(prepared: type[LinuxDriver]) -> None:
    made = inspect.getsource(LinuxDriver.__init__)
    assert "self._file = sys.__stderr__" in made
    assert "self.attrs_before" in made
    assert "WriterThread(self._file)" in inspect.getsource(LinuxDriver.start_application_mode)
    assert "self.attrs_before" in inspect.getsource(LinuxDriver.stop_application_mode)
    assert "XTermParser(" in inspect.getsource(LinuxDriver.run_input_thread)


def test_a_screen_draws_in_one_place_and_the_program_writes_in_one(prepared: type[LinuxDriver]) -> None:
    refreshed = inspect.getsource(Screen._compositor_refresh)
    for part in ("app._display(self, update)", "self._dirty_widgets.clear()", "app._update_mouse_over(self)"):
        assert part in refreshed
    assert "_dirty_regions" in refreshed
    assert "self._begin_update()" in inspect.getsource(App._display)
    assert "if self._sync_available" in inspect.getsource(App._begin_update)
    assert "self._queue.put(text)" in inspect.getsource(WriterThread.write)
    taken = ANOTHER_SCREEN.replace("\x1b", "\\x1b")
    assert f'self.write("{taken}")' in inspect.getsource(LinuxDriver.start_application_mode)


def test_a_terminal_that_is_lent_is_known_by_what_the_driver_does_not_do_meanwhile() -> None:
    lent = inspect.getsource(App.suspend)
    assert lent.index("suspend_application_mode()") < lent.index("no_automatic_restart()") < lent.index("yield")
    assert "self._auto_restart = False" in inspect.getsource(Driver.no_automatic_restart)


class Panel(ModalScreen[None]):
    def compose(self) -> ComposeResult:
        yield Static("words")


class Failing(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.failures: list[BaseException | None] = []
        on_failure(self, self.failures.append)

    def key_f(self) -> None:
        raise ZeroDivisionError("made to fail")


async def test_a_failure_is_told_to_us_and_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    app = Failing()
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            await pilot.press("f")
    assert [type(error) for error in app.failures] == [ZeroDivisionError]
    assert capsys.readouterr() == ("", "")


async def test_an_order_to_the_terminal_is_dropped_where_there_is_none() -> None:
    app = App[None]()
    write_to_terminal(app, "order")
    async with app.run_test():
        write_to_terminal(app, "order")
        assert app._driver is not None


async def test_the_lines_of_a_closed_panel_are_let_go() -> None:
    async with App[None]().run_test() as pilot:
        panel = Panel()
        await pilot.app.push_screen(panel)
        await pilot.pause()
        kept = weakref.ref(panel.query_one(Static)._styles_cache)
        held = kept()
        assert held is not None
        assert held._cache, "nothing was drawn"
        await pilot.app.pop_screen()
        del panel, held
        for _ in range(3):
            await pilot.pause()
        gc.collect()
        assert kept() is not None, "Textual lets go of them by itself: forget_strips is not needed any more"
        forget_strips()
        gc.collect()
        assert kept() is None


def test_keys_have_the_names_that_bindings_use() -> None:
    assert key_names(b"\x1b[6~") == ("pagedown",)
    assert key_names(b"\x1b[110;;110u") == ("n",)
    assert spelled("pgdn,question_mark") == spelled("pgdn,?")
    assert textual_private.spelled("space,j") == ["space", "j"]
