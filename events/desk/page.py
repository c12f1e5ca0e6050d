"""What the page of one document shows, as data; and what it says about a decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dates.fields import in_words
from events.desk import cards, queue, reading
from events.desk.cards import Card, Match, cards_of, decisions_of, proposals_of
from events.desk.deciding import AlreadyDecidedError
from events.desk.drafts import Draft, draft_of
from events.desk.entities import ENTITIES
from events.desk.forms import ClaimForm, EventForm, MergeForm, PartyFormSet, PassageForm
from events.desk.passages import Passage
from events.desk.undoing import Obstacle, Undone, obstacles, words_for
from events.extraction.found import EntityKind, Extraction
from events.localization import choose, listed
from events.models import Decision, Event, Proposal
from events.models.vocabulary import Certainty, DateBasis, EventKind, Role, Stance, Status
from events.search.queries import TokenQuery
from events.search.tokens import tsquery_while_typing
from sources.admin.reading_dates import day_of, read_against
from sources.chinese import to_simplified
from sources.models import Source

SUGGESTED = 8


@dataclass
class Panel:
    """The one form that is open: of a card (edit, merge) or of a chosen passage."""

    name: str  # edit, merge, event, claim
    form: Any
    proposal: Proposal | None = None
    rows: Any = None  # who takes part, where the form is about an event
    passage: Passage | None = None
    chosen: PassageForm | None = None

    def is_valid(self) -> bool:
        checked = [one for one in (self.chosen, self.form, self.rows) if one is not None]
        return not sum(not one.is_valid() for one in checked)  # each form tells its errors

    def draft(self) -> Draft:
        draft: Draft = self.form.draft(self.rows.parties())
        return draft


@dataclass(frozen=True)
class Desk:
    source: Source
    cards: list[Card]
    decisions: list[Decision]
    progress: queue.Progress
    next: Source | None
    current: int | None  # the proposal whose card to go on with
    panel: Panel | None = None
    text: reading.Text | None = None
    stuck: "Stuck | None" = None

    @property
    def open_cards(self) -> int:
        return sum(card.is_open for card in self.cards)

    @property
    def decided_cards(self) -> int:
        return len(self.cards) - self.open_cards

    @cached_property
    def by_proposal(self) -> dict[int, Card]:
        return {card.proposal.pk: card for card in self.cards}

    @property
    def undoable(self) -> Decision | None:
        """The newest decision that still holds."""
        return next((row for row in self.decisions if row.undone_at is None), None)


@dataclass(frozen=True)
class Stuck:
    """A decision that cannot be undone as it is, and what stands in the way."""

    decision: Decision
    obstacles: list[tuple[str, Obstacle]]


def desk(
    source: Source, asked: dict[str, Any], panel: Panel | None, with_text: bool = True
) -> Desk:  # fmt: skip
    proposals, decisions = proposals_of(source), decisions_of(source)
    text = reading.read(source, reading.found_in(source), proposals) if with_text else None
    shown = cards_of(proposals, decisions)
    return Desk(
        source,
        shown,
        decisions,
        queue.progress(),
        queue.next_after(source),
        _current(shown, asked.get("at")),
        panel,
        text,
        _stuck(decisions, asked.get("stuck")),
    )


def _current(shown: list[Card], at: int | None) -> int | None:
    """The card asked for, or else the first that is open."""
    pks = [card.proposal.pk for card in shown]
    if at in pks:
        return at
    return next((card.proposal.pk for card in shown if card.is_open), None)


def _stuck(decisions: list[Decision], pk: int | None) -> Stuck | None:
    decision = next((row for row in decisions if row.pk == pk and row.undone_at is None), None)
    if decision is None:
        return None
    found = obstacles(decision)
    return Stuck(decision, [(words_for(one), one) for one in found]) if found else None


def proposal_panel(name: str, proposal: Proposal, data: QueryDict | None = None) -> Panel:
    if name == "merge":
        denies = proposal.certainty == Certainty.DENIED
        stance = Stance.CONTRADICTS if denies else Stance.SUPPORTS
        return Panel(name, MergeForm(data, initial={"stance": stance}), proposal)
    draft = draft_of(proposal)
    initial = {
        name: getattr(draft, name)
        for name in EventForm.base_fields
    }  # fmt: skip
    parties = [
        {
            "kind": one.kind,
            "name": _unmistakable(one.entity) if one.entity else one.name,
            "role": one.role,
            "known": one.entity is not None,
        }
        for one in draft.parties
    ]
    return _event_panel(name, proposal.source, data, initial, parties, proposal=proposal)


def passage_panel(
    name: str, source: Source, chosen: PassageForm, data: QueryDict | None = None
) -> Panel:
    passage = chosen.chosen if chosen.is_valid() else None
    found = reading.found_in(source) if passage and data is None else Extraction()
    initial, parties = _suggested(found, passage)
    if name == "event":
        own = {"passage": passage, "chosen": chosen}
        return _event_panel(name, source, data, initial, parties, **own)
    form = ClaimForm(data, initial={**initial, "stance": Stance.SUPPORTS})
    read_against(form, day_of(str(source.pk)))
    return Panel(name, form, passage=passage, chosen=chosen)


def _suggested(
    found: Extraction, passage: Passage | None
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What a form about a passage starts with: as extraction reads it, or as most events are."""
    candidate = reading.candidate_in(found, passage) if passage else None
    if candidate:
        parties = [one.as_row() for one in candidate.participants]
        return {name: getattr(candidate, name) for name in EventForm.base_fields}, parties
    initial = {
        "kind": EventKind.ANNOUNCEMENT,
        "status": Status.HAPPENED,
        "certainty": Certainty.REPORTED,
        "date": reading.date_in(found, passage) if passage else None,
        "date_basis": DateBasis.RESOLVED,
    }
    named = reading.named_in(found, passage) if passage else []
    return initial, [{"kind": kind, "name": name, "role": Role.ACTOR} for kind, name in named]


def _event_panel(
    name: str, source: Source, data: Any, initial: dict[str, Any], parties: list[Any], **own: Any
) -> Panel:
    form = EventForm(data, initial=initial)
    read_against(form, day_of(str(source.pk)))
    rows = PartyFormSet(data, initial=parties, prefix="parties")
    return Panel(name, form, rows=rows, **own)


def _unmistakable(entity: Any) -> str:
    """Its name, or its slug when another one has the same name."""
    others = type(entity).objects.current().filter(name__iexact=entity.name)
    return entity.slug if others.exclude(pk=entity.pk).exists() else str(entity.name)


def found_matches(panel: Panel) -> list[Match]:
    """The events that were looked for, each with what the proposal says otherwise."""
    return [
        Match(event, 0, "", cards.differences(panel.proposal, event) if panel.proposal else [])
        for event in panel.form.found
    ]


def messages_of(form: Any) -> Iterator[str]:
    for errors in form.errors.values():
        yield from map(str, errors)


def next_open(decision: Decision) -> int | None:
    """The open proposal after this one in the text, or the first one left."""
    waiting = decision.source.proposals.filter(state=Proposal.State.OPEN)
    places = list(
        waiting.order_by("passage_start", "passage_end", "pk").values_list("passage_start", "pk")
    )
    here = decision.proposal.passage_start if decision.proposal else -1
    after = [pk for start, pk in places if start >= here]
    return next(iter(after or [pk for _start, pk in places]), None)


def _title(row: Event | Proposal | None) -> str:
    """In the reader's language and script; a proposal without a draft is its passage."""
    chinese = to_simplified(row.title_zh) if row else ""
    return str(choose(row.title_en, chinese)) or str(row) if row else ""


def label_of(decision: Decision) -> str:
    """What was decided about, as it was called then; it may be gone by now."""
    english, chinese = decision.made.get("titles", ("", ""))
    return str(choose(english, to_simplified(chinese))) or str(decision.made["label"])


def decided(decision: Decision) -> str:
    label = {"title": _title(decision.event or decision.proposal)}
    sentences = {
        Decision.Action.ACCEPTED: _("Accepted: “%(title)s” is now an event in review."),
        Decision.Action.MERGED: _("Merged into “%(title)s”."),
        Decision.Action.REJECTED: _("Rejected: “%(title)s”."),
        Decision.Action.EVENT: _("A new event in review: “%(title)s”."),
        Decision.Action.CLAIM: _("A new claim on “%(title)s”."),
    }
    return sentences[Decision.Action(decision.action)] % label


def undone(result: Undone) -> str:
    if result.everything_stays:
        text = _("Open again: “%(title)s”. What was made of it stays.")
        return text % {"title": _title(result.decision.proposal) or label_of(result.decision)}
    text = _("Undone: %(action)s.") % {"action": result.decision.get_action_display()}
    if not result.kept:
        return text
    names = listed(result.kept)
    kept = ngettext(
        "Still there, because it is used or was changed since: %(names)s.",
        "Still there, because they are used or were changed since: %(names)s.",
        len(result.kept),
    )
    return f"{text} {kept % {'names': names}}"


def decided_already(error: AlreadyDecidedError) -> str:
    decision = error.decision
    values = {
        "title": _title(error.proposal),
        "who": (decision and decision.decided_by) or _("the system"),
        "when": _time(decision.decided_at) if decision else "",
        "what": decision.get_action_display() if decision else error.proposal.get_state_display(),
    }
    text = _("Nothing was done: %(who)s was faster with “%(title)s” (%(what)s, %(when)s).")
    return text % values


def undone_already(decision: Decision) -> str:
    values = {"who": decision.undone_by or _("the system"), "when": _time(decision.undone_at)}
    return _("Nothing was done: %(who)s has undone this already (%(when)s).") % values


def _time(moment: Any) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def suggested_events(events: list[Event]) -> list[dict[str, str]]:
    return [
        {"value": f"#{event.pk} {event}", "text": str(event), "note": str(in_words(event.date))}
        for event in events
    ]


def suggested_entities(kind: str, term: str) -> list[dict[str, str]]:
    """Of one kind, or of all three."""
    rows = []
    query = tsquery_while_typing(term)
    for each in [EntityKind(kind)] if kind else list(EntityKind):
        model = ENTITIES[each]
        matching = model.objects.current().defer("search").filter(search=TokenQuery(query))
        rows += [
            {
                "value": _unmistakable(entity),
                "text": str(entity),
                "kind": str(each),
                "kind_name": str(model._meta.verbose_name),
                "note": entity.name_zh,
            }
            for entity in (matching[:SUGGESTED] if query else [])
        ]
    return rows
