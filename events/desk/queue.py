"""The documents that wait for an editor, and how far the desk has come."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, IntegerField, Max, Min, Q, QuerySet
from django.db.models.functions import Coalesce, Round

from events.models import Proposal
from sources.models import Source

OPEN = Q(proposals__state=Proposal.State.OPEN)
ORDERS = {
    "oldest": ("waiting_since", "pk"),
    "promising": ("-best", "pk"),
    "most": ("-open_count", "pk"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """Documents with proposals: all of them, and those with none left open."""

    documents: int
    done: int
    open_proposals: int

    @property
    def waiting(self) -> int:
        return self.documents - self.done


def waiting(order: str = "oldest") -> QuerySet[Any]:
    """Sources with open proposals, each with their number, the best score and since when."""
    sources = Source.objects.filter(pk__in=_open().values("source")).select_related("publisher")
    counted = sources.defer("text", "sections", "sketch").annotate(
        open_count=Count("proposals", filter=OPEN),
        all_count=Count("proposals"),
        best=Coalesce(Max("proposals__score", filter=OPEN), 0.0),
        best_percent=Round(F("best") * 100, output_field=IntegerField()),
        waiting_since=Min("proposals__created_at", filter=OPEN),
    )
    ordered: QuerySet[Any] = counted.order_by(*ORDERS[order])
    return ordered


def progress() -> Progress:
    counts = Proposal.objects.aggregate(
        documents=Count("source", distinct=True),
        waiting=Count("source", distinct=True, filter=Q(state=Proposal.State.OPEN)),
        open=Count("pk", filter=Q(state=Proposal.State.OPEN)),
    )
    return Progress(counts["documents"], counts["documents"] - counts["waiting"], counts["open"])


def next_after(source: Source) -> Source | None:
    """The next document that waits, in the order documents came in; from the top at the end."""
    others = Source.objects.filter(pk__in=_open().values("source")).exclude(pk=source.pk)
    brief = others.only("pk", "title", "language").order_by("pk")
    return brief.filter(pk__gt=source.pk).first() or brief.first()


def _open() -> "QuerySet[Proposal]":
    return Proposal.objects.filter(state=Proposal.State.OPEN).order_by()
