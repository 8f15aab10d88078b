"""Search: slides by their text, with hits as one types."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from rostra.deck.blocks import text_of
from rostra.deck.model import Deck
from rostra.screens.base import Overlay

MOST = 50
"""Hits that are listed."""
AROUND = 30
"""Characters shown before a hit."""
SHOWN = 120
"""Characters shown with a hit, at most."""
UNDRAWN = dict.fromkeys(range(0x2500, 0x2600), " ")
"""Lines, blocks and shapes, of which drawings are made; nobody searches for them."""
FOUND = "bold underline"
"""The look of what was searched for, on any background."""


class Hit(NamedTuple):
    """A slide that has what was searched for."""

    slide: int
    """Counted from 0."""
    word: str
    """The first of the words, casefolded."""


class SearchScreen(Overlay[Hit]):
    """Ends with the chosen hit. Notes are not searched: hits may be seen by the audience."""

    DEFAULT_CSS = """
    SearchScreen { align: center top; background: transparent; }
    SearchScreen Vertical { width: 80%; max-width: 100; height: auto; max-height: 80%; margin: 1 0;
        border: tall $primary; background: $surface; }
    SearchScreen Input { background: $surface; padding: 0 1; margin: 0 0 1 0; }
    SearchScreen OptionList { height: auto; max-height: 100%; border: none; background: $surface; padding: 0;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    SearchScreen OptionList > .option-list--option { padding: 0 1 0 0; }
    """
    BINDINGS = [("down,ctrl+n", "move(1)", "Next hit"), ("up,ctrl+p", "move(-1)", "Previous hit")]

    def __init__(self, deck: Deck) -> None:
        super().__init__()
        self.deck = deck
        self.texts: Sequence[str] = ()
        self._texts_of: Deck | None = None
        self._word = ""
        """The first word of those whose hits are listed."""
        self.early = False
        """Whether Enter was pressed before all could be found."""
        # Kept, and not looked up: a thread may have something for them while the screen is taken down.
        self.line = Input(placeholder="Search the slides", compact=True)
        self.hits = OptionList(id="hits")
        self.hits.can_focus = False

    def compose(self) -> ComposeResult:
        """A line to type in and the hits below it."""
        with Vertical():
            yield self.line
            yield self.hits

    def on_mount(self) -> None:
        """Collect what can be found."""
        self.collect()

    def deck_changed(self, deck: Deck) -> None:
        """Search another state of the deck."""
        self.deck = deck
        self.collect()

    @work(thread=True)
    def collect(self) -> None:
        """Read the slides' texts away from the screen, so that a long deck does not hold up typing."""
        deck = self.deck
        texts = [" ".join(text_of(slide.content.blocks).translate(UNDRAWN).split()) for slide in deck.slides]
        self.bring(lambda: self.found_texts(deck, texts))

    def found_texts(self, deck: Deck, texts: Sequence[str]) -> None:
        """Search again, now that more can be found."""
        if deck is not self.deck:
            return
        self.texts, self._texts_of = texts, deck
        self.list_hits(self.line.value)
        if self.early:
            self.submitted()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """List the hits of what has been typed."""
        self.list_hits(event.value)

    def list_hits(self, words: str) -> None:
        """List the slides that hold all the words."""
        hits = self.hits
        hits.clear_options()
        wanted = words.casefold().split()
        found = [i for i, text in enumerate(self.texts) if wanted and all(word in text.casefold() for word in wanted)]
        for index in found[:MOST]:
            hits.add_option(Option(self._line(index, wanted), id=str(index)))
        if found:
            self._word = wanted[0]
            hits.highlighted = 0
        elif wanted and self.knows_all:
            hits.add_option(Option("no slide has this", disabled=True))

    @property
    def knows_all(self) -> bool:
        """Whether the texts of all slides are known."""
        return self.deck.whole and self._texts_of is self.deck

    def _line(self, index: int, wanted: Sequence[str]) -> Content:
        """The slide's number and title, and below it what else has the words; what was searched for is marked."""
        label = " ".join(self.deck.slides[index].label.split()) if index < len(self.deck.slides) else ""
        before, _, after = self.texts[index].partition(label)
        found = re.compile("|".join(map(re.escape, sorted(wanted, key=len, reverse=True))), re.IGNORECASE)
        title = Content.assemble(f"{index + 1:>4}  ", Content.styled(label, "bold").highlight_regex(found, style=FOUND))
        around = _around(f"{before} {after}".strip(), found)
        return Content("\n").join([title, *([Content("      ") + around] if around else [])])

    def action_move(self, by: int) -> None:
        """Highlight another hit."""
        (self.hits.action_cursor_down if by > 0 else self.hits.action_cursor_up)()

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Show the highlighted hit."""
        self.early = not self.knows_all
        option = self.hits.highlighted_option
        if option is not None:
            self.choose(option)

    @on(OptionList.OptionSelected)
    def selected(self, event: OptionList.OptionSelected) -> None:
        """Show the hit that was clicked."""
        self.choose(event.option)

    def choose(self, option: Option) -> None:
        """End with a hit that was listed; the line that says that there is none is no hit."""
        if option.id is not None:
            self.dismiss(Hit(int(option.id), self._word))


def _around(text: str, found: re.Pattern[str]) -> Content | None:
    """The text about the first place that was found; None where there is none."""
    if (first := found.search(text)) is None:
        return None
    start = text.rfind(" ", 0, first.start() - AROUND) + 1 if first.start() > AROUND else 0
    parts: list[tuple[str, str]] = [("…", "dim")] * bool(start)
    at, end = start, start + SHOWN
    for match in found.finditer(text, start, end):
        parts += [(text[at : match.start()], "dim"), (match.group(), FOUND)]
        at = match.end()
    return Content.assemble(*parts, (text[at:end], "dim"))
