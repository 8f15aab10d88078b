"""Names of slides that no link leads to."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.errors import Problem


def find(talk: Talk) -> Iterable[Problem]:
    """Each such name, in a deck that has links to slides: elsewhere names are for the speaker to jump to."""
    targets = {link.target.lower() for slide in talk.deck.slides for link in slide.content.links}
    if not any(target.startswith("#") for target in targets):
        return
    notes = "\n".join(slide.content.notes for slide in talk.deck.slides).lower()
    for index, slide in enumerate(talk.deck.slides):
        name = slide.settings.name
        if not name or f"#{name.lower()}" in targets or f"(#{name.lower()})" in notes:
            continue
        where = [place for place, line in talk.lines_of(index) if "name" in line and name in line]
        message = f"no link leads to the name {name!r}"
        yield talk.problem(where[0] if where else slide.place, message, name if where else "")


UNUSED_NAME = Rule("unused-name", deck=find, strict=True)
