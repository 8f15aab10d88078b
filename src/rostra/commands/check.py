"""``rostra check DECK…``: what would go wrong on stage."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.commands.arguments import Parser, in_columns, size
from rostra.errors import UserError

if TYPE_CHECKING:
    from rostra.check import Talk
    from rostra.deck.model import Deck
    from rostra.errors import Problem

MOST_ROUNDS = 5
"""How often a deck is mended: what was mended may show what else is wrong."""
FORMATS = ("text", "json", "github", "sarif")


def check(arguments: Sequence[str]) -> int:
    """``rostra check DECK…``: 0 when there is nothing to say, 1 when there is, 2 when a deck cannot be read."""
    given = _parser().parse_args(list(arguments))
    if given.list:
        print(_rules(), end="")  # noqa: T201
        return 0
    from rostra.check.reports import FORMATS as REPORTS
    from rostra.check.reports import near
    from rostra.commands.decks import check_decks

    if not given.decks:
        raise UserError("no deck is named", hint="rostra check talk.md")
    check_decks(given.decks)
    found: list[Problem] = []
    fixed = 0
    for deck in given.decks:
        talk, problems = _checked(deck, given)
        for _ in range(MOST_ROUNDS if given.fix else 0):
            from rostra.editing.fixes import fix

            if not (count := fix(problems, talk.paths)):
                break
            fixed += count
            talk, problems = _checked(deck, given)
        found += problems
    sys.stdout.write(REPORTS[given.format](near(found)))
    sys.stdout.flush()
    if given.format == "text":
        print(_summary(len(found), fixed, len(given.decks)), file=sys.stderr)  # noqa: T201
    return 1 if found else 0


def _parser() -> Parser:
    parser = Parser(prog="rostra check", description="Say what would go wrong on stage. Needs no terminal.")
    add = parser.add_argument
    add("decks", nargs="*", metavar="DECK", type=Path, help="Markdown files, each a talk of its own")
    sized = "a terminal that slides must fit; may be given several times; 80x24 and 120x36 unless given"
    add("--size", type=size, action="append", metavar="COLUMNSxROWS", help=sized)
    add("--magnify", type=int, choices=(1, 2), default=1, help="check for a terminal that draws slides twice as large")
    add("--theme", default="", help="a theme's name, or the path of a .toml file; the deck's own unless given")
    add("--format", choices=FORMATS, default="text", help="text unless given; github and sarif are for CI")
    add("--strict", action="store_true", help="look for what is a matter of taste as well")
    add("--fix", action="store_true", help="mend what has one answer")
    add("--list", action="store_true", help="list all checks")
    return parser


def _checked(path: Path, given: Namespace) -> tuple[Talk, list[Problem]]:
    """A deck, and what is wrong with it."""
    from rostra.check import check as check_talk
    from rostra.reader import read_deck

    deck = read_deck([path])
    talk = _talk(deck, given)
    with_progress = sys.stderr.isatty() and given.format == "text"
    progress = _bar(path.name, len(deck.slides)) if with_progress else lambda done: None
    try:
        return talk, check_talk(talk, progress)
    finally:
        if with_progress:
            sys.stderr.write("\r\x1b[K")


def _talk(deck: Deck, given: Namespace) -> Talk:
    from rostra.check import Setting, Talk
    from rostra.options import Options
    from rostra.typeset.theme_choice import ThemeChoice, load_styles

    look = Options(theme=given.theme).theme_for(deck)
    setting = Setting(tuple(given.size) if given.size else Setting().sizes, given.magnify, given.strict)
    if given.theme:
        return Talk(deck, load_styles(look), setting)
    themes = ThemeChoice(look)
    return Talk(deck, themes.styles, setting, of_theme=[one.message for one in themes.problems])


def _bar(name: str, total: int) -> Callable[[int], None]:
    """What shows how many of the slides are done, on one line that is wiped afterwards."""
    from rostra.safety import safe_line

    shown = safe_line(name)[:40]

    def show(done: int) -> None:
        if done % 20 == 0 or done == total:
            filled = 24 * done // total
            sys.stderr.write(f"\r\x1b[K{shown} {'━' * filled}{'─' * (24 - filled)} {done}/{total}")
            sys.stderr.flush()

    return show


def _summary(found: int, fixed: int, decks: int) -> str:
    mended = f"{fixed} mended, " if fixed else ""
    what = "nothing to say" if not found else "1 problem" if found == 1 else f"{found} problems"
    return f"rostra check: {mended}{what} in {'1 deck' if decks == 1 else f'{decks} decks'}"


def _rules() -> str:
    """Every check with what it finds; those of taste are marked."""
    from rostra.check.rules import STRICT
    from rostra.deck.checks import CHECKS

    return in_columns((one.name, one.about + (" (--strict)" if one.name in STRICT else "")) for one in CHECKS)
