"""The rules of ``rostra check``, one file each; what the reader notices by itself needs none."""

from rostra.check.rules.contrast import CONTRAST
from rostra.check.rules.crowded import CROWDED
from rostra.check.rules.empty_slide import EMPTY_SLIDE
from rostra.check.rules.fit import FIT
from rostra.check.rules.heading import HEADING
from rostra.check.rules.heading_level import HEADING_LEVEL
from rostra.check.rules.language import LANGUAGE
from rostra.check.rules.link import LINK
from rostra.check.rules.listing_syntax import LISTING_SYNTAX
from rostra.check.rules.listing_width import LISTING_WIDTH
from rostra.check.rules.notes import NOTES
from rostra.check.rules.picture import PICTURE
from rostra.check.rules.rule import Rule
from rostra.check.rules.theme import THEME
from rostra.check.rules.time import TIME
from rostra.check.rules.unused_name import UNUSED_NAME
from rostra.check.rules.width import WIDTH

__all__ = ["RULES", "STRICT", "Rule"]

RULES: tuple[Rule, ...] = (
    FIT,
    LISTING_WIDTH,
    PICTURE,
    LINK,
    UNUSED_NAME,
    EMPTY_SLIDE,
    HEADING,
    HEADING_LEVEL,
    NOTES,
    CROWDED,
    TIME,
    LANGUAGE,
    LISTING_SYNTAX,
    WIDTH,
    CONTRAST,
    THEME,
)
"""Every rule, in the order in which they are applied."""

STRICT = frozenset(rule.id for rule in RULES if rule.strict)
"""Those that are a matter of taste."""
