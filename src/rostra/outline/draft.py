"""A slide that is being written."""

from __future__ import annotations

from dataclasses import dataclass, field

from rostra.outline.document import Document

NO_NOTES = {
    "title": "Say who you are, and why this matters to those who listen.",
    "section": "Say in one sentence what comes now.",
    "": "Say it in your own words.",
}
"""What stands in the notes of a slide of which the document says nothing more."""


@dataclass
class Draft:
    """A slide that is being written."""

    heading: str
    """As Markdown."""
    number: int = 1
    """Which of the slides it is that have this heading."""
    kind: str = ""
    """``title``, ``section``, or nothing."""
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lists: set[str] = field(default_factory=set)
    """The kinds of list on it: two of a kind would become one."""

    def following(self) -> Draft:
        """A slide that goes on where this one is full."""
        return Draft(self.heading, 1 if self.kind else self.number + 1)

    def shown(self, document: Document, *more: str) -> str:
        """What is seen of it, with the footnotes that this calls, as if there were more."""
        headline = f"# {self.heading}" + (f" ({self.number})" if self.number > 1 else "")
        layout = ["<!-- slide: {layout: section} -->"] if self.kind == "section" else []
        return _with_footnotes([*layout, headline, *self.body, *more], document)

    def spoken(self, document: Document) -> str:
        """Its notes, with the footnotes that they call."""
        notes = self.notes if any(note.strip() for note in self.notes) else [NO_NOTES[self.kind]]
        return _with_footnotes(notes, document)


def _with_footnotes(texts: list[str], document: Document) -> str:
    labels = document.called("\n\n".join(texts)) if document.footnotes else []
    return "\n\n".join([*texts, *(document.footnotes[one] for one in labels if one in document.footnotes)])
