"""Frames kept: a slide is typeset once for a size and a theme."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable

from rostra.deck.blocks import Code
from rostra.deck.model import NO_META, Content, Deck, Meta, Slide
from rostra.typeset.frame import Frame, Page
from rostra.typeset.slide import NOTES, USUAL, Manner, typeset
from rostra.typeset.styles import Styles

MOST = 256
"""Frames; about 50 KB each at 120x36."""


class FrameCache:
    """Typesets slides and keeps what it made, the least used going first."""

    def __init__(self, styles: Styles, manner: Manner = USUAL, *, most: int = MOST) -> None:
        self.styles = styles
        self.manner = manner
        self._most = most
        self.hurried = False
        """Whether to put off what costs most, the colours in listings, because nothing has been shown yet."""
        self._known: Deck | None = None
        self._begins: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self._made: OrderedDict[tuple[object, ...], tuple[Slide, Frame]] = OrderedDict()

    def frame(self, deck: Deck, index: int, columns: int, rows: int, *, preview: bool = False) -> Frame:
        """The frame of a slide, counted from 0, on a page of so many cells; a preview keeps drawings whole."""
        slide = deck.slides[index]
        names, at = self._sections(deck, index)
        total = len(deck.slides) if deck.whole else 0
        page = Page(max(1, columns), max(1, rows), index + 1, total, names, at)
        key = (id(slide), page, id(self.styles), id(deck.meta), self.hurried, preview)
        return self._kept(key, slide, lambda: self._typeset(slide, page, deck.meta, self._manner(preview)))

    def notes(self, slide: Slide, columns: int, rows: int) -> Frame:
        """The frame of a slide's notes on a page of so many cells."""
        notes = slide.notes
        page = Page(max(1, columns), max(1, rows))
        key = (id(notes), page, id(self.styles))
        return self._kept(key, notes, lambda: self._typeset(notes, page, NO_META, NOTES))

    def _sections(self, deck: Deck, index: int) -> tuple[tuple[str, ...], int]:
        """The names of a deck's sections, and which of them a slide belongs to, counted from 1; 0 before the first."""
        if deck is not self._known:
            self._known = deck
            self._begins = tuple(at for at, slide in enumerate(deck.slides) if slide.settings.layout == "section")
            self._names = tuple(deck.slides[at].label for at in self._begins)
        return self._names, bisect_right(self._begins, index)

    def _kept(self, key: tuple[object, ...], slide: Slide, make: Callable[[], Frame]) -> Frame:
        """The frame that was made for a key, else one made now."""
        if key not in self._made:
            # The slide is kept along with its frame, so that no other object can get its id.
            self._made[key] = slide, make()
            if len(self._made) > self._most:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        return self._made[key][1]

    def _typeset(self, slide: Slide, page: Page, meta: Meta, manner: Manner) -> Frame:
        """Typeset a slide; should that fail, show its source: a talk never dies on stage."""
        try:
            return typeset(slide, page, self.styles, meta, manner)
        except Exception as error:
            where = f"{slide.place.file}:{slide.place.line}"
            source = Code(f"{type(error).__name__} in {where}\n\n{slide.source}", place=slide.place)
            content = Content((source,))
            return typeset(Slide(slide.place, slide.source, parse=lambda: content), page, self.styles)

    def _manner(self, preview: bool) -> Manner:
        usual = self.manner
        return usual._replace(progress=usual.progress and not preview, highlight=not self.hurried, preview=preview)
