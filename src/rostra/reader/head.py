"""Where the front matter of a deck is: YAML between lines of dashes, as most programs have it."""

from __future__ import annotations

import re

FENCED = re.compile(r"---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split_front_matter(text: str) -> tuple[str, int]:
    """The YAML between ``---`` lines at the very start, and how many lines it takes with its fences.

    The caller decides whether it is front matter or a slide between two rules.
    """
    found = FENCED.match(text)
    return (found["body"], found.group(0).count("\n") or 1) if found else ("", 0)
