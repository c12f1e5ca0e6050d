"""Sentences with everything that was found in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from dates import DateMatch
from events.extraction.clauses.sentences import Sentence, clause_starts, is_chinese
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Sort
from events.extraction.found import Article, Mention
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

    start: int
    end: int
    line: int  # number of its line, counted from 0
    heading: bool
    section: SectionKind
    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    dates: Sequence[DateMatch]
    # one without a trigger or a date tells of no event, and is not looked at any further
    tells: bool = False
    chinese: bool = False
    sorts: frozenset[Sort] = _NONE  # of all its cues
    clauses: Sequence[Clause] = ()

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
    text, sections = article.text, article.sections
    ends = [end for _, end, *_ in found]
    begun = zip(
        _begun(findings.hits, ends),
        _begun(findings.mentions, ends),
        _begun(findings.dates, ends),
        strict=True,
    )
    made: list[Unit] = []
    kind, upto = _BODY, 0
    for (start, end, line, heading), (hits, mentions, dates) in zip(found, begun, strict=True):
        if start >= upto:
            kind, upto = _section(sections, start, len(text))
        unit = Unit(start, end, line, heading, kind, hits, mentions, dates)
        made.append(unit)
        if dates or (hits and tells(hits)):
            unit.tells = True
            unit.chinese = is_chinese(text, start, end)
            one = len(hits) == 1
            unit.sorts = hits[0].sorts if one else _NONE.union(*[hit.sorts for hit in hits])
            unit.clauses = _clauses(unit, text, folded)
    return made


def tells(hits: Sequence[Hit]) -> bool:
    """Whether one of them is a trigger."""
    for hit in hits:  # noqa: SIM110  # asked of every sentence: `any` takes thrice as long
        if hit.triggers:
            return True
    return False


def _section(sections: Sequence[Section], position: int, length: int) -> tuple[SectionKind, int]:
    """The part of the document at a position, and where it may be another one."""
    kind = next((one.kind for one in sections if one.start <= position < one.end), _BODY)
    bounds = [place for one in sections for place in (one.start, one.end) if place > position]
    return kind, min(bounds, default=length)


def _clauses(unit: Unit, text: str, folded: str) -> Sequence[Clause]:
    """None begins inside a name or a date: Meta Platforms, Inc.; May 20, 2025."""
    start, end, hits, mentions, dates = unit.start, unit.end, unit.hits, unit.mentions, unit.dates
    places = clause_starts(text, start, end, unit.chinese)
    if places:
        found: list[_Placed] = [*mentions, *dates]
        places = [place for place in places if not _is_inside(place, found)]
    verbs = [hit.start for hit in hits if hit.finite] if len(hits) > 1 else ()
    if len(verbs) > 1 and _AND.search(folded, verbs[0], min(verbs[-1] + _LONGEST_AND, end)):
        bounds = pairwise((start, *places, end))
        places += [place for span in bounds for place in _joints(verbs, *span, folded)]
        places.sort()
    if not places:
        return (Clause(start, end, hits, mentions, dates),)
    return [
        Clause(
            start,
            end,
            [hit for hit in hits if start <= hit.start < end],
            mentions and [mention for mention in mentions if start <= mention.start < end],
            dates and [match for match in dates if start <= match.start < end],
        )
        for start, end in pairwise((start, *places, end))
    ]


def _is_inside(place: int, found: Sequence[Placed]) -> bool:
    for item in found:  # noqa: SIM110  # asked of every comma: `any` takes thrice as long
        if item.start < place < item.end:
            return True
    return False


_AND = re.compile(
    r"[\s并而](?:(?<=\s)(?=(?:and|but|then)\s)|(?<=[^，,、合兼吞裁归]并)(?!不|非|未|没|购|列|发|且未)"
    r"|(?<=[^，,、]而)(?!且|是|言|来))"
)
_LONGEST_AND = 8  # characters that the expression looks at
# so far behind “and” a verb still belongs to it
_VERB_REACH = 28


def _joints(verbs: Sequence[int], start: int, end: int, folded: str) -> Iterator[int]:
    """Where “and” joins parts that each tell something, by verbs of their own."""
    last = bisect_left(verbs, start)
    beyond = bisect_left(verbs, end, last)
    if beyond - last < 2:
        return
    for match in _AND.finditer(folded, start + 1, end):
        place = match.end() if match[0].isspace() else match.start()
        following = bisect_left(verbs, place, last, beyond)
        if last < following < beyond and verbs[following] < place + _VERB_REACH:
            yield place
            last = following


def _begun(found: tuple[Placed, ...], ends: Sequence[int]) -> Iterator[tuple[Placed, ...]]:
    """What begins before each of these ends, and not before the last."""
    places = [item.start for item in found]
    places.append(max(ends, default=0))
    at = 0
    for end in ends:
        first = at
        while places[at] < end:
            at += 1
        yield found[first:at]
