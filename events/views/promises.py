"""What was promised: planned next, overdue, and how late it came in the end."""

import datetime
from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import Event
from events.models.queryset import EventQuerySet
from events.reading import ReaderRequest, read_only
from events.slippage.promises import LISTS, ORGANIZATIONS, PAGE, counts, listed, page_of_promises
from events.slippage.record import records
from events.timeline.cursor import CursorField
from events.timeline.filters import TimelineFilter

FEW = 8  # of each list on the page that shows all of them
LAST_PAGE = 1_000
MANY = 2_000  # open promises from which on the sums of all organizations have a page of their own


class PromisesForm(forms.Form):
    """Which of the lists, and from where on; without one, the beginning of each."""

    show = forms.ChoiceField(
        required=False,
        choices=[*LISTS.items(), (ORGANIZATIONS, _("How late it came"))],
        error_messages={"invalid_choice": _("“%(value)s” is not one of the lists.")},
    )
    after = CursorField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)


@read_only
def promises(request: ReaderRequest) -> HttpResponse:
    form, page_form = TimelineFilter(request.GET), PromisesForm(request.GET)
    page_form.is_valid()
    asked = page_form.cleaned_data
    show = asked.get("show") or ""
    today = request.as_of or timezone.localdate()
    events = form.apply(Event.objects.published().as_of(request.as_of), leave_out=("status",))
    lists = _lists(events, form, show, today, asked)
    many = sum(one["count"] for one in lists) > MANY
    context = {
        "form": form,
        "page_form": page_form,
        "show": show,
        "today": today,
        "chosen": [one for one in form.chosen() if one.field != "status"],
        "hidden": list(_hidden(form)),
        "query": form.query_string(without="status"),
        "lists": lists,
        "record": None if many and not show else _record(events, form, show, today, asked),
    }
    return render(request, "events/promises.html", context)


def _hidden(form: TimelineFilter) -> Iterator[tuple[str, str]]:
    """What the form for the kind passes on."""
    for name, values in form.parameters().items():
        if name not in ("kind", "status"):
            yield from ((name, value) for value in values)


def _lists(
    events: EventQuerySet,
    form: TimelineFilter,
    show: str,
    today: datetime.date,
    asked: dict[str, Any],
) -> list[dict[str, Any]]:
    """Each list with its name, its number of promises and the page asked for, if it is shown."""
    numbers = counts(events, today)
    few = any(form.valid_data.get(name) for name in ("organization", "model", "person", "q"))
    size = PAGE if show else FEW
    return [
        {
            "name": name,
            "title": title,
            "count": numbers[name],
            "page": page_of_promises(
                listed(events, name, today, few=few), name, today, asked.get("after"), size
            )
            if show in ("", name)
            else None,
        }
        for name, title in LISTS.items()
    ]


def _record(
    events: EventQuerySet,
    form: TimelineFilter,
    show: str,
    today: datetime.date,
    asked: dict[str, Any],
) -> Any:
    if show not in ("", ORGANIZATIONS):
        return None
    chosen = [organization.pk for organization in form.valid_data.get("organization") or []]
    return records(events, today, chosen, asked.get("page") or 1)
