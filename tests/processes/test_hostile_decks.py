"""Nothing in a deck reaches the terminal as anything but text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pty_session import Present, PtySession

# All that the program itself says to the terminal besides text.
OURS = re.compile(
    rb"\x1b(?:"
    rb"\[[\d;]*[mHG]"  # colours, and where to write
    rb"|\[\?[\d;]+[hl]|\[\?\d+\$p|\[>\d+u|\[<u|\[c"  # modes, and questions
    rb"|\]11;\?\x1b\\"  # the background?
    rb"|\[>0q|\[999C|\[6n|#[3-6]|\[2J"  # is there larger text?
    rb"|\]66;[sw:=\d]+;[^\x00-\x1f\x7f]*\x1b\\"  # larger text
    rb"|\]2;[^\x00-\x1f\x7f]*\x1b\\"  # the window's title
    rb"|\]22;default\x07"  # the pointer's shape
    rb"|\]8;[^;\x00-\x1f\x7f]*;(?:(?:https?://|mailto:)[\x21-\x7e]*)?\x1b\\"  # links
    rb")"
)
# Orders to the clipboard, the title and the screen; C1 in UTF-8; text that runs backwards; what nobody sees.
ATTACKS = {
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "title": "\x1b]0;pwned\x07",
    "erase": "\x1b[2J",
    "reset": "\x1bc",
    "c1": "\x9b2J\x9d0;pwned\x9c",
    "bidi": "\u202epwned\u202c\u2066x\u2069",
    "dcs": "\x1bP$q\x1b\\",
    "unseen": "\u200b\u00ad\ufeff",
    "backspace": "\x08\x7f\x07",
}
UNSAFE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff]")


def hostile(attack: str) -> str:
    """A deck with something in every place that holds text."""
    escaped = "".join(f"\\u{ord(char):04x}" for char in attack)
    entities = "".join(f"&#{ord(char)};&#x{ord(char):x};" for char in attack)
    return f"""---
title: T {attack} t
author: 'A {attack} a'
footer: "F {{title}} f"
event: "{escaped}"
---

# H {attack} h {entities}

Text {attack} `code {attack}` **b{attack}** [link](http://e.org/{attack}) <a href="http://e.org/{attack}">x</a>
&{attack};

<!-- notes: whispered {attack} {entities} -->

<span style="color: red{attack}">styled {entities}</span>

---

| head {attack} | {entities} |
|---|---|
| cell {attack} | {entities} |

```python {attack}
code = "{attack}"  # {entities}
```

![alt {attack}](picture{attack}.png "title {attack}")

> [!NOTE]
> quoted {attack}

::: box Title {attack}
inside {attack}
:::

<!-- include: no{attack}such.md -->
<!-- paus{attack} -->
A note[^1] and [a link](<http://e.org/ {entities}>).

[^1]: Below {attack}.
"""


def assert_only_ours(session: PtySession) -> None:
    """The program wrote nothing but text and what is ours."""
    rest = OURS.sub(b"", session.written).replace(b"\r\n", b"").decode()
    found = UNSAFE.search(rest)
    assert found is None, repr(rest[max(0, found.start() - 60) : found.end() + 60])


def test_a_hostile_deck_gives_the_terminal_no_orders(present: Present, tmp_path: Path) -> None:
    everything = "".join(ATTACKS.values())
    deck = tmp_path / f"evil{everything.replace('/', '')}.md"
    deck.write_text(hostile(everything), "utf-8")
    session = present(deck, "--notes-here", size=(100, 40))
    session.wait_for("1/3")
    for key, shown in (("n", "whispered"), ("n", "cell"), ("o", "2  ")):
        session.press(key, shown)
    session.send("\x1b")
    session.wait_without("2  ")
    session.press("?", "Moving")
    session.press("\x1b[F", "Esc closes")
    session.send("\x1b")
    session.wait_without("Esc closes")
    session.press("/pwned", "1  ")
    session.send("\x03\x03")
    assert session.end() == 0
    session.assert_restored()
    assert_only_ours(session)


@pytest.mark.parametrize("large", ["double", "sized"])
def test_a_hostile_deck_gives_no_orders_in_larger_letters_either(present: Present, tmp_path: Path, large: str) -> None:
    deck = tmp_path / "evil.md"
    deck.write_text(hostile("".join(ATTACKS.values())), "utf-8")
    session = present(deck, "--magnify", "2", size=(100, 40), large=large)
    session.wait_for("1/3")
    session.wait_until_ready()
    for number in (2, 3):
        session.press("\x1b[1;2C", f"{number}/3")
    session.send("\x03\x03")
    assert session.end() == 0
    session.assert_restored()
    assert_only_ours(session)


def test_hostile_names_in_the_library_give_no_orders(present: Present, tmp_path: Path) -> None:
    everything = "".join(ATTACKS.values()).replace("/", "")
    folder = tmp_path / f"decks{everything}"
    folder.mkdir()
    (folder / f"one{everything}.md").write_text("text alone", "utf-8")
    (folder / f"two{everything}.md").write_text(f"# Title {everything}", "utf-8")
    (folder / f"three{everything}.md").mkdir()
    session = present(folder)
    session.wait(lambda: session.text.count("1 slide") == 2, "both decks")
    session.send("q")
    assert session.end() == 0
    assert_only_ours(session)


def test_hostile_arguments_are_told_of_in_one_safe_line(present: Present, tmp_path: Path) -> None:
    everything = "".join(ATTACKS.values())
    for arguments in ([tmp_path / f"no{everything}"], [f"--x{everything}"], ["--theme", everything]):
        session = present(*arguments)
        assert session.end() == 2
        assert_only_ours(session)
        assert session.written.split(b"\x1b[c")[-1].count(b"\n") == 1


def test_a_link_that_is_no_web_address_is_no_link(present: Present, tmp_path: Path) -> None:
    deck = tmp_path / "links.md"
    deck.write_text(
        "# Links\n\n[a](javascript:x) [b](file:///etc/passwd) [c](http://e.org/) [d](mailto:a@e.org)", "utf-8"
    )
    session = present(deck)
    session.wait_for("c d")
    links = set(re.findall(rb"\x1b\]8;[^;]*;([^\x1b]+)", session.written))
    assert links == {b"http://e.org/", b"mailto:a@e.org"}


def test_notes_never_reach_the_terminal_unless_they_were_asked_for(present: Present, talk: Path) -> None:
    session = present(talk, size=(100, 40))
    session.wait_for("Alpha")
    session.press("o", "4  Delta")
    session.send("\x1b")
    session.wait_without("4  Delta")
    session.press("?", "Moving")
    session.press("\x1b[F", "Quit")
    session.send("\x1b")
    session.wait_without("Quit")
    session.press("/whispered alpha", "no slide has this")
    session.send("\x1b")
    session.wait_without("no slide has this")
    session.send("n" * 14)
    session.wait_for("words of lima")
    session.send("\x03\x03")
    assert session.end() == 0
    typed = session.written.count(b"whispered")
    session = present(talk, size=(100, 40))
    session.wait_for("Alpha")
    session.send("\x1b[1;5B\x1b[1;5A" + "n" * 14)
    session.wait_for("words of lima")
    assert b"whispered" not in session.written
    assert typed <= len("whispered alpha")


def test_notes_here_shows_the_notes_of_each_slide(present: Present, talk: Path) -> None:
    session = present(talk, "--notes-here", size=(80, 30))
    session.wait_for("words of alpha", "whispered alpha")
    session.press("n", "one", "whispered bravo")
    session.press("N", "words of charlie", "whispered charlie")
    session.send("b")
    session.wait_without("words of charlie")
    assert session.shows("whispered charlie")
