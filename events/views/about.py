from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from events.directory.sources import public_sources
from events.exchange.csv.changes import CHANGES
from events.exchange.csv.exports import EXPORTS
from events.exchange.csv.promises import PROMISES
from events.models import AIModel, Event, Organization, Person
from events.reading import ReaderRequest, read_only


@read_only
def about(request: ReaderRequest) -> HttpResponse:
    counts = {
        "events": Event.objects.published().as_of(request.as_of).count(),
        "sources": public_sources(request.as_of).count(),
        "organizations": Organization.objects.current().count(),
        "models": AIModel.objects.current().count(),
        "people": Person.objects.current().count(),
    }
    files = [reverse(f"{export.name}_csv") for export in (*EXPORTS, PROMISES, CHANGES)]
    return render(request, "events/about.html", {"counts": counts, "downloads": files})


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Without the request: its host or its query may be what could not be read."""
    return HttpResponseBadRequest(render_to_string("400.html"))
