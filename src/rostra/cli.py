"""Arguments to one command, imported only when it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from rostra.commands import COMMANDS
from rostra.errors import UserError
from rostra.safety import safe_line


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status: 0, or 2 for a mistake of the user."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        command = arguments.pop(0) if arguments and arguments[0] in COMMANDS else "present"
        return int(getattr(import_module(f"rostra.commands.{command}"), command)(arguments))
    except UserError as error:
        print(f"rostra: {safe_line(str(error))}", file=sys.stderr)  # noqa: T201
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; nothing more is to be written, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from rostra.crash import crash_report

        report = safe_line(crash_report(error))
        print(f"rostra: the program failed (please report {report})", file=sys.stderr)  # noqa: T201
        return 2
