"""Which events belong to a chain, read from the database in a fixed number of queries."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from events.models import AIModel, Claim, Event, EventLink
from events.models.queryset import EventQuerySet
from events.models.vocabulary import EventKind, LinkKind, Status
from events.slippage.chain import AHEAD, chain_of
from events.slippage.drawing import Chart, drawn

HOPS = 5
AT_MOST = 30  # events of one chain
OF_A_MODEL = 10  # plans and what upset them that the chain of a model starts from, newest first
FEW = 6  # releases beside them
# These belong to the chain of an event whatever else they are about …
_ALWAYS = (LinkKind.DELAYS, LinkKind.SUPERSEDES, LinkKind.DENIES, LinkKind.SAME_AS)
# … these when they are about the same model; beyond the first step only what came later.
_ABOUT_IT = (LinkKind.FOLLOWS_UP, LinkKind.CONTRADICTS, LinkKind.RESPONDS_TO, LinkKind.SUPPORTS)
_UPSETTING = (LinkKind.DELAYS, LinkKind.DENIES, LinkKind.CONTRADICTS)
_COMING_OUT = (EventKind.RELEASE, EventKind.OPEN_SOURCING)
_UPSETS = (EventKind.PLAN, EventKind.DELAY, EventKind.PAUSE, EventKind.CANCELLATION)

_CONNECTED = """
WITH RECURSIVE chain AS (
    SELECT unnest(%s::bigint[]) AS id, 0 AS hops
    UNION
    SELECT other.id, hops + 1
    FROM chain
    JOIN LATERAL (
        SELECT to_event_id AS id, kind, hops = 0 AND %s OR kind = 'contradicts' AS leads_on
        FROM events_eventlink WHERE from_event_id = chain.id
        UNION ALL
        SELECT from_event_id, kind, true FROM events_eventlink WHERE to_event_id = chain.id
    ) AS other ON other.kind = ANY(%s) OR other.kind = ANY(%s) AND other.leads_on AND EXISTS (
        SELECT FROM events_eventmodel m WHERE m.event_id = other.id AND m.model_id = ANY(%s)
    )
    WHERE hops < %s
)
SELECT id FROM chain GROUP BY id ORDER BY min(hops), id LIMIT %s
"""


def chain_of_event(event: Event, as_of: datetime.date | None = None) -> Chart | None:
    """What was said when of an event and of those that delay, replace, deny or follow it."""
    models = [role.model_id for role in event.event_models.all()]
    return _chain([event.pk], models, as_of, here=event)


def chain_of_model(model: AIModel, as_of: datetime.date | None = None) -> Chart | None:
    """What was promised of a model, what became of it, and what was said about that."""
    events = Event.objects.published().as_of(as_of).involving(model)
    ahead = Q(status__in=(*AHEAD, Status.CANCELLED))
    upset = events.filter(ahead | Q(kind__in=_UPSETS) | _argued_about())
    start = _newest(upset, OF_A_MODEL + 1)
    if not start:
        return None
    came = events.filter(status=Status.HAPPENED, kind__in=_COMING_OUT)
    chart = _chain(start[:OF_A_MODEL], [model.pk], as_of, beside=_newest(came, FEW))
    return chart and replace(chart, shortened=len(start) > OF_A_MODEL)


def _newest(events: EventQuerySet, most: int) -> list[int]:
    return list(events.newest_first().values_list("pk", flat=True)[:most])


def _argued_about() -> Exists:
    """Whether an event delays, denies or contradicts another, or is by another."""
    ends = Q(from_event=OuterRef("pk")) | Q(to_event=OuterRef("pk"))
    return Exists(EventLink.objects.filter(ends, kind__in=_UPSETTING))


def _chain(
    start: Collection[int],
    models: Collection[int],
    as_of: datetime.date | None,
    here: Event | None = None,
    beside: Collection[int] = (),
) -> Chart | None:
    connected = {*_connected(start, models, backwards=here is not None), *beside}
    events = list(Event.objects.published().as_of(as_of).filter(pk__in=connected).for_timeline())
    ids = [event.pk for event in events]
    links = EventLink.objects.filter(from_event__in=ids, to_event__in=ids)
    today = as_of or timezone.localdate()
    chain = chain_of(events, _said(ids, as_of), list(links), today, here)
    return drawn(chain) if chain else None


def _connected(start: Collection[int], models: Collection[int], backwards: bool) -> list[int]:
    """The events that links lead to from `start`, nearest first; drafts among them."""
    kinds = (list(_ALWAYS), list(_ABOUT_IT))
    with connection.cursor() as cursor:
        cursor.execute(_CONNECTED, [list(start), backwards, *kinds, list(models), HOPS, AT_MOST])
        return [row[0] for row in cursor.fetchall()]


def _said(events: Iterable[int], as_of: datetime.date | None) -> Iterable[Claim]:
    claims = Claim.objects.filter(event__in=events).select_related("source__publisher")
    return claims.said_by(as_of).defer("source__text").in_order_said()
