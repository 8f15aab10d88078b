"""Colours for a terminal that has only 256 or 16 of them: the nearest to the eye, with no less contrast than was meant.

Rich would take the nearest by its numbers, which makes teal of grey blue and black of every dark page.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color, ColorType
from rich.style import Style

from rostra.terminal.colors import TRUE_COLOR, Rgb, contrast, is_light, linear, luminance

ENOUGH = 7.0
"""The contrast from which on text is legible from the last row."""
ENOUGH_IN_LISTINGS = 4.5
ENOUGH_OF_YELLOW = 4.5
"""Yellow would be grey with more: there is no dark one among 256."""
YELLOW = 0.05
"""How far from blue a colour is that is not grey."""
STEPS = 32
"""How finely a colour is moved towards one that can be read."""
Lab = tuple[float, float, float]

# What xterm shows for the first sixteen, which others may show otherwise; the rest is the same everywhere.
SIXTEEN: tuple[Rgb, ...] = (
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
)  # fmt: skip
_LEVELS = (0, 95, 135, 175, 215, 255)
CUBE: tuple[Rgb, ...] = tuple((red, green, blue) for red in _LEVELS for green in _LEVELS for blue in _LEVELS)
GREYS: tuple[Rgb, ...] = tuple((8 + 10 * step,) * 3 for step in range(24))
PALETTE = (*SIXTEEN, *CUBE, *GREYS)
"""All 256 colours by their numbers."""


def fewer(
    style: Style, colors: int, *, paper: Color | None = None, meant: Color | None = None, enough: float = ENOUGH
) -> Style:
    """A style in the colours that the terminal has.

    ``paper`` is the background that the text will be drawn on where it has none of its own, ``meant`` the one that it
    was chosen for. What had more contrast than ``enough`` may lose it.
    """
    if colors >= TRUE_COLOR:
        return style
    ground, ink = style.bgcolor, style.color
    drawn = paper
    if ground is not None and not ground.is_default:
        # A listing can be told from its page, even if both come near the same colour.
        other = shown(paper) if paper and meant and shown(meant) != shown(ground) else None
        drawn = ground = _nearest(ground, colors, unlike=other)
        meant = style.bgcolor
    if ink is not None and not ink.is_default:
        least = 1.0
        if drawn is not None and meant is not None and not drawn.is_default:
            least = min(enough, contrast(shown(ink), shown(meant)))
        ink = _nearest(ink, colors, paper=shown(drawn) if drawn is not None and least > 1 else None, least=least)
    return style + Style(color=ink, bgcolor=ground)


def legible(color: Color, paper: Color, colors: int, enough: float) -> Color:
    """The most similar colour there is that has enough contrast with its paper, or as much as there can be."""
    if color.is_default:
        return color
    ground = None if paper.is_default else shown(paper)
    is_there = colors >= TRUE_COLOR or color.type is not ColorType.TRUECOLOR
    if is_there and (ground is None or contrast(shown(color), ground) >= enough):
        return color
    if colors < TRUE_COLOR or ground is None:
        return Color.from_ansi(_number(shown(color), colors, ground, enough, None))
    return Color.from_rgb(*_moved(shown(color), ground, enough))


@lru_cache(maxsize=1024)
def _moved(color: Rgb, paper: Rgb, enough: float) -> Rgb:
    """A colour moved towards black or white, whichever reads better on its paper, until it has enough contrast."""
    end = 0 if is_light(paper) else 255
    for step in range(1, STEPS):
        red, green, blue = (round(part + (end - part) * step / STEPS) for part in color)
        if contrast((red, green, blue), paper) >= enough:
            return red, green, blue
    return end, end, end


def shown(color: Color) -> Rgb:
    """What a colour looks like in xterm."""
    if color.number is not None:
        return PALETTE[color.number]
    red, green, blue = color.get_truecolor()
    return red, green, blue


def _nearest(
    color: Color, colors: int, *, paper: Rgb | None = None, least: float = 1.0, unlike: Rgb | None = None
) -> Color:
    """The most similar colour that has so much contrast with the paper; the terminal's own stay what they are."""
    if color.type is not ColorType.TRUECOLOR:
        return color
    return Color.from_ansi(_number(shown(color), colors, paper, least, unlike))


@lru_cache(maxsize=1024)
def _number(color: Rgb, colors: int, paper: Rgb | None, least: float, unlike: Rgb | None) -> int:
    lab = _lab(color)
    # The first sixteen are left out where there are more: everybody sets them as they like.
    numbers = range(16) if colors <= 16 else range(16, 256)
    allowed = [number for number in numbers if PALETTE[number] != unlike]
    if paper is not None:
        legible = [number for number in allowed if contrast(PALETTE[number], paper) >= least]
        if not legible:  # black or white is then as much as there can be
            return max(allowed, key=lambda number: contrast(PALETTE[number], paper))
        # A colour that was lighter than its paper stays so.
        side = luminance(color) > luminance(paper)
        allowed = [one for one in legible if (luminance(PALETTE[one]) > luminance(paper)) == side] or legible
    nearest = min(allowed, key=lambda number: _distance(_lab(PALETTE[number]), lab))
    if least > ENOUGH_OF_YELLOW and paper is not None and is_light(paper) and _is_yellow(lab):
        yellow = _number(color, colors, paper, ENOUGH_OF_YELLOW, unlike)
        return yellow if _is_yellow(_lab(PALETTE[yellow])) else nearest
    return nearest


def _is_yellow(lab: Lab) -> bool:
    _, green, blue = lab
    return blue > YELLOW and blue > 2 * abs(green)


def _distance(one: Lab, other: Lab) -> float:
    """How different two colours look. Hue counts more than lightness: a theme is known by it."""
    light, green, blue = (a - b for a, b in zip(one, other, strict=True))
    return light * light + 2 * (green * green + blue * blue)


@lru_cache(maxsize=512)
def _lab(color: Rgb) -> Lab:
    """Lightness, green to red and blue to yellow, as the eye tells them apart (OKLab)."""
    red, green, blue = linear(color)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
