"""Which screen a talk is shown on: the audience's, the speaker's, or one for practising."""

from __future__ import annotations

from rostra.present import Options
from rostra.screens.audience import AudienceScreen
from rostra.screens.talk import TalkScreen
from rostra.widgets.frames import Frames


def talk_screen(options: Options, frames: Frames) -> TalkScreen:
    """The screen that the program was started for."""
    if options.stopwatch is not None:
        from rostra.screens.rehearsal import RehearsalScreen

        return RehearsalScreen(frames, options.stopwatch)
    if options.console:
        from rostra.screens.console import ConsoleScreen

        return ConsoleScreen(frames)
    if options.notes_here:
        from rostra.screens.practice import PracticeScreen

        return PracticeScreen(frames)
    return AudienceScreen(frames)
