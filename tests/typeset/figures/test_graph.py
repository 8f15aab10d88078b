"""Graphs laid out: whatever the edges, no box lies on another, and no line on a box or on another line."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.typeset.figures.graph.manners import Manner, manners
from rostra.typeset.figures.graph.model import Edge, Graph, Node, Shape, Words
from rostra.typeset.figures.graph.nets import Net
from rostra.typeset.figures.graph.places import breadth
from rostra.typeset.figures.graph.plan import Placed, Plan, Planner, grouped
from rostra.typeset.figures.graph.ranks import components, onwards, ranks
from rostra.typeset.figures.graph.shapes import insets
from rostra.typeset.figures.graph.spreading import Wish, spread
from rostra.typeset.figures.words import balanced, widest

SHAPES: tuple[Shape, ...] = ("box", "round", "decision", "circle")
MANNERS = sorted({manner for direction in ("right", "down") for manner, _ in manners(direction, 60)})
NODES = st.builds(
    lambda name, detail, shape: Node((Words(name, "strong"), *[Words(detail, "page")] * bool(detail)), shape),
    st.sampled_from(["a", "a longer name of a box", "宽宽", "incomprehensibilities"]),
    st.sampled_from(["", "", "and more words that explain it"]),
    st.sampled_from(SHAPES),
)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Boxes, and any edges between them."""
    nodes = tuple(draw(st.lists(NODES, min_size=1, max_size=9)))
    ends = st.integers(0, len(nodes) - 1)
    label = st.sampled_from(["", "", "yes", "a label of some words"])
    edge = st.builds(Edge, ends, ends, label, st.booleans(), st.booleans(), step=st.integers(0, 1))
    return Graph(nodes, tuple(dict.fromkeys(draw(st.lists(edge, max_size=16)))))


def plans(graph: Graph, manner: Manner) -> list[Plan]:
    pairs = [(edge.source, edge.target) for edge in graph.edges]
    return [Planner(graph, grouped(graph, nodes), manner).plan() for nodes in components(len(graph.nodes), pairs)]


def room_of(one: Placed, manner: Manner) -> set[tuple[int, int]]:
    """The cells that a box or a label has for itself."""
    depth = one.piece.columns if manner.is_level else one.piece.rows
    cells = product(range(depth), range(breadth(one.piece, manner)))
    return {(one.along + along, one.across + across) for along, across in cells}


def inside_of(one: Placed, manner: Manner) -> set[tuple[int, int]]:
    """The cells within the frame of a box."""
    cells = set()
    for row, inset in enumerate(insets(one.piece.shape, one.piece.rows)):
        for column in range(inset + 1, one.piece.columns - inset - 1):
            if 0 < row < one.piece.rows - 1:
                along, across = (column, row) if manner.is_level else (row, column)
                cells.add((one.along + along, one.across + across))
    return cells


@given(graph=graphs(), manner=st.sampled_from(MANNERS))
@settings(max_examples=150, deadline=None)
def test_nothing_lies_on_anything_else(graph: Graph, manner: Manner) -> None:
    for plan in plans(graph, manner):
        taken: set[tuple[int, int]] = set()
        inside: set[tuple[int, int]] = set()
        for one in plan.placed:
            assert not room_of(one, manner) & taken
            taken |= room_of(one, manner)
            inside |= inside_of(one, manner) if one.node is not None else set()
        found: dict[tuple[bool, tuple[int, int]], Net] = {}
        for route in plan.routes:
            for (along, across), (to_along, to) in route.parts:
                assert along == to_along or across == to
                cells = set(product(_from(along, to_along), _from(across, to)))
                assert not cells & inside
                taken |= cells
                for cell in cells if len(cells) > 1 else ():
                    other = found.setdefault((across == to, cell), route.net)
                    # A line through a rank, or to a label, has its last cell where the next one begins.
                    assert other == route.net or abs(other.rank - route.net.rank) == 1
        assert all(0 <= along < plan.length and 0 <= across < plan.breadth for along, across in taken)


def _from(one: int, other: int) -> range:
    return range(min(one, other), max(one, other) + 1)


@given(graph=graphs(), manner=st.sampled_from(MANNERS))
@settings(max_examples=60, deadline=None)
def test_a_graph_takes_at_least_what_is_reckoned_before_it_is_laid_out(graph: Graph, manner: Manner) -> None:
    pairs = [(edge.source, edge.target) for edge in graph.edges]
    for nodes in components(len(graph.nodes), pairs):
        planner = Planner(graph, grouped(graph, nodes), manner)
        least = planner.least()
        plan = planner.plan()
        assert least[0] <= plan.length
        assert least[1] <= plan.breadth


@given(st.integers(1, 9), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20))
def test_every_edge_leads_to_a_higher_rank_once_those_that_close_a_circle_are_turned(
    count: int, pairs: list[tuple[int, int]]
) -> None:
    pairs = [(one % count, other % count) for one, other in pairs if one % count != other % count]
    turned = onwards(count, pairs)
    rank = ranks(count, turned)
    assert all(rank[one] < rank[other] for one, other in turned)
    assert min(rank) == 0


def test_only_what_closes_a_circle_is_turned() -> None:
    assert onwards(3, [(0, 1), (1, 2), (2, 0), (0, 2)]) == [(0, 1), (1, 2), (0, 2), (0, 2)]


@pytest.mark.parametrize(
    ("wanted", "apart", "places"),
    [
        ([[(3, 1)], [(9, 1)]], [0, 4], [3, 9]),
        ([[(5, 1)], [(5, 1)]], [0, 4], [3, 7]),
        ([[(0, 1), (10, 1)]], [0], [5]),
        ([[(5, 1)], [(4, 1)], [(3, 1)]], [0, 1, 1], [3, 4, 5]),
        ([[(0, 1), (10, 2)]], [0], [10]),
    ],
)
def test_what_wants_the_same_place_stands_around_it(
    wanted: list[list[Wish]], apart: list[int], places: list[int]
) -> None:
    assert spread(wanted, apart) == places


@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 9)), min_size=1, max_size=4), st.integers(0, 9)
        ),
        max_size=9,
    )
)
def test_things_keep_their_distance(things: list[tuple[list[Wish], int]]) -> None:
    apart = [distance for _, distance in things]
    places = spread([wanted for wanted, _ in things], apart)
    assert all(other - one >= least for one, other, least in zip(places, places[1:], apart[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("one", 10, ("one",)),
        ("systems that are fair and transparent", 24, ("systems that are", "fair and transparent")),
        ("a hyper-parameter", 9, ("a hyper-", "parameter")),
        ("incomprehensibilities of it", 8, ("incomprehensibilities", "of it")),
        ("漢字漢字漢字漢字", 10, ("漢字漢字", "漢字漢字")),
    ],
)
def test_names_are_broken_into_lines_of_about_the_same_length(text: str, most: int, lines: tuple[str, ...]) -> None:
    assert balanced(text, most) == lines
    assert widest(lines) <= max(most, max(map(len, text.split())))
