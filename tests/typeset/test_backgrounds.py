"""Backgrounds of more than one colour: gradients, and patterns."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from rich.style import Style

from drawing import STYLES, deck_of, frame_of, page, plain, run_with
from rostra.deck.name import words
from rostra.deck.names import PATTERNS as NAMES
from rostra.export.svg import svg
from rostra.export.text import plain as exported
from rostra.stage.transitions import transition
from rostra.stage.view import View
from rostra.terminal.colors import Rgb, contrast, luminance
from rostra.themes import load_theme
from rostra.typeset import Frame, Page, Styles, typeset
from rostra.typeset.backgrounds import FAINTEST, PATTERNS
from rostra.typeset.fewer_colors import shown
from rostra.typeset.frame import Line, Run, width

DARK = '<!-- slide: {background: ["#102040", "#301040"]} -->\n\n'
LIGHT = '<!-- slide: {background: ["#fff4d6", "#ffc8a8"]} -->\n\n'
DOTTED = "<!-- slide: {background: {pattern: dots}} -->\n\n"
TALK = """---
header: Head
logo: L
---
{}# Title

- one

<!-- pause -->

- two `code`

```python
x = 1
```

> [!NOTE]
> n
"""
SIGNS = "·─│┼╱"


def paper(run: Run) -> Rgb:
    """The colour behind a run."""
    assert run.style.bgcolor is not None
    return shown(run.style.bgcolor)


def grounds(frame: Frame, step: int | None = None) -> list[Rgb]:
    """The colour of the first cell of each row, which has nothing on it."""
    return [paper(line[0]) for line in frame.lines(step)]


def ornaments(lines: list[Line]) -> list[Run]:
    """All runs of a pattern."""
    return [run for line in lines for run in line if run.is_ornament]


# -- gradients ----------------------------------------------------------------------------------------------------


def test_a_gradient_goes_from_the_first_row_of_the_page_to_the_last() -> None:
    found = grounds(frame_of(TALK.format(DARK), 60, 24))
    assert (found[0], found[-1]) == ((0x10, 0x20, 0x40), (0x30, 0x10, 0x40))
    assert all(one[0] <= other[0] and one[1] >= other[1] for one, other in pairwise(found))
    assert len({*found}) > 12


def test_the_front_matter_gives_all_slides_a_background_but_those_with_one_of_their_own() -> None:
    deck = deck_of(
        '---\nbackground: ["#102040", "#301040"]\n---\n# a\n\n---\n\n<!-- slide: {background: "#002010"} -->\n# b'
        "\n\n---\n\n<!-- slide: {background: false} -->\n# c"
    )
    frames = [typeset(slide, Page(40, 12), STYLES, deck.meta) for slide in deck.slides]
    assert len({*grounds(frames[0])}) > 6
    assert {*grounds(frames[1])} == {(0, 0x20, 0x10)}
    assert {*grounds(frames[2])} == {paper(Run("", STYLES.page))}


@pytest.mark.parametrize("source", [DARK, LIGHT])
@pytest.mark.parametrize("theme", ["dark", "light", "nord", "terminal"])
def test_all_text_is_legible_on_every_row(theme: str, source: str) -> None:
    frame = frame_of(TALK.format(source), 60, 30, styles=Styles(load_theme(theme)))
    for line in frame.lines():
        for run in line:
            if run.text.strip("━─▄▀▌▎ "):
                assert run.style.color is not None
                assert contrast(shown(run.style.color), paper(run)) >= 4.5, run


def test_a_background_of_the_other_kind_than_the_theme_has_dark_text() -> None:
    frame = frame_of(LIGHT + "words", 40, 12)
    run = run_with(frame.lines(), "words")
    assert run.style.color is not None
    assert luminance(shown(run.style.color)) < luminance(paper(run))


def test_with_fewer_colours_the_first_colour_is_everywhere() -> None:
    for colors in (16, 256):
        styles = Styles(load_theme("dark"), colors=colors)
        assert frame_of(DARK + "a", 40, 12, styles=styles).lines() == (
            frame_of(DARK.replace('["#102040", "#301040"]', '"#102040"') + "a", 40, 12, styles=styles).lines()
        )
    bare = frame_of(DARK + "a", 40, 12, styles=Styles(load_theme("dark"), color=False))
    assert all(run.style.bgcolor is None for line in bare.lines() for run in line)


def test_steps_that_are_hidden_have_the_ground_of_their_row() -> None:
    for coming in ("hidden", "faint"):
        frame = frame_of(TALK.format(DARK).replace("logo: L", f"coming: {coming}"), 60, 24)
        page_colors = [{paper(run) for run in line} for line in frame.lines(0)]
        usual = grounds(frame)
        row = next(row for row, line in enumerate(frame.lines()) if "two" in plain(line))
        assert page_colors[row] == {usual[row]} or (coming == "faint" and usual[row] in page_colors[row])
        assert grounds(frame, 0) == usual


def test_the_ground_belongs_to_the_page_and_not_to_what_scrolls() -> None:
    frame = frame_of(DARK + "\n\n".join(f"line {number}" for number in range(40)), 40, 12)
    for top in range(0, frame.last_top, 5):
        assert [paper(line[0]) for line in frame.lines(0, top)] == grounds(frame)
    assert "▼ more" in page(frame)
    mark = run_with(frame.lines(), "more")
    assert paper(mark) == grounds(frame)[frame.room - 1]


def test_panels_and_listings_keep_their_ground_and_have_edges_on_that_of_the_page() -> None:
    lines = frame_of(TALK.format(DARK), 60, 30).lines()
    listing = {paper(run) for line in lines for run in line if "x" in run.text}
    assert listing == {paper(Run("", STYLES.role("listing")))}
    row = next(row for row, line in enumerate(lines) if "▄▄▄" in plain(line))
    edge = run_with(lines, "▄▄▄")
    assert paper(edge) == paper(lines[row][0])


def test_smooth_edges_are_mixed_with_the_ground_of_their_row() -> None:
    deck = deck_of(DARK.replace("]}", "], layout: title}") + "# Hi")
    frame = typeset(deck.slides[0], Page(160, 60), STYLES, deck.meta)
    plain_page = {row: paper(line[0]) for row, line in enumerate(frame.lines())}
    checked = 0
    for row, line in enumerate(frame.lines()):
        for run in line:
            if "▀" in run.text and run.style.color is not None:
                checked += 1
                assert luminance(paper(run)) >= luminance(plain_page[row]) - 0.001
                assert luminance(shown(run.style.color)) >= luminance(plain_page[row]) - 0.001
                if run.style.bgcolor is not None and run.style.bgcolor.name.startswith("0 "):
                    assert paper(run) == plain_page[row]
    assert checked > 20


def test_what_is_exported_and_faded_has_the_gradient() -> None:
    frame = frame_of(DARK + "# a", 40, 12)
    assert len({*svg(frame.lines(), 40).split('fill="')}) > 8
    blank = frame_of("# b", 40, 12).lines()
    for share in (0.2, 0.8):
        faded = transition("fade")(blank, frame.lines(), share)
        assert [width(line) for line in faded] == [40] * 12


def test_what_is_left_over_beside_a_magnified_page_goes_on_with_its_rows() -> None:
    frame = frame_of(DARK + "# a", 40, 12)
    picture = View(frame, 0, scale=2).picture((81, 25), STYLES.page)
    assert [paper(Run("", picture.left_over(row))) for row in (0, 1, 12, 23, 24)] == [
        grounds(frame)[row] for row in (0, 0, 6, 11, 11)
    ]


def test_a_line_at_a_time_is_the_same() -> None:
    for source in (DARK, DOTTED):
        frame = frame_of(TALK.format(source), 60, 24)
        for step in (0, 1):
            assert [frame.line(row, step) for row in range(24)] == frame.lines(step)


# -- patterns -----------------------------------------------------------------------------------------------------


def test_every_pattern_that_has_a_name_is_drawn() -> None:
    assert set(words(NAMES)) == set(PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("color", ["", 'color: "#102040", ', 'color: ["#fff4d6", "#ffc8a8"], '])
def test_a_pattern_is_hardly_seen(pattern: str, color: str) -> None:
    for theme in ("dark", "light", "nord", "paper"):
        source = f"<!-- slide: {{background: {{{color}pattern: {pattern}}}}} -->\n\nwords"
        runs = ornaments(frame_of(source, 60, 24, styles=Styles(load_theme(theme))).lines())
        assert any(run.text.strip() for run in runs)
        for run in runs:
            assert run.style.color is not None
            assert 1.0 < contrast(shown(run.style.color), paper(run)) <= FAINTEST


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_leaves_text_and_what_is_around_it_alone(pattern: str) -> None:
    source = TALK.format(DOTTED.replace("dots", pattern))
    with_it, without = (
        frame_of(source, 60, 30),
        frame_of(source.replace(f"pattern: {pattern}", 'color: "#000"'), 60, 30),
    )
    for step in (0, 1):
        rows = [page_row.ljust(60) for page_row in page(with_it, step).split("\n")]
        said = [page_row.ljust(60) for page_row in page(without, step).split("\n")]
        drawn = [(y, x) for y in range(30) for x in range(60) if rows[y][x] != said[y][x]]
        assert {rows[y][x] for y, x in drawn} <= {*SIGNS}
        near = {(y + down, x + across) for y, x in drawn for down in (-1, 0, 1) for across in (-1, 0, 1)}
        assert all(said[y][x] == " " for y, x in near if 0 <= y < 30 and 0 <= x < 60)


def test_a_pattern_stays_where_it_is_when_a_step_comes() -> None:
    frame = frame_of(TALK.format(DOTTED), 60, 30)
    first, last = ([[run for run in line if run.is_ornament] for line in frame.lines(step)] for step in (0, 1))
    assert first == last


def test_large_letters_have_no_pattern_within() -> None:
    frame = frame_of(DOTTED + "# O", 80, 24)
    for line in frame.lines():
        drawn = [bool(run.is_ornament) for run in line if run.text.strip()]
        assert drawn in (sorted(drawn), sorted(drawn, reverse=True)) or drawn[0] is drawn[-1] is True
        inner = [run for run in line if run.says is not None and not run.is_ornament]
        assert not any(sign in run.text for run in inner for sign in SIGNS)


def test_without_true_colours_there_is_no_pattern() -> None:
    for styles in (Styles(load_theme("dark"), colors=256), Styles(load_theme("dark"), color=False)):
        assert not ornaments(frame_of(DOTTED + "a", 40, 12, styles=styles).lines())
    assert not ornaments(frame_of(DOTTED + "a", 40, 12, styles=Styles(load_theme("terminal"))).lines())


def test_a_pattern_is_no_text() -> None:
    frame = frame_of(DOTTED + "a", 40, 12)
    assert frame.text().strip() == "a"
    assert [exported(line) for line in frame.lines()] == [exported(line) for line in frame_of("a", 40, 12).lines()]


def test_a_row_that_is_pointed_at_is_highlighted_without_the_pattern() -> None:
    frame = frame_of(DOTTED + "a\n\nb", 40, 12)
    row = next(row for row, line in enumerate(frame.lines()) if plain(line).strip("· ").startswith("a"))
    lines = View(frame, 0, pointer=frame.spot_at(row)).lines()
    assert "".join(run.text for run in lines[row]).strip() == "a"
    assert all(run.style.reverse for run in lines[row])
    assert len({run.style.color for run in lines[row]}) == 1


def test_slides_of_one_colour_need_none_of_this() -> None:
    for name in [name for name in sys.modules if name == "rostra.typeset.backgrounds"]:
        del sys.modules[name]
    frame = frame_of('<!-- slide: {background: "#102040"} -->\n\na', 40, 12)
    assert frame.backdrop is None
    assert "rostra.typeset.backgrounds" not in sys.modules


def test_ornaments_are_runs_that_say_blanks() -> None:
    assert Run("· ", Style(), says="  ").is_ornament
    assert not Run("  ", Style()).is_ornament
    assert not Run("█ ", Style(), says="").is_ornament
