"""What templates need on pages of the past: the day in words, the way back, the slider."""

import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from dates import PartialDate
from events.models import EventState
from events.templatetags.reading import when

register = template.Library()

_OF_A_PLACE = ("as_of", "after", "before")  # another day has other pages


@register.filter
def a_day(day: datetime.date) -> SafeString:
    """The day in words, machine-readable too."""
    return when(PartialDate.parse(day.isoformat()))


@register.simple_tag(takes_context=True)
def now_address(context: Context) -> str:
    """This page as it is now."""
    request: HttpRequest = context["request"]
    parameters = request.GET.copy()
    for name in _OF_A_PLACE:
        parameters.pop(name, None)
    return f"{request.path}?{parameters.urlencode()}" if parameters else request.path


@register.simple_tag
def changes_since(day: datetime.date) -> str:
    return f"{reverse('changes')}?from={day + datetime.timedelta(1)}"


class Slider(NamedTuple):
    first: datetime.date  # the first day on which anything was reported
    last: datetime.date
    chosen: datetime.date
    others: list[tuple[str, str]]  # what else the address says
    changes: str  # what changed of the same events


@register.simple_tag(takes_context=True)
def slider(context: Context) -> Slider | None:
    """The days one can read this page as of; None when nothing was ever reported."""
    request: HttpRequest = context["request"]
    states = EventState.objects.changes().order_by("known_from")
    first = states.values_list("known_from", flat=True).first()
    if first is None:
        return None
    today = timezone.localdate()
    others = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in _OF_A_PLACE
        for value in values
    ]
    of_the_changes = [pair for pair in others if pair[0] not in ("from", "to", "order")]
    changes = f"{reverse('changes')}?{urlencode(of_the_changes)}".rstrip("?")
    return Slider(first, today, getattr(request, "as_of", None) or today, others, changes)
