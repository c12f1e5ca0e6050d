"""The events near in time in which somebody of a document takes part, as the database has them."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dates import PartialDate
from events.extraction.found import EntityKind
from events.extraction.registry import TABLES
from events.models.vocabulary import Visibility
from sources.storing.asking import Rows, array, ask

WIDEST = datetime.timedelta(days=366)  # wider ones are not looked through
MOST_ROLES = 4_000

Days = tuple[datetime.date, datetime.date]
Party = tuple[EntityKind, str]  # with its slug


class Entity(NamedTuple):
    id: int
    slug: str
    name: str


class Role(NamedTuple):
    event: int
    kind: str
    entity: int


class Told(NamedTuple):
    """What an event is compared by."""

    id: int
    kind: str
    date: PartialDate | None
    title_en: str
    title_zh: str
    summary_en: str
    summary_zh: str


_THROUGH = {
    EntityKind.MODEL: ("events_eventmodel", "model_id"),
    EntityKind.PERSON: ("events_eventperson", "person_id"),
    EntityKind.ORGANIZATION: ("events_eventorganization", "organization_id"),
}


def entities(parties: Iterable[Party]) -> dict[EntityKind, list[Entity]]:
    """Slugs and names with their ids: by id the database knows who is in the news every day."""
    slugs: dict[EntityKind, list[str]] = defaultdict(list)
    for kind, slug in sorted(parties):
        slugs[kind].append(slug)
    return {kind: [Entity(*row) for row in _named(kind, slugs[kind])] for kind in slugs}


def _named(kind: EntityKind, slugs: list[str]) -> Rows:
    table = TABLES[kind]._meta.db_table
    return ask(f"SELECT id, slug, name FROM {table} WHERE slug = ANY(%(slugs)s)", slugs=slugs)  # noqa: S608


def roles(ids: dict[EntityKind, list[int]], windows: Sequence[Days]) -> list[Role]:
    """Who of these takes part in an event that touches one of the stretches of days."""
    if not any(ids.values()):
        return []
    near, days = _near(windows)
    parts = [
        f"""
        SELECT event_id, '{kind}', {entity}
        FROM {table} JOIN events_event event ON event.id = event_id
        WHERE {entity} = ANY(%({kind})s::bigint[])
          AND visibility <> '{Visibility.RETRACTED}' AND ({near})
        """  # noqa: S608  # names of tables and columns
        for kind, (table, entity) in _THROUGH.items()
        if ids.get(kind)
    ]
    statement = f"{' UNION ALL '.join(parts)} LIMIT {MOST_ROLES}"
    of_kind = {kind.value: array(numbers) for kind, numbers in ids.items()}
    return [Role(*row) for row in ask(statement, **of_kind, **days)]


def _near(windows: Sequence[Days]) -> tuple[str, dict[str, datetime.date]]:
    """A condition, every part of which is a range of the index of days; and its parameters."""
    if not windows:
        return "TRUE", {}
    parts = ["date_earliest IS NULL AND date_latest IS NULL"]
    days: dict[str, datetime.date] = {}
    for number, (start, end) in enumerate(windows):
        ends = f"(date_latest >= %(s{number})s OR date_latest IS NULL)"
        parts += [
            f"date_earliest BETWEEN %(b{number})s AND %(e{number})s AND {ends}",
            f"date_earliest IS NULL AND date_latest BETWEEN %(s{number})s AND %(l{number})s",
        ]
        days |= {
            f"b{number}": start - WIDEST,
            f"s{number}": start,
            f"e{number}": end,
            f"l{number}": end + WIDEST,
        }
    return " OR ".join(parts), days


_TOLD = """
SELECT id, kind, date_edtf, title_en, title_zh, summary_en, summary_zh
FROM events_event WHERE id = ANY(%(ids)s::bigint[]) ORDER BY id
"""


def told(ids: Sequence[int]) -> list[Told]:
    rows = ask(_TOLD, ids=array(ids)) if ids else []
    return [
        Told(key, kind, PartialDate.parse(date) if date else None, *words)
        for key, kind, date, *words in rows
    ]
