"""What an editor asks, answered from the language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from rostra.errors import UserError
from rostra.language.actions import actions
from rostra.language.completion import TRIGGERS, completions
from rostra.language.definition import definition, name_at, references, rename
from rostra.language.hover import hover
from rostra.language.outline import folds, outline
from rostra.lsp import answers
from rostra.safety import safe, safe_line

if TYPE_CHECKING:
    from rostra.lsp.server import Server

Asked = TypeVar("Asked")
ACT = "rostra.act"
"""The command by which an action is done in editors that cannot ask what it changes."""


class Request(NamedTuple):
    """Something that can be asked for."""

    name: str
    answer: Callable[..., Any]
    options: Any = None
    """What an editor is told of it."""
    gives: str = ""
    """What a person gets, for the documentation: a word, a colon, and what it is. Empty for part of another one."""


def _highlight(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    """Where else the name under the cursor stands; most editors ask whenever the cursor rests."""
    at = ls.place(params)
    if at is None:
        return []
    file, document, line, column = at
    ls.cursor.at(file, line)
    if name_at(document, line, column) is None:
        return []
    return [types.DocumentHighlight(answers.mention(file, one)) for one in references(document, line, column)]


def _complete(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    at = ls.place(params)
    if at is None:
        return types.CompletionList(is_incomplete=False, items=[])
    file, document, line, column = at
    ls.cursor.at(file, line)
    can = answers.has(ls.client_capabilities, "text_document.completion.completion_item.snippet_support")
    items = [
        answers.completion_item(file, line, column, number, one, snippets=bool(can))
        for number, one in enumerate(completions(document, line, column))
    ]
    return types.CompletionList(is_incomplete=bool(items), items=items)


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    at = ls.place(params)
    found = hover(*at[1:]) if at is not None else None
    if at is None or found is None:
        return None
    kinds = answers.has(ls.client_capabilities, "text_document.hover.content_format") or []
    is_plain = bool(kinds) and types.MarkupKind.Markdown not in kinds
    kind = types.MarkupKind.PlainText if is_plain else types.MarkupKind.Markdown
    return types.Hover(types.MarkupContent(kind, safe(found.text)), at[0].range(at[2], found.start, at[2], found.end))


def _symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> Sequence[types.DocumentSymbol] | Sequence[types.SymbolInformation]:
    file = ls.files.get(params.text_document.uri)
    if file is None or file.document is None:
        return []
    found = answers.symbols(file, outline(file.document))
    path = "text_document.document_symbol.hierarchical_document_symbol_support"
    return found if answers.has(ls.client_capabilities, path) else answers.flat(file.uri, found)


def _folding(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    file = ls.files.get(params.text_document.uri)
    if file is None or file.document is None:
        return []
    return [answers.folding_range(file, one) for one in folds(file.document)]


def _definition(ls: Server, params: types.DefinitionParams) -> types.Location | None:
    at = ls.place(params)
    found = definition(*at[1:]) if at is not None else None
    if at is None or found is None:
        return None
    if found.path.absolute() == at[0].path.absolute():
        start = at[0].position(found.line, found.column)
        return types.Location(at[0].uri, types.Range(start, start))
    start = types.Position(found.line, found.column)
    return types.Location(found.path.absolute().as_uri(), types.Range(start, start))


def _references(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
    at = ls.place(params)
    if at is None:
        return []
    return [types.Location(at[0].uri, answers.mention(at[0], one)) for one in references(*at[1:])]


def _may_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    at = ls.place(params)
    found = name_at(*at[1:]) if at is not None else None
    if at is None or found is None:
        return None
    return types.PrepareRenamePlaceholder(answers.mention(at[0], found[1]), found[0])


def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    at = ls.place(params)
    if at is None:
        return None
    edits = _or_told(lambda: rename(*at[1:], params.new_name))
    return types.WorkspaceEdit(changes={at[0].uri: at[0].edits(edits)})


def _actions(ls: Server, params: types.CodeActionParams) -> Sequence[types.CodeAction | types.Command]:
    file = ls.files.get(params.text_document.uri)
    if file is None or file.document is None:
        return []
    first, last = file.read(params.range.start)[0], file.read(params.range.end)[0]
    ls.cursor.at(file, first)
    found = actions(file.document, first, last + 1)
    offered = answers.code_actions(file, zip(ls.offer(found), found, strict=True), params.context.diagnostics)
    wanted = [str(kind) for kind in params.context.only or ()]
    kept = [one for one in offered if not wanted or any(str(one.kind).startswith(kind) for kind in wanted)]
    can_ask = answers.has(ls.client_capabilities, "text_document.code_action.resolve_support") is not None
    return kept if can_ask else [_ready(ls, one) for one in kept]


def resolve(ls: Server, action: types.CodeAction) -> types.CodeAction:
    """Find out what an action changes, which for some takes long."""
    offered = ls.offered(answers.member(action.data, "number"))
    file = ls.files.get(str(answers.member(action.data, "uri")))
    if file is None or offered is None or file.version != answers.member(action.data, "version"):
        return action
    action.edit = types.WorkspaceEdit(changes={file.uri: file.edits(_or_told(lambda: offered.edits))})
    return action


def _ready(ls: Server, action: types.CodeAction) -> types.CodeAction | types.Command:
    """An action for an editor that will not ask what it changes: that is found out now, or when it is chosen."""
    if action.kind == types.CodeActionKind.QuickFix:
        return resolve(ls, action)
    return types.Command(action.title, ACT, arguments=[action.data])


def _format(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    from rostra.formatting.formatted import formatted

    file = ls.files.get(params.text_document.uri)
    if file is None or file.is_too_large:
        return None
    text = file.text.whole
    made = _or_told(lambda: formatted(text, file.path))
    return answers.changed_lines(text.split("\n"), made.split("\n"), file.text.end)


def _or_told(asked: Callable[[], Asked]) -> Asked:
    """What was asked for, or an error for the person who did."""
    try:
        return asked()
    except UserError as error:
        raise JsonRpcInvalidParams(safe_line(str(error))) from error


REQUESTS = (
    Request(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, _highlight),
    Request(
        types.TEXT_DOCUMENT_COMPLETION,
        _complete,
        types.CompletionOptions(trigger_characters=list(TRIGGERS), resolve_provider=False),
        "completion: directives, their settings and values, containers, layouts, themes, colours, languages, names of "
        "slides, paths, emoji",
    ),
    Request(
        types.TEXT_DOCUMENT_HOVER,
        _hover,
        gives="hover: what a directive, setting or container does; elsewhere the slide as it will look",
    ),
    Request(
        types.TEXT_DOCUMENT_DOCUMENT_SYMBOL,
        _symbols,
        types.DocumentSymbolOptions(label="slides"),
        "outline: the slides",
    ),
    Request(types.TEXT_DOCUMENT_FOLDING_RANGE, _folding, gives="folding: slides, and within them notes and listings"),
    Request(
        types.TEXT_DOCUMENT_DEFINITION,
        _definition,
        gives="definition: from a link to its slide, from an include to its file",
    ),
    Request(types.TEXT_DOCUMENT_REFERENCES, _references, gives="references: all links to a slide"),
    Request(types.TEXT_DOCUMENT_PREPARE_RENAME, _may_rename),
    Request(types.TEXT_DOCUMENT_RENAME, _rename, gives="rename: a slide's name, with all links to it"),
    Request(
        types.TEXT_DOCUMENT_CODE_ACTION,
        _actions,
        types.CodeActionOptions(
            code_action_kinds=[types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite],
            resolve_provider=True,
        ),
        "actions: mend a finding; new slide below, split here, duplicate, hide, move up and down",
    ),
    Request(types.CODE_ACTION_RESOLVE, resolve),
    Request(types.TEXT_DOCUMENT_FORMATTING, _format, gives="formatting: what `rostra fmt` writes"),
)
