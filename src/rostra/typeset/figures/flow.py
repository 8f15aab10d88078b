"""``flow``: boxes and arrows, from lines such as ``ask -> think, wait: a moment``."""

from __future__ import annotations

import re
from typing import NamedTuple

from rostra.deck.blocks import Code
from rostra.typeset.area import Area
from rostra.typeset.figures.graph.drawing import graph_drawn
from rostra.typeset.figures.graph.model import Direction, Edge, Graph, Node, Shape, Stroke, Words, direction_of
from rostra.typeset.figures.source import CannotDrawError, SourceLine, color_of, source_lines
from rostra.typeset.frame import Line

QUOTED = r'"[^"]*"'
ARROW = re.compile(
    rf"(?P<quoted>{QUOTED})|\s*(?P<arrow><?[-=]+>|<[-=]+|<?-\.+->|<?\.+>|[→⇒←↔⟶])\s*|\s+(?P<line>-{{2,}}|={{2,}}|-\.+-)\s+"
)
"""An arrow, with or without blanks around it; a line without tips has some. What stands in quotes has none."""
COMMA = re.compile(rf"({QUOTED})|,\s+")
COLON = re.compile(rf"({QUOTED})|:(?:\s+|$)")
SHAPED = re.compile(r"(?P<id>[\w-]*)(?:\(\((?P<circle>.+)\)\)|\((?P<round>.+)\)|\[(?P<box>.+)\]|\{(?P<decision>.+)\})")
SHAPES: tuple[Shape, ...] = ("circle", "round", "box", "decision")


class Arrow(NamedTuple):
    """What joins two names."""

    tail: bool
    head: bool
    stroke: Stroke


def flow(block: Code, area: Area) -> list[Line]:
    """Each line names, with arrows between them."""
    reader = _Reader()
    for line in source_lines(block):
        reader.read(line)
    if not reader.nodes:
        raise CannotDrawError("a flow needs lines such as ask -> think -> answer: in words")
    once: dict[Edge, Edge] = {}
    for edge in reader.edges:  # what is said again, perhaps in a later step, is drawn once
        once.setdefault(edge._replace(step=0), edge)
    graph = Graph(tuple(reader.nodes), tuple(once.values()))
    return graph_drawn(graph, area, reader.direction)


class _Reader:
    """Boxes and edges as lines name them."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.numbers: dict[str, int] = {}
        self.edges: list[Edge] = []
        self.direction: Direction | None = None

    def read(self, line: SourceLine) -> None:
        """Take in a line."""
        text = line.text.strip()
        if direction := direction_of(text):
            self.direction = direction
            return
        segments, arrows = _parted(text)
        if arrows and (not segments[0].strip() or not segments[-1].strip()):
            raise CannotDrawError("an arrow leads from a name to a name: ask -> answer", line.number)
        names, detail = _said(segments[0])
        before = [self._node(name, line) for name in names]
        if detail:
            self._detail(before, detail, line.step)
        for arrow, segment in zip(arrows, segments[1:], strict=True):
            names, label = _said(segment)
            after = [self._node(name, line) for name in names]
            self.edges += [
                Edge(one, other, label, arrow.tail, arrow.head, arrow.stroke, line.step)
                if arrow.head or not arrow.tail
                else Edge(other, one, label, False, True, arrow.stroke, line.step)
                for one in before
                for other in after
            ]
            before = after

    def _node(self, written: str, line: SourceLine) -> int:
        """The number of the box that is meant, which is new where nothing was called so."""
        written, color = color_of(written)
        shape: Shape | None = None
        name = text = _unquoted(written)
        if found := SHAPED.fullmatch(written):
            shape, inside = next((one, found[one]) for one in SHAPES if found[one])
            text = _unquoted(inside)
            name = found["id"] or text
        if not text:
            raise CannotDrawError("a box has no name", line.number)
        number = self.numbers.setdefault(name, len(self.nodes))
        if number == len(self.nodes):
            usual: Shape = "decision" if text.endswith("?") else "box"
            self.nodes.append(Node((Words(text, "strong", line.step),), usual, step=line.step))
        node = self.nodes[number]
        if shape is not None:
            node = node._replace(shape=shape, words=(node.words[0]._replace(text=text), *node.words[1:]))
        self.nodes[number] = node._replace(color=color or node.color)
        return number

    def _detail(self, numbers: list[int], text: str, step: int) -> None:
        """More words in boxes."""
        for number in numbers:
            node = self.nodes[number]
            self.nodes[number] = node._replace(words=(*node.words, Words(_unquoted(text), "page", step)))


def _parted(text: str) -> tuple[list[str], list[Arrow]]:
    """What stands between the arrows of a line, and these."""
    segments, arrows = [], []
    start = 0
    for found in ARROW.finditer(text):
        sign = found["arrow"] or found["line"]
        if not sign:
            continue
        segments.append(text[start : found.start()])
        stroke: Stroke = "dotted" if "." in sign else "thick" if "=" in sign or sign == "⇒" else "plain"
        arrows.append(Arrow(sign[0] in "<←↔", sign[-1] in ">→⇒↔⟶", stroke))
        start = found.end()
    return [*segments, text[start:]], arrows


def _said(segment: str) -> tuple[list[str], str]:
    """The names of a part of a line, and what stands behind the colon."""
    label = ""
    for found in COLON.finditer(segment):
        if not found[1]:
            segment, label = segment[: found.start()], segment[found.end() :].strip()
            break
    names, start = [], 0
    for found in COMMA.finditer(segment):
        if not found[1]:
            names.append(segment[start : found.start()])
            start = found.end()
    return [name.strip() for name in (*names, segment[start:])], _unquoted(label)


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1].strip() if len(text) > 1 and text[0] == text[-1] == '"' else text
