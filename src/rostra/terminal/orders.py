"""Orders to the terminal that several parts of the program write."""

from __future__ import annotations

from zlib import crc32

ANOTHER_SCREEN = "\x1b[?1049h"
"""Gives another screen beside the shell's, and clears it."""
TAKE = f"{ANOTHER_SCREEN}\x1b[?25l\x1b[?7l"
"""Takes the screen as Textual does: no cursor, no wrapped lines."""
GIVE_BACK = "\x1b[?7h\x1b[?1049l\x1b[?25h"
UNSET = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l"  # the mouse
    "\x1b7\x1b[r\x1b8"  # a part that scrolls; ending it moves the cursor
    "\x1b[?1l\x1b>\x1b[4l\x1b(B\x0f\x1b[0m"  # other keys, inserting, other signs, a look
)
"""Ends what a program that died may have left, and moves nothing."""
CLEAR = "\x1b[2J"
END_LINK = "\x1b]8;;\x1b\\"


def at_once(picture: str) -> str:
    """A picture as one update, shown only when it is whole; terminals that know no updates show it all the same."""
    return f"\x1b[?2026h{picture}\x1b[?2026l"


def link_to(address: str) -> str:
    """What makes a link of the text after it; with the same id a link that goes over several rows is one."""
    return f"\x1b]8;id={crc32(address.encode()):x};{address}\x1b\\"
