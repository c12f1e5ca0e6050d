"""Takes a decision back: what it made is deleted, unless somebody has worked on it since."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.desk.deciding import count_up, settle
from events.localization import listed
from events.models import Claim, Decision, Event, Proposal
from events.models.entity import Entity
from events.models.vocabulary import Visibility
from events.search.indexing import postponed_indexing

_FOLLOWS = {"version", "updated_at"}  # changes with the belongings of an event, not by itself


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A row that somebody changed or added since the decision, and who and when."""

    row: Any
    added: bool
    who: str  # "" when the system did it
    when: datetime.datetime | None
    fields: tuple[str, ...] = ()
    decision: Decision | None = None  # the one that added it, when it can be undone first


@dataclass(frozen=True, slots=True)
class Undone:
    decision: Decision
    kept: tuple[Entity, ...]  # made by the decision, but in use or changed since
    everything_stays: bool = False  # only the proposal was opened again


class StandsInTheWayError(Exception):
    """The decision cannot be undone as it is; nothing was done."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        self.obstacles = obstacles
        super().__init__(len(obstacles))


class AlreadyUndoneError(Exception):
    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(decision.pk)


def undo(decision_id: int, user: Any, keep: bool = False) -> Undone:
    """Delete what the decision made and open its proposal; with `keep` only the latter."""
    with transaction.atomic(), postponed_indexing():
        decision = _locked(decision_id)
        kept: list[Entity] = []
        if not keep:
            rows = [row for row, _history in _made(decision)]
            found = obstacles(decision)
            if found:
                raise StandsInTheWayError(found)
            kept = _take_back(decision, rows, user)
        _reopen(decision, user)
        return Undone(decision, tuple(kept), everything_stays=keep)


def _locked(decision_id: int) -> Decision:
    """The decision with its proposal and event, locked in the order decisions lock them."""
    place = Decision.objects.values_list("proposal", "event").get(pk=decision_id)
    list(Proposal.objects.select_for_update().filter(pk=place[0]).values("pk"))
    list(Event.objects.select_for_update().filter(pk=place[1]).values("pk"))
    decision = Decision.objects.select_for_update().get(pk=decision_id)
    if decision.undone_at:
        raise AlreadyUndoneError(decision)
    return decision


def _made(decision: Decision) -> list[tuple[Any, int]]:
    """What the decision made and is still there, each with the record of its making."""
    made = []
    for record in decision.made.get("rows", ()):
        row = apps.get_model(record["table"]).objects.filter(pk=record["id"]).first()
        if row is not None:
            made.append((row, record["history"]))
    return made


def obstacles(decision: Decision) -> list[Obstacle]:
    """What was changed or added since; new names do not count, they may stay."""
    made = [(row, record) for row, record in _made(decision) if not isinstance(row, Entity)]
    changed = [found for row, record in made if (found := _changed(row, record))]
    rows = [row for row, _record in made]
    return [*changed, *map(_added, _hanging_on(rows)), *_last_claims(decision, rows)]


def _changed(row: Any, record_id: int) -> Obstacle | None:
    records = type(row).history.filter(id=row.pk)
    first = records.get(pk=record_id)
    later = records.filter(history_id__gt=record_id).order_by("history_id")
    newest = later.select_related("history_user").last()
    if newest is None:
        return None
    changed = [
        name
        for name in newest.diff_against(first, foreign_keys_are_objs=False).changed_fields
        if name not in _FOLLOWS
    ]
    if not changed:
        return None
    names = tuple(str(row._meta.get_field(name).verbose_name) for name in changed)
    return Obstacle(row, False, str(newest.history_user or ""), newest.history_date, names)


def _hanging_on(rows: list[Any]) -> Iterable[Any]:
    """Everything that would be deleted with these rows, or that forbids to delete them."""
    collector = NestedObjects(using="default")
    for row in rows:  # a collector takes rows of one table at a time
        collector.collect([row])
    reached = [row for found in collector.model_objs.values() for row in found]
    own = {(type(row), row.pk) for row in rows}
    others = [row for row in (*reached, *collector.protected) if (type(row), row.pk) not in own]
    return sorted(others, key=lambda row: (row._meta.label, row.pk))


def _added(row: Any) -> Obstacle:
    history = getattr(type(row), "history", None)
    records = history.filter(id=row.pk).select_related("history_user") if history else None
    first = records.order_by("history_id").first() if records is not None else None
    decision = None
    if isinstance(row, Claim):
        decision = row.decisions.filter(undone_at=None).first()
    who, when = (str(first.history_user or ""), first.history_date) if first else ("", None)
    return Obstacle(row, True, who, when, decision=decision)


def _last_claims(decision: Decision, rows: list[Any]) -> list[Obstacle]:
    """A published event keeps a claim: taking its last one back would leave it bare."""
    event, claim = decision.event, decision.claim
    if event is None or claim is None or event in rows:
        return []
    bare = not event.claims.exclude(pk=claim.pk).exists()
    if event.visibility != Visibility.PUBLISHED or not bare:
        return []
    field = str(Event._meta.get_field("visibility").verbose_name)
    return [Obstacle(event, False, "", None, (field,))]


def _take_back(decision: Decision, rows: list[Any], user: Any) -> list[Entity]:
    """Delete claims and roles, then the event, then names; which names had to stay."""
    event = decision.event
    if event is not None and event not in rows:
        count_up(event, user)
    histories = {(type(row), row.pk): record for row, record in _made(decision)}
    for row in sorted(rows, key=_order):
        if isinstance(row, Entity) and _in_use(row, histories[type(row), row.pk]):
            continue
        row._history_user = user
        row.delete()
    return [row for row in rows if isinstance(row, Entity) and row.pk]


def _order(row: Any) -> int:
    return 2 if isinstance(row, Entity) else int(isinstance(row, Event))


def _in_use(entity: Entity, record_id: int) -> bool:
    return bool(_changed(entity, record_id)) or any(True for _row in _hanging_on([entity]))


def _reopen(decision: Decision, user: Any) -> None:
    if decision.proposal is not None:
        settle(decision.proposal, Proposal.State.OPEN, None, user)
    decision.undone_by, decision.undone_at = user, timezone.now()
    decision.save(update_fields=["undone_by", "undone_at"])


def words_for(obstacle: Obstacle) -> str:
    """The obstacle as a sentence."""
    values = {
        "what": obstacle.row._meta.verbose_name,
        "row": str(obstacle.row)[:120],
        "who": obstacle.who or _("the system"),
        "when": timezone.localtime(obstacle.when).strftime("%Y-%m-%d %H:%M")
        if obstacle.when
        else "",
        "fields": listed(obstacle.fields),
    }
    if obstacle.added:
        return _("%(who)s has added the %(what)s “%(row)s” (%(when)s).") % values
    if not obstacle.when:
        return _("“%(row)s” is published, and this is its last claim.") % values
    return _("%(who)s has changed the %(what)s “%(row)s” (%(when)s): %(fields)s.") % values
