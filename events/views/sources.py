"""Pages of sources and their publishers. They join events and sources, so they live here."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from events.directory.activity import kinds_of, years_of
from events.directory.company import NEWEST, newest_of, together
from events.directory.firsts import record_of, said_about
from events.directory.publishers import publisher_list
from events.directory.sources import (
    SourceForm,
    Told,
    first_said,
    languages_of,
    public_sources,
    source_list,
    told_by,
)
from events.models import Event
from events.models.queryset import EventQuerySet
from events.reading import ReaderRequest, read_only
from sources.models import Publisher, Source


@read_only
def sources(request: ReaderRequest) -> HttpResponse:
    form = SourceForm(request.GET)
    context = {"form": form, "listing": source_list(Source.objects.all(), form, request.as_of)}
    return render(request, "events/sources.html", context)


@read_only
def source(request: ReaderRequest, slug: str) -> HttpResponse:
    known = public_sources().select_related("publisher", "reprint_of").defer("text")
    shown = get_object_or_404(known, slug=slug)
    if request.as_of and not public_sources(request.as_of).filter(pk=shown.pk).exists():
        return _not_yet_published(request, shown)
    told = told_by(shown, request.as_of)
    context = {
        "source": shown,
        "relies_on": shown.relies_on.all(),
        "reprints": public_sources(request.as_of).filter(reprint_of=shown).defer("text"),
        "told": told,
        "places": _places(told),
    }
    return render(request, "events/source.html", context)


def _not_yet_published(request: ReaderRequest, shown: Source) -> HttpResponse:
    context = {"first": first_said(shown), "now": reverse("source", args=[shown.slug])}
    return render(request, "events/source_not_yet.html", context, status=404)


def _places(told: list[Told]) -> Counter[str]:
    """How many of the events it was the first to tell, and so on."""
    return Counter(each.standing.place.value for each in told if each.standing)


@read_only
def publishers(request: ReaderRequest) -> HttpResponse:
    form = SourceForm(request.GET)
    context = {"form": form, "listing": publisher_list(form, request.as_of)}
    return render(request, "events/publishers.html", context)


@read_only
def publisher(request: ReaderRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Publisher, slug=slug)
    form = SourceForm(request.GET)
    context = {
        "publisher": shown,
        "form": form,
        "listing": source_list(Source.objects.filter(publisher=shown), form, request.as_of),
        **_reporting(shown, request.as_of),
    }
    return render(request, "events/publisher.html", context)


def _reporting(publisher: Publisher, day: date | None) -> dict[str, Any]:
    """What a publisher reports, how much of it, and how quickly."""
    published: EventQuerySet = Event.objects.published().as_of(day)
    events = published.reported_by(publisher)
    newest = newest_of(events)
    years = years_of(events)
    return {
        "activity": years,
        "total": years.total,
        "kinds": kinds_of(published.among(newest)),
        "written_in": languages_of(publisher, newest, day),
        "record": record_of(publisher.pk, said_about(newest, day)),
        "organizations": together(newest, "organization"),
        "models": together(newest, "model"),
        "people": together(newest, "person"),
        "counted_newest": NEWEST if years.total > NEWEST else 0,
    }
