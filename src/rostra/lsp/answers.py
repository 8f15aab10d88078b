"""What the language knows, as the protocol says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

from lsprotocol import types

from rostra.check.rules import STRICT
from rostra.errors import Problem
from rostra.language.actions import Action
from rostra.language.completion import Completion
from rostra.language.definition import Mention
from rostra.language.includes import INCLUDE
from rostra.language.outline import Entry, Fold
from rostra.lsp.open_file import OpenFile
from rostra.safety import safe

OURS = "rostra"
LONG = 2**31 - 1
"""A column behind the end of any line."""
KINDS = {
    "directive": types.CompletionItemKind.Keyword,
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.Value,
    "container": types.CompletionItemKind.Class,
    "layout": types.CompletionItemKind.EnumMember,
    "theme": types.CompletionItemKind.EnumMember,
    "color": types.CompletionItemKind.Color,
    "language": types.CompletionItemKind.Module,
    "slide": types.CompletionItemKind.Reference,
    "path": types.CompletionItemKind.File,
    "emoji": types.CompletionItemKind.Text,
    "check": types.CompletionItemKind.EnumMember,
}
ACTIONS = {"quickfix": types.CodeActionKind.QuickFix, "refactor": types.CodeActionKind.RefactorRewrite}


def has(client: types.ClientCapabilities, path: str) -> Any:
    """What a client says that it can do; None where it says nothing."""
    found: Any = client
    for name in path.split("."):
        found = getattr(found, name, None)
    return found


def member(value: Any, name: str) -> Any:
    """A member of what came without a type of its own; None where there is none."""
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


# -- findings -----------------------------------------------------------------------------------------------------


def diagnostic(file: OpenFile, problem: Problem) -> types.Diagnostic:
    """A problem; one of another file is shown where that is included."""
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    document = file.document
    assert document is not None
    line, start, end = problem.line - 1, problem.column - 1, problem.column - 1 + problem.width
    if problem.file != document.name:
        line, start, end = _include_of(document.lines, problem.file)
        message = f"{problem.file}:{problem.line}: {message}"
    elif not problem.line or not problem.column:
        line = max(0, min(line, len(document.lines) - 1))
        written = document.lines[line]
        start, end = len(written) - len(written.lstrip()), len(written.rstrip())
    return types.Diagnostic(
        file.range(line, start, line, max(start, end)),
        safe(message),
        severity=_severity(problem),
        code=problem.rule or None,
        source=OURS,
    )


def _include_of(lines: Sequence[str], file: str) -> tuple[int, int, int]:
    """The line and the columns at which a file is included."""
    for number, line in enumerate(lines):
        for found in INCLUDE.finditer(line):
            if file.replace("\\", "/").endswith(found["path"].removeprefix("./")):
                return number, found.start(), found.end()
    return 0, 0, 0


def _severity(problem: Problem) -> types.DiagnosticSeverity:
    if problem.breaks:
        return types.DiagnosticSeverity.Error
    return types.DiagnosticSeverity.Information if problem.rule in STRICT else types.DiagnosticSeverity.Warning


# -- completion ---------------------------------------------------------------------------------------------------


def completion_item(
    file: OpenFile, line: int, column: int, number: int, found: Completion, *, snippets: bool
) -> types.CompletionItem:
    """Something that can be written at a place, in the order in which it was offered.

    An editor without snippets gets one line: some of them cannot insert several.
    """
    return types.CompletionItem(
        found.label,
        kind=KINDS[found.kind],
        detail=found.about or None,
        sort_text=f"{number:04}",
        filter_text=found.text.split("\n")[0] if found.kind != "emoji" else found.label,
        text_edit=types.TextEdit(file.range(line, found.start, line, column), _text(found, snippets=snippets)),
        insert_text_format=types.InsertTextFormat.Snippet if snippets else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AsIs,
    )


def _text(found: Completion, *, snippets: bool) -> str:
    if not snippets:
        return found.text.partition("\n")[0]
    at = len(found.text) if found.cursor is None else found.cursor
    return f"{_escaped(found.text[:at])}$0{_escaped(found.text[at:])}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


# -- slides -------------------------------------------------------------------------------------------------------


def symbols(file: OpenFile, entries: Iterable[Entry]) -> list[types.DocumentSymbol]:
    """The slides, those of a section below the slide that begins it."""
    found: list[types.DocumentSymbol] = []
    for entry in entries:
        whole = file.range(entry.first, 0, entry.end - 1, _length(file, entry.end - 1))
        symbol = types.DocumentSymbol(
            name=entry.name or "(untitled)",
            kind=types.SymbolKind.String if entry.level else types.SymbolKind.Namespace,
            range=whole,
            selection_range=file.range(entry.first, 0, entry.first, _length(file, entry.first)),
            detail=entry.detail or None,
            children=[],
        )
        if entry.level and found:
            found[-1].children = [*(found[-1].children or ()), symbol]
            found[-1].range.end = symbol.range.end
        else:
            found.append(symbol)
    return found


def flat(uri: str, found: Iterable[types.DocumentSymbol], within: str | None = None) -> list[types.SymbolInformation]:
    """The same for clients that know no symbols within others."""
    made: list[types.SymbolInformation] = []
    for one in found:
        made.append(types.SymbolInformation(types.Location(uri, one.range), one.name, one.kind, container_name=within))
        made += flat(uri, one.children or (), one.name)
    return made


def _length(file: OpenFile, line: int) -> int:
    document = file.document
    return len(document.lines[line]) if document is not None and 0 <= line < len(document.lines) else 0


def folding_range(file: OpenFile, fold: Fold) -> types.FoldingRange:
    """Lines that can be folded."""
    is_comment = fold.kind in ("notes", "comment")
    kind = types.FoldingRangeKind.Comment if is_comment else types.FoldingRangeKind.Region
    return types.FoldingRange(file.position(fold.first, 0).line, file.position(fold.last, 0).line, kind=kind)


def mention(file: OpenFile, found: Mention) -> types.Range:
    """Where a name stands."""
    return file.range(found.line, found.start, found.line, found.end)


def code_actions(
    file: OpenFile, found: Iterable[tuple[int, Action]], diagnostics: Sequence[types.Diagnostic]
) -> list[types.CodeAction]:
    """What can be done, by numbers; what it changes is found out when it is chosen. A problem's first is its best."""
    offered, mended = [], set()
    for number, one in found:
        about = [one.problem] if one.problem is not None else []
        preferred = bool(about) and about[0] not in mended
        mended.update(about)
        offered.append(
            types.CodeAction(
                one.title,
                kind=ACTIONS[one.kind],
                diagnostics=[told for told in diagnostics for it in about if told.message.startswith(it.message)]
                or None,
                is_preferred=preferred or None,
                data={"uri": file.uri, "version": file.version, "number": number},
            )
        )
    return offered


def changed_lines(old: Sequence[str], new: Sequence[str], end: str) -> list[types.TextEdit]:
    """What makes one text of another, both in lines; what lies between changes stays as it is."""
    edits = []
    for kind, first, last, start, stop in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            continue
        text = "".join(f"{line}{end}" for line in new[start:stop])
        begin, behind = types.Position(first, 0), types.Position(last, 0)
        if last == len(old):  # there is no line behind it
            text = text.removesuffix(end)
            behind = types.Position(last - 1, LONG) if last > first else begin
        edits.append(types.TextEdit(types.Range(begin, behind), text))
    return edits
