"""Clock: how long a talk has been under way, pauses left out."""

from __future__ import annotations

from typing import NamedTuple


class Clock(NamedTuple):
    """A stop-watch as a value. Times are seconds since the epoch, so that several processes can read it."""

    started: float | None = None
    """When the talk began; None before its first step."""
    paused_at: float | None = None
    """When the pause began that is going on; None when none is."""
    paused: float = 0.0
    """Seconds of all pauses that are over."""

    def begun(self, now: float) -> Clock:
        """The clock after a step forward: it runs from the first one on."""
        return self if self.started is not None else Clock(now)

    def toggled(self, now: float) -> Clock:
        """Paused if it ran, running if it was paused; a clock that never ran begins to."""
        if self.started is None:
            return Clock(now)
        if self.paused_at is None:
            return self._replace(paused_at=now)
        return self._replace(paused_at=None, paused=self.paused + max(0.0, now - self.paused_at))

    def elapsed(self, now: float) -> float:
        """Seconds of talk so far."""
        if self.started is None:
            return 0.0
        return max(0.0, (self.paused_at if self.paused_at is not None else now) - self.started - self.paused)


NO_CLOCK = Clock()


def minutes(seconds: float) -> str:
    """Seconds as ``12:34``, with hours when there are any."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
