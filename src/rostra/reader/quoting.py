"""Text written so that it is read as it is: as it stands where that is enough, else quoted."""

from __future__ import annotations

import json
import re
import string

from rostra.deck.blocks import plain
from rostra.reader.dialects import NATIVE
from rostra.reader.grammar import parser, top_blocks
from rostra.reader.inline import read_inline

SIGNS = re.compile(f"[{re.escape(string.punctuation)}]")
"""What a backslash takes its meaning from in Markdown."""
UNWRITABLE = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}
"""Signs that YAML knows by their escapes alone."""


def fence_for(text: str) -> str:
    """Backticks between which nothing in a text has a meaning."""
    return "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))


def listing_of(text: str, language: str = "text") -> str:
    """Any text as a listing in Markdown."""
    fence = fence_for(text)
    return f"{fence}{language}\n{text}\n{fence}"


def markdown_of(line: str) -> str:
    """Markdown for a headline that says a line of text."""
    return line if _says(line) else SIGNS.sub(r"\\\g<0>", line)


def _says(line: str) -> bool:
    """Whether a line, as Markdown, is a headline of just these words without any looks."""
    md = parser(NATIVE)
    blocks = [*top_blocks(md, f"# {line}", {})]
    if len(blocks) != 1 or [token.type for token in blocks[0]] != ["heading_open", "inline", "heading_close"]:
        return False
    spans = read_inline(md, blocks[0][1].content, {}).spans
    return plain(spans) == line and not any(span.looks or span.color or span.link == "#" for span in spans)


def yaml_of(line: str) -> str:
    """The value of a key of front matter that is a line of text."""
    from rostra.reader.yaml_subset import YamlError, load

    try:
        if load(f"key: {line}") == {"key": line}:
            return line
    except YamlError:
        pass
    return json.dumps(line, ensure_ascii=False).translate(UNWRITABLE)
