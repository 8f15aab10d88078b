"""The Markdown that decks are written in, as parsers of markdown-it: CommonMark, GFM, and what a dialect adds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from rostra.reader.block_rules import SLIDE_END, add_rules
from rostra.reader.classes import classed_words

if TYPE_CHECKING:
    from markdown_it.token import Token as Token  # also for those who take tokens from here

    from rostra.reader.dialects.dialect import Dialect

Environment = dict[str, Any]
"""What markdown-it keeps while it parses: link definitions, footnotes."""
MOST_BRACKETS = 1000


@cache
def parser(dialect: Dialect) -> MarkdownIt:
    """The one parser of a dialect."""
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    options = {"tasklists": True, "alerts": True, "strikethrough_single_tilde": True, SLIDE_END: dialect.slide_end}
    md = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    md.use(deflist_plugin).use(gfm_autolink_plugin).use(superscript_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.inline.ruler.before("strikethrough", "subscript_after_a_letter", subscript_after_a_letter)
    md.inline.ruler.before("link", "classed_words", classed_words)
    add_rules(md)
    dialect.extend(md)
    return md


def top_blocks(md: MarkdownIt, text: str, env: Environment) -> Iterator[list[Token]]:
    """The tokens of one top-level block after the other; inline tokens keep their source unparsed.

    The same as markdown-it's own loop over a document, but it lets go of each block's tokens before it reads the next:
    those of a thousand slides take some 60 MB. Definitions of links are added to ``env``.
    """
    if not text:
        return
    rules = md.block.ruler.getRules("")
    state = StateBlock(text, md, env, [])
    line, end = state.line, state.lineMax
    while True:
        state.line = line = state.skipEmptyLines(line)
        if line >= end:
            return
        if not any(rule(state, line, end, False) for rule in rules) or state.line <= line:
            raise RuntimeError(f"no rule took line {line + 1}")
        line = state.line
        tokens, state.tokens = state.tokens, []
        if tokens:
            yield tokens


def parse_inline(md: MarkdownIt, text: str, env: Environment) -> list[Token]:
    """The tokens of a run of text; one with very many brackets has no links, which would take minutes to find."""
    if text.count("[") > MOST_BRACKETS:
        text = text.replace("[", "&#91;")
    tokens: list[Token] = []
    md.inline.parse(text, md, env, tokens)
    return tokens


def subscript_after_a_letter(state: StateInline, silent: bool) -> bool:
    """``H~2~O``; a single tilde that does not follow a letter or digit is GFM's strikethrough."""
    from mdit_py_plugins.subscript import tokenize

    before = state.src[state.pos - 1] if state.pos else " "
    return before.isalnum() and state.src[state.pos : state.pos + 2] != "~~" and tokenize(state, silent)
