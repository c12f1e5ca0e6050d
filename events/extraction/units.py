"""Sentences with everything that was found in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from dates import DateMatch
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Sort
from events.extraction.found import Article, Mention
from events.extraction.sentences import Sentence, clause_starts
from sources.reading import Section, SectionKind


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)
_NONE: frozenset[Sort] = frozenset()
_BODY = SectionKind.BODY


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence in which words govern each other."""

    start: int
    end: int
    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    dates: Sequence[DateMatch]

    def has(self, sort: Sort, before: int | None = None) -> Hit | None:
        """The last cue of this sort, before a position when one is given."""
        for hit in reversed(self.hits):
            if (before is None or hit.end <= before) and sort in hit.sorts:
                return hit
        return None


@dataclass(slots=True)
class Unit:
    """A sentence with all that was found in it, and the part of the document it stands in."""

    sentence: Sentence
    start: int
    end: int
    section: SectionKind
    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    dates: Sequence[DateMatch]
    tells: bool = False  # has a trigger or a date: one without tells of no event, and is not cut up
    sorts: frozenset[Sort] = _NONE  # of all its cues
    clauses: list[Clause] = field(default_factory=list)

    def named(self, start: int, end: int) -> Sequence[Mention]:
        """Who is named in this stretch of it, which is mostly the whole."""
        if start <= self.start and self.end <= end:
            return self.mentions
        return [mention for mention in self.mentions if start <= mention.start < end]


class Findings(NamedTuple):
    """What was looked for in the whole text, each in the order of the text."""

    hits: tuple[Hit, ...]  # tuples, because those of a sentence without any cost nothing
    mentions: tuple[Mention, ...]
    dates: tuple[DateMatch, ...]


def units(
    found: Sequence[Sentence], article: Article, findings: Findings, folded: str
) -> list[Unit]:
    """Everything in the sentence and the clause it begins in."""
    ends = [one.end for one in found]
    hits, mentions = _begun(findings.hits, ends), _begun(findings.mentions, ends)
    dates = _begun(findings.dates, ends)
    made: list[Unit] = []
    for sentence, cues, names, days in zip(found, hits, mentions, dates, strict=True):
        start = sentence.start
        kind = _kind(article.sections, start)
        unit = Unit(sentence, start, sentence.end, kind, cues, names, days)
        made.append(unit)
        if days or tells(cues):
            unit.tells = True
            unit.sorts = _NONE.union(*[hit.sorts for hit in cues])
            unit.clauses = _clauses(unit, article.text, folded)
    return made


def tells(hits: Sequence[Hit]) -> bool:
    """Whether one of them is a trigger."""
    for hit in hits:  # noqa: SIM110  # asked of every sentence: `any` takes thrice as long
        if hit.triggers:
            return True
    return False


def _kind(sections: Sequence[Section], position: int) -> SectionKind:
    for section in sections:
        if section.start <= position < section.end:
            return section.kind
    return _BODY


def _clauses(unit: Unit, text: str, folded: str) -> list[Clause]:
    """None begins inside a name or a date: Meta Platforms, Inc.; May 20, 2025."""
    names, days = unit.mentions, unit.dates
    whole = Clause(unit.start, unit.end, unit.hits, names, days)
    inner = clause_starts(text, unit.sentence)
    if not inner:
        return _parted(whole, folded)
    inner = [p for p in inner if not (_is_inside(p, names) or _is_inside(p, days))]
    return [part for clause in _cut(whole, inner) for part in _parted(clause, folded)]


def _is_inside(place: int, found: Sequence[Placed]) -> bool:
    for item in found:  # noqa: SIM110  # asked of every comma: `any` takes thrice as long
        if item.start < place < item.end:
            return True
    return False


_AND = re.compile(
    r"[\s并而](?:(?<=\s)(?=(?:and|but|then)\s)|(?<=[^，,、]并)(?!不|非|未|没|购|列|发|且未)"
    r"|(?<=[^，,、]而)(?!且|是|言|来))"
)
# so far behind “and” a verb still belongs to it
_VERB_REACH = 28


def _parted(clause: Clause, folded: str) -> list[Clause]:
    """Parts joined by “and” that each tell something: by verbs of their own, or by dates."""
    verbs = [hit.start for hit in clause.hits if hit.finite]
    if len(verbs) < 2:
        return [clause]
    places: list[int] = []
    last = clause.start
    for match in _AND.finditer(folded, clause.start + 1, clause.end):
        place = match.end() if match[0].isspace() else match.start()
        following = bisect_left(verbs, place)
        told = bisect_left(verbs, last) < following
        if told and following < len(verbs) and verbs[following] < place + _VERB_REACH:
            places.append(place)
            last = place
    return _cut(clause, places)


def _cut(clause: Clause, places: list[int]) -> list[Clause]:
    """Its parts between these places, each with what begins in it."""
    if not places:
        return [clause]
    return [
        Clause(
            start,
            end,
            [hit for hit in clause.hits if start <= hit.start < end],
            [mention for mention in clause.mentions if start <= mention.start < end],
            [match for match in clause.dates if start <= match.start < end],
        )
        for start, end in pairwise((clause.start, *places, clause.end))
    ]


def _begun(found: tuple[Placed, ...], ends: Sequence[int]) -> Iterator[tuple[Placed, ...]]:
    """What begins before each of these ends, and not before the last."""
    places = [item.start for item in found]
    at = 0
    for end in ends:
        first, at = at, bisect_left(places, end, at)
        yield found[first:at]


def inside(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One for every character that stands in a span."""
    marks = bytearray(length)
    for start, end in spans:
        if end > start:
            marks[start:end] = b"\1" * (end - start)
    return marks
