"""Themes: colours by name and styles by role, one ``.toml`` each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rostra.deck.name import words
from rostra.deck.names import LAYOUTS, THEMES, UNNAMED
from rostra.errors import UserError, did_you_mean
from rostra.themes.roles import FALLBACKS, GROUNDS, PALETTE, ROLES

KEYS = ("name", "about", "appearance", "extends", "pair", "gradient", "palette", "256", "16", "roles", "layouts")
TABLES = ("palette", "256", "16", "roles", "layouts")
BUILT_IN = words(THEMES)
DEEPEST = 8
# How themes of fixed colours are drawn where there are only sixteen, by their appearance.
SIXTEEN = {"dark": "sixteen-dark", "light": "sixteen-light"}
ON_LIGHT = {"terminal": "terminal-light"}
"""Themes in the terminal's own colours, and what they are where its background is light."""
PARTS = ("base", *SIXTEEN.values(), *ON_LIGHT.values())
"""Files that are no themes to choose."""
PAIRS = {"dark": "light", "light": "dark"}
"""What stands in for a theme on a background of the other kind, unless it names another."""
COLOR = re.compile(r"\$([\w-]+)")
Overrides = tuple[tuple[str, str], ...]
"""What a deck changes in its theme: names of colours or roles, each with what it is instead."""


class Look(NamedTuple):
    """A theme as a deck asks for it."""

    name: str
    overrides: Overrides = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """Styles by role, as written, such as ``bold #88c0d0``."""

    name: str
    appearance: str = "dark"
    """``dark``, ``light``, or ``terminal`` for the terminal's own colours."""
    roles: dict[str, str] = field(default_factory=dict, hash=False)
    palette: dict[str, str] = field(default_factory=dict, hash=False)
    """Colours by their names."""
    gradient: tuple[str, str] | None = None
    """The colours that large letters pass through; None where they have one."""
    about: str = ""
    pair: str = ""
    """The built-in theme that takes its place on a background of the other kind."""
    layouts: dict[str, str] = field(default_factory=dict, hash=False)
    """Layouts that slides which do not name one have instead of the one that their content asks for."""
    overrides: Overrides = ()
    """What a deck has changed."""
    sheet: Sheet | None = field(default=None, hash=False, repr=False)
    """What it was made from."""


class Sheet(NamedTuple):
    """A theme with all that it extends, its colours still by name."""

    name: str = ""
    appearance: str = "dark"
    about: str = ""
    pair: str = ""
    gradient: tuple[str, str] | None = None
    palette: Mapping[str, str] = {}
    few: Mapping[int, Mapping[str, str]] = {}
    """Colours of its own where there are only so many."""
    roles: Mapping[str, str] = {}
    layouts: Mapping[str, str] = {}

    def with_colors(self, palette: Mapping[str, str]) -> Sheet:
        """The same with other colours."""
        return self._replace(palette={**self.palette, **palette})

    def theme(self, overrides: Overrides = ()) -> Theme:
        """The theme, with what a deck changes in it."""
        palette = _filled({**self.palette, **{name: to for name, to in overrides if name in PALETTE}})
        roles = {**self.roles, **{name: to for name, to in overrides if name in ROLES and name not in PALETTE}}
        gradient = self.gradient
        for to in (to for name, to in overrides if name == "gradient"):
            first, _, last = to.partition(" ")
            gradient = (first, last) if first else None
        return Theme(
            self.name,
            self.appearance,
            {role: _resolved(style, palette) for role, style in roles.items()},
            palette,
            gradient and (_resolved(gradient[0], palette), _resolved(gradient[1], palette)),
            self.about,
            self.pair,
            dict(self.layouts),
            overrides,
            self,
        )


def load_theme(name: str, folders: tuple[Path, ...] = (), *, light: bool = False, overrides: Overrides = ()) -> Theme:
    """A theme by name, from the user's folders or the built-in ones, or by a path that ends in ``.toml``.

    ``light`` tells that the terminal's own background is, ``overrides`` what a deck has changed. Raises
    :class:`UserError` for a theme that does not exist or that has a mistake in it.
    """
    return _load(name, _Search(folders, light), ()).theme(overrides)


def for_fewer(theme: Theme, colors: int) -> Theme:
    """A theme as it is drawn with 256 colours or with the terminal's sixteen, by palettes of its own for them.

    With sixteen, the nearest to its own colours would be illegible.
    """
    if theme.appearance not in SIXTEEN or colors > 256 or theme.sheet is None:
        return theme
    if colors > 16:
        few = theme.sheet.few.get(256)
        return theme.sheet.with_colors(few).theme(theme.overrides) if few else theme
    drawn = (
        _built_in(SIXTEEN[theme.appearance]).with_colors(theme.sheet.few.get(16, {})).theme(_movable(theme.overrides))
    )
    return replace(theme, roles=drawn.roles, palette=drawn.palette, gradient=None)


def opposite(theme: Theme) -> Theme:
    """What stands in for a theme where a slide's own background is as light as the theme is dark, or as dark."""
    return _built_in(theme.pair or PAIRS.get(theme.appearance, "dark")).theme(_movable(theme.overrides))


def _movable(overrides: Overrides) -> Overrides:
    """The changes that hold on other backgrounds as well."""
    return tuple(one for one in overrides if one[0] not in GROUNDS)


def theme_names(folders: tuple[Path, ...] = ()) -> list[str]:
    """The names of all themes, the user's own first."""
    own = [path.stem for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.toml"))]
    return list(dict.fromkeys([*own, *BUILT_IN]))


class _Search(NamedTuple):
    """Where themes are looked for, and whether the terminal's own background is light."""

    folders: tuple[Path, ...] = ()
    light: bool = False


def _load(name: str, search: _Search, within: tuple[str, ...]) -> Sheet:
    if name in within or len(within) > DEEPEST:
        raise UserError(f"theme {within[0]} extends itself: {' > '.join((*within, name))}")
    own = [Path(name)] if name.endswith(".toml") else [folder / f"{name}.toml" for folder in search.folders]
    # A theme may extend the built-in one of its own name.
    path = next((path for path in own if path.is_file() and str(path) not in within), None)
    if path is not None:
        try:
            return _parse(path.read_text("utf-8"), str(path), search, (*within, str(path)))
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"cannot read the theme {path}: {error}") from error
    if name not in BUILT_IN and name not in PARTS:
        hint = did_you_mean(name, theme_names(search.folders)).removeprefix(", ")
        raise UserError(f"there is no theme {name!r}", hint=hint or f"themes: {', '.join(theme_names(search.folders))}")
    return _built_in(ON_LIGHT.get(name, name) if search.light else name)


@cache
def _built_in(name: str) -> Sheet:
    text = (Path(__file__).parent / f"{name}.toml").read_text("utf-8")
    return _parse(text, name, _Search(), (name,))


def _parse(text: str, where: str, search: _Search, within: tuple[str, ...]) -> Sheet:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{where}: {error}", hint="a theme is a TOML file") from error
    for key in table:
        if key not in KEYS:
            raise UserError(f"{where}: unknown key {key!r}{did_you_mean(key, KEYS)}", hint=f"keys: {', '.join(KEYS)}")
    parent = _load(str(table["extends"]), search, within) if "extends" in table else Sheet()
    if not all(isinstance(table.get(key, {}), dict) for key in TABLES):
        raise UserError(
            f"{where}: {', '.join(TABLES[:-1])} and {TABLES[-1]} are tables",
            hint='[roles] and lines such as link = "underline"',
        )
    palette, few, sixteen, roles, layouts = (
        {name: str(to) for name, to in table.get(key, {}).items()} for key in TABLES
    )
    for role in roles:
        if role not in ROLES:
            raise UserError(f"{where}: unknown role {role!r}{did_you_mean(role, ROLES)}")
    sheet = parent._replace(
        name=str(table.get("name", Path(where).stem)),
        appearance=str(table.get("appearance", parent.appearance)),
        about=str(table.get("about", "")),
        pair=str(table.get("pair", parent.pair)),
        gradient=_gradient(table, where) if "gradient" in table else parent.gradient,
        palette={**parent.palette, **palette},
        few={colors: _few(parent.few.get(colors, {}), palette, own) for colors, own in ((256, few), (16, sixteen))},
        roles={**parent.roles, **roles},
        layouts={**parent.layouts, **layouts},
    )
    _check_layouts(layouts, where)
    _check(
        sheet, [*palette.values(), *few.values(), *sixteen.values(), *roles.values(), *(sheet.gradient or ())], where
    )
    return sheet


def _few(parents: Mapping[str, str], palette: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Colours for few: the theme's own, and those of what it extends, as far as it does not change them."""
    return {**{name: color for name, color in parents.items() if name not in palette}, **own}


def _gradient(table: Mapping[str, Any], where: str) -> tuple[str, str] | None:
    """The two colours of a gradient; None for false."""
    colors = table["gradient"]
    if colors is False:
        return None
    if not isinstance(colors, list) or len(colors) != 2:
        raise UserError(f"{where}: gradient is two colours, or false", hint='gradient = ["$accent", "#ff8800"]')
    return str(colors[0]), str(colors[1])


def _check_layouts(layouts: Mapping[str, str], where: str) -> None:
    """See to it that each layout, and what it is drawn as, is one."""
    for names, known in ((layouts, UNNAMED), (layouts.values(), words(LAYOUTS))):
        for name in names:
            if name not in known:
                raise UserError(f"{where}: there is no layout {name!r}{did_you_mean(name, known)}")


def _check(sheet: Sheet, written: list[str], where: str) -> None:
    """Find what can only be said of a theme together with what it extends."""
    if sheet.appearance not in ("dark", "light", "terminal"):
        raise UserError(f"{where}: appearance is dark, light or terminal, not {sheet.appearance!r}")
    if sheet.pair and sheet.pair not in BUILT_IN:
        raise UserError(
            f"{where}: pair is a theme of the program, not {sheet.pair!r}{did_you_mean(sheet.pair, BUILT_IN)}"
        )
    for name in (name for style in written for name in COLOR.findall(style)):
        if name not in sheet.palette:
            raise UserError(f"{where}: the palette has no {name!r}{did_you_mean(name, sheet.palette)}")
    if any("$" in color for color in _filled(sheet.palette).values()):
        raise UserError(f"{where}: colours of the palette refer to each other in a circle")


def _filled(palette: Mapping[str, str]) -> dict[str, str]:
    """The palette with the colours for which it names others."""
    filled = dict(palette)
    for _ in range(DEEPEST):
        if not any("$" in color for color in filled.values()):
            break
        filled = {name: _resolved(color, filled) for name, color in filled.items()}
    return filled


def _resolved(style: str, palette: Mapping[str, str]) -> str:
    return COLOR.sub(lambda found: palette[found[1]], style)


__all__ = [
    "BUILT_IN",
    "FALLBACKS",
    "GROUNDS",
    "PALETTE",
    "ROLES",
    "Look",
    "Overrides",
    "Theme",
    "for_fewer",
    "load_theme",
    "opposite",
    "theme_names",
]  # fmt: skip
