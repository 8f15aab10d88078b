"""``rostra directives``: everything that can be written in a deck, for people and for editors."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.commands.arguments import Parser, in_columns


def directives(arguments: Sequence[str]) -> int:
    """``rostra directives``."""
    parser = Parser(prog="rostra directives", description="List all that can be written in a deck.")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text unless given")
    given = parser.parse_args(list(arguments))
    from rostra.deck.kinds import KINDS

    if given.format == "json":
        import json

        listed = {
            kind.id: [{"name": one.name, "about": one.about, "example": one.example} for one in kind.names]
            for kind in KINDS
        }
        print(json.dumps(listed, ensure_ascii=False, indent=2))  # noqa: T201
        return 0
    parts = [
        f"{kind.title}\n{in_columns((one.example or one.name, one.about) for one in kind.names)}" for kind in KINDS
    ]
    print("\n".join(parts), end="")  # noqa: T201
    return 0
