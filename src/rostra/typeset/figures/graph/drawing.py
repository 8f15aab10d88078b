"""Drawing: a graph on a canvas, in the roomiest manner in which it fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import DOWN, HEADS, LEFT, RIGHT, ROUND, SIGNS, UP, Canvas
from rostra.typeset.figures.graph.manners import Manner, manners
from rostra.typeset.figures.graph.model import Direction, Edge, Graph, Node, Stroke
from rostra.typeset.figures.graph.plan import Cell, Group, Placed, Plan, Planner, grouped
from rostra.typeset.figures.graph.ranks import components
from rostra.typeset.figures.graph.shapes import insets, outline
from rostra.typeset.figures.graph.sizes import Piece, loop_columns
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line

FRAME = "accent"
EDGE = "muted"
LABEL = "emphasis"
WAYS: dict[Direction, tuple[int, int, int, int]] = {
    "right": (RIGHT, LEFT, DOWN, UP),
    "left": (LEFT, RIGHT, DOWN, UP),
    "down": (DOWN, UP, RIGHT, LEFT),
    "up": (UP, DOWN, RIGHT, LEFT),
}
"""The ways of a plan as they are on the page: to the next rank, to the last one, and to either side."""
STROKES: dict[Stroke, dict[int, int]] = {
    "plain": {},
    "dotted": str.maketrans("─│", "┄┆"),
    "thick": str.maketrans("─│┌┐└┘╭╮╰╯├┤┬┴┼", "━┃┏┓┗┛┏┓┗┛┣┫┳┻╋"),
}


LARGE, MOST = 50, 200
"""Boxes and arrows from which on the roomiest manners are not even tried, and which are drawn at most."""


class Sheet(NamedTuple):
    """A graph laid out."""

    manner: Manner
    plans: tuple[Plan, ...]
    rows: int
    columns: int


def graph_drawn(graph: Graph, area: Area, direction: Direction | None = None) -> list[Line]:
    """The graph; it leads in a direction where it fits that way, to the right where none is asked for."""
    count = len(graph.nodes) + len(graph.edges)
    if count > MOST:
        raise CannotDrawError(f"more than {MOST} boxes and arrows are too many to be drawn")
    pairs = [(edge.source, edge.target) for edge in graph.edges]
    groups = [grouped(graph, nodes) for nodes in components(len(graph.nodes), pairs)]
    for manner, rows in manners(direction, area.rows):
        if count > LARGE and manner.is_even:
            continue
        sheet = _sheet(graph, groups, manner, area.width, rows)
        if sheet is not None:
            return _Drawer(graph, sheet, area).lines()
    raise CannotDrawError("the boxes and arrows need more room than there is")


def _sheet(graph: Graph, groups: Sequence[Group], manner: Manner, most_columns: int, most_rows: int) -> Sheet | None:
    """The graph laid out in a manner; None where it takes more room than that."""
    planners = [Planner(graph, group, manner) for group in groups]
    rows, columns = _size([planner.least() for planner in planners], manner)  # which takes no time to know
    if rows > most_rows or columns > most_columns:
        return None
    plans = tuple(planner.plan() for planner in planners)
    rows, columns = _size([(plan.length, plan.breadth) for plan in plans], manner)
    return Sheet(manner, plans, rows, columns) if rows <= most_rows and columns <= most_columns else None


def _size(groups: Sequence[tuple[int, int]], manner: Manner) -> tuple[int, int]:
    """The rows and the columns of groups beside each other that are so long along their ranks, and so broad."""
    length = max(along for along, _ in groups)
    breadth = sum(across for _, across in groups) + (len(groups) - 1) * manner.apart
    return (breadth, length) if manner.is_level else (length, breadth)


class _Drawer:
    """Draws what is laid out: lines, then boxes and tips, then words."""

    def __init__(self, graph: Graph, sheet: Sheet, area: Area) -> None:
        self.graph = graph
        self.sheet = sheet
        self.area = area
        self.canvas = Canvas(sheet.columns, sheet.rows, area.base)
        self.edge = area.style(EDGE)
        self.joints: dict[Cell, tuple[int, int]] = {}
        """By their place on the page the cells of frames from which lines lead: in which ways, and from which step."""

    def lines(self) -> list[Line]:
        """The graph."""
        across = 0
        for plan in self.sheet.plans:
            self._lines_of(plan, across)
            for placed in plan.placed:
                self._placed(placed, across)
            for route in plan.routes:
                for (along, at), way in route.tips:
                    row, column = self._on_page(along, across + at)
                    self.canvas.head(row, column, self._way(way), self.edge, route.net.step)
            across += plan.breadth + self.sheet.manner.apart
        return self.canvas.lines()

    def _on_page(self, along: int, across: int) -> Cell:
        """The row and the column of a cell."""
        match self.sheet.manner.direction:
            case "right":
                return across, along
            case "left":
                return across, self.sheet.columns - 1 - along
            case "down":
                return along, across
            case "up":
                return self.sheet.rows - 1 - along, across

    def _way(self, way: int) -> int:
        """A way of a plan as it is on the page."""
        return WAYS[self.sheet.manner.direction][way]

    def _lines_of(self, plan: Plan, across: int) -> None:
        """All lines; where two cross, the one that shows first goes on, else the upright one."""
        cells: dict[Cell, dict[int, int]] = {}
        for number, route in enumerate(plan.routes):
            for (along, at), (to_along, to) in route.parts:
                one, other = self._on_page(along, across + at), self._on_page(to_along, across + to)
                _trace(cells, number, min(one, other), max(one, other))
            for (along, at), way in route.joints:
                self.joints[self._on_page(along, across + at)] = (self._way(way), route.net.step)
        for (row, column), found in cells.items():
            number, ways = min(
                found.items(), key=lambda item: (plan.routes[item[0]].net.step, item[1] & ~(UP | DOWN) != 0)
            )
            net = plan.routes[number].net
            sign = SIGNS[ways].translate(ROUND).translate(STROKES[net.stroke])
            self.canvas.write(row, column, sign, self.edge, net.step)

    def _placed(self, placed: Placed, across: int) -> None:
        piece = placed.piece
        row, column = self._on_page(placed.along, across + placed.across)
        if self.sheet.manner.direction == "left":
            column -= piece.columns - 1
        elif self.sheet.manner.direction == "up":
            row -= piece.rows - 1
        if placed.node is None:
            style = self.area.style(LABEL)
            for at, text in enumerate(piece.lines):
                self.canvas.centered(row + at, column, piece.columns, text.text, style, text.step, blanks=1)
            return
        node = self.graph.nodes[placed.node]
        self._frame(node, piece, row, column)
        for at, text in enumerate(piece.lines):
            style = self.area.style(text.role)
            self.canvas.centered(row + piece.above + at, column, piece.columns, text.text, style, text.step)
        self._loops(node, piece, row, column)

    def _frame(self, node: Node, piece: Piece, row: int, column: int) -> None:
        style, step = self.area.colored(node.color or FRAME), node.step
        for at, (inset, text) in enumerate(outline(piece.shape, piece.rows, piece.columns), row):
            for place, sign in enumerate(text, column + inset):
                joint = self.joints.get((at, place))
                if joint is not None and joint[1] == step and sign in "─│":
                    sign = SIGNS[joint[0] | (UP | DOWN if sign == "│" else LEFT | RIGHT)]
                if sign != " ":
                    self.canvas.write(at, place, sign, style, step)

    def _loops(self, node: Node, piece: Piece, row: int, column: int) -> None:
        """Edges from a box to itself: below it where edges lead on to the side, else at its right."""
        short = insets(piece.shape, piece.rows)
        level = self.sheet.manner.is_level
        at = column + short[-1] + 1
        for number, edge in enumerate(piece.loops):
            columns = loop_columns(edge)
            if level:
                self._loop_below(node, edge, row + piece.rows - 1, at, columns - 1)
                at += columns
            else:
                first = 1 + 2 * number
                self._loop_behind(
                    node, edge, row + first, column + piece.columns - 1, columns, short[first : first + 2]
                )

    def _loop_below(self, node: Node, edge: Edge, frame: int, left: int, right: int) -> None:
        """One that leaves the lower side of a frame and comes back to it so many columns further on."""
        style, step = self.edge, edge.step
        line = "╰" + "─" * (right - 1) + "╯"
        for column, tip in ((left, edge.tail), (left + right, edge.head)):
            self.canvas.write(frame + 1, column, HEADS[UP] if tip else _stroked("│", edge), style, step)
            if not tip and step == node.step:
                self.canvas.write(frame, column, "┬", self.area.colored(node.color or FRAME), step)
        self.canvas.write(frame + 2, left, _stroked(line, edge), style, step)
        self._on_line(frame + 2, left, right + 1, edge)

    def _loop_behind(self, node: Node, edge: Edge, row: int, frame: int, columns: int, short: Sequence[int]) -> None:
        """One that leaves the right side of a frame and comes back in the next row."""
        for at, (corner, tip) in enumerate((("╮", edge.tail), ("╯", edge.head))):
            begin = frame - short[at] + 1
            line = _stroked("─" * (frame + columns - begin - 1) + corner, edge)
            self.canvas.write(row + at, begin, HEADS[LEFT] + line[1:] if tip else line, self.edge, edge.step)
            if not tip and edge.step == node.step and node.shape == "box":
                self.canvas.write(row + at, frame, "├", self.area.colored(node.color or FRAME), edge.step)
        self._on_line(row, frame + 1, columns - 1, edge)

    def _on_line(self, row: int, column: int, columns: int, edge: Edge) -> None:
        if edge.label:
            self.canvas.centered(row, column, columns, edge.label, self.area.style(LABEL), edge.step, blanks=1)


def _stroked(line: str, edge: Edge) -> str:
    return line.translate(STROKES[edge.stroke])


def _trace(cells: dict[Cell, dict[int, int]], number: int, start: Cell, end: Cell) -> None:
    """Add to the cells of a straight part of a line the ways in which it leaves them."""
    (row, column), (last_row, last_column) = start, end
    on, back = (DOWN, UP) if last_row > row else (RIGHT, LEFT)
    for at_row in range(row, last_row + 1):
        for at in range(column, last_column + 1):
            ways = (on if (at_row, at) != end else 0) | (back if (at_row, at) != start else 0)
            found = cells.setdefault((at_row, at), {})
            found[number] = found.get(number, 0) | ways
