"""The author's own editor, or ours, opened on the slide that a screen shows."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rostra.editing.editor_command import Editor, built_in, editor_for, written_at
from rostra.errors import UserError
from rostra.safety import safe_line

if TYPE_CHECKING:
    from rostra.screens.talk import TalkScreen

SHELL_SAYS = {126: "cannot be run", 127: "was not found"}
"""What the exit status of a shell tells of the program that it should have started."""


async def edit_slide(screen: TalkScreen, *, ours: bool = False) -> None:
    """Open the file of the slide at its first line, and tell what came of it; whatever that is, the talk goes on.

    ``ours`` is for our own editor.
    """
    show = screen.app.show
    try:
        path, line = written_at(show.deck, show.cursor.slide)
        editor = built_in(path, line) if ours else editor_for(os.environ, path, line)
        told = _said(editor, await _run(screen, editor))
    except UserError as error:
        told = str(error)
    except OSError as error:
        told = f"no editor: {error.strerror or error}"
    if told:
        screen.keep_typed("", told=safe_line(told))


async def _run(screen: TalkScreen, editor: Editor) -> int:
    """Run an editor; its exit status."""
    if editor.has_window:
        screen.keep_typed("", told=f"opened in {editor.name}")
        return await screen.app.start_beside(editor.command)
    if screen.is_edited:  # the key came twice before the terminal was lent
        return 0
    screen.is_edited = True
    try:
        async with screen.behind_the_scenes():
            return await screen.app.lend(editor.command)
    finally:
        screen.is_edited = False


def _said(editor: Editor, status: int) -> str:
    """What an exit status says, if it is not that all is well."""
    if not status:
        return ""
    ended = f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"
    return f"{editor.name} {SHELL_SAYS.get(status, ended)}"
