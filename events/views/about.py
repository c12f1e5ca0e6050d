from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.models import AIModel, Event, Organization, Person
from sources.models import Source

DOWNLOADS = [
    f"/{table}.csv"
    for table in (
        "events",
        "claims",
        "event_organizations",
        "event_models",
        "organizations",
        "models",
        "people",
        "sources",
    )
]
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /*?
"""


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    counts = {
        "events": Event.objects.published().count(),
        "sources": Source.objects.count(),
        "organizations": Organization.objects.current().count(),
        "models": AIModel.objects.current().count(),
        "people": Person.objects.current().count(),
    }
    return render(request, "events/about.html", {"counts": counts, "downloads": DOWNLOADS})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
