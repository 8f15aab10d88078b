"""What links and pictures can lead to."""

from __future__ import annotations

import re

from rostra.deck.name import Name
from rostra.language.completing.completion import Completion, Typed, matching
from rostra.language.completing.paths import paths

LINK = re.compile(r"(?P<picture>!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\((?P<target><?[^()<>]*)\Z")


def links(typed: Typed) -> list[Completion] | None:
    """The slides, headings and files that a link can lead to; None where no link is being written."""
    found = LINK.search(typed.before)
    if found is None:
        return None
    target, is_picture = found["target"], bool(found["picture"])
    if " " in target and not target.startswith("<"):
        return []  # a title
    end = "" if ")" in typed.after.partition(" ")[0] else ")"
    within = [] if is_picture or target[:1] not in ("", "#") else targets(typed, target)
    files = [] if target.startswith("#") else paths(typed, target, pictures=is_picture)
    return [one._replace(text=one.text + ("" if one.text.endswith("/") else end)) for one in (*within, *files)]


def targets(typed: Typed, word: str) -> list[Completion]:
    """The slides that have a name, and all headings."""
    known: dict[str, str] = {}
    for number, slide in enumerate(typed.document.deck.slides, 1):
        if slide.settings.name:
            known.setdefault(slide.settings.name, f"slide {number}: {slide.label}")
    for name, (number, heading) in typed.document.anchors().items():
        known.setdefault(name, f"slide {number}: {heading}")
    names = [Name(f"#{name}", about) for name, about in known.items()]
    return [
        Completion(one.name, one.about, one.name, typed.start(word), "slide") for one in matching(names, word or "#")
    ]
