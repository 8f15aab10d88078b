"""The screen of a talk, by what the terminal is for."""

from __future__ import annotations

from typing import assert_never

from rostra.options import Options
from rostra.screens.audience import AudienceScreen
from rostra.screens.talk import TalkScreen
from rostra.show.show import Show
from rostra.stage.stage import Stage


def screen_for(options: Options, stage: Stage, show: Show) -> TalkScreen:
    """The screen that the program was started for."""
    match options.role:
        case "audience":
            return AudienceScreen(stage, show)
        case "practice":
            from rostra.screens.practice import PracticeScreen

            return PracticeScreen(stage, show)
        case "console":
            from rostra.screens.console import ConsoleScreen

            return ConsoleScreen(stage)
        case "rehearsal":
            from rostra.screens.rehearsal import RehearsalScreen

            assert options.stopwatch is not None
            return RehearsalScreen(stage, options.stopwatch)
        case _:
            assert_never(options.role)
