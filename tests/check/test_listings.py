"""Listings: their languages, and whether they can be read as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked import findings

NOTHING: list[str] = []


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("python", NOTHING),
        ("Python", NOTHING),
        ("console", NOTHING),
        ("shell-session", NOTHING),
        ("{.rust}", NOTHING),
        ("text", NOTHING),
        ("mermaid", NOTHING),
        ("math", NOTHING),
        ("csv", NOTHING),
        ("", NOTHING),
        ("pyhton", ["3:4 'pyhton': no language is called 'pyhton', did you mean 'python'?"]),
        ("javscript", ["3:4 'javscript': no language is called 'javscript', did you mean 'javascript'?"]),
        ("qqq", ["3:4 'qqq': no language is called 'qqq'"]),
    ],
)
def test_a_listing_is_in_a_language_that_has_colours(tmp_path: Path, language: str, found: list[str]) -> None:
    assert findings(tmp_path, f"# A\n\n```{language}\nx\n```\n", "language") == found


@pytest.mark.parametrize(
    ("language", "listing", "found"),
    [
        ("python", "def f(x):\n    return x", NOTHING),
        ("python", "    return x", NOTHING),
        ("python", "yield x\nawait y", NOTHING),
        ("python", "break", NOTHING),
        ("python", "def f(x):", NOTHING),
        ("python", "else:\n    x = 1", NOTHING),
        ("python", "except ValueError:\n    pass", NOTHING),
        ("python", "@decorator", NOTHING),
        ("python", ">>> f(1)\n2", NOTHING),
        ("python", "def f(x):\n    ...", NOTHING),
        ("python", "x = [1, ...]\ny = (", NOTHING),
        ("python", "x = '\\d'", NOTHING),
        ("python", "x = 1\ny = )\n", ["5: this is no Python: unmatched ')'"]),
        ("python", "def f(:\n    pass", ["4: this is no Python: invalid syntax"]),
        ("py", "x = 1\n\nprint 'x'", ["6: this is no Python: Missing parentheses"]),
        ("json", '{"a": [1, 2]}', NOTHING),
        ("json", '"a": 1,\n"b": 2', NOTHING),
        ("json", '{"a": 1}\n{"a": 2}', NOTHING),
        ("json", '{\n  "a": 1, // why\n}', NOTHING),
        ("json", '{"a": 1, ...}', NOTHING),
        ("json", '{\n  "a": 1,\n  "b" 2\n}', ["6: this is no JSON: Expecting ':' delimiter"]),
        ("toml", "[a]\nb = 1", NOTHING),
        ("toml", "[a]\nb = ", ["5: this is no TOML: Invalid value"]),
        ("yaml", "a: 1\n---\nb: !x [2]", NOTHING),
        ("yaml", "  a: 1\n  b: 2", NOTHING),
        ("yaml", "image: {{ .Values.image }}\n b: 1", NOTHING),
        ("yaml", "a: 1\nb: [1, 2\nc: 3", ["6: this is no YAML: expected ',' or ']', but got ':'"]),
        ("yml", "a: b: c", ["4: this is no YAML: mapping values are not allowed here"]),
        ("rust", "fn (", NOTHING),
    ],
)  # fmt: skip
def test_a_listing_can_be_read_as_what_it_is(tmp_path: Path, language: str, listing: str, found: list[str]) -> None:
    made = findings(tmp_path, f"# A\n\n```{language}\n{listing}\n```\n", "listing-syntax", strict=True)
    assert [one.partition(":")[0] for one in made] == [one.partition(":")[0] for one in found]
    assert [one[:22] for one in made] == [one[:22] for one in found]  # the rest is Python's own
