"""The pieces of one slide to its content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rostra.deck.blocks import Block, Container
from rostra.deck.model import Content
from rostra.reader.flow import Flow
from rostra.reader.state import Include, SlideState
from rostra.reader.stream import Piece, TokenStream


def build(
    pieces: Sequence[Piece],
    *,
    references: object = None,
    footnotes: Mapping[str, Piece] | None = None,
    incremental: bool = False,
    include: Include | None = None,
) -> Content:
    """The content of the slide that the pieces make up; ``references`` are the deck's link definitions."""
    footnotes = footnotes or {}
    numbered: dict[int, dict[str, str]] = {}
    env = {
        "references": references or {},
        "footnotes": {"refs": {f":{label}": -1 for label in footnotes}, "list": numbered},
    }
    state = SlideState(env, incremental, include)
    flow = Flow(state)
    for piece in pieces:
        if flow.in_notes:
            state.notes.append(piece.text.strip())
        else:
            flow.read(TokenStream(piece))
    blocks = flow.finished() + _footnotes(state, footnotes, numbered)
    notes = "\n\n".join(note for note in state.notes if note.strip())
    return Content(blocks, state.title, notes, state.last_step + 1, state.footer, tuple(state.problems))


def _footnotes(
    state: SlideState, footnotes: Mapping[str, Piece], numbered: Mapping[int, Mapping[str, str]]
) -> tuple[Block, ...]:
    """The footnotes that the slide calls, in order; those that they call in turn are numbered meanwhile."""
    made: list[Block] = []
    while len(made) < len(numbered):
        piece = footnotes[numbered[len(made)]["label"]]
        definition = TokenStream(piece)
        definition.take()
        flow = Flow(state)
        flow.read(definition.inside())
        made.append(Container("footnote", str(len(made) + 1), flow.finished(), piece.place(0), state.last_step))
    return (Container("footnotes", "", tuple(made), made[0].place, state.last_step),) if made else ()
