"""Photograph slides in real terminals, for the docs: ``python docs/photographs.py``.

Needs a Unix system with the terminals (``xterm``, ``konsole``, ``kitty`` 0.40), and ``Xvfb``, ``import`` and ``convert``
of ImageMagick, and the font DejaVu Sans Mono. Terminals that are not there are left out, and so are their pictures.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
SLIDES = HERE.parent / "slides"
ROSTRA = Path(sys.executable).with_name("rostra")
FONT, POINTS = "DejaVu Sans Mono", "12"
SIZE = (100, 30)
SECONDS = 6.0
"""Until the slide is there, on a machine without a graphics card."""
KITTY_OPTIONS = (
    f"font_family={FONT}", f"font_size={POINTS}", f"initial_window_width={SIZE[0]}c", "window_padding_width=0",
    f"initial_window_height={SIZE[1]}c", "remember_window_size=no", "hide_window_decorations=yes",
    "update_check_interval=0", "linux_display_server=x11",
)  # fmt: skip
TERMINALS = {
    "xterm": [
        "xterm", "-fa", FONT, "-fs", POINTS, "-geometry", f"{SIZE[0]}x{SIZE[1]}+0+0", "-b", "0", "+sb", "-e",
    ],
    "konsole": [
        "konsole", "--hide-menubar", "--hide-tabbar", "-p", f"Font={FONT},{POINTS}", "-p", "ShowTerminalSizeHint=false",
        "-p", f"TerminalColumns={SIZE[0]}", "-p", f"TerminalRows={SIZE[1]}", "-p", "ScrollBarPosition=2", "-e",
    ],
    "kitty": ["kitty", "--config", "NONE", *(word for option in KITTY_OPTIONS for word in ("-o", option))],
}  # fmt: skip
"""How each terminal is started so that it runs the command that follows."""
SHOTS = (
    ("plain", "xterm", "1"),
    ("xterm", "xterm", "2"),
    ("konsole", "konsole", "2"),
    ("kitty", "kitty", "2"),
)
"""What is photographed: the name, the terminal, and how many times as large."""
DECK, SLIDE = "community-ai-safety.md", "8"


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen that nobody sees; gives the environment of what is shown on it."""
    heard, told = os.pipe()
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told), "-noreset", "-screen", "0", "2000x1400x24"],
            pass_fds=[told],
            stderr=subprocess.DEVNULL,
        )
        os.close(told)
        try:
            display = f":{os.read(heard, 16).decode().strip()}"
            os.chmod(home, 0o700)
            kept = {name: value for name, value in os.environ.items() if name not in ("TMUX", "STY", "WAYLAND_DISPLAY")}
            yield {
                **kept,
                "DISPLAY": display,
                "HOME": home,
                "XDG_RUNTIME_DIR": home,
                "LANG": "C.UTF-8",
                "COLORTERM": "truecolor",
                "LIBGL_ALWAYS_SOFTWARE": "1",
            }
        finally:
            server.terminate()
            server.wait()


def photograph(terminal: str, magnify: str, picture: Path, environment: dict[str, str]) -> None:
    """Take a picture of a slide in a terminal, cut to the terminal's window."""
    command = [ROSTRA, SLIDES / DECK, "--slide", SLIDE, "--theme", "dark", "--magnify", magnify]
    # A terminal that compiles its shaders answers nothing meanwhile; and xterm says nothing of its colours.
    words = ["sh", "-c", 'sleep 2; TERM=xterm-256color COLORTERM=truecolor exec "$@"', "sh", *map(str, command)]
    shown = subprocess.Popen([*TERMINALS[terminal], *words], env=environment, stderr=subprocess.DEVNULL)
    try:
        time.sleep(SECONDS)
        subprocess.run(["import", "-window", "root", picture], env=environment, check=True)
        subprocess.run(["convert", picture, "-trim", "+repage", "-strip", "-colors", "64", picture], check=True)
    finally:
        shown.terminate()
        shown.wait()


def main() -> None:
    """Take them all, and lay the same slide at two sizes side by side."""
    for name, terminal, magnify in SHOTS:
        if not shutil.which(terminal):
            print(f"no {terminal} here: {name} is left out", file=sys.stderr)  # noqa: T201
            continue
        with screen() as environment:
            photograph(terminal, magnify, PICTURES / f"photograph-{name}.png", environment)
    pair = [PICTURES / f"photograph-{name}.png" for name in ("plain", "xterm")]
    if all(map(Path.exists, pair)):
        subprocess.run(
            ["convert", *pair, "-bordercolor", "#888888", "-border", "2", "+append", PICTURES / "magnified.png"],
            check=True,
        )
        for picture in pair:
            picture.unlink()


if __name__ == "__main__":
    main()
