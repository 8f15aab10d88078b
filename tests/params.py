"""Parameters of tests of which a few tell most: the others are tried with the slow tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def fast(count: int, values: Iterable[Any]) -> list[Any]:
    """Values of a parameter, or tuples of several, of which all but the first ``count`` are marked slow."""
    return [
        value if i < count else pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.slow)
        for i, value in enumerate(values)
    ]
