"""Whatever comes in, the server goes on, and ends when its editor does."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editor import editor
from lsprotocol import types

from rostra.lsp import open_file

pytestmark = pytest.mark.slow

PATIENCE = 30.0
FENCE = "`" * 3


class Pipe:
    """Bytes to the server, and messages from it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "rostra", "lsp"]
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ}
        )
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        out = self.server.stdout
        assert out is not None
        while header := out.readline():
            while out.readline().strip():
                pass
            self.heard.put(json.loads(out.read(int(header.split(b":")[1]))))

    def send(self, data: bytes) -> None:
        assert self.server.stdin is not None
        self.server.stdin.write(data)
        self.server.stdin.flush()

    def say(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def ask(self, number: int, method: str, params: Any) -> dict[str, Any]:
        """The answer to a request, whatever else is heard before."""
        self.say(id=number, method=method, params=params)
        while (heard := self.heard.get(timeout=PATIENCE)).get("id") != number:
            pass
        return heard

    def begin(self) -> None:
        self.ask(0, "initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.say(method="initialized", params={})

    def open(self, path: Path, text: str) -> str:
        item = {"uri": path.as_uri(), "languageId": "markdown", "version": 1, "text": text}
        self.say(method="textDocument/didOpen", params={"textDocument": item})
        return path.as_uri()


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    one = Pipe()
    yield one
    one.server.kill()
    one.server.wait()


def outline(pipe: Pipe, uri: str, number: int = 1) -> list[str]:
    found = pipe.ask(number, "textDocument/documentSymbol", {"textDocument": {"uri": uri}})["result"]
    return [entry["name"] for entry in found]


def test_the_server_ends_when_its_editor_has_died(pipe: Pipe, tmp_path: Path) -> None:
    pipe.begin()
    pipe.open(tmp_path / "talk.md", "# One\n")
    assert pipe.server.stdin is not None
    pipe.server.stdin.close()
    pipe.server.wait(PATIENCE)


def test_the_server_ends_in_order(pipe: Pipe) -> None:
    pipe.begin()
    pipe.ask(1, "shutdown", None)
    pipe.say(method="exit")
    assert pipe.server.wait(PATIENCE) == 0


def test_messages_that_are_none_are_passed_over(pipe: Pipe, tmp_path: Path) -> None:
    pipe.begin()
    uri = pipe.open(tmp_path / "talk.md", "# One\n\n---\n\n# Two\n")
    for body in (
        b"{",
        b"[]",
        b"7",
        b"null",
        b"\xff\xfe",
        b'{"jsonrpc":"2.0"}',
        b"[" * 5000,
        b'{"jsonrpc":"1.0","id":7}',
    ):
        pipe.send(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    wrong: list[Any] = [None, [], 7, {}, {"textDocument": {}}, {"textDocument": {"uri": 7}}, {"textDocument": None}]
    for params in wrong:
        pipe.say(method="textDocument/didChange", params=params)
        pipe.say(method="textDocument/didClose", params=params)
        pipe.say(method="rostra/cursor", params=params)
        pipe.say(method="workspace/didChangeConfiguration", params=params)
    pipe.say(id=2, method="textDocument/hover", params={"position": "x"})
    assert "error" in pipe.ask(3, "no/such", {})
    assert "error" in pipe.ask(4, "workspace/executeCommand", {"command": "rm", "arguments": ["-rf"]})
    assert "error" not in pipe.ask(
        5, "workspace/executeCommand", {"command": "rostra.follow", "arguments": [7, [], {}]}
    )
    assert "error" not in pipe.ask(
        6, "workspace/executeCommand", {"command": "rostra.act", "arguments": [{"number": 9}]}
    )
    assert outline(pipe, uri, 7) == ["One", "Two"]


def test_changes_outside_the_text_are_brought_inside(pipe: Pipe, tmp_path: Path) -> None:
    pipe.begin()
    uri = pipe.open(tmp_path / "talk.md", "# One")
    places = [(0, 99), (99, 0), (99, 99), (2**31 - 1, 2**31 - 1), (0, 0)]
    for version, start in enumerate(places, 2):
        at = {"line": start[0], "character": start[1]}
        end = {"line": max(0, start[0] - 1), "character": 0}
        change = {"range": {"start": at, "end": end}, "text": "\n\n---\n\n# More\n"}
        document = {"uri": uri, "version": version}
        pipe.say(method="textDocument/didChange", params={"textDocument": document, "contentChanges": [change]})
    assert outline(pipe, uri).count("More") == len(places)


HOSTILE = {
    "controls": "# \x1b]0;x\x07\x9b2J\x00\n\n---\n\n# Next\n",
    "surrogates": "# \ud800 \udfff\n\n---\n\n# 😀\n",
    "every line end": "# A\r\n\r---\x0b\x0c\u2028\u2029\x85\n\r\n---\r\r# B\n\n<!-- slide: {layuot: x} -->",
    "bidi": "# \u202e\u2066\u200b\ufeff\n\n---\n\n# x\u0301" + "\u0301" * 3000,
    "deep": ">" * 3000 + " x\n\n---\n\n" + "[" * 3000 + "\n\n" + "::: x\n" * 500,
    "one long line": "# " + "word " * 40_000 + "\n\n---\n\n" + "*" * 20_000,
    "yaml": "---\na: &a [x, x]\nb: &b [*a, *a]\nc: *b\ntheme: [" + "[" * 400 + "\n---\n\n# One\n",
    "binary": "\x00\x01\x02PNG" * 5000,
    "nothing closed": f"# A\n\n{FENCE}python\n<!-- slide: {{\n::: columns\n\n---\n\n<!-- notes: x",
    "includes": "".join(f"<!-- include: {one} -->\n\n---\n\n" for one in ("/etc/passwd", "../../x.md", "talk.md")),
}
REQUESTS = ("hover", "completion", "definition", "references", "documentHighlight", "prepareRename")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_decks_are_answered_about_at_every_place(pipe: Pipe, tmp_path: Path, text: str) -> None:
    pipe.begin()
    uri = pipe.open(tmp_path / "talk.md", text)
    number = 1
    for line, column in ((0, 0), (0, 5), (2, 3), (4, 9), (7, 0), (10**6, 10**6)):
        position = {"line": line, "character": column}
        for name in REQUESTS:
            number += 1
            about: dict[str, Any] = {"textDocument": {"uri": uri}, "position": position}
            about |= {"context": {"includeDeclaration": True}} if name == "references" else {}
            assert "error" not in pipe.ask(number, f"textDocument/{name}", about), (name, position)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 10**6, "character": 0}}
    about = {"textDocument": {"uri": uri}, "range": whole, "context": {"diagnostics": []}}
    assert "error" not in pipe.ask(number + 1, "textDocument/codeAction", about)
    assert isinstance(outline(pipe, uri, number + 2), list)
    fold = pipe.ask(number + 3, "textDocument/foldingRange", {"textDocument": {"uri": uri}})
    assert "error" not in fold
    assert "\x1b" not in json.dumps(fold)


async def test_a_text_too_long_is_left_alone_until_it_is_shorter(tmp_path: Path) -> None:
    text = "# One\n\n---\n\n# Two\n\n<!-- slide: {layuot: x} -->\n"
    async with editor() as one:
        uri = await one.open(tmp_path / "talk.md", text + "word " * (2 * open_file.LARGEST))
        await one.until_found(uri, "too long")
        asked = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        assert not await one.client.text_document_document_symbol_async(asked)
        one.replace(uri, text)
        await one.until_found(uri, "layuot")
        assert len(await one.client.text_document_document_symbol_async(asked) or ()) == 2


async def test_several_files_are_open_at_once(tmp_path: Path) -> None:
    async with editor() as one:
        uris = [await one.open(tmp_path / f"{n}.md", f"# {n}\n\n---\n\n[x](#gone{n})\n") for n in range(4)]
        for number, uri in enumerate(uris):
            await one.until_found(uri, f"gone{number}")
        one.replace(uris[2], "# 2\n\n---\n\n# Other\n")
        await one.until_found(uris[2])
        assert "gone1" in str(one.messages(uris[1]))
