from __future__ import annotations

from pathlib import Path

import pytest

from rostra.editing.write_times import Written, rounded, write_times
from rostra.errors import UserError
from rostra.reader import read_deck
from rostra.rehearsal.slide_keys import slide_keys

SLIDES = Path(__file__).parents[2] / "slides"


def write(path: Path, text: str) -> Path:
    """A file with exactly these characters, in UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def written(tmp_path: Path, text: str, *seconds: float, **others: str) -> str:
    """What becomes of a deck whose slides took so many seconds each, files that it includes beside it."""
    deck = write(tmp_path / "deck.md", text)
    for name, other in others.items():
        write(tmp_path / f"{name}.md", other)
    result = give(deck, *seconds)
    assert not result.left
    return deck.read_bytes().decode("utf-8")


def give(deck: Path, *seconds: float) -> Written:
    """Write these seconds into a deck's slides, one after the other."""
    return write_times([deck], dict(zip(slide_keys(read_deck([deck])), seconds, strict=False)))


# -- what is written --------------------------------------------------------------------------------------------


def test_a_time_takes_the_place_of_the_time_that_was_planned(tmp_path: Path) -> None:
    text = "<!-- slide: {name: a, time: 1m 30s, layout: title} -->\n\n# A\n\n---\n\n# B\n\n<!-- slide: {time: 5s} -->\n"
    after = written(tmp_path, text, 66, 14)
    assert after == text.replace("1m 30s", "65s").replace("{time: 5s}", "{time: 15s}")


def test_a_time_joins_the_settings_that_a_directive_has(tmp_path: Path) -> None:
    after = written(tmp_path, "<!-- slide: {name: a} -->\n# A\n\n---\n\n# B\n\n<!-- slide: {} -->\n", 65, 10)
    assert after == "<!-- slide: {name: a, time: 65s} -->\n# A\n\n---\n\n# B\n\n<!-- slide: {time: 10s} -->\n"


def test_a_slide_without_a_directive_gets_one_above_its_first_line(tmp_path: Path) -> None:
    after = written(tmp_path, "# A\n\n---\n\n\n# B\n\ntext  \n", 65, 10)
    assert after == ("<!-- slide: {time: 65s} -->\n\n# A\n\n---\n\n\n<!-- slide: {time: 10s} -->\n\n# B\n\ntext  \n")


def test_a_slide_that_begins_with_a_heading_gets_its_directive_below_it(tmp_path: Path) -> None:
    after = written(tmp_path, "# A\ntext\n\nB\n-\n\ntext\n\n# C", 5, 10, 15)
    assert after == (
        "# A\n\n<!-- slide: {time: 5s} -->\n\ntext\n\n"
        "B\n-\n\n<!-- slide: {time: 10s} -->\n\ntext\n\n"
        "# C\n\n<!-- slide: {time: 15s} -->"
    )
    assert [slide.settings.time for slide in read_deck([tmp_path / "deck.md"]).slides] == [5, 10, 15]


def test_the_level_of_headings_that_begin_slides_is_heeded(tmp_path: Path) -> None:
    after = written(tmp_path, "---\nslide_level: 1\n---\ntext\n\n## B\n\n# C\n", 5, 10)
    assert after == (
        "---\nslide_level: 1\n---\n<!-- slide: {time: 5s} -->\n\ntext\n\n## B\n\n# C\n\n<!-- slide: {time: 10s} -->\n"
    )


def test_the_last_time_on_a_slide_is_the_one_that_changes(tmp_path: Path) -> None:
    text = "<!-- slide: {time: 10s} --> <!-- slide: {time: 20s} -->\n\n# A\n\n<!-- slide: {name: a} -->\n"
    assert written(tmp_path, text, 65) == text.replace("20s", "65s")


def test_a_directive_counts_from_its_own_comment_and_not_from_those_around_it(tmp_path: Path) -> None:
    text = (
        "<!-- a\n<!-- slide: {time: 10s} --> <!-- slide: {time: 10s} -->\n<!-- slide: [ -->\n\n# A\n\n"
        "```\n<!-- slide: {time: 10s} -->\n```\n\n`<!-- slide: {time: 10s} -->`\n\n"
        "- <!-- slide: {time: 10s} -->\n\n    <!-- slide: {time: 10s} -->\n\n"
        "???\n\n<!-- slide: {time: 10s} -->\n"
    )
    wanted = text.replace("--> <!-- slide: {time: 10s} -->", "--> <!-- slide: {time: 65s} -->")
    assert written(tmp_path, text, 65) == wanted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("slide:\n  name: a\n  time: 90s\n", "slide:\n  name: a\n  time: 65s\n"),
        ("slide:\n  name: a # so\n", "slide:\n  time: 65s\n  name: a # so\n"),
        ("slide: {\n  name: a,\n}", "slide: {\n  name: a, time: 65s,\n}"),
        ("slide: { 'time' : \"90s\" , name: a }", "slide: { 'time' : 65s , name: a }"),
        ("slide: time: 90s", "slide: time: 65s"),
        ("slide: {time: 1:30, time: 90}", "slide: {time: 1:30, time: 65s}"),
        ("SLIDE : {name: 'time: 90s'}", "SLIDE : {name: 'time: 90s', time: 65s}"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_directives_in_many_forms_are_changed_in_place(tmp_path: Path, before: str, after: str, end: str) -> None:
    text = "# A\n\n<!-- {} -->\n".replace("\n", end)
    assert written(tmp_path, text.format(before.replace("\n", end)), 65) == text.format(after.replace("\n", end))
    assert read_deck([tmp_path / "deck.md"]).slides[0].settings.time == 65


@pytest.mark.parametrize(
    "directive",
    ["slide:\n  time: >\n    90s\n", "slide: {? time : 90s\n  }", "slide:\n ? name\n : a", "slide: {na\u00adme: a}"],
)
def test_a_directive_in_an_unusual_form_is_reported_or_changed_rightly(tmp_path: Path, directive: str) -> None:
    text = f"# A\n\n<!-- {directive} -->\n"
    deck = write(tmp_path / "deck.md", text)
    result = give(deck, 65)
    after = read_deck([deck])
    if result.changed:
        assert after.slides[0].settings.time == 65
    else:
        assert deck.read_bytes().decode("utf-8") == text
        assert [(problem.file, problem.line) for problem in result.left] == [(str(deck), 1)]


def test_a_directive_with_hidden_characters_is_reported(tmp_path: Path) -> None:
    text = "# A\n\n<!-- sli\u00adde: {time: 5s} -->\n"
    deck = write(tmp_path / "deck.md", text)
    result = give(deck, 65)
    assert (result.changed, len(result.left)) == (0, 1)
    assert deck.read_bytes().decode("utf-8") == text


def test_a_slide_that_begins_in_the_middle_of_a_line_is_reported(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck.md", "# A\n\n<!-- end_slide --> <b>text</b>\n")
    result = give(deck, 5, 10)
    assert deck.read_text("utf-8") == "<!-- slide: {time: 5s} -->\n\n# A\n\n<!-- end_slide --> <b>text</b>\n"
    assert len(result.left) == len(read_deck([deck]).slides) - 1 == 1


def test_slides_without_a_time_and_times_without_a_slide_change_nothing(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck.md", "# A\n\n---\n\n# B\n")
    first, second = slide_keys(read_deck([deck]))
    assert write_times([deck], {first: 0.0, second: float("nan"), "gone": 12.0}) == Written(0)
    assert deck.read_text("utf-8") == "# A\n\n---\n\n# B\n"


def test_the_intro_slide_and_the_front_matter_stay(tmp_path: Path) -> None:
    text = "---\ntitle: Talk\nauthor: Me\nduration: 1m\n---\n\nOne.\n\nTwo.\n\nThree.\n\n---\n\n# B\n"
    after = written(tmp_path, text, 99, 5, 10)
    assert after == text.replace("One.", "<!-- slide: {time: 5s} -->\n\nOne.").replace(
        "# B", "<!-- slide: {time: 10s} -->\n\n# B"
    )


@pytest.mark.parametrize(("seconds", "whole"), [(0.1, 5), (7.4, 5), (7.5, 10), (62.5, 65), (65, 65), (1e9, 86400)])
def test_times_are_rounded_to_five_seconds_and_never_to_nothing(seconds: float, whole: int) -> None:
    assert rounded(seconds) == whole


def test_a_time_that_is_right_already_is_no_change(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck.md", "<!-- slide: {time: 1m 5s} -->\n\n# A\n")
    assert give(deck, 63) == Written(0)
    assert give(deck, 68) == Written(1)


def test_a_directive_below_a_rule_at_the_very_start_makes_no_front_matter(tmp_path: Path) -> None:
    after = written(tmp_path, "---\n# A\n\n---\n\n# B\n", 5, 10)
    assert after == "---\n\n<!-- slide: {time: 5s} -->\n\n# A\n\n---\n\n<!-- slide: {time: 10s} -->\n\n# B\n"
    assert [slide.label for slide in read_deck([tmp_path / "deck.md"]).slides] == ["A", "B"]


def test_a_slide_whose_directive_would_make_front_matter_is_reported(tmp_path: Path) -> None:
    text = "---\none\n\n***\n\ntwo\n\n---\n\nthree\n"
    result = give(write(tmp_path / "deck.md", text), 0, 10, 15)
    assert [problem.line for problem in result.left] == [6]
    assert len(read_deck([tmp_path / "deck.md"]).slides) == 3


# -- where it is written ----------------------------------------------------------------------------------------


def test_a_slide_in_an_included_file_is_changed_there(tmp_path: Path) -> None:
    text = "# A\n\n---\n\n<!-- include: part.md -->\n\n---\n\n# D\n"
    after = written(tmp_path, text, 5, 10, 15, 20, part="# B\n\n---\n\n<!-- slide: {name: c} -->\n# C\n")
    assert after == "<!-- slide: {time: 5s} -->\n\n" + text.replace("# D", "<!-- slide: {time: 20s} -->\n\n# D")
    assert (tmp_path / "part.md").read_text("utf-8") == (
        "<!-- slide: {time: 10s} -->\n\n# B\n\n---\n\n<!-- slide: {name: c, time: 15s} -->\n# C\n"
    )


def test_directives_around_an_include_in_one_block_are_told_apart(tmp_path: Path) -> None:
    text = "<!-- slide: {time: 10s} -->\n<b></b> <!-- include: part.md --> <!-- slide: {time: 30s} -->\n"
    after = written(tmp_path, text.replace("-->\n<b>", "--> <b>"), 65, part="<!-- slide: {time: 20s} -->\n")
    assert "10s" in after
    assert "65s" in after
    assert (tmp_path / "part.md").read_text("utf-8") == "<!-- slide: {time: 20s} -->\n"


def test_slides_of_a_file_that_the_talk_shows_twice_are_reported(tmp_path: Path) -> None:
    part = write(tmp_path / "part.md", "<!-- slide: {name: b} -->\n\n# B\n\n---\n\n# C\n")
    deck = write(tmp_path / "deck.md", "# A\n\n---\n\n<!-- include: part.md -->\n\n---\n\n<!-- include: part.md -->\n")
    result = give(deck, 5, 10, 15, 20, 25)
    assert part.read_text("utf-8") == "<!-- slide: {name: b} -->\n\n# B\n\n---\n\n# C\n"
    assert result.changed == 1
    assert [(problem.line, "more than once" in problem.message) for problem in result.left] == [
        (1, True),
        (7, True),
    ] * 2


def test_several_decks_are_one_talk(tmp_path: Path) -> None:
    decks = [write(tmp_path / name, "# A\n\n---\n\n# B\n") for name in ("one.md", "two.md")]
    times = dict(zip(slide_keys(read_deck(decks)), (5, 10, 15, 20), strict=True))
    assert write_times(decks, times) == Written(4)
    assert [slide.settings.time for slide in read_deck(decks).slides] == [5, 10, 15, 20]


# -- every other byte -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_byte_order_mark_and_a_last_line_without_an_end_stay(tmp_path: Path, end: str) -> None:
    text = "\ufeff# A  \n\n---\n\u200b\n<!-- slide: {name: b} -->\n\tB\ttext   ".replace("\n", end)
    after = written(tmp_path, text, 65, 10)
    directive = f"<!-- slide: {{time: 65s}} -->{end}{end}"
    assert after == text.replace("# A", f"{directive}# A").replace("{name: b}", "{name: b, time: 10s}")


def test_a_line_added_ends_as_the_line_below_it(tmp_path: Path) -> None:
    after = written(tmp_path, "# A\r\n\r\n---\n# B\n\n---\n# C\u2028text\n", 5, 10, 15)
    assert after == (
        "<!-- slide: {time: 5s} -->\r\n\r\n# A\r\n\r\n---\n<!-- slide: {time: 10s} -->\n\n# B\n\n"
        "---\n<!-- slide: {time: 15s} -->\r\n\r\n# C\u2028text\n"
    )


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le"])
def test_a_deck_in_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    deck = tmp_path / "deck.md"
    data = ("# A\n\n---\n\n# B\n" + "é" * (encoding == "latin-1")).encode(encoding)
    deck.write_bytes(data)
    with pytest.raises(UserError, match="UTF-8"):
        give(deck, 5, 10)
    assert deck.read_bytes() == data


def test_nothing_is_written_when_one_of_the_files_is_refused(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck.md", "# A\n\n---\n\n<!-- include: part.md -->\n")
    (tmp_path / "part.md").write_bytes("# Grüße\n".encode("latin-1"))
    with pytest.raises(UserError, match=r"part\.md is not in UTF-8"):
        give(deck, 5, 10)
    assert deck.read_text("utf-8") == "# A\n\n---\n\n<!-- include: part.md -->\n"
