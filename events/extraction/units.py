"""Sentences with everything that was found in them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from dates import DateMatch
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form, Sort
from events.extraction.found import Article, Mention
from events.extraction.sentences import Sentence, clause_starts
from sources.reading import Section, SectionKind


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Found = TypeVar("Found", bound=_Placed)
_TRIGGER = Sort.TRIGGER


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence in which words govern each other."""

    start: int
    end: int
    hits: list[Hit]
    mentions: list[Mention]
    dates: list[DateMatch]

    def has(self, sort: Sort, before: int | None = None) -> Hit | None:
        """The last cue of this sort, before a position when one is given."""
        for hit in reversed(self.hits):
            if (before is None or hit.end <= before) and sort in hit.sorts:
                return hit
        return None


@dataclass(slots=True)
class Unit:
    """A sentence with all that was found in it, and the part of the document it stands in.

    One without a trigger or a date tells of no event, and is not cut into clauses.
    """

    sentence: Sentence
    start: int
    end: int
    section: SectionKind
    hits: list[Hit]
    mentions: list[Mention]
    dates: list[DateMatch]
    sorts: frozenset[Sort]  # of all its cues
    clauses: list[Clause] = field(default_factory=list)

    @property
    def tells(self) -> bool:
        return bool(self.dates) or _TRIGGER in self.sorts

    @property
    def has_dates(self) -> bool:
        return bool(self.dates)


class Findings(NamedTuple):
    """What was looked for in the whole text."""

    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    dates: Sequence[DateMatch]


def units(
    found: Sequence[Sentence], article: Article, findings: Findings, folded: str
) -> list[Unit]:
    """Everything in the sentence and the clause it begins in."""
    starts, ends = [one.start for one in found], [one.end for one in found]
    hits = _begun(findings.hits, starts, ends)
    mentions = _begun(findings.mentions, starts, ends)
    dates = _begun(findings.dates, starts, ends)
    made: list[Unit] = []
    for number, (sentence, start, end) in enumerate(zip(found, starts, ends, strict=True)):
        own = hits[number]
        sorts = frozenset[Sort]().union(*[hit.sorts for hit in own]) if own else _NONE
        kind = _kind(article.sections, start)
        made.append(Unit(sentence, start, end, kind, own, mentions[number], dates[number], sorts))
    _cut_up([unit for unit in made if unit.tells], article.text, findings, folded)
    return made


_NONE: frozenset[Sort] = frozenset()


def _kind(sections: Sequence[Section], position: int) -> SectionKind:
    for section in sections:
        if section.start <= position < section.end:
            return section.kind
    return SectionKind.BODY


def _cut_up(telling: list[Unit], text: str, findings: Findings, folded: str) -> None:
    """Into clauses; none begins inside a name or a date: Meta Platforms, Inc.; May 20, 2025."""
    whole = inside(len(folded), [*_spans(findings.mentions), *_spans(findings.dates)])
    spans: list[tuple[int, int]] = []
    for unit in telling:
        inner = [start for start in clause_starts(text, unit.sentence) if not whole[start]]
        spans += pairwise((unit.start, *inner, unit.end))
    clauses = _cut(spans, findings)
    starts = [clause.start for clause in clauses]
    for unit in telling:
        own = clauses[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        unit.clauses = [part for clause in own for part in _parted(clause, folded)]


_AND = re.compile(
    r"[\s并而](?:(?<=\s)(?=(?:and|but|then)\s)|(?<=[^，,、]并)(?!不|非|未|没|购|列|发|且未)"
    r"|(?<=[^，,、]而)(?!且|是|言|来))"
)
# so far behind “and” a verb still belongs to it
_VERB_REACH = 28


def _parted(clause: Clause, folded: str) -> list[Clause]:
    """Parts joined by “and” that each tell something: by verbs of their own, or by dates."""
    verbs = _verbs(clause)
    if len(verbs) < 2:
        return [clause]
    places = [clause.start]
    for match in _AND.finditer(folded, clause.start + 1, clause.end):
        place = match.end() if match[0].isspace() else match.start()
        following = bisect_left(verbs, place)
        told = bisect_left(verbs, places[-1]) < following
        if told and following < len(verbs) and verbs[following] < place + _VERB_REACH:
            places.append(place)
    if len(places) == 1:
        return [clause]
    spans = list(pairwise((*places, clause.end)))
    return _cut(spans, Findings(clause.hits, clause.mentions, clause.dates))


def _verbs(clause: Clause) -> list[int]:
    """Where the finite verbs of news stand in it."""
    hits = [hit for hit in clause.hits if hit.triggers]
    if len(hits) < 2:
        return []
    finite = Form.FINITE
    return [hit.start for hit in hits if any(one.form is finite for one in hit.triggers)]


def _cut(spans: Sequence[tuple[int, int]], findings: Findings) -> list[Clause]:
    """The clauses that stand there, each with what begins in it."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    hits = _begun(findings.hits, starts, ends)
    mentions = _begun(findings.mentions, starts, ends)
    dates = _begun(findings.dates, starts, ends)
    return [
        Clause(start, end, hits[number], mentions[number], dates[number])
        for number, (start, end) in enumerate(spans)
    ]


def _spans(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    return ((item.start + 1, item.end) for item in found)


def inside(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One for every character that stands in a span."""
    marks = bytearray(length)
    for start, end in spans:
        if end > start:
            marks[start:end] = b"\1" * (end - start)
    return marks


def _begun(
    found: Iterable[Found], starts: Sequence[int], ends: Sequence[int]
) -> defaultdict[int, list[Found]]:
    """What begins in each part, by its number; what begins in none is left out."""
    parts: defaultdict[int, list[Found]] = defaultdict(list)
    for item in found:
        number = bisect_right(starts, item.start) - 1
        if number >= 0 and item.start < ends[number]:
            parts[number].append(item)
    return parts
