"""The YAML that decks may hold: no aliases, no tags, dates and ``16:9`` kept as text, every string made safe.

Imported only when a deck has YAML in it.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from rostra.safety import safe, safe_line


class Loader(yaml.SafeLoader):
    """PyYAML's safe loader less what surprises authors and what can blow up."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse aliases: a few lines of them can stand for gigabytes."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases (*name) are not read")
        return super().compose_node(parent, index)


# YAML 1.1 takes 16:9 for a number of base 60, 1.10 for 1.1, No for false and 2026-01-02 for a date; authors do not.
KEPT = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag in KEPT]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z"), list("-0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:[Tt]rue|TRUE|[Ff]alse|FALSE)\Z"), list("tTfF"))
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def load(text: str) -> Any:
    """The value that the text stands for; raises :class:`ValueError` with a line's worth of reason."""
    try:
        return _cleaned(yaml.load(text, Loader))  # noqa: S506 (a subclass of the safe loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise YamlError(_reason(error), mark.line if mark else 0) from error
    except (ValueError, RecursionError, OverflowError) as error:
        raise YamlError(_reason(error), 0) from error


class YamlError(ValueError):
    """Text that is not the YAML it should be."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line
        """0-based, within the text."""


def _reason(error: Exception) -> str:
    return safe_line(str(getattr(error, "problem", None) or error))[:160]


def _cleaned(value: Any) -> Any:
    """The same value with every string in it made safe: YAML has escapes of its own."""
    match value:
        case str():
            return safe(value)
        case dict():
            return {_cleaned(key): _cleaned(one) for key, one in value.items()}
        case list() | tuple():
            return [_cleaned(one) for one in value]
        case _:
            return value
