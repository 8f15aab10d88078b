"""The cursor of an editor moves the talks that follow it."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from editor import PATIENCE, Editor, editor
from lsprotocol import types

from rostra.deck.blocks import Place
from rostra.deck.model import Deck, Slide
from rostra.show.editors import Editors

DECK = "# One\n\ntext\n\n---\n\n# Two\n\nmore\n"


@asynccontextmanager
async def followed(path: Path) -> AsyncIterator[tuple[Editor, str, list[int]]]:
    """An editor, the file that it has open, and the lines that a talk of that file was told of."""
    lines: list[int] = []
    deck = Deck((Slide(Place(str(path), 1), ""),), files=(path,))
    talk = Editors(lambda: deck, lambda place: lines.append(place.line))
    path.write_text(DECK, "utf-8")
    with tempfile.TemporaryDirectory(prefix="r") as folder:
        talk.start(folder)
        async with editor(None, types.ClientCapabilities(), "--at", folder) as one:
            yield one, await one.open(path, DECK), lines
        await talk.stop()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.02)


async def test_the_talk_is_told_of_the_line_whatever_the_editor_sends(tmp_path: Path) -> None:
    async with followed(tmp_path / "talk.md") as (one, uri, lines):
        await one.client.text_document_document_highlight_async(types.DocumentHighlightParams(**one.at(uri, 6, 0)))
        await until(lambda: lines == [7])
        one.client.protocol.notify("rostra/cursor", {"uri": uri, "position": {"line": 2, "character": 0}})
        await until(lambda: lines == [7, 3])
        here = types.Range(types.Position(8, 0), types.Position(8, 0))
        await one.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), here, types.CodeActionContext([]))
        )
        await until(lambda: lines == [7, 3, 9])
        answer = await one.client.workspace_execute_command_async(types.ExecuteCommandParams("rostra.follow", [uri, 0]))
        await until(lambda: lines == [7, 3, 9, 1])
        assert answer == {"talks": 1}


async def test_lines_are_those_of_the_file_as_it_was_saved(tmp_path: Path) -> None:
    async with followed(tmp_path / "talk.md") as (one, uri, lines):
        one.change(uri, (0, 0), (0, 0), "# New\n\n---\n\n")
        await until(lambda: bool(lines))
        lines.clear()
        await one.client.text_document_document_highlight_async(types.DocumentHighlightParams(**one.at(uri, 10, 0)))
        await until(lambda: lines == [7])
        (tmp_path / "talk.md").write_text(f"# New\n\n---\n\n{DECK}", "utf-8")
        one.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await until(lambda: lines == [7, 11])


async def test_no_talk_is_told_of_anything_when_that_is_not_wanted(tmp_path: Path) -> None:
    async with followed(tmp_path / "talk.md") as (one, uri, lines):
        one.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"follow": False}))
        await one.client.text_document_document_highlight_async(types.DocumentHighlightParams(**one.at(uri, 6, 0)))
        one.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"follow": True}))
        await one.client.text_document_document_highlight_async(types.DocumentHighlightParams(**one.at(uri, 8, 0)))
        await until(lambda: bool(lines))
        assert lines == [9]
