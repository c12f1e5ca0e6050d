"""One event told several times becomes one draft: details, repetitions, headlines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.extraction.dating import Dated
from events.extraction.drafting import Draft
from events.extraction.figures import money_in
from events.extraction.found import MODEL, PERSON
from events.extraction.triggers import UNDESCRIBED
from events.extraction.units import Unit
from events.models.vocabulary import Certainty, EventKind, Status
from sources.reading import SectionKind


def _of(kinds: str) -> frozenset[EventKind]:
    return frozenset(EventKind(kind) for kind in kinds.split())


# kinds under which one event may be told
_GROUPS: tuple[frozenset[EventKind], ...] = (
    _of("release preview open_sourcing announcement plan"),
    _of("investment announcement acquisition plan milestone"),
    _of("delay pause plan"),
    _of("organization announcement"),
    _of("partnership announcement"),
    _of("policy announcement"),
    _of("conference announcement"),
)
_ALIKE = {
    kind: frozenset((kind,)).union(*(group for group in _GROUPS if kind in group))
    for kind in EventKind
}
# a text that tells of one name more often than so is compared with its last events only
_REMEMBERED = 40
# a clause that begins so tells of something else
_CONTRAST = re.compile(r"\s*(?:而(?!且)|但|即使|却|相比之下|while\b|whereas\b|even as\b|but\b)")
# and one that begins so of a part of what was told
_PART = re.compile(r"\s*(?:其中)?(?:包括|例如|比如|譬如|诸如)")
# one that begins so only tells more of what stands before it
_ADDS = re.compile(
    r"\s*(?:and )?(?:backed|led|headed|funded|financed|supported|underpinned|powered|valued|priced)"
    r" (?:by|at)\b|\s*(?:valuing|bringing|taking|pushing|lifting|driving|sending|giving|making"
    r"|leaving|putting) (?:it|its|the|their|them|total|shares)\b|\s*(?:alleging|accusing|seeking)\b"
)
_SAME_SAYING = {EventKind.STATEMENT, EventKind.REPORT}


_TITLE, _SUMMARY = SectionKind.TITLE, SectionKind.MACHINE_SUMMARY
_INVESTMENT, _CONFERENCE = EventKind.INVESTMENT, EventKind.CONFERENCE
_MARKET_MOVE, _ORGANIZATION = EventKind.MARKET_MOVE, EventKind.ORGANIZATION
_PLANNED, _DENIED = Status.PLANNED, Certainty.DENIED


@dataclass(slots=True)
class Event:
    """A draft with its date and who takes part: what is compared and merged."""

    draft: Draft
    when: Dated
    slugs: frozenset[str]
    models: frozenset[str]
    people: frozenset[str]
    words: str  # its passage, folded
    head: bool  # told in a heading or the title
    summary: bool  # told by a machine summary
    subject: bool  # somebody is named before the word that tells of it

    @property
    def amount(self) -> str:
        return money_in(self.words, 0, len(self.words)).replace(" ", "")

    @property
    def kind(self) -> EventKind:
        return self.draft.kind


def events(
    found: Sequence[Draft], told: Sequence[Dated], parts: Sequence[Unit], folded: str
) -> list[Event]:
    return [
        _event(draft, when, parts[draft.unit], folded)
        for draft, when in zip(found, told, strict=True)
    ]


def _event(draft: Draft, when: Dated, unit: Unit, folded: str) -> Event:
    inside = unit.named(draft.start, draft.end)
    models = frozenset([m.slug or m.name for m in inside if m.kind is MODEL])
    head = unit.section is _TITLE or unit.sentence.heading
    summary = unit.section is _SUMMARY
    slugs = frozenset([m.slug or m.name for m in inside])
    people = frozenset([m.slug or m.name for m in inside if m.kind is PERSON])
    words = folded[draft.start : draft.end]
    subject = bool(inside) and inside[0].start < draft.trigger.start
    return Event(draft, when, slugs, models, people, words, head, summary, subject)


def merged(found: list[Event]) -> list[Event]:
    """In order of the text; of two that tell the same the one told better, widened."""
    return _once(_with_details(found))


def _with_details(found: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in found:
        if kept and _is_detail(kept[-1], event):
            kept[-1].draft.end = event.draft.end
            kept[-1].slugs |= event.slugs
            kept[-1].models |= event.models
        else:
            kept.append(event)
    return kept


def _is_detail(before: Event, event: Event) -> bool:
    """Whether a clause only adds to the event told just before it in the sentence."""
    one, other = before.draft, event.draft
    if one.unit != other.unit or one.mood.status != other.mood.status:
        return False
    if _is_one_move(before, event):
        return True
    if other.dated or _CONTRAST.match(event.words):
        return False
    if before.kind is _INVESTMENT and event.kind is _INVESTMENT:
        return True
    if _PART.match(event.words) or _ADDS.match(event.words) or _goes_on(before, event):
        return True
    return _same_kind(before.kind, event.kind) and not event.slugs - before.slugs


def _is_one_move(before: Event, event: Event) -> bool:
    """Shares climbed 2% and closed at $138 on Monday."""
    if not before.kind is event.kind is _MARKET_MOVE or event.slugs - before.slugs:
        return False
    if not event.draft.trigger.word.isascii():
        return False
    if before.when.phrase is None and event.when.phrase:
        before.when = event.when
    return before.when.value == event.when.value


def _goes_on(before: Event, event: Event) -> bool:
    """Joined A, and heads B there."""
    alike = before.kind is event.kind is _ORGANIZATION
    return alike and not event.subject and event.people <= before.people


def _same_kind(one: EventKind, other: EventKind) -> bool:
    return other in _ALIKE[one]


def _once(found: list[Event]) -> list[Event]:
    kept: list[Event] = []
    known: dict[str, list[Event]] = {}  # the kept ones by everybody who takes part
    for event in found:
        if event.head or event.summary:
            continue
        same = _told_before(event, known)
        if same is None:
            kept.append(event)
            for slug in event.slugs:
                known.setdefault(slug, []).append(event)
        elif same.when.phrase is None and event.when.phrase and not _is_undescribed(event):
            same.when = event.when
    extra = [event for event in found if event.head or event.summary]
    if kept:
        extra = [event for event in extra if event.head and _is_news(event, kept)]
    else:
        extra = _unrepeated(extra)
    return sorted([*kept, *extra], key=lambda event: event.draft.start)


def _told_before(event: Event, known: dict[str, list[Event]]) -> Event | None:
    for slug in event.slugs:
        for other in known.get(slug, ())[-_REMEMBERED:]:
            if _repeats(other, event):
                return other
    return None


def _is_undescribed(event: Event) -> bool:
    """Proposed for its date alone: whose date that is nobody knows."""
    return event.draft.meaning is UNDESCRIBED


def _unrepeated(extra: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in extra:
        if not any(_repeats(other, event) for other in kept):
            kept.append(event)
    return kept


def _is_news(event: Event, kept: list[Event]) -> bool:
    """A heading that names something no passage of the body tells of."""
    return (
        event.draft.dated
        and bool(event.models)
        and not any(event.models & other.models for other in kept)
    )


def _repeats(one: Event, other: Event) -> bool:
    """Whether two passages of the body tell one event."""
    kind = one.draft.kind
    told_alike = (
        _same_kind(kind, other.draft.kind)
        and kind not in _SAME_SAYING
        and other.draft.kind not in _SAME_SAYING
        and not one.slugs.isdisjoint(other.slugs)
        and _same_mood(one.draft, other.draft)
        and _same_day(one, other)
    )
    if not told_alike:
        return False
    if one.people and other.people and not _same_people(one, other):
        return False
    if one.models and other.models:
        return bool(one.models & other.models)
    if kind is not other.draft.kind:
        return False
    if kind is _CONFERENCE or _same_words(one, other):
        return True
    return one.amount != "" and one.amount == other.amount and _at_one_time(one.when, other.when)


def _same_people(one: Event, other: Event) -> bool:
    """Somebody in common; where people come and go nobody else in either."""
    if one.kind is _ORGANIZATION:
        return one.people <= other.people or other.people <= one.people
    return not one.people.isdisjoint(other.people)


def _same_words(one: Event, other: Event) -> bool:
    """Told twice by the same word: of the same person, or of a day that both name."""
    if one.draft.trigger.word != other.draft.trigger.word:
        return False
    if one.kind is _ORGANIZATION and one.people & other.people:
        return True
    both = one.when.phrase is not None and other.when.phrase is not None
    return both and (one.slugs >= other.slugs or other.slugs >= one.slugs)


def _same_mood(one: Draft, other: Draft) -> bool:
    """Both planned or neither, both denied or neither."""
    before, after = one.mood, other.mood
    if (before.status is _PLANNED) != (after.status is _PLANNED):
        return False
    return (before.certainty is _DENIED) == (after.certainty is _DENIED)


_OF_DOCUMENT = frozenset(("date_from_publication", "no_date"))


def _same_day(one: Event, other: Event) -> bool:
    """Equal days; or one of them is only that of the document, and the other not to come."""
    if one.when.value == other.when.value:
        return True
    told = [event for event in (one, other) if event.when.why in _OF_DOCUMENT]
    if len(told) != 1 or one.draft.mood.status is _PLANNED:
        return bool(told)
    document = _end(told[0])
    return document is None or all((_end(event) or document) <= document for event in (one, other))


def _end(event: Event) -> date | None:
    return event.when.value.latest if event.when.value else None


_NEAR = 92  # days: an older round of the same size is told beside the news


def _at_one_time(one: Dated, other: Dated) -> bool:
    ends = [value.latest for value in (one.value, other.value) if value and value.latest]
    return len(ends) < 2 or abs((ends[0] - ends[1]).days) <= _NEAR
