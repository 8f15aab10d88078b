"""Front matter: its keys and their values."""

from __future__ import annotations

import re

from rostra.language.completing.completion import Completion, Typed
from rostra.language.completing.values import Spot, flow_spot, setting

KEY = re.compile(r"([ \t]*)([\w-]+):(?:[ \t]+|\Z)")
ITEM = re.compile(r"[ \t]*-[ \t]+")
WORD = re.compile(r"[ \t]*([\w-]*)")


def front_matter(typed: Typed) -> list[Completion]:
    """What can stand at a place of the front matter; keys that are there already are left out."""
    spot = spot_in_front_matter(typed)
    if spot is None:
        return []
    found = setting(typed, spot, of_slide=False)
    if spot.is_key and not spot.keys:
        there = _top_keys(typed)
        found = [one for one in found if one.label not in there]
    return found


def spot_in_front_matter(typed: Typed) -> Spot | None:
    """What place of the YAML it is; None where no single word stands."""
    if found := KEY.match(typed.before):
        outer = _outer(typed, len(found[1])) if found[1] else ()
        return flow_spot(typed.before[found.end() :], (*outer, found[2]))
    if item := ITEM.match(typed.before):
        return flow_spot(typed.before[item.end() :], _outer(typed, len(typed.before) - len(typed.before.lstrip()) + 1))
    if word := WORD.fullmatch(typed.before):
        indent = word.start(1)
        return Spot(_outer(typed, indent) if indent else (), True, word[1])
    return None


def _outer(typed: Typed, indent: int) -> tuple[str, ...]:
    """The keys above that a line indented so far stands within."""
    keys: list[str] = []
    for line in reversed(typed.document.lines[1 : typed.line]):
        found = KEY.match(line[:200])
        if found and len(found[1]) < indent:
            keys.insert(0, found[2])
            indent = len(found[1])
        if not indent:
            break
    return tuple(keys)


def _top_keys(typed: Typed) -> set[str]:
    lines = typed.document.lines
    keys = set()
    for number, line in enumerate(lines[1:400], 1):
        if line.rstrip() in ("---", "..."):
            break
        if number != typed.line and (one := KEY.match(line[:200])) and not one[1]:
            keys.add(one[2])
    return keys
