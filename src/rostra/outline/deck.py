"""The deck that a document becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rostra.errors import Problem
from rostra.outline.document import Document, Section, read_document
from rostra.outline.draft import Draft
from rostra.outline.filling import Filling
from rostra.outline.links import relinked
from rostra.outline.shortening import REST, shortened, size
from rostra.reader.quoting import markdown_of, yaml_of
from rostra.reader.source import Source, read_source

HEADLINE = 16
"""The most words of a headline."""
LETTERS = 60
"""Letters of a headline of which all else makes something different."""
KEPT = ("subtitle", "event", "location", "lang")
"""What the front matter of a document and that of a deck have in common, besides title, authors and date."""


@dataclass(frozen=True)
class Outline:
    """A deck made of a document."""

    text: str
    slides: int
    left: tuple[Problem, ...]
    """What of the document the deck cannot show; it stands in the notes."""


def outline(path: Path, target: Path, asked: Mapping[str, str], usual: Mapping[str, str]) -> Outline:
    """Outline the document at a path as a deck at another.

    Title and author that were asked for count more than what the document says of itself, the usual ones less. Raises
    :class:`UserError` when the document cannot be read.
    """
    return outline_of(read_source(path), target, asked, usual)


def outline_of(source: Source, target: Path, asked: Mapping[str, str], usual: Mapping[str, str]) -> Outline:
    """The same of a document that is read already."""
    document = read_document(relinked(source, target.parent))
    filling = Filling(document, target)
    opening, title, sections = _opening(filling, asked.get("title", ""), usual["title"])
    levels = [section.level for section in document.sections]
    has_parts = levels.count(1) > 1 and max(levels) > 1
    filling.add(opening, sections[0])
    for section in sections[1:]:
        draft = _draft(filling, section.heading or opening.heading)
        draft.kind = "section" if has_parts and section.level == 1 else ""
        filling.add(draft, section)
    _keep_definitions(filling)
    authors = [asked["author"]] if asked.get("author") else [*document.meta.authors] or [usual["author"]]
    head = _head(title, [author for author in authors if author], usual["date"], document)
    texts = filling.written()
    return Outline(f"{head}\n" + "\n\n---\n\n".join(texts) + "\n", len(texts), tuple(filling.left))


def _opening(filling: Filling, asked: str, usual: str) -> tuple[Draft, str, Sequence[Section]]:
    """The title slide, the title, and the sections, of which the first belongs to that slide."""
    document = filling.document
    first, *others = document.sections
    head = others[0] if others and others[0].level == 1 and _says_title(document, others[0]) else None
    named = next((one.heading for one in others if one.level == 1 and document.says(one.heading)), "")
    title = asked or document.meta.title or document.says(named) or usual
    opening = _draft(filling, named if title == document.says(named) else markdown_of(title))
    opening.kind = "title"
    if head is None:
        return opening, title, [first, *others]
    if document.says(head.heading) != title:
        opening.notes.append(filling.noted(head.heading))
    return opening, title, [Section("", 0, [*first.passages, *head.passages]), *others[1:]]


def _says_title(document: Document, section: Section) -> bool:
    """Whether a heading can be the title of the document."""
    title = document.meta.title
    return not title or document.says(section.heading).casefold() == title.casefold()


def _draft(filling: Filling, heading: str) -> Draft:
    """A slide with a headline; one that is too long, or makes something else of the slide, stands in its notes."""
    says = filling.document.says(heading)
    short = shortened(heading, HEADLINE, filling.document.spans) if size(says) > HEADLINE else heading
    for written in (short, markdown_of(says), markdown_of(says[:LETTERS] + REST)):
        slide = filling.room.read(f"# {written}")
        if slide is not None and len(slide.content.blocks) == 1 and slide.content.title:
            break
    else:
        written = REST.strip()
    return Draft(written, notes=[filling.noted(heading)] if written != heading else [])


def _keep_definitions(filling: Filling) -> None:
    """Put the definitions of links where they hold for all slides, and footnotes that nothing calls."""
    document, opening, last = filling.document, filling.drafts[0], filling.drafts[-1]
    texts = (text for draft in filling.drafts for text in (draft.shown(document), draft.spoken(document)))
    called = set(document.called("\n\n".join(texts)))
    opening.notes += [filling.noted(text) for text in document.definitions]
    last.notes += [filling.noted(text) for label, text in document.footnotes.items() if label not in called]


def _head(title: str, authors: Sequence[str], date: str, document: Document) -> str:
    """The front matter."""
    lines = [f"title: {yaml_of(title)}"]
    lines += [f"{key}: {yaml_of(value)}" for key in KEPT if (value := getattr(document.meta, key))]
    lines += [f"author: {yaml_of(authors[0])}"] if len(authors) == 1 else []
    lines += ["authors:", *(f"  - {yaml_of(author)}" for author in authors)] if len(authors) > 1 else []
    return "\n".join(["---", *lines, f"date: {date}", "---", ""])
