"""Blocks collected into the containers that directives open and leave open."""

from __future__ import annotations

from dataclasses import dataclass, field

from rostra.deck.blocks import Block, Container, Place
from rostra.reader.slide_state import SlideState

LASTING = ("left", "center", "right", "large")
"""What stays in force to the end of the slide unless it is changed."""


@dataclass(eq=False, repr=False)
class Collector:
    """Collects blocks; the innermost open container takes them."""

    state: SlideState
    blocks: list[Block] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    """Where the token that is being read stands."""
    opened: list[tuple[Container, list[Block]]] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Put a block into the innermost open container."""
        (self.opened[-1][1] if self.opened else self.blocks).append(block)

    def finished(self) -> tuple[Block, ...]:
        """All blocks, once what is still open was closed."""
        while self.opened:
            self.close()
        return tuple(self.blocks)

    def open(self, name: str, argument: str = "") -> None:
        """Let a container take what follows."""
        self.opened.append((Container(name, argument, (), self.place, self.state.step), []))

    def open_columns(self, shares: tuple[int, ...]) -> None:
        """Open a layout of columns; the first takes what follows until told otherwise."""
        self.open("columns", " ".join(str(share) for share in shares))
        empty = Container("column", "", (), self.place, self.state.step)
        self.opened[-1][1].extend([empty] * len(shares))
        self.column(0)

    def open_below_all(self, name: str) -> None:
        """Open a container at the bottom, with the alignments and sizes that are open now inside it."""
        lasting = self._lasting(0)
        while self.opened:
            self.close()
        self.open(name)
        self._reopen(lasting)

    def close(self) -> None:
        """End the innermost open container."""
        container, children = self.opened.pop()
        made = container._replace(children=tuple(children))
        if container.name == "column":
            self.opened[-1][1][int(container.argument)] = made._replace(argument="")
        else:
            self.add(made)

    def close_through(self, *names: str) -> bool:
        """End open containers up to the innermost with one of these names; false when there is none."""
        at = next((i for i in reversed(range(len(self.opened))) if self.opened[i][0].name in names), None)
        if at is None:
            return False
        lasting = self._lasting(at + 1)
        while len(self.opened) > at:
            self.close()
        self._reopen(lasting)
        return True

    def _lasting(self, start: int) -> list[Container]:
        """The open containers from one on that outlast a change of what they are in."""
        return [container for container, _ in self.opened[start:] if container.name in LASTING]

    def _reopen(self, containers: list[Container]) -> None:
        for container in containers:
            self.open(container.name, container.argument)

    def column(self, index: int) -> None:
        """Let a column take what follows; it may have been written to before."""
        names = [container.name for container, _ in self.opened]
        if "columns" not in names:
            self.state.problem(self.place, "column without a column_layout before it", rule="columns")
            return
        at = len(names) - names[::-1].index("columns")
        lasting = self._lasting(at)
        while len(self.opened) > at:
            self.close()
        columns = self.opened[-1][1]
        if index >= len(columns):
            message = f"column {index} of a layout with {len(columns)}: the first is 0"
            self.state.problem(self.place, message, rule="columns")
            index = len(columns) - 1
        earlier = columns[index]
        assert isinstance(earlier, Container)
        step = earlier.step if earlier.children else self.state.take_step()
        self.opened.append((Container("column", str(index), (), self.place, step), [*earlier.children]))
        self._reopen(lasting)
