"""What an editor offers while a deck is written, and what stands there when it is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from cursor import accepted, at_cursor, labels

from rostra.deck.checks import CHECKS
from rostra.deck.name import words
from rostra.deck.names import COLORS, DIRECTIVES, ELEMENTS, FRONT_MATTER, LAYOUTS, TRANSITIONS
from rostra.language.completion import completions
from rostra.reader.alerts import ALERT_NAMES
from rostra.themes import BUILT_IN

TAKEN = [
    # Comments
    ("<!--‸", "pause", "<!-- pause -->‸"),
    ("<!-- pa‸", "pause", "<!-- pause -->‸"),
    ("<!-- pa‸ -->", "pause", "<!-- pause‸ -->"),
    ("- item <!-- pau‸", "pause", "- item <!-- pause -->‸"),
    ("<!-- al‸", "alignment: center", "<!-- alignment: center -->‸"),
    ("<!-- alignment: ‸", "right", "<!-- alignment: right -->‸"),
    ("<!-- alignment:‸ -->", "right", "<!-- alignment: right‸ -->"),
    ("<!-- not‸", "notes:", "<!-- notes: ‸ -->"),
    ("<!-- sl‸", "slide:", "<!-- slide: {‸} -->"),
    ("<!-- slide: {‸} -->", "layout", "<!-- slide: {layout: ‸} -->"),
    ("<!-- slide: {lay‸", "layout", "<!-- slide: {layout: ‸} -->"),
    ("<!-- slide: {layout: ti‸", "title", "<!-- slide: {layout: title‸} -->"),
    ("<!-- slide: {layout: title, tr‸} -->", "transition", "<!-- slide: {layout: title, transition: ‸} -->"),
    ("<!-- slide: {transition: pu‸} -->", "push", "<!-- slide: {transition: push‸} -->"),
    ("<!-- slide: {background: ‸", "{pattern:}", "<!-- slide: {background: {pattern: ‸}} -->"),
    ("<!-- slide: {background: {pat‸", "pattern", "<!-- slide: {background: {pattern: ‸}} -->"),
    ("<!-- slide: {background: {pattern: gr‸}} -->", "grid", "<!-- slide: {background: {pattern: grid‸}} -->"),
    # Containers and classes
    (":::‸", "center", "::: center\n‸\n:::"),
    ("::: ce‸\n\n:::", "center", "::: center‸\n\n:::"),
    (":::: ce‸", "center", ":::: center\n‸\n::::"),
    ("> ::: ce‸", "center", "> ::: center\n> ‸\n> :::"),
    ("::: bo‸", "box", "::: box ‸\n\n:::"),
    ("::: col‸", "columns", "::: columns\n::: column\n‸\n:::\n::: column\n\n:::\n:::"),
    ("::: columns\n::: col‸\n:::\n", "column", "::: columns\n::: column\n‸\n:::\n:::\n"),
    ("::: alert wa‸", "warning", "::: alert warning‸"),
    ("[words]{.re‸", "red", "[words]{.red}‸"),
    ("[words]{.re‸}", "red", "[words]{.red‸}"),
    ("::: box {.gr‸", "green", "::: box {.green}‸"),
    # Listings
    ("```pyth‸", "python", "```python\n‸\n```"),
    ("> ```pyth‸", "python", "> ```python\n> ‸\n> ```"),
    ("```pyth‸\nx\n```\n", "python", "```python‸\nx\n```\n"),
    ("~~~ru‸", "rust", "~~~rust\n‸\n~~~"),
    # Links
    ("# Well said\n\n[x](‸", "#well-said", "# Well said\n\n[x](#well-said)‸"),
    ("# A\n\n[x](#a‸)", "#a", "# A\n\n[x](#a‸)"),
    ("<!-- slide: {name: one} -->\n# A\n\n[x](#‸", "#one", "<!-- slide: {name: one} -->\n# A\n\n[x](#one)‸"),
    # Alerts and emoji
    ("> [!‸", "WARNING", "> [!WARNING]‸"),
    ("> [!wa‸]", "WARNING", "> [!WARNING‸]"),
    ("so :rock‸", ":rocket:", "so :rocket:‸"),
    ("so :rock‸:", ":rocket:", "so :rocket‸:"),
    # Front matter
    ("---\nthe‸\n---\n", "theme", "---\ntheme: ‸\n---\n"),
    ("---\ntheme: nor‸\n---\n", "nord", "---\ntheme: nord‸\n---\n"),
    ("---\ntheme:‸\n---\n", "nord", "---\ntheme: nord‸\n---\n"),
    ("---\ntheme: {name: nor‸}\n---\n", "nord", "---\ntheme: {name: nord‸}\n---\n"),
    ("---\ntheme: {name: nord, acc‸}\n---\n", "accent", "---\ntheme: {name: nord, accent: ‸}\n---\n"),
    ("---\ntheme:\n  head‸\n---\n", "heading1", "---\ntheme:\n  heading1: ‸\n---\n"),
    ("---\ncheck: ‸\n---\n", "{ignore: []}", "---\ncheck: {ignore: [‸]}\n---\n"),
    ("---\ncheck: {ignore: [fit, wi‸]}\n---\n", "width", "---\ncheck: {ignore: [fit, width‸]}\n---\n"),
    ("---\ncheck:\n  ignore:\n    - wi‸\n---\n", "width", "---\ncheck:\n  ignore:\n    - width‸\n---\n"),
    ("---\nmagnify: ‸\n---\n", "auto", "---\nmagnify: auto‸\n---\n"),
    ("---\nincremental_lists: t‸\n---\n", "true", "---\nincremental_lists: true‸\n---\n"),
    ("---\nfooter: ‸\n---\n", "false", "---\nfooter: false‸\n---\n"),
]


@pytest.mark.parametrize(("marked", "label", "wanted"), TAKEN)
def test_what_is_taken_stands_as_somebody_would_write_it(marked: str, label: str, wanted: str) -> None:
    assert accepted(marked, label) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<!-- slide: {layout: ‸", words(LAYOUTS)),
        ("<!-- slide: {step_transition: ‸", words(TRANSITIONS)),
        ("::: ‸", words(ELEMENTS)),
        ("[x]{.‸", words(COLORS)),
        ("---\n‸\n---\n", words(FRONT_MATTER)),
        ("---\ncheck: {ignore: [‸", words(CHECKS)),
        ("---\ntheme: ‸\n---\n", (*BUILT_IN, "{name:}")),
        ("> [!‸", tuple(name.upper() for name in ALERT_NAMES)),
    ],
)
def test_everything_that_is_known_is_offered(marked: str, wanted: tuple[str, ...]) -> None:
    assert sorted(labels(marked)) == sorted(wanted)


def test_every_directive_is_offered() -> None:
    assert {label.partition(":")[0] for label in labels("<!-- ‸")} == set(words(DIRECTIVES))


@pytest.mark.parametrize(
    "marked",
    [
        "```python\n:smi‸\n```",
        "```python\n<!-- ‸\n```",
        "```python\n::: ‸\n```",
        "```python\n[a](‸\n```",
        "```python\n```‸",
        "    :smi‸",
        "> ```\n> :smi‸\n> ```",
        "`:smi‸`",
        "``a ` :smi‸",
    ],
)
def test_nothing_is_offered_inside_a_listing(marked: str) -> None:
    assert labels(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "‸",
        "words‸",
        "12:30‸",
        "so :s‸",
        "see https://so‸",
        "<!-- pause -->‸",
        "<!-- any comment ‸",
        "<!-- slide: {name: ‸",
        "[x](https://exa‸",
        '[x](a "tit‸',
        "---\ntitle: the‸\n---\n",
        "---‸\n---\n",
        "# A\n\n---\nthe‸\n---\n",
    ],
)
def test_nothing_is_offered_where_nothing_is_meant(marked: str) -> None:
    assert labels(marked) == []


def test_keys_that_are_there_are_not_offered_again() -> None:
    offered = labels("---\ntitle: A\n‸\ntheme: nord\n---\n")
    assert not {"title", "theme"} & set(offered)
    assert "duration" in offered


def test_languages_that_the_deck_uses_come_first() -> None:
    assert labels("```rust\nx\n```\n\n```‸")[0] == "rust"


def test_names_that_begin_as_it_is_typed_come_first() -> None:
    assert labels("<!-- slide: {layout: im‸")[0] == "image"
    assert labels("<!-- slide: {layout: le‸") == ["image-left"]


def test_headings_of_other_slides_are_told_with_their_slide() -> None:
    document, line, column = at_cursor("# One\n\n---\n\n# Two\n\n[x](#t‸)\n")
    [found] = completions(document, line, column)
    assert (found.label, found.about) == ("#two", "slide 2: Two")


# -- files ------------------------------------------------------------------------------------------------------


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    home = tmp_path / "talk"
    for name in (
        "deck.md",
        "part.md",
        "a.png",
        "b c.png",
        "data.csv",
        "img/sea.jpg",
        ".secret.png",
        "node_modules/x.png",
    ):
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    (tmp_path / "outside.png").write_text("", "utf-8")
    (home / "way-out.png").symlink_to(tmp_path / "outside.png")
    (home / "out").symlink_to(tmp_path)
    return home / "deck.md"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("![x](‸", ["a.png", "b c.png", "img/"]),
        ("![x](img/‸", ["sea.jpg"]),
        ("[x](d‸", ["data.csv"]),
        ("<!-- include: ‸", ["img/", "part.md"]),
        ("<!-- slide: {background: {picture: ‸", ["a.png", "b c.png", "img/"]),
        ("![x](../‸", []),
        ("![x](img/../../‸", []),
        ("![x](/‸", []),
        ("![x](~/‸", []),
        ("![x](out/‸", []),
        ("![x](gone/‸", []),
    ],
)
def test_files_in_the_decks_folder_are_offered_and_no_others(deck: Path, marked: str, wanted: list[str]) -> None:
    assert sorted(labels(marked, deck)) == wanted


@pytest.mark.parametrize(
    ("marked", "label", "wanted"),
    [
        ("![x](a‸", "a.png", "![x](a.png)‸"),
        ("![x](im‸", "img/", "![x](img/‸"),
        ("![x](img/s‸)", "sea.jpg", "![x](img/sea.jpg‸)"),
        ("![x](b‸", "b c.png", "![x](<b c.png>)‸"),
        ("<!-- include: pa‸", "part.md", "<!-- include: part.md -->‸"),
        ("<!-- slide: {background: {picture: a‸", "a.png", "<!-- slide: {background: {picture: a.png‸}} -->"),
    ],
)
def test_a_path_is_written_as_it_is_found(deck: Path, marked: str, label: str, wanted: str) -> None:
    assert accepted(marked, label, deck) == wanted


def test_large_folders_are_looked_through_only_so_far(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rostra.language.completing import paths

    monkeypatch.setattr(paths, "MOST_LOOKED_AT", 3)
    assert len(labels("[x](‸", deck)) <= 3
