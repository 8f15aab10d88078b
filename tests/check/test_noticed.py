"""What the reader notices by itself: where it is, what is marked, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked import findings, problems


@pytest.mark.parametrize(
    ("source", "finding", "hint"),
    [
        (
            "# A\n\n```python\nx = 1\n\n---\n\n# B\n",
            "3:1 '```': this listing is never closed by a line of ```",
            "it is taken to end above line 6: write ``` where it should end",
        ),
        (
            "# A\n\n::: box\ntext\n\n---\n\n# B\n",
            "3:1 '::: box': ::: box is never closed by a line of :::",
            "it is taken to end above line 6: write ::: where it should end",
        ),
        (
            "# A\n\n<!-- words\n\n---\n\n# B\n",
            "3:1 '<!--': this comment is never closed by -->",
            "it is taken to end above line 5: write --> where it should end",
        ),
        (
            "# A\n\ntext <!-- words\n\n---\n\n# B\n",
            "3:6 '<!--': this comment is never closed by -->",
            "it is taken to end with its slide: write --> where it should end",
        ),
        (
            "---\ntitle: A\n\n# A\n",
            "1: the front matter is never closed by a line of ---",
            "it is taken to end above line 3: write --- where it should end",
        ),
    ],
)
def test_what_is_never_closed_says_where_it_was_ended(tmp_path: Path, source: str, finding: str, hint: str) -> None:
    assert findings(tmp_path, source, "unclosed") == [finding]
    assert [one.hint for one in problems(tmp_path, source, "unclosed")] == [hint]


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("a List<String> here", "3:7 '<String>'"),
        ("ssh <host-name> -p 22", "3:5 '<host-name>'"),
        ("<Tweet id='1'>\n</Tweet>", "3:1 '<Tweet id='1'>'"),
        ("<div>\n<custom>text</custom>\n</div>", "4:1 '<custom>'"),
    ],
)
def test_what_only_looks_like_html_is_told_of(tmp_path: Path, written: str, finding: str) -> None:
    (found,) = findings(tmp_path, f"# A\n\n{written}\n", "html")
    assert found.startswith(finding)
    assert "is taken for HTML and left out" in found


@pytest.mark.parametrize(
    "written", ["<video src='a'></video>", "text <canvas> text", "<img src='a.png'>", "<script>x</script>"]
)
def test_html_that_cannot_be_shown_is_told_of(tmp_path: Path, written: str) -> None:
    (found,) = findings(tmp_path, f"# A\n\n{written}\n", "html")
    assert "HTML that cannot be shown is left out" in found


@pytest.mark.parametrize(
    "written",
    [
        "<b>a</b> <br> <kbd>b</kbd> <small>c</small> <abbr title='x'>d</abbr>",
        "<center>\n\n# B\n\n</center>",
        "<div align='right'><font color='red'>a</font></div>",
        "<svg><path d='M0'/><g></g></svg>",
        "`List<String>` and <https://example.com> and <a@example.com> and 1 < 2",
        "<details><summary>a</summary>b</details>",
    ],
)
def test_html_that_is_shown_or_harmless_is_not_told_of(tmp_path: Path, written: str) -> None:
    found = findings(tmp_path, f"# A\n\n{written}\n", "html")
    assert [one for one in found if "<svg>" not in one] == []
