"""Themes: colours by role, one ``.toml`` each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rostra.deck.names import THEMES, words
from rostra.errors import UserError, did_you_mean

FALLBACKS = {
    "page": "default",
    "muted": "@page",
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
    "quote": "italic",
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
KEYS = ("name", "about", "appearance", "extends", "palette", "roles")
BUILT_IN = words(THEMES)
DEEPEST = 8
# How themes of fixed colours are drawn where there are only sixteen, by their appearance.
SIXTEEN = {"dark": "sixteen-dark", "light": "sixteen-light"}
ON_LIGHT = {"terminal": "terminal-light"}
"""Themes in the terminal's own colours, and what they are where its background is light."""
PARTS = (*SIXTEEN.values(), *ON_LIGHT.values())
"""Files that are no themes to choose."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Styles by role, as written, such as ``bold #88c0d0``."""

    name: str
    appearance: str = "dark"
    """``dark``, ``light``, or ``terminal`` for the terminal's own colours."""
    roles: dict[str, str] = field(default_factory=dict, hash=False)


def load_theme(name: str, folders: tuple[Path, ...] = (), *, light: bool = False) -> Theme:
    """A theme by name, from the user's folders or the built-in ones, or by a path that ends in ``.toml``.

    ``light`` tells that the terminal's own background is. Raises :class:`UserError` for a theme that does not exist or
    that has a mistake in it.
    """
    return _load(name, _Search(folders, light), ())


def for_sixteen(theme: Theme) -> Theme:
    """A theme as it is drawn with the terminal's sixteen colours, which the nearest to its own would make illegible."""
    if theme.appearance not in SIXTEEN:
        return theme
    return replace(theme, roles=_built_in(SIXTEEN[theme.appearance]).roles)


def theme_names(folders: tuple[Path, ...] = ()) -> list[str]:
    """The names of all themes, the user's own first."""
    own = [path.stem for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.toml"))]
    return list(dict.fromkeys([*own, *BUILT_IN]))


class _Search(NamedTuple):
    """Where themes are looked for, and whether the terminal's own background is light."""

    folders: tuple[Path, ...] = ()
    light: bool = False


def _load(name: str, search: _Search, within: tuple[str, ...]) -> Theme:
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
def _built_in(name: str) -> Theme:
    text = (Path(__file__).parent / f"{name}.toml").read_text("utf-8")
    return _parse(text, name, _Search(), (name,))


def _parse(text: str, where: str, search: _Search, within: tuple[str, ...]) -> Theme:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{where}: {error}", hint="a theme is a TOML file") from error
    for key in table:
        if key not in KEYS:
            raise UserError(f"{where}: unknown key {key!r}{did_you_mean(key, KEYS)}", hint=f"keys: {', '.join(KEYS)}")
    parent = _load(str(table["extends"]), search, within) if "extends" in table else Theme("")
    palette, roles = table.get("palette", {}), table.get("roles", {})
    if not isinstance(palette, dict) or not isinstance(roles, dict):
        raise UserError(f"{where}: palette and roles are tables", hint='[roles] and lines such as link = "underline"')
    for role in roles:
        if role not in ROLES:
            raise UserError(f"{where}: unknown role {role!r}{did_you_mean(role, ROLES)}")
    own = {role: _resolved(str(style), palette, where) for role, style in roles.items()}
    appearance = str(table.get("appearance", parent.appearance))
    if appearance not in ("dark", "light", "terminal"):
        raise UserError(f"{where}: appearance is dark, light or terminal, not {appearance!r}")
    return Theme(str(table.get("name", Path(where).stem)), appearance, {**parent.roles, **own})


def _resolved(style: str, palette: dict[str, str], where: str) -> str:
    def color(found: re.Match[str]) -> str:
        if found[1] not in palette:
            raise UserError(f"{where}: the palette has no {found[1]!r}{did_you_mean(found[1], palette)}")
        return str(palette[found[1]])

    return re.sub(r"\$([\w-]+)", color, style)
