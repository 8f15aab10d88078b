"""Running text to spans."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rostra.deck.blocks import Image, Look, Span, Spans
from rostra.reader.classes import nearly_a_color
from rostra.reader.comments import COMMENT
from rostra.reader.grammar import Environment, parse_inline
from rostra.reader.inline_style import InlineStyle, StyleStack, merged
from rostra.safety import safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

OPENING: dict[str, Look] = {
    "strong_open": "strong",
    "em_open": "emphasis",
    "s_open": "strike",
    "sup_open": "superscript",
    "sub_open": "subscript",
}
CLOSING = frozenset(("strong_close", "em_close", "s_close", "sup_close", "sub_close", "link_close", "span_close"))
LIVE = ("http://", "https://", "mailto:")
SHORTCODE = re.compile(r"(?<![\w:]):([a-z0-9_+-]+):(?![\w:])")
# Chinese and Japanese are written without spaces: the first and last letter of each range of theirs.
UNSPACED = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uff60"))
FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,60})\]")
FORMULA = re.compile(r"(?<![\w$])\$(?=[^\s$])[^$\n]{0,80}?[\\^_{=][^$\n]{0,80}?(?<!\s)\$(?![\w$])")


class Doubt(NamedTuple):
    """What its author should know of a run of text."""

    message: str
    about: str
    """As it is written there."""
    rule: str
    """The id of the check that it belongs to."""
    word: str = ""
    """The word in it that is meant."""


@dataclass(eq=False, repr=False)
class Inline:
    """What a run of text says."""

    spans: Spans = ()
    links: list[str] = field(default_factory=list)
    """The targets of links that lead to no web address."""
    doubts: list[Doubt] = field(default_factory=list)


def read_inline(md: MarkdownIt, text: str, env: Environment) -> Inline:
    """What a run of Markdown text says; footnotes that it calls are noted in ``env``."""
    return _Reader().read(parse_inline(md, text, env))


def comments(md: MarkdownIt, text: str) -> list[str]:
    """What stands in the comments of a run of text; a comment within code is text."""
    found = (COMMENT.fullmatch(token.content) for token in parse_inline(md, text, {}) if token.type == "html_inline")
    return [match["text"] or "" for match in found if match]


def opens_comment(md: MarkdownIt, text: str) -> bool:
    """Whether a comment begins in a run of text and does not end in it."""
    return any("<!--" in token.content for token in parse_inline(md, text, {}) if token.type == "text")


def plain_text(tokens: Sequence[Token]) -> str:
    """The text of inline tokens without their looks, as an image's alternative text wants it."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else plain_text(token.children or ()) or token.content
        for token in tokens
        if token.type != "html_inline"
    )


def images_alone(md: MarkdownIt, text: str, env: Environment) -> list[Image] | None:
    """The images of a paragraph that holds nothing else, None for another paragraph."""
    if "![" not in text:
        return None
    found = []
    for token in parse_inline(md, text, dict(env)):
        if token.type == "image":
            alt, title = plain_text(token.children or ()), str(token.attrs.get("title", ""))
            found.append(Image(safe(alt), safe(str(token.attrs.get("src", ""))), safe(title)))
        elif (token.type not in ("softbreak", "hardbreak") and token.content.strip()) or token.type.startswith("link_"):
            return None
    return found or None


class _Reader:
    """Turns one run of inline tokens into spans."""

    def __init__(self) -> None:
        self.stack = StyleStack()
        self.spans: list[Span] = []
        self.found = Inline()
        self.in_drawing = False

    def read(self, tokens: Sequence[Token]) -> Inline:
        for number, token in enumerate(tokens, 1):
            if token.type in ("softbreak", "hardbreak"):
                self.line_break(token.type == "hardbreak", next((t.content for t in tokens[number:] if t.content), ""))
            else:
                self.token(token)
        self.found.spans = merged(self.spans)
        self.doubt(self.found.spans)
        return self.found

    def token(self, token: Token) -> None:
        style = self.stack.style
        if token.type in OPENING:
            self.stack.open("markdown", style.with_look(OPENING[token.type]))
        elif token.type == "link_open":
            self.link(safe(str(token.attrs.get("href", ""))))
        elif token.type == "span_open":
            self.stack.open("markdown", style._replace(color=token.meta["color"] or style.color))
            for name in token.meta["classes"]:
                if near := nearly_a_color(name):
                    self.found.doubts.append(Doubt(near, f".{name}", "attribute", name))
        elif token.type in CLOSING:
            self.stack.close("markdown")
        elif token.type == "html_inline":
            self.spans += self.tag(token.content)
        elif token.type == "code_inline":
            self.spans.append(style.with_look("code").span(safe(token.content)))
        elif token.type == "image":
            alt = plain_text(token.children or ()) or str(token.attrs.get("src", ""))
            self.spans.append(style.with_look("image").span(safe(alt)))
        elif token.type == "footnote_ref":
            self.spans.append(style.with_look("footnote").span(str(token.meta["id"] + 1)))
        elif token.content:
            self.spans.append(style.span(_emoji(safe(token.content).replace("\n", " "))))

    def link(self, target: str) -> None:
        style, live = self.stack.style, target.lower().startswith(LIVE)
        if not live:
            self.found.links.append(target)
        inner = InlineStyle(style.looks, target if live else "#", style.color, style.background)
        self.stack.open("markdown", inner)

    def tag(self, tag: str) -> Sequence[Span]:
        """What an inline tag puts on the slide; a comment is nothing."""
        if tag.startswith("<!--"):
            return ()
        from rostra.reader.html import DRAWN, LOST, SHOWN, TagReader, tag_name, unknown

        name = tag_name(tag)
        if name in LOST - SHOWN and not tag.startswith("</"):
            self.found.doubts.append(Doubt(f"HTML that cannot be shown is left out: <{name}>", tag, "html"))
        elif not self.in_drawing and (near := unknown(tag)):
            self.found.doubts.append(Doubt(near, tag.partition("\n")[0], "html"))
        self.in_drawing = (self.in_drawing or name in DRAWN) and not (name in DRAWN and tag.startswith("</"))
        return TagReader(self.stack).inline_tag(tag)

    def line_break(self, hard: bool, after: str) -> None:
        before = self.spans[-1].text if self.spans else ""
        between_words = "" if _is_unspaced(before[-1:]) and _is_unspaced(after[:1]) else " "
        self.spans.append(self.stack.style.span("\n" if hard else between_words))

    def doubt(self, spans: Spans) -> None:
        """Note what looks like more than text."""
        for span in spans:
            if "code" in span.looks or ("[^" not in span.text and "$" not in span.text):
                continue
            for found in FOOTNOTE.finditer(span.text):
                self.found.doubts.append(Doubt(f"there is no footnote {found[1]!r}", found[0], "footnote"))
            for found in FORMULA.finditer(span.text):
                message = "formulas are not drawn: this is shown as it is written"
                self.found.doubts.append(Doubt(message, found[0], "formula"))


def _is_unspaced(letter: str) -> bool:
    return any(first <= letter <= last for first, last in UNSPACED)


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


def emoji_codes() -> Mapping[str, str]:
    """Every shortcode, without its colons, and the sign that it stands for."""
    from rich._emoji_codes import EMOJI

    return EMOJI
