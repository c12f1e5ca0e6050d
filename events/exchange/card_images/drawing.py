"""Draws a card as PNG, 1200 × 630: a rail with the mark of the timeline, and words beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from events.exchange.card_images.fonts import font
from sources.chinese import HAN

WIDTH, HEIGHT = 1200, 630
PAPER, INK, SOFT, RAIL, SEAL = "#faf8f3", "#211e1a", "#625b50", "#cfc6b5", "#a8321c"
HUES = {  # as in site.css
    "launch": "#0a6550",
    "word": "#2a569b",
    "setback": "#a23413",
    "money": "#7a5400",
    "rule": "#69409a",
    "study": "#2b6272",
}
LEFT, RIGHT, AXIS = 190, 1120, 110  # of the words; of the rail
SIZES = {76: 2, 64: 3, 54: 4}  # of the title, each with how many lines it may have
SMALL, GAP, FLOOR = 36, 14, 500  # of what stands below it, and how far down there is room
FINE = 4  # shapes are drawn so many times larger first
# What is never cut: a Latin word with the signs around it, a Chinese character with what closes it.
_UNIT = re.compile(rf"\s+|[「『《“（]*[{HAN}][，。、；：？！」』》”）…]*|[^\s{HAN}]+")


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says. A mark is "day", "span" or "seal"; hollow, struck as on the timeline."""

    above: str
    title: str
    below: str
    site: str
    hue: str = SEAL
    mark: str = "seal"
    hollow: bool = False
    struck: bool = False
    traditional: bool = False


@lru_cache(maxsize=128)
def png(face: Face) -> bytes:
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((AXIS - 2, 0, AXIS + 2, HEIGHT), fill=RAIL)
    if face.mark != "seal":
        _put(image, _mark(face), AXIS, 104)
    _put(image, _seal(), AXIS, 548)
    pen.text((LEFT, 104), face.above, face.hue, _font(face, SMALL), anchor="lm")
    size, lines = _title(face)
    y = _written(pen, lines, 165, INK, _font(face, size))
    room = int((FLOOR - y - GAP) / _line(SMALL))
    below = _cut(wrapped(face.below, _font(face, SMALL)), room, _font(face, SMALL))
    _written(pen, below, y + GAP, SOFT, _font(face, SMALL))
    pen.text((LEFT, 548), face.site, INK, _font(face, 40), anchor="lm")
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _written(pen: Any, lines: list[str], y: int, ink: str, letters: Any) -> int:
    """Write lines from `y` on; where the next one would begin."""
    for line in lines:
        pen.text((LEFT, y), line, ink, letters)
        y += _line(letters.size)
    return y


def _line(size: float) -> int:
    return round(size * 1.28)


def _font(face: Face, size: int) -> Any:
    return font(size, face.traditional)


def _title(face: Face) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines; at the smallest it is cut."""
    for size, most in SIZES.items():
        lines = wrapped(face.title, _font(face, size))
        if len(lines) <= most:
            return size, lines
    return size, _cut(lines, most, _font(face, size))


def wrapped(text: str, letters: Any) -> list[str]:
    """Lines no longer than there is room; only a word that is longer is broken."""
    lines = [""]
    for unit in _units(" ".join(text.split()), letters):
        if lines[-1] and letters.getlength((lines[-1] + unit).rstrip()) > RIGHT - LEFT:
            lines.append("")
        if lines[-1] or not unit.isspace():
            lines[-1] += unit
    return [line.rstrip() for line in lines if line.strip()]


def _units(text: str, letters: Any) -> Iterator[str]:
    for unit in _UNIT.findall(text):
        if letters.getlength(unit) > RIGHT - LEFT:
            yield from unit
        else:
            yield unit


def _cut(lines: list[str], most: int, letters: Any) -> list[str]:
    """So many lines, the last one with … when there were more."""
    if len(lines) <= most or most < 1:
        return lines[: max(most, 0)]
    last = f"{lines[most - 1]}…"
    while len(last) > 2 and letters.getlength(last) > RIGHT - LEFT:
        last = f"{last[:-2].rstrip()}…"
    return [*lines[: most - 1], last]


def _put(image: Any, shape: Any, x: int, y: int) -> None:
    """A shape with its middle at a place, made smooth by shrinking it."""
    small = shape.resize((shape.width // FINE, shape.height // FINE))
    image.paste(small, (x - small.width // 2, y - small.height // 2), small)


def _tile(width: int, height: int) -> tuple[Any, Any]:
    tile = Image.new("RGBA", (width * FINE, height * FINE))
    return tile, ImageDraw.Draw(tile)


def _mark(face: Face) -> Any:
    tile, pen = _tile(80, 120)
    tall = 18 if face.mark == "day" else 48
    box = (22 * FINE, (60 - tall) * FINE, 58 * FINE, (60 + tall) * FINE)
    line = {"outline": face.hue, "width": 6 * FINE}
    inside = PAPER if face.hollow else face.hue if face.mark == "day" else _pale(face.hue)
    pen.rounded_rectangle(box, 18 * FINE, fill=inside, **line)
    if face.struck:
        ends = (10 * FINE, 84 * FINE, 70 * FINE, 36 * FINE)
        pen.line(ends, fill=face.hue, width=6 * FINE)
    return tile


def _pale(hue: str) -> str:
    """Two fifths of the hue on paper, as a window of days is drawn."""
    pairs = [(int(hue[at : at + 2], 16), int(PAPER[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(0.4 * ink + 0.6 * paper):02x}" for ink, paper in pairs)


def _seal() -> Any:
    """The sign of the site, as in icon.svg, 72 pixels wide."""
    tile, pen = _tile(72, 72)
    unit = 72 * FINE / 32
    pen.rounded_rectangle((0, 0, 32 * unit - 1, 32 * unit - 1), 5 * unit, fill=SEAL)
    for x1, y1, x2, y2 in ((11, 5, 11, 27), (17.5, 10, 26, 10), (17.5, 21.5, 24, 21.5)):
        pen.line((x1 * unit, y1 * unit, x2 * unit, y2 * unit), fill="#fff", width=round(2 * unit))
    for y, radius, inside in ((10, 3.6, "#fff"), (21.5, 3.4, SEAL)):
        box = tuple(at * unit for at in (11 - radius, y - radius, 11 + radius, y + radius))
        pen.ellipse(box, fill=inside, outline="#fff", width=round(1.6 * unit))
    return tile
