"""What a theme gives a style to, and the names of its colours."""

from __future__ import annotations

from rostra.deck.name import words
from rostra.deck.names import COLORS

FALLBACKS = {
    "page": "default",
    "muted": "@page",
    "small": "@muted",
    "lead": "@second",
    "faint": "@border",
    "bright": "@strong",
    "accent": "@heading1",
    "second": "@heading2",
    "panel": "@page",
    "title": "@heading1",
    "heading1": "bold",
    "heading2": "@heading1",
    "heading3": "@heading2",
    "heading4": "bold",
    "heading5": "bold italic",
    "heading6": "italic",
    "heading_rule": "@border",
    "strong": "bold",
    "emphasis": "italic",
    "strike": "strike",
    "underline": "underline",
    "superscript": "none",
    "subscript": "none",
    "footnote": "@link_plain",
    "link_plain": "none",
    "link": "@underline",
    "mark": "reverse",
    "code": "bold",
    "kbd": "reverse",
    "image": "italic",
    "quote": "@bright",
    "quote_bar": "@border",
    "bullet": "@heading1",
    "task_done": "@tip",
    "table_header": "bold",
    "border": "@muted",
    "rule": "@border",
    "listing": "@page",
    "note": "@heading1",
    "tip": "@note",
    "important": "@note",
    "warning": "@note",
    "caution": "@warning",
    "problem": "@caution",
    "term": "bold",
    "header": "@muted",
    "footer": "@muted",
    "progress": "@heading1",
    "progress_rest": "@border",
    "syntax_keyword": "@listing",
    "syntax_type": "@syntax_keyword",
    "syntax_function": "@listing",
    "syntax_builtin": "@syntax_function",
    "syntax_string": "@listing",
    "syntax_number": "@syntax_constant",
    "syntax_constant": "@syntax_string",
    "syntax_comment": "@muted",
    "syntax_operator": "@listing",
    "syntax_punctuation": "@listing",
    "syntax_decorator": "@syntax_function",
    "syntax_tag": "@syntax_keyword",
    "syntax_attribute": "@syntax_type",
    "syntax_variable": "@listing",
    "syntax_deleted": "@caution",
    "syntax_inserted": "@tip",
}
"""Every role, and what it looks like in a theme that does not say: a style, or ``@`` and another role's name."""
ROLES = frozenset(FALLBACKS)

GROUNDS = ("paper", "ink", "soft", "line", "ground", "raised", "bright", "marker", "marked")
"""Colours that belong to one background; the others can be taken to another, as far as they are legible there."""
PALETTE = (*GROUNDS, *(name for name in words(COLORS) if name not in GROUNDS), "bar")
"""The names that every built-in theme has a colour for."""
