"""What is left of a program that failed: a report in the user's log folder."""

from __future__ import annotations

import sys
import time
import traceback
from contextlib import suppress

from rostra.folders import log_folder


def crash_report(error: BaseException | None) -> str:
    """Write down what failed; returns the file's path."""
    cause = getattr(error, "error", error)  # Textual wraps what failed in a worker
    text = "".join(traceback.format_exception(cause)) if cause else "unknown\n"
    file = log_folder() / time.strftime("crash-%Y%m%d-%H%M%S.txt")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Python {sys.version}\n{text}", "utf-8")
    return str(file)
