"""Which editor opens a slide, and how it is told the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rostra.deck.blocks import Place
from rostra.deck.model import Deck, Slide
from rostra.editing.editor_command import KNOWN, Editor, editor_for, written_at
from rostra.errors import UserError
from rostra.reader import read_deck

DECK = Path("/talks/my talk.md")


def installed(name: str) -> str | None:
    """Finds every program, none of which is a link."""
    return name if "/" in name else f"/usr/bin/{name}"


def editor(value: str, line: int = 12) -> Editor:
    """The editor that a value of ``$EDITOR`` stands for."""
    return editor_for({"EDITOR": value}, DECK, line, installed)


@pytest.mark.parametrize(
    ("value", "arguments"),
    [
        ("vi", ["+12", str(DECK)]),
        ("/usr/bin/vim.tiny", ["+12", str(DECK)]),
        ("nvim", ["+12", str(DECK)]),
        ("nano", ["+12", str(DECK)]),
        ("micro", ["+12", str(DECK)]),
        ("emacs -nw", ["+12", str(DECK)]),
        ("emacs-28.2", ["+12", str(DECK)]),
        ("emacsclient -t", ["+12", str(DECK)]),
        ("kak", ["+12", str(DECK)]),
        ("jed", [str(DECK), "-g", "12"]),
        ("hx", [f"{DECK}:12"]),
        ("helix", [f"{DECK}:12"]),
        ("code", ["--goto", f"{DECK}:12"]),
        ("code --wait", ["--goto", f"{DECK}:12"]),
        ("code-insiders", ["--goto", f"{DECK}:12"]),
        ("subl", [f"{DECK}:12"]),
        ("zed", [f"{DECK}:12"]),
        ("kate", ["--line", "12", str(DECK)]),
        ("nvim-qt", ["--", "+12", str(DECK)]),
        ("NVIM.EXE", ["+12", str(DECK)]),
        ("env NVIM_APPNAME=talks nvim", ["+12", str(DECK)]),
        ("my-editor --quiet", [str(DECK)]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(value: str, arguments: list[str]) -> None:
    assert editor(value).command == (*value.split(), *arguments)


def test_those_with_a_window_of_their_own_leave_the_terminal_alone() -> None:
    assert {name for name in KNOWN if editor(name).has_window} >= {"code", "subl", "zed", "gvim", "kate"}
    assert not any(editor(name).has_window for name in ("vi", "nvim", "emacs", "nano", "micro", "hx", "kak", "joe"))


def test_a_value_is_split_as_a_shell_would() -> None:
    assert editor("'/opt/my editor/nvim' -c 'set wrap'").command[:3] == ("/opt/my editor/nvim", "-c", "set wrap")


def test_what_editor_links_to_is_known_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "nano").touch()
    (tmp_path / "editor").symlink_to(tmp_path / "nano")
    found = editor_for({"EDITOR": "editor"}, DECK, 3, lambda name: str(tmp_path / name))
    assert found == Editor("editor", ("editor", "+3", str(DECK)))


def test_visual_wins_over_editor_and_what_is_blank_counts_for_nothing() -> None:
    assert editor_for({"VISUAL": "kak", "EDITOR": "vi"}, DECK, 1, installed).name == "kak"
    assert editor_for({"VISUAL": "  ", "EDITOR": "vi"}, DECK, 1, installed).name == "vi"
    assert editor_for({"VISUAL": "''", "EDITOR": ""}, DECK, 1, installed).name == "nvim"


def test_without_a_word_about_it_an_editor_that_is_installed_is_taken() -> None:
    only = ["nano", "micro"]
    found = editor_for({}, DECK, 7, lambda name: name if name in only else None)
    assert found.command == ("nano", "+7", str(DECK))
    with pytest.raises(UserError, match="no editor was found"):
        editor_for({}, DECK, 1, lambda name: None)


def test_one_that_is_not_installed_or_not_written_as_in_a_shell_is_the_users_mistake() -> None:
    with pytest.raises(UserError, match="there is no program nvmi"):
        editor_for({"EDITOR": "nvmi -c x"}, DECK, 1, lambda name: None)
    with pytest.raises(UserError, match="EDITOR: no closing quotation"):
        editor("nvim 'oops")


# -- where a slide is written ---------------------------------------------------------------------------------------


def test_a_slide_is_found_in_the_file_it_was_included_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("part.md").write_text("\n\n# Part\n\n---\n\n# Other part\n", "utf-8")
    Path("talk.md").write_text("---\ntitle: A talk\n---\n\n# One\n\n---\n\n<!-- include: part.md -->\n", "utf-8")
    Path("end.md").write_text("# End\n", "utf-8")
    deck = read_deck([Path("talk.md"), Path("end.md")])
    found = [written_at(deck, slide) for slide in range(5)]
    assert [(str(path.relative_to(tmp_path)), line) for path, line in found] == [
        ("talk.md", 1),
        ("talk.md", 5),
        ("part.md", 3),
        ("part.md", 7),
        ("end.md", 1),
    ]


def test_a_slide_that_is_written_nowhere_opens_the_deck_at_its_top(tmp_path: Path) -> None:
    deck = Deck((Slide(Place(), ""),), files=(tmp_path / "talk.md",))
    assert written_at(deck, 0) == (tmp_path / "talk.md", 1)
