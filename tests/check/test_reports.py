"""Findings in words and for machines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rostra.check import Talk, check
from rostra.check.reports import FORMATS, near
from rostra.deck.checks import CHECKS
from rostra.deck.name import words
from rostra.errors import Problem
from rostra.reader import read_deck
from rostra.themes import load_theme
from rostra.typeset import Styles

HERE = Problem("talks/my talk.md", 3, "there is no x", 5, 2, "ab: cd", "container", "write y")
WHOLE = Problem("talks/my talk.md", 0, "the deck is empty", rule="empty-slide")
BROKEN = Problem("a,b:c%.md", 7, "never closed", rule="unclosed", breaks=True)
Report = Callable[[Sequence[Problem]], str]
ALL = [HERE, WHOLE, BROKEN]


def test_people_read_where_what_the_line_and_what_to_do() -> None:
    assert FORMATS["text"](ALL).split("\n") == [
        "talks/my talk.md:3:5: there is no x [container]",
        "    3 | ab: cd",
        "      |     ^^",
        "      = write y",
        "",
        "talks/my talk.md: the deck is empty [empty-slide]",
        "",
        "a,b:c%.md:7: never closed [unclosed]",
        "",
    ]


def test_json_has_all_of_it() -> None:
    first, second, _ = json.loads(FORMATS["json"](ALL))
    assert first == {
        "file": "talks/my talk.md",
        "line": 3,
        "column": 5,
        "width": 2,
        "rule": "container",
        "message": "there is no x",
        "hint": "write y",
        "source": "ab: cd",
        "instead": None,
    }
    assert (second["line"], second["column"], second["width"]) == (0, 0, 0)
    meant = Problem("a", 1, "no 'pasue', did you mean 'pause'?", 6, 5, "<!-- pasue -->", "directive")
    assert json.loads(FORMATS["json"]([meant]))[0]["instead"] == "pause"


def test_github_gets_one_command_a_line_with_what_would_end_it_escaped() -> None:
    assert FORMATS["github"](ALL).split("\n") == [
        "::warning file=talks/my talk.md,line=3,col=5,title=rostra%3A container::there is no x (write y)",
        "::warning file=talks/my talk.md,title=rostra%3A empty-slide::the deck is empty",
        "::warning file=a%2Cb%3Ac%25.md,line=7,title=rostra%3A unclosed::never closed",
        "",
    ]
    hostile = Problem("a", 1, "100%\n::error::x", rule="link")
    assert FORMATS["github"]([hostile]).count("\n") == 1
    assert FORMATS["github"]([hostile]).endswith("::100%25%0A::error::x\n")


def test_sarif_has_what_code_hosts_need() -> None:
    log = json.loads(FORMATS["sarif"](ALL))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], run["columnKind"]) == ("rostra", "unicodeCodePoints")
    assert [rule["id"] for rule in driver["rules"]] == list(words(CHECKS))
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    here, whole, broken = run["results"]
    assert (here["ruleId"], here["level"], here["message"]) == (
        "container",
        "warning",
        {"text": "there is no x (write y)"},
    )
    assert here["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "talks/my%20talk.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 5, "endColumn": 7},
            }
        }
    ]
    assert whole["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert broken["level"] == "error"


def test_files_are_told_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside, outside = near([Problem(str(tmp_path / "a" / "b.md"), 1, "x"), Problem("/elsewhere/c.md", 1, "x")])
    assert (inside.file, outside.file) == (str(Path("a") / "b.md"), "/elsewhere/c.md")
    place = json.loads(FORMATS["sarif"]([outside]))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "file:///elsewhere/c.md"}


@pytest.mark.parametrize("report", FORMATS.values(), ids=list(FORMATS))
def test_no_report_lets_a_control_character_through(report: Report, tmp_path: Path) -> None:
    name = "\x1b[31m\x07\u202e deck.md"
    (tmp_path / name).write_text("# A\n\n\x1b[31m<!-- pasue\x07 --> [x](%1b[31m)\n\n<!-- pasue -->\n", "utf-8")
    found = check(Talk(read_deck([tmp_path / name]), Styles(load_theme("dark"))))
    assert found
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", report(found))


@pytest.mark.parametrize("report", FORMATS.values(), ids=list(FORMATS))
def test_nothing_to_say_is_still_a_report(report: Report) -> None:
    made = report([])
    assert made in ("", "[]\n") or json.loads(made)["runs"][0]["results"] == []
