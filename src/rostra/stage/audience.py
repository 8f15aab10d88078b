"""What the audience sees of a show."""

from __future__ import annotations

from dataclasses import replace

from rostra.show.show import Show
from rostra.stage.magnifier import Magnifier, Scaled
from rostra.stage.scrolling import followed, top_of
from rostra.stage.view import View
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run
from rostra.typeset.styles import Styles


def seen_slide(show: Show, magnifier: Magnifier, screen: tuple[int, int], chosen: int) -> Scaled:
    """The slide that the audience sees, on a screen of so many columns and rows, at a scale that may be chosen."""
    deck, seen = show.seen
    return magnifier.slide(deck, seen.cursor.slide, screen, chosen)


def view_of(show: Show, slide: Scaled, mark: Line | None) -> View:
    """What is seen of a slide."""
    seen, state = show.seen[1], show.state
    top = top_of(slide.frame, seen.scroll)
    return View(slide.frame, seen.cursor.step, top, state.blank, mark, state.pointer, slide.scale)


def follow_step(show: Show, frame: Frame, *, at_end: bool = False, entered: bool = False) -> None:
    """Scroll a tall slide so that what its step reveals is seen; one that is entered at its end begins there."""
    if not frame.last_top:
        return
    now = top_of(frame, show.seen[1].scroll)
    spot = followed(frame, show.cursor.step, frame.last_top if at_end and entered else now, at_end=at_end)
    if top_of(frame, spot) != now:
        show.take(replace(show.state, scroll=spot))


def mark_of(show: Show, styles: Styles, *, told: str = "", trouble: str = "", joined: bool = False) -> Line | None:
    """The one sign in the corner for what the speaker should know, and the audience need not.

    What is ``told`` answers a key that was pressed just now.
    """
    state = show.state
    if told:
        text, role = f" {told} ", "muted"
    elif state.frozen and not joined:
        text, role = "f", "problem"
    elif trouble or any(problem.breaks for problem in show.deck.problems):
        text, role = "!", "problem"
    elif show.earlier and not state.under_way:
        text, role = f" R: slide {show.earlier.cursor.slide + 1} ", "muted"
    elif show.deck.problems and not state.under_way:
        text, role = "!", "problem"
    else:
        return None
    return [Run(text, styles.on(styles.page, role))]
