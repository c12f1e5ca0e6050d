"""What pages need to be followed, shared and understood by other programs."""

from typing import NamedTuple

from django import template
from django.http import HttpRequest, QueryDict
from django.template import Context
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString

from events.exchange.cards import Card, canonical_address, card_of
from events.exchange.linked_data.nodes import script
from events.exchange.linked_data.pages import nodes_of
from events.timeline.filters import SHOWING

register = template.Library()
_NOT_FOLLOWED = (*SHOWING, "after", "before", "as_of", "lang")


class Ways(NamedTuple):
    """The addresses by which the events of a query can be followed."""

    events: str
    corrections: str
    planned: str
    planned_coarse: str
    embed: str


@register.simple_tag(takes_context=True)
def ways_to_follow(context: Context) -> Ways:
    """For the events this page lists; calendars get the scheme that their programs listen to."""
    request: HttpRequest = context["request"]
    query: str = context.get("query") or context.get("events_query") or ""
    parameters = QueryDict(query.removeprefix("?"), mutable=True)
    for name in _NOT_FOLLOWED:
        parameters.pop(name, None)
    embedded = parameters.urlencode()
    parameters["lang"] = translation.get_language() or "en"
    wanted = parameters.urlencode()
    planned = request.build_absolute_uri(f"{reverse('planned_ics')}?{wanted}")
    planned = planned.replace(request.scheme or "http", "webcal", 1)
    return Ways(
        f"{reverse('events_atom')}?{wanted}",
        f"{reverse('corrections_atom')}?{wanted}",
        planned,
        f"{planned}&coarse=1",
        reverse("embed_code") + (f"?{embedded}" if embedded else ""),
    )


@register.simple_tag(takes_context=True)
def card(context: Context) -> Card:
    return card_of(context.flatten())  # type: ignore[arg-type]


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    return canonical_address(context["request"], context.flatten())  # type: ignore[arg-type]


@register.simple_tag(takes_context=True)
def canonical_in_any_language(context: Context) -> str:
    shown = context.flatten()
    return canonical_address(context["request"], shown, with_language=False)  # type: ignore[arg-type]


@register.simple_tag(takes_context=True)
def linked_data(context: Context) -> SafeString:
    return script(nodes_of(context["request"], context.flatten()))  # type: ignore[arg-type]
