"""Candidates become proposals of a source: once, and matched with the events there are."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.utils import timezone

from dates import PartialDate
from events.extraction.found import (
    Article,
    Candidate,
    EntityKind,
    Extraction,
    Participant,
    Reason,
)
from events.extraction.proposing.fingerprints import fingerprint, is_near_copy, key_range
from events.extraction.proposing.matching import (
    STRONG,
    Match,
    Search,
    Wanted,
    compatible,
    find_matches,
)
from events.extraction.proposing.rows import Record, create_with_history, insertion
from events.extraction.registry import Registry
from events.models import Proposal
from events.models.vocabulary import DateBasis, Section
from sources.chinese import to_simplified
from sources.models import Source
from sources.storing.asking import array, ask
from sources.storing.wire import Question, Rows

REASON = "proposed from the text"
LONGEST_TITLE = 300
MOST_REJECTED = 500  # passages of other sources that near copies are looked for among


def propose(
    source: Source,
    extraction: Extraction,
    registry: Registry | None = None,
    *,
    new: bool = False,
) -> list[int]:
    """Store what is proposed from a source and was not before, in the caller's transaction: ids.

    Of a `new` source there are no claims yet.

    Left out: what was decided on or proposed for this source before, what was rejected here, in
    a reprint or in a near copy elsewhere, and what a claim of this source says already.
    """
    candidates = _distinct(source.text, extraction.candidates)
    if not candidates:
        return []
    statement, values = _question_before(candidates, source)
    known = _read_all(ask(statement, **values))
    claims = [] if new else [_Claimed(*row) for row in ask(_CLAIMED, source=source.pk)]
    left = [
        one
        for one in _unsettled(candidates, known, source)
        if not any(_is_claimed_by(claim, one) for claim in claims)
    ]
    said = source.published or source.published_between
    if not left:
        return []
    matches = find_matches([_wanted(one, said) for one in left], registry)
    records = _records(source, left, matches, known)
    return create_with_history(Proposal, records, _same(source), REASON)


class Inquiry:
    """The same of a document that may be new, so that the database is asked before it is stored.

    Nothing was proposed or claimed there, and no other source is like it.
    """

    def __init__(self, article: Article, extraction: Extraction, registry: Registry) -> None:
        self._candidates = _distinct(article.text, extraction.candidates)
        said = article.published or article.published_between
        self._wanted = {one.fingerprint: _wanted(one, said) for one in self._candidates}
        self._search = Search(list(self._wanted.values()), registry)

    @property
    def questions(self) -> list[Question]:
        if not self._candidates:
            return []
        return [_question_before(self._candidates), *self._search.questions]

    def records(self, source: Source, answers: Sequence[Rows]) -> list[Record]:
        """What to propose from the source that was made of it, by the answers to `questions`."""
        known = _read_all(answers[0]) if answers else []
        left = _unsettled(self._candidates, known, source)
        if not left:
            return []
        wanted = [self._wanted[one.fingerprint] for one in left]
        matches = self._search.matches(wanted, [row for rows in answers[1:] for row in rows])
        return _records(source, left, matches, known)


def insertion_of(source: Source, records: Sequence[Record]) -> list[Question]:
    """What stores them."""
    return [insertion(Proposal, records, _same(source), REASON)] if records else []


def match_again(proposals: Sequence[Proposal]) -> None:
    """Compare stored proposals with the events there are by now; they are not saved."""
    found = find_matches([_wanted_of(proposal) for proposal in proposals])
    for proposal, matches in zip(proposals, found, strict=True):
        proposal.matches = [match.as_row() for match in matches]


def claim_on(proposal: Proposal) -> int | None:
    """The event that the proposal is a new claim on; None when it is an event of its own."""
    best: dict[str, Any] = proposal.matches[0] if proposal.matches else {}
    return best["id"] if best and best["score"] >= STRONG else None


class _Candidate(NamedTuple):
    """A candidate with its words and what it is known by."""

    found: Candidate
    passage: str
    fingerprint: str


class _Known(NamedTuple):
    """What matters of a proposal made before."""

    id: int
    source_id: int
    fingerprint: str
    kind: str
    passage: str
    entities: list[dict[str, Any]]
    state: str
    event_id: int | None


class _Claimed(NamedTuple):
    start: int
    end: int
    kind: str


def _distinct(text: str, found: Iterable[Candidate]) -> list[_Candidate]:
    """Each fingerprint once, the best of it, in order of the text."""
    best: dict[str, _Candidate] = {}
    for candidate in sorted(found, key=lambda one: -one.score):
        passage = text[candidate.start : candidate.end]
        parties = [_identity(one) for one in candidate.participants]
        mark = fingerprint(candidate.kind, parties, passage)
        best.setdefault(mark, _Candidate(candidate, passage, mark))
    return sorted(best.values(), key=lambda one: (one.found.start, one.found.end))


def _identity(participant: Participant) -> str:
    return participant.slug or participant.name


# Each part follows an index of its own; one condition for all would read every proposal.
_KNOWN_COLUMNS = ", ".join(f"proposal.{name}" for name in _Known._fields)
_ELSEWHERE = f"""
SELECT {_KNOWN_COLUMNS} FROM events_proposal proposal WHERE fingerprint = ANY(%(marks)s::varchar[])
  AND (state = '{Proposal.State.REJECTED}' OR event_id IS NOT NULL)
UNION ALL (
    SELECT {_KNOWN_COLUMNS} FROM unnest(%(first)s::text[], %(last)s::text[]) near (first, last)
    JOIN events_proposal proposal ON fingerprint BETWEEN near.first AND near.last
    WHERE state = '{Proposal.State.REJECTED}' ORDER BY id DESC LIMIT {MOST_REJECTED}
)
"""  # noqa: S608  # names of columns
_ALSO_HERE = f"""{_ELSEWHERE}
UNION ALL
SELECT {_KNOWN_COLUMNS} FROM events_proposal proposal
WHERE source_id IN (%(source)s::bigint, %(original)s::bigint)
UNION ALL
SELECT {_KNOWN_COLUMNS} FROM events_proposal proposal
JOIN sources_source source ON source.id = source_id
WHERE source.reprint_of_id = %(original)s::bigint
"""  # noqa: S608  # names of columns
_CLAIMED = """
SELECT quote_start, quote_end, event.kind FROM events_claim claim
JOIN events_event event ON event.id = event_id
WHERE source_id = %(source)s AND quote_start IS NOT NULL AND quote_end > 0
"""


def _question_before(candidates: Iterable[_Candidate], source: Source | None = None) -> Question:
    """What was decided elsewhere and is worded alike, or proposed in a source or its reprints."""
    marks = [one.fingerprint for one in candidates]
    near = {key_range(mark) for mark in marks}
    values = {
        "marks": array(marks),
        "first": array(first for first, _ in near),
        "last": array(last for _, last in near),
    }
    if source is None:
        return _ELSEWHERE, values
    original = source.reprint_of_id or source.pk
    return _ALSO_HERE, values | {"source": source.pk, "original": original}


def _read_all(found: Rows) -> list[_Known]:
    rows = {row[0]: _read(_Known(*row)) for row in found}
    return sorted(rows.values(), key=lambda row: -row.id)


def _read(row: _Known) -> _Known:
    """As JSON comes from the database, so that it is read once."""
    return row._replace(entities=json.loads(row.entities)) if isinstance(row.entities, str) else row


def _unsettled(
    candidates: Iterable[_Candidate], known: list[_Known], source: Source
) -> list[_Candidate]:
    return [one for one in candidates if not any(_settles(before, one, source) for before in known)]


def _settles(before: _Known, one: _Candidate, source: Source) -> bool:
    """Whether a proposal made before leaves nothing to propose."""
    here = before.source_id == source.pk
    if not (here or before.state == Proposal.State.REJECTED):
        return False
    return _is_same(before, one)


def _is_same(before: _Known, one: _Candidate) -> bool:
    """The same words, or nearly so about the same kind of event and mostly the same entities."""
    if before.fingerprint == one.fingerprint:
        return True
    if not compatible(before.kind, one.found.kind):
        return False
    there = {row.get("slug") or row["name"] for row in before.entities}
    here = {_identity(party) for party in one.found.participants}
    mostly = 2 * len(there & here) >= len(there | here)
    return mostly and is_near_copy(before.passage, one.passage)


def _is_claimed_by(claim: _Claimed, one: _Candidate) -> bool:
    """Whether a claim of this source quotes from the passage for such an event."""
    overlap = claim.start < one.found.end and one.found.start < claim.end
    return overlap and compatible(claim.kind, one.found.kind)


def _wanted(one: _Candidate, said: PartialDate | None) -> Wanted:
    found = one.found
    return Wanted(
        kind=found.kind,
        parties=frozenset((party.kind, party.slug) for party in found.participants if party.slug),
        date=found.date,
        text=f"{one.passage}\n{found.title_en}\n{found.title_zh}",
        said=said,
        inferred=found.date_basis == DateBasis.INFERRED,
    )


def _wanted_of(proposal: Proposal) -> Wanted:
    return Wanted(
        kind=proposal.kind,
        parties=frozenset(
            (EntityKind(row["kind"]), row["slug"]) for row in proposal.entities if row.get("slug")
        ),
        date=proposal.date,
        text=f"{proposal.passage}\n{proposal.title_en}\n{proposal.title_zh}",
        said=proposal.source.published or proposal.source.published_between,
        inferred=proposal.date_basis == DateBasis.INFERRED,
    )


def _with_copies(one: _Candidate, matches: list[Match], known: list[_Known]) -> list[Match]:
    """The matches, before them the events that near copies elsewhere were accepted as."""
    if not known:
        return matches
    events = dict.fromkeys(
        before.event_id for before in known if before.event_id and _is_same(before, one)
    )
    copies = [Match(event, 0.99, [Reason("near_copy")]) for event in events if event]
    return [*copies, *(match for match in matches if match.event not in events)]


def _records(
    source: Source, left: list[_Candidate], matches: list[list[Match]], known: list[_Known]
) -> list[Record]:
    records = [
        _record(source, one, _with_copies(one, found, known))
        for one, found in zip(left, matches, strict=True)
    ]
    _simplify(records)
    return records


def _same(source: Source) -> Record:
    """What all rows of a source hold, by attribute."""
    now = timezone.now().isoformat()
    return {
        "created_at": now,
        "updated_at": now,
        "source_id": source.pk,
        "state": Proposal.State.OPEN,
    }


def _record(source: Source, one: _Candidate, matches: list[Match]) -> Record:
    """The row, by attribute."""
    found = one.found
    return {
        "fingerprint": one.fingerprint,
        "passage": one.passage,
        "passage_start": found.start,
        "passage_end": found.end,
        "section": _section(source, found.start),
        "title_en": found.title_en[:LONGEST_TITLE],
        "title_zh": found.title_zh,
        "kind": found.kind,
        "status": found.status,
        "certainty": found.certainty,
        "date": found.date,
        "date_basis": found.date_basis,
        "claimed_on": found.claimed_on or source.published,
        "entities": [party.as_row() for party in found.participants],
        "score": found.score,
        "reasons": [reason.as_row() for reason in found.reasons],
        "matches": [match.as_row() for match in matches],
    }


def _simplify(records: list[Record]) -> None:
    """All Chinese titles at once, which takes a tenth of the time."""
    titles = [record["title_zh"].replace("\n", " ") for record in records]
    simplified = to_simplified("\n".join(titles)).split("\n")
    for record, title in zip(records, simplified, strict=True):
        record["title_zh"] = title[:LONGEST_TITLE]


def _section(source: Source, position: int) -> str:
    """The part of the text a passage stands in; sections are kept as kind, start and end."""
    for section in source.sections:
        if section["start"] <= position < section["end"]:
            return str(section["kind"])
    return Section.BODY
