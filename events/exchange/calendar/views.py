"""The address of the calendar: the filters of the timeline in, what is planned out."""

import datetime

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.exchange.answering import answer, last_changed, messages, refuse
from events.exchange.calendar.document import calendar
from events.exchange.calendar.planned import planned_events, sequences
from events.exchange.titles import lasting_query, titled
from events.reading import read_only
from events.timeline.filters import TimelineFilter


class CalendarOptions(forms.Form):
    """Whether months and quarters are wanted beside days."""

    coarse = forms.ChoiceField(required=False, choices=[("0", "0"), ("1", "1")])


@read_only
def planned_ics(request: HttpRequest) -> HttpResponseBase:
    form, options = TimelineFilter(request.GET), CalendarOptions(request.GET)
    if wrong := messages(form, options):
        return refuse(wrong)
    changed, coarse = last_changed(), options.cleaned_data["coarse"]
    events = planned_events(form, coarse=coarse == "1")
    query = lasting_query(form, coarse=coarse)
    body = calendar(
        events,
        sequences(events),
        request.build_absolute_uri,
        title=titled(_("What is planned"), form),
        source=request.build_absolute_uri(reverse("planned_ics") + query),
    )
    # What is shown depends on the day, so a copy of yesterday is never called fresh.
    response = answer(request, body, "text/calendar; charset=utf-8", _latest(changed))
    response.headers["Content-Disposition"] = 'inline; filename="planned.ics"'
    return response


def _latest(changed: datetime.datetime | None) -> datetime.datetime | None:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return max(changed, midnight) if changed else None
