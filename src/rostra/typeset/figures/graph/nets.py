"""Nets: edges that leave a box together, or come to it together, are one line that branches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rostra.typeset.figures.graph.model import Edge, Stroke
from rostra.typeset.figures.graph.order import Layers, Link


class Net(NamedTuple):
    """A line between two neighbouring ranks, with an end or several at either."""

    rank: int
    """The upper of the two."""
    uppers: tuple[int, ...]
    """The spots where it ends there."""
    lowers: tuple[int, ...]
    tipped: frozenset[int]
    """The spots at which it has a tip."""
    stroke: Stroke
    step: int
    is_back: bool = False
    """Whether its edges lead back to what was before."""


def nets(layers: Layers, edges: Sequence[Edge]) -> list[list[Net]]:
    """For each rank the lines to the next one.

    Links that begin at one box are one line, if they look alike and show together; else those that end at one. So are
    those from several boxes when they lead from each to all of the same others.
    """
    return [_between(rank, links, layers, edges) for rank, links in enumerate(layers.links)]


def _between(rank: int, links: list[Link], layers: Layers, edges: Sequence[Edge]) -> list[Net]:
    found = []
    left = links
    for upper in (True, False):
        groups: dict[object, list[Link]] = {}
        for link in left:
            spot = link.upper if upper else link.lower
            tip = link.tip_above if upper else link.tip_below
            edge = edges[link.edge]
            key = (spot, tip, edge.stroke, edge.step, link.is_back)
            groups.setdefault(key if layers.spots[spot].node is not None else link, []).append(link)
        left = [link for group in groups.values() if upper and len(group) == 1 for link in group]
        found += [_net(rank, group, edges) for group in groups.values() if len(group) > 1 or not upper]
    return _merged(found)


def _merged(lines: list[Net]) -> list[Net]:
    """The lines, those as one that lead from each of several boxes to all of the same others."""
    found: dict[object, Net] = {}
    for net in lines:
        lowers = frozenset(net.lowers)
        key: object = net
        if len(net.uppers) == 1 and len(lowers) > 1:
            key = (lowers, net.uppers[0] in net.tipped, net.tipped & lowers, net.stroke, net.step, net.is_back)
        if before := found.get(key):
            net = before._replace(uppers=before.uppers + net.uppers, tipped=before.tipped | net.tipped)
        found[key] = net
    return list(found.values())


def _net(rank: int, links: list[Link], edges: Sequence[Edge]) -> Net:
    uppers, lowers = ({link.upper: None for link in links}, {link.lower: None for link in links})
    tipped = [link.upper for link in links if link.tip_above] + [link.lower for link in links if link.tip_below]
    edge = edges[links[0].edge]
    return Net(rank, tuple(uppers), tuple(lowers), frozenset(tipped), edge.stroke, edge.step, links[0].is_back)
