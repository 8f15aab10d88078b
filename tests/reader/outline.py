"""A deck as a few readable lines: what the fixtures compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from rostra.deck.blocks import (
    Block,
    Code,
    Container,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Rule,
    Space,
    Span,
    Spans,
    Table,
)
from rostra.deck.model import Content, Deck, Meta, Slide


def outline(deck: Deck) -> str:
    """The deck, a line for what its front matter says, for each slide, block, line of notes and problem."""
    lines = [f"meta {name}={value!r}" for name, value in _differing(deck.meta)]
    for number, slide in enumerate(deck.slides, 1):
        lines += _slide(number, slide)
    lines += [f"problem {problem.line}: {problem.message}" for problem in deck.all_problems()]
    return "\n".join(lines)


def _differing(meta: Meta) -> list[tuple[str, object]]:
    """What differs from an empty front matter."""
    found: list[tuple[str, object]] = []
    for name in Meta._fields:
        value = getattr(meta, name)
        if value != getattr(Meta(), name):
            found.append((name, spans(value) if name in ("header", "footer") else value))
    return found


def _slide(number: int, slide: Slide) -> Iterator[str]:
    content, settings = slide.content, slide.settings
    told = [
        content.title,
        f"{content.steps} steps" if content.steps > 1 else "",
        "" if content.footer else "no footer",
        *(f"{name} {value}" for name, value in settings._asdict().items() if value and name != "background"),
        *([f"background {' '.join(filter(None, settings.background)) or 'none'}"] if settings.background else ()),
    ]
    yield " · ".join((f"slide {number} at {slide.place.line}", *(part for part in told if part)))
    yield from blocks(content.blocks, "  ")
    yield from notes(content)


def notes(content: Content) -> list[str]:
    """The notes behind a bar."""
    return [f"  | {line}".rstrip() for line in content.notes.split("\n")] if content.notes else []


def blocks(children: tuple[Block, ...], indent: str) -> Iterator[str]:
    """Each block behind its line and, when it is not the first, its step."""
    for block in children:
        yield from _block(block, indent)


def _block(block: Block, indent: str) -> Iterator[str]:
    deeper = indent + "  "
    head = f"{indent}{block.place.line}{'+' * block.step} "
    match block:
        case Heading(level, text):
            yield f"{head}heading {level}: {spans(text)}"
        case Paragraph(text):
            yield f"{head}text{f' {block.align}' if block.align else ''}: {spans(text)}"
        case Code(text, language, info):
            yield f"{head}{' '.join(filter(None, ('code', language, info)))}: {text!r}"
        case Quote(children):
            yield f"{head}quote"
            yield from blocks(children, deeper)
        case List():
            yield from _list(block, indent, head)
        case Table(header, rows, aligns):
            yield f"{head}table {' '.join(align or '-' for align in aligns)}: {_cells(header)}"
            yield from (f"{deeper}{_cells(row)}" for row in rows)
        case Rule():
            yield f"{head}rule"
        case Image(alt, path, title):
            yield f"{head}image {alt!r} {path!r}{f' {title!r}' if title else ''}"
        case Space(rows):
            yield f"{head}space {rows}"
        case Container(name, argument, children):
            yield f"{head}[{name}{f' {argument}' if argument else ''}]"
            yield from blocks(children, deeper)
        case _:
            assert_never(block)


def _list(block: List, indent: str, head: str) -> Iterator[str]:
    kind = "bullets" if block.start is None else f"numbers from {block.start}"
    yield f"{head}{kind}{'' if block.tight else ', loose'}"
    for item in block.items:
        task = {None: "", True: " done", False: " open"}[item.checked]
        yield f"{indent}  {item.place.line}{'+' * item.step} item{task}"
        yield from blocks(item.children, indent + "    ")


def _cells(row: tuple[Spans, ...]) -> str:
    return " | ".join(spans(cell) for cell in row)


def spans(text: Spans) -> str:
    """Spans on one line: plain text as it is, a line break as an arrow, looks in braces before the text."""
    return "".join(_span(span) for span in text)


def _span(span: Span) -> str:
    text = span.text.replace("\n", "⏎")
    looks = [
        *sorted(span.looks),
        *filter(None, (span.color, f"on {span.background}" if span.background else "", span.link)),
    ]
    return f"{{{' '.join(looks)}: {text}}}" if looks else text
