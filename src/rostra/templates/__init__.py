"""Templates: decks to begin with, one ``.md`` each, and their table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from rostra.reader.head import split_front_matter
from rostra.reader.quoting import markdown_of, yaml_of

TEMPLATES = {
    "talk": "twenty minutes: a problem, an idea, what follows from it",
    "lightning": "one idea in five minutes",
    "lesson": "45 minutes with exercises: together, in pairs, alone",
    "pitch": "four minutes: problem, solution, figure, what you ask for",
    "standup": "a team's week: done, next, blocked",
}
"""Each template by its name, with a few words about it; the first is the usual one."""
GAP = re.compile(r"\{\{(\w+)\}\}")
"""A place in a template that is filled in."""


def filled(name: str, facts: Mapping[str, str]) -> str:
    """A template with its gaps filled in; a line of the front matter whose gap is to stay empty is left out."""
    text = Path(__file__).with_name(f"{name}.md").read_text("utf-8")
    _, count = split_front_matter(text)
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines[:count] if all(facts.get(gap) for gap in GAP.findall(line))]
    head = GAP.sub(lambda gap: yaml_of(facts[gap[1]]), "".join(kept))
    return head + GAP.sub(lambda gap: markdown_of(facts.get(gap[1], "")), "".join(lines[count:]))
