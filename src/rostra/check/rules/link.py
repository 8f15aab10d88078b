"""Links to files beside the deck that are not there; those to no slide the reader notices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.errors import Problem
from rostra.reader.source import resolve_link

ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
"""How targets begin that are no files: addresses of any kind, and slides."""


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """Each link to a file that is not there, or not in the deck's folder."""
    for target, place in talk.slide(index).content.links:
        if ELSEWHERE.match(target):
            continue
        path = re.split(r"[#?]", target, maxsplit=1)[0]
        if not path:
            yield talk.problem(place, "this link leads nowhere", "]()")
        elif wrong := _wrong(path, Path(talk.path(place.file)).parent, talk.root):
            about = next((one for one in (target, unquote(target)) if talk.has(place.file, one)), "")
            yield talk.problem(place, f"link: {wrong}", about)


def _wrong(path: str, folder: Path, root: Path) -> str:
    """What is wrong with a path; a folder is as good as a file."""
    try:
        resolve_link(path, folder, root)
    except ValueError as error:
        return "" if str(error).endswith("is a folder") else str(error)
    return ""


LINK = Rule("link", slide=find)
