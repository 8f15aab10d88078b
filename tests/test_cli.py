"""Arguments, exit statuses, and mistakes told in one line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from rostra import __version__
from rostra.cli import main
from rostra.commands import COMMANDS
from rostra.deck.kinds import KINDS
from rostra.deck.name import words
from rostra.export import FORMATS


@pytest.fixture
def deck(tmp_path: Path, home: Path) -> Path:
    """A deck of two slides."""
    file = tmp_path / "talk.md"
    file.write_text("# One\n\n---\n\n# Two\n", "utf-8")
    return file


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The program, with neither input nor output a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "rostra", *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """What is said of a mistake: one line, with a hint."""
    assert main([str(argument) for argument in arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("rostra: ")
    assert printed.err.count("\n") == 1
    return printed.err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"rostra {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_each_command_has_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert "usage: rostra" in capsys.readouterr().out


def test_the_help_lists_every_command_and_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    for name, command in COMMANDS.items():
        line = next(line for line in told.splitlines() if line.startswith(f"  rostra {name}"))
        assert command.about.split()[0] in line
    assert max(map(len, told.splitlines())) <= 80


def test_without_a_terminal_nothing_is_presented(deck: Path) -> None:
    done = run(deck)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "rostra: this is no terminal (rostra dump DECK prints a deck)\n"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["dump"], "DECK"),
        (["dump", "DECK", "--format", "pdf"], "pdf"),
        (["dump", "DECK", "--formt", "json"], "did you mean '--format'?"),
        (["dump", "DECK", "--size", "0x9"], "is no size"),
        (["dump", "DECK", "--size", "80"], "is no size"),
        (["dump", "DECK", "--slides", "0"], "are no slides"),
        (["dump", "DECK", "--slides", "x"], "are no slides"),
        (["dump", "DECK", "--slides", "9"], "the talk has 2"),
        (["dump", "DECK", "--theme", "drak"], "did you mean 'dark'?"),
        (["export", "DECK"], "--to"),
        (["export", "DECK", "--to", "svgg"], "did you mean 'svg'?"),
        (["export", "DECK", "--to", "svg", "--output", "-"], "do not fit into one file"),
        (["export", "DECK", "--to", "svg", "--output", "DECK"], "is a file"),
        (["consol", "DECK"], "did you mean 'rostra console'?"),
        (["FOLDER/talc"], "FOLDER/talk.md'?"),
        (["dump", "FOLDER"], "is a folder"),
        (["dump", "FOLDER/tolk.md"], "FOLDER/talk.md'?"),
        (["dump", "FOLDER/no/talk.md"], "there is no folder"),
        (["config", "--config", "FOLDER/no.toml"], "there is no configuration file"),
        (["DECK", "--slide", "two"], "--slide"),
        (["DECK", "--sild", "2"], "did you mean '--slide'?"),
        (["DECK", "--theme", "drak"], "did you mean 'dark'?"),
        (["DECK", "--config", "FOLDER/no.toml"], "there is no configuration file"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    deck: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], part: str
) -> None:
    filled = [one.replace("DECK", str(deck)).replace("FOLDER", str(deck.parent)) for one in arguments]
    assert part.replace("FOLDER", str(deck.parent)) in refused(capsys, *filled)


def test_a_mistake_in_a_theme_names_it(deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theme = tmp_path / "own.toml"
    for text, part in (
        ('[roles]\nheading1 = "blod"\n', "heading1"),
        ('[roles]\nheading1 = "@nothing"\n', "nothing"),
        ('[roles]\nheading1 = "@heading2"\nheading2 = "@heading1"\n', "circle"),
        ("[roles\n", "TOML"),
    ):
        theme.write_text(text, "utf-8")
        assert part in refused(capsys, "dump", deck, "--theme", theme)


def test_an_oversight_of_ours_is_one_line_and_a_report(
    deck: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError("made to fail")

    monkeypatch.setattr("rostra.export.text.document", fail)
    said = refused(capsys, "dump", deck)
    report = Path(said[said.index(str(home)) :].rstrip("\n)"))
    assert "made to fail" in report.read_text("utf-8")


def test_a_reader_that_goes_away_is_no_failure(deck: Path) -> None:
    # Not with a real pipe: not every system tells the writer that its reader has gone.
    script = """
import sys
from rostra.cli import main

class Gone:
    buffer = property(lambda self: self)
    fileno = sys.__stdout__.fileno

    def write(self, text):
        raise BrokenPipeError

sys.stdout = Gone()
status = main(sys.argv[1:])
sys.stdout = sys.__stdout__
sys.exit(status)
"""
    done = subprocess.run([sys.executable, "-c", script, "dump", str(deck)], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_text_and_json_need_no_textual_and_no_highlighting_and_the_version_hardly_anything(deck: Path) -> None:
    script = (
        "import sys; from rostra.cli import main; main(sys.argv[1:]);"
        "print(sorted({'textual', 'rich', 'markdown_it', 'yaml', 'pygments', 'rostra.reader'} & set(sys.modules)))"
    )
    deck.write_text("```python\nx = 1\n```\n", "utf-8")
    for arguments, loaded in (
        (["dump", str(deck)], "['markdown_it', 'rich', 'rostra.reader']"),
        (["dump", str(deck), "--format", "json"], "['markdown_it', 'rich', 'rostra.reader']"),
        (["dump", str(deck), "--format", "ansi"], "['markdown_it', 'pygments', 'rich', 'rostra.reader']"),
        (["export", str(deck), "--to", "text"], "['markdown_it', 'rich', 'rostra.reader']"),
        (["--version"], "[]"),
    ):
        done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == loaded


def test_the_documentation_names_only_commands_that_there_are() -> None:
    root = Path(__file__).parents[1]
    for page in (root / "README.md", *(root / "docs").glob("*.md")):
        written = re.findall(r"(?:^|`)rostra ([a-z]+)(?![\w./-])", page.read_text("utf-8"), re.MULTILINE)
        assert set(written) <= COMMANDS.keys(), page.name


# -- what is no deck ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a PNG picture"),
        (b"\xff\xd8\xff\xe0 words", "a JPEG picture"),
        (b"%PDF-1.7 words", "a PDF document"),
        (b"PK\x03\x04 words", "a zip archive"),
        (b"MZ" + bytes(range(4)) * 30, "a file of another kind"),
    ],
)
@pytest.mark.parametrize("command", ["", "console", "rehearse", "dump", "export --to text"])
def test_what_is_no_text_is_no_deck(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, start: bytes, kind: str
) -> None:
    file = tmp_path / "diagram.png"
    file.write_bytes(start)
    assert f"diagram.png is no deck but {kind}" in refused(capsys, *command.split(), file)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "latin-1", "utf-8-sig"])
def test_text_of_any_encoding_is_a_deck(tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str) -> None:
    file = tmp_path / "talk.md"
    for text in ("# Über\n\nwörds " * 50, "# \0 one stray zero" + " words" * 50, ""):
        file.write_bytes(text.encode(encoding))
        assert main(["dump", str(file)]) == 0


# -- the tour, names ----------------------------------------------------------------------------------------------


def test_the_tour_is_presented_wherever_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    presented: list[list[str]] = []
    monkeypatch.chdir(tmp_path)

    def present(arguments: list[str]) -> int:
        presented.append(arguments)
        return 0

    monkeypatch.setattr("rostra.commands.tour.present", present)
    assert main(["tour", "--theme", "nord"]) == 0
    deck, *options = presented[0]
    assert Path(deck).is_file()
    assert (Path(deck).name, options) == ("tour.md", ["--theme", "nord"])
    monkeypatch.setattr("rostra.library.shipped_decks", lambda: None)
    assert "the tour is missing" in refused(capsys, "tour")


def test_everything_that_can_be_written_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["directives", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert list(listed) == [kind.id for kind in KINDS]
    assert main(["directives"]) == 0
    told = capsys.readouterr().out
    assert max(map(len, told.splitlines())) <= 80
    for kind in KINDS:
        assert [one["name"] for one in listed[kind.id]] == list(words(kind.names))
        assert all(one["about"] for one in listed[kind.id])
        assert kind.title in told
        assert all((one.example or one.name) in told for one in kind.names)


# -- config -------------------------------------------------------------------------------------------------------


def test_the_configuration_in_force_is_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import tomllib

    file = home / "config" / "rostra" / "config.toml"
    file.parent.mkdir(parents=True)
    assert main(["config"]) == 0
    assert "there is none" in capsys.readouterr().out
    file.write_text('theme = "nord"\n[keys]\nblack = "x"\n', "utf-8")
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"# {file}\n")
    table = tomllib.loads(printed)
    assert (table["theme"], table["keys"], table["watch"]) == ("nord", {"black": "x"}, True)


def test_the_example_is_printed_even_when_the_configuration_is_broken(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = home / "config" / "rostra" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("broken", "utf-8")
    assert main(["config", "--example"]) == 0
    assert "# theme = " in capsys.readouterr().out


def test_every_command_and_every_format_is_in_its_table() -> None:
    def files(package: str) -> list[str]:
        return sorted(path.stem for path in Path(str(find_spec(package).origin)).parent.glob("[a-z]*.py"))  # type: ignore[union-attr]

    commands = [name for name in files("rostra.commands") if hasattr(import_module(f"rostra.commands.{name}"), name)]
    assert {*commands} == {*COMMANDS, "present"}
    formats = [import_module(f"rostra.export.{name}") for name in files("rostra.export")]
    writing = {module.__name__ for module in formats if hasattr(module, "document") or hasattr(module, "picture")}
    assert writing == {kind.module for kind in FORMATS.values()}
