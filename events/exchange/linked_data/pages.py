"""Which linked data a page carries, by the name of its address and what it shows."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from events.exchange.linked_data.happenings import claims_of, event_node
from events.exchange.linked_data.nodes import Absolute, Node
from events.exchange.linked_data.site import breadcrumbs, dataset, website
from events.exchange.linked_data.things import entity_node, publisher_node, source_node
from events.localization import name_of, title_of

Shown = Mapping[str, Any]


def nodes_of(request: HttpRequest, shown: Shown) -> list[Node]:
    """`shown` is the context of the page; a page without what it should show carries nothing."""
    if getattr(request, "as_of", None):
        return []  # what was known once is no answer to what is so
    match = request.resolver_match
    make, needs = _PAGES.get((match and match.url_name) or "", (_nothing, ""))
    if needs and not shown.get(needs):
        return []
    return make(shown, request.build_absolute_uri)


def _nothing(shown: Shown, absolute: Absolute) -> list[Node]:
    return []


def _timeline(shown: Shown, absolute: Absolute) -> list[Node]:
    return [website(absolute)]


def _about(shown: Shown, absolute: Absolute) -> list[Node]:
    return [dataset(absolute)]


def _event(shown: Shown, absolute: Absolute) -> list[Node]:
    event = shown["event"]
    node = event_node(event, claims_of(event), absolute, shown.get("part_of"))
    address = absolute(event.get_absolute_url())
    return [node, _way("timeline", _("Timeline"), str(title_of(event)), address, absolute)]


def _entity(section: str, words: Callable[[], str]) -> Callable[[Shown, Absolute], list[Node]]:
    def nodes(shown: Shown, absolute: Absolute) -> list[Node]:
        entity = shown["entity"]
        address = absolute(entity.get_absolute_url())
        way = _way(section, words(), str(name_of(entity)), address, absolute)
        return [entity_node(entity, absolute), way]

    return nodes


def _source(shown: Shown, absolute: Absolute) -> list[Node]:
    source = shown["source"]
    page = absolute(reverse("source", args=[source.slug]))
    node = {**source_node(source, page), "mainEntityOfPage": page}
    return [node, _way("sources", _("Sources"), source.title, page, absolute)]


def _publisher(shown: Shown, absolute: Absolute) -> list[Node]:
    publisher = shown["publisher"]
    page = absolute(reverse("publisher", args=[publisher.slug]))
    node = {**publisher_node(publisher), "@id": page, "mainEntityOfPage": page}
    return [node, _way("publishers", _("Publishers"), str(name_of(publisher)), page, absolute)]


def _way(section: str, words: str, name: str, address: str, absolute: Absolute) -> Node:
    return breadcrumbs([(words, absolute(reverse(section))), (name, address)])


_PAGES: dict[str, tuple[Callable[[Shown, Absolute], list[Node]], str]] = {
    "timeline": (_timeline, ""),
    "about": (_about, ""),
    "event": (_event, "event"),
    "organization": (_entity("organizations", lambda: _("Organizations")), "entity"),
    "model": (_entity("models", lambda: _("Models")), "entity"),
    "person": (_entity("people", lambda: _("People")), "entity"),
    "source": (_source, "source"),
    "publisher": (_publisher, "publisher"),
}
