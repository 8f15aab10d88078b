"""Themes: the built-in ones are legible, and an author's own are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from rostra.errors import UserError
from rostra.themes import BUILT_IN, FALLBACKS, load_theme, theme_names
from rostra.typeset import Styles
from rostra.typeset.styles import contrast

READ = ["page", "heading1", "heading2", "heading3", "strong", "quote", "code", "mark", "kbd", "link", "table_header"]
ALERTS = ["note", "tip", "important", "warning", "caution", "problem", "muted", "footer", "bullet", "term"]
SYNTAX = ["listing", *(role for role in FALLBACKS if role.startswith("syntax_"))]


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_theme_has_a_style_for_every_role(name: str) -> None:
    styles = Styles(load_theme(name))
    assert load_theme(name).name == name
    assert all(styles.role(role) is styles.role(role) for role in FALLBACKS)


@pytest.mark.parametrize("name", ["dark", "light", "paper"])
def test_text_is_legible_from_the_last_row(name: str) -> None:
    styles = Styles(load_theme(name))
    assert contrast(styles.page, styles.page) >= 7
    low = {role: contrast(styles.role(role), styles.page) for role in (*READ, *ALERTS)}
    assert {role: ratio for role, ratio in low.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", ["dark", "light", "paper", "catppuccin", "gruvbox", "nord", "tokyo-night"])
def test_listings_are_legible_in_every_theme_of_fixed_colours(name: str) -> None:
    styles = Styles(load_theme(name))
    assert contrast(styles.page, styles.page) >= 4.5
    ground = styles.page + styles.role("listing")
    low = {role: contrast(ground + styles.role(role), ground) for role in SYNTAX}
    assert {role: round(ratio, 2) for role, ratio in low.items() if ratio < 4.5} == {}


def test_contrast_is_reckoned_as_the_guidelines_say() -> None:
    styles = Styles(load_theme("dark"))
    white, black = styles.page_on("#ffffff"), styles.page_on("#000000")
    assert contrast(white, white) == pytest.approx(21)
    assert contrast(black, black) > 15
    assert contrast(styles.page_on(""), styles.page) == contrast(styles.page, styles.page)


def test_the_terminals_own_colours_are_named_not_numbered() -> None:
    styles = Styles(load_theme("terminal"))
    assert not [role for role in FALLBACKS if "#" in str(styles.role(role))]


def write(folder: Path, text: str, name: str = "own") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_theme_is_found_by_path_and_in_the_users_folder(tmp_path: Path) -> None:
    path = write(tmp_path, '[roles]\npage = "#111111 on #eeeeee"\n')
    assert load_theme(str(path)).roles == load_theme("own", (tmp_path,)).roles == {"page": "#111111 on #eeeeee"}
    assert theme_names((tmp_path,)) == ["own", *BUILT_IN]


def test_a_theme_extends_another_and_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    path = write(tmp_path, 'extends = "light"\n[palette]\nred = "#aa0000"\n[roles]\nheading1 = "bold $red"\n')
    own, light = load_theme(str(path)), load_theme("light")
    assert own.roles == {**light.roles, "heading1": "bold #aa0000"}
    assert own.appearance == "light"


def test_a_theme_may_extend_the_built_in_one_of_its_own_name(tmp_path: Path) -> None:
    write(tmp_path, 'extends = "dark"\n[roles]\nmuted = "#999999"\n', "dark")
    assert load_theme("dark", (tmp_path,)).roles == {**load_theme("dark").roles, "muted": "#999999"}


def test_a_role_that_no_theme_settles_falls_back_on_a_wider_one(tmp_path: Path) -> None:
    styles = Styles(load_theme(str(write(tmp_path, '[roles]\nheading1 = "bold #123456"\n'))))
    assert styles.role("title") is styles.role("heading3") is styles.role("heading1")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[roles\n", "is a TOML file"),
        ('colour = "red"\n', "unknown key 'colour'"),
        ('extend = "dark"\n', "did you mean 'extends'?"),
        ('[roles]\nheadign1 = "red"\n', "unknown role 'headign1', did you mean 'heading1'?"),
        ('[roles]\npage = "$ink"\n', "the palette has no 'ink'"),
        ('[palette]\nink = "red"\n[roles]\npage = "$inkk"\n', "the palette has no 'inkk', did you mean 'ink'?"),
        ('extends = "drak"\n', "there is no theme 'drak' (did you mean 'dark'?)"),
        ('appearance = "dim"\n', "appearance is dark, light or terminal, not 'dim'"),
    ],
)
def test_a_mistake_in_a_theme_is_the_users_error(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    with pytest.raises(UserError) as raised:
        load_theme("own", (tmp_path,))
    assert message in str(raised.value)


def test_a_style_that_is_none_is_named_with_its_theme_and_role(tmp_path: Path) -> None:
    styles = Styles(load_theme(str(write(tmp_path, '[roles]\nheading1 = "blod red"\n'))))
    with pytest.raises(UserError, match="own: heading1 = 'blod red' is no style"):
        styles.role("heading1")


def test_a_theme_that_is_not_there_is_the_users_error_with_the_nearest() -> None:
    with pytest.raises(UserError, match="did you mean 'gruvbox'"):
        load_theme("gruvbax")
    with pytest.raises(UserError, match="there is no theme"):
        load_theme("/nowhere/own.toml")
