"""The picture alone, for htmx to swap into the page it stands on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.reading import read_only
from events.timeline.filters import TimelineFilter
from events.timeline.picture.asking import SizeForm, asked_for


@read_only
def picture(request: HttpRequest) -> HttpResponse:
    form = TimelineFilter(request.GET)
    size = SizeForm(request.GET)
    asked = asked_for(form, width=size.pixels(), rows=size.chosen_rows(form))
    return render(request, "events/_picture.html", {"asked": asked})
