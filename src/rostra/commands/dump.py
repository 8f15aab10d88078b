"""``rostra dump DECK…``: print what would be seen."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rostra.commands.arguments import Parser
from rostra.commands.rendering import add_options, job_of


def dump(arguments: Sequence[str]) -> int:
    """``rostra dump DECK…``."""
    parser = Parser(prog="rostra dump", description="Print what would be seen.")
    add_options(parser)
    parser.add_argument("--format", choices=("text", "ansi", "json"), default="text", help="text unless given")
    given = parser.parse_args(list(arguments))
    from rostra.export import FORMATS

    for _, data in FORMATS[given.format].files(job_of(given, given.format)):
        sys.stdout.buffer.write(data)
    sys.stdout.flush()
    return 0
