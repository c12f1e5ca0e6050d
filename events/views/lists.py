"""Lists of everything that has a page of its own."""

from django.http import HttpResponse
from django.shortcuts import render

from events.directory.activity import MANY
from events.directory.entities import ListForm, listing
from events.models import AIModel, Organization, Person
from events.models.queryset import EntityQuerySet
from events.reading import ReaderRequest, read_only


@read_only
def organizations(request: ReaderRequest) -> HttpResponse:
    return _list(request, Organization.objects.all(), "organization")


@read_only
def models(request: ReaderRequest) -> HttpResponse:
    return _list(request, AIModel.objects.select_related("developer"), "model")


@read_only
def people(request: ReaderRequest) -> HttpResponse:
    return _list(request, Person.objects.all(), "person")


def _list(request: ReaderRequest, entities: EntityQuerySet, field: str) -> HttpResponse:
    form = ListForm(request.GET)
    context = {"form": form, "listing": listing(entities, field, form, request.as_of)}
    return render(request, f"events/{MANY[field]}.html", context)
