"""What is told of the place under the cursor."""

from __future__ import annotations

from pathlib import Path

import pytest
from cursor import at_cursor

from rostra.language.hover import Hover, hover
from rostra.language.preview import preview
from rostra.reader.quoting import listing_of


def told(marked: str, path: Path = Path("talk.md")) -> Hover | None:
    return hover(*at_cursor(marked, path))


@pytest.mark.parametrize(
    ("marked", "begins", "about"),
    [
        ("<!-- ali‸gnment: center -->", "**alignment**: left, center or right", "alignment"),
        ("# A\n\n<!-- pau‸se -->", "**pause**: what follows", "pause"),
        ("<!-- slide: {la‸yout: title} -->\n# A", "**layout**: how the slide", "layout"),
        ("<!-- slide: {layout: ti‸tle} -->\n# A", "**title**: all in the middle", "title"),
        ("<!-- slide: {transition: pu‸sh} -->\n# A", "**push**: the next slide pushes", "push"),
        ("<!-- slide: {background: {pattern: gr‸id}} -->\n# A", "**grid**: squares", "grid"),
        ("::: bo‸x Title\nx\n:::", "**box**: ", "box"),
        ("::: alert war‸ning\nx\n:::", "**warning**: ", "warning"),
        ("::: {.gr‸een}\nx\n:::", "**green**: ", "green"),
        ("[a]{.re‸d}", "**red**: its red", "red"),
        ("> [!NO‸TE]\n> x", "**note**: ", "NOTE"),
        ("```pyth‸on\nx\n```", "**python**: Python", "python"),
        ("```klingon‸\nx\n```", "**klingon**: a language nobody can colour", "klingon"),
        ("so :rock‸et: it", "**:rocket:**: 🚀", "rocket"),
        ("---\nthe‸me: nord\n---\n# A", "**theme**: the look", "theme"),
        ("---\ntheme: no‸rd\n---\n# A", "**nord**: Nord", "nord"),
        ("---\ncheck: {ignore: [wid‸th]}\n---\n# A", "**width**: characters", "width"),
        ("---\ntitle: A t‸alk\n---\n# A", "**title**: names the talk", "talk"),
    ],
)
def test_a_word_is_told_what_it_does(marked: str, begins: str, about: str) -> None:
    document, line, column = at_cursor(marked)
    found = hover(document, line, column)
    assert found is not None
    assert found.text.startswith(begins)
    assert document.lines[line][found.start : found.end] == about


def test_a_word_is_told_how_it_is_written() -> None:
    found = told("<!-- ali‸gnment: center -->")
    assert found is not None
    assert "```markdown\n<!-- alignment: center -->\n```" in found.text


def test_elsewhere_the_slide_is_shown_as_it_will_look() -> None:
    found = told("<!-- slide: {time: 90s} -->\n# Head\n\nWords‸ of it.\n\n???\n\nTo be said.\n\n---\n\n# Other\n")
    assert found is not None
    first, _, rest = found.text.partition("\n\n")
    assert first == "**1/2** · Head · 1:30 planned · 3 words in the notes"
    lines = rest.split("\n")
    assert (lines[0], lines[-1], len(lines)) == ("```text", "```", 20)
    assert any("Words of it." in line for line in lines)
    assert "To be said" not in rest


def test_a_slide_is_shown_at_the_step_of_the_line() -> None:
    text = "# Head\n\n- one\n\n<!-- pause -->\n\n- two\n"
    first, second = told(text.replace("one", "one‸")), told(text.replace("two", "two‸"))
    assert first is not None
    assert second is not None
    assert "step 1 of 2" in first.text
    assert "two" not in first.text
    assert "step 2 of 2" in second.text
    assert "two" in second.text


def test_a_link_shows_the_slide_that_it_leads_to() -> None:
    found = told("# One\n\nSee [there](#tw‸o).\n\n---\n\n# Two\n\nOf two.\n")
    assert found is not None
    assert found.text.startswith("**2/2** · Two")
    assert "Of two." in found.text


def test_an_include_tells_how_many_slides_it_brings(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("# A\n\n---\n\n# B\n", "utf-8")
    found = told("<!-- include: pa‸rt.md -->", tmp_path / "talk.md")
    assert found is not None
    assert found.text == "**part.md**: 2 slides"
    missing = told("<!-- include: go‸ne.md -->", tmp_path / "talk.md")
    assert missing is not None
    assert missing.text == "**gone.md**: there is no file gone.md beside the deck"


def test_nothing_is_told_between_slides_and_outside() -> None:
    assert told("# A\n\n---\n\n<!-- skip_slide -->\n# B‸\n\n---\n\n# C\n") is None
    document, _, _ = at_cursor("# A‸")
    assert hover(document, 5, 0) is None
    assert hover(document, 0, 500) is not None


def test_a_preview_has_the_size_that_is_asked_for() -> None:
    document, _, _ = at_cursor("# A‸\n\nwords\n")
    lines = preview(document, 0, 40, 12).split("\n")
    assert len(lines) == 12
    assert max(map(len, lines)) <= 40


def test_a_fence_is_longer_than_those_within() -> None:
    assert listing_of("a\n```\nb").startswith("````text\n")
    assert listing_of("a\n```\nb").endswith("\n````")
