"""``rostra fmt``: files written one way, and left alone where they should be."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from rostra.cli import main
from rostra.editing.edits import File

UNTIDY = "# A\ntext\n***\n* b\n"
TIDY = "# A\n\ntext\n\n---\n\n- b\n"


def deck(folder: Path, text: str | bytes = UNTIDY, name: str = "talk.md") -> Path:
    """A file with exactly these characters."""
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def test_files_are_written_in_place_and_those_that_changed_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk, clean = deck(tmp_path), deck(tmp_path, TIDY, "clean.md")
    assert main(["fmt", str(talk), str(clean)]) == 0
    assert capsys.readouterr().out == f"formatted {talk}: 5 lines\n"
    assert talk.read_text("utf-8") == clean.read_text("utf-8") == TIDY
    assert main(["fmt", str(talk), str(clean)]) == 0
    assert capsys.readouterr().out == ""


def test_check_writes_nothing_and_names_what_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, clean = deck(tmp_path), deck(tmp_path, TIDY, "clean.md")
    assert main(["fmt", "--check", str(clean), str(talk)]) == 1
    assert capsys.readouterr().out == f"{talk}\n"
    assert talk.read_text("utf-8") == UNTIDY
    assert main(["fmt", "--check", str(clean)]) == 0


def test_diff_writes_nothing_and_prints_what_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk = deck(tmp_path, "* \x1b[31mred\n\n# A\n# B\n")
    assert main(["fmt", "--diff", str(talk)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"--- {talk}\tnow\n+++ {talk}\tformatted\n@@ ")
    assert "\n # A\n+\n # B\n" in printed
    assert "\x1b" not in printed
    assert main(["fmt", "--diff", "--check", str(talk)]) == 1
    assert "\x1b" in talk.read_text("utf-8")


def test_a_file_that_cannot_be_formatted_leaves_the_others_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, talk = deck(tmp_path, "```\n* a\n", "broken.md"), deck(tmp_path)
    for options in ([], ["--check"]):
        assert main(["fmt", *options, str(tmp_path / "gone.md"), str(broken), str(talk)]) == 2
        told = capsys.readouterr().err.splitlines()
        assert [line.partition(": ")[0] for line in told] == ["rostra", "rostra"]
        assert "gone.md" in told[0]
        assert "broken.md:1:1: this listing is never closed" in told[1]
    assert broken.read_text("utf-8") == "```\n* a\n"
    assert talk.read_text("utf-8") == TIDY


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path, end: str, mark: str) -> None:
    talk = deck(tmp_path, mark + UNTIDY.replace("\n", end))
    assert main(["fmt", str(talk)]) == 0
    assert talk.read_bytes() == (mark + TIDY.replace("\n", end)).encode("utf-8")


def test_line_ends_become_those_that_most_lines_have(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk = deck(tmp_path, "# A\r\n\ntext\r\n")
    assert main(["fmt", str(talk)]) == 0
    assert talk.read_bytes() == b"# A\r\n\r\ntext\r\n"
    assert capsys.readouterr().out == f"formatted {talk}: line ends\n"


@pytest.mark.parametrize(("data", "said"), [("* Grüße\n".encode("latin-1"), "not in UTF-8"), (b"%PDF-1.4\n", "a PDF")])
def test_what_is_no_text_in_utf_8_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    talk = deck(tmp_path, data)
    assert main(["fmt", str(talk)]) == 2
    assert said in capsys.readouterr().err
    assert talk.read_bytes() == data


def test_a_read_only_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = deck(tmp_path)
    # Root may write to any file, so that its mode alone would not tell.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert main(["fmt", str(talk)]) == 2
    assert "talk.md is read-only" in capsys.readouterr().err
    assert talk.read_text("utf-8") == UNTIDY


def test_a_file_that_changed_meanwhile_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, check = deck(tmp_path), File.check

    def changed(file: File) -> None:
        deck(tmp_path, "# Another\n")
        check(file)

    monkeypatch.setattr(File, "check", changed)
    assert main(["fmt", str(talk)]) == 2
    assert "changed meanwhile" in capsys.readouterr().err
    assert talk.read_text("utf-8") == "# Another\n"


def test_a_link_stays_a_link_and_the_mode_of_its_file_stays(tmp_path: Path) -> None:
    talk = deck(tmp_path)
    talk.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(talk)
    assert main(["fmt", str(link)]) == 0
    assert link.is_symlink()
    assert talk.read_text("utf-8") == TIDY
    assert talk.stat().st_mode & 0o777 == 0o640


class Piped:
    """Standard input or output with bytes in it."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)

    def flush(self) -> None:
        """Nothing is kept back."""


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes, *options: str) -> tuple[int, bytes]:
    """The exit status of ``rostra fmt -``, and what it prints."""
    out = Piped()
    monkeypatch.setattr("sys.stdin", Piped(data))
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", out)
        return main(["fmt", *options, "-"]), out.buffer.getvalue()


def test_standard_input_is_formatted_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(monkeypatch, UNTIDY.encode("utf-8")) == (0, TIDY.encode("utf-8"))
    assert piped(monkeypatch, TIDY.encode("utf-8")) == (0, TIDY.encode("utf-8"))
    assert piped(monkeypatch, b"\xff") == (2, b"")


def test_standard_input_is_checked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", Piped(UNTIDY.encode("utf-8")))
    assert main(["fmt", "--check", "-"]) == 1
    assert capsys.readouterr().out == "standard input\n"
