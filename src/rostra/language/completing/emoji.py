"""Emoji by their shortcodes."""

from __future__ import annotations

import re

from rostra.deck.name import Name
from rostra.language.completing.completion import Completion, Typed, matching

SHORTCODE = re.compile(r"(?<![\w:]):([a-z0-9_+-]{2,})\Z")
MOST = 60


def emoji(typed: Typed) -> list[Completion] | None:
    """Emoji whose shortcode begins as it is typed; None where none is."""
    found = SHORTCODE.search(typed.before)
    if found is None:
        return None
    from rostra.reader.inline import emoji_codes

    signs = emoji_codes()
    end = "" if typed.after.startswith(":") else ":"
    names = matching((Name(code, sign) for code, sign in sorted(signs.items(), key=lambda one: len(one[0]))), found[1])
    start = typed.start(f":{found[1]}")
    return [Completion(f":{one.name}:", one.about, f":{one.name}{end}", start, "emoji") for one in names[:MOST]]
