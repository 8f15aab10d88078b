"""Steps: one layout for all of them."""

from __future__ import annotations

from drawing import STYLES, frame_of, page, plain

STEPS = """# Head

- a
- b

<!-- pause -->

> quoted

<!-- pause -->

::: columns
::: column
```py
x = 1
```
:::
::: column
::: box Title
<!-- pause -->
inside
:::
:::
:::

<!-- pause -->

| a |
|---|
| b |

<!-- pause -->

![pic](a.png)

<!-- pause -->

Term
: Meaning[^1]

<!-- pause -->

> [!NOTE]
> alert

[^1]: foot
"""


def test_nothing_moves_between_steps() -> None:
    frame = frame_of(STEPS, 60, 50)
    final = frame.lines()
    assert frame.steps == 8
    for step in range(frame.steps):
        for line, last in zip(frame.lines(step), final, strict=True):
            shown, whole = "".join(run.text for run in line), "".join(run.text for run in last)
            assert all(now in (" ", then) for now, then in zip(shown, whole, strict=True))


def test_each_step_shows_more_than_the_one_before() -> None:
    frame = frame_of(STEPS, 60, 50)
    inks = [sum(not char.isspace() for char in page(frame, step)) for step in range(frame.steps)]
    assert inks == sorted(set(inks))


def test_hidden_runs_are_blank_in_text_and_look() -> None:
    frame = frame_of("a\n\n<!-- pause -->\n\n```\ncode\n```", 40, 12)
    assert "code" not in page(frame, 0)
    assert "code" not in frame.text(0)
    assert {run.style.bgcolor for line in frame.lines(0)[:11] for run in line} == {frame.blank.bgcolor}


def test_hidden_letters_say_nothing() -> None:
    frame = frame_of("<!-- pause -->\n\n# Big", 60, 18)
    assert (frame.text(0).strip(), frame.text(1).strip()) == ("", "Big")


def test_the_rows_that_a_step_changes_are_told() -> None:
    frame = frame_of("a\n\n<!-- pause -->\n\nb\n\nc\n\n<!-- pause -->\n\nd", 20, 20)
    rows = frame.rows_of_step(1)
    assert [plain(frame.body[row]).strip() for row in rows] == ["b", "", "c"]
    changed = [row for row in range(18) if frame.line(row, 0) != frame.line(row, 1)]
    assert changed == [row for row in rows if plain(frame.body[row])]
    assert frame.rows_of_step(7) == range(0)


def test_incremental_items_show_one_by_one() -> None:
    frame = frame_of("---\nincremental_lists: true\n---\n- a\n- b\n\nc", 20, 12)
    seen = ["".join(page(frame, step).split("/")[0].split()) for step in range(frame.steps)]
    assert seen == ["●●●1", "●a●●●1", "●a●b●●●1", "●a●bc●●●1"]


def test_the_footer_has_a_dot_for_each_step_and_those_to_come_are_faint() -> None:
    frame = frame_of("a\n\n<!-- pause -->\n\nb\n\n<!-- pause -->\n\nc", 20, 12)
    looks = [[run.style for run in frame.lines(step)[-1] if run.text == "●"] for step in range(3)]
    done, later = STYLES.on(frame.blank, "accent"), STYLES.on(frame.blank, "progress_rest")
    assert looks == [[later, later], [done, later], [done, done]]


def test_what_is_to_come_is_seen_dimly_where_the_deck_says_so() -> None:
    frame = frame_of("---\ncoming: faint\n---\na\n\n<!-- pause -->\n\nb", 20, 12)
    shown = {run.text.strip(): run.style for line in frame.lines(0) for run in line if run.text.strip() in ("a", "b")}
    assert shown["a"] == frame.blank
    assert shown["b"] == frame.blank + STYLES.on(frame.blank, "faint") != frame.blank


def test_a_panel_that_is_to_come_keeps_its_ground_and_its_edges() -> None:
    frame = frame_of("---\ncoming: faint\n---\na\n\n<!-- pause -->\n\n::: box\nb\n:::", 40, 14)
    before, after = (
        [line for line in frame.lines(step) if any(run.text[:8] == "▄" * 8 for run in line)] for step in (0, 1)
    )
    assert before == after != []
    looks = [run.style for line in frame.lines(0) for run in line if run.text == "b"]
    assert [look.bgcolor for look in looks] == [STYLES.on(frame.blank, "panel").bgcolor]
    assert [look.color for look in looks] == [STYLES.on(frame.blank, "faint").color]
