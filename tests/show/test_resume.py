"""Where the last run of each deck stopped."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.reader import read_deck
from rostra.show import resume
from rostra.show.clock import Clock
from rostra.show.opening import open_show
from rostra.show.resume import broken_off, keep_stop, last_stop
from rostra.show.state import State


@pytest.fixture
def deck(tmp_path: Path, home: Path) -> Deck:
    """A deck of four slides."""
    file = tmp_path / "talk.md"
    file.write_text("# A\n\n---\n\n# B\n\n---\n\n# C\n\n---\n\n# D\n", "utf-8")
    return read_deck([file])


def store(home: Path) -> Path:
    """The file that the stops are kept in."""
    return home / "state" / "rostra" / "stops.json"


def test_a_stop_is_kept_and_found_by_whichever_path(
    deck: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_stop(deck, State(Cursor(2, 0), under_way=True))
    stop = last_stop(deck.files[0])
    assert stop is not None
    assert (stop.slide, stop.step, stop.total) == (2, 0, 4)
    monkeypatch.chdir(tmp_path)
    assert last_stop(Path("talk.md")) == stop


@pytest.mark.parametrize("slide", [0, 3])
def test_a_talk_at_either_end_is_forgotten(deck: Deck, slide: int) -> None:
    keep_stop(deck, State(Cursor(2), under_way=True))
    keep_stop(deck, State(Cursor(slide), under_way=True))
    assert last_stop(deck.files[0]) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"x": 1}',
        '"text"',
        "\udcff",
        '{"TALK": {"slide": Infinity, "step": 0, "total": 4}}',
        "[" * 100_000,
        '{"TALK": {"slide": "x"}}',
        '{"TALK": {"slide": null}}',
        '{"TALK": [1]}',
    ],
)
def test_a_spoilt_store_is_as_good_as_none_and_is_mended(deck: Deck, home: Path, text: str) -> None:
    store(home).parent.mkdir(parents=True)
    written = text.replace("TALK", str(deck.files[0]))
    store(home).write_bytes(written.encode("utf-8", "surrogateescape"))
    assert last_stop(deck.files[0]) is None
    keep_stop(deck, State(Cursor(1), under_way=True))
    stop = last_stop(deck.files[0])
    assert stop is not None
    assert stop.slide == 1


def test_a_folder_that_cannot_be_written_does_no_harm(deck: Deck, home: Path) -> None:
    (home / "state").write_text("in the way", "utf-8")
    keep_stop(deck, State(Cursor(1), under_way=True))
    assert last_stop(deck.files[0]) is None


def test_the_store_is_replaced_in_one_step(deck: Deck, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_stop(deck, State(Cursor(1), under_way=True))

    def fail(self: Path, target: Path) -> Path:
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", fail)
    keep_stop(deck, State(Cursor(2), under_way=True))
    stop = last_stop(deck.files[0])
    assert stop is not None
    assert stop.slide == 1
    assert [path.name for path in store(home).parent.iterdir()] == ["stops.json"]


def test_the_oldest_are_forgotten(deck: Deck, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resume, "MOST", 3)
    store(home).parent.mkdir(parents=True)
    old = {f"/{n}.md": {"slide": 1, "step": 0, "total": 4, "when": 0.0} for n in range(5)}
    store(home).write_text(json.dumps(old), "utf-8")
    keep_stop(deck, State(Cursor(1), under_way=True))
    assert list(json.loads(store(home).read_text("utf-8"))) == ["/3.md", "/4.md", str(deck.files[0])]


def test_the_opening_of_a_long_deck_is_not_taken_for_all_of_it(deck: Deck) -> None:
    keep_stop(deck, State(Cursor(2), under_way=True))
    opening = Deck(deck.slides[:2], files=deck.files, whole=False)
    keep_stop(opening, State(Cursor(1), under_way=True))
    stop = last_stop(deck.files[0])
    assert stop is not None
    assert stop.slide == 2


def test_after_a_crash_the_clock_has_run_on_and_after_a_leave_it_stood_still(deck: Deck, home: Path) -> None:
    now = time.time()
    state = State(Cursor(2), under_way=True, clock=Clock(now - 600))
    keep_stop(deck, state, ended=False)
    crashed = last_stop(deck.files[0])
    keep_stop(deck, state)
    ended = last_stop(deck.files[0])
    assert crashed is not None
    assert ended is not None
    assert crashed.clock(now + 60).elapsed(now + 60) == pytest.approx(660, abs=5)
    assert ended.clock(now + 60).elapsed(now + 60) == pytest.approx(600, abs=5)
    assert crashed.clock(now + 90_000).elapsed(now + 90_000) == pytest.approx(600, abs=5)


def test_a_talk_that_has_not_moved_leaves_what_is_kept_of_the_run_before(deck: Deck) -> None:
    keep_stop(deck, State(Cursor(2), under_way=True), ended=False)
    kept = last_stop(deck.files[0])
    keep_stop(deck, State(Cursor(0)))
    keep_stop(deck, State(Cursor(1)))
    assert last_stop(deck.files[0]) == kept
    keep_stop(deck, State(Cursor(0), under_way=True))
    assert last_stop(deck.files[0]) is None


def test_only_a_run_that_broke_off_of_late_is_offered(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    file = deck.files[0]
    assert broken_off(file) is None
    keep_stop(deck, State(Cursor(2), under_way=True, began=1), ended=False)
    offered = broken_off(file)
    assert offered is not None
    assert (offered.cursor, offered.began) == (Cursor(2), 1)
    keep_stop(deck, State(Cursor(2), under_way=True))
    assert broken_off(file) is None
    keep_stop(deck, State(Cursor(2), under_way=True), ended=False)
    later = time.time() + resume.OFFERED + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert broken_off(file) is None


def test_what_was_asked_for_on_starting_is_known_to_have_been(deck: Deck) -> None:
    paths = [deck.files[0]]
    assert not open_show(paths).asked
    assert not open_show(paths, resume=True).asked
    assert open_show(paths, slide=3).asked
    keep_stop(deck, State(Cursor(1), under_way=True, clock=Clock(time.time() - 60), began=1))
    resumed = open_show(paths, resume=True)
    assert (resumed.asked, resumed.cursor, resumed.state.began) == (True, Cursor(1), 1)
    assert resumed.state.clock.elapsed(time.time()) == pytest.approx(60, abs=5)
