"""Names without the spaces, hyphens and points that people write or leave out in them.

`GPT-4o`, `GPT 4o` and `GPT4o` are one string once squashed; where a name may come apart (its
joints) is kept, so that “give me tables” is not Meta.
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from events.extraction.folding import fold
from sources.chinese import HAN

# besides the space
_SEPARATORS = "\t\n_-\u2010\u2011\u2012\u2013\u2212\u00b7\u2022\u2027\u2219\u30fb"
_JOINT = re.compile(
    f"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[{HAN}])(?=[A-Za-z0-9])"
    f"|(?<=[A-Za-z0-9])(?=[{HAN}])"
)
_HUMP = re.compile(r"(?<=[a-z][a-z])(?=[A-Z])")
# A name may run over the end of a line that was wrapped: no line of a list or a title is as long.
_WRAPPED = 50
WIDEST_GAP = 2


class Squashed(NamedTuple):
    """A folded text without separators, and where each of them was taken out."""

    text: str
    gaps: list[int]  # offsets in `text`, in order; one for each character taken out


def squash(folded: str) -> Squashed:
    pieces = _pieces(folded)
    return Squashed("".join(pieces), list(accumulate(map(len, pieces[:-1]))))


def _pieces(text: str) -> list[str]:
    """What stands between the separators: many times faster than a regular expression."""
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    return text.split(" ")


class Shape(NamedTuple):
    """A name as it is looked for."""

    squashed: str
    joints: frozenset[int]  # offsets in it at which it may come apart
    humps: frozenset[int]  # the same, when both parts start with a capital


def shape_of(name: str) -> Shape:
    name = name.strip()
    pieces = _pieces(name)
    printed = set(accumulate(map(len, pieces[:-1])))
    plain = "".join(pieces)
    seams = {match.start() for match in _JOINT.finditer(plain)}
    humps = {match.start() for match in _HUMP.finditer(plain)}
    # One letter and a number (R1, o1) are never written apart.
    wide = {seam for seam in seams if not _is_single_letter(plain, seam)}
    return Shape(fold(plain), frozenset(printed | wide), frozenset(humps))


def _is_single_letter(plain: str, seam: int) -> bool:
    before, after = plain[:seam], plain[seam:]
    lonely = re.search(r"(?:^|[^A-Za-z])[A-Za-z]\Z", before) and after[0].isdigit()
    return bool(lonely) or bool(
        before[-1].isdigit() and re.match(r"[A-Za-z](?:[^A-Za-z]|\Z)", after)
    )


def holds_together(shape: Shape, gaps: Sequence[int], text: str, start: int) -> bool:
    """Whether what was taken out of a match stood where the name may come apart."""
    for gap in gaps:
        if len(gaps) > WIDEST_GAP and gaps.count(gap) > WIDEST_GAP:
            return False
        if gap in shape.joints:
            continue
        if gap not in shape.humps or not _capitals_at(text, start, gaps, gap):
            return False
    return True


def _capitals_at(text: str, start: int, gaps: Sequence[int], gap: int) -> bool:
    after = start + gap + sum(1 for other in gaps if other <= gap)
    return text[start].isupper() and text[after].isupper()


def is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether the line break inside of a match can be one of a wrapped line."""
    broken = text.find("\n", start, end)
    if broken < 0:
        return True
    line = broken - (text.rfind("\n", 0, broken) + 1)
    return line >= _WRAPPED and text.find("\n", broken + 1, end) < 0
