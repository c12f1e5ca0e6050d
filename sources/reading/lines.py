"""A text as its lines that hold something, with their places."""

import re
from typing import NamedTuple

_HAN_FROM = "\u3400"
_NOT_WORDS = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[。！？!?…;；][”」』’）)\"]*$|[a-z\d)”\"]\.[”\"’)]*$")


class Line(NamedTuple):
    start: int
    end: int
    words: str  # without white space around
    indent: int = 0  # white space before them

    @property
    def words_end(self) -> int:
        return self.start + self.indent + len(self.words)

    @property
    def width(self) -> int:
        """Columns it takes: a Chinese character, of three bytes, is as wide as two Latin ones."""
        if self.words.isascii():
            return len(self.words)
        return (len(self.words) + len(self.words.encode("utf-8", "replace"))) // 2

    @property
    def ends_a_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.words[-6:]))


def lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    place = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            lines.append(Line(place, place + len(line), words, line.index(words)))
        place += len(line) + 1
    return lines


def openings(*patterns: str) -> frozenset[str]:
    """The signs, from Chinese characters on, that can begin a line which one of these fits.

    They are all that occur in patterns; none of these may begin with just any sign.
    """
    return frozenset(sign for pattern in patterns for sign in pattern if sign >= _HAN_FROM)


def may_open(words: str, signs: frozenset[str]) -> bool:
    """Whether words begin with one of these signs, or with one that tells nothing: a letter."""
    return words[0] < _HAN_FROM or words[0] in signs


def squeezed(words: str) -> str:
    """Letters and figures only, to compare lines that differ in white space and marks."""
    return _NOT_WORDS.sub("", words).lower()
