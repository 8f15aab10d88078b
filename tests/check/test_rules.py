"""What each rule finds: the line, what is marked in it, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked import findings, problems

from rostra.check.rules import RULES
from rostra.deck.checks import CHECKS
from rostra.deck.name import words

NOTHING: list[str] = []


def test_every_rule_has_a_name_and_a_file_of_its_own() -> None:
    assert {rule.id for rule in RULES} <= set(words(CHECKS))
    assert len({rule.id for rule in RULES}) == len(RULES)
    folder = Path(__file__).parents[2] / "src" / "rostra" / "check" / "rules"
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--", "rule"}
    assert files == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.strict], ids=lambda rule: rule.id)
def test_what_is_a_matter_of_taste_is_only_looked_for_when_asked(tmp_path: Path, rule: object) -> None:
    source = (
        "# A\n\n"
        + "word " * 60
        + "\n\n[a](#b)\n\n```json\n{\n```\n\n---\n\n<!-- slide: {name: b} -->\n\n# B\n\n---\n\n"
    )
    source += "<!-- slide: {name: c} -->\n\n# C\n"
    assert findings(tmp_path, source, rule.id, strict=True) != []  # type: ignore[attr-defined]
    assert findings(tmp_path, source, rule.id) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", words(CHECKS))
def test_a_deck_can_do_without_any_check(tmp_path: Path, rule: str) -> None:
    source = (
        "# A\n\n```pyhton\n"
        + "x" * 300
        + "\n```\n\n<!-- pasue -->\n\n![a](gone.png) [b](#gone) <foo>\n\n---\n\n???\n\nwords\n"
    )
    for given in (
        source,
        f"---\ncheck: {{ignore: [{rule}]}}\n---\n\n{source}",
        f"---\ncheck:\n  ignore: {rule}\n---\n\n{source}",
    ):
        found = {one.rule for one in problems(tmp_path, given, strict=True)}
        assert (rule in found) is False or given is source


# -- links and names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("[x](other.md)", NOTHING),
        ("[x](other.md#part)", NOTHING),
        ("[x](data/x%20y.csv)", NOTHING),
        ("[x](<data/x y.csv>)", NOTHING),
        ("[x](data)", NOTHING),
        ("[x](data/)", NOTHING),
        ("[x](mailto:a@example.com) [y](https://example.com/a.md) [z](tel:1) <https://example.com>", NOTHING),
        ("[x](#a)", NOTHING),
        ("[x](gone.md)", ["3:5 'gone.md': link: there is no file gone.md beside the deck"]),
        ("[x](gone.md#part)", ["3:5 'gone.md#part': link: there is no file gone.md beside the deck"]),
        ("[x](<gön e.md>)", ["3:6 'gön e.md': link: there is no file gön e.md beside the deck"]),
        ("- a\n- [x](gone.md)", ["4:7 'gone.md': link: there is no file gone.md beside the deck"]),
        ("| a |\n|---|\n| [x](gone.md) |", ["5:7 'gone.md': link: there is no file gone.md beside the deck"]),
        ("[x](../other.md)", ["3:5 '../other.md': link: ../other.md lies outside the deck's folder"]),
        ("[x](/etc/passwd)", ["3:5 '/etc/passwd': link: /etc/passwd lies outside the deck's folder"]),
        ("[x]()", ["3:3 ']()': this link leads nowhere"]),
        ("[x](#b)", ["3:5 '#b': the link #b leads to no slide"]),
    ],
)
def test_a_link_leads_to_a_slide_or_a_file_in_the_folder(tmp_path: Path, written: str, found: list[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x y.csv").touch()
    (tmp_path / "other.md").touch()
    assert findings(tmp_path, f"# A\n\n{written}\n", "link") == found


def test_links_of_an_included_file_are_looked_for_beside_it(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "one.md").write_text("[x](two.md) [y](three.md)\n", "utf-8")
    (tmp_path / "part" / "two.md").touch()
    (found,) = problems(tmp_path, "# A\n\n<!-- include: part/one.md -->\n", "link")
    assert (Path(found.file).name, found.line, found.column) == ("one.md", 1, 17)


def test_a_name_that_nothing_leads_to_is_told_of_where_the_deck_has_links(tmp_path: Path) -> None:
    slides = "\n---\n\n".join(f"<!-- slide: {{name: {name}}} -->\n\n# {name}!\n" for name in ("one", "two", "Three"))
    assert findings(tmp_path, slides, "unused-name", strict=True) == []
    linked = f"{slides}\n[x](#one)\n\n???\n\n[y](#three)\n"
    assert findings(tmp_path, linked, "unused-name", strict=True) == ["7:20 'two': no link leads to the name 'two'"]


# -- what is on a slide -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# A\n", NOTHING),
        ("# A\n\n---\n\n## B\n", NOTHING),
        ("# A\n\n---\n\n???\n\nnotes\n", ["5: there is nothing on this slide"]),
        ("# A\n\n---\n\n<!-- notes: x -->\n\n---\n\n# B\n", ["5: there is nothing on this slide"]),
        ("# A\n\n---\n\n<!-- pause -->\n<!-- new_lines: 2 -->\n\n---\n\n# B\n", ["5: there is nothing on this slide"]),
        ("# A\n\n---\n\n::: center\n:::\n\n---\n\n# B\n", ["5: there is nothing on this slide"]),
        ("# A\n\n---\n\n<!-- slide: {layout: blank} -->\n\n---\n\n# B\n", NOTHING),
        ("# A\n\n---\n\n<!-- slide: {layout: agenda} -->\n\n---\n\n# B\n", NOTHING),
        ("# A\n\n---\n\n![a](a.png)\n", NOTHING),
        ("", ["0: the deck is empty"]),
    ],
)
def test_a_slide_shows_something(tmp_path: Path, source: str, found: list[str]) -> None:
    assert findings(tmp_path, source, "empty-slide") == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# A\n\ntext\n", NOTHING),
        ("text\n\nmore\n", ["1: this slide has no heading"]),
        ("# A\n\n---\n\n- a\n- b\n", ["5: this slide has no heading"]),
        ("> a quotation\n", NOTHING),
        ("![a](a.png)\n", NOTHING),
        ("```\nlisting\n```\n", NOTHING),
        ("This is a sentence that stands for itself.\n", NOTHING),
        ("::: columns\n::: column\n# A\n:::\n:::\n\ntext\n", NOTHING),
    ],
)
def test_a_slide_has_a_heading(tmp_path: Path, source: str, found: list[str]) -> None:
    assert findings(tmp_path, source, "heading") == found


LEVEL = "a heading of level {} follows one of level {}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# A\n\ntext\n\n## B\n\ntext\n\n### C\n", NOTHING),
        ("# T\n\n---\n\n# A\n\ntext\n\n### B\n", [f"9:1 '###': {LEVEL.format(3, 1)}"]),
        ("# A\n\n### A subtitle\n\ntext\n", NOTHING),
        ("# A\n\n### Somebody\n", NOTHING),
        ("# A\n\ntext\n\n## B\n\ntext\n\n# C\n\ntext\n\n### D\n", [f"13:1 '###': {LEVEL.format(3, 1)}"]),
        ("# A\n\n---\n\n### B\n\n---\n\n### C\n", NOTHING),
        (
            "# A\n\n---\n\n## B\n\n---\n\n## C\n\n---\n\n# D\n\n---\n\n### E\n\ntext\n",
            [f"17:1 '###': {LEVEL.format(3, 1)}"],
        ),
        ("# A\n\n---\n\n## B\n\n---\n\n## C\n\n---\n\n#### D\n\ntext\n", [f"13:1 '####': {LEVEL.format(4, 2)}"]),
        ("## A\n\n---\n\n# B\n\n---\n\n## C\n", NOTHING),
    ],
)
def test_a_heading_skips_no_level(tmp_path: Path, source: str, found: list[str]) -> None:
    assert findings(tmp_path, source, "heading-level") == found


def test_a_slide_without_notes_is_told_of_unless_nobody_could_write_any(tmp_path: Path) -> None:
    source = "---\ntitle: A talk\n---\n\n# A\n\n???\n\nnotes\n\n---\n\n# B\n\ntext\n\n---\n\n"
    source += "<!-- slide: {layout: blank} -->\n"
    assert findings(tmp_path, source, "notes", strict=True) == ["13: this slide has no notes"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("word " * 49, NOTHING),
        ("word " * 50, ["1: there are 51 words on this slide: 50 can be taken in"]),
        ("```\n" + "word " * 100 + "\n```", NOTHING),
        ("| a |\n|---|\n| " + "word " * 100 + " |", NOTHING),
        ("???\n\n" + "word " * 100, NOTHING),
        ("- a\n" * 6, NOTHING),
        ("- a\n" * 7, ["3: this list has 7 points: 6 can be taken in"]),
        ("- a\n  - b\n  - c\n  - d\n- e\n- f\n- g\n", ["3: this list has 7 points: 6 can be taken in"]),
        ("- a\n- b\n- c\n\ntext\n\n1. a\n2. b\n3. c\n4. d\n", NOTHING),
        ("字" * 120, ["1: there are 61 words on this slide: 50 can be taken in"]),
    ],
)
def test_a_slide_has_few_words_and_points(tmp_path: Path, written: str, found: list[str]) -> None:
    assert findings(tmp_path, f"# A\n\n{written}\n", "crowded", strict=True) == found


# -- time -------------------------------------------------------------------------------------------------------


ADD_UP = "2:11 '2m': the times of the slides add up to {}, and the duration is 2:00"
SAID = "to say, at 150 words a minute"


def timed(duration: str, *slides: tuple[str, int]) -> str:
    """A deck of slides with a time, if there is one, and so many words of notes."""
    parts = [f"---\nduration: {duration}\n---\n"]
    for time, words_ in slides:
        settings = f"<!-- slide: {{time: {time}, name: n{len(parts)}}} -->\n\n" if time else ""
        parts.append(f"{settings}# Slide\n\ntext\n\n???\n\n{'word ' * words_}\n")
    return parts[0] + "\n" + "\n---\n\n".join(parts[1:])


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (timed("2m", ("1m", 10), ("1m", 10)), NOTHING),
        (timed("2m", ("1m", 10), ("70s", 10)), NOTHING),
        (timed("2m", ("1m", 10), ("80s", 10)), [ADD_UP.format("2:20")]),
        (timed("2m", ("1m", 10), ("40s", 10)), [ADD_UP.format("1:40")]),
        (timed("2m", ("1m", 10), ("", 10)), NOTHING),
        (timed("2m", ("3m", 10), ("", 10)), [ADD_UP.format("3:00")]),
        (timed("1m", ("1m", 180)), NOTHING),
        (timed("1m", ("1m", 200)), [f"5:20 '1m': its notes take 1:20 {SAID}, and its time is 1:00"]),
        (timed("10s", ("10s", 35)), NOTHING),
        (timed("2m", ("", 150), ("", 150)), NOTHING),
        (timed("2m", ("", 250), ("", 150)), [f"2:11 '2m': the notes take 2:40 {SAID}: the duration is 2:00"]),
        (timed("1m", ("1m", 0)).replace("word", ""), NOTHING),
        ("# A\n\n???\n\n" + "word " * 1000, NOTHING),
    ],
)  # fmt: skip
def test_times_add_up_and_leave_time_to_say_the_notes(tmp_path: Path, source: str, found: list[str]) -> None:
    assert findings(tmp_path, source, "time") == found


def test_what_is_not_said_takes_no_time(tmp_path: Path) -> None:
    unsaid = "<!-- " + "word " * 300 + "-->\n\n```\n" + "word " * 300 + "\n```\n\n[a](https://example.com/a/b/c/d)"
    assert findings(tmp_path, f"<!-- slide: {{time: 10s}} -->\n\n# A\n\n???\n\n{unsaid}\n", "time") == []


def test_the_intro_slide_needs_no_time(tmp_path: Path) -> None:
    assert findings(tmp_path, timed("1m", ("1m", 10)).replace("duration", "title: T\nduration"), "time") == []
