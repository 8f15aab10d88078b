"""What the text area holds in the place of what it cannot: each sign stands for something and takes one cell.

Control characters would be obeyed by the terminal, those that nobody sees would be counted wrong, and lines of a
megabyte would take a second a key. Nothing of them is lost: what is saved is the text as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rostra.safety import LINE_ENDS

# Halves of a pair are in no text; what reads files uses the first of the low ones in the same way, so that what stands
# in for control characters is what stands for them there. High ones come from nowhere.
CONTROL = 0xDC00
OTHER = 0xD800
FOLDED = 0xDA00
MOST_FOLDED = 0x200
"""Lines that can be folded in one file."""
LONGEST = 2000
"""Characters of a line that is shown whole."""
HEAD, TAIL = 160, 40
"""Characters of a longer one that are shown, at its beginning and at its end."""

UNSEEN = (0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF,
          *range(0xFFF9, 0xFFFC))  # fmt: skip
"""What shows nothing, or turns the text around it."""
CONTROLS = (*(code for code in range(0x20) if code not in (0x09, 0x0A)), 0x7F)
STANDING_IN = {
    **{code: CONTROL + code for code in CONTROLS},
    **{code: OTHER + code for code in range(0x80, 0xA0)},
    **{code: OTHER + 0xA0 + at for at, code in enumerate(UNSEEN)},
}
BY_FILE = (0x0B, 0x0C, 0x1C, 0x1D, 0x1E)
"""Those for which the edited file has the same stand-ins."""
STOOD_FOR = {stand_in: chr(code) for code, stand_in in STANDING_IN.items() if code not in BY_FILE}
STRANGE = re.compile(f"[{''.join(map(chr, STANDING_IN))}]")
IN_AREA = re.compile("[\ud800-\udfff]")
"""Everything in a text area that stands for something else, or is no text in its file's encoding."""
DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What is not taken along when text is pasted."""


class StandIns:
    """The stand-ins of one text area."""

    def __init__(self) -> None:
        self._folded: list[str] = []

    def held(self, text: str) -> str:
        """A text as a text area holds it."""
        if STRANGE.search(text):
            text = text.translate(STANDING_IN)
        if len(text) <= LONGEST or max(map(len, text.split("\n"))) <= LONGEST:
            return text
        return "\n".join(self._fold(line) if len(line) > LONGEST else line for line in text.split("\n"))

    def pasted(self, text: str) -> str:
        """The same for text from elsewhere: lines end in newlines, and nothing that a terminal obeys is taken along."""
        return self.held(DROPPED.sub("", LINE_ENDS.sub("\n", text)))

    def real(self, text: str) -> str:
        """What a text area's text stands for."""
        try:
            text.encode()  # which refuses any of them, and is much faster than a search
        except UnicodeEncodeError:
            pass
        else:
            return text
        folded = {FOLDED + at: middle for at, middle in enumerate(self._folded)}
        return text.translate(folded).translate(STOOD_FOR) if folded else text.translate(STOOD_FOR)

    def _fold(self, line: str) -> str:
        """A line with one sign for its middle; once there is none left, the line as it is."""
        middle = line[HEAD:-TAIL]
        if middle not in self._folded:
            if len(self._folded) == MOST_FOLDED:
                return line
            self._folded.append(middle)
        return f"{line[:HEAD]}{chr(FOLDED + self._folded.index(middle))}{line[-TAIL:]}"

    @staticmethod
    def strange(line: str) -> Iterator[int]:
        """Where a line of a text area has what stands for something else."""
        return (found.start() for found in IN_AREA.finditer(line))

    def shown(self, line: str) -> str:
        """A line of a text area as it is safe to show, sign for sign."""
        return IN_AREA.sub(lambda found: self._sign(ord(found[0])), line)

    @staticmethod
    def _sign(code: int) -> str:
        if FOLDED <= code < FOLDED + MOST_FOLDED:
            return "…"
        if code - CONTROL in CONTROLS:
            return chr(0x2400 + min(code - CONTROL, 0x21))
        return "·" if code in STOOD_FOR else "\ufffd"
