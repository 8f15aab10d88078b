"""Writes the tables of the documentation that follow from the program's own, between their marks.

With ``--check`` nothing is written, and the status is 1 when a table is not as it should be.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from rostra.check.rules import STRICT
from rostra.deck.checks import CHECKS
from rostra.editing.fixes import MENDED
from rostra.keys import EDITOR, shown
from rostra.lsp.requests import REQUESTS

HERE = Path(__file__).parent


def checks() -> str:
    """The table of all checks."""
    options = dict.fromkeys(MENDED, "`--fix`") | dict.fromkeys(STRICT, "`--strict`")
    rows = [f"| `{one.name}` | {one.about} | {options.get(one.name, '')} |" for one in CHECKS]
    return "\n".join(["| Check | What it finds | |", "| --- | --- | --- |", *rows])


def features() -> str:
    """The table of what the language server gives."""
    given = [request.gives.partition(": ") for request in REQUESTS if request.gives]
    rows = ["| findings | everything that `rostra check` says, while you type |"]
    rows += [f"| {feature} | {about} |" for feature, _, about in given]
    return "\n".join(["| | |", "| --- | --- |", *rows])


def editor_keys() -> str:
    """The table of the editor's keys."""
    rows = [f"| {shown(key.keys)} | {key.about} |" for key in EDITOR]
    return "\n".join(["| Key | What it does |", "| --- | --- |", *rows])


TABLES = {
    "checks.md": {"checks": checks},
    "editors.md": {"features": features},
    "writing.md": {"keys": editor_keys},
}
"""The pages, and the tables on each by the names that their marks have."""


def with_tables(page: str, text: str) -> str:
    """The text of a page with its tables as they should be; raises :class:`ValueError` where a mark is missing."""
    for name, table in TABLES[page].items():
        begin, end = f"<!-- table of {name}: made by docs/tables.py -->", f"<!-- end of {name} -->"
        pattern = re.compile(rf"({re.escape(begin)}\n).*?({re.escape(end)})", re.DOTALL)
        made = table()
        text, count = pattern.subn(lambda found, made=made: f"{found[1]}\n{made}\n\n{found[2]}", text)
        if count != 1:
            raise ValueError(f"{page} has {count} tables of {name}, not one")
    return text


def main() -> int:
    """Write every page that is not as it should be."""
    stale = 0
    for page in TABLES:
        path = HERE / page
        text = path.read_text("utf-8")
        if (made := with_tables(page, text)) != text:
            stale += 1
            if "--check" not in sys.argv[1:]:
                path.write_text(made, "utf-8", newline="\n")
                print(f"wrote {path.name}")  # noqa: T201
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
