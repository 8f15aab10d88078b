"""The screen of a talk, by what the terminal is for."""

from __future__ import annotations

from typing import assert_never

from rostra.options import Options
from rostra.screens.audience import AudienceScreen
from rostra.screens.talk import TalkScreen
from rostra.show.show import Show
from rostra.typeset.frame_cache import FrameCache


def screen_for(options: Options, frames: FrameCache, show: Show) -> TalkScreen:
    """The screen that the program was started for."""
    match options.role:
        case "audience":
            return AudienceScreen(frames, show)
        case "practice":
            from rostra.screens.practice import PracticeScreen

            return PracticeScreen(frames, show)
        case "console":
            from rostra.screens.console import ConsoleScreen

            return ConsoleScreen(frames)
        case "rehearsal":
            from rostra.screens.rehearsal import RehearsalScreen

            assert options.stopwatch is not None
            return RehearsalScreen(frames, options.stopwatch)
        case _:
            assert_never(options.role)
