"""What is left of a program that failed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from rostra.crash import crash_report
from rostra.folders import log_folder


def failure() -> Exception:
    try:
        raise RuntimeError("made to fail")
    except RuntimeError as error:
        return error


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs modes of files")
def test_a_crash_report_can_be_read_by_nobody_else(home: Path) -> None:
    before = os.umask(0)
    try:
        report = Path(crash_report(failure()))
    finally:
        os.umask(before)
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
    assert "made to fail" in report.read_text("utf-8")


def test_where_no_report_can_be_written_the_line_says_what_failed(home: Path) -> None:
    log_folder().parent.mkdir(parents=True, exist_ok=True)
    log_folder().write_text("a file in the folder's place", "utf-8")
    told = crash_report(failure())
    assert told.startswith("RuntimeError: made to fail; there is no report")
    assert "\n" not in told
