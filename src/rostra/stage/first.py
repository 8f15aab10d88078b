"""The first slide, painted before anything is loaded that only the keys after it need."""

from __future__ import annotations

from rostra.show.show import Show
from rostra.stage.audience import follow_step, mark_of, seen_slide, view_of
from rostra.stage.stage import Stage


def first_picture(show: Show, stage: Stage, screen: tuple[int, int]) -> str:
    """What to write so that an empty screen, of so many columns and rows, shows where a talk begins.

    The colours of listings follow later: they take longer than all the rest.
    """
    stage.frames.hurried = True
    slide = seen_slide(show, stage.magnifier, screen, show.state.magnify)
    follow_step(show, slide.frame)
    view = view_of(show, slide, mark_of(show, stage.frames.styles))
    return stage.painter.paint(view.picture(screen, stage.frames.styles.page))
