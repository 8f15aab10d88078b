"""The language server as editors know it: a process, asked by a real client."""

from __future__ import annotations

from pathlib import Path

import pytest
from editor import Editor, edited, editor
from lsprotocol import types
from pygls.exceptions import JsonRpcException

DECK = """\
---
title: A talk
---

# First

<!-- slide: {name: start} -->

See [the end](#end).

---

## Second

```python
a = 1
```

<!-- notes: what is said -->

---

## Third

<!-- slide: {name: end} -->

[back](#start)
"""
WRONG = "# First\n\n<!-- slide: {layuot: title} -->\n\n---\n\n# Second\n"


async def opened(one: Editor, folder: Path, text: str = DECK) -> str:
    return await one.open(folder / "talk.md", text)


async def test_findings_come_as_one_types_and_go_when_they_are_mended(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path, WRONG)
        found = (await one.until_found(uri, "layuot"))[0]
        assert found.source == "rostra"
        assert found.code
        assert found.severity == types.DiagnosticSeverity.Warning
        assert found.range.start.line == found.range.end.line == 2
        one.change(uri, (2, 13), (2, 19), "layout")
        await one.until_found(uri)
        one.change(uri, (6, 8), (6, 8), "\n\n```python\n")
        assert (await one.until_found(uri, "never closed"))[0].severity == types.DiagnosticSeverity.Error


async def test_only_markdown_that_looks_like_a_deck_is_found_fault_with(tmp_path: Path) -> None:
    async with editor() as one:
        tall = "# Usage\n\n" + "word\n\n" * 100
        plain = await one.open(tmp_path / "notes.md", tall)
        readme = await one.open(tmp_path / "README.md", WRONG)
        deck = await one.open(tmp_path / "talk.md", f"{tall}\n---\n\n# Next\n")
        await one.open(tmp_path / "code.py", WRONG, "python")
        await one.until_found(deck, "rows")
        assert one.findings[plain] == one.findings[readme] == []
        assert (tmp_path / "code.py").as_uri() not in one.findings


@pytest.mark.slow
async def test_what_is_wanted_can_be_set_at_the_start_and_later(tmp_path: Path) -> None:
    tall = "# Usage\n\n---\n\n# Much\n\n" + "word\n\n" * 10
    async with editor({"sizes": ["80x24"], "wrong": 1, "magnify": 7}) as one:
        await one.until(lambda: bool(one.told))
        assert "there is no setting 'wrong'" in one.told[0]
        assert "magnify cannot be '7'" in one.told[0]
        uri = await opened(one, tmp_path, tall)
        await one.until(lambda: uri in one.findings)
        one.client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams({"rostra": {"sizes": ["20x6"]}})
        )
        await one.until_found(uri, "20x6")
        one.client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams({"rostra": {"findings": "none"}})
        )
        await one.until_found(uri)


async def test_completion_replaces_what_was_typed(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path)
        one.change(uri, (12, 9), (12, 9), "\n\n::: col")
        found = await one.client.text_document_completion_async(types.CompletionParams(**one.at(uri, 14, 7)))
        assert isinstance(found, types.CompletionList)
        columns = next(item for item in found.items if item.label == "columns")
        assert isinstance(columns.text_edit, types.TextEdit)
        assert columns.text_edit.range == types.Range(types.Position(14, 4), types.Position(14, 7))
        assert columns.text_edit.new_text.startswith("columns\n")
        assert "$0" in columns.text_edit.new_text
        one.change(uri, (14, 0), (14, 7), "[x](#")
        found = await one.client.text_document_completion_async(types.CompletionParams(**one.at(uri, 14, 5)))
        assert isinstance(found, types.CompletionList)
        assert {"start", "end"} <= {item.label.lstrip("#") for item in found.items}


@pytest.mark.slow
async def test_an_editor_without_snippets_completes_one_line(tmp_path: Path) -> None:
    async with editor(None, types.ClientCapabilities()) as one:
        uri = await opened(one, tmp_path)
        one.change(uri, (12, 9), (12, 9), "\n\n::: col")
        found = await one.client.text_document_completion_async(types.CompletionParams(**one.at(uri, 14, 7)))
        assert isinstance(found, types.CompletionList)
        columns = next(item for item in found.items if item.label == "columns")
        assert isinstance(columns.text_edit, types.TextEdit)
        assert columns.text_edit.new_text == "columns"


async def test_hover_says_what_a_word_does_and_shows_the_slide(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path)
        word = await one.client.text_document_hover_async(types.HoverParams(**one.at(uri, 6, 7)))
        slide = await one.client.text_document_hover_async(types.HoverParams(**one.at(uri, 12, 4)))
        assert word is not None
        assert slide is not None
        assert isinstance(word.contents, types.MarkupContent)
        assert isinstance(slide.contents, types.MarkupContent)
        assert word.contents.value.startswith("**slide**")
        assert "Second" in slide.contents.value
        assert "```text" in slide.contents.value


async def test_the_outline_and_the_folds_are_slides(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path)
        asked = types.TextDocumentIdentifier(uri)
        outline = await one.client.text_document_document_symbol_async(types.DocumentSymbolParams(asked))
        assert [entry.name for entry in outline or ()] == ["First", "Second", "Third"]
        folds = await one.client.text_document_folding_range_async(types.FoldingRangeParams(asked))
        assert {(0, 2), (12, 18), (14, 16), (22, 26)} <= {(fold.start_line, fold.end_line) for fold in folds or ()}
    async with editor(None, types.ClientCapabilities()) as one:
        uri = await opened(one, tmp_path)
        outline = await one.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        )
        assert all(isinstance(entry, types.SymbolInformation) for entry in outline or ())
        assert outline


async def test_a_link_leads_to_its_slide_and_an_include_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("# Part\n", "utf-8")
    async with editor() as one:
        uri = await opened(one, tmp_path, f"{DECK}\n---\n\n<!-- include: part.md -->\n")
        found = await one.client.text_document_definition_async(types.DefinitionParams(**one.at(uri, 8, 16)))
        assert isinstance(found, types.Location)
        assert (found.uri, found.range.start.line) == (uri, 22)
        found = await one.client.text_document_definition_async(types.DefinitionParams(**one.at(uri, 30, 16)))
        assert isinstance(found, types.Location)
        assert found.uri == (tmp_path / "part.md").as_uri()


async def test_a_slide_is_renamed_with_all_links_to_it(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path)
        at = one.at(uri, 24, 21)
        may = await one.client.text_document_prepare_rename_async(types.PrepareRenameParams(**at))
        assert isinstance(may, types.PrepareRenamePlaceholder)
        assert may.placeholder == "end"
        where = await one.client.text_document_references_async(
            types.ReferenceParams(context=types.ReferenceContext(include_declaration=True), **at)
        )
        assert {location.range.start.line for location in where or ()} == {8, 24}
        lit = await one.client.text_document_document_highlight_async(types.DocumentHighlightParams(**at))
        assert {one.range.start.line for one in lit or ()} == {8, 24}
        edit = await one.client.text_document_rename_async(types.RenameParams(new_name="close", **at))
        assert edit is not None
        assert edit.changes is not None
        renamed = edited(DECK, list(edit.changes[uri]))
        assert renamed == DECK.replace("name: end", "name: close").replace("#end", "#close")
        with pytest.raises(JsonRpcException, match="name"):
            await one.client.text_document_rename_async(types.RenameParams(new_name="x", **one.at(uri, 0, 0)))


async def chosen(one: Editor, uri: str, line: int, title: str) -> list[types.TextEdit]:
    """What an action with a title changes."""
    here = types.Range(types.Position(line, 0), types.Position(line, 0))
    context = types.CodeActionContext(one.findings.get(uri, []))
    offered = await one.client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(uri), here, context)
    )
    action = next(action for action in offered or () if title in action.title)
    if isinstance(action, types.Command):
        await one.client.workspace_execute_command_async(types.ExecuteCommandParams(action.command, action.arguments))
        await one.until(lambda: bool(one.edits))
        edit = one.edits.pop()
    else:
        resolved = action if action.edit is not None else await one.client.code_action_resolve_async(action)
        assert resolved.edit is not None
        edit = resolved.edit
    assert edit.changes is not None
    return list(edit.changes[uri])


@pytest.mark.parametrize("capabilities", [None, types.ClientCapabilities()], ids=["able", "plain"])
async def test_a_finding_is_mended_and_slides_are_changed_by_actions(
    tmp_path: Path, capabilities: types.ClientCapabilities | None
) -> None:
    how = {"capabilities": capabilities} if capabilities else {}
    async with editor(**how) as one:  # type: ignore[arg-type]
        uri = await opened(one, tmp_path, WRONG)
        await one.until_found(uri, "layuot")
        assert edited(WRONG, await chosen(one, uri, 2, "layout")) == WRONG.replace("layuot", "layout")
        assert edited(WRONG, await chosen(one, uri, 0, "down")).startswith("# Second")
        assert edited(WRONG, await chosen(one, uri, 6, "below")).count("---") == 2


async def test_formatting_changes_only_the_lines_concerned(tmp_path: Path) -> None:
    untidy = "# First\n\n* * *\n\n# Second\n\n\n\n\ntext\n"
    async with editor() as one:
        uri = await opened(one, tmp_path, untidy)
        options = types.FormattingOptions(tab_size=4, insert_spaces=True)
        edits = await one.client.text_document_formatting_async(
            types.DocumentFormattingParams(types.TextDocumentIdentifier(uri), options)
        )
        from rostra.formatting.formatted import formatted

        assert edited(untidy, list(edits or ())) == formatted(untidy, tmp_path / "talk.md") != untidy


@pytest.mark.slow
async def test_columns_are_counted_in_the_units_of_the_editor(tmp_path: Path) -> None:
    text = "# 😀 ä\n\n😀😀 [x](#nowhere) <!-- slide: {layuot: title} -->\n\n---\n\n# Second\n"
    expected = {"utf-8": 8, "utf-16": 4, "utf-32": 2}
    for encoding, column in expected.items():
        general = types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(encoding)])
        async with editor(None, types.ClientCapabilities(general=general)) as one:
            uri = await opened(one, tmp_path, text)
            found = await one.until_found(uri, "nowhere")
            link = next(one for one in found if "nowhere" in one.message)
            assert column < link.range.start.character <= column + 5, encoding
            one.change(uri, (2, column), (2, column + 13), " ")
            await one.until(lambda one=one, uri=uri: "nowhere" not in str(one.messages(uri)))  # type: ignore[misc]


@pytest.mark.slow
async def test_what_is_wrong_in_an_included_file_is_told_where_it_is_included(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("# Part\n\n<!-- slide: {layuot: title} -->\n", "utf-8")
    async with editor() as one:
        uri = await opened(one, tmp_path, "# First\n\n---\n\n<!-- include: part.md -->\n")
        found = (await one.until_found(uri, "part.md:3"))[0]
        assert found.range.start.line == 4


@pytest.mark.slow
async def test_what_another_file_lacks_is_looked_for_again_when_something_was_saved(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path, "# First\n\n---\n\n<!-- include: part.md -->\n")
        await one.until_found(uri, "part.md")
        (tmp_path / "part.md").write_text("# Part\n", "utf-8")
        one.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await one.until_found(uri)


@pytest.mark.slow
async def test_links_to_a_slide_that_has_lost_its_name_are_found_once_nothing_is_typed(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path)
        await one.until(lambda: uri in one.findings)
        one.change(uri, (24, 19), (24, 22), "close")
        await one.until_found(uri, "#end")


async def test_a_file_that_is_closed_has_no_findings(tmp_path: Path) -> None:
    async with editor() as one:
        uri = await opened(one, tmp_path, WRONG)
        await one.until_found(uri, "layuot")
        one.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await one.until_found(uri)
        assert await one.client.text_document_hover_async(types.HoverParams(**one.at(uri, 0, 1))) is None
