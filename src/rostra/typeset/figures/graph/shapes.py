"""Shapes: the outlines of boxes, row by row."""

from __future__ import annotations

from rostra.typeset.figures.graph.model import Shape

CORNERS = {"decision": "╱ ╲ ╲ ╱"}
MIDDLES = {"decision": "< >", "round": "( )", "circle": "( )"}


def insets(shape: Shape, rows: int) -> list[int]:
    """By how many cells each row of an outline is shorter, on either side."""
    if shape == "box":
        return [0] * rows
    if shape == "round":
        return [1, *[0] * (rows - 2), 1]
    return [abs(2 * row - (rows - 1)) // 2 for row in range(rows)]


def outline(shape: Shape, rows: int, columns: int) -> list[tuple[int, str]]:
    """The rows of an outline, each with how far to the right it begins; blank within."""
    upper_left, upper_right, lower_left, lower_right = CORNERS.get(shape, "╭ ╮ ╰ ╯").split()
    drawn = []
    for row, inset in enumerate(insets(shape, rows)):
        between = columns - 2 * inset - 2
        if row == 0:
            drawn.append((inset, upper_left + "─" * between + upper_right))
        elif row == rows - 1:
            drawn.append((inset, lower_left + "─" * between + lower_right))
        else:
            left, right = _sides(shape, row, rows)
            drawn.append((inset, left + " " * between + right))
    return drawn


def _sides(shape: Shape, row: int, rows: int) -> list[str]:
    """The signs at the left and at the right of a row that is neither the first nor the last."""
    if shape == "box":
        return ["│", "│"]
    if 2 * row == rows - 1 and (shape != "round" or rows == 3):
        return MIDDLES[shape].split()
    if shape == "round" and 1 < row < rows - 2:
        return ["│", "│"]
    return ["╱", "╲"] if 2 * row < rows - 1 else ["╲", "╱"]
