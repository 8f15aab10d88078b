"""Lines of a listing travel between slides of the same title."""

from __future__ import annotations

from drawing import STYLES, deck_of, plain
from rostra.stage.motion import SECONDS, Motion, Move
from rostra.stage.picture import Picture
from rostra.stage.transitions import Between, Lines
from rostra.stage.travel import Stop, travel
from rostra.stage.view import View
from rostra.typeset import Page, typeset
from rostra.typeset.frame import width

BEFORE = "# Code\n\n```python\nimport os\n\ndef main():\n    run()\n    leave()\n```"
AFTER = "# Code\n\n```python\nimport os\n\nONE = 1\nTWO = 2\n\ndef main():\n        run()\n    stay()\n```"
PAGE = Page(40, 16)


def stops(before: str, after: str) -> tuple[Stop, Stop]:
    deck = deck_of(f"{before}\n\n---\n\n{after}")
    views = [View(typeset(slide, PAGE, STYLES, deck.meta), 0) for slide in deck.slides]
    return Stop(deck, views[0], 0), Stop(deck, views[1], 1)


def way(before: str, after: str) -> tuple[Between | None, Lines, Lines]:
    first, second = stops(before, after)
    return travel(first, second), first.view.lines(), second.view.lines()


def row_of(text: str, lines: Lines) -> int:
    (row,) = (row for row, line in enumerate(lines) if text in plain(line))
    return row


def test_lines_that_are_on_both_slides_go_from_place_to_place() -> None:
    between, before, after = way(BEFORE, AFTER)
    assert between is not None
    middle = between(before, after, 0.5)
    for text in ("import os", "def main", "run()"):
        rows = [row_of(text, lines) for lines in (before, middle, after)]
        assert rows in (sorted(rows), sorted(rows, reverse=True))
    assert row_of("def main", before) < row_of("def main", middle) < row_of("def main", after)
    columns = [plain(lines[row_of("run()", lines)]).index("run") for lines in (before, middle, after)]
    assert columns[0] < columns[1] < columns[2]
    for text in ("leave()", "stay()", "ONE"):
        assert not any(text in plain(line) for line in middle)
    assert {width(line) for line in middle} == {40}


def test_it_begins_where_the_one_slide_ends_and_ends_at_the_other() -> None:
    between, before, after = way(BEFORE, AFTER)
    assert between is not None
    assert [plain(line) for line in between(before, after, 1.0)] == [plain(line) for line in after]
    first = between(before, after, 0.0)
    assert [row_of(text, first) for text in ("import", "main", "run")] == [
        row_of(text, before) for text in ("import", "main", "run")
    ]


def test_a_pattern_behind_the_slides_does_not_travel() -> None:
    dots = "<!-- slide: {background: {pattern: dots}} -->\n\n"
    between, before, after = way(dots + BEFORE, dots + AFTER)
    assert between is not None
    first = between(before, after, 0.0)
    assert {width(line) for line in first} == {40}
    columns = [
        plain(lines[row_of("run()", lines)]).index("run") for lines in (before, between(before, after, 0), after)
    ]
    assert columns[0] == columns[1] < columns[2]


def test_slides_that_tell_of_something_else_do_not_travel() -> None:
    assert way(BEFORE, AFTER.replace("# Code", "# Other"))[0] is None
    assert way(BEFORE, "# Code\n\nimport os")[0] is None
    assert way(BEFORE, "# Code\n\n```\nnothing of it\n```")[0] is None


def test_on_the_way_back_lines_go_back() -> None:
    first, second = stops(BEFORE, AFTER)
    between = travel(first, second)
    ends = [Picture(stop.view.lines(), (40, 16)) for stop in (first, second)]
    back = Motion(Move("fade", back=True), ends[1], ends[0], 0.0, between)
    forth = Motion(Move("fade"), ends[0], ends[1], 0.0, between)
    seen = [motion.picture(SECONDS * share) for motion, share in ((back, 0.25), (forth, 0.75))]
    assert seen[0] is not None
    assert seen[1] is not None
    assert [plain(line) for line in seen[0].lines] == [plain(line) for line in seen[1].lines]
