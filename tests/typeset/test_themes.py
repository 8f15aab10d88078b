"""Themes: the built-in ones are legible, and an author's own are checked."""

from __future__ import annotations

import colorsys
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style

from rostra.deck.blocks import Span
from rostra.errors import UserError
from rostra.terminal.colors import Rgb
from rostra.themes import BUILT_IN, FALLBACKS, load_theme, theme_names
from rostra.typeset import Styles
from rostra.typeset.fewer_colors import shown
from rostra.typeset.styles import contrast

RULES = {"heading_rule", "border", "rule", "quote_bar", "progress"}
LABELS = {"note", "tip", "important", "warning", "caution", "problem", "task_done"}
FIXED = [name for name in BUILT_IN if name != "terminal"]
DEPTHS = [1 << 24, 256, 16]


def low(styles: Styles, page: Style, labels: float = 7) -> dict[str, float]:
    """The roles that are not legible enough on a page, and their contrast."""
    found = {}
    for role in FALLBACKS:
        listing = role == "listing" or role.startswith("syntax_")
        least = 3.0 if role in RULES else 4.5 if listing else labels if role in LABELS else 7.0
        ground = page + styles.role("listing") if listing else page
        style = styles.role(role)
        ratio = contrast(ground + style if style.color and not style.color.is_default else page, ground)
        if ratio < least and role != "progress_rest":
            found[role] = round(ratio, 2)
    return found


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_theme_has_a_style_for_every_role(name: str) -> None:
    styles = Styles(load_theme(name))
    assert load_theme(name).name == name
    assert all(styles.role(role) is styles.role(role) for role in FALLBACKS)


@pytest.mark.parametrize("name", FIXED)
@pytest.mark.parametrize("colors", DEPTHS)
def test_every_theme_is_legible_as_it_is_drawn(name: str, colors: int) -> None:
    styles = Styles(load_theme(name), colors=colors)
    assert low(styles, styles.page, 4.5 if colors == 16 else 7) == {}


@pytest.mark.parametrize(("light", "page"), [(False, "white on black"), (True, "black on bright_white")])
def test_the_terminals_own_colours_are_legible_on_dark_and_on_light(light: bool, page: str) -> None:
    assert low(Styles(load_theme("terminal", light=light)), Style.parse(page), 4.5) == {}


@pytest.mark.parametrize("name", FIXED)
@pytest.mark.parametrize("colors", [256, 16])
def test_nothing_is_left_for_others_to_round(name: str, colors: int) -> None:
    styles = Styles(load_theme(name), colors=colors)
    used = [color for role in FALLBACKS for color in (styles.role(role).color, styles.role(role).bgcolor) if color]
    lowest, highest = (16, 255) if colors == 256 else (0, 15)
    assert all(color.number is not None and lowest <= color.number <= highest for color in used)


@pytest.mark.parametrize("name", FIXED)
def test_with_256_colours_a_theme_keeps_its_hues_and_its_listings_stand_out(name: str) -> None:
    full, few = Styles(load_theme(name)), Styles(load_theme(name), colors=256)
    assert (few.role("listing").bgcolor == few.page.bgcolor) == (full.role("listing").bgcolor == full.page.bgcolor)
    for role in ("heading1", "tip", "caution", "syntax_string"):
        meant, drawn = (hue(shown(one.role(role).color or Color.default())) for one in (full, few))
        assert min(abs(meant - drawn), 1 - abs(meant - drawn)) < 0.1, role


def hue(color: Rgb) -> float:
    return colorsys.rgb_to_hls(*(part / 255 for part in color))[0]


def test_what_an_author_colours_is_drawn_in_the_colours_there_are() -> None:
    styles = Styles(load_theme("dark"), colors=256)
    assert str(styles.span(styles.page, Span("word", color="#ff0000")).color) == str(Color.from_ansi(196))
    page = styles.page_on("#faf8f3")
    assert page.bgcolor == Color.from_ansi(231)
    assert contrast(page, page) > 15


def test_a_theme_of_the_users_in_the_terminals_colours_follows_its_background(tmp_path: Path) -> None:
    path = str(write(tmp_path, 'extends = "terminal"\n[roles]\nquote = "bold"\n'))
    dark, light = Styles(load_theme(path)), Styles(load_theme(path, light=True))
    assert (str(dark.role("heading1")), str(light.role("heading1"))) == ("bold cyan", "blue")
    assert dark.role("quote") == light.role("quote")


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


@pytest.mark.parametrize("colors", DEPTHS)
@pytest.mark.parametrize("background", ["#1b2a41", "#fff4d6", "#808080"])
@pytest.mark.parametrize("name", FIXED)
def test_every_role_is_legible_on_a_background_of_the_slides_own(name: str, background: str, colors: int) -> None:
    styles = Styles(load_theme(name), colors=colors)
    page = styles.page_on(background)
    for role in FALLBACKS:
        style = styles.on(page, role)
        if style.bgcolor == page.bgcolor and role != "progress_rest":
            assert contrast(style, page) >= 3, role
