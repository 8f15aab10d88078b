"""Places: where across its rank each box, label and line stands, and at which of its cells each line ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rostra.typeset.figures.graph.manners import Manner
from rostra.typeset.figures.graph.model import Edge
from rostra.typeset.figures.graph.nets import Net
from rostra.typeset.figures.graph.order import Layers
from rostra.typeset.figures.graph.shapes import insets
from rostra.typeset.figures.graph.sizes import Piece, flat_room, loop_room
from rostra.typeset.figures.graph.spreading import spread

SWEEPS = 3
STRAIGHT = ((4, 3, 16), (1, 1, 2))
"""How much a link wants to be straight: of two boxes, of a box and what is on an edge, of two parts of an edge.

What leads back wants it less.
"""

BEND = 3
"""How many cells of a line are as bad as that it is not straight."""

Ports = dict[tuple[Net, int], int]
"""For a line and a spot where it ends, how far behind the spot's first cell across its rank."""


class Pull(NamedTuple):
    """That a spot wants to stand so far behind another."""

    spot: int
    distance: int
    weight: int


def ended(layers: Layers, lines: Sequence[Sequence[Net]]) -> dict[int, tuple[list[Net], list[Net]]]:
    """For each spot the lines that end above it and below it, in the order in which they come."""
    at = {spot: place for row in layers.ranks for place, spot in enumerate(row)}
    found: dict[int, tuple[list[Net], list[Net]]] = {spot: ([], []) for spot in range(len(layers.spots))}
    for nets in lines:
        for net in nets:
            for spot in net.uppers:
                found[spot][1].append(net)
            for spot in net.lowers:
                found[spot][0].append(net)
    for above, below in found.values():
        above.sort(key=lambda net: sum(map(at.__getitem__, net.uppers)) / len(net.uppers))
        below.sort(key=lambda net: sum(map(at.__getitem__, net.lowers)) / len(net.lowers))
    return found


def ports(ends: dict[int, tuple[list[Net], list[Net]]], pieces: Sequence[Piece], manner: Manner) -> Ports:
    """Where each line ends, evenly spread over the side of the box."""
    found: Ports = {}
    for spot, sides in ends.items():
        piece = pieces[spot]
        breadth = piece.rows if manner.is_level else piece.columns
        edge = 1 if manner.is_level else 1 + max(insets(piece.shape, piece.rows))
        for nets in sides:
            for number, net in enumerate(nets):
                found[net, spot] = _port(number, len(nets), breadth, edge)
    return found


def _port(number: int, count: int, breadth: int, edge: int) -> int:
    if 2 * number >= count and count > 1:
        return breadth - 1 - _port(count - 1 - number, count, breadth, edge)
    return max(edge, (2 * number + 1) * breadth // (2 * count)) if count > 1 else (breadth - 1) // 2


def across(layers: Layers, lines: Sequence[Sequence[Net]], apart: Sequence[Sequence[int]], at: Ports) -> list[int]:
    """The first cell of each spot across its rank; edges are as straight as can be."""
    pulls = _pulls(layers, lines, at)
    places = [0] * len(layers.spots)
    for row, distances in zip(layers.ranks, apart, strict=True):
        reached = 0
        for spot, distance in zip(row, distances, strict=True):
            reached += distance
            places[spot] = reached
    ranks = list(zip(layers.ranks, apart, strict=True))
    both = [up + down for up, down in zip(*pulls, strict=True)]
    best, least = list(places), _bent(layers, lines, at, places)
    for _ in range(SWEEPS):
        for wanted, order in ((pulls[0], ranks[1:]), (pulls[1], ranks[-2::-1]), (both, ranks)):
            for row, distances in order:
                _settle(row, distances, wanted, places)
            bent = _bent(layers, lines, at, places)
            if bent < least:
                best, least = list(places), bent
    return best


def _bent(layers: Layers, lines: Sequence[Sequence[Net]], at: Ports, places: Sequence[int]) -> int:
    """How far lines are from straight, and those that branch from even; one that is not straight counts as more."""
    count = 0
    for nets in lines:
        for net in nets:
            uppers = [places[spot] + at[net, spot] for spot in net.uppers]
            lowers = [places[spot] + at[net, spot] for spot in net.lowers]
            far = abs(min(uppers) + max(uppers) - min(lowers) - max(lowers)) // 2
            if far:
                through = sum(layers.spots[spot].node is None for spot in (net.uppers[0], net.lowers[0]))
                count += STRAIGHT[net.is_back][through] * (far + BEND)
    return count


def breadth(piece: Piece, manner: Manner) -> int:
    """How many cells a box or label takes across its rank."""
    return (piece.rows if manner.is_level else piece.columns) + loop_room(piece, manner)


def apart(layers: Layers, edges: Sequence[Edge], pieces: Sequence[Piece], manner: Manner) -> list[list[int]]:
    """For each rank how far each spot must be behind the one before it."""
    joined = {(flat.first, flat.second): flat_room(edges[flat.edge], manner) for flat in layers.flats}
    found = []
    for row in layers.ranks:
        distances = [0]
        for one, other in pairwise(row):
            boxes = layers.spots[one].node is not None and layers.spots[other].node is not None
            between = joined.get((one, other), manner.across if boxes else manner.lane)
            distances.append(breadth(pieces[one], manner) + between)
        found.append(distances)
    return found


def _pulls(layers: Layers, lines: Sequence[Sequence[Net]], at: Ports) -> tuple[list[list[Pull]], list[list[Pull]]]:
    """For each spot where the lines from above would have it, and where those from below."""
    above: list[list[Pull]] = [[] for _ in layers.spots]
    below: list[list[Pull]] = [[] for _ in layers.spots]
    for nets in lines:
        for net in nets:
            for upper in net.uppers:
                for lower in net.lowers:
                    through = sum(layers.spots[spot].node is None for spot in (upper, lower))
                    weight = STRAIGHT[net.is_back][through]
                    distance = at[net, upper] - at[net, lower]
                    above[lower].append(Pull(upper, distance, weight))
                    below[upper].append(Pull(lower, -distance, weight))
    return above, below


def _settle(row: Sequence[int], apart: Sequence[int], pulls: Sequence[Sequence[Pull]], places: list[int]) -> None:
    wanted = [
        [(places[pull.spot] + pull.distance, pull.weight) for pull in pulls[spot]] or [(places[spot], 1)]
        for spot in row
    ]
    for spot, place in zip(row, spread(wanted, apart), strict=True):
        places[spot] = place
