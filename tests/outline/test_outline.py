"""Documents outlined as decks: headings become slides, paragraphs notes, lists stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from decks import spans_in
from rostra.deck.blocks import text_of
from rostra.deck.model import Deck
from rostra.outline import Outline
from rostra.outline.deck import outline_of
from rostra.outline.shortening import shortened
from rostra.reader.deck import read_text
from rostra.reader.dialects import NATIVE
from rostra.reader.front_matter import read_front_matter
from rostra.reader.grammar import parser
from rostra.reader.inline import read_inline
from rostra.reader.source import Source, from_bytes
from rostra.themes import load_theme
from rostra.typeset import Page, Styles, typeset
from snippets import TEXTS

USUAL = {"title": "Notes", "author": "", "date": "2026-05-04"}
WORD = re.compile(r"[^\W_]+")
SENTENCE = "This is a sentence of eight plain words."


def outlined(document: str, folder: Path = Path(), target: Path | None = None, **asked: str) -> tuple[Deck, Outline]:
    """The deck that a document becomes, read again, and what else is told of it."""
    target = target or folder / "talk.md"
    made = outline_of(from_bytes(document.encode("utf-8", "replace"), folder / "notes.md"), target, asked, USUAL)
    return read_text(Source(target, made.text)), made


def slides(deck: Deck) -> list[tuple[str, str, str]]:
    """What each slide shows, line by line, and its notes."""
    return [(slide.layout, text_of(slide.content.blocks), slide.content.notes) for slide in deck.slides]


def fitting(deck: Deck, columns: int, rows: int) -> bool:
    styles = Styles(load_theme("dark"))
    pages = (Page(columns, rows, number, len(deck.slides)) for number in range(1, len(deck.slides) + 1))
    frames = (typeset(slide, page, styles, deck.meta) for slide, page in zip(deck.slides, pages, strict=True))
    return not any(frame.overflow().rows for frame in frames)


# -- slides -----------------------------------------------------------------------------------------------------


def test_headings_become_slides_paragraphs_notes_and_lists_stay() -> None:
    deck, _ = outlined("# Title\n\nFirst.\n\n## One\n\nSaid *twice*.\n\n- a\n- b\n\nAnd more.\n\n#### Deep\n\n1. c\n")
    assert slides(deck) == [
        ("title", "Title\nFirst.\n2026-05-04", "First."),
        ("default", "One\na\nb", "Said *twice*.\n\nAnd more."),
        ("default", "Deep\nc", "Say it in your own words."),
    ]
    assert "\n# Deep\n" in outlined("# Title\n\n#### Deep\n\n1. c\n")[1].text


def test_the_front_matter_of_the_document_names_the_talk() -> None:
    deck, _ = outlined("---\ntitle: Named\nauthors: [Ada, Grace]\nlayout: post\n---\n\n# Other\n\n- a\n")
    assert (deck.title, deck.meta.authors) == ("Named", ("Ada", "Grace"))
    assert [slide.label for slide in deck.slides] == ["Named", "Other"]


def test_what_is_asked_for_counts_more_and_the_other_title_is_a_note() -> None:
    deck, _ = outlined("# Other\n\n- a\n", title="Asked", author="Ada")
    assert (deck.title, deck.meta.authors) == ("Asked", ("Ada",))
    assert deck.slides[0].content.notes == "Other"


def test_without_any_title_the_usual_one_is_taken() -> None:
    assert outlined("## One\n\n- a\n")[0].title == "Notes"


def test_of_several_first_headings_the_later_ones_are_sections() -> None:
    deck, _ = outlined("# Talk\n\n# Part\n\n## One\n\n- a\n\n# Last\n\n- b\n")
    assert [(slide.layout, slide.label) for slide in deck.slides] == [
        ("title", "Talk"), ("section", "Part"), ("default", "One"), ("section", "Last"), ("default", "Last"),
    ]  # fmt: skip


def test_a_slide_without_a_list_has_its_first_sentence() -> None:
    deck, _ = outlined(f"## One\n\nIt is e.g. this, *or that*. {SENTENCE}\n")
    assert text_of(deck.slides[1].content.blocks) == "One\nIt is e.g. this, or that."
    assert SENTENCE in deck.slides[1].content.notes


def test_a_long_list_goes_on_on_another_slide_with_its_numbers() -> None:
    deck, made = outlined("## One\n\n" + "".join(f"{number}. point\n" for number in range(1, 10)))
    assert [slide.label for slide in deck.slides] == ["Notes", "One", "One (2)"]
    assert "# One (2)\n\n7. point\n8. point\n9. point\n" in made.text


def test_of_a_long_item_the_first_sentence_stays_and_all_of_it_is_in_the_notes() -> None:
    deck, _ = outlined(f"## One\n\n- short\n- {SENTENCE} {SENTENCE}\n  - [x] inner\n- last\n")
    assert text_of(deck.slides[1].content.blocks) == f"One\nshort\n{SENTENCE}\ninner\nlast"
    assert deck.slides[1].content.notes == f"- {SENTENCE} {SENTENCE}\n  - [x] inner"


def test_listings_tables_and_quotations_stay_and_go_on_where_they_are_too_tall() -> None:
    code = "\n".join(f"line_{number} = {number}" for number in range(40))
    table = "| a | b |\n|---|---|\n" + "".join(f"| {number} | x |\n" for number in range(20))
    deck, made = outlined(f"## One\n\nBefore:\n\n```python\n{code}\n```\n\n## Two\n\n{table}\n## Three\n\n> Words.\n")
    labels = [slide.label for slide in deck.slides]
    assert {"One", "One (2)", "Two", "Two (2)", "Three"} <= set(labels)
    assert all(f"line_{number} = {number}\n" in made.text for number in range(40))
    assert made.text.count("| a | b |") == sum(label.startswith("Two") for label in labels)
    assert deck.slides[1].content.notes == "Before:"
    assert fitting(deck, 80, 24)
    assert fitting(deck, 120, 36)


def test_a_listing_is_parted_where_a_line_is_blank() -> None:
    parts = "\n\n".join(f"def f{number}():\n    a = 1\n    b = 2\n    return a + b" for number in range(6))
    _, made = outlined(f"## One\n\n```python\n{parts}\n```\n")
    listings = re.findall(r"```python\n(.*?)```", made.text, re.DOTALL)
    assert len(listings) > 1
    assert all(listing.startswith("def f") for listing in listings)


def test_a_long_text_becomes_several_slides_of_a_minute_or_two() -> None:
    deck, _ = outlined("\n\n".join(f"Number {number} begins. " + f"{SENTENCE} " * 12 for number in range(8)))
    assert 3 <= len(deck.slides) <= 5
    assert all(len(slide.content.notes.split()) <= 320 for slide in deck.slides)
    assert text_of(deck.slides[1].content.blocks).startswith("Notes\nNumber ")


def test_lines_of_text_without_blank_lines_are_paragraphs_where_they_are_long() -> None:
    deck, _ = outlined("\n".join(f"Number {number} begins. " + f"{SENTENCE} " * 12 for number in range(8)))
    assert 3 <= len(deck.slides) <= 5
    assert text_of(deck.slides[1].content.blocks).startswith("Notes\nNumber ")


def test_footnotes_and_definitions_of_links_hold_where_they_are_used() -> None:
    deck, _ = outlined(
        "## One\n\n- point[^a] and [link]\n\nSaid.[^b]\n\n[^a]: Foot.\n[^b]: Note.\n\n[link]: https://a.org\n"
    )
    assert deck.all_problems() == ()
    assert "Foot." in text_of(deck.slides[1].content.blocks)
    assert deck.slides[1].content.notes == "Said.[^b]\n\n[^b]: Note."
    assert any(span.link == "https://a.org" for span in spans_in(deck.slides[1].content.blocks))


def test_links_lead_to_the_same_files_from_the_folder_of_the_deck(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a b.md").touch()
    (tmp_path / "c.md").touch()
    links = "- [one](a%20b.md#x) `](../c.md)`\n- [two](<../c.md> 'T'), [three]\n- [four](gone.md)\n\n[three]: ../c.md\n"
    _, made = outlined(f"## One\n\n{links}", tmp_path / "docs", tmp_path / "talk.md")
    written = (
        "[one](docs/a%20b.md#x) `](../c.md)`",
        "[two](<c.md> 'T'), [three]",
        "[four](gone.md)",
        "[three]: c.md\n",
    )
    assert all(text in made.text for text in written)
    assert "[one](a%20b.md#x)" in outlined(f"## One\n\n{links}", tmp_path / "docs")[1].text


# -- pictures ---------------------------------------------------------------------------------------------------


def test_pictures_are_named_from_the_folder_of_the_deck(tmp_path: Path) -> None:
    (tmp_path / "docs" / "img").mkdir(parents=True)
    (tmp_path / "docs" / "img" / "a b.png").touch()
    deck, made = outlined("## One\n\n![words](img/a%20b.png)\n", tmp_path / "docs", tmp_path / "talk.md")
    assert "![words](<docs/img/a b.png>)" in made.text
    assert (deck.all_problems(), made.left) == ((), ())


@pytest.mark.parametrize("picture", ["../out.png", "https://a.org/x.png", "gone.png"])
def test_a_picture_that_the_deck_cannot_show_is_left_out_and_told(picture: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "out.png").touch()
    deck, made = outlined(f"## One\n\n![words]({picture})\n", tmp_path / "docs")
    assert "words" not in text_of(deck.slides[1].content.blocks)
    assert f"![words]({picture})" in deck.slides[1].content.notes
    assert [problem.line for problem in made.left] == [3]
    assert deck.all_problems() == ()


# -- what decks read in another way -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<!-- end_slide -->", "<!-- skip_slide -->", "<!--\n---\n-->", "<!-- pausee -->", "<div>\n---\n</div>",
        "??? note", "::: tip\ntext\n:::", "<!-- include: x.md -->", "<script>\nx\n</script>",
    ],
)  # fmt: skip
def test_what_steers_a_deck_or_has_no_meaning_there_does_neither_in_its_notes(text: str) -> None:
    deck, _ = outlined(f"## One\n\nBefore.\n\n{text}\n\nAfter.\n\n## Two\n\n- a\n")
    assert [slide.label for slide in deck.slides] == ["Notes", "One", "Two"]
    assert deck.all_problems() == ()
    notes = "\n".join(slide.content.notes for slide in deck.slides)
    assert all(line in notes for line in text.split("\n"))


@settings(max_examples=50)
@given(TEXTS)
@example("# A ~~b <!-- c --> d~~\n\n```python e=f\ng\n```\n\n[^1]: h\n\n[^1]: i\n")
@example(":::A\n<!--END_SLIDE-->")
@example(":::A\n---\n-")
@example("- a\n\n      b\n\n- > c\n  > - d\n\n| e | f |\n|---|---|\n| g | h | i |\n")
def test_no_word_of_a_document_is_lost_and_every_slide_can_be_shown(document: str) -> None:
    source = from_bytes(document.encode("utf-8", "replace"), Path("notes.md"))
    _, body, _ = read_front_matter(source, NATIVE)
    deck, made = outlined(document)
    assert set(WORD.findall(body)) <= set(WORD.findall(made.text))
    assert len(deck.slides) == made.slides
    assert deck.all_problems() == ()
    assert all(slide.content.title and slide.content.notes for slide in deck.slides)
    assert fitting(deck, 80, 24)


# -- sentences --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One. Two.", "One."),
        ("No end", "No end"),
        ("Is it **so? Yes.** Then no.", "Is it **so? Yes.**"),
        ("See Dr. No, e.g. here. Then go.", "See Dr. No, e.g. here."),
        ("A [link. With](https://a.org) text. More.", "A [link. With](https://a.org) text."),
        ("`a. B` it. D", "`a. B` it."),
        ("one two three, four five six seven eight nine ten", "one two three …"),
        ("one two three four five six seven eight nine ten", "one two three four five six seven eight …"),
        ("one\ntwo. three", "one two. three"),
        ("one two\\\nthree. Four", "one two\\\nthree. Four"),
    ],
)
def test_a_text_is_shortened_to_its_first_sentence_and_never_within_a_look(text: str, short: str) -> None:
    assert shortened(text, 8, lambda part: read_inline(parser(NATIVE), part, {}).spans) == short
