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
from rostra.terminal.colors import TRUE_COLOR, Rgb, is_light
from rostra.themes import FALLBACKS, GROUNDS, Theme, for_fewer, opposite
from rostra.typeset.fewer_colors import ENOUGH, ENOUGH_IN_LISTINGS, fewer, legible, shown

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


LEAST = {
    **dict.fromkeys(("heading_rule", "border", "rule", "quote_bar", "progress"), 3.0),
    **dict.fromkeys(("faint", "progress_rest"), 1.0),
}
"""The contrast that is enough for what has no words, or is to be dim."""
ENOUGH_OF_CHANGES = 4.5
"""The contrast that a colour of the deck's own has in any theme, also in those for which it was not chosen."""


class Styles:
    """The styles of one theme. Equal looks are the same object, which makes comparing and painting fast."""

    def __init__(self, theme: Theme, color: bool = True, colors: int = TRUE_COLOR) -> None:
        self._given = theme
        self.theme = for_fewer(theme, colors)
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

    @property
    def gradient(self) -> tuple[Rgb, Rgb] | None:
        """The two colours that large letters pass through on the page; None where they have one."""
        return self.gradient_on(self.page)

    def gradient_on(self, base: Style) -> tuple[Rgb, Rgb] | None:
        """The same on another background, on which it is as legible; None where letters have one colour."""
        theme = self._suited(base).theme
        ground = base.bgcolor or self.page.bgcolor
        if theme.gradient is None or ground is None or not self.color or self.colors < TRUE_COLOR:
            return None
        first, last = (shown(legible(Color.parse(one), ground, self.colors, ENOUGH)) for one in theme.gradient)
        return first, last

    def on(self, base: Style, name: str) -> Style:
        """A role's style laid over another."""
        key = (base, name)
        style = self._made.get(key)
        if style is None:
            suited = self._suited(base)
            style = self._made[key] = suited._legible(base + suited.role(name), base, _enough(name, self.colors))
        return style

    @cached_property
    def _opposite(self) -> Styles:
        """The styles for a background as light as these are for dark ones, or as dark."""
        return Styles(opposite(self._given), self.color, self.colors)

    def _suited(self, base: Style) -> Styles:
        """These styles, or their opposite where a slide's own background is of the other kind than the page."""
        paper, page = base.bgcolor, self.page.bgcolor
        if not self.color or paper is None or page is None or paper.is_default or page.is_default or paper == page:
            return self
        return self if is_light(shown(paper)) == is_light(shown(page)) else self._opposite

    def _legible(self, style: Style, base: Style, enough: float) -> Style:
        """A style on a background that its theme does not know, such as a slide's own: legible there as well."""
        if base.bgcolor == self.page.bgcolor or not self.color:
            return style
        if style.bgcolor == self.page.bgcolor:
            style += Style(bgcolor=base.bgcolor)
        if style.color is not None and style.color.is_default:  # which nobody knows on a slide's own background
            style += Style(color=base.color)
        # What has no colour of its own has that of the text around it, which may be dim on purpose.
        if style.color is None or style.bgcolor is None or (style.color, style.bgcolor) == (base.color, base.bgcolor):
            return style
        return style + Style(color=legible(style.color, style.bgcolor, self.colors, enough))

    def page_on(self, background: str) -> Style:
        """The page's style on another background; its text stays legible."""
        if not background or not self.color:
            return self.page
        paper = fewer(Style(bgcolor=background), self.colors)
        assert paper.bgcolor is not None
        ink = self._suited(paper).page.color
        if ink is None or ink.is_default or contrast(self.page + Style(color=ink) + paper, paper) < ENOUGH:
            ink = Color.parse("#000000" if is_light(shown(paper.bgcolor)) else "#ffffff")
        return self.page + paper + fewer(Style(color=ink), self.colors)

    def named(self, name: str, base: Style) -> Style:
        """A colour of the theme by its name, such as ``accent``, as text on a background; nothing where it has none."""
        name = "soft" if name == "muted" else name
        theme = self._suited(base).theme
        if not self.color:
            return Style()
        if written := theme.palette.get(name):
            color = Color.parse(written)
        elif name in FALLBACKS:
            color = self._suited(base).role(name).color or Color.default()
        else:
            return Style()
        return Style(color=legible(color, base.bgcolor or Color.default(), self.colors, _enough("page", self.colors)))

    def span(self, base: Style, span: Span) -> Style:
        """The style of a span of text."""
        if not (span.looks or span.link or span.color or span.background):
            return base
        key = (base, span.looks, span.link, span.color, span.background)
        style = self._made.get(key)
        if style is None:
            style = self._made[key] = self._suited(base)._span(base, span)
        return style

    def _span(self, base: Style, span: Span) -> Style:
        style = base
        if span.link:
            style += self.role("link")
        for look in LOOKS:
            if look in span.looks:
                style += self.role(look)
        style = self._legible(style, base, _enough("page", self.colors))
        if self.color and (span.color or span.background):
            named = span.color.startswith("@")
            own = Style(color=None if named else span.color or None, bgcolor=span.background or None)
            style += fewer(own, self.colors, paper=base.bgcolor, meant=base.bgcolor)
            if named:
                style += self.named(span.color[1:], style)
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
        if self.theme.overrides:
            style = self._readable(name, style)
        return self._fewer(name, style) if self.colors < TRUE_COLOR else style

    def _readable(self, name: str, style: Style) -> Style:
        """A style that a deck may have changed, moved until it can be read."""
        ground = style.bgcolor or self._ground(self._meant, "listing" if name.startswith("syntax_") else "page")
        if style.color is None or ground is None:
            return style
        colors = TRUE_COLOR if self.colors > 16 else self.colors
        enough = ENOUGH if any(changed in GROUNDS for changed, _ in self.theme.overrides) else ENOUGH_OF_CHANGES
        return style + Style(color=legible(style.color, ground, colors, LEAST.get(name, enough)))

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


def _enough(role: str, colors: int) -> float:
    """The contrast that a role needs at least."""
    text = ENOUGH_IN_LISTINGS if role.startswith("syntax_") or colors <= 16 else ENOUGH
    return LEAST.get(role, text)


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
