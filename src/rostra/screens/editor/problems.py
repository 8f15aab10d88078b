"""The list of problems, to jump to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from rostra.errors import Problem
from rostra.safety import safe_line
from rostra.screens.base import Overlay
from rostra.screens.editor.source import Stretch
from rostra.widgets.pick_list import PickList

MOST = 300
"""Problems that are listed."""


class ProblemsScreen(Overlay[int]):
    """Ends with the number of the problem, counted from 0."""

    DEFAULT_CSS = """
    ProblemsScreen { align: center bottom; background: transparent; }
    ProblemsScreen OptionList, ProblemsScreen OptionList:focus { width: 1fr; height: auto; max-height: 50%;
        margin: 0 0 1 0; border: tall $primary; background: $surface; background-tint: transparent;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $foreground; }
    """
    BINDINGS = [("q,f3", "close", "Close")]

    def __init__(self, problems: Sequence[Problem], name: str, line: int) -> None:
        super().__init__()
        self.problems = problems[:MOST]
        self._name = name
        self._line = line

    def compose(self) -> ComposeResult:
        """One problem after the other, with what to do below it."""
        options = [Option(self._told(problem)) for problem in self.problems]
        problems = PickList(*(options or [Option("nothing is wrong", disabled=True)]))
        many = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        problems.border_title, problems.border_subtitle = many, "Enter: go there · Esc"
        behind = [i for i, one in enumerate(self.problems) if one.file == self._name and one.line > self._line]
        problems.highlighted = behind[0] if behind else 0
        yield problems

    def _told(self, problem: Problem) -> Content:
        where = "" if problem.file == self._name else f"{safe_line(problem.file)}:"
        place = f"{where}{problem.line or ''}{f':{problem.column}' if problem.column else ''}"
        hint = [("\n        " + safe_line(problem.hint), "dim")] if problem.hint else []
        return Content.assemble((f"{place:>7} ", "bold"), safe_line(problem.message), *hint)

    @on(PickList.OptionSelected)
    def selected(self, event: PickList.OptionSelected) -> None:
        """Go there."""
        self.dismiss(event.option_index)


def marks_of(problems: Sequence[Problem], name: str, lines: Sequence[str]) -> Mapping[int, Sequence[Stretch]]:
    """The columns that problems are about, by lines of a file."""
    marks: dict[int, list[Stretch]] = {}
    for problem in problems:
        row = problem.line - 1
        if problem.file != name or not 0 <= row < len(lines):
            continue
        start = problem.column - 1 if problem.column else len(lines[row]) - len(lines[row].lstrip())
        end = start + max(1, problem.width) if problem.column else len(lines[row])
        marks.setdefault(row, []).append((start, end))
    return marks


def next_problem(problems: Sequence[Problem], name: str, place: tuple[int, int], *, back: bool) -> Problem | None:
    """The problem of a file behind a place, or before it; from the end on it is the first again."""
    own = [one for one in problems if one.file == name and one.line]
    at = place[0] + 1, place[1] + 1

    def where(one: Problem) -> tuple[int, int]:
        return one.line, one.column or 1

    if back:
        return max((one for one in own if where(one) < at), key=where, default=max(own, key=where, default=None))
    return min((one for one in own if where(one) > at), key=where, default=min(own, key=where, default=None))
