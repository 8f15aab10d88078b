"""Directives and the lines of containers, written one way."""

from __future__ import annotations

from typing import Any

from rostra.reader.block_rules import COLONS, CONTAINER
from rostra.reader.comments import COMMENT
from rostra.reader.directives import WORD, Directive, read_comment


def directive(comment: str) -> str:
    """A comment as it is written here when it steers; notes and any other comment stay."""
    found = COMMENT.fullmatch(comment)
    text = found["text"] or "" if found else ""
    meant, word = _read(text), WORD.match(text)
    if meant is None or word is None or meant.name == "notes":
        return comment
    name = word[1].lower().replace("-", "_")
    value = text.strip()[len(word[1]) :].lstrip().removeprefix(":").strip()
    written = f" {name}: {_value(value)} " if value else f" {name} "
    return f"<!--{written}-->" if written != text and _read(written) == meant else comment


def _read(text: str) -> Directive | None:
    try:
        return read_comment(text)
    except ValueError:
        return None


def _value(value: str) -> str:
    """A value in YAML, with one blank behind each comma and colon of what is in braces or brackets."""
    if value[:1] not in ("{", "["):
        return value
    import yaml

    from rostra.reader.yaml_subset import Loader

    node = yaml.compose(value, Loader)
    return _flow(node, value) if node is not None and not value[node.end_mark.index :] else value


def _flow(node: Any, value: str) -> str:
    import yaml

    if isinstance(node, yaml.MappingNode) and node.flow_style:
        pairs = (f"{_flow(key, value)}: {_flow(one, value)}" for key, one in node.value)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return f"[{', '.join(_flow(one, value) for one in node.value)}]"
    return value[node.start_mark.index : node.end_mark.index].strip()


def container(line: str) -> str:
    """A line that opens or closes a container."""
    text = line.lstrip(" \t")
    found = COLONS.match(text)
    if found is None:
        return line
    name = CONTAINER.match(found[2])
    words = (name["name"], name["argument"]) if name else (found[2],)
    return " ".join((line[: len(line) - len(text)] + found[1], *filter(None, words)))
