"""Answers of the terminal that come when nobody waits for them any more."""

from __future__ import annotations

import re
from collections.abc import Callable

# A colour, the device attributes, a name, and where the cursor is: on the second row, as no key says.
LATE = re.compile(
    r"\x1b\]1\d;[rgba:/0-9A-Fa-f]*(?:\x07|\x1b\\|(?=[^\x07\x1brgba:/0-9A-Fa-f]|\x1b[^\\]))"
    r"|\x1b\[\?[0-9;]*c|\x1bP>\|[^\x07\x1b]*\x1b\\|\x1b\[2;[0-9]+R"
)
LATE_IN_PART = re.compile(
    r"\x1b(?:\]1[0-9;rgba:/A-Fa-f]*\x1b?|\[\?[0-9;]*|\[2(?:;[0-9]*)?|P>(?:\|[^\x07\x1b]*\x1b?)?)\Z"
)


class LateAnswers:
    """Takes answers that came too late out of what the terminal sends: read as keys, they would run through the talk.

    An answer may arrive in parts. What may be one that has only begun is held until more is known.
    """

    def __init__(self, heard: Callable[[str], object] = str) -> None:
        self._heard = heard
        """Called with each answer that was taken out."""
        self._held = ""
        self._passed = ""
        """The end of the last part, which was passed on as it may have been a key, but with which an answer begins."""

    def without(self, data: str) -> str:
        """The keys in what was just received."""
        text = self._passed + self._held + data
        known = 0 if LATE.match(text) or LATE_IN_PART.match(text) else len(self._passed)
        for found in LATE.finditer(text):
            self._heard(found[0])
        text = LATE.sub("", text)
        begun = LATE_IN_PART.search(text)
        end = begun.start() if begun else len(text)
        self._held = text[end:]
        passed = re.search(r"\x1b[\[\]P]?\Z", text[:end])
        self._passed = passed[0] if passed else ""
        return text[known:end]
