"""Lists of everything that has a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.directory.entities import ListForm, listing
from events.models import AIModel, Organization, Person
from events.models.queryset import EntityQuerySet


@require_safe
def organizations(request: HttpRequest) -> HttpResponse:
    return _list(request, Organization.objects.all(), "organizations")


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    return _list(request, AIModel.objects.select_related("developer"), "models")


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return _list(request, Person.objects.all(), "people")


def _list(request: HttpRequest, entities: EntityQuerySet, kind: str) -> HttpResponse:
    form = ListForm(request.GET)
    context = {"form": form, "listing": listing(entities, kind, form)}
    return render(request, f"events/{kind}.html", context)
