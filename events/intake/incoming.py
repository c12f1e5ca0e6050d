"""A document that waits in the database: taken in once, by whoever comes first."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from events.intake.processing import Outcome, Run, State, take_in
from events.models import IncomingDocument
from sources.reading.said import row_of

# What a file is called that holds several documents of different fates: the first that applies.
_STRONGEST = (State.READ, State.REPRINT, State.KNOWN, State.REFUSED)


@transaction.atomic
def process(key: int) -> bool:
    """Take in a document that waits; False when it does not, or when somebody else has it."""
    waiting = IncomingDocument.objects.select_for_update(skip_locked=True, of=("self",))
    document = (
        waiting.filter(pk=key, state=State.WAITING).select_related("intake__created_by").first()
    )
    if document is None:
        return False
    run = Run(by=document.intake.created_by)
    _finish(document, take_in(bytes(document.content or b""), document.file_name, run))
    return True


@transaction.atomic
def give_up(key: int, why: str) -> None:
    """Refuse a document that could not be taken in again and again."""
    waiting = IncomingDocument.objects.select_for_update()
    document = waiting.filter(pk=key, state=State.WAITING).first()
    if document:
        _finish(document, [Outcome(document.file_name, State.REFUSED, why)])


def _finish(document: IncomingDocument, outcomes: Sequence[Outcome]) -> None:
    states = {outcome.state for outcome in outcomes}
    document.state = next((state for state in _STRONGEST if state in states), State.REFUSED)
    document.refusals = [row_of(outcome.detail) for outcome in outcomes if outcome.detail]
    document.proposals = sum(outcome.proposals for outcome in outcomes)
    document.content = None  # kept with its source, or of no use
    document.finished_at = timezone.now()
    document.save()
    document.sources.set({outcome.source for outcome in outcomes if outcome.source})
