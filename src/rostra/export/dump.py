"""What would be seen, printed: as text, with colours, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rich.color import ColorSystem
from rich.style import Style

from rostra.deck.blocks import without_code
from rostra.deck.model import Content, Deck, Slide
from rostra.safety import safe_line
from rostra.typeset import Frame, Page, Styles, typeset
from rostra.typeset.frame import Line, text_of


def frames(deck: Deck, size: tuple[int, int], styles: Styles, wanted: Iterable[int]) -> Iterator[tuple[int, Frame]]:
    """The wanted slides, counted from 1, with their frames."""
    for number in wanted:
        page = Page(*size, number, len(deck.slides))
        yield number, typeset(deck.slides[number - 1], page, styles, deck.meta)


def as_text(deck: Deck, size: tuple[int, int], styles: Styles, wanted: list[int], steps: bool, notes: bool) -> str:
    """Each slide as it is seen, below a line that names it, with its notes after it."""
    return _printed(deck, size, styles, wanted, steps, notes, color=False)


def as_ansi(deck: Deck, size: tuple[int, int], styles: Styles, wanted: list[int], steps: bool, notes: bool) -> str:
    """The same with the colours and links of the terminal."""
    return _printed(deck, size, styles, wanted, steps, notes, color=True)


def _printed(
    deck: Deck, size: tuple[int, int], styles: Styles, wanted: list[int], steps: bool, notes: bool, *, color: bool
) -> str:
    parts: list[str] = []
    for number, frame in frames(deck, size, styles, wanted):
        slide = deck.slides[number - 1]
        for step in range(frame.steps) if steps else [frame.steps - 1]:
            counted = f", step {step + 1}/{frame.steps}" if steps and frame.steps > 1 else ""
            parts.append(f"=== {number}/{len(deck.slides)}{counted}: {slide.label}")
            lines = frame.lines(step) if color else None
            parts += [_ansi(line) for line in lines] if lines else [_plain(line) for line in frame.lines(step)]
        if notes and slide.content.notes:
            parts += ["--- notes", slide.content.notes]
    return "\n".join(parts) + "\n"


def _plain(line: Line) -> str:
    return "".join(run.text for run in line).rstrip()


def _ansi(line: Line) -> str:
    return "".join(_rendered(run.text, run.style) for run in line)


def _rendered(text: str, style: Style) -> str:
    return style.render(text, color_system=ColorSystem.TRUECOLOR)


def as_json(deck: Deck, size: tuple[int, int], styles: Styles, wanted: list[int], steps: bool, notes: bool) -> str:
    """The deck as JSON; ``docs/scripting.md`` tells what each field means."""
    dump = {
        "title": safe_line(deck.title),
        "dialect": deck.dialect,
        "problems": [{"file": p.file, "line": p.line, "message": p.message} for p in deck.all_problems()],
        "slides": [
            _slide(deck, number, frame, styles, steps=steps, notes=notes)
            for number, frame in frames(deck, size, styles, wanted)
        ],
    }
    return json.dumps(dump, ensure_ascii=False, indent=2) + "\n"


def _slide(deck: Deck, number: int, frame: Frame, styles: Styles, *, steps: bool, notes: bool) -> dict[str, Any]:
    slide = deck.slides[number - 1]
    found: dict[str, Any] = {
        "number": number,
        "title": slide.content.title,
        "name": slide.settings.name,
        "line": slide.place.line,
        "steps": frame.steps,
    }
    if notes:
        found["notes"] = slide.content.notes
    found |= {
        "text": frame.text(),
        "prose": _prose(slide, frame, styles),
        "rows": frame.content_rows,
        "columns": frame.content_columns,
        "overflow": frame.overflow()._asdict(),
    }
    if steps:
        found["frames"] = [text_of(frame.all_lines(step)) for step in range(frame.steps)]
    return found


def _prose(slide: Slide, frame: Frame, styles: Styles) -> str:
    """The slide's text without its listings."""
    content = Content(without_code(slide.content.blocks), steps=slide.steps, footer=False)
    bare = Slide(slide.place, slide.source, slide.settings, parse=lambda: content)
    return typeset(bare, Page(frame.page.columns, frame.page.rows), styles).text()
