"""Pages of organizations, AI models and people: who or what, and its part of the timeline."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.directory.families import trees
from events.models import AIModel, Event, Organization, Person
from events.models.entity import Entity
from events.models.queryset import EventQuerySet
from events.reading import read_only
from events.timeline.cursor import PageForm, page_of
from events.timeline.grouping import by_year_and_month
from events.views.addresses import moved_to


@read_only
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _find(Organization.objects.select_related("parent"), slug)
    if shown.merged_into:
        return moved_to(shown.merged_into, request)
    models = AIModel.objects.current().filter(developer=shown)
    context = {
        **_timeline(request, shown, "organization", newest_first=True),
        "parent": shown.parent,
        "children": shown.children.current(),
        "trees": trees(models),
        "model_count": len(models),
    }
    return render(request, "events/organization.html", context)


@read_only
def model(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _find(AIModel.objects.select_related("developer", "family"), slug)
    if shown.merged_into:
        return moved_to(shown.merged_into, request)
    context = {
        **_timeline(request, shown, "model", newest_first=False),
        "members": shown.members.current(),
    }
    return render(request, "events/model.html", context)


@read_only
def person(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _find(Person.objects.all(), slug)
    if shown.merged_into:
        return moved_to(shown.merged_into, request)
    context = _timeline(request, shown, "person", newest_first=True)
    return render(request, "events/person.html", context)


def _find(entities: QuerySet[Any], slug: str) -> Any:
    known = entities.select_related("merged_into").prefetch_related("aliases")
    return get_object_or_404(known.defer("search"), slug=slug)


def _timeline(
    request: HttpRequest, entity: Entity, field: str, *, newest_first: bool
) -> dict[str, Any]:
    """What every page of an entity shows: itself, its names and its events."""
    events: EventQuerySet = Event.objects.published().involving(entity)
    page_form = PageForm(request.GET)
    page = page_of(events, newest_first, page_form)
    return {
        "entity": entity,
        "aliases": [
            alias for alias in entity.aliases.all() if alias.text not in _main_names(entity)
        ],
        "page_form": page_form,
        "page": page,
        "years": by_year_and_month(page.events),
        "newest_first": newest_first,
        "total": events.count(),
        "events_query": f"?{field}={entity.slug}",
    }


def _main_names(entity: Entity) -> tuple[str, str]:
    return entity.name, entity.name_zh
