"""Names that nobody knows: which word is meant, and what should stand there."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked import findings, problems, told

from rostra.check import mended
from rostra.deck.name import words
from rostra.deck.names import ELEMENTS

HEAD = "---\n{}\n---\n\n# A\n"
SLIDE = "# A\n\n{}\n\ntext\n"
MISSPELLED = [
    (HEAD, "tilte: Hello", "2:1 'tilte': unknown key tilte", "title"),
    (HEAD, "theme: gruvbx", "2:8 'gruvbx': theme 'gruvbx' does not come with the program", "gruvbox"),
    (HEAD, "theme: {name: nrod}", "2:15 'nrod': theme 'nrod' does not come with the program", "nord"),
    (HEAD, "theme: {acent: red}", "2:9 'acent': theme: there is no colour or role 'acent'", "accent"),
    (HEAD, "theme:\n  acent: red", "3:3 'acent': theme: there is no colour or role 'acent'", "accent"),
    (HEAD, "transition: fad", "2:13 'fad': transition 'fad' is not known", "fade"),
    (HEAD, "progress: dotz", "2:11 'dotz': progress is line, dots or none", "dots"),
    (
        HEAD,
        "background: {colr: red}",
        "2:14 'colr': background has color, pattern and picture in its braces, no colr",
        "color",
    ),
    (HEAD, "background: {pattern: dot}", "2:23 'dot': background pattern is dots, grid, lines or diagonal", "dots"),
    (HEAD, "check: {ignore: [widht]}", "2:18 'widht': check has no 'widht' to ignore", "width"),
    (HEAD, "check:\n  ignore:\n  - link\n  - widht", "5:5 'widht': check has no 'widht' to ignore", "width"),
    (SLIDE, "<!-- pasue -->", "3:6 'pasue': 'pasue' is no directive", "pause"),
    (SLIDE, "words <!-- pasue -->", "3:12 'pasue': 'pasue' is no directive", "pause"),
    (SLIDE, "pasue <!-- pasue -->", "3:12 'pasue': 'pasue' is no directive", "pause"),
    (SLIDE, "<!-- pause --> <!-- pasue -->", "3:21 'pasue': 'pasue' is no directive", "pause"),
    (SLIDE, "<!--\npasue\n-->", "4:1 'pasue': 'pasue' is no directive", "pause"),
    (SLIDE, "> <!-- pasue -->", "3:8 'pasue': 'pasue' is no directive", "pause"),
    (SLIDE, "<!-- font_sise: 2 -->", "3:6 'font_sise': 'font_sise' is no directive", "font_size"),
    (SLIDE, "<!-- slide: {layuot: title} -->", "3:14 'layuot': slide has no setting layuot", "layout"),
    (SLIDE, "<!--\nslide:\n  time: 5s\n  nam: x\n-->", "6:3 'nam': slide has no setting nam", "name"),
    (SLIDE, "<!-- slide: {transition: wip} -->", "3:26 'wip': the slide's transition 'wip' is not known", "wipe"),
    (SLIDE, "<!-- alignment: centre -->", "3:17 'centre': alignment is left, center or right", "center"),
    (SLIDE, "::: colums\n:::", "3:5 'colums': there is no container 'colums'", "columns"),
    (SLIDE, "::: {.colums}\n:::", "3:7 'colums': there is no container 'colums'", "columns"),
    (SLIDE, "> ::: bxo\n> :::", "3:7 'bxo': there is no container 'bxo'; known: " + ", ".join(words(ELEMENTS)), None),
    (SLIDE, "::: alert warnng\n:::", "3:11 'warnng': there is no alert 'warnng'", "warning"),
    (SLIDE, "> [!NOTES]\n> text", "3:5 'NOTES': there is no alert 'NOTES'", "note"),
    (SLIDE, "> [!HM] Title", "3:5 'HM': there is no alert 'HM'; known: note, tip, important, warning, caution", None),
    (SLIDE, "::: box {.gren} Title\n:::", "3:11 'gren': no colour is called 'gren'", "green"),
    (SLIDE, "[accnt]{.accnt}", "3:10 'accnt': no colour is called 'accnt'", "accent"),
    (SLIDE, "[words](#aa) [here](#text)", "3:21 '#text': the link #text leads to no slide", None),
]  # fmt: skip


@pytest.mark.parametrize(("around", "written", "finding", "instead"), MISSPELLED, ids=lambda one: str(one)[:30])
def test_the_word_that_is_meant_is_marked_and_what_should_stand_there_is_known(
    tmp_path: Path, around: str, written: str, finding: str, instead: str | None
) -> None:
    found = problems(tmp_path, around.format(written), "front-matter", "directive", "container", "attribute", "link")
    assert told(found[-1]) == finding + (f", did you mean {instead!r}?" if instead else "")
    assert mended(found[-1]) == instead


def test_a_link_to_nearly_a_slide_says_which(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "# First words\n\n[back](#frist-words)\n", "link")
    assert told(problem) == "3:8 '#frist-words': the link #frist-words leads to no slide, did you mean '#first-words'?"
    assert mended(problem) == "#first-words"


@pytest.mark.parametrize("word", ["Footer", "cause", "pauses and more"])
def test_a_word_that_may_be_meant_as_it_is_has_no_answer(tmp_path: Path, word: str) -> None:
    assert [mended(one) for one in problems(tmp_path, f"# A\n\n<!-- {word} -->\n", "directive")] in ([None], [])


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: A\ntitel: B\n---\n\n# A\n",
        "---\ntheme: {accent: red, acent: blue}\n---\n\n# A\n",
        '<!-- slide: {name: "a", nam: b} -->\n\n# A\n',
    ],
)
def test_a_key_that_is_there_already_is_not_proposed(tmp_path: Path, source: str) -> None:
    (problem,) = problems(tmp_path, source, "front-matter", "directive")
    assert mended(problem) is None


@pytest.mark.parametrize(
    "written", ["[w]{.lead}", "::: {.lead}\n:::", "[w]{#accnt}", "> [!NOTE]\n> x", "> [1] x", "> [!x y]"]
)
def test_classes_of_other_programs_and_usual_alerts_are_let_be(tmp_path: Path, written: str) -> None:
    found = problems(tmp_path, SLIDE.format(written), "attribute", "container")
    assert [one.rule for one in found if "no colour" in one.message or "no alert" in one.message] == []


def test_a_second_slide_of_a_name_is_marked_where_it_is_named(tmp_path: Path) -> None:
    source = "<!-- slide: {name: one} -->\n\n# A\n\n---\n\n# one\n\n<!--\nslide:\n  name: one\n-->\n"
    assert findings(tmp_path, source, "name") == ["11:9 'one': another slide is called 'one' too"]
