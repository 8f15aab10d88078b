"""The language server of one editor: its files, its settings, and where its cursor is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from rostra import __version__
from rostra.language.actions import Action
from rostra.language.document import Document
from rostra.lsp.answers import member
from rostra.lsp.files import Files
from rostra.lsp.following import CursorLink
from rostra.lsp.open_file import OpenFile
from rostra.lsp.preferences import read_preferences
from rostra.lsp.protocol import Protocol
from rostra.lsp.text import Encoding
from rostra.safety import safe_line

CURSOR = "rostra/cursor"
"""A notification of our own for editors that can be taught to send it: where the cursor is."""
FOLLOW = "rostra.follow"
"""The same as a command."""

REMEMBERED = 200
"""Actions that were offered earlier and may still be chosen."""

At = tuple[OpenFile, Document, int, int]
"""A file, the deck, and the place in it."""


class Server(LanguageServer):
    """One editor's server; ``folder`` is where talks are met that follow its cursor, empty for the usual one."""

    def __init__(self, folder: str = "") -> None:
        super().__init__("rostra", __version__, protocol_cls=Protocol)
        self.files = Files(self.publish)
        self.cursor = CursorLink(folder)
        self._offered: dict[int, Action] = {}
        from rostra.lsp.requests import ACT, REQUESTS

        for name, hear in NOTIFICATIONS.items():
            self.feature(name)(hear)
        for request in REQUESTS:
            self.feature(request.name, request.options)(request.answer)
        self.command(FOLLOW)(_follow)
        self.command(ACT)(_act)

    def publish(self, file: OpenFile, found: list[types.Diagnostic]) -> None:
        """Say what is wrong with a file."""
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=file.uri, diagnostics=found, version=file.version)
        )

    def tell(self, message: str) -> None:
        """Tell the person something that no answer has room for."""
        params = types.ShowMessageParams(types.MessageType.Warning, f"rostra: {safe_line(message)}")
        self.window_show_message(params)

    def place(self, params: Any) -> At | None:
        """The place that a request is about; None when it is in none of our files."""
        file = self.files.get(params.text_document.uri)
        document = file.document if file is not None else None
        if file is None or document is None:
            return None
        return file, document, *file.read(params.position)

    def offer(self, found: Sequence[Action]) -> list[int]:
        """Remember what is offered, so that what is chosen can be done; returns a number for each."""
        first = max(self._offered, default=-1) + 1
        kept = list(self._offered.items())[-REMEMBERED:]
        self._offered = dict([*kept, *enumerate(found, first)])
        return list(range(first, first + len(found)))

    def offered(self, number: object) -> Action | None:
        """What was offered by a number; None when that is long ago."""
        return self._offered.get(number) if isinstance(number, int) else None

    def prefer(self, given: Any) -> None:
        """Take up an editor's settings."""
        preferences, wrong = read_preferences(given)
        if wrong:
            self.tell("; ".join(wrong))
        if preferences != self.files.preferences:
            self.files.prefer(preferences)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Say nothing on the screen of what fails between two keys; editors have a log for it."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"rostra: {safe_line(str(error))}"))


# -- files --------------------------------------------------------------------------------------------------------


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.files.encoding = cast("Encoding", str(ls.workspace.position_encoding or "utf-16"))
    ls.prefer(params.initialization_options)


def _settings(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    if isinstance(params.settings, dict) and params.settings:
        ls.prefer(params.settings)


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.files.open(params.text_document)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    file = ls.files.change(params.text_document.uri, params.text_document.version, list(params.content_changes))
    if file is not None:
        ls.cursor.at(file, file.line)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    ls.files.saved()
    if (file := ls.files.get(params.text_document.uri)) is not None:
        ls.cursor.saved(file)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    file = ls.files.get(params.text_document.uri)
    if file is not None:
        ls.files.close(file.uri)
        ls.cursor.closed(file)
        ls.publish(file, [])


# -- the cursor ---------------------------------------------------------------------------------------------------


def _cursor(ls: Server, params: Any) -> None:
    """Where the cursor is, in a notification of our own."""
    uri, position = member(member(params, "textDocument"), "uri") or member(params, "uri"), member(params, "position")
    line, character = member(position, "line"), member(position, "character")
    file = ls.files.get(uri) if isinstance(uri, str) else None
    if file is not None and isinstance(line, int):
        at = types.Position(max(0, line), max(0, character) if isinstance(character, int) else 0)
        ls.cursor.at(file, file.read(at)[0])


def _follow(ls: Server, *arguments: Any) -> dict[str, int]:
    """The same as a command: ``[{uri, position}]`` or ``[uri, line]``; says how many talks follow."""
    first = arguments[0] if arguments else None
    if isinstance(first, str) and len(arguments) > 1:
        first = {"uri": first, "position": {"line": arguments[1]}}
    _cursor(ls, first)
    return {"talks": ls.cursor.talks}


def _act(ls: Server, *arguments: Any) -> None:
    """Do what was chosen, in an editor that could not ask what it changes."""
    from rostra.lsp.requests import resolve

    action = resolve(ls, types.CodeAction("", data=arguments[0] if arguments else None))
    if action.edit is not None:
        ls.workspace_apply_edit(types.ApplyWorkspaceEditParams(action.edit))


NOTIFICATIONS: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialize,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _settings,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    CURSOR: _cursor,
}
