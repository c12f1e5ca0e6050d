"""Expressions that are tried only where a text has a word that each of their matches holds.

Most rules look for what few texts have: one pass over a text finds the words of all of them, and
an expression whose words are not there costs next to nothing.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from events.extraction.vocabulary import Vocabulary, forget

Words = frozenset[str]


class Hinted:
    """An expression for folded texts. Its words are read out of it."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)
        self.words = words_of(pattern)
        _all.append(self)
        forget()
        _places.cache_clear()

    def search(self, folded: str, start: int, end: int) -> re.Match[str] | None:
        """Its first match in a stretch of a text, which must be the whole text."""
        places = _places(folded).get(self)
        if places is None:
            return None
        first = bisect_left(places, start)
        if first == len(places) or places[first] >= end:
            return None
        return self._pattern.search(folded, start, end)


_all: list[Hinted] = []


def _read() -> dict[str, list[Hinted]]:
    read: dict[str, list[Hinted]] = defaultdict(list)
    for one in _all:
        for word in one.words:
            read[word].append(one)
    return read


_VOCABULARY = Vocabulary(_read)


@lru_cache(maxsize=1)  # asked for the same text by all of them
def _places(folded: str) -> dict[Hinted, list[int]]:
    """For each expression where its words begin, in order; nothing where there are none."""
    places: dict[Hinted, list[int]] = defaultdict(list)
    for expressions, start, _ in _VOCABULARY.find(folded):
        for one in expressions:
            places[one].append(start)
    for found in places.values():
        found.sort()
    return dict(places)


def words_of(pattern: str) -> Words:
    """Words of which every match holds at least one; an error where there are none such."""
    words = _read_out(_parser.parse(pattern)).words
    if not words:
        raise ValueError(f"no word is in every match of {pattern!r}")
    return frozenset(word for word in words if not any(one in word for one in words - {word}))


_MOST = 80  # words that one place may have


class _Part:
    """What is known of a part: all it matches, where that is little; words it cannot do without."""

    def __init__(self, whole: Iterable[str] | None = None, words: Words | None = None) -> None:
        self.whole = None if whole is None else frozenset(whole)
        if self.whole is not None and len(self.whole) > _MOST:
            self.whole = None
        self.words = _better(words, self.whole)


def _better(one: Words | None, other: Words | None) -> Words | None:
    """The longer words tell more."""
    sets = [words for words in (one, other) if words and "" not in words]
    return max(sets, key=lambda words: (min(map(len, words)), -len(words)), default=None)


_ANYTHING, _NO_WIDTH = _Part(), _Part([""])
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def _read_out(sequence: Iterable[tuple[Any, Any]]) -> _Part:
    """One part after the other."""
    run, known, words = _NO_WIDTH, True, None
    for part in (_part(*one) for one in sequence):
        words = _better(words, part.words)
        joined = _ANYTHING
        if run.whole is not None and part.whole is not None:
            joined = _Part(map("".join, product(run.whole, part.whole)))
        known = known and joined.whole is not None
        run = joined if joined.whole is not None else part
        if run.whole is None:
            run = _NO_WIDTH
        words = _better(words, run.words)
    return _Part(run.whole if known else None, words)


def _part(kind: Any, what: Any) -> _Part:
    if kind in _REPEATS:
        return _repeated(*what)
    read = _READ.get(kind)
    return read(what) if read else _ANYTHING


def _one_of(characters: Sequence[tuple[Any, Any]]) -> _Part:
    if any(kind is not code.LITERAL for kind, _ in characters):
        return _ANYTHING
    return _Part([chr(number) for _, number in characters])


def _either(parts: Sequence[_Part]) -> _Part:
    wholes = [part.whole for part in parts if part.whole is not None]
    words = [part.words for part in parts if part.words]
    return _Part(
        frozenset().union(*wholes) if len(wholes) == len(parts) else None,
        frozenset().union(*words) if len(words) == len(parts) else None,
    )


def _repeated(least: int, most: int, sequence: Iterable[tuple[Any, Any]]) -> _Part:
    once = _read_out(sequence)
    if most == 1 and once.whole is not None:
        return _Part(once.whole | {""}) if least == 0 else once
    return _Part(words=once.words) if least else _ANYTHING


_READ: dict[Any, Callable[[Any], _Part]] = {
    code.LITERAL: lambda what: _Part([chr(what)]),
    code.IN: _one_of,
    code.BRANCH: lambda what: _either([_read_out(one) for one in what[1]]),
    code.SUBPATTERN: lambda what: _read_out(what[-1]),
    code.AT: lambda _: _NO_WIDTH,
    code.ASSERT: lambda _: _NO_WIDTH,
    code.ASSERT_NOT: lambda _: _NO_WIDTH,
}
