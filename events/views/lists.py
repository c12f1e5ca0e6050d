"""Lists of everything that has a page of its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.entities.listing import ListForm, listing
from events.models import AIModel, Organization, Person


@require_safe
def organizations(request: HttpRequest) -> HttpResponse:
    return _list(request, Organization.objects, "organizations")


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    return _list(request, AIModel.objects, "models")


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return _list(request, Person.objects, "people")


def _list(request: HttpRequest, entities: Any, role: str) -> HttpResponse:
    form = ListForm(request.GET)
    context = {"form": form, "listing": listing(entities.all(), role, form)}
    return render(request, f"events/{role}.html", context)
