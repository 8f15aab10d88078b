"""Links to files that a document has beside it, as they are from the folder of the new deck."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from rostra.reader.dialects import NATIVE
from rostra.reader.front_matter import read_front_matter
from rostra.reader.grammar import Environment, parse_inline, parser, top_blocks
from rostra.reader.source import Source

if TYPE_CHECKING:
    from rostra.reader.grammar import Token

WRITTEN = ("]({})", "]({} ", "](<{}>", "]: {}", "]: <{}>")
"""How a link, or its definition, names where it leads."""


def relinked(source: Source, folder: Path) -> Source:
    """A document whose links lead to the same files from another folder; those to files that are not there stay."""
    home = source.path.parent.resolve()
    if home == folder.resolve():
        return source
    lines = [*source.lines]
    for (first, last), href in set(_links(source)):
        path, sign, anchor = href.partition("#")
        if not path or "://" in href or path.startswith("/") or not (home / unquote(path)).exists():
            continue
        there = quote(Path(os.path.relpath(home / unquote(path), folder.resolve())).as_posix()) + sign + anchor
        for at in range(first, min(last, len(lines))):
            for written in WRITTEN:
                if written[-1] != "}" or lines[at].endswith(written.format(href)):
                    lines[at] = lines[at].replace(written.format(href), written.format(there))
    return Source(source.path, "\n".join(lines), source.problems)


def _links(source: Source) -> Iterator[tuple[tuple[int, int], str]]:
    """Where each link of a document leads, and the lines in which it is written."""
    md, env = parser(NATIVE), Environment()
    _, body, _ = read_front_matter(source, NATIVE)
    inlines: list[Token] = []
    for tokens in top_blocks(md, body, env):
        inlines += [token for token in tokens if token.type == "inline" and token.map]
    for reference in env.get("references", {}).values():
        yield tuple(reference["map"]), reference["href"]
    for inline in inlines:
        for token in parse_inline(md, inline.content, {"references": env.get("references", {})}):
            if token.type == "link_open" and inline.map:
                yield (inline.map[0], inline.map[1]), str(token.attrs.get("href", ""))
