"""Signs that terminals do not agree on, and colours that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked import findings

NOTHING: list[str] = []
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
