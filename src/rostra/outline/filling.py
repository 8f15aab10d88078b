"""Slides filled with what stands below the headings of a document, as much on each as fits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rostra.errors import Problem
from rostra.outline.document import Document, Passage, Section
from rostra.outline.draft import Draft
from rostra.outline.parts import Form, Part, Piece, part_of
from rostra.outline.pictures import pictures
from rostra.outline.room import Room
from rostra.outline.shortening import REST, shortened, size
from rostra.reader.quoting import listing_of

SENTENCE = 26
"""The most words of a sentence that stands alone on a slide."""
LINE = 72
"""The most letters of a line below a title."""
SPOKEN = 200
"""Words in the notes of a slide with which it is long enough: the next paragraph begins another."""
UNWRAPPED = 160
"""Letters of a line from which on lines are paragraphs, as in text without blank lines."""
MOST_PIECES = 60
"""How many pieces of a part are tried on one slide."""
Formed = tuple[Piece, Form]


class Filling:
    """The slides of a deck that is made of a document."""

    def __init__(self, document: Document, target: Path) -> None:
        self.document = document
        self.folder = target.parent
        self.room = Room(target, document)
        self.drafts: list[Draft] = []
        self.left: list[Problem] = []
        self._waiting: list[str] = []
        """Notes for the slide of the part that comes next, which they introduce."""
        self._texts: list[str] = []
        """Paragraphs of the last slide, should it need a sentence."""

    def add(self, draft: Draft, section: Section) -> None:
        """Add a slide, and those that go on after it, with what stands below a heading."""
        self.drafts.append(draft)
        for passage in section.passages:
            parts = self._parts(passage)
            if parts is None:
                self._note(passage)
            for part in parts or ():
                self._place(part)
        self._close()

    def _note(self, passage: Passage) -> None:
        """Take a passage into the notes, and go on on another slide where they are long."""
        if passage.kind != "paragraph_open":
            self._waiting.append(self.noted(passage.source, plain=passage.kind == "mark"))
            return
        lines = passage.source.split("\n")
        for text in lines if len(passage.source) > len(lines) * UNWRAPPED else [passage.source]:
            if sum(map(size, [*self.drafts[-1].notes, *self._waiting])) >= SPOKEN:
                self._close()
                self.drafts.append(self.drafts[-1].following())
            self._texts.append(text)
            self._waiting.append(self.noted(text))

    def noted(self, text: str, *, plain: bool = False) -> str:
        """Text as it can stand in notes: as it is written, unless that would not be read as notes, or not be seen."""
        return listing_of(text) if plain or not self.room.keeps(text) else text

    def written(self) -> list[str]:
        """Each slide as Markdown."""
        # Each of the notes could stand alone, but what one of them leaves open may take in the next.
        notes = [self.noted(draft.spoken(self.document)) for draft in self.drafts]
        shown = [draft.shown(self.document) for draft in self.drafts]
        return [f"{slide}\n\n???\n\n{spoken}" for slide, spoken in zip(shown, notes, strict=True)]

    def _parts(self, passage: Passage) -> Sequence[Part] | None:
        """What of a passage stays on slides; None where it belongs into the notes."""
        found = pictures(passage, self.document, self.folder)
        if found is None:
            part = part_of(passage, self.document)
            self._waiting += [listing_of(part.aside)] if part and part.aside else []
            return None if part is None else [part]
        self.left += found.left
        self._waiting += [self.noted(passage.source)] if found.left else []
        return found.parts

    def _close(self) -> None:
        """End the last slide: give it the notes that wait, and a sentence of them where it has only its headline."""
        self._take_notes()
        if not self.drafts[-1].body:
            self._say(self.drafts[-1], self._texts)
        self._texts = []

    def _take_notes(self) -> None:
        self.drafts[-1].notes += self._waiting
        self._waiting = []

    def _say(self, draft: Draft, texts: Sequence[str]) -> None:
        """Put the first sentence of the texts on a slide."""
        for text in texts:
            words = "".join(span.text for span in self.document.spans(text) if "image" not in span.looks)
            if not any(letter.isalnum() for letter in words):
                continue
            short = shortened(text, SENTENCE, self.document.spans)
            if draft.kind and (short.endswith(REST) or len(self.document.says(short)) > LINE):
                return
            if self.room.read(draft.shown(self.document, short)):
                draft.body.append(short)
                return
        draft.kind = draft.kind or "section"

    # -- parts --------------------------------------------------------------------------------------------------

    def _place(self, part: Part) -> None:
        """Put a part on the last slide where all of it fits, else on new ones."""
        formed = self._formed(part)
        while formed:
            draft = self.drafts[-1]
            count = 0 if draft.kind else self._most(part, formed, draft)
            if draft.kind or (draft.body and count < len(formed)):
                if draft.kind:
                    self._close()
                self.drafts.append(draft.following())
                continue
            if not count:
                self._waiting.append(self.noted(formed.pop(0)[0].source))
                continue
            count = part.cut([piece.source for piece, _ in formed], count)
            draft.body.append(part.written([form for _, form in formed[:count]]))
            draft.lists.add(part.kind)
            self._take_notes()
            draft.notes += [self.noted(piece.source) for piece, form in formed[:count] if not form.whole]
            formed = formed[count:]

    def _formed(self, part: Part) -> list[Formed]:
        """The pieces in the fullest form that fits on a slide of its own; those that have none become notes."""
        formed: list[Formed] = []
        probe = Draft(self.drafts[-1].heading, 2)
        for piece in part.pieces:
            fitting = (form for form in piece.forms if self._fits(part, [form], probe))
            form = piece.forms[0] if part.in_lines else next(fitting, None)
            if form is not None:
                formed.append((piece, form))
            else:
                self._waiting.append(self.noted(piece.source))
        return formed

    def _most(self, part: Part, formed: Sequence[Formed], draft: Draft) -> int:
        """How many of the pieces fit on a slide, from the first on."""
        if part.is_list and part.kind in draft.lists:
            return 0
        low, high = 0, min(len(formed), MOST_PIECES)
        forms = [form for _, form in formed]
        if self._fits(part, forms[:high], draft):
            return high
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._fits(part, forms[:middle], draft) else (low, middle)
        return low

    def _fits(self, part: Part, forms: Sequence[Form], draft: Draft) -> bool:
        shown = draft.shown(self.document, part.written(forms))
        return self.room.read(shown, listing=part.is_listing) is not None
