"""Every key of the program, once: the screens bind them, help and the example configuration show them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rostra.show.commands import (
    Blank,
    Command,
    FirstSlide,
    Freeze,
    GoBack,
    LastSlide,
    NextSlide,
    NextStep,
    Point,
    PreviousSlide,
    PreviousStep,
    RevealAll,
    TakeUp,
    ToggleClock,
)

Action = Literal[
    "next or jump",
    "previous or correct",
    "point below",
    "point above",
    "reset clock",
    "next theme",
    "choose theme",
    "edit",
    "edit here",
    "search",
    "overview",
    "list slides",
    "redraw",
    "larger",
    "smaller",
    "scroll notes down",
    "scroll notes up",
    "larger notes",
    "smaller notes",
    "help",
    "close",
    "quit",
    "interrupt",
]
"""What only a screen can do: it opens something, or needs to know more than the key."""

EditorAction = Literal[
    "save",
    "undo",
    "redo",
    "complete",
    "find",
    "next slide",
    "previous slide",
    "slides",
    "problems",
    "notes",
    "present",
    "preview size",
    "next problem",
    "previous problem",
    "preview place",
    "editor help",
    "leave editor",
]
"""What the editor does."""


class Key(NamedTuple):
    """Something a key does. The identifier is what ``[keys]`` in the configuration moves."""

    id: str
    keys: str
    """Textual's names of the keys, parted by commas."""
    does: Command | Action | EditorAction | int
    """A command, what a screen or the editor does, or a digit of the number that Enter jumps to."""
    about: str
    group: str = "Moving"


# Presenter remotes send Page Down, Page Up, full stop or b, F5 and Escape: these keys must keep their meaning.
TALK = (
    Key("next-step", "pagedown,right,down,space,n,j,l", NextStep(), "Next step"),
    Key("next-or-jump", "enter", "next or jump", "Next step, or jump to the number just typed"),
    Key("previous-step", "pageup,left,up,p,k,h", PreviousStep(), "Previous step"),
    Key("previous-or-correct", "backspace", "previous or correct", "Previous step, or take back a digit"),
    Key("next-slide", "N,shift+right,shift+down", NextSlide(), "Next slide, steps skipped"),
    Key("previous-slide", "P,shift+left,shift+up", PreviousSlide(), "Previous slide, steps skipped"),
    Key("first-slide", "home,g", FirstSlide(), "First slide"),
    Key("last-slide", "end,G", LastSlide(), "Last slide"),
    Key("return", "apostrophe", GoBack(), "Back to where one was before a jump"),
    Key("reveal-all", "s", RevealAll(), "All steps of the slide at once"),
    Key("search", "slash", "search", "Search"),
    Key("overview", "o", "overview", "Overview of all slides"),
    Key("black", "b,full_stop", Blank("black"), "Black screen", "Showing"),
    Key("white", "w,comma", Blank("white"), "White screen", "Showing"),
    Key("freeze", "f", Freeze(), "Freeze the slide, with a console; again: let go", "Showing"),
    Key("pointer-down", "right_square_bracket", "point below", "Point at the next row", "Showing"),
    Key("pointer-up", "left_square_bracket", "point above", "Point at the row above", "Showing"),
    Key("pointer-off", "backslash", Point(None), "Point at nothing", "Showing"),
    Key("clock", "c", ToggleClock(), "Start the clock, pause it, go on", "Showing"),
    Key("clock-reset", "C", "reset clock", "Twice: set the clock to zero", "Showing"),
    Key("take-up", "R", TakeUp(), "On to where the last run broke off", "Showing"),
    Key("next-theme", "t", "next theme", "Next theme", "Showing"),
    Key("choose-theme", "T", "choose theme", "Choose a theme", "Showing"),
    Key("larger", "plus,equals_sign", "larger", "Larger slide; 0: as it fits", "Showing"),
    Key("smaller", "minus", "smaller", "Smaller slide", "Showing"),
    Key("edit", "e", "edit", "Edit the slide in your own editor", "Showing"),
    Key("edit-here", "E", "edit here", "Edit the slide here, with its preview", "Showing"),
    Key("redraw", "f5", "redraw", "Draw the screen anew", "Showing"),
    Key("notes-down", "ctrl+down", "scroll notes down", "Scroll the notes down (--notes-here)", "Showing"),
    Key("notes-up", "ctrl+up", "scroll notes up", "Scroll the notes up (--notes-here)", "Showing"),
    Key("help", "question_mark", "help", "Help, and the deck's problems", "Program"),
    Key("close", "escape", "close", "Close what is open; never quits", "Program"),
    Key("quit", "q", "quit", "Quit; asks while a talk is under way", "Program"),
    Key("interrupt", "ctrl+c,ctrl+q", "interrupt", "Twice: quit at once", "Program"),
)
DIGITS = tuple(Key(f"digit-{n}", str(n), n, "A number and Enter: jump to that slide") for n in range(10))

CONSOLE = (
    Key("notes-larger", "greater_than_sign", "larger notes", "More room for the notes", "Console"),
    Key("notes-smaller", "less_than_sign", "smaller notes", "Less room for the notes", "Console"),
    Key("list", "i", "list slides", "List of slides", "Console"),
)

EDITOR = (
    Key("editor-save", "ctrl+s", "save", "Save", "Writing"),
    Key("editor-undo", "ctrl+z", "undo", "Undo, slides moved and deleted too", "Writing"),
    Key("editor-redo", "ctrl+y", "redo", "Redo", "Writing"),
    Key("editor-complete", "ctrl+@", "complete", "What can be written here; Tab as well", "Writing"),
    Key("editor-find", "ctrl+f", "find", "Find; again: the next", "Writing"),
    Key("editor-next-slide", "ctrl+pagedown", "next slide", "Next slide", "Slides"),
    Key("editor-previous-slide", "ctrl+pageup", "previous slide", "Previous slide", "Slides"),
    Key("editor-slides", "f2", "slides", "List of slides: move, duplicate, hide, insert, delete", "Slides"),
    Key("editor-problems", "f3", "problems", "Problems; Enter jumps to one", "Slides"),
    Key("editor-notes", "f4", "notes", "Notes of this slide", "Slides"),
    Key("editor-next-problem", "f8", "next problem", "Next problem", "Slides"),
    Key("editor-previous-problem", "f7", "previous problem", "Previous problem", "Slides"),
    Key("editor-present", "f5", "present", "Present from here; leaving comes back", "Showing"),
    Key("editor-size", "f6", "preview size", "Preview for this terminal, 80x24, 120x36", "Showing"),
    Key("editor-preview", "f9", "preview place", "Preview beside, above at full size, or none", "Showing"),
    Key("editor-help", "f1", "editor help", "What the word under the cursor does, and all keys", "Program"),
    Key("editor-quit", "ctrl+q", "leave editor", "Leave; asks when something is not saved", "Program"),
)

ALL = (*TALK, *CONSOLE)
BY_ID = {key.id: key for key in (*ALL, *DIGITS, *EDITOR)}

SHOWN = {
    "pagedown": "PageDown", "pageup": "PageUp", "right": "→", "left": "←", "up": "↑", "down": "↓", "space": "Space",
    "enter": "Enter", "backspace": "Backspace", "home": "Home", "end": "End", "apostrophe": "'", "slash": "/",
    "full_stop": ".", "comma": ",", "question_mark": "?", "plus": "+", "equals_sign": "=",
    "minus": "-", "greater_than_sign": ">", "less_than_sign": "<",
    "right_square_bracket": "]", "left_square_bracket": "[", "backslash": "\\", "escape": "Esc", "@": "Space",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}  # fmt: skip


def shown(keys: str) -> str:
    """Key names as a person would write them."""
    names = []
    for key in keys.split(","):
        *modifiers, name = key.split("+")
        names.append("+".join([*(modifier.capitalize() for modifier in modifiers), SHOWN.get(name, name)]))
    return "  ".join(names)
