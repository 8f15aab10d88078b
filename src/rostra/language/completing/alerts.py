"""Kinds of alert."""

from __future__ import annotations

import re

from rostra.deck.names import ALERTS
from rostra.language.completing.completion import Completion, Typed, matching
from rostra.language.line_signs import ALERT

KIND = re.compile(rf"{ALERT}(\w*)\Z")


def alerts(typed: Typed) -> list[Completion] | None:
    """The kinds of alert that a quotation can become; None where none is begun."""
    found = KIND.match(typed.before)
    if found is None:
        return None
    end = "" if typed.after.startswith("]") else "]"
    return [
        Completion(one.name.upper(), one.about, one.name.upper() + end, typed.start(found[1]), "value")
        for one in matching(ALERTS, found[1])
    ]
