"""What the review desk's templates look up."""

from typing import Any

from django import template

from events.desk.cards import Card, Match
from events.desk.page import Desk, Panel, found_matches, label_of
from events.models.vocabulary import Section
from events.templatetags.reading import tagged

register = template.Library()
register.filter(label_of)


@register.filter
def card_of(desk: Desk, proposal: int) -> Card:
    return desk.by_proposal[proposal]


@register.filter
def title_of_card(card: Card) -> Any:
    """The draft in the reader's own language, or else the passage."""
    return tagged(card.titles[0]) if card.titles else str(card.proposal)


@register.filter
def section_name(kind: str) -> Any:
    return Section(kind).label


@register.filter
def offered(desk: Desk, panel: Panel) -> list[Match]:
    """Events to choose from: those looked for, then those the proposal may be about."""
    found = found_matches(panel)
    ids = {match.event.pk for match in found}
    card = desk.by_proposal.get(panel.proposal.pk) if panel.proposal else None
    return [
        *found,
        *(match for match in (card.matches if card else ()) if match.event.pk not in ids),
    ]
