"""Tokens to blocks, whose text is parsed later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostra.deck.blocks import (
    PAUSE,
    Align,
    Block,
    Code,
    Container,
    Heading,
    Item,
    List,
    Paragraph,
    Place,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
)
from rostra.deck.name import words
from rostra.deck.names import ELEMENTS
from rostra.deck.names import FIGURES as FIGURE_NAMES
from rostra.errors import did_you_mean
from rostra.reader.alerts import ALERT_NAMES, called_alert, titled_alert
from rostra.reader.classes import NOTES, nearly_a_color
from rostra.reader.comments import alignment_tag
from rostra.reader.context import Footnote, anchor
from rostra.reader.mark_reader import MarkReader
from rostra.reader.mistakes import ended_at
from rostra.reader.slide_state import SlideState
from rostra.reader.token_stream import TokenStream
from rostra.reader.unparsed import UnparsedHtml

if TYPE_CHECKING:
    from markdown_it.token import Token

KNOWN = words(ELEMENTS)
FIGURES = frozenset(words(FIGURE_NAMES))
LANGUAGE = re.compile(r"\{?\.?[A-Za-z][\w+#.-]*\}?")
"""What the first word behind a fence may be; Pandoc's braces are as good."""
DASHES = "dashes right under text make a heading and end no slide: put a blank line between"
GUESSED_NOTES = re.compile(r"\A(?:Speaker )?[Nn]otes?:")


@dataclass(eq=False, repr=False)
class BlockReader(MarkReader):
    """Reads the tokens of a slide, or of what is inside one of its blocks, into blocks, and follows the marks."""

    # -- reading ------------------------------------------------------------------------------------------------

    def read(self, stream: TokenStream) -> None:
        """Add the blocks of a stream, up to the end of what it is in; notes begin where nothing more is added."""
        while (token := stream.take()) is not None:
            if self.state.in_notes:
                return
            self.place = stream.place(token)
            self.stream = stream
            self.token(token, stream)

    def token(self, token: Token, stream: TokenStream) -> None:
        """Add what one token opens or is."""
        state = self.state
        match token.type:
            case "mark":
                self.mark(token)
            case "html_block":
                self.html(token.content)
            case "heading_open":
                self.heading(token, stream.inline())
            case "paragraph_open":
                self.paragraph(stream.inline())
            case "fence" | "code_block":
                self.code(token)
            case "hr":
                self.add(Rule(self.place, state.take_step()))
            case "blockquote_open":
                place, step = self.place, state.take_step()
                quote = titled_alert(Quote(self.children(stream.inside()), place, step))
                if called := called_alert(quote):
                    self.alert_kind(called, "[!", place)
                self.add(quote)
            case "alert_open":
                self.alert(stream.inside())
            case "bullet_list_open" | "ordered_list_open":
                self.list(token, stream.inside())
            case "table_open":
                self.table(stream.inside())
            case "dl_open":
                self.definitions(stream.inside())
            case "container_open":
                self.container(token, stream)
            case "footnote_reference_open":
                self.footnote(token, stream.inside())
            case _:
                if token.content:
                    self.add(Paragraph((Span(token.content),), self.place, state.take_step()))

    def inner(self) -> BlockReader:
        """A reader for what is inside a block."""
        return BlockReader(self.state, depth=self.depth + 1)

    def children(self, stream: TokenStream) -> tuple[Block, ...]:
        """The blocks of a stream."""
        inner = self.inner()
        inner.read(stream)
        return inner.finished()

    # -- kinds --------------------------------------------------------------------------------------------------

    def heading(self, token: Token, inline: Token) -> None:
        """Add a heading."""
        first, last = token.map or (0, 0)
        if token.markup == "-" and self.stream.source.lines[last - 1].strip() == "---" and last - first == 2:
            self.state.problem(self.place._replace(line=last), DASHES, "---", rule="separator")
        self.state.context.targets.add(anchor(inline.content))
        self.add(Heading(int(token.tag[1]), self.state.spans(inline, self.place), self.place, self.state.take_step()))

    def paragraph(self, inline: Token) -> None:
        """Add a paragraph; an empty one is none."""
        if spans := self.state.spans(inline, self.place):
            if GUESSED_NOTES.match(inline.content):
                message = "this stands on the slide: if it is for the speaker, write ??? on a line above it"
                written = inline.content.partition(":")[0] + ":"
                self.state.problem(self.place, message, written, rule="notes-mark")
            self.add(Paragraph(spans, self.place, self.state.take_step()))

    def code(self, token: Token) -> None:
        """Add a listing."""
        language, _, info = token.info.strip().partition(" ")
        without_effect = info.strip() if LANGUAGE.fullmatch(language) else token.info.strip()
        if without_effect and language not in FIGURES:
            message = "this has no effect: listings take a language alone"
            self.state.problem(self.place, message, without_effect, rule="attribute")
        text = token.content.rstrip("\n")
        self.add(Code(text, language, info.strip(), self.place, self.state.take_step()))
        if language in FIGURES:
            for _ in filter(re.compile(PAUSE).fullmatch, text.split("\n")):
                self.state.next_step()
                self.state.take_step()

    def list(self, token: Token, stream: TokenStream) -> None:
        """Add a list; each item is a step of its own where lists are incremental."""
        state, place, step = self.state, self.place, self.state.take_step()
        start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        items: list[Item] = []
        tight = True
        while (item := stream.take()) is not None and not state.in_notes:
            if state.incremental:
                state.next_step()
            at, item_place = state.take_step(), stream.place(item)
            inside = stream.inside()
            tight = tight and not inside.loose
            checked = item.meta.get("checked")
            items.append(Item(self.children(inside), None if checked is None else bool(checked), item_place, at))
        self.add(List(tuple(items), start, tight, place, items[0].step if state.incremental and items else step))
        state.pause_pending = state.incremental

    def table(self, stream: TokenStream) -> None:
        """Add a table."""
        rows: list[list[Spans]] = []
        aligns: list[Align] = []
        place, header_rows = self.place, 0
        while (token := stream.take(flat=True)) is not None:
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    style = str(token.attrs.get("style", "")).rpartition(":")[2]
                    aligns.append({"left": "left", "center": "center", "right": "right"}.get(style, ""))  # type: ignore[arg-type]
                rows[-1].append(self.state.spans(stream.inline(), place))
            elif token.type == "thead_close":
                header_rows = len(rows)
        if rows:
            body = tuple(tuple(row) for row in rows[header_rows:])
            self.add(Table(tuple(rows[0]), body, tuple(aligns), place, self.state.take_step()))

    def alert(self, stream: TokenStream) -> None:
        """Add a GitHub alert, its kind as the container's argument."""
        title = stream.take()
        if title is None:
            return
        kind, place, step = stream.inline().content.lower(), self.place, self.state.take_step()
        stream.skip_closing()
        inner = self.inner()
        inner.read(stream)
        self.add(Container("alert", kind, inner.finished(), place, step))

    def definitions(self, stream: TokenStream) -> None:
        """Add a definition list: terms and what they mean."""
        place, step = self.place, self.state.take_step()
        parts: list[Block] = []
        while (token := stream.take()) is not None and not self.state.in_notes:
            at = stream.place(token)
            if token.type == "dt_open":
                term = self.state.spans(stream.inline(), at)
                stream.skip_closing()
                parts.append(Container("term", "", (Paragraph(term, at, self.state.take_step()),), at, step))
            else:
                children = self.children(stream.inside())
                parts.append(Container("definition", "", children, at, self.state.take_step()))
        self.add(Container("definitions", "", tuple(parts), place, step))

    def container(self, token: Token, stream: TokenStream) -> None:
        """Add a ``:::`` container; notes go to the speaker."""
        name, argument, place = token.info, token.meta["argument"], self.place
        if not token.meta["closed"]:
            message = f"::: {name} is never closed by a line of :::"
            hint = ended_at((token.map or (0, 0))[1], ":::")
            self.state.problem(place, message, f"::: {name}", rule="unclosed", hint=hint, breaks=True)
        if name in NOTES:
            self.state.notes.append(stream.inner_source(token))
            stream.inside()
            return
        if name and name not in KNOWN:
            near = did_you_mean(name, KNOWN) or "; known: " + ", ".join(KNOWN)
            self.state.problem(place, f"there is no container {name!r}{near}", ":::", rule="container", word=name)
        self.doubt(token, place)
        step = self.state.take_step()
        self.add(Container(name, argument, self.children(stream.inside()), place, step, token.meta["color"]))

    def doubt(self, token: Token, place: Place) -> None:
        """Note what stands behind a container's name and is nearly something."""
        argument = token.meta["argument"]
        if token.info == "alert" and argument:
            self.alert_kind(argument.partition(" ")[0], ":::", place)
        for name in token.meta["classes"]:
            if name != token.info and (near := nearly_a_color(name)):
                self.state.problem(place, near, f".{name}", rule="attribute", word=name)

    def alert_kind(self, kind: str, before: str, place: Place) -> None:
        """Note a kind of alert that there is none of."""
        if kind not in ALERT_NAMES:
            near = did_you_mean(kind, ALERT_NAMES) or f"; known: {', '.join(ALERT_NAMES)}"
            self.state.problem(place, f"there is no alert {kind!r}{near}", before, rule="container", word=kind)

    def footnote(self, token: Token, stream: TokenStream) -> None:
        """Keep a footnote for the slides that call it."""
        state = SlideState(self.state.context, include=self.state.include)
        inner = BlockReader(state, depth=self.depth + 1)
        inner.read(stream)
        self.state.problems += state.problems
        self.state.in_notes = self.state.in_notes or state.in_notes
        found = Footnote(inner.finished(), self.place, tuple(state.notes))
        self.state.context.footnotes.setdefault(token.meta["label"], found)

    def html(self, source: str) -> None:
        """Add the text of an HTML block; a lone tag of alignment opens or closes one."""
        if (align := alignment_tag(source)) is None:
            align_all: Align = "center" if source.lstrip()[:7].lower() == "<center" else ""
            self.add(Paragraph((UnparsedHtml(source),), self.place, self.state.take_step(), align_all))
        elif align:
            self.open(align, "html")
        else:
            self.close_through("center", "right", "left")
