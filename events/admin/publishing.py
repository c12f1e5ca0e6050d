"""Who may show and hide events: editors prepare, reviewers publish and retract."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import Claim, Event
from events.models.vocabulary import Visibility
from events.search.indexing import postponed_indexing

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, AnonymousUser
    from django.utils.functional import _StrPromise

PREPARING = (Visibility.DRAFT, Visibility.IN_REVIEW)
SETTLED = (Visibility.PUBLISHED, Visibility.RETRACTED)
AT_ONCE = 500  # events a bulk action takes


def may_publish(user: "AbstractUser | AnonymousUser | None") -> bool:
    return user is not None and user.has_perm("events.publish_event")


def may_merge(user: "AbstractUser | AnonymousUser", model: Any) -> bool:
    return user.has_perm(f"events.merge_{model._meta.model_name}")


def visibility_error(user: Any, before: str, after: str) -> "_StrPromise | None":
    """Why this user may not change an event's visibility so, or None; `before` is "" at first."""
    if before == after or may_publish(user):
        return None
    if before in SETTLED or after in SETTLED:
        return _("Only reviewers publish and retract events.")
    return None


def events_left_bare(claims: QuerySet[Claim]) -> QuerySet[Event]:
    """Published events that have no claim but these."""
    leaving = Event.objects.published().filter(pk__in=claims.values("event"))
    keeping = Claim.objects.filter(event__in=leaving).exclude(pk__in=claims.values("pk"))
    kept: QuerySet[Event] = leaving.exclude(pk__in=keeping.values("event"))
    return kept


def locked(events: QuerySet[Event]) -> QuerySet[Event]:
    """The same events, locked until the transaction ends, in one order for everybody."""
    ids = events.order_by().values("pk")
    return Event.objects.filter(pk__in=ids).select_for_update().order_by("pk")


def show(events: QuerySet[Event], visibility: Visibility) -> tuple[int, list[tuple[Event, str]]]:
    """Publish or retract those that can be; how many were, and which were not and why."""
    changed, refused = 0, []
    with transaction.atomic(), postponed_indexing():
        for event in locked(events).exclude(visibility=visibility):
            event.visibility = visibility
            try:
                event.full_clean()
            except ValidationError as error:
                refused.append((event, " ".join(error.messages)))
                continue
            event.version += 1
            event.save()
            changed += 1
    return changed, refused


def set_importance(events: QuerySet[Event], importance: int) -> int:
    """How many events had another importance before."""
    from simple_history.utils import bulk_update_with_history

    with transaction.atomic():
        changed = list(locked(events).exclude(importance=importance))
        for event in changed:
            event.importance = importance
            event.version += 1
            event.updated_at = timezone.now()
        bulk_update_with_history(changed, Event, ["importance", "version", "updated_at"])
    return len(changed)


def touch(event_id: int) -> None:
    """Note in an event's version and history that what belongs to it is about to change."""
    event = Event.objects.select_for_update().get(pk=event_id)
    event.version += 1
    event.save(update_fields=["version", "updated_at"])
