"""What the answers of a terminal mean for a talk."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace

import pytest

from fake_terminal import EVERYTHING
from rostra.commands.doctor import doctor
from rostra.doctor import checks
from rostra.doctor.checks import CHECKS, Finding, Patient, examine
from rostra.doctor.page import as_json, as_text
from rostra.errors import UserError
from rostra.terminal.identity import has_links, identity
from rostra.terminal.questions import Answers, parse

GOOD = parse(EVERYTHING, 0.012)
ENVIRONMENT = {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "LANG": "en_GB.UTF-8"}
SILENT = Answers(seconds=0.01, attributes=frozenset({6}))


def found(name: str, answers: Answers = GOOD, **environment: str) -> Finding:
    """One finding, in an environment with some changes."""
    patient = Patient(answers, {**ENVIRONMENT, **environment}, (120, 36))
    return next(one for one in examine(patient) if one.name == name)


def test_a_terminal_with_everything_lacks_nothing() -> None:
    findings = examine(Patient(GOOD, ENVIRONMENT, (120, 36)))
    assert [one for one in findings if one.state != "ok" or one.hint] == []
    assert len(findings) == len(CHECKS)


def test_whatever_is_lacking_comes_with_a_hint() -> None:
    bad = Answers(seconds=1.0, widths=(1, 2, 2, 2, 1, 4, 1), sized=(0, 0), synchronised=0)
    environment = {
        "TERM": "xterm",
        "SSH_TTY": "/dev/pts/1",
        "TMUX": "x",
        "NO_COLOR": "",
        "TERM_PROGRAM_VERSION": "3.3a",
    }
    environment["TERM_PROGRAM"] = "tmux"
    findings = examine(Patient(bad, environment, (60, 10)))
    lacking = [one for one in findings if one.state == "no"]
    assert len(lacking) == len(CHECKS) - 2
    assert all(one.hint for one in lacking)
    assert {one.name for one in findings} - {one.name for one in lacking} == {"Terminal", "Background"}


def test_nothing_is_claimed_of_a_terminal_that_answers_nothing() -> None:
    states = {one.name: one.state for one in examine(Patient(Answers(), {"TERM": "xterm-256color"}, (80, 24)))}
    assert states["Answers"] == "no"
    for name in ("Terminal", "Background", "Widths", "Links", "Synchronised", "Pictures", "Large text", "Keyboard"):
        assert states[name] == "unknown"


def test_silence_means_no_when_the_last_question_was_answered() -> None:
    assert found("Pictures", SILENT).state == "no"
    assert found("Keyboard", SILENT).state == "no"


def test_widths_name_what_is_shown_otherwise() -> None:
    finding = found("Widths", replace(GOOD, widths=(1, 1, 2, 2, 1, 4, 1)))
    assert finding.state == "no"
    assert "an emoji by selector 1 instead of 2, a joined emoji 4 instead of 2" in finding.detail


def test_three_cells_for_one_character_mean_that_utf_8_is_not_read() -> None:
    assert "does not read UTF-8" in found("Widths", replace(GOOD, widths=(1, 2, 3, 1, 1, 1, 1))).detail


@pytest.mark.parametrize(
    ("term", "colorterm", "state", "words"),
    [
        ("xterm-256color", "truecolor", "ok", "16 million"),
        ("xterm-256color", "24bit", "ok", "16 million"),
        ("xterm-256color", "", "no", "256"),
        ("xterm-kitty", "", "ok", "16 million"),
        ("xterm-direct", "", "ok", "16 million"),
        ("linux", "", "no", "16"),
    ],
)
def test_colours_go_by_the_environment_as_in_a_talk(term: str, colorterm: str, state: str, words: str) -> None:
    finding = found("Colours", SILENT, TERM=term, COLORTERM=colorterm)
    assert finding.state == state
    assert finding.detail.split(";")[0] == words


def test_a_terminal_whose_true_colours_the_environment_hides_is_told_how_to_show_them() -> None:
    finding = found("Colours", COLORTERM="", TERM="xterm-256color")
    assert (finding.state, finding.hint) == ("no", "export COLORTERM=truecolor")
    assert "though the terminal has 16 million" in finding.detail


def test_pixels_are_reckoned_from_the_size_of_a_cell_when_they_are_not_told() -> None:
    assert found("Size", replace(GOOD, pixels=None)).detail == "120x36 cells, 1080x720 pixels"
    assert found("Size", SILENT).detail == "120x36 cells"


@pytest.mark.parametrize(
    ("answers", "environment", "words"),
    [
        (replace(SILENT, kitty_images=True), {}, "kitty's"),
        (replace(SILENT, attributes=frozenset({62, 4})), {}, "sixel"),
        (replace(SILENT, name="iTerm2 3.5.0"), {}, "iTerm2's"),
        (SILENT, {"LC_TERMINAL": "iTerm2"}, "iTerm2's"),
    ],
)
def test_pictures_in_pixels_come_in_three_ways(answers: Answers, environment: dict[str, str], words: str) -> None:
    finding = found("Pictures", answers, **environment)
    assert finding.state == "ok"
    assert finding.detail.startswith(f"in pixels: {words};")


@pytest.mark.parametrize("answers", [GOOD, SILENT, Answers()])
def test_no_picture_is_promised_while_none_is_drawn(answers: Answers) -> None:
    finding = found("Pictures", answers)
    assert "draws none" in finding.detail + finding.hint
    assert "half blocks" not in finding.detail + finding.hint


@pytest.mark.parametrize(
    ("moved", "state"), [((2, 2), "ok"), ((2, 0), "no"), ((0, 0), "no"), ((1, 1), "no"), (None, "unknown")]
)
def test_sized_text_is_told_by_the_cursor(moved: tuple[int, int] | None, state: str) -> None:
    assert found("Large text", replace(GOOD, sized=moved)).state == state


@pytest.mark.parametrize(
    ("name", "columns", "said"),
    [
        ("", 60, "slides twice as large"),
        ("XTerm(379)", 60, "not those with rare signs"),
        ("XTerm(380)", 60, "slides twice as large"),
        ("XTerm(379)", 120, "one size"),
    ],
)
def test_double_height_lines_are_told_by_how_far_the_cursor_goes(name: str, columns: int, said: str) -> None:
    finding = found("Large text", replace(GOOD, sized=(0, 0), double_columns=columns, name=name))
    assert said in finding.detail
    assert finding.state == ("ok" if columns == 60 else "no")


def test_through_tmux_letters_stay_as_they_are() -> None:
    finding = found("Large text", replace(GOOD, sized=(0, 0)), TMUX="/tmp/tmux")
    assert (finding.state, finding.hint) == ("no", "outside of it slides may be twice as large")


@pytest.mark.parametrize(
    ("variables", "state"),
    [
        ({"LANG": "C.UTF-8"}, "ok"),
        ({"LANG": "de_DE.utf8"}, "ok"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "no"),
        ({"LC_CTYPE": "UTF-8", "LANG": "C"}, "ok"),
        ({}, "no"),
    ],
)
def test_the_locale_that_wins_settles_utf_8(variables: dict[str, str], state: str) -> None:
    assert checks.locale(Patient(GOOD, variables)).state == state


@pytest.mark.parametrize(
    ("answer", "environment", "expected"),
    [
        ("kitty(0.26.5)", {}, ("kitty", "0.26.5")),
        ("XTerm(379)", {"TERM_PROGRAM": "vscode"}, ("xterm", "379")),
        ("WezTerm 20240203-110809-5046fc22", {}, ("wezterm", "20240203-110809-5046fc22")),
        ("tmux 3.3a", {}, ("tmux", "3.3a")),
        ("", {"TMUX": "x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"}, ("tmux", "3.4")),
        ("", {"TMUX": "x", "VTE_VERSION": "7002"}, ("tmux", "")),
        ("", {"VTE_VERSION": "7002"}, ("vte", "7002")),
        ("", {"TERM_PROGRAM": "Apple_Terminal", "TERM_PROGRAM_VERSION": "453"}, ("apple_terminal", "453")),
        ("", {"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.5"}, ("iterm2", "3.5")),
        ("", {"TERM": "foot"}, ("foot", "")),
        ("", {"TERM": "xterm-256color"}, ("", "")),
        ("(", {}, ("", "")),
    ],
)
def test_the_name_is_the_one_that_was_answered_or_the_environment_s(
    answer: str, environment: dict[str, str], expected: tuple[str, str]
) -> None:
    assert identity(answer, environment, "tmux" if environment.get("TMUX") else "") == expected


@pytest.mark.parametrize(
    ("name", "version", "expected"),
    [
        ("kitty", "0.26.5", True),
        ("kitty", "0.18", False),
        ("kitty", "", None),
        ("tmux", "3.3a", False),
        ("tmux", "3.4", True),
        ("vte", "7002", True),
        ("konsole", "201203", True),
        ("konsole", "200401", False),
        ("konsole", "22.12.3", True),
        ("ghostty", "", True),
        ("xterm", "379", False),
        ("something", "1", None),
        ("", "", None),
    ],
)
def test_links_are_known_by_name_and_version(name: str, version: str, expected: bool | None) -> None:
    assert has_links(name, version) is expected


def test_the_page_shows_a_sign_a_word_and_a_hint() -> None:
    page = as_text(
        [Finding("Size", "no", "60x10 cells", "a larger window")], "", width=80, color=False, encoding="utf8"
    )
    assert page.splitlines()[:2] == ["✗ trouble  Size          60x10 cells", " " * 25 + "→ a larger window"]
    assert "rostra keys" in page


def test_trouble_what_is_worth_knowing_and_what_is_fine_look_different() -> None:
    findings = [Finding("Widths", "no", "w"), Finding("Keyboard", "no", "k"), Finding("Local", "ok", "l")]
    lines = as_text(findings, "", width=80, color=True, encoding="utf8").splitlines()[:3]
    assert [line.split()[1].removesuffix("\x1b[m") for line in lines] == ["trouble", "no", "ok"]
    looks = [re.findall(r"\x1b\[([\d;]*)m", line)[:1] for line in lines]
    assert looks == [["1;37;41"], ["1"], []], "white on red, bold, plain: legible on black and on white"
    shown = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines]
    assert len({line.rindex(text) for line, text in zip(shown, "wkl", strict=True)}) == 1
    plain = as_text(findings, "", width=80, color=False, encoding="ascii").splitlines()
    assert [line[0] for line in plain[:3]] == ["!", "-", "+"]


@pytest.mark.parametrize(
    ("lacking", "serious"),
    [("Size", True), ("Widths", True), ("Keyboard", False), ("Local", False), ("Colours", False)],
)
def test_trouble_is_only_what_everybody_sees(lacking: str, serious: bool) -> None:
    assert Finding(lacking, "no", "").is_trouble is serious
    assert not Finding(lacking, "unknown", "").is_trouble


def test_the_page_is_ascii_where_nothing_else_can_be_written() -> None:
    findings = examine(Patient(Answers(), {"TERM": "linux"}))
    assert as_text(findings, "why", width=80, color=False, encoding="ascii").isascii()


def test_no_line_of_the_page_is_wider_than_the_terminal() -> None:
    findings = examine(Patient(SILENT, {"TERM": "x" * 200, "TMUX": "x", "SSH_TTY": "x"}, (60, 10)))
    assert max(map(len, as_text(findings, "", width=60, color=False, encoding="utf8").splitlines())) <= 60


def test_nothing_from_the_environment_is_an_order_to_the_terminal() -> None:
    findings = examine(Patient(GOOD, {"TERM": "\x1b]0;x\x07\x9b2J", "LANG": "\x1b[2J.UTF-8"}))
    assert as_text(findings, "", width=80, color=False, encoding="utf8").replace("\n", "").isprintable()
    assert as_json(findings, "").isascii()


def test_json_holds_every_finding() -> None:
    findings = examine(Patient(GOOD, ENVIRONMENT))
    table = json.loads(as_json(findings, ""))
    assert table["asked"] is True
    assert [one["name"] for one in table["findings"]] == [one.name for one in findings]
    assert set(table["findings"][0]) == {"name", "state", "detail", "hint"}


@pytest.mark.parametrize(
    ("argument", "hint"),
    [("--jsn", "did you mean '--json'"), ("deck.md", "rostra doctor --help"), ("--json=yes", "rostra doctor --help")],
)
def test_a_wrong_argument_is_a_mistake_of_the_user(argument: str, hint: str) -> None:
    with pytest.raises(UserError, match=hint):
        doctor([argument])


def test_where_there_is_no_termios_the_environment_alone_is_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "termios", None)
    monkeypatch.setenv("TERM", "xterm")
    assert doctor([]) == 1
    assert "The terminal could not be asked: this system has no termios." in capfd.readouterr().out


def test_a_dumb_terminal_is_not_asked(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert doctor(["--json"]) == 1
    assert json.loads(capfd.readouterr().out)["why_not"] == "its kind is 'dumb'"
