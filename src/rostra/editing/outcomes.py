"""What can come of saving a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saved:
    """The file holds the text."""

    said: tuple[str, ...] = ()
    """What else there is to say, each in one line."""


@dataclass(frozen=True, slots=True)
class NothingToDo:
    """The file held the text already."""


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Nothing was written: only the file has changed, so that its text can simply be taken (``take_theirs``)."""

    theirs: str


@dataclass(frozen=True, slots=True)
class BothChanged:
    """Nothing was written: the file has changed as well as the text.

    There are three ways on: ``keep_mine``, ``take_theirs`` and ``merge`` of the edited file.
    """

    theirs: str


@dataclass(frozen=True, slots=True)
class NeedsUtf8:
    """Nothing was written: the text has letters that the file's encoding has not; save it with ``utf8=True``."""

    encoding: str
    """What the file's encoding is called."""

    @property
    def question(self) -> str:
        """What to ask, in one line."""
        return f"this text cannot be written in {self.encoding}: save it as UTF-8?"


Outcome = Saved | NothingToDo | ReadAgain | BothChanged | NeedsUtf8
"""All of them."""
