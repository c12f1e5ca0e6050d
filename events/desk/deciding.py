"""What an editor decides at the desk: each decision is one transaction and one Decision row.

Rows are locked in one order for everybody: proposal, then event.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from events.desk.drafts import Draft, Party
from events.desk.entities import ENTITIES, ROLES, free_slug, new_slug
from events.desk.passages import Passage, between, quotable
from events.models import Claim, Decision, Event, Proposal
from events.models.entity import Entity
from events.models.vocabulary import Section, Stance, Visibility
from events.search.indexing import postponed_indexing
from sources.models import Source


class AlreadyDecidedError(Exception):
    """Somebody was faster; nothing was done."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.decision = proposal.decisions.filter(undone_at=None).first()
        super().__init__(proposal.pk)


def accept(proposal_id: int, draft: Draft, user: Any) -> Decision:
    """A new event in review, with its roles and this passage as its claim."""
    with _one_decision(), _open(proposal_id) as proposal:
        writer = _Writer(proposal.source, user)
        event = writer.event(draft)
        writer.claim(event, _passage_of(proposal), draft)
        settle(proposal, Proposal.State.ACCEPTED, event, user)
        return writer.decision(Decision.Action.ACCEPTED, proposal, event)


def merge(proposal_id: int, event: Event, user: Any, stance: str = Stance.SUPPORTS) -> Decision:
    """This passage as one more claim on an event, which itself stays as it is."""
    with _one_decision(), _open(proposal_id) as proposal:
        draft = Draft(
            status=proposal.status,
            certainty=proposal.certainty,
            date=proposal.date,
            claimed_on=proposal.claimed_on,
            stance=stance,
        )
        writer = _Writer(proposal.source, user)
        event = writer.touched(event.pk)
        writer.claim(event, _passage_of(proposal), draft)
        settle(proposal, Proposal.State.MERGED, event, user)
        return writer.decision(Decision.Action.MERGED, proposal, event)


def reject(proposal_id: int, user: Any) -> Decision:
    with _one_decision(), _open(proposal_id) as proposal:
        settle(proposal, Proposal.State.REJECTED, None, user)
        writer = _Writer(proposal.source, user)
        return writer.decision(Decision.Action.REJECTED, proposal, None)


def event_from(source: Source, passage: Passage, draft: Draft, user: Any) -> Decision:
    """A new event from a passage the editor chose."""
    with _one_decision():
        writer = _Writer(source, user)
        event = writer.event(draft)
        writer.claim(event, passage, draft)
        return writer.decision(Decision.Action.EVENT, None, event)


def claim_from(source: Source, passage: Passage, event: Event, draft: Draft, user: Any) -> Decision:
    """A claim on an event from a passage the editor chose."""
    with _one_decision():
        writer = _Writer(source, user)
        event = writer.touched(event.pk)
        writer.claim(event, passage, draft)
        return writer.decision(Decision.Action.CLAIM, None, event)


@contextmanager
def _one_decision() -> Iterator[None]:
    with transaction.atomic(), postponed_indexing():
        yield


@contextmanager
def _open(proposal_id: int) -> Iterator[Proposal]:
    """The proposal, locked until the transaction ends, if nobody has decided it."""
    proposals = Proposal.objects.select_for_update(of=("self",)).select_related("source")
    proposal = proposals.get(pk=proposal_id)
    if proposal.state != Proposal.State.OPEN:
        raise AlreadyDecidedError(proposal)
    yield proposal


def _passage_of(proposal: Proposal) -> Passage:
    text = proposal.source.text
    standing = between(text, proposal.passage_start, proposal.passage_end) if text else None
    return standing or Passage(proposal.passage, proposal.passage_start, proposal.passage_end)


def section_at(source: Source, position: int) -> str:
    for section in source.sections:
        if section["start"] <= position < section["end"]:
            return str(section["kind"])
    return Section.BODY


class _Writer:
    """Stores the rows of one decision as this user's, and remembers which they were."""

    def __init__(self, source: Source, user: Any) -> None:
        self.source = source
        self.user = user
        self.made: list[Any] = []

    def store(self, row: Any) -> Any:
        """Checked by its own rules before it is saved."""
        row.full_clean()
        row._history_user = self.user
        row.save()
        return row

    def make(self, row: Any) -> Any:
        self.made.append(self.store(row))
        return row

    def event(self, draft: Draft) -> Event:
        event: Event = self.make(
            Event(
                slug=free_slug(Event, self._slug(draft)),
                title_en=draft.title_en,
                title_zh=draft.title_zh,
                kind=draft.kind,
                status=draft.status,
                certainty=draft.certainty,
                date=draft.date,
                date_basis=draft.date_basis,
                visibility=Visibility.IN_REVIEW,
            )
        )
        given = set()
        for party in draft.parties:
            entity = party.entity or self._new(party)
            role = (party.kind, entity and entity.pk, party.role)
            if entity and role not in given:
                given.add(role)
                through = ROLES[party.kind]
                self.make(through(event=event, role=party.role, **{through.entity_field: entity}))
        return event

    def _slug(self, draft: Draft) -> str:
        words = slugify(draft.title_en) or f"{draft.kind}-{self.source.slug}"
        return words[:80].strip("-")

    def _new(self, party: Party) -> Entity | None:
        """The name made new when that was wished; two roles may name the same one."""
        if not party.create:
            return None
        model = ENTITIES[party.kind]
        entity = model.objects.current().filter(name=party.name).first()
        if entity is None:
            entity = self.make(model(name=party.name, slug=new_slug(party.kind, party.name)))
        return entity  # type: ignore[no-any-return]

    def claim(self, event: Event, passage: Passage, draft: Draft) -> Claim:
        quote = quotable(passage)
        claim: Claim = self.make(
            Claim(
                event=event,
                source=self.source,
                quote=quote.text,
                quote_start=quote.start,
                quote_end=quote.start + len(quote.text),
                section=section_at(self.source, quote.start),
                stance=draft.stance,
                date=draft.date,
                status=draft.status,
                certainty=draft.given_certainty,
                claimed_on=draft.claimed_on,
            )
        )
        return claim

    def touched(self, event_id: int) -> Event:
        """The event, locked, its version counted up: whoever edits it now sees the conflict."""
        events = Event.objects.not_retracted().select_for_update()
        event: Event | None = events.filter(pk=event_id).first()
        if event is None:
            raise ValidationError(_("This event is no longer there: choose another one."))
        count_up(event, self.user)
        return event

    def decision(self, action: str, proposal: Proposal | None, event: Event | None) -> Decision:
        about: Any = event or proposal
        made = {
            "label": str(about),
            "titles": [about.title_en, about.title_zh],
            "rows": [_record(row) for row in self.made],
        }
        return Decision.objects.create(
            source=self.source,
            proposal=proposal,
            action=action,
            event=event,
            claim=next((row for row in self.made if isinstance(row, Claim)), None),
            made=made,
            decided_by=self.user,
        )


def settle(proposal: Any, state: str, event: Event | None, user: Any) -> None:
    """Only the verdict changes: what the machine found stays as it was."""
    proposal.state, proposal.event = state, event
    proposal._history_user = user
    proposal.save()


def count_up(event: Any, user: Any) -> None:
    """Note in an event's version and history that what belongs to it changes."""
    event.version += 1
    event._history_user = user
    event.save(update_fields=["version", "updated_at"])


def _record(row: Any) -> dict[str, Any]:
    """Which row, and the record of its history that says how it was made."""
    newest = type(row).history.filter(id=row.pk).order_by("-history_id").first()
    return {"table": row._meta.label_lower, "id": row.pk, "history": newest.pk}
