"""Runs of capitalised words in a text: names that are not known yet, cut from what is not."""

import re
from functools import cache
from typing import NamedTuple

from events.extraction.names import unknown_words as words
from events.extraction.names.taken import Taken
from sources.chinese import CHARACTER

REACH = 60  # characters before a word in which a name can begin
_MOST_WORDS = 5
WORD = re.compile(
    r"(?:[A-Z]|\d{1,2}(?=[A-Za-z]))[\wÀ-ÿ]*(?:(?:[.&+-]|['’](?!s\b))[\wÀ-ÿ]+)*|&|(?:[A-Z]|Bros|St)\."
)
_SMALL = frozenset({"of", "for"})
_INNER = _SMALL | {"&"}
_NONE = words.NOT_NAMES | _INNER  # what begins and ends no name
_JOINED = ("-based", "-backed", "-owned", "-controlled", "-led", "-style")
_LONG = re.compile(r"[A-Za-z][A-Za-z'’]{3,}")
_OPENING = "“\"‘'(（「『《[*_ "
_RIGHT = re.compile(rf"[ {_OPENING}]{{1,2}}")


class Found(NamedTuple):
    start: int
    end: int
    weight: int


def joins(character: str) -> bool:
    return bool(character) and (
        (character.isalnum() and not CHARACTER.match(character)) or character in "-@/_"
    )


@cache
def endings() -> frozenset[str]:
    return frozenset(words.ENGLISH_ENDINGS.split("|"))


class Runs:
    """One text and what is named in it already."""

    def __init__(self, text: str, folded: str, taken: Taken) -> None:
        self.text, self.folded = text, folded
        self.is_free = taken.is_free
        self._titles: dict[int, bool] = {}

    def is_a_word(self, small: str) -> bool:
        """Whether the text prints the name as an ordinary word too."""
        at = self.text.find(small)
        while at >= 0:
            end = at + len(small)
            if not joins(self.text[at - 1 : at]) and not joins(self.text[end : end + 1]):
                return True
            at = self.text.find(small, at + 1)
        return False

    def in_title(self, position: int) -> bool:
        """Whether the line is a heading in capitals, where every word looks like a name."""
        start = self.text.rfind("\n", 0, position) + 1
        if start not in self._titles:
            end = self.text.find("\n", position)
            line = self.text[start : end if end >= 0 else len(self.text)][:400]
            long = [] if CHARACTER.search(line) else _LONG.findall(line)
            small = sum(word[0].islower() for word in long)
            self._titles[start] = bool(long) and small * 4 < len(long)
        return self._titles[start]

    def to_the_right(self, position: int, weight: int) -> Found | None:
        """The name that begins after a space."""
        opening = _RIGHT.match(self.text, position)
        if opening is None:
            return None
        at = opening.end()
        spans: list[tuple[int, int]] = []
        while len(spans) < _MOST_WORDS and (word := WORD.match(self.text, at)):
            spans.append(word.span())
            at = word.end() + 1
            if self.text[word.end() : at] != " ":
                break
        return self.cleaned(spans, weight) if spans else None

    def to_the_left(self, position: int, weight: int) -> Found | None:
        """The name that ends at a position."""
        text, end, spans = self.text, position, list[tuple[int, int]]()
        first = max(0, position - REACH)
        while len(spans) < _MOST_WORDS + 1 and end > first:
            start = max(text.rfind(" ", first, end), text.rfind("\n", first, end)) + 1
            if start < first:
                break
            bare = start
            while bare < end and text[bare] in _OPENING:
                bare += 1
            if not WORD.fullmatch(text, bare, end) and not (spans and text[bare:end] in _SMALL):
                break
            if text.endswith(_JOINED, bare, end):
                break
            if not spans and not self._ends_one(bare, end):
                return None
            spans.append((bare, end))
            if bare > start or not start or text[start - 1] == "\n":
                break
            end = start - 1
        return self.cleaned(spans[::-1], weight) if spans else None

    def _ends_one(self, start: int, end: int) -> bool:
        """Whether a word can be the last of a new name, or stand behind it."""
        return self.is_free(start, end) or self.text[start:end].casefold().rstrip(".") in _NONE

    def cleaned(self, spans: list[tuple[int, int]], weight: int) -> Found | None:
        """A run of words without those at its ends that belong to no name."""
        run = [self.text[start:end] for start, end in spans]
        small = [word.casefold() for word in run]
        none = [word.rstrip(".") in _NONE for word in small]
        first, last = 0, len(run)
        kept = last > 2 and small[-1] in endings()
        while first < last and not (kept and run[first] == "AI"):
            if not none[first] and not (
                last - first > 1 and self._starts_a_sentence(spans[first][0], small[first])
            ):
                break
            first += 1
        for number in range(first + 1, last):
            if none[number] and run[number] not in _INNER:
                last = number + (small[number] in words.LAST_WORDS)
                break
        while first < last and none[last - 1]:
            if last - first > 1 and small[last - 1] in words.LAST_WORDS:
                break
            last -= 1
        if first < last and self.is_free(spans[first][0], spans[last - 1][1]):
            return Found(spans[first][0], spans[last - 1][1], weight)
        return None

    def _starts_a_sentence(self, start: int, small: str) -> bool:
        """Whether a word, the first of several, has its capital only for that reason."""
        before = self.text[max(0, start - 2) : start].rstrip(" ")
        return (not before or before[-1] in '.!?\n:”"。') and self.is_a_word(small)
