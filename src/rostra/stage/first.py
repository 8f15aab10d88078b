"""The first slide, painted before anything is loaded that only the keys after it need."""

from __future__ import annotations

from rostra.show.show import Show
from rostra.stage.audience import follow_step, mark_of, seen_frame, view_of
from rostra.stage.stage import Stage


def first_picture(show: Show, stage: Stage, page: tuple[int, int], screen: tuple[int, int]) -> str:
    """What to write so that an empty screen shows where a talk begins; sizes are columns and rows.

    The colours of listings follow later: they take longer than all the rest.
    """
    stage.frames.hurried = True
    follow_step(show, seen_frame(show, stage.frames, *page))
    view = view_of(show, seen_frame(show, stage.frames, *page), mark_of(show, stage.frames.styles))
    return stage.painter.paint(view.on(*screen, stage.frames.styles.page))
