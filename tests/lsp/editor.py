"""An editor without a screen: a real client of the language server, which runs as a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 30.0
ABLE = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
        completion=types.CompletionClientCapabilities(
            completion_item=types.ClientCompletionItemOptions(snippet_support=True)
        ),
        rename=types.RenameClientCapabilities(prepare_support=True),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        code_action=types.CodeActionClientCapabilities(
            resolve_support=types.ClientCodeActionResolveOptions(properties=["edit"])
        ),
    )
)


class Editor:
    """A client, the findings that it was told, and the files that it has open."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.findings: dict[str, list[types.Diagnostic]] = {}
        self.told: list[str] = []
        self.edits: list[types.WorkspaceEdit] = []
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self._news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.findings[params.uri] = list(params.diagnostics)
            self._news.set()

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def shown(params: types.ShowMessageParams) -> None:
            self.told.append(params.message)
            self._news.set()

        @self.client.feature(types.WORKSPACE_APPLY_EDIT)  # type: ignore[untyped-decorator]
        def applied(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.edits.append(params.edit)
            self._news.set()
            return types.ApplyWorkspaceEditResult(applied=True)

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._news.clear()
                await self._news.wait()

    async def open(self, path: Path, text: str, language: str = "markdown") -> str:
        uri = path.as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [
                    types.TextDocumentContentChangePartial(
                        types.Range(types.Position(*start), types.Position(*end)), text
                    )
                ],
            )
        )

    def replace(self, uri: str, text: str) -> None:
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def messages(self, uri: str) -> list[str]:
        return [one.message for one in self.findings.get(uri, [])]

    async def until_found(self, uri: str, *parts: str) -> list[types.Diagnostic]:
        """Wait until there is a finding with each of some texts, or none at all when none are given."""

        def found() -> bool:
            told = self.findings.get(uri)
            if told is None:
                return False
            return all(any(part in one.message for one in told) for part in parts) if parts else not told

        await self.until(found)
        return self.findings[uri]

    def at(self, uri: str, line: int, column: int) -> dict[str, Any]:
        """The place that most requests are about."""
        return {"text_document": types.TextDocumentIdentifier(uri), "position": types.Position(line, column)}


def edited(text: str, edits: list[types.TextEdit]) -> str:
    """A text of lines that end in newlines, of ASCII, with edits made."""
    lines = text.split("\n")
    begins = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines) + 1)]

    def offset(position: types.Position) -> int:
        if position.line >= len(lines):
            return len(text)
        return begins[position.line] + min(position.character, len(lines[position.line]))

    for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


@asynccontextmanager
async def editor(
    options: Mapping[str, Any] | None = None, capabilities: types.ClientCapabilities = ABLE, *arguments: str
) -> AsyncIterator[Editor]:
    """An editor whose server has started."""
    one, ended = Editor(), False
    await one.client.start_io(sys.executable, "-m", "rostra", "lsp", *arguments, env={**os.environ})
    try:
        async with asyncio.timeout(PATIENCE):
            await one.client.initialize_async(
                types.InitializeParams(capabilities, initialization_options=dict(options) if options else None)
            )
        one.client.initialized(types.InitializedParams())
        yield one
        ended = True
        async with asyncio.timeout(PATIENCE):
            await one.client.shutdown_async(None)
        one.client.exit(None)
    finally:
        server = one.client._server
        assert server is not None
        if server.returncode is None and not one.client.stopped:
            with suppress(TimeoutError):
                async with asyncio.timeout(5 if ended else 0):
                    await server.wait()
        if server.returncode is None:
            server.kill()
        await one.client.stop()  # type: ignore[no-untyped-call]
