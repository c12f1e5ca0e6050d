"""Pages of sources and their publishers. They join events and sources, so they live here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.directory.sources import SourceForm, public_sources, source_list, told_by
from events.reading import read_only
from sources.models import Publisher


@read_only
def sources(request: HttpRequest) -> HttpResponse:
    form = SourceForm(request.GET)
    context = {"form": form, "listing": source_list(public_sources().newest_first(), form)}
    return render(request, "events/sources.html", context)


@read_only
def source(request: HttpRequest, slug: str) -> HttpResponse:
    known = public_sources().select_related("publisher", "reprint_of").defer("text")
    shown = get_object_or_404(known, slug=slug)
    context = {
        "source": shown,
        "relies_on": shown.relies_on.all(),
        "reprints": public_sources().filter(reprint_of=shown).defer("text"),
        "told": told_by(shown),
    }
    return render(request, "events/source.html", context)


@read_only
def publisher(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Publisher, slug=slug)
    form = SourceForm(request.GET)
    published = public_sources().filter(publisher=shown).newest_first()
    context = {"publisher": shown, "form": form, "listing": source_list(published, form)}
    return render(request, "events/publisher.html", context)
