"""Paragraphs that were broken into lines of some 70 columns, as in old mail, are joined again."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sources.chinese import CHARACTER
from sources.reading.document import CleanText, Note
from sources.reading.lines import Line, lines_of
from sources.reading.mapped import Edit, edited

NARROWEST, WIDEST = 56, 84  # columns of a line that was broken because it was full
FEWEST = 3  # full lines a text must have that end within a sentence

_NEW = re.compile(r"(?:[-*+•·◆>|–—#`=]|\d{1,2}[.)、]|[(（]?[一二三四五六七八九十]{1,2}[)）、])")


def without_hard_wraps(text: CleanText) -> tuple[CleanText, tuple[Note, ...]]:
    """Lines go on in the next where nearly all full lines of a text break within sentences."""
    if len(max(text.text.split("\n"), key=len).strip()) > WIDEST + 10:
        return text, ()  # told at once of most texts; no line has fewer columns than characters
    lines = lines_of(text.text)
    if any(line.width > WIDEST + 10 for line in lines):
        return text, ()
    joints = [(one, two) for one, two in _neighbours(text.text, lines) if _goes_on(one, two)]
    within = sum(not one.ends_a_sentence for one, _two in joints)
    if within < FEWEST or within < 0.6 * len(joints):
        return text, ()
    edits = [Edit(one.words_end, two.start + two.indent, _between(one, two)) for one, two in joints]
    return edited(text, edits), (Note("lines_joined", str(len(edits))),)


def _neighbours(text: str, lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Lines with no blank one between them; two spaces at the end break one on purpose."""
    for one, two in pairwise(lines):
        if two.start - one.end == 1 and not text.endswith("  ", one.start, one.end):
            yield one, two


def _goes_on(one: Line, two: Line) -> bool:
    """The first is full: the first word of the second did not fit any more."""
    if one.width < NARROWEST or _NEW.match(two.words) or one.words[0] in "|#>":
        return False
    first = two.words.split(maxsplit=1)[0]
    room = 2 if CHARACTER.match(first) else min(len(first), 16)
    return one.width + room + 1 > NARROWEST + 8


def _between(one: Line, two: Line) -> str:
    chinese = CHARACTER.match(one.words[-1]) or CHARACTER.match(two.words[0])
    return "" if chinese or one.words[-1] > "\u2fff" else " "
