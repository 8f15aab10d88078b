"""Ranks: how far from the start each box stands, so that edges lead onwards, all but those that close a circle."""

from __future__ import annotations

from collections.abc import Sequence

Pair = tuple[int, int]
"""An edge as the numbers of the nodes at its ends."""


def onwards(count: int, pairs: Sequence[Pair]) -> list[Pair]:
    """The edges, those turned around that lead back to where the way to them began."""
    after: list[list[int]] = [[] for _ in range(count)]
    begins = set(range(count))
    for number, (source, target) in enumerate(pairs):
        after[source].append(number)
        begins.discard(target)
    back: set[int] = set()
    state = [0] * count  # 1 while the ways from a node are being followed, 2 after that
    for root in (*sorted(begins), *range(count)):
        if state[root]:
            continue
        state[root] = 1
        ways = [(root, iter(after[root]))]
        while ways:
            node, edges = ways[-1]
            for number in edges:
                target = pairs[number][1]
                if state[target] == 1:
                    back.add(number)
                elif not state[target]:
                    state[target] = 1
                    ways.append((target, iter(after[target])))
                    break
            else:
                state[node] = 2
                ways.pop()
    return [pair[::-1] if number in back else pair for number, pair in enumerate(pairs)]


def ranks(count: int, pairs: Sequence[Pair]) -> list[int]:
    """The rank of each node; every pair leads to a higher one. Edges are kept short."""
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for source, target in pairs:
        after[source].append(target)
        before[target].append(source)
    missing = [len(one) for one in before]
    line = [node for node in range(count) if not missing[node]]
    rank = [0] * count
    for node in line:  # grows while it is gone through
        for target in after[node]:
            rank[target] = max(rank[target], rank[node] + 1)
            missing[target] -= 1
            if not missing[target]:
                line.append(target)
    for node in reversed(line):
        if len(after[node]) > len(before[node]):
            rank[node] = min(rank[target] for target in after[node]) - 1
    least = min(rank, default=0)
    return [one - least for one in rank]


def components(count: int, pairs: Sequence[Pair]) -> list[list[int]]:
    """The nodes in groups that no edge joins, in the order of their first ones."""
    group = list(range(count))

    def first(node: int) -> int:
        while group[node] != node:
            group[node] = node = group[group[node]]
        return node

    for source, target in pairs:
        one, other = sorted((first(source), first(target)))
        group[other] = one
    found: dict[int, list[int]] = {}
    for node in range(count):
        found.setdefault(first(node), []).append(node)
    return list(found.values())
