"""A deck's file while it is written: its slides, what is wrong with them, and how they look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rostra.check import Setting, Talk, deck_problems, slide_problems
from rostra.check.check import in_order
from rostra.check.talk import USUAL
from rostra.deck.blocks import Heading, blocks_within, plain
from rostra.deck.model import Deck, Meta
from rostra.errors import Problem
from rostra.language.columns import in_text
from rostra.language.findings import Findings
from rostra.language.steps import step_at
from rostra.language.whereabouts import Whereabouts
from rostra.reader.context import anchor
from rostra.reader.live import LiveDeck, LiveSlide
from rostra.reader.stretches import Stretch
from rostra.safety import LINE_ENDS
from rostra.themes import Look
from rostra.typeset import Frame, Styles
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.theme_choice import FALLBACK, ThemeChoice


class Document:
    """A deck's file as somebody is writing it.

    Lines and columns are counted from 0, columns in characters of the text as it was given; a problem counts from 1.
    Lines are those of the reader: it takes more signs for line ends than some editors do.
    """

    def __init__(self, path: Path, text: str, setting: Setting = USUAL, theme: str = FALLBACK) -> None:
        self.path = path
        self.setting = setting
        self.theme = theme
        """The theme of a deck that names none."""
        self.live = LiveDeck(path, text)
        self.deck: Deck = self.live.deck
        """As it is now."""
        self._whereabouts = Whereabouts()
        self._findings = Findings()
        self._wholly: tuple[Deck, list[Problem]] | None = None
        """What is wrong with a deck as a whole."""
        self._take(text)
        self._note_surroundings()

    # -- what it is now -----------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._text

    @property
    def root(self) -> Path:
        """The deck's folder, outside which nothing is looked for."""
        return self.path.parent

    @property
    def name(self) -> str:
        """The file's name in places and problems."""
        return self.live.source.name

    @property
    def slides(self) -> list[LiveSlide]:
        """The slides, and where they stand."""
        return self.live.slides

    def slide_at(self, line: int) -> int | None:
        """The slide, counted from 0, that a line stands on; None between slides and in the front matter."""
        for index, one in enumerate(self.slides):
            if one.first <= line < one.end:
                # What stands above the first slide, the front matter as well, is not read as part of it.
                return index if one.first or line >= one.slide.place.line - 1 else None
        return None

    @property
    def has_usual_lines(self) -> bool:
        """Whether all lines end as editors count them; else no edits can be offered."""
        return len(self.lines) == self._text.count("\n") + 1

    def around(self, line: int) -> range:
        """The lines of the slide that a line belongs to; between slides those between them."""
        first, end = 0, len(self.lines)
        for one in self.slides:
            if one.first < one.end <= line:
                first = max(first, one.end)
            elif line < one.end and one.first < one.end:
                return range(one.first, one.end) if one.first <= line else range(first, one.first)
        return range(first, end)

    def stretches(self, line: int) -> list[Stretch]:
        """Where listings, comments and containers stand on the slide that a line belongs to."""
        within = self.around(line)
        return self._whereabouts.stretches(self.live.lines, within.start, within.stop)

    def is_listing(self, line: int) -> bool:
        """Whether a line is part of a listing, its fences counted."""
        return any(one.kind == "listing" and one.first <= line < one.end for one in self.stretches(line))

    def anchors(self) -> dict[str, tuple[int, str]]:
        """Every name by which a link reaches a heading, with the slide's number, counted from 1, and the heading."""
        found: dict[str, tuple[int, str]] = {}
        for number, one in enumerate(self.slides, 1):
            for block in blocks_within(one.origin.content.blocks):
                if isinstance(block, Heading) and (heading := plain(block.spans)):
                    found.setdefault(anchor(heading), (number, heading))
        return found

    # -- changes ------------------------------------------------------------------------------------------------

    def change(self, text: str) -> None:
        """Follow a change; only the slide that it is in is read again, if that can be told."""
        before = self.slides
        self.live.change(text)
        self._take(text)
        self._follow(before)

    def read_anew(self) -> LiveDeck:
        """All of its text read again, for :meth:`settle`; changes nothing, so a thread may do it meanwhile."""
        live = LiveDeck(self.path, self._text)
        for one in live.slides:
            one.slide.content  # noqa: B018  what looks for problems will ask for it
        return live

    def settle(self, read: LiveDeck | None = None) -> None:
        """Read all of it again when nothing has been typed for a while, so that links across slides are known.

        ``read`` is what :meth:`read_anew` has made of the same text.
        """
        before = self.slides
        if read is not None and read.source.text == self.live.source.text:
            self.live = read
        self.live.settle()
        self.deck = self.live.deck
        self._follow(before)

    def _take(self, text: str) -> None:
        self._text = text
        self.lines = LINE_ENDS.sub("\n", text).split("\n")
        self.deck = self.live.deck
        look = Look(self.deck.meta.theme or self.theme, self.deck.meta.theme_overrides)
        if getattr(self, "_look", None) != look:
            self._look = look
            themes = ThemeChoice(look)
            self.styles: Styles = themes.styles
            self._of_theme = [one.message for one in themes.problems]
            self._frames = FrameCache(self.styles)

    def _follow(self, before: list[LiveSlide]) -> None:
        """Keep what is known of slides that did not change, when all of them were read again."""
        if not self.live.settled or self.slides is before:
            return
        around, targets = self._around, self._targets
        self._note_surroundings()
        same = around == self._around
        self._findings = self._findings.handed_on(self.slides, targets == self._targets) if same else Findings()

    def _note_surroundings(self) -> None:
        """Note what decides about problems of slides besides what is written on them."""
        self._around = self.live.surroundings(), _of_consequence(self.deck.meta), self.styles
        self._targets = self.live.targets()

    # -- what is wrong with it ----------------------------------------------------------------------------------

    def problems(self, *, known: bool = False) -> list[Problem]:
        """What is wrong with the deck, in order; with ``known`` only of slides that have been looked at.

        Looking at all slides of a long deck takes seconds: :meth:`look_further` can do it piece by piece.
        """
        talk = self._talk()
        found = [*talk.deck.problems]
        for index, one in enumerate(self.slides):
            found += (self._findings.of(one) or []) if known else self._look_at(talk, index)
        found += self._of_whole(talk)
        self._findings.forget(self.slides)
        return [in_text(one, self.lines, self.name) for one in in_order(talk, found)]

    def look_further(self, near: int = 0, enough: Callable[[], bool] = lambda: True) -> bool:
        """Look at slides that were not looked at, those nearest to a line first, until it is enough.

        False when there are none left.
        """
        at, talk = self.live.index_at(near), self._talk()
        left = [i for i, one in enumerate(self.slides) if self._findings.of(one) is None]
        for number, index in enumerate(sorted(left, key=lambda index: abs(index - at)), 1):
            self._look_at(talk, index)
            if enough():
                return number < len(left)
        return False

    def _look_at(self, talk: Talk, index: int) -> list[Problem]:
        """What is wrong with a slide, counted from 0, as it was found before or is now."""
        slide = self.slides[index]
        found = self._findings.of(slide)
        if found is None:
            found = slide_problems(talk, index)
            self._findings.keep(slide, found)
        return found

    def _of_whole(self, talk: Talk) -> list[Problem]:
        """What is wrong with the deck as a whole, looked for once after each change."""
        if self._wholly is None or self._wholly[0] is not self.deck:
            self._wholly = self.deck, deck_problems(talk)
        return self._wholly[1]

    def _talk(self) -> Talk:
        return Talk(self.deck, self.styles, self.setting, {self.name: self.live.source}, self._of_theme)

    # -- how it looks -------------------------------------------------------------------------------------------

    def frame(self, index: int, page: tuple[int, int]) -> Frame:
        """A slide, counted from 0, on a page of so many columns and rows."""
        return self._frames.frame(self.deck, index, *page)

    def step_at(self, line: int) -> int:
        """The step, counted from 0, at which a line shows on its slide."""
        index = self.slide_at(line)
        return 0 if index is None else step_at(self.slides[index].slide, self.name, line)


def _of_consequence(meta: Meta) -> Meta:
    """The front matter without what changes nothing that is checked on single slides."""
    return meta._replace(title="", subtitle="", authors=(), date="", event="", location="", duration=None)
