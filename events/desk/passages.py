"""Where a passage stands in a text, and how much of it becomes a quote. Plain Python."""

import re
from typing import NamedTuple

LONGEST_QUOTE = 1000
_SENTENCE_END = re.compile(r"[。！？!?…]+[”’」』）)\"']*|\.[\"')]*(?=\s)|\n")


class Passage(NamedTuple):
    text: str
    start: int
    end: int


def between(text: str, start: int, end: int) -> Passage | None:
    """The text from `start` to `end` without white space around it; None when nothing is left."""
    chosen = text[max(start, 0) : max(end, 0)]
    stripped = chosen.strip()
    if not stripped:
        return None
    start = max(start, 0) + chosen.index(stripped)
    return Passage(stripped, start, start + len(stripped))


def found(text: str, words: str) -> Passage | None:
    """Where these words stand first; a line end or several spaces count as one space."""
    pieces = words.split()
    if not pieces:
        return None
    match = re.search(r"\s+".join(map(re.escape, pieces)), text)
    return Passage(match[0], match.start(), match.end()) if match else None


def quotable(passage: Passage) -> Passage:
    """As many of its first sentences as a quote may hold; cut hard when the first is longer."""
    if len(passage.text) <= LONGEST_QUOTE:
        return passage
    ends = [match.end() for match in _SENTENCE_END.finditer(passage.text, 0, LONGEST_QUOTE)]
    text = passage.text[: ends[-1] if ends else LONGEST_QUOTE].rstrip()
    return Passage(text, passage.start, passage.start + len(text))
