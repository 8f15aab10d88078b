"""Rules of our own for markdown-it: containers, notes, and listings and comments that are never closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.rules_block import StateBlock, code, fence, html_block

from rostra.reader.classes import classes_in, color_of, container_name, split_attributes
from rostra.reader.marks import mark
from rostra.reader.mistakes import MISTAKES, NEVER_CLOSED, Mistake, ended_at

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType

COLONS = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*:*[ \t]*\Z")
CONTAINER = re.compile(r"(?P<name>[A-Za-z][\w-]*|\{\.[\w-]+[^}]*\})(?:[ \t]+(?P<argument>\S.*))?\Z", re.ASCII)
"""What stands behind the colons; Pandoc's way to write a name, ``{.name}``, is as good."""
NOTES_LINE = re.compile(r"(?:[ \t]*>)*[ \t]*(?P<signs>\?{3,})(?P<text>.*?)[ \t]*\Z")
NOTES = re.compile(
    r" {0,3}(?:<!--[ \t]*\Z|(?:<!--[ \t]*|:{3,}[ \t]*(?:\{(?:[^}]*[ \t])?\.)?)(?:notes?|speaker[-_]?notes?)\b)",
    re.IGNORECASE,
)
"""A line that begins notes; a comment whose text begins in the next line may be some."""
NOTES_WITHIN = re.compile(r".*?<!--[ \t]*(?:notes?|speaker[-_]?notes?)\b", re.IGNORECASE)
SLIDE_END = "slide end"
"""In the options of a parser: how a line begins that ends a slide in the dialect."""
# What rules say in the environment of a parse, or are told there.
STRICT = "closed within slides"
"""No listing goes on behind the end of its slide."""
CROSSING = "crossing"
"""Some listing holds a line that would end its slide or begin notes."""
Rule = Callable[[StateBlock, int, int, bool], bool]


def add_rules(md: MarkdownIt) -> None:
    """Let a parser know containers and notes, and guard it against what is never closed."""
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "container", container, interrupts)
    md.block.ruler.before("code", "notes_line", notes_line, interrupts)
    md.block.ruler.at("code", code_without_notes)
    md.block.ruler.at("fence", closed_fence, interrupts)
    md.block.ruler.at("html_block", closed_html, {"alt": ["paragraph", "reference", "blockquote"]})


# -- notes ------------------------------------------------------------------------------------------------------


def notes_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``???`` at the beginning of a line: the rest of the slide is notes, whatever block the line stands in."""
    found = _notes_at(state, start)
    if found is None:
        return False
    if not silent:
        token = mark("rest_is_notes", found["text"], (start, start + 1), state.level)
        token.markup = found["signs"]
        state.tokens.append(token)
        state.line = start + 1
    return True


def _notes_at(state: StateBlock, line: int) -> re.Match[str] | None:
    """What a line of question marks says, None for another line."""
    begin = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("???", begin):
        return None
    whole = state.src[state.src.rfind("\n", 0, begin) + 1 : state.eMarks[line]]
    return NOTES_LINE.match(whole)


def _first(state: StateBlock, start: int, end: int, *patterns: re.Pattern[str]) -> int:
    """The first line from ``start`` on that begins like one of the patterns, or that begins notes; else ``end``."""
    for line in range(start, end):
        if _notes_at(state, line) or any(p.match(state.src, state.bMarks[line], state.eMarks[line]) for p in patterns):
            return line
    return end


def _slide_end(state: StateBlock) -> re.Pattern[str]:
    pattern: re.Pattern[str] = state.md.options[SLIDE_END]
    return pattern


def _crosses(state: StateBlock, listing: str) -> bool:
    """Whether some line of a listing would end its slide or begin notes, if the listing were not there."""
    return any(
        _slide_end(state).match(line) or NOTES.match(line) or NOTES_LINE.match(line)
        for line in listing.split("\n")
        if line.lstrip()[:1] in "-*_<:?=>"
    )


def _note(state: StateBlock, line: int, message: str, about: str, *, breaks: bool = False, hint: str = "") -> None:
    """Note something for the author of the deck."""
    state.env.setdefault(MISTAKES, []).append(Mistake(line, message, about, breaks, hint))


# -- what is never closed ---------------------------------------------------------------------------------------


def code_without_notes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Indented code, but no line of it may begin notes: those are rather text that was moved too far to the right."""
    count = len(state.tokens)
    if not code(state, start, end, silent) or silent:
        return False
    lines = state.tokens[-1].content.split("\n")
    if any(NOTES_LINE.match(line) or NOTES.match(line.lstrip()) or NOTES_WITHIN.match(line) for line in lines):
        del state.tokens[count:]
        state.line = start
        return False
    return True


def closed_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A listing as CommonMark has it; one that is never closed ends with its slide, or where notes begin.

    Otherwise it would show the notes of its slide, and swallow those that follow.
    """
    if silent:
        return fence(state, start, end, True)
    before = _Before(len(state.tokens), state.level)
    if not fence(state, start, end, False):
        return False
    token = state.tokens[-1]
    last = token.map[1] if token.map else end
    closed = last - 1 > start and _closes(_line(state, last - 1), token.markup)
    if not closed or STRICT in state.env or token.markup in token.content:
        limit = _first(state, start + 1, last - closed, _slide_end(state), NOTES, NOTES_WITHIN)
        strict = not closed or STRICT in state.env
        if limit < last - closed and (strict or _opens_again(state, limit, last - 1, token.markup)):
            _again(fence, state, start, limit, before)
            closed = False
    if not closed:
        message = f"this listing is never closed by a line of {token.markup}"
        _note(state, start, message, token.markup, breaks=True, hint=ended_at(state.line, token.markup))
    elif CROSSING not in state.env and _crosses(state, token.content):
        state.env[CROSSING] = True
    return True


class _Before(NamedTuple):
    """How far a parse had come when a rule began."""

    tokens: int
    level: int


def _again(rule: Rule, state: StateBlock, start: int, limit: int, before: _Before) -> None:
    """Let a rule take a block once more, but no further than a line."""
    del state.tokens[before.tokens :]
    state.level = before.level
    rule(state, start, limit, False)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]]


def _closes(line: str, markup: str) -> bool:
    return line.strip().startswith(markup) and not line.strip().strip(markup[0])


def _opens_again(state: StateBlock, start: int, end: int, markup: str) -> bool:
    """Whether a listing begins between two lines by a fence like the one that is open: then that was never closed."""
    again = re.compile(rf" {{0,3}}{markup}{markup[0]}*[ \t]*[^\s{markup[0]}]")
    return any(again.match(_line(state, line)) for line in range(start, end))


def closed_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """HTML as CommonMark has it, but notes end it; a comment that is never closed ends with its slide."""
    if silent:
        return html_block(state, start, end, True)
    before = _Before(len(state.tokens), state.level)
    if not html_block(state, start, end, False):
        return False
    token = state.tokens[-1]
    last = token.map[1] if token.map else end
    is_comment = token.content.lstrip().startswith("<!--")
    closed = not is_comment or _is_closed(token.content)
    if last > start + 1:
        limit = _first(state, start + 1, last, _slide_end(state) if is_comment else NOTES)
        opened = token.content.rfind("<!--")
        swallowed = is_comment and opened > 0 and limit < start + token.content.count("\n", 0, opened)
        if limit < last and (not is_comment or not closed or swallowed):
            _again(html_block, state, start, limit, before)
            closed = closed and not swallowed
        if not is_comment and not token.content.startswith("<pre"):
            _note_rules(state, start + 1, state.line)
    cut = not closed and state.line < end and state.sCount[state.line] < state.blkIndent
    if not closed and not cut:
        _note(state, start, NEVER_CLOSED, "<!--", breaks=True, hint=ended_at(state.line, "-->"))
    state.tokens[-1].meta["cut"] = cut
    return True


def _note_rules(state: StateBlock, start: int, end: int) -> None:
    """Note each line among those of HTML that would end a slide elsewhere."""
    for line in range(start, end):
        written = _line(state, line)
        if _slide_end(state).match(written) and not written.lstrip().startswith("<"):
            message = "right below HTML this is text of it, and ends no slide: put a blank line between"
            _note(state, line, message, written.strip())


def _is_closed(comment: str) -> bool:
    return "-->" in comment or comment.lstrip().startswith(("<!-->", "<!--->"))


# -- containers -------------------------------------------------------------------------------------------------


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``::: name argument`` up to its ``:::``, nested to any depth; fences of equal length nest by counting."""
    # Four blanks before it make no code of it: the rule for code, which comes first, would have taken it.
    opening = _colons(state, start, indented=True)
    if opening is None or not (found := CONTAINER.match(opening[1])):
        return False
    if silent:
        return True
    last, closed = _closing_line(state, start, end)
    token = state.push("container_open", "div", 1)
    argument, classes = split_attributes(found["argument"] or "")
    name = found["name"].lower()
    if name.startswith("{"):
        classes = [*classes_in(name), *classes]
        name = container_name(classes)
    token.info, token.meta = (
        name,
        {"argument": argument, "closed": closed, "color": color_of(classes), "classes": classes},
    )
    token.map = [start, last]
    line_max, parent, state.lineMax, state.parentType = state.lineMax, state.parentType, last, "container"
    state.md.block.tokenize(state, start + 1, last)
    state.push("container_close", "div", -1)
    state.lineMax, state.parentType = line_max, parent
    state.line = min(last + (closed and _notes_at(state, last) is None), end)
    return True


def _colons(state: StateBlock, line: int, *, indented: bool = False) -> tuple[int, str] | None:
    """The length and the words of a ``:::`` line, None for another line, and for code unless it may be indented."""
    begin = state.bMarks[line] + state.tShift[line]
    if (state.is_code_block(line) and not indented) or not state.src.startswith(":::", begin):
        return None
    found = COLONS.match(state.src[begin : state.eMarks[line]])
    return (len(found[1]), found[2]) if found else None


def _closing_line(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """The line that ends the container opened at ``start``, and whether it closes it.

    Notes end every container. One that is never closed ends with its slide, or with the block that it is in.
    """
    depth, listing = 1, ""
    slide_ends: list[int] = []
    for line in range(start + 1, end):
        begin = state.bMarks[line] + state.tShift[line]
        if state.sCount[line] < state.blkIndent and begin < state.eMarks[line]:
            return line, False
        words = state.src[begin : state.eMarks[line]]
        if listing:
            if _closes(words, listing):
                listing = ""
        elif words.startswith(("```", "~~~")):
            marker = words[: len(words) - len(words.lstrip(words[0]))]
            listing = marker if words[0] == "~" or "`" not in words[len(marker) :] else ""
        elif _notes_at(state, line):
            # Those of a slide behind its own are not meant. Dashes right below text may be a heading in it.
            parted = next((at for at in slide_ends if state.isEmpty(at - 1)), 0)
            return (parted, False) if parted else (line, True)
        elif _slide_end(state).match(state.src, state.bMarks[line], state.eMarks[line]):
            slide_ends.append(line)
        elif colons := _colons(state, line, indented=state.is_code_block(start)):
            depth += 1 if CONTAINER.match(colons[1]) else -1 if not colons[1] else 0
            if not depth:
                return line, True
    if listing:
        return _first(state, start + 1, end, _slide_end(state)), False
    return slide_ends[0] if slide_ends else end, False
