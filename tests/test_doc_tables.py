"""The tables of the documentation that follow from the program, and what other tools read of the repository."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from rostra.commands import COMMANDS

ROOT = Path(__file__).parents[1]


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "docs")
    return importlib.import_module("tables")


def test_every_page_has_its_tables_as_the_program_has_them(tables: Any) -> None:
    for page in tables.TABLES:
        text = (ROOT / "docs" / page).read_text("utf-8")
        assert tables.with_tables(page, text) == text, "make docs writes it"


def test_what_is_told_between_the_marks_is_replaced_and_nothing_else(tables: Any) -> None:
    text = (ROOT / "docs" / "checks.md").read_text("utf-8")
    stale = text.replace("| `fit` |", "| `tif` |").replace("| `width` |", "| `width` | more")
    assert stale != text
    assert tables.with_tables("checks.md", stale) == text
    with pytest.raises(ValueError, match="0 tables of checks"):
        tables.with_tables("checks.md", text.replace("end of checks", ""))


@pytest.mark.skipif(not (ROOT / ".pre-commit-hooks.yaml").is_file(), reason="hooks are only in the repository")
def test_the_hook_runs_a_command_that_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, command, *_ = hook["entry"].split()
    assert (program, command in COMMANDS) == ("rostra", True)
    assert (hook["id"], hook["language"], hook["types"]) == ("rostra-check", "python", ["markdown"])
