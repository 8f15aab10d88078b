"""``rostra lsp``: the language server, for editors."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rostra.commands.arguments import Parser
from rostra.errors import UserError

SWITCH = 0.001
"""Seconds after which a thread that reads a whole deck lets a key be heard."""


def lsp(arguments: Sequence[str]) -> int:
    """``rostra lsp``: speaks with an editor on standard input and output until that ends it."""
    parser = Parser(
        prog="rostra lsp",
        description="The language server. Editors start it, and speak with it on its standard input and output.",
    )
    add = parser.add_argument
    add("--at", default="", metavar="FOLDER", help="where to look for talks that follow the cursor: their --at")
    add("--stdio", action="store_true", help="what some editors add; nothing else is spoken")
    given = parser.parse_args(list(arguments))
    try:
        from rostra.lsp.server import Server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        raise UserError("the language server is not installed", hint='pip install "rostra[lsp]"') from error
    if sys.stdin.isatty():
        raise UserError("an editor starts this, and speaks with it", hint="docs/editors.md says how")
    if given.at:
        from rostra.show.address import private_folder

        private_folder(given.at)
    sys.setswitchinterval(SWITCH)
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # whatever else prints must not come between
    Server(given.at).start_io(sys.stdin.buffer, out)
    return 0
