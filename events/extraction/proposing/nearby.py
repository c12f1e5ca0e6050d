"""The events near in time in which somebody of a document takes part, as the database has them.

Who is in the news every day takes part in thousands: of these the newest are looked through, and
those that begin in the days that a document gives narrowly.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from events.extraction.found import EntityKind
from events.extraction.registry import TABLES
from events.models.vocabulary import Visibility
from sources.storing.asking import array, ask, texts
from sources.storing.wire import Question, Rows

NEWEST = 1_000  # events of one organization, model or person
MOST_BEGUN = 2_000  # events that begin in a narrow window
NARROW = 60  # days
MOST_ROLES = 6_000  # those of events that are known to the day first

Days = tuple[int, int]  # counted as `date.toordinal` does
Party = tuple[EntityKind, str]  # with its slug


class Entity(NamedTuple):
    id: int
    slug: str
    name: str


class Role(NamedTuple):
    """Somebody takes part in an event of a kind, within these days; None is an open end."""

    event: int
    of: str
    first: int | None
    last: int | None
    kind: str
    entity: int


class Told(NamedTuple):
    """The words of an event."""

    id: int
    title_en: str
    title_zh: str
    summary_en: str
    summary_zh: str


_THROUGH = {
    EntityKind.MODEL: ("events_eventmodel", "model_id"),
    EntityKind.PERSON: ("events_eventperson", "person_id"),
    EntityKind.ORGANIZATION: ("events_eventorganization", "organization_id"),
}
_EVENT = f"""
SELECT id, kind, date_earliest - DATE '0001-01-01' + 1 AS first,
    date_latest - DATE '0001-01-01' + 1 AS last
FROM events_event WHERE visibility <> '{Visibility.RETRACTED}'
"""  # noqa: S608  # a constant


def _roles_of(kind: EntityKind) -> str:
    table, entity = _THROUGH[kind]
    return f"""
    SELECT event.*, '{kind}' AS of, party FROM (
        SELECT party, ARRAY(
            SELECT event_id FROM {table} WHERE {entity} = party
            ORDER BY event_id DESC LIMIT {NEWEST}
        ) AS newest FROM unnest(%({kind})s::bigint[]) party OFFSET 0
    ) parties, LATERAL (
        SELECT event_id FROM unnest(newest) event_id
        UNION
        SELECT event_id FROM begun, LATERAL (
            SELECT event_id FROM {table} WHERE event_id = begun.id AND {entity} = party LIMIT 1
        ) taking_part WHERE cardinality(newest) = {NEWEST}
    ) roles, LATERAL ({_EVENT} AND id = event_id AND (
        date_earliest IS NULL AND date_latest IS NULL OR EXISTS (
            SELECT FROM days WHERE (date_earliest <= stop OR date_earliest IS NULL)
            AND (date_latest >= start OR date_latest IS NULL)
        )
    ) OFFSET 0) event
    """  # noqa: S608  # names of tables and columns


@cache
def _near(kinds: tuple[EntityKind, ...]) -> str:
    """Of others nothing is asked: to set up a search costs as much as to make it."""
    return f"""
WITH days AS MATERIALIZED (
    SELECT start, stop FROM unnest(%(starts)s::date[], %(stops)s::date[]) AS days (start, stop)
), begun AS MATERIALIZED (
    SELECT begun.id FROM unnest(%(begins)s::date[], %(ends)s::date[]) AS narrow (start, stop),
    LATERAL (
        SELECT id FROM events_event WHERE date_earliest BETWEEN start AND stop LIMIT {MOST_BEGUN}
    ) begun
)
SELECT * FROM ({" UNION ALL ".join(map(_roles_of, kinds))}) roles
ORDER BY last - first, id DESC LIMIT {MOST_ROLES}
"""  # noqa: S608  # names of tables and columns


_TOLD = """
SELECT id, title_en, title_zh, summary_en, summary_zh
FROM events_event WHERE id = ANY(%(ids)s::bigint[])
"""


def entities(parties: Iterable[Party]) -> dict[EntityKind, list[Entity]]:
    """Slugs and names with their ids."""
    slugs: dict[EntityKind, list[str]] = defaultdict(list)
    for kind, slug in sorted(parties):
        slugs[kind].append(slug)
    return {kind: [Entity(*row) for row in _named(kind, slugs[kind])] for kind in slugs}


def _named(kind: EntityKind, slugs: list[str]) -> Rows:
    table = TABLES[kind]._meta.db_table
    statement = f"SELECT id, slug, name FROM {table} WHERE slug = ANY(%(slugs)s::text[])"  # noqa: S608
    return ask(statement, slugs=texts(slugs))


def question_of_roles(ids: dict[EntityKind, list[int]], windows: Iterable[Days]) -> Question:
    """Who of these takes part in an event that touches one of the stretches of days; Role."""
    windows = set(windows)
    starts, stops = _columns(joined(windows))
    begins, ends = _columns(joined(days for days in windows if days[1] - days[0] <= NARROW))
    kinds = tuple(kind for kind in _THROUGH if ids.get(kind))
    of_kind = {kind.value: array(ids[kind]) for kind in kinds}
    days = {"starts": starts, "stops": stops, "begins": begins, "ends": ends}
    return _near(kinds), {**of_kind, **days}


def joined(windows: Iterable[Days]) -> list[Days]:
    """As few stretches as cover the same days."""
    merged: list[Days] = []
    for start, end in sorted(set(windows)):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _columns(windows: Iterable[Days]) -> tuple[str, str]:
    days = [tuple(map(datetime.date.fromordinal, window)) for window in windows]
    return array(start for start, _ in days), array(stop for _, stop in days)


def told(ids: Iterable[int]) -> list[Told]:
    return [Told(*row) for row in ask(_TOLD, ids=array(ids))]
