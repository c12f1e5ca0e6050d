"""Sentences with everything that was found in them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from dates import DateMatch
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form, Sort
from events.extraction.found import Mention
from events.extraction.sentences import Sentence
from sources.reading import Section, SectionKind


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Found = TypeVar("Found", bound=_Placed)


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence in which words govern each other."""

    start: int
    end: int
    hits: list[Hit] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateMatch] = field(default_factory=list)

    def has(self, sort: Sort, before: int | None = None) -> Hit | None:
        """The last cue of this sort, before a position when one is given."""
        for hit in reversed(self.hits):
            if (before is None or hit.end <= before) and sort in hit.sorts:
                return hit
        return None


@dataclass(slots=True)
class Unit:
    """A sentence, the part of the document it stands in, and its clauses."""

    sentence: Sentence
    section: SectionKind
    clauses: list[Clause]
    mentions: list[Mention] = field(default_factory=list)
    has_dates: bool = False
    sorts: set[Sort] = field(default_factory=set)  # of all its cues

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end


class Findings(NamedTuple):
    """What was looked for in the whole text."""

    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    dates: Sequence[DateMatch]


def units(
    found: Sequence[Sentence], sections: Sequence[Section], findings: Findings, folded: str
) -> list[Unit]:
    """Everything in the sentence and the clause it begins in."""
    whole = inside(len(folded), [*_spans(findings.mentions), *_spans(findings.dates)])
    made = [_unit(sentence, sections, whole) for sentence in found]
    clauses = [clause for unit in made for clause in unit.clauses]
    starts = [clause.start for clause in clauses]
    for number, hit in _placed(clauses, starts, findings.hits):
        clauses[number].hits.append(hit)
    for number, mention in _placed(clauses, starts, findings.mentions):
        clauses[number].mentions.append(mention)
    for number, match in _placed(clauses, starts, findings.dates):
        clauses[number].dates.append(match)
    for unit in made:
        _complete(unit, folded)
    return made


def _complete(unit: Unit, folded: str) -> None:
    """The clauses cut where they tell two things, and what the sentence has of them."""
    if any(len(clause.hits) + len(clause.dates) > 1 for clause in unit.clauses):
        unit.clauses = [part for clause in unit.clauses for part in _parted(clause, folded)]
    for clause in unit.clauses:
        unit.mentions += clause.mentions
        unit.has_dates = unit.has_dates or bool(clause.dates)
        for hit in clause.hits:
            unit.sorts |= hit.sorts


_AND = re.compile(
    r"\s(?=(?:and|but|then)\s)|(?<=[^，,、])(?=并(?!不|非|未|没|购|列|发|且未)|而(?!且|是|言|来))"
)
# so far behind “and” a verb still belongs to it
_VERB_REACH = 28


def _parted(clause: Clause, folded: str) -> list[Clause]:
    """Parts joined by “and” that each tell something: by verbs of their own, or by dates."""
    if len(clause.hits) + len(clause.dates) < 2:
        return [clause]
    for match in _AND.finditer(folded, clause.start + 1, clause.end):
        before, after = _cut(clause, match.end())
        if _tells(before, clause.end) and _tells(after, match.end() + _VERB_REACH):
            return [before, *_parted(after, folded)]
    return [clause]


def _cut(clause: Clause, place: int) -> tuple[Clause, Clause]:
    parts = Clause(clause.start, place), Clause(place, clause.end)
    for part in parts:
        part.hits = [hit for hit in clause.hits if part.start <= hit.start < part.end]
        part.mentions = [m for m in clause.mentions if part.start <= m.start < part.end]
        part.dates = [date for date in clause.dates if part.start <= date.start < part.end]
    return parts


def _tells(clause: Clause, reach: int) -> bool:
    """Whether a finite verb of news stands in it, near enough."""
    return any(
        meaning.form is Form.FINITE and hit.start < reach
        for hit in clause.hits
        for meaning in hit.triggers
    )


def _spans(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    return ((item.start + 1, item.end) for item in found)


def inside(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One for every character that stands in a span."""
    marks = bytearray(length)
    for start, end in spans:
        if end > start:
            marks[start:end] = b"\1" * (end - start)
    return marks


def _unit(sentence: Sentence, sections: Sequence[Section], whole: bytearray) -> Unit:
    """No clause begins inside a name or a date: Meta Platforms, Inc.; May 20, 2025."""
    inner = (start for start in sentence.clauses if start > sentence.start)
    starts = [sentence.start, *(start for start in inner if not whole[start])]
    ends = [*starts[1:], sentence.end]
    clauses = [Clause(start, end) for start, end in zip(starts, ends, strict=True)]
    kind = SectionKind.BODY
    for section in sections:
        if section.start <= sentence.start < section.end:
            kind = section.kind
            break
    return Unit(sentence, kind, clauses)


def _placed(
    clauses: Sequence[Clause], starts: Sequence[int], found: Iterable[Found]
) -> Iterator[tuple[int, Found]]:
    """The number of the clause in which each begins; what begins in none is left out."""
    for item in found:
        number = bisect_right(starts, item.start) - 1
        if number >= 0 and item.start < clauses[number].end:
            yield number, item
