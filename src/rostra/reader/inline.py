"""Inline tokens to spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rostra.deck.blocks import Image, Look, Span, Spans
from rostra.reader.comments import COMMENT
from rostra.reader.grammar import parse_inline
from rostra.reader.ink import Ink, InkStack
from rostra.safety import safe

if TYPE_CHECKING:
    from markdown_it.token import Token

OPENING: dict[str, Look] = {
    "strong_open": "strong",
    "em_open": "emphasis",
    "s_open": "strike",
    "sup_open": "superscript",
    "sub_open": "subscript",
}
CLOSING = frozenset(("strong_close", "em_close", "s_close", "sup_close", "sub_close", "link_close"))
LIVE = ("http://", "https://", "mailto:")
SHORTCODE = re.compile(r"(?<![\w:]):([a-z0-9_+-]+):(?![\w:])")
WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")


def spans_of(text: str, env: dict[str, object]) -> Spans:
    """The spans of a run of Markdown text; footnotes that it calls are noted in ``env``."""
    return _Inline().read(parse_inline(text, env))


def comments(text: str) -> list[str]:
    """What stands in the comments of a run of text; a comment within code is text."""
    found = (COMMENT.fullmatch(token.content) for token in parse_inline(text, {}) if token.type == "html_inline")
    return [match["text"] or "" for match in found if match]


def plain_text(tokens: Sequence[Token]) -> str:
    """The text of inline tokens without their looks, as an image's alternative text wants it."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else plain_text(token.children or ()) or token.content
        for token in tokens
        if token.type != "html_inline"
    )


def images_alone(text: str, env: dict[str, object]) -> list[Image] | None:
    """The images of a paragraph that holds nothing else, None for another paragraph."""
    if "![" not in text:
        return None
    found = []
    for token in parse_inline(text, dict(env)):
        if token.type == "image":
            alt, title = plain_text(token.children or ()), str(token.attrs.get("title", ""))
            found.append(Image(safe(alt), safe(str(token.attrs.get("src", ""))), safe(title)))
        elif (token.type not in ("softbreak", "hardbreak") and token.content.strip()) or token.type.startswith("link_"):
            return None
    return found or None


class _Inline:
    """Turns one run of inline tokens into spans."""

    def __init__(self) -> None:
        self.stack = InkStack()
        self.spans: list[Span] = []

    def read(self, tokens: Sequence[Token]) -> Spans:
        for number, token in enumerate(tokens, 1):
            if token.type in ("softbreak", "hardbreak"):
                self.line_break(token.type == "hardbreak", next((t.content for t in tokens[number:] if t.content), ""))
            else:
                self.token(token)
        return merged(self.spans)

    def token(self, token: Token) -> None:
        ink = self.stack.ink
        if token.type in OPENING:
            self.stack.open("markdown", ink.with_look(OPENING[token.type]))
        elif token.type == "link_open":
            target = safe(str(token.attrs.get("href", "")))
            self.stack.open(
                "markdown",
                Ink(ink.looks, target if target.lower().startswith(LIVE) else "#", ink.color, ink.background),
            )
        elif token.type in CLOSING:
            self.stack.close("markdown")
        elif token.type == "html_inline":
            self.spans += self.tag(token.content)
        elif token.type == "code_inline":
            self.spans.append(ink.with_look("code").span(safe(token.content)))
        elif token.type == "image":
            alt = plain_text(token.children or ()) or str(token.attrs.get("src", ""))
            self.spans.append(ink.with_look("image").span(safe(alt)))
        elif token.type == "footnote_ref":
            self.spans.append(ink.with_look("footnote").span(str(token.meta["id"] + 1)))
        elif token.content:
            self.spans.append(ink.span(_emoji(safe(token.content).replace("\n", " "))))

    def tag(self, tag: str) -> Sequence[Span]:
        """What an inline tag puts on the slide; a comment is nothing."""
        if tag.startswith("<!--"):
            return ()
        from rostra.reader.html import TagReader

        return TagReader(self.stack).inline_tag(tag)

    def line_break(self, hard: bool, after: str) -> None:
        before = self.spans[-1].text if self.spans else ""
        # A line end between two wide characters parts no words: Chinese and Japanese are written without spaces.
        wide = WIDE.match(before[-1:]) and WIDE.match(after)
        self.spans.append(self.stack.ink.span("\n" if hard else "" if wide else " "))


def _emoji(text: str) -> str:
    """The text with ``:shortcodes:`` as emoji, those that are known."""
    if ":" not in text or not SHORTCODE.search(text):
        return text
    from rich.emoji import Emoji, NoEmoji

    def emoji(found: re.Match[str]) -> str:
        try:
            return str(Emoji(found[1]))
        except NoEmoji:
            return found[0]

    return SHORTCODE.sub(emoji, text)


def merged(spans: Sequence[Span]) -> Spans:
    """Neighbours of one look as one span; nothing empty, and a line end within a text as a blank."""
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if span.text != "\n" and "\n" in span.text:
            span = replace(span, text=span.text.replace("\n", " "))
        last = joined[-1] if joined else None
        if last and "\n" not in (last.text, span.text) and _look(last) == _look(span):
            joined[-1] = replace(span, text=last.text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def _look(span: Span) -> tuple[object, ...]:
    return span.looks, span.link, span.color, span.background
