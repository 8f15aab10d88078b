"""Commands: everything that can be done to a talk, as values of closed kinds.

Keys hold them, the link carries them, and :meth:`rostra.show.show.Show.do` matches them to the end. A new one is a
class here, its place in the union, and a case there.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rostra.deck.spot import Spot

Cover = Literal["black", "white"]
"""A colour that can hide the audience's slide."""


class Plain:
    """What commands share that say nothing more: each is equal to those of its own kind only."""

    # By hand, since these are needed for the first slide, and a dataclass takes a millisecond each.
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class NextStep(Plain):
    """One step on."""

    __slots__ = ()


class PreviousStep(Plain):
    """One step back."""

    __slots__ = ()


class NextSlide(Plain):
    """The next slide, whatever steps are left."""

    __slots__ = ()


class PreviousSlide(Plain):
    """The slide before, at its first step."""

    __slots__ = ()


class FirstSlide(Plain):
    """Jump to the first slide."""

    __slots__ = ()


class LastSlide(Plain):
    """Jump to the last slide."""

    __slots__ = ()


class Go(NamedTuple):
    """Jump to a slide and a step of it, both counted from 0; what the deck has not is the nearest that it has."""

    slide: int
    step: int = 0


class GoBack(Plain):
    """Return to where the last jump began; once more goes there again."""

    __slots__ = ()


class TakeUp(Plain):
    """Go on where an earlier run of the talk broke off, with its clock."""

    __slots__ = ()


class RevealAll(Plain):
    """Show all steps of the slide."""

    __slots__ = ()


class ScrollTo(NamedTuple):
    """Let the part of a tall slide that is seen begin at a spot; None is its top."""

    spot: Spot | None


class Blank(NamedTuple):
    """Cover the audience's screen with one colour; the same once more shows the slide again."""

    how: Cover


class Freeze(Plain):
    """Let the audience keep what it sees while the speaker looks elsewhere; once more lets go."""

    __slots__ = ()


class Point(NamedTuple):
    """Point at a row of a block; None points at nothing."""

    spot: Spot | None


class ToggleClock(Plain):
    """Pause the clock, or let it go on; a clock that has not begun begins."""

    __slots__ = ()


class ResetClock(Plain):
    """Set the clock to zero; the next step forward starts it again."""

    __slots__ = ()


class SetTheme(NamedTuple):
    """Show the talk in another theme, on every screen of it."""

    name: str


class Magnify(NamedTuple):
    """Draw slides so many times as large; 0 is as the deck says, or as large as they fit."""

    scale: int


class Follow(NamedTuple):
    """Show what is being written; only a talk does that was started to follow an editor."""

    slide: int
    step: int
    spot: Spot | None = None
    """Where the part of a tall slide begins that is seen; None is its top."""


Command = (
    NextStep
    | PreviousStep
    | NextSlide
    | PreviousSlide
    | FirstSlide
    | LastSlide
    | Go
    | GoBack
    | TakeUp
    | RevealAll
    | ScrollTo
    | Blank
    | Freeze
    | Point
    | ToggleClock
    | ResetClock
    | SetTheme
    | Magnify
    | Follow
)
