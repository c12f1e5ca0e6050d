import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from events.directory.publishers import number_of_public
from events.exchange.csv.changes import CHANGES
from events.exchange.csv.exports import EXPORTS
from events.exchange.csv.promises import PROMISES
from events.models import AIModel, Organization, Person
from events.reading import ReaderRequest, read_only
from events.timeline.counts import number_of
from events.timeline.filters import TimelineFilter

COME_BACK = 30  # seconds


@read_only
def about(request: ReaderRequest) -> HttpResponse:
    counts = {
        "events": number_of(TimelineFilter({"as_of": str(request.as_of or "")})),
        "sources": number_of_public(request.as_of),
        "organizations": Organization.objects.current().count(),
        "models": AIModel.objects.current().count(),
        "people": Person.objects.current().count(),
    }
    files = [reverse(f"{export.name}_csv") for export in (*EXPORTS, PROMISES, CHANGES)]
    return render(request, "events/about.html", {"counts": counts, "downloads": files})


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Without the request: its host or its query may be what could not be read."""
    return HttpResponseBadRequest(render_to_string("400.html"))


def failed(request: HttpRequest) -> HttpResponse:
    """A database that is stopped, full or too busy is no mistake: 503 asks to come back."""
    kind = sys.exc_info()[0]
    page = HttpResponse(render_to_string("500.html"), status=500)
    if kind and issubclass(kind, OperationalError | InterfaceError):
        page.status_code, page.headers["Retry-After"] = 503, str(COME_BACK)
    return page
