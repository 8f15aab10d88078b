"""``rostra lsp`` where it cannot run."""

from __future__ import annotations

import sys

import pytest

from rostra.cli import main


def test_without_its_packages_the_server_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pygls" or name.startswith("rostra.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    assert main(["lsp"]) == 2
    assert 'pip install "rostra[lsp]"' in capsys.readouterr().err


def test_a_person_at_a_terminal_is_told_that_editors_start_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    assert main(["lsp"]) == 2
    assert "an editor starts this" in capsys.readouterr().err
