"""``rostra doctor``: what this terminal can do, and what to do about what it lacks."""

from rostra.doctor.command import doctor

__all__ = ["doctor"]
