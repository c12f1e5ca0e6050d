"""What was done to events and all that belongs to them: who, when and which fields."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from events.models import Claim, Event, EventLink, EventModel, EventOrganization, EventPerson
from sources.admin.history import DONE, changes_between

AT_MOST = 200  # records of what belongs to one event
BELONGINGS: tuple[tuple[Any, str], ...] = (
    (Claim, "event"),
    (EventOrganization, "event"),
    (EventModel, "event"),
    (EventPerson, "event"),
    (EventLink, "from_event"),
)
# Only these have a page of their own, where a record can be restored.
WITH_PAGE = (Claim, EventLink)


@dataclass(frozen=True)
class Change:
    """Who did what to which row, and when; `fields` are told only of an edit."""

    when: datetime.datetime
    who: str  # "" when the system did it
    done: str
    kind: str
    label: str
    url: str
    fields: list[dict[str, Any]] = field(default_factory=list)  # each with field, old and new

    def as_html(self) -> SafeString:
        """One line: when, who, what, and each field as old → new."""
        fields = format_html_join(
            "; ",
            "<em>{}</em>: <del>{}</del> → <ins>{}</ins>",
            ((edit["field"], edit["old"], edit["new"]) for edit in self.fields),
        )
        return format_html(
            "<strong>{}</strong>, {}: {} “{}” – {}",
            self.who or _("the system"),
            date_format(localtime(self.when), "Y-m-d H:i"),
            self.kind,
            self.label,
            fields or self.done,
        )


def changes_of_belongings(event: Event) -> list[Change]:
    """What was done to the claims, roles and links of an event, newest first."""
    changes = [
        change
        for model, owner in BELONGINGS
        for change in changes_in(model.history.filter(**{f"{owner}_id": event.pk}))
    ]
    return sorted(changes, key=lambda change: change.when, reverse=True)[:AT_MOST]


def changes_since(event: Event, version: int) -> list[Change]:
    """What was done to an event and its belongings after it had this version, newest first."""
    own = changes_in(event.history.filter(version__gte=version))
    later = event.history.filter(version__gt=version).order_by("history_date").first()
    # Every writer counts the version up first and then saves what belongs to the event.
    since = [
        change
        for change in changes_of_belongings(event)
        if later is not None and change.when >= later.history_date
    ]
    edits = [change for change in own if change.fields]
    return sorted([*edits, *since], key=lambda change: change.when, reverse=True)


def changes_in(records: QuerySet[Any]) -> Iterable[Change]:
    """Each record of a history compared with the one before it in the same set."""
    newest = records.select_related("history_user").order_by("-history_date", "-history_id")
    by_row: dict[int, list[Any]] = defaultdict(list)
    for record in newest[:AT_MOST]:
        by_row[record.id].append(record)
    for row in by_row.values():
        for newer, older in zip(row, [*row[1:], None], strict=True):
            yield _change(newer, older)


def _change(record: Any, before: Any) -> Change:
    edited = before is not None and record.history_type == "~"
    return Change(
        when=record.history_date,
        who=str(record.history_user or ""),
        done=str(DONE[record.history_type]),
        kind=str(record.instance_type._meta.verbose_name),
        label=_label(record),
        fields=changes_between(before, record) if edited else [],
        url=_history_page(record),
    )


def _label(record: Any) -> str:
    try:
        return str(record.instance)
    except Exception:
        return f"#{record.id}"


def _history_page(record: Any) -> str:
    model = record.instance_type
    if model not in WITH_PAGE:
        return ""
    return reverse(f"admin:events_{model._meta.model_name}_history", args=[record.id])
