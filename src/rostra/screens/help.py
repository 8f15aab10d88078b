"""Help: every key, drawn from the bindings, and the deck's problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from rostra.errors import Problem
from rostra.keys import Key
from rostra.screens.base import Overlay
from rostra.screens.help_pages import WIDEST, Pages, help_pages, wrapped

FRAME = 6
"""Columns that the frame and the blanks within it take; of rows it takes two."""
MOVED = "keys can be moved: rostra config --example"
MARGIN = 2
"""Columns and rows of the slide that stay to be seen around the help, where there are enough."""


class HelpScreen(Overlay[None]):
    """Keys and problems, in pages where they do not fit the screen."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: transparent; }
    HelpScreen Static { width: auto; height: auto; max-width: 100%; max-height: 100%; padding: 0 2;
        border: tall $primary; background: $surface; text-wrap: nowrap; text-overflow: clip;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $foreground; }
    """
    BINDINGS = [
        ("question_mark,q", "close", "Close"),
        ("j,n,l,down,right,space,enter,pagedown", "page(1)", "Next page"),
        ("k,p,h,up,left,backspace,pageup", "page(-1)", "Previous page"),
        ("g,home", "page(-1000)", "First page"),
        ("G,end", "page(1000)", "Last page"),
    ]

    def __init__(
        self,
        keys: Sequence[Key],
        moved: Mapping[str, str],
        problems: Sequence[Problem],
        trouble: str,
        *,
        private: bool = False,
    ) -> None:
        super().__init__()
        self._private = private
        """Whether the audience does not see this: then the lines that problems are about are shown, notes too."""
        self.keys = keys
        self.moved = moved
        self.problems = self._shown(problems)
        self.trouble = trouble
        self.page = 0
        self._text = Static()  # kept: problems may come from a thread before it can be found here
        self._above: list[Content] = []
        self._pages = Pages(0, ([],))

    def compose(self) -> ComposeResult:
        """One page at a time, in a frame that says which."""
        yield self._text

    def on_resize(self) -> None:
        """Fit the pages."""
        self._lay_out()

    def add_problems(self, problems: Sequence[Problem]) -> None:
        """Show more problems of the deck, which were found after the help was opened; the page stays."""
        self.problems = list(dict.fromkeys([*self.problems, *self._shown(problems)]))
        if self.is_mounted:
            self._lay_out()

    def _shown(self, problems: Sequence[Problem]) -> list[Problem]:
        return [problem if self._private else replace(problem, source="") for problem in problems]

    def action_page(self, by: int) -> None:
        """Turn over pages."""
        self.page = max(0, min(self.page + by, len(self._pages.pages) - 1))
        self._show()

    def _lay_out(self) -> None:
        """Make the pages for the screen as it is."""
        columns = self.size.width - FRAME - (MARGIN if self.size.width > 60 else 0)
        rows = self.size.height - 2 - (MARGIN if self.size.height >= 20 else 0)
        self._above = self.head(min(columns, WIDEST))
        self._pages = help_pages(self.keys, self.moved, self.problems, (columns, rows - len(self._above)))
        self.action_page(0)

    def head(self, width: int) -> list[Content]:
        """What stands above every page: why the deck on the screen is not the one that was saved last."""
        if not self.trouble:
            return []
        head = Content.styled("The deck could not be read again; its last good state is shown", "bold $error")
        return [head, *(Content(f"  {line}") for line in wrapped(self.trouble, width - 2)), Content("")]

    def _show(self) -> None:
        pages, page = self._pages, self._text
        lines = [*self._above, *pages.pages[self.page]]
        # All pages are as large as each other, so that nothing jumps when one is turned over.
        highest = max(map(len, pages.pages)) - len(pages.pages[self.page])
        lines += [Content("")] * highest
        lines[0] = lines[0].pad_right(max(0, pages.width - lines[0].cell_length))
        page.update(Content("\n").join(lines))
        page.border_title = f"Help · {MOVED}" if pages.width > 60 else "Help"
        page.border_subtitle = self._where()

    def _where(self) -> str:
        """Which page this is, and how to go on."""
        pages = self._pages
        count = len(pages.pages)
        turn = "Space: next page" if self.page < count - 1 else "Home: first page"
        parts = [f"page {self.page + 1} of {count}", turn] * (count > 1)
        if pages.problems_from is not None and pages.problems_from > self.page:
            many = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
            parts.insert(1, f"{many} on page {pages.problems_from + 1}")
        return " · ".join([*parts, "Esc closes"])
