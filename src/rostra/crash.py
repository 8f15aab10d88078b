"""What is left of a program that failed: a report in the user's log folder."""

from __future__ import annotations

import os
import sys
import time
import traceback

from rostra.folders import log_folder


def crash_report(error: BaseException | None) -> str:
    """Write down what failed, for nobody else to read; returns the file's path, or what failed if there can be none."""
    cause = getattr(error, "error", error)  # Textual wraps what failed in a worker
    text = "".join(traceback.format_exception(cause)) if cause else "unknown\n"
    # Two that fail in one second must not write the same file.
    file = log_folder() / time.strftime(f"crash-%Y%m%d-%H%M%S-{os.getpid()}.txt")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as report:
            report.write(f"Python {sys.version}\n{text}")
    except OSError as failed:
        what = text.strip().splitlines()[-1]
        return f"{what}; there is no report, for {file} cannot be written: {failed.strerror}"
    return str(file)
