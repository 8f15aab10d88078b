"""The Markdown that decks are written in: CommonMark, GFM, and marks of our own, as markdown-it rules."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.token import Token

FENCE = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*:*[ \t]*\Z")
CONTAINER = re.compile(r"(?P<name>[A-Za-z][\w-]*)(?:[ \t]+(?P<argument>\S.*))?\Z", re.ASCII)
NOTES_LINE = "???"


@cache
def parser() -> MarkdownIt:
    """The one parser of native decks."""
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    options = {"tasklists": True, "alerts": True, "strikethrough_single_tilde": True}
    md = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    md.use(deflist_plugin).use(gfm_autolink_plugin).use(superscript_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.inline.ruler.before("strikethrough", "subscript_after_a_letter", subscript_after_a_letter)
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "container", container, interrupts)
    md.block.ruler.before("fence", "notes_line", notes_line, interrupts)
    return md


def parse_blocks(text: str, env: dict[str, object]) -> list[Token]:
    """The block tokens of a text; inline tokens keep their source unparsed. References are added to ``env``."""
    tokens: list[Token] = []
    parser().block.parse(text, parser(), env, tokens)
    return tokens


def parse_inline(text: str, env: dict[str, object]) -> list[Token]:
    """The tokens of a run of text."""
    tokens: list[Token] = []
    parser().inline.parse(text, parser(), env, tokens)
    return tokens


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``::: name argument`` up to its ``:::``, nested to any depth; fences of equal length nest by counting."""
    opening = _fence(state, start)
    if opening is None or not (found := CONTAINER.match(opening[1])):
        return False
    if silent:
        return True
    last = _closing_line(state, start, end)
    token = state.push("container_open", "div", 1)
    token.info, token.meta = found["name"].lower(), {"argument": found["argument"] or ""}
    token.map = [start, last]
    line_max, parent, state.lineMax, state.parentType = state.lineMax, state.parentType, last, "container"
    state.md.block.tokenize(state, start + 1, last)
    state.push("container_close", "div", -1)
    state.lineMax, state.parentType = line_max, parent
    state.line = min(last + 1, end)
    token.meta["closed"] = last < end
    return True


def _fence(state: StateBlock, line: int) -> tuple[int, str] | None:
    """The length and the words of a ``:::`` line, None for another line."""
    begin = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or not state.src.startswith(":::", begin):
        return None
    found = FENCE.match(state.src[begin : state.eMarks[line]])
    return (len(found[1]), found[2]) if found else None


def _closing_line(state: StateBlock, start: int, end: int) -> int:
    """The line that closes the container opened at ``start``; the end of the parent when none does."""
    depth, listing = 1, ""
    for line in range(start + 1, end):
        begin = state.bMarks[line] + state.tShift[line]
        if state.sCount[line] < state.blkIndent and begin < state.eMarks[line]:
            return line
        words = state.src[begin : state.eMarks[line]]
        if listing:
            if words.startswith(listing) and not words.strip(listing[0] + " \t"):
                listing = ""
        elif words.startswith(("```", "~~~")):
            marker = words[: len(words) - len(words.lstrip(words[0]))]
            listing = marker if words[0] == "~" or "`" not in words[len(marker) :] else ""
        elif fence := _fence(state, line):
            depth += 1 if CONTAINER.match(fence[1]) else -1 if not fence[1] else 0
            if not depth:
                return line
    return end


def notes_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``???`` alone on a line outside everything: the rest of the slide is notes."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.level or state.src[begin : state.eMarks[start]].rstrip() != NOTES_LINE or state.is_code_block(start):
        return False
    if not silent:
        state.push("notes_line", "", 0).map = [start, start + 1]
        state.line = start + 1
    return True


def subscript_after_a_letter(state: StateInline, silent: bool) -> bool:
    """``H~2~O``; a single tilde that does not follow a letter or digit is GFM's strikethrough."""
    from mdit_py_plugins.subscript import tokenize

    before = state.src[state.pos - 1] if state.pos else " "
    return before.isalnum() and state.src[state.pos : state.pos + 2] != "~~" and tokenize(state, silent)
