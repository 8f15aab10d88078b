"""Plan: a graph laid out, in cells along its ranks and across them, whichever way these lead on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rostra.typeset.figures.graph.manners import Manner
from rostra.typeset.figures.graph.model import Edge, Graph
from rostra.typeset.figures.graph.nets import Net, nets
from rostra.typeset.figures.graph.order import Flat, Layers, layered
from rostra.typeset.figures.graph.places import across, apart, breadth, ended, ports
from rostra.typeset.figures.graph.routes import Channel, channel
from rostra.typeset.figures.graph.shapes import insets
from rostra.typeset.figures.graph.sizes import Piece, box, label

Cell = tuple[int, int]
"""How far along the ranks, and how far across them."""
ON, BACK, BEHIND, BEFORE = range(4)
"""Ways: to the next rank and to the last one, to what follows within a rank and to what was before it."""


class Group(NamedTuple):
    """Nodes that edges join: what of their layout does not depend on sizes."""

    layers: Layers
    lines: list[list[Net]]
    edges: tuple[Edge, ...]
    loops: dict[int, list[Edge]]
    ends: dict[int, tuple[list[Net], list[Net]]]


class Route(NamedTuple):
    """A line."""

    net: Net
    parts: list[tuple[Cell, Cell]]
    """Its straight parts, each of a cell or more."""
    tips: list[tuple[Cell, int]]
    """Each with the way in which it points."""
    joints: list[tuple[Cell, int]]
    """Cells of frames that it comes from, each with the way in which it leaves them."""


class Placed(NamedTuple):
    """A box or a label, and where its first cell is."""

    node: int | None
    piece: Piece
    along: int
    across: int


class Plan(NamedTuple):
    """A group laid out; nothing of it is before 0."""

    placed: list[Placed]
    routes: list[Route]
    length: int
    """Cells along the ranks."""
    breadth: int


def grouped(graph: Graph, nodes: Sequence[int]) -> Group:
    """Nodes that edges join, in ranks and in order."""
    inside = set(nodes)
    mine = [edge for edge in graph.edges if edge.source in inside]
    loops: dict[int, list[Edge]] = {}
    for edge in mine:
        if edge.source == edge.target:
            loops.setdefault(edge.source, []).append(edge)
    edges = tuple(edge for edge in mine if edge.source != edge.target)
    layers = layered(nodes, edges, {node for node in nodes if node in loops or graph.nodes[node].shape != "box"})
    lines = nets(layers, edges)
    return Group(layers, lines, edges, loops, ended(layers, lines))


class Planner:
    """Lays out one group in one manner."""

    def __init__(self, graph: Graph, group: Group, manner: Manner) -> None:
        self.group = group
        self.manner = manner
        self.spots = group.layers.spots
        self.pieces = [self._piece(graph, spot) for spot in range(len(self.spots))]
        flats = [(self.spots[flat.first].rank, self._flat_label(flat)) for flat in group.layers.flats]
        self.depths = [
            max(
                [
                    *(self._depth(self.pieces[spot]) for spot in row),
                    *(self._depth(one) for at, one in flats if at == rank),
                ]
            )
            for rank, row in enumerate(group.layers.ranks)
        ]
        self._make_even()
        self.apart = apart(group.layers, group.edges, self.pieces, manner)
        self.starts = [0]

    def _piece(self, graph: Graph, spot: int) -> Piece:
        found = self.spots[spot]
        if found.node is not None:
            loops = self.group.loops.get(found.node, ())
            return box(graph.nodes[found.node], self.manner, max(map(len, self.group.ends[spot])), loops)
        if found.is_label and found.edge is not None:
            return label(self.group.edges[found.edge], self.manner.is_level)
        return Piece((), 1, 1)

    def _flat_label(self, flat: Flat) -> Piece:
        return label(self.group.edges[flat.edge], not self.manner.is_level)

    def _depth(self, piece: Piece) -> int:
        return piece.columns if self.manner.is_level else piece.rows

    def _make_even(self) -> None:
        """Boxes become as deep as others of their rank, and where there is room as broad."""
        for row, depth in zip(self.group.layers.ranks, self.depths, strict=True):
            boxes = [spot for spot in row if self.spots[spot].node is not None]
            widest = max((self.pieces[spot].columns for spot in boxes), default=0)
            for spot in boxes:
                piece = self.pieces[spot]
                if piece.shape not in ("box", "round"):
                    continue
                if self.manner.is_level:
                    self.pieces[spot] = piece._replace(columns=depth)
                else:
                    columns = widest if self.manner.is_even else piece.columns
                    self.pieces[spot] = piece._replace(
                        rows=depth, columns=columns, above=(depth - len(piece.lines)) // 2
                    )

    def least(self) -> tuple[int, int]:
        """Cells along the ranks and across them which the group takes at least."""
        wide = [
            sum(distances) + breadth(self.pieces[row[-1]], self.manner)
            for row, distances in zip(self.group.layers.ranks, self.apart, strict=True)
        ]
        between = (self._channel(rank, 0)[2] for rank in range(len(self.depths) - 1))
        return sum(self.depths) + sum(between), max(wide)

    def plan(self) -> Plan:
        """Everything in its place."""
        group = self.group
        self.ports = ports(group.ends, self.pieces, self.manner)
        self.across = across(group.layers, group.lines, self.apart, self.ports)
        routes = []
        for rank, lines in enumerate(group.lines[:-1]):
            drawn = channel(lines, lambda net, spot: self.across[spot] + self.ports[net, spot])
            first, spacing, size = self._channel(rank, drawn.tracks)
            end = self.starts[rank] + self.depths[rank]
            self.starts.append(end + size)
            routes += self._routes(drawn, end + first, spacing)
        placed = [self._placed(spot) for spot, piece in enumerate(self.pieces) if piece.lines]
        for flat in group.layers.flats:
            routes.append(self._flat(flat))
            if group.edges[flat.edge].label:
                placed.append(self._label_of(flat))
        ends = [cell[1] for route in routes for part in route.parts for cell in part]
        before = min([one.across for one in placed] + ends)
        behind = max([one.across + breadth(one.piece, self.manner) for one in placed] + [end + 1 for end in ends])
        placed = [one._replace(across=one.across - before) for one in placed]
        routes = [_moved(route, before) for route in routes]
        return Plan(placed, routes, self.starts[-1] + self.depths[-1], behind - before)

    def _channel(self, rank: int, tracks: int) -> tuple[int, int, int]:
        """Behind a rank: how far the first track is, how far apart tracks are, how many cells there are to the next."""
        lines = self.group.lines[rank]
        above = any(spot in net.tipped for net in lines for spot in net.uppers)
        below = any(spot in net.tipped for net in lines for spot in net.lowers)
        rows = self.group.layers.ranks
        boxes = all(any(self.spots[spot].node is not None for spot in rows[at]) for at in (rank, rank + 1))
        if self.manner.is_level:
            lead, spacing, trail, least = 1 + above, 2, 1 + below, self.manner.along if boxes else 2
        else:
            lead, spacing, trail, least = int(above), 1, int(below), self.manner.along - (not boxes)
        least = max(least, 1, above + below)
        if not tracks:
            return 0, 0, least
        needed = lead + (tracks - 1) * spacing + 1 + trail
        return lead + max(0, least - needed) // 2, spacing, max(least, needed)

    def _begin(self, spot: int) -> int:
        """How far along the first cell of a box or label is."""
        rank = self.spots[spot].rank
        return self.starts[rank] + (self.depths[rank] - self._depth(self.pieces[spot])) // 2

    def _placed(self, spot: int) -> Placed:
        return Placed(self.spots[spot].node, self.pieces[spot], self._begin(spot), self.across[spot])

    def _routes(self, drawn: Channel, first: int, spacing: int) -> list[Route]:
        """The lines between two ranks; of those on two tracks each has the part that leads to it."""
        routes = []
        for net, place in drawn.straight:
            route = Route(net, [], [], [])
            self._end(route, net.uppers[0], place, self._end(route, net.lowers[0], place))
            routes.append(route)
        detours: dict[Net, int] = {}
        for turn, track in drawn.turns:
            route = Route(turn.net, [], [], [])
            at = first + track * spacing
            start, end = turn.span
            route.parts.append(((at, start), (at, end)))
            if turn.part == 2:
                route.parts.append(((detours[turn.net], turn.uppers[0]), (at, turn.uppers[0])))
            else:
                detours[turn.net] = at
                for spot, place in zip(turn.net.uppers, turn.uppers, strict=True):
                    self._end(route, spot, place, at)
            if turn.part != 1:
                for spot, place in zip(turn.net.lowers, turn.lowers, strict=True):
                    self._end(route, spot, place, at)
            routes.append(route)
        return routes

    def _end(self, route: Route, spot: int, place: int, at: int | None = None) -> int:
        """Lead a line from a place between two ranks to a spot, if it is given; returns how far along it ends there.

        That is on the frame of a box, or where a label or a line through a rank begins.
        """
        rank = self.spots[spot].rank
        upper = rank == route.net.rank
        frame = self.starts[rank]
        if self.spots[spot].node is not None:
            piece = self.pieces[spot]
            inset = insets(piece.shape, piece.rows)[self.ports[route.net, spot]] if self.manner.is_level else 0
            frame = self._begin(spot) + (self._depth(piece) - 1 - inset if upper else inset)
            if spot in route.net.tipped:
                route.tips.append(((frame + 1, place), BACK) if upper else ((frame - 1, place), ON))
            elif not self.manner.is_level or piece.shape == "box":
                route.joints.append(((frame, place), ON if upper else BACK))
        if at is not None:
            route.parts.append(((frame, place), (at, place)))
        return frame

    def _middle(self, rank: int) -> int:
        """How far along the middle of a rank is."""
        return self.starts[rank] + (self.depths[rank] - 1) // 2

    def _flat(self, flat: Flat) -> Route:
        """An edge between neighbours."""
        edge = self.group.edges[flat.edge]
        along = self._middle(self.spots[flat.first].rank)
        start = self.across[flat.first] + breadth(self.pieces[flat.first], self.manner) - 1
        end = self.across[flat.second]
        net = Net(self.spots[flat.first].rank, (flat.first,), (flat.second,), frozenset(), edge.stroke, edge.step)
        route = Route(net, [((along, start), (along, end))], [], [])
        for cell, inwards, way in ((start, 1, BEFORE), (end, -1, BEHIND)):
            if edge.head:
                route.tips.append(((along, cell + inwards), way))
            else:
                route.joints.append(((along, cell), BEHIND if way == BEFORE else BEFORE))
        return route

    def _label_of(self, flat: Flat) -> Placed:
        piece = self._flat_label(flat)
        start = self.across[flat.first] + breadth(self.pieces[flat.first], self.manner)
        room = self.across[flat.second] - start
        size = piece.rows if self.manner.is_level else piece.columns
        along = self._middle(self.spots[flat.first].rank) - (self._depth(piece) - 1) // 2
        return Placed(None, piece, along, start + (room - size) // 2)


def _moved(route: Route, before: int) -> Route:
    """The route with everything so many cells nearer to the first one across."""
    return route._replace(
        parts=[((one, at - before), (other, to - before)) for (one, at), (other, to) in route.parts],
        tips=[((along, at - before), way) for (along, at), way in route.tips],
        joints=[((along, at - before), way) for (along, at), way in route.joints],
    )
