"""Upright columns of parts; see ``column``."""

from rostra.typeset.figures.charts.column import stacked

__all__ = ["stacked"]
