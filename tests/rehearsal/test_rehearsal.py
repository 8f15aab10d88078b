from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from rostra.deck.model import Deck
from rostra.reader import read_deck
from rostra.rehearsal.report import report
from rostra.rehearsal.runs import MOST, Run, Timed, keep_run, runs_of
from rostra.rehearsal.slide_keys import slide_keys
from rostra.rehearsal.stopwatch import Stopwatch

pytestmark = pytest.mark.usefixtures("home")
NOON = 1_767_268_800.0
DAY = 86_400.0


def deck_of(tmp_path: Path, *slides: str, head: str = "") -> Deck:
    """A deck with these slides, in a file of its own."""
    path = tmp_path / "deck.md"
    path.write_text(head + "\n\n---\n\n".join(slides) + "\n", "utf-8")
    return read_deck([path])


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock on the wall in Greenwich."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def stored(home: Path) -> list[Path]:
    """All that the program keeps in the user's data folder."""
    return sorted(path for path in (home / "data").rglob("*") if path.is_file())


# -- measuring --------------------------------------------------------------------------------------------------


def test_a_stopwatch_sums_the_seconds_of_each_slide_wherever_the_talk_jumps() -> None:
    watch = Stopwatch()
    for slide, elapsed in [(0, 0.0), (0, 4.0), (1, 10.0), (3, 15.0), (1, 22.0), (1, 30.0), (0, 31.0)]:
        watch.at(slide, elapsed)
    assert watch.times(5) == [10, 14, 0, 7, 0]


def test_the_time_before_the_first_look_belongs_to_no_slide() -> None:
    watch = Stopwatch()
    watch.at(2, 100.0)
    assert watch.times(3) == [0, 0, 0]


def test_a_clock_set_to_nought_loses_nothing_and_adds_nothing() -> None:
    watch = Stopwatch()
    for slide, elapsed in [(0, 0.0), (0, 60.0), (0, 0.0), (1, 5.0), (2, 3.0)]:
        watch.at(slide, elapsed)
    assert watch.times(3) == [65, 3, 0]


def test_a_stopwatch_follows_the_slides_of_a_deck_that_is_edited(tmp_path: Path) -> None:
    before, watch = deck_of(tmp_path, "# A", "# B", "# C"), Stopwatch()
    for slide, elapsed in [(0, 0.0), (1, 10.0), (2, 30.0)]:
        watch.at(slide, elapsed)
    watch.follow(before, deck_of(tmp_path, "# New", "# C", "# A"))
    watch.at(1, 34.0)
    assert watch.times(3) == [0, 4, 10]


def test_a_slide_that_was_edited_away_takes_no_more_time(tmp_path: Path) -> None:
    before, watch = deck_of(tmp_path, "# A", "# B"), Stopwatch()
    watch.at(1, 0.0)
    watch.follow(before, deck_of(tmp_path, "# A"))
    watch.at(0, 9.0)
    watch.at(0, 11.0)
    assert watch.times(2) == [2, 0]


# -- recognising ------------------------------------------------------------------------------------------------


def test_a_slide_is_recognised_by_its_name_whatever_its_text(tmp_path: Path) -> None:
    before = slide_keys(deck_of(tmp_path, "<!-- slide: {name: a} -->\n# A", "# B"))
    after = slide_keys(deck_of(tmp_path, "# B", "<!-- slide: {name: a} -->\n# Another"))
    assert after == before[::-1]
    assert before[0] == "a"


def test_a_slide_without_a_name_is_recognised_by_its_text_whatever_its_comments(tmp_path: Path) -> None:
    before = slide_keys(deck_of(tmp_path, "# A\n\ntext", "# B"))
    after = slide_keys(deck_of(tmp_path, "<!-- slide: {time: 9s} -->\n\n# A\n\n<!-- pause -->\n\ntext", "# B!"))
    assert after[0] == before[0]
    assert after[1] != before[1]


def test_slides_that_are_alike_have_keys_of_their_own(tmp_path: Path) -> None:
    keys = slide_keys(deck_of(tmp_path, "# A", "# A", "<!-- slide: {name: a} -->", "<!-- slide: {name: a} -->"))
    assert len(set(keys)) == 4


# -- keeping ----------------------------------------------------------------------------------------------------


def test_runs_are_kept_oldest_first_without_the_slides_not_stood_on(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "# A", "# B", "# C")
    a, _, c = slide_keys(deck)
    runs = [keep_run(deck.files, deck, times, NOON + day) for day, times in enumerate(((4, 0, 2.5), (9, 0, 0)))]
    assert runs == [Run(NOON, (Timed(a, "A", 4), Timed(c, "C", 2.5))), Run(NOON + 1, (Timed(a, "A", 9),))]
    assert runs_of(deck.files) == runs


def test_a_run_below_five_seconds_is_not_kept(tmp_path: Path, home: Path) -> None:
    deck = deck_of(tmp_path, "# A", "# B")
    assert keep_run(deck.files, deck, [2, 2.9], NOON) is None
    assert not stored(home)


def test_only_the_last_runs_are_kept(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "# A")
    for number in range(MOST + 3):
        keep_run(deck.files, deck, [10], NOON + number)
    assert [run.when - NOON for run in runs_of(deck.files)] == list(range(3, MOST + 3))


def test_talks_of_different_files_keep_their_own_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = deck_of(tmp_path, "# A")
    other = tmp_path / "other.md"
    keep_run(deck.files, deck, [10], NOON)
    assert not runs_of([other])
    assert not runs_of([*deck.files, other])
    monkeypatch.chdir(tmp_path)
    assert len(runs_of([Path("deck.md")])) == 1


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\x00",
        b"{}",
        b"[" * 100_000,
        b'[1, null, {"when": "x", "slides": []}, {"when": 1e300, "slides": []}, {"when": NaN, "slides": []}]',
    ],
)
def test_a_damaged_file_is_begun_anew(tmp_path: Path, home: Path, damaged: bytes) -> None:
    deck = deck_of(tmp_path, "# A")
    keep_run(deck.files, deck, [10], NOON)
    (kept,) = stored(home)
    kept.write_bytes(damaged)
    assert runs_of(deck.files) == []
    run = keep_run(deck.files, deck, [20], NOON)
    assert runs_of(deck.files) == [run]


def test_what_is_no_time_in_a_file_is_passed_over(tmp_path: Path, home: Path) -> None:
    deck = deck_of(tmp_path, "# A")
    keep_run(deck.files, deck, [10], NOON)
    (kept,) = stored(home)
    runs = json.loads(kept.read_bytes())
    runs[0]["slides"] += [{"key": "b", "label": "B", "seconds": float("inf")}, {"key": 1}, None]
    kept.write_text(json.dumps(runs), "utf-8")
    assert [timed.seconds for timed in runs_of(deck.files)[0].slides] == [10]


def test_a_run_that_cannot_be_written_is_returned_all_the_same(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = deck_of(tmp_path, "# A")
    before = keep_run(deck.files, deck, [10], NOON)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = keep_run(deck.files, deck, [20], NOON)
    assert run is not None
    assert run.seconds == 20
    assert runs_of(deck.files) == [before]
    assert len(stored(home)) == 1


# -- reporting --------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set")
def test_a_report_sets_runs_beside_the_plan(tmp_path: Path, utc: None) -> None:
    slides = [f"<!-- slide: {{name: {name}, time: {time}}} -->\n# {name}" for name, time in [("a", "1m"), ("b", "90s")]]
    deck = deck_of(tmp_path, *slides, "<!-- slide: {name: c} -->\n# c<br>漢字")
    runs = [
        Run(NOON, (Timed("a", "a", 72.4), Timed("b", "b", 85))),
        Run(NOON + DAY, (Timed("a", "a", 54.6), Timed("b", "b", 102), Timed("c", "c", 3700))),
    ]
    assert report(deck, runs).split("\n") == [
        "                                                   plan  01 Jan  02 Jan     last",
        "                                                          12:00   12:00   - plan",
        "1  a                                               1:00    1:12    0:55    -0:05",
        "2  b                                               1:30    1:25    1:42    +0:12",
        "3  c 漢字                                                     — 1:01:40",
        "   Total                                           2:30    2:37 1:04:17 +1:01:47",
    ]


def test_a_report_without_a_plan_has_no_times_but_those_measured(tmp_path: Path) -> None:
    lines = report(deck_of(tmp_path, "# A", "# B"), []).split("\n")
    assert [line.split() for line in lines] == [["plan"], ["1", "A"], ["2", "B"], ["Total"]]


def test_a_report_shows_the_last_four_runs(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "# A")
    key = slide_keys(deck)[0]
    lines = report(deck, [Run(NOON, (Timed(key, "A", 60 * minute),)) for minute in range(1, 7)]).split("\n")
    assert lines[2].split() == ["1", "A", "3:00", "4:00", "5:00", "6:00"]


def test_runs_of_an_edited_deck_line_up_by_their_slides(tmp_path: Path) -> None:
    before = deck_of(tmp_path, "# A", "# B", "# C")
    run = keep_run(before.files, before, [60, 120, 180], NOON)
    assert run is not None
    lines = report(deck_of(tmp_path, "# C", "# New", "# A", head="---\nduration: 6m\n---\n"), [run]).split("\n")
    assert [line.split() for line in lines[2:]] == [
        ["1", "C", "2:00", "3:00", "+1:00"],
        ["2", "New", "2:00", "—"],
        ["3", "A", "2:00", "1:00", "-1:00"],
        ["(slides", "that", "are", "gone)", "2:00"],
        ["Total", "6:00", "6:00", "+0:00"],
    ]


def test_a_report_fits_eighty_columns_whatever_the_labels_and_times(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path, *[f"# {'漢字' * number}{'x' * 60}👩‍🚀" for number in range(12)], head="---\nduration: 9h\n---\n"
    )
    runs = [Run(NOON + day, tuple(Timed(key, "", 3_599) for key in slide_keys(deck))) for day in range(4)]
    lines = report(deck, runs).split("\n")
    assert len(lines) == 2 + 12 + 1
    assert {cell_len(line) for line in lines[2:]} == {80}
    assert all(cell_len(line) <= 80 for line in lines)
    assert all("…" in line for line in lines[2:-1])
