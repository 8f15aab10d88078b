"""The editor: what keys do to the text, the slide beside it, and the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from editing_session import DECK, edited

from rostra.editing.saving import EditedFile
from rostra.errors import UserError
from rostra.screens.editor.choices import ChoiceScreen
from rostra.screens.editor.editor import EditorScreen
from rostra.screens.editor.slide_list import SlideList
from rostra.settings import Settings

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "talk.md"
    path.write_text(DECK, "utf-8")
    return path


async def test_the_slide_under_the_cursor_is_seen_and_follows_what_is_typed(deck: Path) -> None:
    async with edited(deck, (200, 60)) as session:
        await session.press("f6")  # a page of 80x24, which has room
        await session.shown("1/3  One", "words of one", "fits", "80x24")
        await session.press("down", "down", "end")
        await session.type(" indeed")
        await session.until(lambda: session.text.count("words of one indeed") == 2, "source and slide")
        await session.shown("●")
        await session.press("ctrl+pagedown")
        await session.shown("2/3  Two", "step 1 of 2", "1 word of notes")
        await session.press(*["down"] * 7)
        await session.shown("step 2 of 2")


async def test_saving_writes_what_is_in_the_editor_and_nothing_else(deck: Path) -> None:
    deck.write_bytes(b"\xef\xbb\xbf# One\r\n\r\nwords\r\n")
    async with edited(deck) as session:
        await session.press("down", "down", "end")
        await session.type("!")
        await session.shown("●")
        await session.press("ctrl+s")
        await session.shown("saved")
        assert deck.read_bytes() == b"\xef\xbb\xbf# One\r\n\r\nwords!\r\n"
        assert not session.editor.keeping.is_modified


@pytest.mark.slow
async def test_a_file_that_is_not_there_is_made_by_the_first_save(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    async with edited(path) as session:
        await session.shown("a new deck")
        assert not path.exists()
        await session.type("# Hi")
        await session.press("ctrl+s")
        await session.shown("saved")
        assert path.read_text("utf-8") == "# Hi"


async def test_slides_are_moved_copied_hidden_and_deleted_and_all_of_it_is_undone_by_the_key_for_undo(
    deck: Path,
) -> None:
    async with edited(deck) as session:

        async def does(key: str, *titles: str) -> None:
            await session.press(key)
            listed = session.app.screen
            assert isinstance(listed, SlideList)
            wanted = [*titles]
            await session.until(
                lambda: not listed.busy and [one.title for one in listed.entries] == wanted, f"{key} with {titles}"
            )

        await session.press("f2")
        await session.until(lambda: isinstance(session.app.screen, SlideList), "the list")
        await does("J", "Two", "One", "Three")
        assert session.source.startswith("# Two")
        await does("d", "Two", "One", "One", "Three")
        await does("h", "Two", "One", "One", "Three")
        await session.shown("hidden")
        await does("x", "Two", "One", "Three")
        for titles in (["Two", "One", "One", "Three"], ["Two", "One", "One", "Three"], ["Two", "One", "Three"]):
            await does("u", *titles)
        await session.press("escape")
        await session.press("ctrl+z")
        assert session.source == DECK
        assert not session.editor.keeping.is_modified


@pytest.mark.slow
async def test_what_is_typed_after_a_slide_was_put_in_is_its_title(deck: Path) -> None:
    async with edited(deck) as session:
        for title in ("Between", "Amid"):
            await session.press("f2")
            await session.until(lambda: isinstance(session.app.screen, SlideList), "the list")
            await session.press("n")
            await session.until(lambda: isinstance(session.app.screen, EditorScreen), "the source again")
            await session.type(title)
            await session.shown(f"  {title}")  # in the preview, which follows the text
        assert "---\n\n# Between\n\n---\n\n# Amid\n\n---\n\n# Two" in session.source


async def test_notes_written_in_their_pane_stand_in_the_source(deck: Path) -> None:
    async with edited(deck, line=7) as session:
        await session.press("f4")
        await session.shown("Notes of slide 2", "whispered")
        await session.type(" twice")
        await session.press("escape")
        await session.until(lambda: "<!-- notes: whispered twice -->" in session.source, "the notes")
        for _ in range(len(" twice")):  # as often as there was a pause
            if session.source != DECK:
                await session.press("ctrl+z")
        assert session.source == DECK


async def test_problems_are_counted_marked_and_jumped_to(deck: Path) -> None:
    deck.write_text("# One\n\n::: colums\n\nx\n\n:::\n\n---\n\n# Two\n\n![](gone.png)\n", "utf-8")
    async with edited(deck) as session:
        await session.until(lambda: len(session.editor.problems) > 1, "problems")
        assert "problems" in session.text
        await session.press("f8")
        assert session.editor.source.cursor_location[0] == 2
        await session.shown("colums")
        await session.press("f8")
        assert session.editor.source.cursor_location[0] == 12
        await session.press("f7")
        assert session.editor.source.cursor_location[0] == 2
        await session.press("f3")
        await session.shown("Enter: go there")
        await session.press("enter")
        assert session.editor.source.cursor_location[0] == 12


async def test_leaving_asks_when_something_is_not_saved(deck: Path) -> None:
    async with edited(deck) as session:
        await session.type("x")
        await session.press("ctrl+q")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen), "a question")
        await session.press("k")
        await session.until(lambda: isinstance(session.app.screen, EditorScreen), "the editor again")
        await session.press("ctrl+q")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen), "a question")
        await session.press("s")
        await session.until(lambda: session.app._exit, "the end")
    assert deck.read_text("utf-8") == "x" + DECK


async def test_when_both_have_changed_the_deck_on_disk_is_kept_beside_mine(deck: Path) -> None:
    async with edited(deck) as session:
        await session.type("mine ")
        deck.write_text("theirs\n", "utf-8")
        await session.press("ctrl+s")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen), "a question")
        await session.press("y")
        await session.shown("the other version is kept as")
        assert session.written.startswith("mine # One")
        assert [path.read_text("utf-8") for path in deck.parent.glob("talk.md.disk-*")] == ["theirs\n"]


@pytest.mark.slow
async def test_both_can_be_put_together(deck: Path) -> None:
    async with edited(deck) as session:
        await session.type("mine ")
        deck.write_text(DECK.replace("# Three", "# Theirs"), "utf-8")
        await session.press("ctrl+s")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen), "a question")
        await session.press("m")
        await session.until(lambda: "# Theirs" in session.source, "theirs")
        assert session.source.startswith("mine # One")
        assert session.editor.keeping.is_modified


async def test_a_deck_that_another_program_saved_is_read_again_and_the_cursor_stays(deck: Path) -> None:
    async with edited(deck, line=6) as session:
        deck.write_text("# Zero\n\n---\n\n" + DECK, "utf-8")
        await session.until(lambda: session.source.startswith("# Zero"), "the new text")
        assert session.editor.source.document.get_line(session.editor.source.cursor_location[0]) == "# Two"
        await session.shown("read again")


async def test_presenting_begins_at_the_slide_and_comes_back_to_where_it_ended(deck: Path) -> None:
    async with edited(deck, line=6) as session:
        await session.until(lambda: session.editor.seen is not None and session.editor.seen.number == 1, "slide 2")
        await session.press("f5")
        await session.until(lambda: session.open == "AudienceScreen", "the talk")
        assert session.slide == 2
        await session.press("N")
        await session.press("q")
        await session.press("y")
        await session.until(lambda: session.open == "EditorScreen", "the editor")
        await session.shown("3/3  Three")


@pytest.mark.slow
async def test_a_talk_is_of_what_was_saved_which_is_asked_for_once(deck: Path) -> None:
    async with edited(deck) as session:
        await session.press("end")
        await session.type("!")
        await session.press("f5")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen), "a question")
        await session.press("s")
        await session.until(lambda: session.open == "AudienceScreen", "the talk")
        await session.shown("One!")
        assert session.written.startswith("# One!")


async def test_tab_takes_what_is_offered_and_enter_does_not_unless_it_was_asked_for(deck: Path) -> None:
    async with edited(deck, line=2) as session:
        await session.press("end", "enter")
        await session.type("<!-- pa")
        await session.press("ctrl+@")
        await session.until(lambda: session.editor.completing.is_open, "an offer")
        await session.press("tab")
        assert session.editor.source.document.get_line(3).startswith("<!-- pause")


async def test_a_list_goes_on_with_enter_and_ends_at_an_empty_item(tmp_path: Path) -> None:
    async with edited(tmp_path / "new.md") as session:
        await session.type("1. a\nb\n\nc")
        assert session.source == "1. a\n2. b\nc"
        await session.press("up", "end", "tab")
        await session.until(lambda: session.source == "1. a\n  2. b\nc", "an indent")
        await session.press("shift+tab")
        assert session.source == "1. a\n2. b\nc"


@pytest.mark.slow
async def test_finding_goes_on_to_the_next_place_and_begins_again(deck: Path) -> None:
    async with edited(deck) as session:
        for row in (6, 6):
            await session.press("ctrl+f")
            await session.until(lambda: session.open == "FindScreen", "a line")
            if row == 6:
                await session.type("two")
            await session.press("enter")
            await session.until(lambda: session.open == "EditorScreen", "the source")
            assert session.editor.source.cursor_location[0] == row


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5), (120, 36)])
async def test_there_is_a_place_for_the_source_on_every_screen(deck: Path, size: tuple[int, int]) -> None:
    async with edited(deck, size) as session:
        for _ in range(4):
            assert "# One"[: size[0] - 8] in session.text
            await session.press("f9")


@pytest.mark.slow
async def test_the_theme_of_the_deck_is_worn_by_the_editor_as_soon_as_it_is_named(deck: Path) -> None:
    async with edited(deck) as session:
        before = session.app.theme
        await session.type("---\ntheme: nord\n---\n\n")
        await session.until(lambda: session.app.theme != before, "another theme")
        assert session.app.own_theme.name == "nord"
        assert session.editor.preview.styles_of_page.theme.name == "nord"


@pytest.mark.slow
async def test_keys_can_be_moved(deck: Path) -> None:
    settings = replace(Settings(), watch=False, letters="none", keys={"editor-save": "f12"})
    async with edited(deck, settings=settings) as session:
        await session.type("x")
        await session.press("f12")
        await session.shown("saved")


@pytest.mark.slow
async def test_what_is_included_is_read_again_when_it_was_saved(deck: Path) -> None:
    part = deck.parent / "part.md"
    part.write_text("# Part\n", "utf-8")
    deck.write_text("<!-- include: part.md -->\n", "utf-8")
    async with edited(deck) as session:
        await session.shown("  Part")
        part.write_text("# Another\n", "utf-8")
        await session.shown("  Another")


@pytest.mark.slow
async def test_a_line_of_a_megabyte_is_shown_in_part_and_saved_whole(deck: Path) -> None:
    long = "# One\n\n![](data:image/png;base64," + "A" * 1_000_000 + ")\n"
    deck.write_text(long, "utf-8")
    async with edited(deck) as session:
        assert len(session.editor.source.text) < 1000
        await session.type("x")
        assert session.source == "x" + long
        await session.press("ctrl+s")
        await session.shown("saved")
        assert session.written == "x" + long


async def test_what_is_pasted_brings_no_order_for_the_terminal(deck: Path) -> None:
    async with edited(deck) as session:
        session.editor.source.take_in("a\x1b[31mb\r\nc\x00\u202ed")
        assert session.source.startswith("a[31mb\nc\u202ed# One")
        assert "\u202e" not in session.text


async def test_what_cannot_be_written_is_told_in_one_line_and_the_text_stays(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("no space is left for talk.md", hint="make room")

    async with edited(deck) as session:
        await session.type("x")
        monkeypatch.setattr(EditedFile, "save", full)
        await session.press("ctrl+s")
        await session.shown("no space is left for talk.md (make room)", "●")
        await session.press("ctrl+q")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen), "a question")
        await session.press("s")
        await session.until(lambda: isinstance(session.app.screen, EditorScreen), "the editor still")
        assert session.source == "x" + DECK
        assert session.written == DECK
