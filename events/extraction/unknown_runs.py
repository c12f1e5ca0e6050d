"""Runs of capitalised words in a text: names that are not known yet, cut from what is not."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from events.extraction import unknown_words as words
from events.extraction.found import Mention
from sources.chinese import CHARACTER

REACH = 60  # characters before a word in which a name can begin
_MOST_WORDS = 5
WORD = re.compile(
    r"(?:[A-Z]|\d{1,2}(?=[A-Za-z]))[\wÀ-ÿ]*(?:(?:[.&+-]|['’](?!s\b))[\wÀ-ÿ]+)*|&|(?:[A-Z]|Bros|St)\."
)
_SMALL = frozenset({"of", "for"})
_JOINED = ("-based", "-backed", "-owned", "-controlled", "-led", "-style")
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

    def __init__(self, text: str, folded: str, known: list[Mention]) -> None:
        self.text, self.folded = text, folded
        self._spans = sorted({(one.start, one.end) for one in known})
        self._titles: dict[int, bool] = {}

    def is_free(self, start: int, end: int) -> bool:
        place = bisect_right(self._spans, (start, end))
        before = self._spans[place - 1] if place else (0, 0)
        after = self._spans[place] if place < len(self._spans) else (end, end)
        return before[1] <= start and end <= after[0]

    def is_a_word(self, small: str) -> bool:
        """Whether the text prints the name as an ordinary word too."""
        at = self.text.find(small)
        while at >= 0:
            beside = self.text[at - 1 : at], self.text[at + len(small) : at + len(small) + 1]
            if not any(joins(one) for one in beside):
                return True
            at = self.text.find(small, at + 1)
        return False

    def in_title(self, position: int) -> bool:
        """Whether the line is a heading in capitals, where every word looks like a name."""
        start = self.text.rfind("\n", 0, position) + 1
        if start not in self._titles:
            end = self.text.find("\n", position)
            line = self.text[start : end if end >= 0 else len(self.text)][:400]
            long = re.findall(r"[A-Za-z][A-Za-z'’]{3,}", line)
            small = sum(word[0].islower() for word in long)
            self._titles[start] = (
                bool(long) and not CHARACTER.search(line) and small * 4 < len(long)
            )
        return self._titles[start]

    def to_the_right(self, position: int, weight: int) -> Iterator[Found]:
        """The name that begins after a space."""
        opening = _RIGHT.match(self.text, position)
        if opening:
            at = opening.end()
            spans: list[tuple[int, int]] = []
            while len(spans) < _MOST_WORDS and (word := WORD.match(self.text, at)):
                spans.append(word.span())
                at = word.end() + 1
                if self.text[word.end() : at] != " ":
                    break
            yield from self.cleaned(spans, weight)

    def to_the_left(self, position: int, weight: int) -> Iterator[Found]:
        """The name that ends at a position."""
        end, spans = position, list[tuple[int, int]]()
        first = max(0, position - REACH)
        while len(spans) < _MOST_WORDS + 1 and end > first:
            start = max(self.text.rfind(" ", first, end), self.text.rfind("\n", first, end)) + 1
            bare = start + len(self.text[start:end]) - len(self.text[start:end].lstrip(_OPENING))
            word = self.text[bare:end]
            if word.endswith(_JOINED) or not (WORD.fullmatch(word) or (spans and word in _SMALL)):
                break
            spans.insert(0, (bare, end))
            if bare > start or not start or self.text[start - 1] == "\n":
                break
            end = start - 1
        yield from self.cleaned(spans, weight)

    def cleaned(self, spans: list[tuple[int, int]], weight: int) -> Iterator[Found]:
        """A run of words without those at its ends that belong to no name."""

        def is_none(span: tuple[int, int]) -> bool:
            word = self.text[slice(*span)].casefold().rstrip(".")
            return word in words.NOT_NAMES or word in _SMALL or word == "&"

        kept = len(spans) > 2 and self.text[slice(*spans[-1])].casefold() in endings()
        while (
            spans
            and not (kept and self.text[slice(*spans[0])] == "AI")
            and (is_none(spans[0]) or self._starts_a_sentence(spans))
        ):
            spans = spans[1:]
        for number, span in enumerate(spans):
            if number and is_none(span) and self.text[slice(*span)] not in (*_SMALL, "&"):
                spans = spans[: number + self._may_end(spans[: number + 1])]
                break
        while spans and is_none(spans[-1]) and not self._may_end(spans):
            spans = spans[:-1]
        if spans and self.is_free(spans[0][0], spans[-1][1]):
            yield Found(spans[0][0], spans[-1][1], weight)

    def _may_end(self, spans: list[tuple[int, int]]) -> bool:
        return len(spans) > 1 and self.text[slice(*spans[-1])].casefold() in words.LAST_WORDS

    def _starts_a_sentence(self, spans: list[tuple[int, int]]) -> bool:
        """Whether the first of several words has its capital only as the first of a sentence."""
        start, end = spans[0]
        before = self.text[max(0, start - 2) : start].rstrip(" ")
        at_start = not before or before[-1] in '.!?\n:”"。'
        return at_start and len(spans) > 1 and self.is_a_word(self.text[start:end].casefold())
