"""Lists of everything that has a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.directory.entities import ListForm, listing
from events.models import AIModel, Organization, Person
from events.models.queryset import EntityQuerySet
from events.reading import read_only


@read_only
def organizations(request: HttpRequest) -> HttpResponse:
    return _list(request, Organization.objects.all(), "organizations")


@read_only
def models(request: HttpRequest) -> HttpResponse:
    return _list(request, AIModel.objects.select_related("developer"), "models")


@read_only
def people(request: HttpRequest) -> HttpResponse:
    return _list(request, Person.objects.all(), "people")


def _list(request: HttpRequest, entities: EntityQuerySet, kind: str) -> HttpResponse:
    form = ListForm(request.GET)
    context = {"form": form, "listing": listing(entities, kind, form)}
    return render(request, f"events/{kind}.html", context)
