"""Comments that steer: what ``<!-- pause -->`` and its kin say."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from rostra.deck.name import words
from rostra.deck.names import ALIGNMENTS, LAYOUTS
from rostra.errors import WordError, did_you_mean, word_of
from rostra.reader.marks import Name
from rostra.reader.values import background, boolean, integer, seconds, text, transition

WITHOUT_VALUE = ("pause", "reset_layout", "jump_to_middle", "end_slide", "skip_slide", "no_footer", "new_line")
ALIASES = {
    "newlines": "new_lines",
    "newline": "new_line",
    "note": "notes",
    "speaker_note": "notes",
    "speaker_notes": "notes",
}
GUESSES = {
    "columns": "::: columns, or column_layout: [1, 1]",
    "two_column": "::: columns, or column_layout: [1, 1]",
    "two_columns": "::: columns, or column_layout: [1, 1]",
    "cols": "::: columns, or column_layout: [1, 1]",
    "hide": "skip_slide",
    "incremental": "incremental_lists: true",
    "stop": "pause",
    "fragment": "pause",
    "break": "end_slide",
    "new_slide": "end_slide",
    "newslide": "end_slide",
    "slide_end": "end_slide",
    "page_break": "end_slide",
    "center": "alignment: center",
    "middle": "jump_to_middle",
    "layout": "slide: {layout: title}",
    "background": "slide: {background: '#1e2030'}",
    "transition": "slide: {transition: fade}",
    "step_transition": "slide: {step_transition: fade}",
    "time": "slide: {time: 90s}",
}
"""What people write who know other tools, and what it is called here."""
WORD = re.compile(r"\s*([A-Za-z][\w-]*)\s*(?::|$)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment that steers, with its value checked."""

    name: Name
    value: Any = None


class DirectiveError(WordError):
    """A comment that is nearly a directive; the message says what was meant."""


def read_comment(comment: str) -> Directive | None:
    """What the text between ``<!--`` and ``-->`` says; None for an ordinary comment.

    Raises :class:`DirectiveError` for a comment that nearly is a directive.
    """
    found = WORD.match(comment)
    if found is None:
        return None
    word = found[1].lower().replace("-", "_")
    name = ALIASES.get(word, word)
    if name not in KNOWN:
        _complain_if_near(comment, found[1])
        return None
    if name in WITHOUT_VALUE:
        if comment.strip() not in (found[1], f"{found[1]}:"):
            if comment.strip()[len(found[1]) :].lstrip().startswith(":"):
                raise DirectiveError(f"{found[1]} takes no value")
            return None
        return Directive("new_lines", 1) if name == "new_line" else Directive(cast("Name", name))
    if ":" not in found[0]:
        if "\n" in comment.strip() or comment.strip() != found[1]:
            return None
        raise DirectiveError(f"{name} needs a value, such as {EXAMPLES[name]}")
    value = _value(comment, found[1], name)
    try:
        return Directive(cast("Name", name), VALUES[name](value))
    except DirectiveError:
        raise
    except ValueError as error:
        raise DirectiveError(f"{name} {error}", word_of(error)) from error


def _complain_if_near(comment: str, word: str) -> None:
    """Complain when a comment of a word or of ``word: value`` is near to a directive."""
    alone = comment.strip() == word or re.match(r"\s*[\w-]+\s*:\s*\S", comment)
    if not alone or "\n" in comment.strip():
        return
    if (guess := GUESSES.get(word.lower().replace("-", "_"))) is not None:
        raise DirectiveError(f"{word!r} is no directive: write {guess}", word)
    if meant := did_you_mean(word, KNOWN):
        raise DirectiveError(f"{word!r} is no directive{meant}", word)


def _value(comment: str, word: str, name: str) -> Any:
    """The value of a comment that is one ``key: value``."""
    raw = comment.lstrip()[len(word) :].lstrip().removeprefix(":")
    if name == "notes":
        return _note(comment, raw)
    from rostra.reader.yaml_subset import load

    try:
        return load(raw)
    except ValueError as error:
        raise DirectiveError(f"the value of {name} cannot be read: {error}") from error


def _note(comment: str, raw: str) -> str:
    """A note's text: a YAML scalar when it is one, else what stands after the colon."""
    body = raw.strip()
    if body[:1] in ("|", ">", '"', "'"):
        from rostra.reader.yaml_subset import load

        try:
            return str(next(iter(load(comment.strip()).values()))).strip()
        except (ValueError, AttributeError, StopIteration):
            body = re.sub(r"\A[|>][+-]?\d?\s*\n", "", body)
    first, _, rest = body.partition("\n")
    return f"{first}\n{textwrap.dedent(rest)}".strip()


def _shares(value: Any) -> tuple[int, ...]:
    if isinstance(value, int) and not isinstance(value, bool):
        value = [1] * value
    try:
        shares = tuple(integer(share, 1, 255) for share in value) if isinstance(value, list) else ()
    except ValueError:
        shares = ()
    if not 1 <= len(shares) <= 12:
        raise DirectiveError("column_layout is a list of shares, such as [2, 1]")
    return shares


def _settings(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise DirectiveError("slide takes settings in braces, such as {layout: title, time: 90s}")
    settings = {}
    for key, setting in value.items():
        if key not in SETTINGS:
            near = did_you_mean(str(key), [name for name in SETTINGS if name not in value])
            raise DirectiveError(f"slide has no setting {key!s:.40}{near}", str(key))
        try:
            settings[key] = SETTINGS[key](setting)
        except DirectiveError:
            raise
        except ValueError as error:
            raise DirectiveError(f"the slide's {key} {error}", word_of(error)) from error
    return settings


def _choice(what: str, *known: str) -> Callable[[Any], str]:
    def choose(value: Any) -> str:
        if value not in known:
            near = did_you_mean(str(value), known)
            raise DirectiveError(f"{what} is {', '.join(known[:-1])} or {known[-1]}{near}", str(value))
        return str(value)

    return choose


SETTINGS: dict[str, Callable[[Any], Any]] = {
    "layout": _choice("layout", *words(LAYOUTS)),
    "name": text,
    "time": lambda value: seconds(value, bare=1),
    "transition": transition,
    "step_transition": transition,
    "background": background,
}
VALUES: dict[str, Callable[[Any], Any]] = {
    "incremental_lists": boolean,
    "column_layout": _shares,
    "column": lambda value: integer(value, 0, 11),
    "alignment": _choice("alignment", *words(ALIGNMENTS)),
    "new_lines": lambda value: integer(value, 1, 255),
    "include": text,
    "font_size": lambda value: integer(value, 1, 7),
    "notes": str,
    "slide": _settings,
}
EXAMPLES = {
    "incremental_lists": "incremental_lists: true",
    "column_layout": "column_layout: [2, 1]",
    "column": "column: 0 after column_layout: [1, 1]; or ::: columns",
    "alignment": "alignment: center",
    "new_lines": "new_lines: 2",
    "include": "include: part.md",
    "font_size": "font_size: 2",
    "notes": "notes: what to say",
    "slide": "slide: {layout: title}",
}
KNOWN = (*WITHOUT_VALUE, *VALUES, *ALIASES)
