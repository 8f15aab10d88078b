"""Front matter to Meta: every key checked, a mistake noted and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from rostra.deck.blocks import Span, Spans
from rostra.deck.model import Meta
from rostra.deck.name import words
from rostra.deck.names import COMING, PROGRESS, THEMES
from rostra.errors import Problem, WordError, did_you_mean, word_of
from rostra.reader.inline import read_inline
from rostra.reader.source import Source
from rostra.reader.values import aspect, background, boolean, integer, one_of, scale, seconds, text, texts, transition

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def _line(value: Any) -> str:
    """A header or footer: one line of Markdown; nothing or false for none."""
    if value in (None, False, "", "no", "off"):
        return ""
    if value is True:
        raise ValueError("should be a text, or false for none")
    return text(value)


def _spans(line: str, parser: MarkdownIt) -> Spans:
    spans = read_inline(parser, line, {}).spans
    return tuple(Span(" ", span.looks) if span.text == "\n" else span for span in spans)


def _theme(value: Any) -> str:
    """A theme's name; a deck may not name a file."""
    name = text(value.get("name", "") if isinstance(value, dict) else value)
    if not name and isinstance(value, dict):
        return ""
    if not name or name.endswith(".toml") or "/" in name or "\\" in name:
        raise ValueError("is the name of a theme, not a file")
    return name


def _ignored(value: Any) -> tuple[str, ...]:
    """The checks that a deck does without."""
    ignored = value.get("ignore") if isinstance(value, dict) else None
    if not isinstance(value, dict) or set(value) - {"ignore"} or not isinstance(ignored, list | str):
        raise ValueError("takes the checks to do without, such as {ignore: [width]}")
    from rostra.deck.checks import CHECKS

    named = [ignored] if isinstance(ignored, str) else [str(one) for one in ignored]
    known = words(CHECKS)
    if unknown := [one for one in named if one not in known]:
        raise WordError(f"has no {unknown[0]!r} to ignore{did_you_mean(unknown[0], known)}", unknown[0])
    return tuple(named)


KEYS: dict[str, Callable[[Any], Any]] = {
    "title": text,
    "subtitle": text,
    "author": texts,
    "authors": texts,
    "date": text,
    "event": text,
    "location": text,
    "lang": text,
    "theme": _theme,
    "aspect": aspect,
    "duration": seconds,
    "transition": transition,
    "step_transition": transition,
    "header": _line,
    "footer": _line,
    "slide_level": lambda value: integer(value, 1, 6),
    "incremental_lists": boolean,
    "logo": text,
    "progress": one_of(*words(PROGRESS)),
    "coming": one_of(*words(COMING)),
    "background": background,
    "max_columns": lambda value: integer(value, 10, 1000),
    "magnify": scale,
    "check": _ignored,
}
ALIASES = {"sub_title": "subtitle"}


def read_meta(
    values: Mapping[Any, Any], source: Source, lines: Mapping[str, int], parser: MarkdownIt
) -> tuple[Meta, list[Problem]]:
    """What the front matter says, and what is wrong with it; ``lines`` tells on which line a key stands."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for written, value in values.items():
        key, line = ALIASES.get(str(written), str(written)), lines.get(str(written), 1)
        if key not in KEYS:
            near = did_you_mean(str(written), [name for name in KEYS if name not in values])
            message = f"unknown key {written!s:.60}{near}"
            problems.append(source.problem(line, message, rule="front-matter", word=str(written)))
            continue
        try:
            found["authors" if key == "author" else key] = KEYS[key](value)
        except ValueError as error:
            problems.append(source.problem(line, f"{key} {error}", rule="front-matter", word=word_of(error)))
    if isinstance(overrides := values.get("theme"), dict):
        from rostra.reader.theme_overrides import read_overrides

        found["theme_overrides"], mistakes = read_overrides(overrides, source, lines.get("theme", 1))
        problems += mistakes
    if (behind := found.get("background")) is not None:
        from rostra.reader.backdrop import with_picture

        line = lines.get("background", 1)
        found["background"], missing = with_picture(behind, source, line, source.path.parent)
        problems += missing
    if (theme := found.get("theme")) and theme not in words(THEMES):
        near = did_you_mean(theme, words(THEMES)) or "; it shows only where somebody has a theme of this name"
        message = f"theme {theme!r} does not come with the program{near}"
        problems.append(source.problem(lines.get("theme", 1), message, rule="front-matter", word=theme))
    found |= {key: _spans(found[key], parser) for key in ("header", "footer") if key in found}
    return Meta(**found), problems
