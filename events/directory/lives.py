"""The life of an AI model: announced, previewed, released, opened …, and what is promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import BigIntegerField, Count, Func, Q, Sum
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from events.directory.activity import tallies_of
from events.models import AIModel, Event, EventModel
from events.models.queryset import EventQuerySet
from events.models.vocabulary import EventKind, Role, Status

# What each kind of event makes of a model once it has happened.
BECAME: dict[str, Promise] = {
    EventKind.PLAN: pgettext_lazy("a model was", "planned"),
    EventKind.ANNOUNCEMENT: pgettext_lazy("a model was", "announced"),
    EventKind.PREVIEW: pgettext_lazy("a model was", "previewed"),
    EventKind.RELEASE: pgettext_lazy("a model was", "released"),
    EventKind.OPEN_SOURCING: pgettext_lazy("a model was", "open-sourced"),
    EventKind.DELAY: pgettext_lazy("a model was", "delayed"),
    EventKind.PAUSE: pgettext_lazy("a model was", "paused"),
    EventKind.CANCELLATION: pgettext_lazy("a model was", "cancelled"),
}
LAUNCHES = (EventKind.RELEASE, EventKind.OPEN_SOURCING, EventKind.PREVIEW)
OWN = (Role.ACTOR, Role.SUBJECT)  # roles that make an event part of a model's own life


@dataclass(frozen=True, slots=True)
class Stage:
    """One step in the life of a model; `became` is empty while it is only promised."""

    event: Event
    became: str | Promise
    more: int  # events of the same sort after this first one


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a model has come: its newest launch, and how many events it takes part in."""

    events: int = 0
    launch: Stage | None = None


def stage_of(event: Event, more: int = 0) -> Stage:
    happened = event.status == Status.HAPPENED
    return Stage(event, BECAME[event.kind] if happened else "", more)


def life_of(model: AIModel, events: EventQuerySet) -> list[Stage]:
    """The first event of each sort, in the order of the calendar."""
    own = events.filter(pk__in=_own_events(Q(model=model)), kind__in=BECAME)
    ids = ArrayAgg("pk", order_by=("timeline_position", "pk"))
    first = Func(ids, template="(%(expressions)s)[1]", output_field=BigIntegerField())
    sorts = own.order_by().values_list("kind", "status").annotate(n=Count("pk"), first=first)
    counts = {pk: n for _kind, _status, n, pk in sorts}
    firsts = events.defer("search", "date_note_en", "date_note_zh").in_bulk(counts)
    return sorted((stage_of(firsts[pk], n - 1) for pk, n in counts.items()), key=_place)


def _place(stage: Stage) -> tuple[int, int]:
    return stage.event.timeline_position or 0, stage.event.pk


def standings(models: Iterable[AIModel], events: EventQuerySet) -> dict[int, Standing]:
    """By the model's id, in three queries; `events` are all that are published."""
    ids = [model.pk for model in models]
    counts = _events_of(ids, events)
    launches = _newest_launches(ids, events)
    found: dict[int, Event] = events.in_bulk(set(launches.values()))
    stages = {model: stage_of(found[event]) for model, event in launches.items()}
    return {pk: Standing(count, stages.get(pk)) for pk, count in counts.items()}


def _events_of(models: list[int], events: EventQuerySet) -> dict[int, int]:
    tallies = tallies_of("model", events, models)
    if tallies is not None:
        sums = tallies.values_list("entity").annotate(n=Sum("events"))
        return dict(sums.filter(n__gt=0))
    roles = EventModel.objects.filter(model__in=models, event__in=events).order_by()
    return dict(roles.values_list("model").annotate(n=Count("event", distinct=True)))


def _newest_launches(models: list[int], events: EventQuerySet) -> dict[int, int]:
    """The event by the model's id."""
    model, role = "event_models__model", "event_models__role"
    launched = events.filter(Q((f"{model}__in", models), (f"{role}__in", OWN)), kind__in=LAUNCHES)
    newest = launched.order_by(model, "-timeline_position", "-pk").distinct(model)
    return dict(newest.values_list(model, "pk"))


def _own_events(whose: Q) -> Any:
    return EventModel.objects.filter(whose, role__in=OWN).values("event")
