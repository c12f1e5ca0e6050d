"""Downloads: the filters of the timeline in, every row of the answer out."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.changes import ChangesFilter
from events.exchange.csv.exports import Export
from events.exchange.csv.streaming import stream
from events.models.queryset import EventQuerySet
from events.models.state import EventStateQuerySet
from events.reading import read_only
from events.slippage.promises import LISTS, ORGANIZATIONS, listed, promised
from events.timeline.filters import TimelineFilter


class CsvFilter(TimelineFilter):
    """What the timeline can be asked, and whether the file is meant for Excel."""

    excel = forms.ChoiceField(required=False, choices=[("0", "0"), ("1", "1")])

    def rows(self) -> EventQuerySet | EventStateQuerySet:
        return self.events()


class ChangesCsvFilter(ChangesFilter, CsvFilter):
    """What the page of changes can be asked."""

    def rows(self) -> EventStateQuerySet:
        return self.states()


class PromisesCsvFilter(CsvFilter):
    """What the page of promises can be asked: all of them, or one of its lists."""

    show = forms.ChoiceField(
        required=False,
        choices=[*LISTS.items(), (ORGANIZATIONS, ORGANIZATIONS)],
        error_messages={"invalid_choice": _("“%(value)s” is not one of the lists.")},
    )

    def rows(self) -> EventQuerySet:
        events = self.apply(self.published(), leave_out=("status",))
        show = self.valid_data.get("show")
        if show in LISTS:
            return listed(events, show, self.day or timezone.localdate())
        return promised(events).newest_first()


def csv_view(export: Export, form: type[CsvFilter] = CsvFilter) -> Callable[..., HttpResponseBase]:
    @read_only
    def view(request: HttpRequest) -> HttpResponseBase:
        asked = form(request.GET)
        if not asked.is_valid():
            return HttpResponse("\n".join(asked.messages()), "text/plain; charset=utf-8", 400)
        headers = _headers(export, asked.day)
        if request.method == "HEAD":
            return StreamingHttpResponse(headers=headers)  # no length: it is not known
        connection.cursor().close()  # without a database the answer is no file, not an empty one
        for_excel = asked.cleaned_data["excel"] == "1"
        rows = stream(export, asked.rows(), request.build_absolute_uri, for_excel=for_excel)
        return StreamingHttpResponse(rows, headers=headers)

    return view


def _headers(export: Export, as_of: datetime.date | None) -> dict[str, Any]:
    day = f"as-of-{as_of}" if as_of else str(timezone.localdate())
    file_name = f"{export.name}-{day}.csv"
    return {
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": f'attachment; filename="{file_name}"',
    }
