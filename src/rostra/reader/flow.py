"""Block tokens to blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rostra.deck.blocks import (
    Align,
    Block,
    Code,
    Container,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    Rule,
    Space,
    Span,
    Spans,
    Table,
    plain,
)
from rostra.errors import UserError
from rostra.reader.comments import alignment_tag, html_parts
from rostra.reader.directives import Directive
from rostra.reader.inline import images_alone
from rostra.reader.outlet import Outlet
from rostra.reader.stream import Piece, TokenStream

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass
class Flow(Outlet):
    """Reads block tokens into blocks, and obeys the directives among them."""

    in_notes: bool = False
    depth: int = 0

    # -- reading ------------------------------------------------------------------------------------------------

    def read(self, stream: TokenStream) -> None:
        """Add the blocks of a stream, up to the end of what it is in."""
        while (token := stream.take()) is not None:
            self.place = stream.place(token)
            if not self.in_notes:
                self.token(token, stream)

    def token(self, token: Token, stream: TokenStream) -> None:
        """Add what one token opens or is."""
        state = self.state
        match token.type:
            case "notes_line":
                state.notes.append(stream.rest_of_source(token))
                self.in_notes = True
            case "html_block":
                self.html(token.content)
            case "heading_open":
                self.heading(int(token.tag[1]), state.spans(stream.inline(), self.place))
            case "paragraph_open":
                self.paragraph(stream.inline())
            case "fence" | "code_block":
                language, _, info = token.info.strip().partition(" ")
                self.add(Code(token.content.rstrip("\n"), language, info.strip(), self.place, state.shown()))
            case "hr":
                self.add(Rule(self.place, state.shown()))
            case "blockquote_open":
                place, step = self.place, state.shown()
                self.add(Quote(self.children(stream), place, step))
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
                stream.inside()
            case _:
                if token.content:
                    self.add(Paragraph((Span(token.content),), self.place, state.shown()))

    def children(self, stream: TokenStream) -> tuple[Block, ...]:
        """The blocks up to the end of what the last token opened."""
        inner = Flow(self.state, depth=self.depth + 1)
        inner.read(stream.inside())
        return inner.finished()

    # -- kinds --------------------------------------------------------------------------------------------------

    def heading(self, level: int, spans: Spans) -> None:
        """Add a heading; the slide's first is its title."""
        self.state.title = self.state.title or plain(spans)
        self.add(Heading(level, spans, self.place, self.state.shown()))

    def paragraph(self, inline: Token) -> None:
        """Add a paragraph, or the images that it consists of."""
        if images := images_alone(inline.content, self.state.env):
            for image in images:
                self.add(replace(image, place=self.place, step=self.state.shown()))
        elif spans := self.state.spans(inline, self.place):
            self.add(Paragraph(spans, self.place, self.state.shown()))

    def list(self, token: Token, stream: TokenStream) -> None:
        """Add a list; each item is a step of its own where lists are incremental."""
        state, place, step = self.state, self.place, self.state.shown()
        start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        items: list[Item] = []
        tight = True
        while (item := stream.take()) is not None:
            if state.incremental:
                state.next_step()
            at, item_place = state.shown(), stream.place(item)
            inside = stream.inside()
            tight = tight and not inside.loose
            inner = Flow(state, depth=self.depth + 1)
            inner.read(inside)
            checked = item.meta.get("checked")
            items.append(Item(inner.finished(), None if checked is None else bool(checked), item_place, at))
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
            self.add(Table(tuple(rows[0]), body, tuple(aligns), place, self.state.shown()))

    def alert(self, stream: TokenStream) -> None:
        """Add a GitHub alert, its kind as the container's argument."""
        title = stream.take()
        if title is None:
            return
        kind, place, step = stream.inline().content.lower(), self.place, self.state.shown()
        stream.skip_closing()
        inner = Flow(self.state, depth=self.depth + 1)
        inner.read(stream)
        self.add(Container("alert", kind, inner.finished(), place, step))

    def definitions(self, stream: TokenStream) -> None:
        """Add a definition list: terms and what they mean."""
        place, step = self.place, self.state.shown()
        parts: list[Block] = []
        while (token := stream.take()) is not None:
            at = stream.place(token)
            if token.type == "dt_open":
                term = self.state.spans(stream.inline(), at)
                stream.skip_closing()
                parts.append(Container("term", "", (Paragraph(term, at, self.state.shown()),), at, step))
            else:
                parts.append(Container("definition", "", self.children(stream), at, self.state.shown()))
        self.add(Container("definitions", "", tuple(parts), place, step))

    def container(self, token: Token, stream: TokenStream) -> None:
        """Add a ``:::`` container; notes go to the speaker."""
        name, argument, place = token.info, token.meta["argument"], self.place
        if not token.meta["closed"]:
            self.state.problem(place, f"::: {name} is never closed by a line of :::")
        if name == "notes":
            self.state.notes.append(stream.inner_source(token))
            stream.inside()
            return
        step = self.state.shown()
        self.add(Container(name, argument, self.children(stream), place, step))

    # -- HTML and directives ------------------------------------------------------------------------------------

    def html(self, source: str) -> None:
        """Obey the comments of an HTML block and add the text that stands around them."""
        for is_comment, part in html_parts(source):
            if is_comment:
                if directive := self.state.directive(part, self.place):
                    self.obey(directive)
            elif (align := alignment_tag(part)) is not None:
                if align:
                    self.open(align, "html")
                else:
                    self.close_through("center", "right", "left")
            elif spans := _html_text(part):
                align_all: Align = "center" if part.lstrip()[:7].lower() == "<center" else ""
                self.add(Paragraph(spans, self.place, self.state.shown(), align_all))

    def obey(self, directive: Directive) -> None:
        """Do what a directive says."""
        state, value = self.state, directive.value
        match directive.name:
            case "pause":
                state.next_step()
            case "notes" | "speaker_note":
                state.notes.append(value)
            case "incremental_lists":
                state.incremental = value
            case "no_footer":
                state.footer = False
            case "new_lines":
                self.add(Space(value, self.place, state.shown()))
            case "include" if state.include:
                self.include(value)
            case "end_slide" | "skip_slide" | "slide":
                if self.depth:
                    state.problem(self.place, f"{directive.name} has no effect inside a list, quote or container")
            case _:
                self.lay_out(directive.name, value)

    def include(self, name: str) -> None:
        """Read a file in the place of the comment that names it."""
        state, place = self.state, self.place
        assert state.include is not None
        try:
            found = state.include(name, place, state.within)
        except (ValueError, UserError) as error:
            state.problem(place, f"include: {error}")
            return
        state.problems += found.problems
        state.within.append(place.file)
        self.read(TokenStream(Piece(found.name, 1, found.text)))
        state.within.pop()

    def lay_out(self, name: str, value: Any) -> None:
        """Obey a directive about where the text goes."""
        match name:
            case "alignment":
                self.close_through("left", "center", "right")
                if value != "left":
                    self.open(value)
            case "font_size":
                self.close_through("large")
                if value > 1:
                    self.open("large", str(value))
            case "jump_to_middle":
                self.open_below_all("middle")
            case "column_layout":
                self.close_through("columns")
                self.open_columns(value)
            case "column":
                self.column(value)
            case "reset_layout":
                if not self.close_through("columns"):
                    self.state.problem(self.place, "reset_layout without a column_layout before it")


def _html_text(source: str) -> Spans:
    """The text of an HTML block; few decks have any, so the parser is imported when one does."""
    from rostra.reader.html import html_text

    return html_text(source)
