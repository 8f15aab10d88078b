"""Every key of the program, once: the screens bind them, help and the example configuration show them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """Something a key does. The identifier is what ``[keys]`` in the configuration moves."""

    id: str
    keys: str
    """Textual's names of the keys, parted by commas."""
    action: str
    about: str
    group: str = "Moving"


# Presenter remotes send Page Down, Page Up, full stop or b, F5 and Escape: these keys must keep their meaning.
TALK = (
    Key("next-step", "pagedown,right,down,space,n,j,l", "command('next_step')", "Next step"),
    Key("next-or-jump", "enter", "enter", "Next step, or jump to the number just typed"),
    Key("previous-step", "pageup,left,up,p,k,h", "command('previous_step')", "Previous step"),
    Key("previous-or-correct", "backspace", "backspace", "Previous step, or take back a digit"),
    Key("next-slide", "N,shift+right,shift+down", "command('next_slide')", "Next slide, steps skipped"),
    Key("previous-slide", "P,shift+left,shift+up", "command('previous_slide')", "Previous slide, steps skipped"),
    Key("first-slide", "home,g", "command('first_slide')", "First slide"),
    Key("last-slide", "end,G", "command('last_slide')", "Last slide"),
    Key("return", "apostrophe", "command('go_back')", "Back to where one was before a jump"),
    Key("reveal-all", "s", "command('reveal_all')", "All steps of the slide at once"),
    Key("search", "slash", "search", "Search"),
    Key("overview", "o", "overview", "Overview of all slides"),
    Key("black", "b,full_stop", "command('blank', 'black')", "Black screen", "Showing"),
    Key("white", "w,comma", "command('blank', 'white')", "White screen", "Showing"),
    Key("freeze", "f", "command('freeze')", "Freeze: the audience keeps what it sees; again: let go", "Showing"),
    Key("pointer-down", "right_square_bracket", "point(1)", "Point at the next row", "Showing"),
    Key("pointer-up", "left_square_bracket", "point(-1)", "Point at the row above", "Showing"),
    Key("pointer-off", "backslash", "command('point', None)", "Point at nothing", "Showing"),
    Key("clock", "c", "command('toggle_clock')", "Pause the clock, or let it go on", "Showing"),
    Key("clock-reset", "C", "command('reset_clock')", "Set the clock to nought", "Showing"),
    Key("next-theme", "t", "next_theme", "Next theme", "Showing"),
    Key("choose-theme", "T", "choose_theme", "Choose a theme", "Showing"),
    Key("redraw", "f5", "redraw", "Draw the screen anew", "Showing"),
    Key("notes-down", "ctrl+down", "scroll_notes(3)", "Scroll the notes down (--notes-here)", "Showing"),
    Key("notes-up", "ctrl+up", "scroll_notes(-3)", "Scroll the notes up (--notes-here)", "Showing"),
    Key("help", "question_mark", "help", "Help, and the deck's problems", "Program"),
    Key("close", "escape", "close", "Close what is open; never quits", "Program"),
    Key("quit", "q", "quit_talk", "Quit; asks while a talk is under way", "Program"),
    Key("interrupt", "ctrl+c,ctrl+q", "interrupt", "Twice: quit at once", "Program"),
)
DIGITS = tuple(Key(f"digit-{n}", str(n), f"digit({n})", "A number and Enter: jump to that slide") for n in range(10))

CONSOLE = (
    Key("notes-larger", "plus,equals_sign", "notes_size(1)", "More room for the notes", "Console"),
    Key("notes-smaller", "minus", "notes_size(-1)", "Less room for the notes", "Console"),
    Key("list", "i", "list_slides", "List of slides", "Console"),
)

ALL = (*TALK, *CONSOLE)

SHOWN = {
    "pagedown": "PageDown", "pageup": "PageUp", "right": "→", "left": "←", "up": "↑", "down": "↓", "space": "Space",
    "enter": "Enter", "backspace": "Backspace", "home": "Home", "end": "End", "apostrophe": "'", "slash": "/",
    "full_stop": ".", "comma": ",", "question_mark": "?", "plus": "+", "equals_sign": "=", "minus": "-",
    "right_square_bracket": "]", "left_square_bracket": "[", "backslash": "\\", "escape": "Esc", "f5": "F5",
}  # fmt: skip


def shown(keys: str) -> str:
    """Key names as a person would write them."""
    names = []
    for key in keys.split(","):
        *modifiers, name = key.split("+")
        names.append("+".join([*(modifier.capitalize() for modifier in modifiers), SHOWN.get(name, name)]))
    return "  ".join(names)
