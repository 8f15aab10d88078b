"""Order: what stands beside what in each rank, so that few edges cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from rostra.typeset.figures.graph.model import Edge
from rostra.typeset.figures.graph.ranks import Pair, components, onwards, ranks

SWEEPS = 8


class Spot(NamedTuple):
    """What takes room in a rank: a box, or what an edge needs that goes through: a label, or its line."""

    rank: int
    node: int | None = None
    edge: int | None = None
    is_label: bool = False


class Link(NamedTuple):
    """The part of an edge between two neighbouring ranks."""

    upper: int
    """The number of a spot, in the lower rank of the two."""
    lower: int
    edge: int
    tip_above: bool
    """Whether it has a tip at the upper spot."""
    tip_below: bool
    is_back: bool
    """Whether the edge leads from the lower spot to the upper one."""


class Flat(NamedTuple):
    """An edge between neighbours in a rank."""

    first: int
    """The number of a spot; the other one is the next in its rank."""
    second: int
    edge: int


class Layers(NamedTuple):
    """Spots in ranks, each rank in its order, and the links between them."""

    spots: list[Spot]
    ranks: list[list[int]]
    links: list[list[Link]]
    """For each rank those to the next one."""
    flats: list[Flat] = []


def layered(nodes: Sequence[int], edges: Sequence[Edge], without: Collection[int] = ()) -> Layers:
    """Ranks of nodes and of what their edges need, in an order with few crossings; no edge leads to where it began.

    Edges that lead neither way join neighbours in a rank where all others have them stand like that, but for those of
    nodes ``without``.
    """
    index = {node: at for at, node in enumerate(nodes)}
    pairs = [(index[edge.source], index[edge.target]) for edge in edges]
    level = _level(pairs, edges, len(nodes), {index[node] for node in without})
    while True:
        layers = _layered(nodes, pairs, edges, level)
        neighbours = {pair for row in layers.ranks for pair in pairwise(row)}
        flats = [_flat(number, pairs[number], neighbours) for number in sorted(level)]
        if None not in flats:
            return layers._replace(flats=[one for one in flats if one is not None])
        level = {one.edge for one in flats if one is not None}


def _level(pairs: Sequence[Pair], edges: Sequence[Edge], count: int, without: Collection[int]) -> set[int]:
    """Edges that lead neither way, of which others say that their ends are equally far from the start."""
    ways = [pair for pair, edge in zip(pairs, edges, strict=True) if edge.head != edge.tail]
    rank = ranks(count, onwards(count, ways))
    group = {node: number for number, nodes in enumerate(components(count, ways)) for node in nodes}
    found: dict[Pair, int] = {}
    for number, ((one, other), edge) in enumerate(zip(pairs, edges, strict=True)):
        fits = edge.head == edge.tail and group[one] == group[other] and rank[one] == rank[other]
        if fits and one not in without and other not in without:
            found.setdefault((min(one, other), max(one, other)), number)
    return set(found.values())


def _flat(number: int, pair: Pair, neighbours: set[Pair]) -> Flat | None:
    return next((Flat(*one, number) for one in (pair, pair[::-1]) if one in neighbours), None)


def _layered(nodes: Sequence[int], pairs: Sequence[Pair], all_edges: Sequence[Edge], level: set[int]) -> Layers:
    numbers = [number for number in range(len(all_edges)) if number not in level]
    edges = [all_edges[number] for number in numbers]
    index = {node: at for at, node in enumerate(nodes)}
    pairs = onwards(len(nodes), [pairs[number] for number in numbers])
    rank = ranks(len(nodes), pairs)
    gaps = [_gap(edge, pair, index, rank) for edge, pair in zip(edges, pairs, strict=True)]
    labelled = sorted(set(gaps) - {-1})
    place = [one + sum(gap < one for gap in labelled) for one in rank]
    spots = [Spot(place[at], node=node) for at, node in enumerate(nodes)]
    links: list[list[Link]] = [[] for _ in range(max(place, default=0) + 1)]
    for number, edge, (upper, lower), gap in zip(numbers, edges, pairs, gaps, strict=True):
        turned = index[edge.source] != upper
        above, below = (edge.head, edge.tail) if turned else (edge.tail, edge.head)
        label_at = gap + 1 + sum(one < gap for one in labelled) if gap >= 0 else -1
        last = upper
        for at in range(place[upper] + 1, place[lower] + 1):
            to = lower
            if at < place[lower]:
                to = len(spots)
                spots.append(Spot(at, edge=number, is_label=at == label_at))
            links[at - 1].append(Link(last, to, number, above and last == upper, below and to == lower, turned))
            last = to
    return _ordered(spots, links)


def _gap(edge: Edge, pair: tuple[int, int], index: dict[int, int], rank: list[int]) -> int:
    """The rank behind which an edge's label stands, near to where the edge begins; -1 for one that has none."""
    if not edge.label:
        return -1
    upper, lower = pair
    return rank[upper] if index[edge.source] == upper else rank[lower] - 1


def _ordered(spots: list[Spot], links: list[list[Link]]) -> Layers:
    rows: list[list[int]] = [[] for _ in links]
    for number, spot in enumerate(spots):
        rows[spot.rank].append(number)
    above: list[list[int]] = [[] for _ in spots]
    below: list[list[int]] = [[] for _ in spots]
    for between in links:
        for link in between:
            above[link.lower].append(link.upper)
            below[link.upper].append(link.lower)
    _sweep(rows, above, range(1, len(rows)))
    best, least = [list(row) for row in rows], _crossings(rows, below)
    for sweep in range(SWEEPS):
        if not least:
            break
        back = sweep % 2 == 0
        _sweep(rows, below if back else above, range(len(rows) - 2, -1, -1) if back else range(1, len(rows)))
        _exchange(rows, above, below)
        crossings = _crossings(rows, below)
        if crossings < least:
            best, least = [list(row) for row in rows], crossings
    return Layers(spots, best, links)


def _sweep(rows: list[list[int]], beside: list[list[int]], order: Sequence[int]) -> None:
    """Put each spot near to the middle of those that it is linked with."""
    at = {spot: place for row in rows for place, spot in enumerate(row)}
    for number in order:
        row = rows[number]
        middle = {
            spot: sum(at[one] for one in beside[spot]) / len(beside[spot]) if beside[spot] else float(at[spot])
            for spot in row
        }
        row.sort(key=middle.__getitem__)
        at.update({spot: place for place, spot in enumerate(row)})


def _exchange(rows: list[list[int]], above: list[list[int]], below: list[list[int]]) -> None:
    """Exchange neighbours where fewer edges cross then."""
    at = {spot: place for row in rows for place, spot in enumerate(row)}
    for row in rows:
        for place in range(len(row) - 1):
            one, other = row[place], row[place + 1]
            if _crossing(one, other, at, above, below) > _crossing(other, one, at, above, below):
                row[place], row[place + 1] = other, one
                at[one], at[other] = at[other], at[one]


def _crossing(left: int, right: int, at: dict[int, int], above: list[list[int]], below: list[list[int]]) -> int:
    """How many edges of two neighbours cross, in this order."""
    return sum(at[a] > at[b] for beside in (above, below) for a in beside[left] for b in beside[right])


def _crossings(rows: list[list[int]], below: list[list[int]]) -> int:
    """How many edges cross."""
    at = {spot: place for row in rows for place, spot in enumerate(row)}
    count = 0
    for row in rows:
        seen: list[int] = []
        for spot in row:
            ends = sorted(at[one] for one in below[spot])
            count += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return count
