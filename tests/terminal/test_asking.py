"""Questions to terminals that answer everything, nothing, nonsense, or slowly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from fake_terminal import ALL, ATTRIBUTES, EVERYTHING, SIZED, WIDTHS, FakeTerminal, fake_terminal, positions
from rostra.terminal import questions
from rostra.terminal.ask import DEADLINE, LAST_ANSWER, raw
from rostra.terminal.questions import Answers, ask_all, batch, parse

NOTHING = Answers()


def asked(terminal: FakeTerminal, between: str = "") -> Answers:
    """What the terminal said; it is left as it was, with nothing to read."""
    before = terminal.termios()
    with raw(terminal.file):
        answers = ask_all(terminal.file, between)
    assert terminal.termios() == before
    assert not terminal.unread()
    return answers


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "PATIENCE", 30.0)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "DEADLINE", 0.05)
    monkeypatch.setattr(questions, "PATIENCE", 0.05)


@pytest.mark.usefixtures("patient")
def test_a_terminal_that_answers_everything_is_understood() -> None:
    with fake_terminal(lambda _: [EVERYTHING]) as terminal:
        answers = asked(terminal)
    assert answers.complete
    assert answers.name == "kitty(0.40.1)"
    assert answers.attributes == {62, 4, 22}
    assert answers.background == (0x14, 0x16, 0x1B)
    assert (answers.pixels, answers.cell) == ((1080, 720), (9, 20))
    assert (answers.synchronised, answers.keyboard, answers.kitty_images) == (2, 1, True)
    assert answers.true_color is True
    assert answers.widths == (1, 1, 2, 2, 2, 2, 1)
    assert answers.sized == (2, 2)


@pytest.mark.usefixtures("impatient")
def test_a_terminal_that_answers_nothing_is_not_waited_for() -> None:
    with fake_terminal(lambda _: []) as terminal:
        assert asked(terminal) == NOTHING


@pytest.mark.usefixtures("patient")
def test_answers_in_single_bytes_and_late_are_taken_and_none_is_left_over() -> None:
    def slowly(_: bytes) -> Iterator[bytes | float]:
        yield 0.3
        for byte in EVERYTHING:
            yield bytes([byte])

    with fake_terminal(slowly) as terminal:
        answers = asked(terminal)
    assert answers.seconds is not None
    assert answers.seconds > DEADLINE
    assert answers.sized == (2, 2)


@pytest.mark.usefixtures("impatient")
def test_endless_garbage_ends_at_the_deadline() -> None:
    def garbage(_: bytes) -> Iterator[bytes | float]:
        end = time.monotonic() + 5
        while time.monotonic() < end:
            yield b"\x1b]11;rgb:zz\x1b[\x1bP>|\x00\xff\xfe\x1b[5;"
            yield 0.001

    with fake_terminal(garbage) as terminal:
        before = terminal.termios()
        with raw(terminal.file):
            answers = ask_all(terminal.file, "")
        assert terminal.termios() == before
    assert answers == NOTHING


@pytest.mark.usefixtures("impatient")
def test_a_terminal_that_never_reads_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "NAME", b"x" * 1_000_000)
    with fake_terminal(lambda _: []) as terminal:
        terminal._stop.set()
        terminal._thread.join()
        assert asked(terminal) == NOTHING


def test_the_terminal_is_restored_after_an_error() -> None:
    with fake_terminal(lambda _: []) as terminal:
        before = terminal.termios()
        with suppress(ZeroDivisionError), raw(terminal.file):
            assert terminal.termios() != before
            raise ZeroDivisionError
        assert terminal.termios() == before


def test_all_is_asked_in_one_go_that_ends_with_the_device_attributes() -> None:
    asked = batch("")
    assert asked.endswith(b"\r\x1b[2K\x1b[c")
    assert asked.count(b"\x1b[6n") == len(questions.SAMPLES) + 4


@pytest.mark.parametrize("between", ["tmux", "screen"])
def test_tmux_and_screen_are_not_sent_what_they_take_for_a_title(between: str) -> None:
    assert b"\x1b_G" not in batch(between)
    assert (b"$q" in batch(between)) == (between == "tmux")


@pytest.mark.parametrize(
    "heard",
    [
        b"\x1b]11;rgb:1/2\x1b\\",
        b"\x1b]11;rgb:11/22/33",
        b"\x1b]11;rgb:11111/22/33\x1b\\",
        b"\x1bP>|\x1b\\",
        b"\x1bP>|" + b"x" * 100 + b"\x1b\\",
        b"\x1bP>|\xc2\x9b2J\x1b\\",
        b"\x1b[?2026;9$y",
        b"\x1b[4;0;0t",
        b"\x1b[4;123456;1t",
        b"\x1b_Gi=32;OK\x1b\\",
        WIDTHS,
        WIDTHS + SIZED + positions(2),
        b"",
        b"typed by the person who waits",
    ],
)
def test_what_is_not_exactly_an_answer_says_nothing(heard: bytes) -> None:
    assert parse(heard, None) == NOTHING


def test_keys_between_answers_do_no_harm() -> None:
    heard = b"q\x1b[A".join([b"", *ALL, WIDTHS, SIZED, ATTRIBUTES])
    assert parse(heard, 0.1) == parse(EVERYTHING, 0.1)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"0;48:2:1:2:3", True),
        (b"48:2::1:2:3", True),
        (b"0;1;48;2;1;2;3", True),
        (b"0;48;5;16", False),
        (b"0;48:2:11:2:3", False),
        (b"0", False),
    ],
)
def test_a_background_given_back_as_it_was_set_means_true_colours(answer: bytes, expected: bool) -> None:
    assert parse(b"\x1bP1$r" + answer + b"m\x1b\\", None).true_color is expected


def test_a_refusal_to_tell_the_background_is_no_answer() -> None:
    assert parse(b"\x1bP0$r\x1b\\", None).true_color is None


@pytest.mark.parametrize("attributes", [b"\x1b[?6c", b"\x1b[?1;2c", b"\x1b[?62;c", b"\x1b[?62;4;22c"])
def test_the_last_answer_is_known_however_its_list_ends(attributes: bytes) -> None:
    found = LAST_ANSWER.search(attributes)
    assert found is not None
    assert (4 in parse(attributes, 0.1).attributes) == (b";4;" in attributes)
