"""Pages of organizations, AI models and people: who or what, and its part of the timeline."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from events.directory.activity import kinds_of, years_of, years_of_entity
from events.directory.company import NEWEST, newest_of, publishers_of, sources_of, together
from events.directory.families import around, relatives_of, trees
from events.directory.lives import life_of, standings
from events.directory.people import roles_of, words_of
from events.directory.versions import neighbours
from events.models import AIModel, Event, Organization, Person
from events.models.entity import Entity
from events.models.queryset import EventQuerySet
from events.reading import ReaderRequest, read_only
from events.slippage.gathering import chain_of_model
from events.timeline.cursor import PageForm, page_of
from events.timeline.filters import TimelineFilter
from events.timeline.grouping import by_year_and_month
from events.timeline.picture.asking import Asked, asked_for
from events.views.addresses import moved_to


@read_only
def organization(request: ReaderRequest, slug: str) -> HttpResponse:
    shown = _find(Organization.objects.select_related("parent"), slug)
    if shown.merged_into:
        return moved_to(shown.merged_into.get_absolute_url(), request)
    page = _Page(request, shown, "organization")
    models = list(_models().filter(developer=shown)[:MOST_MODELS])
    context = {
        **page.context(newest_first=True),
        **page.company(),
        "parent": shown.parent,
        "children": shown.children.current().defer("search"),
        "model_count": len(models),
        **_forest(models, page.published),
    }
    return render(request, "events/organization.html", context)


@read_only
def model(request: ReaderRequest, slug: str) -> HttpResponse:
    shown = _find(AIModel.objects.select_related("developer", "family"), slug)
    if shown.merged_into:
        return moved_to(shown.merged_into.get_absolute_url(), request)
    page = _Page(request, shown, "model")
    relatives = list(_models().filter(pk__in=relatives_of(shown)))
    before, after = neighbours(shown, relatives)
    context = {
        **page.context(newest_first=False),
        **page.company(),
        "life": life_of(shown, page.published),
        "chain": chain_of_model(shown, request.as_of),
        "trees": around(shown, trees(relatives, standings(relatives, page.published))),
        "relative_count": len(relatives),
        "version_before": before,
        "version_after": after,
    }
    return render(request, "events/model.html", context)


@read_only
def person(request: ReaderRequest, slug: str) -> HttpResponse:
    shown = _find(Person.objects.all(), slug)
    if shown.merged_into:
        return moved_to(shown.merged_into.get_absolute_url(), request)
    page = _Page(request, shown, "person")
    context = {
        **page.context(newest_first=True),
        **page.company(),
        "roles": roles_of(shown, page.newest),
        "words": words_of(shown, page.events),
    }
    return render(request, "events/person.html", context)


MOST_MODELS = 300
PAGE = 25  # events: an overview, below much else; the timeline has them all


def _models() -> QuerySet[AIModel]:
    return AIModel.objects.current().defer("search", "description_en", "description_zh")


def _forest(models: list[AIModel], published: EventQuerySet) -> dict[str, Any]:
    """Family trees that events tell of, and those nothing is known of yet."""
    grown = trees(models, standings(models, published))
    return {
        "trees": [tree.pruned(lambda branch: branch.events > 0) for tree in grown if tree.events],
        "quiet_trees": [tree for tree in grown if not tree.events],
    }


def _find(entities: QuerySet[Any], slug: str) -> Any:
    known = entities.select_related("merged_into").prefetch_related("aliases")
    return get_object_or_404(known.defer("search"), slug=slug)


class _Page:
    """What every page of an entity shows: itself, its names, its events and their company."""

    def __init__(self, request: ReaderRequest, entity: Entity, field: str) -> None:
        self.request, self.entity, self.field = request, entity, field
        self.published: EventQuerySet = Event.objects.published().as_of(request.as_of)
        self.events = self.published.involving(entity)
        self.newest = newest_of(self.events)

    def context(self, *, newest_first: bool) -> dict[str, Any]:
        page_form = PageForm(self.request.GET)
        page = page_of(self.events, newest_first, page_form, PAGE)
        years = years_of_entity(self.field, self.entity.pk, self.published)
        years = years or years_of(self.events)
        aliases = [each for each in self.entity.aliases.all() if each.text not in self._names()]
        return {
            "entity": self.entity,
            "entity_field": self.field,
            "aliases": [alias for alias in aliases if alias.kind != alias.Kind.FORMER],
            "former_names": [alias for alias in aliases if alias.kind == alias.Kind.FORMER],
            "page_form": page_form,
            "page": page,
            "years": by_year_and_month(page.events),
            "newest_first": newest_first,
            "activity": years,
            "kinds": kinds_of(self.published.among(self.newest)),
            "total": years.total,
            "asked": self.picture(),
            "counted_newest": NEWEST if years.total > NEWEST else 0,
            "events_query": f"?{self.field}={self.entity.slug}",
        }

    def picture(self) -> Asked | None:
        """An overview; whoever looks nearer does so on the timeline."""
        form = TimelineFilter({self.field: [self.entity.slug], "as_of": self._day()})
        return asked_for(form, page=reverse("timeline"))

    def _day(self) -> str:
        return self.request.as_of.isoformat() if self.request.as_of else ""

    def company(self) -> dict[str, Any]:
        """Who takes part in the same events, and who tells of them."""
        return {
            "organizations": together(self.newest, "organization", self.entity),
            "models": together(self.newest, "model", self.entity),
            "people": together(self.newest, "person", self.entity),
            "publishers": publishers_of(self.newest, self.request.as_of),
            "cited": sources_of(self.newest, self.request.as_of),
        }

    def _names(self) -> tuple[str, str]:
        return self.entity.name, self.entity.name_zh
