"""Raw HTML in a deck: a few tags are looks, the others vanish and their text stays."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

from rostra.deck.blocks import Look, Span, Spans
from rostra.reader.classes import color_of
from rostra.reader.inline_style import InlineStyle, StyleStack, merged
from rostra.reader.values import color
from rostra.safety import safe

LOOKS: dict[str, Look] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "u": "underline",
    "ins": "underline",
    "s": "strike",
    "del": "strike",
    "sup": "superscript",
    "sub": "subscript",
    "kbd": "kbd",
    "mark": "mark",
    "code": "code",
}
# GFM shows these tags as text when they stand in a line (section 6.11, "Disallowed Raw HTML").
SHOWN = frozenset(("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"))
UNSEEN = frozenset(("script", "style"))
LOST = UNSEEN | frozenset("audio button canvas embed input object select svg video".split())
"""What a page would show and a terminal cannot."""
BREAKING = frozenset(
    "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol optgroup option p pre search section summary table tbody tfoot "
    "thead tr ul".split()
)
OTHERS = frozenset(
    "a abbr acronym area base basefont bdi bdo big blink body br cite col colgroup data datalist dfn dir embed font "
    "frame frameset head hgroup hr html img label legend link map marquee math menu meta meter nobr noscript output "
    "param picture progress q rb rp rt rtc ruby samp small source span strike slot td template th time track tt var "
    "wbr".split()
)
KNOWN = BREAKING | LOST | SHOWN | LOOKS.keys() | OTHERS
"""Every element of HTML, also those that are no longer used."""
DRAWN = frozenset(("svg", "math"))
"""What has elements of its own in it."""
CELLS = frozenset(("td", "th"))
STYLE_COLOR = re.compile(r"(?:^|;)\s*(color|background-color|background)\s*:\s*([^;]+)", re.IGNORECASE)


def tag_name(tag: str) -> str:
    """The name in a tag, in small letters; nothing for what is none, such as a comment."""
    found = re.match(r"</?([A-Za-z][^\s/>]*)", tag)
    return found[1].lower() if found else ""


def unknown(tag: str) -> str:
    """What to say of a tag that HTML does not know, most likely words in angle brackets; nothing for any other."""
    name = tag_name(tag)
    if not name or name in KNOWN or tag.startswith("</"):
        return ""
    return f"{safe(tag.split()[0].rstrip('/>'))}> is taken for HTML and left out: write it in backticks if it is none"


class TagReader(HTMLParser):
    """Opens and closes looks as the tags in running text say."""

    def __init__(self, stack: StyleStack) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = stack
        self.out: list[Span] = []

    def inline_tag(self, tag: str) -> tuple[Span, ...]:
        """What one inline tag puts on the slide: mostly nothing, a break, or itself when GFM shows it."""
        name = re.match(r"</?([A-Za-z][\w-]*)", tag)
        if name and name[1].lower() in SHOWN:
            return (self.stack.style.span(safe(tag)),)
        self.out = []
        if name:
            self.feed(tag)
            self.rawdata = ""
        return tuple(self.out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What an opening tag does."""
        if tag == "br":
            self.out.append(self.stack.style.span("\n"))
        elif tag in LOOKS:
            self.stack.open(tag, self.stack.style.with_look(LOOKS[tag]))
        elif tag == "span":
            named = color_of((dict(attrs).get("class") or "").lower().split())
            style = self.stack.style._replace(color=named or self.stack.style.color)
            self.stack.open(tag, _styled(style, dict(attrs).get("style") or ""))

    def handle_endtag(self, tag: str) -> None:
        """What a closing tag does."""
        self.stack.close(tag)


class HtmlText(TagReader):
    """Collects the text of an HTML block as a browser would show it."""

    def __init__(self) -> None:
        super().__init__(StyleStack())
        self.hidden = 0
        self.kept = 0
        self.open_drawings: list[str] = []
        self.lost: dict[str, None] = {}
        """The tags that were left out with what they show, once each."""
        self.unknown: dict[str, str] = {}
        """The tags that HTML does not know, each with what to say of it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What an opening tag does."""
        if tag in LOST or (tag == "img" and not dict(attrs).get("alt")):
            self.lost[f"<{tag}>"] = None
        elif not self.open_drawings and (near := unknown(self.get_starttag_text() or "")):
            self.unknown[(self.get_starttag_text() or "").partition("\n")[0]] = near
        if tag in DRAWN:
            self.open_drawings.append(tag)
        if tag in UNSEEN:
            self.hidden += 1
        elif tag in SHOWN:
            self.handle_data(self.get_starttag_text() or "")
        elif tag in BREAKING:
            self.line_break()
        elif tag in CELLS:
            self.out.append(self.stack.style.span(" "))
        elif tag == "img" and (alt := dict(attrs).get("alt")):
            self.out.append(self.stack.style.with_look("image").span(safe(alt)))
        self.kept += tag == "pre"
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """What a closing tag does."""
        if tag in DRAWN:
            self.open_drawings.clear()
        if tag in UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in SHOWN:
            self.handle_data(f"</{tag}>")
        elif tag in BREAKING:
            self.line_break()
        self.kept = max(0, self.kept - (tag == "pre"))
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Add text."""
        if self.hidden:
            return
        data = safe(data)
        if self.kept:
            first, *others = data.expandtabs(4).replace(" ", "\xa0").split("\n")
            self.put(first)
            for line in others:
                self.put("\n")
                self.put(line)
        else:
            data = re.sub(r"\s+", " ", data)
            after_blank = not self.out or self.out[-1].text.endswith(("\n", " "))
            self.put(data.lstrip(" ") if after_blank else data)

    def put(self, text: str) -> None:
        """Add text in the look that applies."""
        if text:
            self.out.append(self.stack.style.span(text))

    def line_break(self) -> None:
        """End the line, unless it is empty."""
        if self.out and not self.out[-1].text.endswith("\n"):
            self.out.append(Span("\n"))

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """Only what is hidden is raw text: the other tags of that kind are shown."""
        if elem in UNSEEN:
            super().set_cdata_mode(elem)


def _styled(inline: InlineStyle, style: str) -> InlineStyle:
    for name, value in STYLE_COLOR.findall(style):
        try:
            found = color(value)
        except ValueError:
            continue
        inline = inline._replace(color=found) if name.lower() == "color" else inline._replace(background=found)
    return inline


class Html(NamedTuple):
    """What an HTML block says."""

    spans: Spans
    lost: list[str]
    """The tags that are left out with what a page would show in their place."""
    unknown: list[tuple[str, str]]
    """The tags that HTML does not know, each with what to say of it."""


def html_text(source: str) -> Html:
    """The text of an HTML block, and what is left out of it."""
    parser = HtmlText()
    try:
        parser.feed(source)
        parser.close()
    except AssertionError:  # the library's own guard against a malformed declaration
        parser.out = [Span(safe(re.sub(r"<[^<>]*>", " ", source)))]
    spans = parser.out
    while spans and not spans[-1].text.strip():
        spans.pop()
    while spans and not spans[0].text.strip():
        spans.pop(0)
    if spans:
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip(" "))
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return Html(merged(spans), list(parser.lost), list(parser.unknown.items()))
