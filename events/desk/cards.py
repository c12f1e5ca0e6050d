"""Proposals as the desk shows them: a fixed number of queries, however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from dates.fields import in_words
from dates.languages import Language
from events.desk.entities import ENTITIES, Named, known
from events.evidence import apart
from events.extraction.drafts.reasons import explain
from events.extraction.proposing.proposals import claim_on, match_again
from events.localization import Words, choose, in_its_language, listed, name_of, reader_language
from events.models import Decision, Event, Proposal
from events.models.entity import Entity
from events.models.vocabulary import Role
from sources.chinese import to_simplified
from sources.models import Source

MATCHES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something a proposal names; without an address it would be new."""

    name: Words
    kind: str
    role: str
    url: str
    printed: str


@dataclass(frozen=True, slots=True)
class Match:
    """An event the proposal may be about, and in what the source differs from it."""

    event: Event
    percent: int
    why: str
    differences: list[str]


@dataclass(frozen=True, slots=True)
class Card:
    number: int
    proposal: Proposal
    parties: list[Party]
    matches: list[Match]
    reasons: str
    decision: Decision | None  # the one that holds; None while the proposal is open

    @property
    def told_before(self) -> Match | None:
        """The event this is surely about: then it is proposed as a claim on it."""
        event = claim_on(self.proposal)
        return next((match for match in self.matches if match.event.pk == event), None)

    @property
    def is_open(self) -> bool:
        return self.proposal.state == Proposal.State.OPEN

    @property
    def titles(self) -> list[Words]:
        """Both drafts, the reader's own language first, Chinese in the reader's script."""
        chinese = choose("", to_simplified(self.proposal.title_zh))
        drafts = [Words(self.proposal.title_en, "en"), chinese]
        if reader_language() is not Language.ENGLISH:
            drafts.reverse()
        return [draft for draft in drafts if draft]

    @property
    def percent(self) -> int:
        return round(self.proposal.score * 100)


def proposals_of(source: Source) -> list[Proposal]:
    """In the order they stand in the text, as somebody reads it."""
    return list(source.proposals.order_by("passage_start", "passage_end", "pk"))


def decisions_of(source: Source) -> list[Decision]:
    """Everything decided about a source, newest first, undone ones too."""
    rows = source.decisions.select_related("decided_by", "undone_by", "event", "proposal")
    return list(rows.defer("event__search"))


def cards_of(proposals: Sequence[Proposal], decisions: Iterable[Decision]) -> list[Card]:
    """Each with the events it may be today, not only those there were when it was proposed."""
    holding = {row.proposal_id: row for row in decisions if row.undone_at is None}
    match_again([one for one in proposals if one.state == Proposal.State.OPEN])
    named = {one: [Named.read(row) for row in one.entities] for one in proposals}
    entities = known(name for names in named.values() for name in names)
    events = _events(proposals)
    return [
        Card(
            number,
            proposal,
            [_party(name, entities.get(name)) for name in named[proposal]],
            _matches(proposal, events, {one.slug: _name(one, entities) for one in named[proposal]}),
            explain(proposal.reasons),
            holding.get(proposal.pk),
        )
        for number, proposal in enumerate(proposals, start=1)
    ]


def _name(named: Named, entities: dict[Named, Entity]) -> str:
    return str(name_of(entities[named])) if named in entities else named.name


def _party(named: Named, entity: Entity | None) -> Party:
    kind = str(ENTITIES[named.kind]._meta.verbose_name)
    role = str(Role(named.role).label) if named.role in Role.values else named.role
    if entity is None:
        return Party(in_its_language(named.name), kind, role, "", named.name)
    page = f"admin:events_{entity._meta.model_name}_change"
    return Party(name_of(entity), kind, role, reverse(page, args=[entity.pk]), named.name)


def _events(proposals: Iterable[Proposal]) -> dict[int, Event]:
    ids = {match["id"] for one in proposals for match in one.matches}
    events = Event.objects.not_retracted().filter(pk__in=ids).defer("search")
    return {event.pk: event for event in events}


def _matches(proposal: Proposal, events: dict[int, Event], names: dict[str, str]) -> list[Match]:
    matches = []
    for row in proposal.matches:
        event = events.get(row["id"])
        if event is not None:
            percent = round(float(row.get("score", 0)) * 100)
            why = explain(_by_name(reason, names) for reason in row.get("why", ()))
            matches.append(Match(event, percent, why, differences(proposal, event)))
    return matches[:MATCHES_SHOWN]


def _by_name(reason: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    """Who takes part by name, where the reason has their slugs."""
    slugs = reason.get("text", "").split(", ")
    return {**reason, "text": listed(names.get(slug, slug) for slug in slugs)}


def differences(proposal: Proposal, event: Event) -> list[str]:
    """What this source says otherwise than the event, in sentences."""
    found = []
    text = _("This source says %(here)s, the event says %(there)s.")
    if proposal.status != event.status:
        here, there = proposal.get_status_display(), event.get_status_display()
        found.append(text % {"here": here, "there": there})
    if apart(proposal.date, event.date):
        found.append(text % {"here": in_words(proposal.date), "there": in_words(event.date)})
    return found
