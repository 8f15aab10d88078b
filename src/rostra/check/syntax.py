"""Whether a listing can be read as the language that it is in. Nothing in it is run.

What people show on slides is often a part of something: only what can be read in no way at all is a mistake.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterable
from typing import NamedTuple

LARGEST = 20_000
"""Characters; no slide shows more, and some parsers take long for it."""
ELIDED = re.compile(r"(?m)^\s*(?:\.\.\.|…|#\s*(?:\.\.\.|…))|…|[{\[(,]\s*\.\.\.|\{\{|<[A-Za-z_ -]+>")
"""Signs that something was left out or is to be filled in, or of a template."""
COMMENT = re.compile(r"(?m)(?:^|\s)(?://|/\*)")
"""What JSON does not have, and its readers often allow."""
PROMPT = re.compile(r"(?m)^\s*(?:>>>|\.\.\. |In \[\d|[$%] )")


class Mistake(NamedTuple):
    """The first mistake in a listing."""

    language: str
    line: int
    """Counted from 0."""
    reason: str


def mistake_in(text: str, language: str) -> Mistake | None:
    """The first mistake of a listing; None where there is none, or in a language that is not read."""
    if language not in READERS or len(text) > LARGEST or not text.strip() or ELIDED.search(text):
        return None
    name, read = READERS[language]
    try:
        read(text)
    except _SyntaxError as error:
        return Mistake(name, error.line, error.reason)
    except (RecursionError, MemoryError, ValueError, OverflowError):
        return None
    return None


class _SyntaxError(Exception):
    def __init__(self, reason: str, line: int) -> None:
        self.reason = " ".join(reason.split())
        self.line = line


def _any_of(forms: Iterable[str], read: Callable[[str], None]) -> None:
    """Read a text in one of several forms; raise what is wrong with the first when none can be read."""
    failed: _SyntaxError | None = None
    for form in forms:
        try:
            return read(form)
        except _SyntaxError as error:
            failed = failed or error
    if failed:
        raise failed
    return None


def _python(text: str) -> None:
    text = textwrap.dedent(text).rstrip()
    if PROMPT.search(text):
        return
    inside = textwrap.indent(text, "    ")
    around = (f"{head}:\n{inside}" for head in ("async def f()", "for _ in x", "class C"))
    open_at_the_end = (f"{text} pass", f"{text}\n    pass", f"{text}\ndef f(): pass")
    going_on = (f"{head}:\n    pass\n{text}" for head in ("try", "if x"))
    _any_of((text, *around, *open_at_the_end, *going_on), _python_module)


def _python_module(text: str) -> None:
    import ast
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes that are no longer allowed one day
        try:
            ast.parse(text)
        except SyntaxError as error:
            raise _SyntaxError(error.msg, (error.lineno or 1) - 1) from error


def _json(text: str) -> None:
    if COMMENT.search(text):
        return
    lines = [line for line in text.split("\n") if line.strip()]
    bare = text.strip().rstrip(",")
    try:
        _any_of((text, f"{{{bare}}}", f"[{bare}]"), _json_value)
    except _SyntaxError:
        if len(lines) < 2 or not all(_is_json(line) for line in lines):
            raise


def _is_json(text: str) -> bool:
    try:
        _json_value(text)
    except _SyntaxError:
        return False
    return True


def _json_value(text: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise _SyntaxError(error.msg, error.lineno - 1) from error


def _toml(text: str) -> None:
    import tomllib

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)", str(error))
        line = int(found[1]) - 1 if found and found[1] else text.count("\n")
        raise _SyntaxError(str(error)[: found.start()] if found else str(error), line) from error


def _yaml(text: str) -> None:
    import yaml

    try:
        for _ in yaml.compose_all(textwrap.dedent(text), yaml.SafeLoader):  # which makes no values
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _SyntaxError(error.problem or "it cannot be read", mark.line if mark else 0) from error
    except yaml.YAMLError as error:
        raise _SyntaxError(str(error), 0) from error


READERS: dict[str, tuple[str, Callable[[str], None]]] = {
    **dict.fromkeys(("python", "py", "python3", "py3"), ("Python", _python)),
    "json": ("JSON", _json),
    "toml": ("TOML", _toml),
    **dict.fromkeys(("yaml", "yml"), ("YAML", _yaml)),
}
"""The languages that are read, with how people call them."""
