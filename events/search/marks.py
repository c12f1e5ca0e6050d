"""Where a text has what a reader searched for, in whichever script it was typed. Plain Python."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from events.search.inflections import family
from events.search.question import Question, Term
from events.search.tokens import fold, pieces
from sources.chinese import CHARACTER, HAN, to_simplified

Span = tuple[int, int]

_CLUSTER = re.compile("(?s:.)[\u0300-\u036f\u3099\u309a]*")
_LETTER, _SIGN = r"[^\W\d_]", rf"[^\W_{HAN}]"
# Where a Latin word or a part of one begins and ends; 2.5 has no part 2.
_BEGINS = rf"(?:(?<!{_SIGN})|(?<={_LETTER})(?=\d))(?<!\d\.)"
_ENDS = rf"(?:(?!{_SIGN})|(?<={_LETTER})(?=\d))(?!\.\d)"
_BREAKS = re.compile(r"[\s。！？；，、：]")
_LEAD, _LENGTH = 40, 240  # of an excerpt, in Latin letters; a Chinese character is two wide


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Marks:
    """Marks the words of a question in texts."""

    question: Question
    unfinished: bool = False  # the last word may go on

    def __bool__(self) -> bool:
        return self._pattern is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        patterns = {pattern for term in self.question.terms for pattern in _patterns(term)}
        if self.unfinished:
            patterns = {pattern.removesuffix(_ENDS) for pattern in patterns}
        longest_first = sorted(patterns, key=len, reverse=True)
        return re.compile("|".join(longest_first)) if patterns else None

    def spans(self, text: str) -> list[Span]:
        if self._pattern is None or not text:
            return []
        folded, places = aligned(text)
        found = self._pattern.finditer(folded)
        spans = ((places[match.start()], places[match.end()]) for match in found)
        return [(start, end) for start, end in spans if end > start]

    def pieces(self, text: str) -> list[Piece]:
        """The whole text in pieces."""
        return list(_cut(text, self.spans(text)))

    def excerpt(self, text: str) -> list[Piece]:
        """A long text shortened around its first mark, with … for what is left out."""
        spans = self.spans(text)
        if not spans or _width(text) <= _LENGTH:
            return list(_cut(text, spans))
        start = _start_of_excerpt(text, spans[0][0])
        end = _end_of_excerpt(text, start, spans[0][1])
        inside = [(a - start, b - start) for a, b in spans if a >= start and b <= end]
        cut = list(_cut(text[start:end], inside))
        before, after = "…" if start else "", "…" if end < len(text) else ""
        return [Piece(before, False), *cut, Piece(after, False)]


def _patterns(term: Term) -> Iterator[str]:
    if term.quoted:
        words = [_pattern_of(word) for word in term.words]
        yield r"[\W_]*".join(words)
        return
    for word in term.words:
        yield from map(_pattern_of, family(word))
        if parts := pieces(word):
            *first, last = parts
            for form in family(last):  # GPT 4o for GPT-4o, open source for open-sourced
                yield r"[\W_]*".join(map(_pattern_of, [*first, form]))
            yield from (_pattern_of(part) for part in parts if part.isalpha() and len(part) > 1)


def _pattern_of(word: str) -> str:
    escaped = re.escape(word)
    return escaped if CHARACTER.match(word) else f"{_BEGINS}{escaped}{_ENDS}"


@lru_cache(maxsize=1024)
def aligned(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each place in it the place it has in the text."""
    folded, places = [], []
    for match in _CLUSTER.finditer(text):
        cluster = unicodedata.normalize("NFKC", match[0]).lower().replace("\0", " ")
        folded.append(cluster)
        places.extend([match.start()] * len(cluster))
    together = "".join(folded)
    if CHARACTER.search(together):
        simplified = to_simplified(together)
        if len(simplified) != len(together):  # a phrase that is shorter in the other script
            simplified = "".join(fold(sign)[:1] or sign for sign in together)
        together = simplified
    return together, [*places, len(text)]


def _cut(text: str, spans: list[Span]) -> Iterator[Piece]:
    last = 0
    for start, end in spans:
        if start > last:
            yield Piece(text[last:start], False)
        yield Piece(text[start:end], True)
        last = end
    if last < len(text):
        yield Piece(text[last:], False)


def _width(text: str) -> int:
    return len(text) + len(CHARACTER.findall(text))


def _start_of_excerpt(text: str, first: int) -> int:
    """After a space or stop a little before the first mark; 0 when it stands near the beginning."""
    lead = _LEAD // 2 if CHARACTER.search(text[max(0, first - 10) : first + 10]) else _LEAD
    if first <= 2 * lead:
        return 0
    found = _BREAKS.search(text, first - lead, first)
    return found.end() if found else first - lead


def _end_of_excerpt(text: str, start: int, least: int) -> int:
    end, width = start, 0
    while end < len(text) and (width < _LENGTH or end < least):
        width += 2 if CHARACTER.match(text[end]) else 1
        end += 1
    space = text.rfind(" ", max(least, end - 15), end)
    return space if space > 0 and end < len(text) else end
