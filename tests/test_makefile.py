"""The commands of a newcomer say what they are doing while they install."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(not shutil.which("make") or not (ROOT / "Makefile").is_file(), reason="there is no make here")
@pytest.mark.parametrize("target", ["present", "test"])
def test_a_word_is_said_before_each_command_that_takes_long(target: str, tmp_path: Path) -> None:
    steps = subprocess.run(
        ["make", "--dry-run", target, f"VENV={tmp_path / 'venv'}"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for slow, word in ((" -m venv ", "Making"), (" -m pip install ", "Installing")):
        at = next(number for number, step in enumerate(steps) if slow in step)
        assert steps[at - 1].startswith(f'echo "{word} ')


@pytest.mark.skipif(not shutil.which("make") or not (ROOT / "Makefile").is_file(), reason="there is no make here")
def test_nothing_but_the_words_is_printed_while_installing() -> None:
    recipes = [
        line for line in (ROOT / "Makefile").read_text("utf-8").split("bin/python:\n")[1].splitlines() if "\t" in line
    ]
    assert recipes
    assert all(line.startswith("\t@") for line in recipes)
