"""Theme to a table of resolved styles, one object a look."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from rich.color import Color
from rich.errors import StyleSyntaxError
from rich.style import Style

from rostra.deck.blocks import Span
from rostra.errors import UserError
from rostra.terminal import colors as reckoned
from rostra.terminal.colors import TRUE_COLOR, is_light
from rostra.themes import FALLBACKS, Theme, for_sixteen
from rostra.typeset.fewer_colors import ENOUGH, ENOUGH_IN_LISTINGS, fewer, shown

# In this order a later look wins over an earlier one where both set a colour.
LOOKS = (
    "underline",
    "emphasis",
    "strong",
    "strike",
    "superscript",
    "subscript",
    "footnote",
    "mark",
    "code",
    "kbd",
    "image",
)


LEAST = 3.0
"""Contrast below which a role gives way to plain text on a background that the theme does not know."""


class Styles:
    """The styles of one theme. Equal looks are the same object, which makes comparing and painting fast."""

    def __init__(self, theme: Theme, color: bool = True, colors: int = TRUE_COLOR) -> None:
        self.theme = for_sixteen(theme) if colors <= 16 else theme
        self.color = color
        self.colors = colors
        """How many the terminal has."""
        self._meant = self if colors >= TRUE_COLOR else Styles(self.theme)
        self._roles: dict[str, Style] = {}
        self._made: dict[tuple[object, ...], Style] = {}

    def role(self, name: str) -> Style:
        """The style of a role of the theme; a role that the theme leaves out falls back on a wider one."""
        style = self._roles.get(name)
        if style is None:
            style = self._roles[name] = self._resolve(name)
        return style

    @cached_property
    def page(self) -> Style:
        """Text on the page's background."""
        return self.role("page")

    def on(self, base: Style, name: str) -> Style:
        """A role's style laid over another."""
        key = (base, name)
        style = self._made.get(key)
        if style is None:
            style = self._made[key] = self._legible(base + self.role(name), base)
        return style

    def _legible(self, style: Style, base: Style) -> Style:
        """A style on a background that its theme does not know, such as a slide's own: legible there as well."""
        if base.bgcolor == self.page.bgcolor or not self.color:
            return style
        if style.bgcolor == self.page.bgcolor:
            style += Style(bgcolor=base.bgcolor)
        if style.bgcolor == base.bgcolor and base.color is not None and contrast(style, base) < LEAST:
            style += Style(color=base.color)
        return style

    def page_on(self, background: str) -> Style:
        """The page's style on another background; its text stays legible."""
        if not background or not self.color:
            return self.page
        paper = fewer(Style(bgcolor=background), self.colors)
        ink = self.page.color
        if ink is None or ink.is_default or contrast(self.page + paper, paper) < 4.5:
            assert paper.bgcolor is not None
            ink = Color.parse("#000000" if is_light(shown(paper.bgcolor)) else "#ffffff")
        return self.page + paper + fewer(Style(color=ink), self.colors)

    def span(self, base: Style, span: Span) -> Style:
        """The style of a span of text."""
        if not (span.looks or span.link or span.color or span.background):
            return base
        key = (base, span.looks, span.link, span.color, span.background)
        style = self._made.get(key)
        if style is None:
            style = self._made[key] = self._span(base, span)
        return style

    def _span(self, base: Style, span: Span) -> Style:
        style = base
        if span.link:
            style += self.role("link")
        for look in LOOKS:
            if look in span.looks:
                style += self.role(look)
        style = self._legible(style, base)
        if self.color and (span.color or span.background):
            own = Style(color=span.color or None, bgcolor=span.background or None)
            style += fewer(own, self.colors, paper=base.bgcolor, meant=base.bgcolor)
        return style + Style(link=span.link) if span.link not in ("", "#") else style

    def _resolve(self, name: str) -> Style:
        written = self.theme.roles.get(name, FALLBACKS.get(name))
        if written is None:
            raise KeyError(name)
        if written.startswith("@"):
            return self.role(written[1:])
        try:
            style = Style.parse(written)
        except StyleSyntaxError as error:
            where = f"theme {self.theme.name}: {name} = {written!r} is no style"
            raise UserError(where, hint="write colours and looks such as 'bold #88c0d0 on #2e3440'") from error
        if not self.color:
            return style.without_color + _COLORLESS.get(name, Style())
        return self._fewer(name, style) if self.colors < TRUE_COLOR else style

    def _fewer(self, name: str, style: Style) -> Style:
        """The style of a role on what it is drawn on: listings on the page, their words on them."""
        if name == "page":
            return fewer(style, self.colors)
        listed = name.startswith("syntax_")
        drawn, meant = (self._ground(one, "listing" if listed else "page") for one in (self, self._meant))
        enough = ENOUGH_IN_LISTINGS if listed else ENOUGH
        return fewer(style, self.colors, paper=drawn, meant=meant, enough=enough)

    @staticmethod
    def _ground(styles: Styles, name: str) -> Color | None:
        return styles.role(name).bgcolor or styles.page.bgcolor


_COLORLESS: Mapping[str, Style] = {
    "mark": Style(reverse=True),
    "kbd": Style(reverse=True),
    "link": Style(underline=True),
    "progress": Style(bold=True),
}


def contrast(style: Style, on: Style) -> float:
    """The contrast of a style's text with its own background, else with that of ``on``; 21 where unknown."""
    ink, paper = style.color or on.color, style.bgcolor or on.bgcolor
    if ink is None or paper is None or ink.is_default or paper.is_default:
        return 21.0
    return reckoned.contrast(shown(ink), shown(paper))
