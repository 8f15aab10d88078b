"""Themes: the built-in ones are legible, and an author's own are checked."""

from __future__ import annotations

import colorsys
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style

from rostra.deck.blocks import Span
from rostra.deck.name import words
from rostra.deck.names import COLORS
from rostra.errors import UserError
from rostra.terminal.colors import Rgb
from rostra.terminal.colors import contrast as reckoned
from rostra.themes import BUILT_IN, FALLBACKS, ROLES, Look, load_theme, theme_names
from rostra.typeset import Styles
from rostra.typeset.fewer_colors import shown
from rostra.typeset.styles import contrast
from rostra.typeset.theme_choice import ThemeChoice

RULES = {"heading_rule", "border", "rule", "quote_bar", "progress"}
"""What has no words and says something all the same."""
DIM = {"faint", "progress_rest"}
LABELS = {"note", "tip", "important", "warning", "caution", "problem", "task_done"}
FIXED = [name for name in BUILT_IN if name != "terminal"]
DEPTHS = [1 << 24, 256, 16]
HUES = words(COLORS)


def low(styles: Styles, page: Style, labels: float = 7) -> dict[str, float]:
    """The roles that are not legible enough on a page, or on its panels, and their contrast."""
    found = {}
    for ground in (page, page + styles.role("panel")):
        for role in ROLES - DIM:
            listed = role.startswith("syntax_")
            drawn_on = styles.on(ground, "listing") if listed else ground
            least = 3.0 if role in RULES else 4.5 if listed else labels if role in LABELS else 7.0
            # What is the terminal's own is drawn in the page's colours.
            style = page + styles.on(drawn_on, role) if drawn_on.color is None else styles.on(drawn_on, role)
            style = style if style.color and not style.color.is_default else style + Style(color=page.color)
            ratio = contrast(style, page)
            if ratio < least_of(style, styles.colors, least):
                found[role] = round(ratio, 2)
    return found


def least_of(style: Style, colors: int, least: float) -> float:
    """The contrast that a style needs: among 256 colours the darkest yellows have between 4.5 and 7 on a light page."""
    yellow = style.color is not None and 0.1 < hue(shown(style.color)) < 0.18
    return min(least, 4.5) if yellow and colors == 256 else least


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


@pytest.mark.parametrize("name", FIXED)
@pytest.mark.parametrize("colors", DEPTHS)
def test_what_is_to_be_faint_is_seen_and_plainly_dim(name: str, colors: int) -> None:
    styles = Styles(load_theme(name), colors=colors)
    faint, text = (contrast(styles.on(styles.page, role), styles.page) for role in ("faint", "page"))
    assert 2.5 <= faint <= 0.6 * text


@pytest.mark.parametrize("colors", DEPTHS)
@pytest.mark.parametrize("name", FIXED)
def test_the_colours_of_a_theme_are_legible_on_its_page_its_panels_and_other_backgrounds(
    name: str, colors: int
) -> None:
    styles = Styles(load_theme(name), colors=colors)
    least = 4.5 if colors == 16 else 7
    for ground in (styles.page, styles.role("panel"), *map(styles.page_on, ("#1b2a41", "#fff4d6"))):
        for name in HUES:
            style = ground + styles.named(name, ground)
            assert contrast(style, ground) >= least_of(style, colors, least), name


@pytest.mark.parametrize("name", FIXED)
def test_a_theme_has_a_gradient_that_is_legible_all_along_or_none(name: str) -> None:
    styles = Styles(load_theme(name))
    for ground in (styles.page, styles.page_on("#1b2a41"), styles.page_on("#fff4d6")):
        ends = styles.gradient_on(ground)
        assert ground.bgcolor is not None
        for step in range(11) if ends else ():
            first, last = ends or ((0, 0, 0), (0, 0, 0))
            between = tuple(round(one + (other - one) * step / 10) for one, other in zip(first, last, strict=True))
            assert reckoned((between[0], between[1], between[2]), shown(ground.bgcolor)) >= (
                4.5 if 0 < step < 10 else 7
            )


def test_there_is_a_gradient_in_true_colours_alone() -> None:
    assert Styles(load_theme("nord")).gradient is not None
    without = [Styles(load_theme("nord"), colors=256), Styles(load_theme("nord"), color=False)]
    without += [Styles(load_theme("nord"), colors=16), *(Styles(load_theme(name)) for name in ("paper", "terminal"))]
    assert [styles.gradient for styles in without] == [None] * 5


def test_themes_differ_where_there_are_sixteen_colours_too() -> None:
    looks = {
        tuple(
            str(Styles(load_theme(name), colors=16).role(role)) for role in ("heading1", "heading2", "progress", "page")
        )
        for name in FIXED
    }
    assert len(looks) >= 16


def test_every_theme_has_an_opposite_that_is_as_light_as_it_is_dark() -> None:
    for name in FIXED:
        theme = load_theme(name)
        assert {theme.appearance, load_theme(theme.pair).appearance} == {"dark", "light"}, name
    assert len([name for name in FIXED if load_theme(name).appearance == "light"]) >= 8


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
        assert min(abs(meant - drawn), 1 - abs(meant - drawn)) < 0.18, role


def hue(color: Rgb) -> float:
    return colorsys.rgb_to_hls(*(part / 255 for part in color))[0]


@pytest.mark.parametrize("name", [name for name in FIXED if load_theme(name).appearance == "light"])
def test_with_256_colours_yellow_on_a_light_page_is_no_grey(name: str) -> None:
    styles = Styles(load_theme(name), colors=256)
    red, green, blue = shown(styles.named("yellow", styles.page).color or Color.default())
    assert red >= green > blue


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
    white = Style.parse("#000000 on #ffffff")
    assert contrast(white, white) == pytest.approx(21)
    assert contrast(styles.page_on("#ffffff"), white) > 15
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
    assert own.roles["heading1"] == "bold #aa0000"
    assert own.roles["caution"] == "#aa0000"
    assert own.roles["page"] == light.roles["page"]
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
        ('extends = "dark"\n[palette]\npink = "$pinkk"\n', "the palette has no 'pinkk', did you mean 'pink'?"),
        ('[palette]\na = "$b"\nb = "$a"\n', "refer to each other in a circle"),
        ('gradient = "red"\n', "gradient is two colours, or false"),
        ('pair = "drak"\n', "pair is a theme of the program, not 'drak', did you mean 'dark'?"),
        ("palette = 3\n", "are tables"),
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
@pytest.mark.parametrize("name", BUILT_IN)
def test_every_role_is_legible_on_a_background_of_the_slides_own(name: str, background: str, colors: int) -> None:
    styles = Styles(load_theme(name), colors=colors)
    page = styles.page_on(background)
    most = contrast(page, page)
    for role in ROLES - DIM:
        style = styles.on(page, role)
        least = 3.0 if role in RULES else 4.5 if role.startswith("syntax_") or colors == 16 else 7.0
        assert contrast(style, page) >= min(least_of(style, colors, least), most) - 0.01, role


@pytest.mark.parametrize(("name", "background"), [("light", "#1b2a41"), ("paper", "#1b2a41"), ("nord", "#fff4d6")])
def test_a_background_of_the_other_kind_gets_the_roles_of_the_other_kind(name: str, background: str) -> None:
    styles = Styles(load_theme(name))
    page = styles.page_on(background)
    other = Styles(load_theme(load_theme(name).pair))
    for role in ("code", "listing"):
        assert styles.on(page, role).bgcolor == other.role(role).bgcolor
    assert styles.on(page, "heading1").color != page.color
    assert styles.span(page, Span("x", frozenset({"code"}))).bgcolor == other.role("code").bgcolor


@pytest.mark.parametrize("background", ["", "#1b2a41", "#fff4d6"])
def test_what_has_no_colour_of_its_own_is_as_faint_as_the_text_around_it(background: str) -> None:
    styles = Styles(load_theme("light"))
    faint = styles.on(styles.page_on(background), "faint")
    assert (
        styles.span(faint, Span("x", frozenset({"emphasis"}))).color == styles.on(faint, "strike").color == faint.color
    )


def test_a_colour_by_name_follows_the_theme_and_its_ground() -> None:
    red = Span("word", color="@red")
    for name in ("dark", "light", "nord"):
        styles = Styles(load_theme(name))
        assert str(styles.span(styles.page, red).color) == str(Color.parse(load_theme(name).palette["red"]))
    plain = Styles(load_theme("dark"), color=False)
    assert plain.span(plain.page, red) == plain.page
    few = Styles(load_theme("dark"), colors=256)
    number = few.span(few.page, red).color
    assert number is not None
    assert number.number is not None
    assert number.number >= 16


def test_a_theme_without_names_for_its_colours_has_accents_all_the_same(tmp_path: Path) -> None:
    styles = Styles(
        load_theme(str(write(tmp_path, '[roles]\npage = "#eeeeee on #111111"\nheading1 = "bold #ffcc00"\n')))
    )
    assert str(styles.span(styles.page, Span("x", color="@accent")).color) == str(Color.parse("#ffcc00"))
    assert styles.span(styles.page, Span("x", color="@pink")) == styles.page


# -- what a deck changes ------------------------------------------------------------------------------------------


def test_a_deck_changes_a_colour_wherever_its_theme_has_it() -> None:
    theme = load_theme("nord", overrides=(("accent", "#ff8800"), ("strong", "bold #ffffff")))
    assert theme.roles["heading1"] == "bold #ff8800"
    assert theme.roles["bullet"] == "#ff8800"
    assert theme.roles["strong"] == "bold #ffffff"
    assert theme.roles["page"] == load_theme("nord").roles["page"]


@pytest.mark.parametrize("colors", DEPTHS)
@pytest.mark.parametrize("name", ["dark", "light", "nord-light", "amber"])
def test_what_a_deck_changes_stays_legible_in_every_theme(name: str, colors: int) -> None:
    for color in ("#ff8800", "#202020", "#eeeeee"):
        styles = Styles(load_theme(name, overrides=(("accent", color), ("heading2", f"bold {color}"))), colors=colors)
        for ground in (styles.page, styles.page_on("#1b2a41"), styles.page_on("#fff4d6")):
            for role in ("heading1", "heading2", "bullet", "note", "page"):
                assert contrast(styles.on(ground, role), ground) >= 4.5


def test_a_deck_may_turn_its_theme_from_dark_to_light() -> None:
    styles = Styles(load_theme("dark", overrides=(("paper", "#ffffff"),)))
    assert contrast(styles.page, styles.page) >= 7
    assert contrast(styles.on(styles.page, "heading1"), styles.page) >= 7


def test_a_gradient_is_a_decks_to_choose() -> None:
    chosen = Styles(load_theme("dark", overrides=(("gradient", "#ff8800 #ffdd00"),)))
    assert chosen.gradient == ((255, 136, 0), (255, 221, 0))
    assert Styles(load_theme("dark", overrides=(("gradient", ""),))).gradient is None


def test_the_themes_own_choice_is_kept_until_another_theme_is_chosen() -> None:
    themes = ThemeChoice(Look("nord", (("accent", "#ff8800"),)))
    assert str(themes.styles.role("heading1")) == "bold #ff8800"
    themes.use("gruvbox")
    assert themes.styles.theme == load_theme("gruvbox")
    themes.use("nord")
    assert str(themes.styles.role("heading1")) == "bold #ff8800"
    themes.begin(Look("nord"))
    assert themes.styles.theme == load_theme("nord")
