"""What each rule finds: the line, what is marked in it, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked import findings, problems

from rostra.check.rules import RULES
from rostra.deck.names import CHECKS, words

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


# -- listings ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("python", NOTHING),
        ("Python", NOTHING),
        ("console", NOTHING),
        ("shell-session", NOTHING),
        ("{.rust}", NOTHING),
        ("text", NOTHING),
        ("mermaid", NOTHING),
        ("math", NOTHING),
        ("csv", NOTHING),
        ("", NOTHING),
        ("pyhton", ["3:4 'pyhton': no language is called 'pyhton', did you mean 'python'?"]),
        ("javscript", ["3:4 'javscript': no language is called 'javscript', did you mean 'javascript'?"]),
        ("qqq", ["3:4 'qqq': no language is called 'qqq'"]),
    ],
)
def test_a_listing_is_in_a_language_that_has_colours(tmp_path: Path, language: str, found: list[str]) -> None:
    assert findings(tmp_path, f"# A\n\n```{language}\nx\n```\n", "language") == found


@pytest.mark.parametrize(
    ("language", "listing", "found"),
    [
        ("python", "def f(x):\n    return x", NOTHING),
        ("python", "    return x", NOTHING),
        ("python", "yield x\nawait y", NOTHING),
        ("python", "break", NOTHING),
        ("python", "def f(x):", NOTHING),
        ("python", "else:\n    x = 1", NOTHING),
        ("python", "except ValueError:\n    pass", NOTHING),
        ("python", "@decorator", NOTHING),
        ("python", ">>> f(1)\n2", NOTHING),
        ("python", "def f(x):\n    ...", NOTHING),
        ("python", "x = [1, ...]\ny = (", NOTHING),
        ("python", "x = '\\d'", NOTHING),
        ("python", "x = 1\ny = )\n", ["5: this is no Python: unmatched ')'"]),
        ("python", "def f(:\n    pass", ["4: this is no Python: invalid syntax"]),
        ("py", "x = 1\n\nprint 'x'", ["6: this is no Python: Missing parentheses"]),
        ("json", '{"a": [1, 2]}', NOTHING),
        ("json", '"a": 1,\n"b": 2', NOTHING),
        ("json", '{"a": 1}\n{"a": 2}', NOTHING),
        ("json", '{\n  "a": 1, // why\n}', NOTHING),
        ("json", '{"a": 1, ...}', NOTHING),
        ("json", '{\n  "a": 1,\n  "b" 2\n}', ["6: this is no JSON: Expecting ':' delimiter"]),
        ("toml", "[a]\nb = 1", NOTHING),
        ("toml", "[a]\nb = ", ["5: this is no TOML: Invalid value"]),
        ("yaml", "a: 1\n---\nb: !x [2]", NOTHING),
        ("yaml", "  a: 1\n  b: 2", NOTHING),
        ("yaml", "image: {{ .Values.image }}\n b: 1", NOTHING),
        ("yaml", "a: 1\nb: [1, 2\nc: 3", ["6: this is no YAML: expected ',' or ']', but got ':'"]),
        ("yml", "a: b: c", ["4: this is no YAML: mapping values are not allowed here"]),
        ("rust", "fn (", NOTHING),
    ],
)  # fmt: skip
def test_a_listing_can_be_read_as_what_it_is(tmp_path: Path, language: str, listing: str, found: list[str]) -> None:
    made = findings(tmp_path, f"# A\n\n```{language}\n{listing}\n```\n", "listing-syntax", strict=True)
    assert [one.partition(":")[0] for one in made] == [one.partition(":")[0] for one in found]
    assert [one[:22] for one in made] == [one[:22] for one in found]  # the rest is Python's own


# -- width ------------------------------------------------------------------------------------------------------

DISPUTED = "terminals do not agree how wide this is: "
SELECTED = f"{DISPUTED}a sign with a variation selector"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("plain text, ä, →, 漢字, 한글, ☕, 🎉, ═", NOTHING),
        ("one ❤\ufe0f here", [f"3:5 '❤\ufe0f': {SELECTED}"]),
        ("1\ufe0f\u20e3 first", [f"3:1 '1\ufe0f\u20e3': {SELECTED}"]),
        ("in 🇩🇪", [f"3:4 '🇩🇪': {DISPUTED}a flag"]),
        ("a 👩\u200d💻 b", [f"3:3 '👩\u200d💻': {DISPUTED}an emoji that is joined from several"]),
        ("a 👍🏽 b 👍🏽", [f"3:3 '👍🏽': {DISPUTED}an emoji with a skin tone, and 1 more"]),
        ("\u1112\u1161\u11ab", [f"3:1 '\u1112\u1161\u11ab': {DISPUTED}Hangul in parts"]),
        ("हिन्दी", [f"3:1 'हिन्दी': {DISPUTED}letters that are drawn into each other"]),
        ("a \U0001fadf b", [f"3:3 '\U0001fadf': {DISPUTED}a sign that is newer than most terminals"]),
        ("text\n\n- a ❤\ufe0f\n- b ❤\ufe0f", [f"{n}:5 '❤\ufe0f': {SELECTED}" for n in (5, 6)]),
        (":heart:", NOTHING),
        ("text\n\n<!-- ❤\ufe0f -->\n\n???\n\n❤\ufe0f", NOTHING),
    ],
)  # fmt: skip
def test_signs_of_a_disputed_width_are_told_of(tmp_path: Path, written: str, found: list[str]) -> None:
    assert findings(tmp_path, f"# A\n\n{written}\n", "width") == found


# -- contrast ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "ratio"),
    [
        ('<span style="color: #000080">words</span>', "1"),
        ('<span style="color: #ffffff">words</span>', ""),
        ('<span style="background: #ffff00">words</span>', "1"),
        ('<span style="color: #111111; background: #ffff00">words</span>', ""),
        ("[words]{.blue}", ""),
        ('<!-- slide: {background: "#ffffff"} -->\n\n<span style="color: #ffff00">words</span>', "1"),
        ('<!-- slide: {background: "#ffffff"} -->\n\n<span style="color: #000080">words</span>', ""),
        ('<!-- slide: {background: ["#ffffff", "#eeeeee"]} -->\n\n<span style="color: #ffff00">words</span>', "1"),
        ('::: box Title\n<span style="color: #222222">words</span>\n:::', "1"),
        ('| a |\n|---|\n| <span style="color: #222222">words</span> |', "1"),
    ],
)
def test_colours_of_a_decks_own_can_be_read_where_they_are_drawn(tmp_path: Path, written: str, ratio: str) -> None:
    found = findings(tmp_path, f"# A\n\n{written}\n", "contrast")
    assert len(found) == bool(ratio)
    if ratio:
        line = f"# A\n\n{written}".split("\n").index(next(one for one in written.split("\n") if "words" in one)) + 1
        assert found[0].startswith(f"{line}:")
        assert f"'words': these words have a contrast of {ratio}." in found[0]


def test_the_theme_of_the_deck_is_what_counts(tmp_path: Path) -> None:
    source = '# A\n\n<span style="color: #000080">words</span>\n'
    assert findings(tmp_path, f"---\ntheme: light\n---\n\n{source}", "contrast") == []
    assert findings(tmp_path, f"---\ntheme: terminal\n---\n\n{source}", "contrast") == []  # whose ground nobody knows
