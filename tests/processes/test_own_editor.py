"""``e`` opens the slide in the author's own editor, and the talk is there again whatever that does."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pty_session import Present, PtySession, at
from test_console import Staged, audience_at, console_at, wait
from test_console import staged as staged

from params import fast


class FakeEditor:
    """A program called ``vim`` that tells that it has begun, waits until it may go on, and does something."""

    def __init__(self, folder: Path, name: str = "vim") -> None:
        folder.mkdir(exist_ok=True)
        self.path = folder / name
        self.told, self.may_go_on, self.started = folder / "arguments", folder / "go", folder / "started"
        self.does("true")

    def does(self, what: str) -> None:
        """Let it do something with the file that is its last argument, before it ends."""
        lines = [
            "#!/bin/sh",
            'for file; do :; done; file="${file%:[0-9]*}"',
            "echo 'the editor is here'",
            f"echo one more >> {self.started}",
            f"printf '%s\\n' \"$@\" > {self.told}.new; mv {self.told}.new {self.told}",
            f"while [ ! -e {self.may_go_on} ]; do sleep 0.02; done",
            what,
        ]
        self.path.write_text("\n".join(lines) + "\n", "utf-8")
        self.path.chmod(0o755)

    def go_on(self) -> None:
        self.may_go_on.touch()

    @property
    def arguments(self) -> list[str]:
        """What it was started with; empty until then."""
        return self.told.read_text("utf-8").split("\n")[:-1] if self.told.exists() else []


REPLACE = "sed -i 's/{}/{}/' \"$file\""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeEditor:
    """The editor of the person who presents."""
    editor = FakeEditor(tmp_path / "bin")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(editor.path))
    return editor


def line_of(deck: Path, text: str) -> int:
    """The line of a deck that has a text, counted from 1."""
    return deck.read_text("utf-8").split("\n").index(text) + 1


def edited(session: PtySession, editor: FakeEditor, during: Callable[[], None] = lambda: None) -> None:
    """Press e, wait for the editor, do something meanwhile, and let it end."""
    session.press("e", "the editor is here")
    session.wait(lambda: bool(editor.arguments), "an editor that has begun")
    during()
    editor.go_on()


def test_the_editor_gets_file_and_line_and_the_slide_comes_back_as_it_is_written_now(
    present: Present, talk: Path, editor: FakeEditor
) -> None:
    editor.does(REPLACE.format("words of charlie", "words of the new charlie"))
    session = present(talk, "--slide", "3")
    at(session, 3, "words of charlie")
    edited(session, editor)
    at(session, 3, "words of the new charlie")
    assert not session.shows("the editor is here")
    assert editor.arguments == [f"+{line_of(talk, '# Charlie')}", str(talk)]
    session.press("n", "words of delta")


@pytest.mark.slow
def test_the_talk_is_at_the_slide_though_it_is_another_number_now(
    present: Present, talk: Path, editor: FakeEditor
) -> None:
    editor.does('{ printf \'# New\\n\\n---\\n\\n\'; cat "$file"; } > "$file.new"; mv "$file.new" "$file"')
    session = present(talk, "--slide", "3")
    at(session, 3, "words of charlie")
    edited(session, editor)
    at(session, 4, "words of charlie", total=13)


@pytest.mark.slow
def test_what_was_saved_is_read_even_if_the_deck_is_not_watched(
    present: Present, talk: Path, editor: FakeEditor
) -> None:
    editor.does(REPLACE.format("words of alpha", "words of the new alpha"))
    session = present(talk, "--no-watch")
    at(session, 1, "words of alpha")
    edited(session, editor)
    at(session, 1, "words of the new alpha")


@pytest.mark.slow
def test_a_talk_that_goes_on_by_itself_waits(present: Present, talk: Path, editor: FakeEditor) -> None:
    session = present(talk, "--auto", "1s", "--slide", "3")
    at(session, 3)
    edited(session, editor, lambda: session.pump_for(2.5))
    session.wait(lambda: session.lines[-1].endswith("/12"), "the talk")
    assert session.lines[-1].endswith((" 3/12", " 4/12"))


@pytest.mark.parametrize("arguments", [(), ("--mouse",)], ids=["keys", "mouse"])
def test_the_editor_has_a_terminal_as_the_shell_does_and_the_talk_its_own_again(
    present: Present, talk: Path, editor: FakeEditor, arguments: tuple[str, ...]
) -> None:
    session = present(talk, *arguments)
    session.wait_until_ready()
    modes = (1049, 2004, 1004, 1000, 1003, 1006)
    before, settings = [session.mode(number) for number in modes], session.termios()[:6]
    edited(session, editor, session.assert_restored)
    at(session, 1, "words of alpha")
    session.wait(lambda: [session.mode(number) for number in modes] == before, "the modes of a talk")
    assert session.termios()[:6] == settings
    session.press("n", "one")
    session.send("\x03\x03")
    assert session.end() == 0
    session.assert_restored()


@pytest.mark.parametrize("large", fast(1, ["double", "sized"]))
def test_a_slide_in_large_letters_is_whole_again(present: Present, talk: Path, editor: FakeEditor, large: str) -> None:
    session = present(talk, "--magnify", "2", "--slide", "3", large=large)
    session.wait_for("words of charlie")
    before = session.lines, set(session.screen.halves)

    def usual() -> None:
        assert not session.screen.halves, "the editor writes on lines of double height"

    edited(session, editor, usual)
    session.wait(lambda: (session.lines, set(session.screen.halves)) == before, "the slide in large letters")


@pytest.mark.slow
def test_a_terminal_that_has_another_size_meanwhile_is_noticed(
    present: Present, talk: Path, editor: FakeEditor
) -> None:
    session = present(talk)
    at(session, 1)
    edited(session, editor, lambda: session.resize(100, 30))
    session.wait(lambda: session.lines[29].endswith(" 1/12"), "the footer in the last row")
    assert session.lines[29].index("1/12") > 80


LEFT = "printf '\\033[?1049h\\033[?1000h\\033[?1006h\\033[?1h\\033[5;9r\\033[?25h\\033[7m'; stty raw -echo"


@pytest.mark.parametrize(
    ("what", "told"),
    fast(
        1,
        [
            (f"{LEFT}; kill -9 $$", "vim was ended by signal 9"),
            ("exit 3", "vim ended with status 3"),
            ("exit 127", "vim was not found"),
            ("exit 126", "vim cannot be run"),
        ],
    ),
)
def test_an_editor_that_fails_is_told_in_one_line_and_leaves_nothing_behind(
    present: Present, talk: Path, editor: FakeEditor, what: str, told: str
) -> None:
    editor.does(what)
    session = present(talk)
    session.wait_until_ready()
    at(session, 1)
    edited(session, editor)
    session.wait_for(told, "words of alpha")
    assert not session.mode(1000), "the mouse would turn slides"
    editor.may_go_on.unlink()
    editor.told.unlink()
    edited(session, editor, session.assert_restored)
    session.wait_for(told)
    session.press("n", "one")
    session.send("\x03\x03")
    assert session.end() == 0
    session.assert_restored()


@pytest.mark.parametrize(
    ("value", "told"),
    fast(
        1,
        [
            ("/no/such/editor -x", "there is no program /no/such/editor"),
            ("'oops", "EDITOR: no closing quotation"),
            ("{bin}/nothing", "no editor: Exec format error"),
        ],
    ),
)
def test_an_editor_that_cannot_be_started_is_told_in_one_line(
    present: Present, talk: Path, tmp_path: Path, value: str, told: str
) -> None:
    (tmp_path / "nothing").write_bytes(b"\x7fELF")
    (tmp_path / "nothing").chmod(0o755)
    session = present(talk, env={"VISUAL": "", "EDITOR": value.format(bin=tmp_path)})
    at(session, 1)
    session.press("e", told, "words of alpha")
    session.press("n", "one")


def test_a_program_with_a_window_of_its_own_leaves_the_slide_on_the_screen(
    present: Present, talk: Path, tmp_path: Path
) -> None:
    code = FakeEditor(tmp_path / "bin", "code")
    code.does(REPLACE.format("words of alpha", "words of the new alpha"))
    session = present(talk, env={"VISUAL": f"{code.path} --wait"})
    at(session, 1)
    session.press("e", "opened in code", "words of alpha")
    session.wait(lambda: bool(code.arguments), "the program")
    assert code.arguments == ["--wait", "--goto", f"{talk}:1"]
    session.press("NN", "words of charlie")
    session.send("PP")
    code.go_on()
    at(session, 1, "words of the new alpha")
    assert session.written.count(b"\x1b[?1049h") == 1, "the terminal was given away"
    assert b"the editor is here" not in session.written


@pytest.mark.slow
def test_a_key_that_comes_twice_opens_one_editor(staged: Staged, editor: FakeEditor) -> None:
    stage = staged()
    stage.console.press("ee", "the editor is here")
    stage.console.pump_for(0.5)
    editor.go_on()
    stage.wait(lambda: console_at(stage.console) == "1/12", "the console")
    assert editor.started.read_text("utf-8") == "one more\n"
    stage.console.send("n")
    stage.at("2/12", "one")


@pytest.mark.slow
def test_ctrl_c_in_the_editor_is_the_editors(present: Present, talk: Path, editor: FakeEditor) -> None:
    editor.does("true")
    editor.path.write_text(editor.path.read_text("utf-8").replace("#!/bin/sh", "#!/bin/sh\ntrap 'echo heard' INT", 1))
    session = present(talk)
    at(session, 1)
    edited(session, editor, lambda: session.press("\x03", "heard"))
    at(session, 1)
    session.press("n", "one")


@pytest.mark.parametrize("number", fast(1, [signal.SIGTERM, signal.SIGHUP]))
def test_a_signal_ends_the_editor_and_then_the_talk(
    present: Present, talk: Path, editor: FakeEditor, number: int
) -> None:
    session = present(talk)
    session.wait_until_ready()
    session.press("e", "the editor is here")
    session.kill(number)
    assert session.end() == 128 + number
    session.assert_restored()


# -- the console ----------------------------------------------------------------------------------------------------


def test_the_console_freezes_the_audience_while_its_editor_is_open(
    staged: Staged, editor: FakeEditor, talk: Path
) -> None:
    editor.does(REPLACE.format("words of charlie", "words of the new charlie"))
    stage = staged()
    stage.console.send("3\r")
    stage.at("3/12", "words of charlie")
    stage.console.press("e", "the editor is here")
    wait(lambda: bool(editor.arguments), "the editor", stage.audience, stage.console)
    assert editor.arguments == [f"+{line_of(talk, '# Charlie')}", str(talk)]
    for _ in range(20):  # more than could wait to be drawn on a terminal that is lent
        stage.audience.send("np")
        stage.audience.pump_for(0.05)
    stage.audience.send("n")
    stage.audience.pump_for(0.5)
    assert audience_at(stage.audience) == "3/12"
    assert not stage.audience.shows("the editor is here")
    editor.go_on()
    stage.wait(lambda: console_at(stage.console) == "4/12", "the console where the talk is now")
    stage.wait(lambda: audience_at(stage.audience) == "4/12", "the audience let go")
    stage.console.send("p")
    stage.at("3/12", "words of the new charlie")


@pytest.mark.slow
def test_an_audience_that_was_frozen_before_stays_so(staged: Staged, editor: FakeEditor) -> None:
    stage = staged()
    stage.console.press("f", "FROZEN")
    stage.console.press("e", "the editor is here")
    editor.go_on()
    stage.wait(lambda: console_at(stage.console) == "1/12" and stage.console.shows("FROZEN"), "the console")
    stage.console.send("n")
    stage.wait(lambda: console_at(stage.console) == "2/12", "the console alone goes on")
    assert audience_at(stage.audience) == "1/12"


@pytest.mark.slow
def test_an_editor_that_cannot_be_started_freezes_nobody_for_good(
    staged: Staged, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "nothing").write_bytes(b"\x7fELF")
    (tmp_path / "nothing").chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(tmp_path / "nothing"))
    stage = staged(console_size=(80, 24))
    stage.console.press("e", "Exec format error")
    stage.console.send("3\r")
    stage.at("3/12", "words of charlie")


def test_where_a_console_is_the_audience_never_sees_the_editor(staged: Staged, editor: FakeEditor) -> None:
    stage = staged()
    stage.audience.press("e", "e: in the console")
    assert not editor.arguments
    stage.audience.press("n", "one")
