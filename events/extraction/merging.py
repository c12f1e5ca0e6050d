"""One event told several times becomes one draft: details, repetitions, headlines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from events.extraction.dating import Dated
from events.extraction.drafting import Draft
from events.extraction.figures import money_in
from events.extraction.found import EntityKind
from events.extraction.units import Unit
from events.models.vocabulary import Certainty, EventKind, Status
from sources.reading import SectionKind

# kinds under which one event may be told
_GROUPS: tuple[frozenset[EventKind], ...] = (
    frozenset({EventKind.RELEASE, EventKind.PREVIEW, EventKind.OPEN_SOURCING, EventKind.ANNOUNCEMENT, EventKind.PLAN}),
    frozenset({EventKind.INVESTMENT, EventKind.ANNOUNCEMENT, EventKind.ACQUISITION, EventKind.PLAN, EventKind.MILESTONE}),
    frozenset({EventKind.DELAY, EventKind.PAUSE, EventKind.PLAN}),
    frozenset({EventKind.ORGANIZATION, EventKind.ANNOUNCEMENT}),
    frozenset({EventKind.PARTNERSHIP, EventKind.ANNOUNCEMENT}),
    frozenset({EventKind.POLICY, EventKind.ANNOUNCEMENT}),
    frozenset({EventKind.CONFERENCE, EventKind.ANNOUNCEMENT}),
)  # fmt: skip
# how a round is told in more than one clause
_DETAIL = re.compile(
    r"领投|参投|跟投|估值|投后|投前|募资总额|基石|认购|总市值|led by|valuing|valuation|participat|bringing its total|backed by"
)
_SAME_SAYING = {EventKind.STATEMENT, EventKind.REPORT}


@dataclass(slots=True)
class Event:
    """A draft with its date and who takes part: what is compared and merged."""

    draft: Draft
    when: Dated
    slugs: frozenset[str]
    models: frozenset[str]
    amount: str
    head: bool  # told in a heading or the title
    summary: bool  # told by a machine summary

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
    inside = [m for m in unit.mentions if draft.start <= m.start < draft.end]
    models = frozenset(m.slug or m.name for m in inside if m.kind is EntityKind.MODEL)
    head = unit.section is SectionKind.TITLE or unit.sentence.heading
    summary = unit.section is SectionKind.MACHINE_SUMMARY
    slugs = frozenset(m.slug or m.name for m in inside)
    amount = money_in(folded, draft.start, draft.end).replace(" ", "")
    return Event(draft, when, slugs, models, amount, head, summary)


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
    if one.unit != other.unit or other.dated or one.mood.status != other.mood.status:
        return False
    if before.kind is EventKind.INVESTMENT and event.kind is EventKind.INVESTMENT:
        return True
    new = event.slugs - before.slugs
    return _same_kind(before.kind, event.kind) and not new


def _same_kind(one: EventKind, other: EventKind) -> bool:
    return one is other or any(one in group and other in group for group in _GROUPS)


def _once(found: list[Event]) -> list[Event]:
    body = [event for event in found if not event.head and not event.summary]
    kept: list[Event] = []
    for event in body:
        same = next((other for other in kept if _repeats(other, event)), None)
        if same is None:
            kept.append(event)
        elif same.when.phrase is None and event.when.phrase is not None:
            same.when = event.when
    extra = [event for event in found if event.head or event.summary]
    if kept:
        extra = [event for event in extra if event.head and _is_news(event, kept)]
    else:
        extra = _unrepeated(extra)
    return sorted([*kept, *extra], key=lambda event: event.draft.start)


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
    if one.kind in _SAME_SAYING or other.kind in _SAME_SAYING:
        return False
    if not _same_kind(one.kind, other.kind):
        return False
    if (one.draft.mood.certainty is Certainty.DENIED) != (
        other.draft.mood.certainty is Certainty.DENIED
    ):
        return False
    planned = one.draft.mood.status is Status.PLANNED
    if planned != (other.draft.mood.status is Status.PLANNED):
        return False
    if not _same_day(one.when, other.when):
        return False
    if one.models and other.models:
        return bool(one.models & other.models)
    same = one.kind is other.kind and bool(one.slugs & other.slugs)
    return same and (
        one.kind is EventKind.CONFERENCE or bool(one.amount) and one.amount == other.amount
    )


def _same_day(one: Dated, other: Dated) -> bool:
    """Equal days; or one of them is only that of the document."""
    if one.value == other.value:
        return True
    return one.phrase is None and one.why != "date_continued" and other.phrase is None
