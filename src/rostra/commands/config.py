"""``rostra config``: the configuration in force, or an example."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.commands.arguments import Parser

if TYPE_CHECKING:
    from rostra.settings import Settings


def config(arguments: Sequence[str]) -> int:
    """``rostra config``."""
    parser = Parser(prog="rostra config", description="Show the configuration in force.")
    parser.add_argument("--example", action="store_true", help="print a commented configuration file")
    parser.add_argument("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    from rostra.settings import config_file, example, load_settings

    if given.example:
        print(example(), end="")  # noqa: T201
        return 0
    settings, path = load_settings(given.config), config_file(given.config)[0]
    print(f"# {path}" + ("" if path.is_file() else " (there is none: these are the defaults)"))  # noqa: T201
    print(_in_force(settings), end="")  # noqa: T201
    return 0


def _in_force(settings: Settings) -> str:
    import json
    from dataclasses import fields

    lines = [
        f"{one.name} = {json.dumps(getattr(settings, one.name))}" for one in fields(settings) if one.name != "keys"
    ]
    lines += ["[keys]", *(f"{name} = {json.dumps(keys)}" for name, keys in settings.keys.items())] * bool(settings.keys)
    return "\n".join(lines) + "\n"
