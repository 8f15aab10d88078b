"""Every private part of Textual that is used, in one place; a test notices when one of them changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from rostra.terminal.ask import take_terminal
from rostra.terminal.colors import TEXTUAL_NAMES, color_count
from rostra.terminal.late_answers import LateAnswers
from rostra.terminal.orders import ANOTHER_SCREEN, UNSET, at_once
from rostra.terminal.probe import Beforehand

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual._xterm_parser import XTermParser
    from textual.app import App
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.widgets import TextArea


BUFFER = 256 * 1024
"""Bytes that are written to the terminal at once: a slide that changes whole is some 20 KB."""


def prepare_textual(
    beforehand: Beforehand,
    taken: Callable[[], None],
    left: Callable[[], str] = str,
    late: Callable[[str], object] = str,
) -> type[Driver] | None:
    """Settle the number of colours before the program is made; returns its driver, None for Textual's own choice.

    The driver calls ``taken`` when it takes a terminal that does not show the talk already. When it gives the terminal
    back, it first writes what ``left`` returns. ``late`` is called, in a thread, with answers that came late.
    """
    for name in ("COLUMNS", "LINES"):  # these would win over the terminal's own size
        os.environ.pop(name, None)
    from textual import constants

    constants.COLOR_SYSTEM = TEXTUAL_NAMES[color_count(os.environ)]  # type: ignore[misc]
    if constants.DRIVER or sys.platform == "win32":
        taken()  # nothing says when that driver clears the screen
        return None
    from textual.drivers import linux_driver

    # The driver makes its parser itself, once for each time that it begins to listen.
    linux_driver.XTermParser = _key_parser([beforehand.typed], late)  # type: ignore[attr-defined]
    return _talk_driver(beforehand, taken, left)


def _talk_driver(beforehand: Beforehand, taken: Callable[[], None], left: Callable[[], str]) -> type[Driver]:
    """Textual's driver, drawing on the terminal wherever errors go."""
    from textual.drivers import linux_driver

    class TalkDriver(linux_driver.LinuxDriver):
        """Draws on standard output: errors may go to a file."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._file = _screen_file()
            self._started = self._is_taken = False

        def start_application_mode(self) -> None:
            """Take the terminal; to be given back is what it was before anything was changed."""
            self._is_taken = not self._started and beforehand.take_over()
            if not self._is_taken:
                taken()
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if not self._started and beforehand.settings is not None:
                self.attrs_before = beforehand.settings
            self._started = True

        def stop_application_mode(self) -> None:
            """Give the terminal back."""
            self.write(left())
            super().stop_application_mode()

        def write(self, data: str) -> None:
            """Write; the screen is not cleared where the first slide stands on it."""
            if self._is_taken and data == ANOTHER_SCREEN:
                self._is_taken = False
            else:
                super().write(UNSET + data if self._started and data == ANOTHER_SCREEN else data)

    return TalkDriver


def _screen_file() -> TextIOWrapper:
    """Standard output, on which characters that cannot be written are no error."""
    assert sys.__stdout__ is not None
    output = open(sys.__stdout__.fileno(), "wb", BUFFER, closefd=False)  # noqa: SIM115 (kept while the program runs)
    return TextIOWrapper(output, sys.__stdout__.encoding, errors="backslashreplace", newline="")


def _key_parser(typed: list[str], late: Callable[[str], object]) -> type[XTermParser]:
    """A parser that hears keys and nothing else, first those that were typed; it empties the list."""
    from textual._xterm_parser import XTermParser
    from textual.message import Message

    class KeyParser(XTermParser):
        """Keeps late answers from Textual, which would take them for keys."""

        def __init__(self, debug: bool = False) -> None:
            super().__init__(debug)
            self._answers = LateAnswers(late)

        def feed(self, data: str) -> Iterable[Message]:
            """The keys that were typed before, and those in what was just received."""
            keys = self._answers.without(_taken(typed) + data)
            # An empty text would tell the parser that the input has ended.
            return super().feed(keys) if keys or not data else ()

        def tick(self) -> Iterable[Message]:
            """What is known when nothing more came for a while."""
            if any(typed) and (keys := self._answers.without(_taken(typed))):
                yield from super().feed(keys)
            yield from super().tick()

    return KeyParser


def _taken(texts: list[str]) -> str:
    text = "".join(texts)
    texts.clear()
    return text


def on_failure(app: App[Any], failed: Callable[[BaseException | None], None]) -> None:
    """End with a call instead of what Textual would print, which shows the values of all variables."""

    def end(*renderables: object) -> None:
        failed(app._exception)
        app._close_messages_no_wait()

    app.panic = end  # type: ignore[method-assign]
    app._fatal_error = end  # type: ignore[method-assign]


def write_to_terminal(app: App[Any], order: str) -> None:
    """Write an order between what the program draws; nothing happens where it has no terminal."""
    if app._driver is not None and not app.is_headless and not is_lent(app):
        app._driver.write(order)


def paint_by(screen: Screen[Any], repaint: Callable[[], None]) -> None:
    """Let a screen be painted by a call, instead of by Textual, as long as nothing lies over it."""
    usual = screen._compositor_refresh

    def refresh() -> None:
        if not is_drawn_on(screen):
            usual()
            return
        screen._compositor._dirty_regions.clear()
        screen._dirty_widgets.clear()
        repaint()
        screen.app._update_mouse_over(screen)

    screen._compositor_refresh = refresh  # type: ignore[method-assign]


def is_drawn_on(screen: Screen[Any]) -> bool:
    """Whether a screen is the topmost, and there is a terminal that shows it."""
    app = screen.app
    has_terminal = app._driver is not None and not app.is_headless and not is_lent(app)
    return bool(app.screen_stack) and app.screen is screen and has_terminal


def is_lent(app: App[Any]) -> bool:
    """Whether another program has the terminal."""
    return app._driver is not None and not app._driver._auto_restart


def take_back(app: App[Any]) -> None:
    """Let the terminal be ours again, in the settings in which it was lent, whatever the other program left of it."""
    driver = app._driver
    settings = getattr(driver, "attrs_before", None)
    if settings is not None:
        take_terminal(getattr(driver, "fileno", 0), settings)


def watch_drawing(app: App[Any], released: Callable[[], str]) -> None:
    """Call each time that Textual draws something, and write first what is returned; then Textual draws all anew.

    Its own empty screen, with which it begins, is never drawn.
    """
    from textual.screen import Screen as EmptyScreen

    usual = app._display

    def display(screen: Screen[Any], renderable: RenderableType | None) -> None:
        if (type(screen) is EmptyScreen and not app.is_headless) or is_lent(app):
            return
        if order := released():
            write_to_terminal(app, order)
            renderable = screen._compositor.render_full_update()
        usual(screen, renderable)

    app._display = display  # type: ignore[method-assign]


def write_picture(app: App[Any], picture: str) -> None:
    """Write what changes the screen, in one update where the terminal knows them."""
    if picture and app._driver is not None and app._running and not app._closed and not is_lent(app):
        app._driver.write(at_once(picture) if app._sync_available else picture)
        app._driver.flush()


def has_whole_updates(app: App[Any]) -> bool:
    """Whether the terminal shows what is written as one update at once, so that nobody sees half a picture."""
    return app._sync_available


def is_behind(app: App[Any]) -> bool:
    """Whether the terminal has not taken yet what was written last."""
    thread = getattr(app._driver, "_writer_thread", None)
    return thread is not None and not thread._queue.empty()


def forget_strips() -> None:
    """Let go of the lines of panels that were closed; a cache of Textual's keeps them alive (0.9 MB for each help)."""
    from textual._styles_cache import StylesCache

    StylesCache.get_inner_outer.cache_clear()


def draw_lines_anew(area: TextArea) -> None:
    """Draw the lines of a text area anew although its text is what it was: their looks have changed."""
    area._line_cache.clear()
    area.refresh()


def line_at(area: TextArea, y: int) -> tuple[int, int] | None:
    """The line that a row of a text area's whole text shows, and which part of it; None below the text."""
    rows = area.wrapped_document._offset_to_line_info
    return rows[y] if 0 <= y < len(rows) else None


def key_names(sent: bytes) -> tuple[str, ...]:
    """Textual's names of the keys that a sequence stands for; none when it is no key."""
    from textual._xterm_parser import XTermParser
    from textual.events import Key as KeyEvent

    parser = XTermParser()
    events = [*parser.feed(sent.decode("utf-8", "replace")), *parser.feed("")]
    return tuple(event.key for event in events if isinstance(event, KeyEvent) and event.key.isprintable())


def spelled(keys: str) -> list[str]:
    """Textual's own spelling of key names with commas between."""
    from textual.keys import _normalize_key_list

    return _normalize_key_list(keys).split(",")
