"""Into which lanes a picture is divided, and which events belong in each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.localization import Words, name_of
from events.models import AIModel, Event, EventModel, EventOrganization, Organization
from events.models.entity import Entity
from events.timeline.picture.choices import BY_KIND, BY_MODEL, TOGETHER
from events.timeline.picture.density import Cell, Key
from events.timeline.picture.groups import GROUP_OF, GROUPS
from events.timeline.picture.sums import MOST_ENTITIES, Sums

Entities = Sequence[Organization] | Sequence[AIModel]
_THROUGH: dict[type[Entity], tuple[str, Any]] = {
    Organization: ("organization", EventOrganization),
    AIModel: ("model", EventModel),
}


@dataclass(slots=True)
class Lane:
    key: Key
    name: Words | Promise | str
    address: str = ""
    events: list[Event] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    everything: bool = False  # stands beside lanes of some of the same events


def lanes_of_events(events: Sequence[Event], by: str, entities: Entities | None) -> list[Lane]:
    """Every event, which are all at hand, in its lane or lanes."""
    if by == TOGETHER and not entities:
        return [Lane(None, "", events=list(events))]
    if by == BY_KIND and not entities:
        lanes = [Lane(key, name) for key, (name, _kinds) in GROUPS.items()]
        return _filled(lanes, events, {event.pk: [GROUP_OF[event.kind]] for event in events})
    roles = _roles(events, by, entities)
    shown: Entities = entities if entities is not None else _most_frequent(roles, by)
    lanes = [_lane(one) for one in shown]
    filled = _filled(lanes, events, roles, keep_empty=entities is not None)
    placed = {event.pk for lane in filled for event in lane.events}
    others = [event for event in events if event.pk not in placed]
    return [*filled, Lane(None, _("Others"), events=others)] if others else filled


def _lane(entity: Organization | AIModel, cells: Sequence[Cell] = ()) -> Lane:
    return Lane(entity.pk, name_of(entity), entity.get_absolute_url(), cells=list(cells))


def _filled(
    lanes: list[Lane], events: Sequence[Event], keys: dict[int, Any], *, keep_empty: bool = False
) -> list[Lane]:
    by_key = {lane.key: lane for lane in lanes}
    for event in events:
        for key in keys.get(event.pk, ()):
            if key in by_key:
                by_key[key].events.append(event)
    return [lane for lane in lanes if lane.events or keep_empty]


def _kind_of_entity(by: str, entities: Entities | None) -> type[Entity]:
    if entities:
        return type(entities[0])
    return AIModel if by == BY_MODEL else Organization


def _roles(events: Iterable[Event], by: str, entities: Entities | None) -> dict[int, set[int]]:
    name, through = _THROUGH[_kind_of_entity(by, entities)]
    roles = through.objects.filter(event__in=[event.pk for event in events]).order_by()
    if entities is not None:
        roles = roles.filter(**{f"{name}__in": [entity.pk for entity in entities]})
    found: dict[int, set[int]] = defaultdict(set)
    for event, entity in roles.values_list("event_id", f"{name}_id"):
        found[event].add(entity)
    return found


def _most_frequent(roles: dict[int, set[int]], by: str) -> list[Any]:
    tally = Counter(key for keys in roles.values() for key in keys)
    best = sorted(tally, key=lambda key: (-tally[key], key))[:MOST_ENTITIES]
    return _in_order(by, best)


def _in_order(by: str, ids: Sequence[int]) -> list[Any]:
    model: Any = _kind_of_entity(by, None)
    rows = model.objects.defer("search", "description_en", "description_zh").in_bulk(ids)
    return [rows[pk] for pk in ids]


def crowded_lanes(sums: Sums, by: str, entities: Entities | None) -> list[Lane]:
    """Lanes of more events than can be drawn one by one: their cells only."""
    if by in (TOGETHER, BY_KIND) and not entities:
        return _lanes_by_kind(sums.cells, by)
    kind = _kind_of_entity(by, entities)
    shown: Entities = entities if entities is not None else _in_order(by, sums.leading(kind))
    cells: dict[Key, list[Cell]] = defaultdict(list)
    for cell in sums.cells_of(kind, [one.pk for one in shown], asked=entities is not None):
        cells[cell.lane].append(cell)
    lanes = [_lane(one, cells[one.pk]) for one in shown]
    if entities is not None:
        return lanes
    return [Lane(None, _("All events"), cells=sums.cells, everything=True), *lanes]


def _lanes_by_kind(cells: list[Cell], by: str) -> list[Lane]:
    if by == TOGETHER:
        return [Lane(None, "", cells=cells)]
    lanes = {key: Lane(key, name) for key, (name, _kinds) in GROUPS.items()}
    for cell in cells:
        lanes[cell.group].cells.append(cell)
    return [lane for lane in lanes.values() if lane.cells]
