"""The rules of ``rostra check``, one file each; what the reader notices by itself needs none."""

from rostra.check.rules.fit import FIT
from rostra.check.rules.heading import HEADING
from rostra.check.rules.rule import Rule

__all__ = ["RULES", "Rule"]

RULES: tuple[Rule, ...] = (FIT, HEADING)
"""Every rule, in the order in which they are applied."""
