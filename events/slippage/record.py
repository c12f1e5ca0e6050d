"""How late it came in the end, organization by organization: added up by the database."""

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction

from events.localization import Number, Words, named
from events.models import Organization
from events.models.queryset import EventQuerySet
from events.models.vocabulary import Role
from events.slippage.chain import FULFILLING, KEEPING
from events.slippage.lateness import Days
from events.timeline.sampling import QUICK, is_quick, number, quickest, thinned

PAGE = 25
PROMISING = (Role.ACTOR, Role.SUBJECT)  # the roles of those who promise

# What follows the events asked for, and those of them whose promises are counted. All is read from
# indexes: of very many in the order of event ids, and merged.
_SHOWN = """
WITH shown (id, kind, status, date_earliest, date_latest) AS NOT MATERIALIZED ({shown}),
counted (id, kind, status, date_earliest, date_latest) AS NOT MATERIALIZED ({counted}),"""
_OF_FEW = "AND event_id IN (SELECT id FROM counted)"
_WITH_FEW = "AND r.event_id IN (SELECT id FROM ended)"
_RECORD = """
first_named AS NOT MATERIALIZED (
    SELECT DISTINCT ON (event_id) event_id, date_latest FROM events_claim
    WHERE status IN ('planned', 'delayed') AND stance <> 'contradicts' AND rank <> 'deprecated'
        AND date_latest IS NOT NULL AND claimed_on_latest <= %(today)s {of_few}
    ORDER BY event_id, claimed_on_latest
),
kept AS (
    SELECT DISTINCT ON (id) id, date_earliest, date_latest FROM (
        SELECT l.to_event_id AS id, e.date_earliest, e.date_latest
        FROM events_eventlink l JOIN shown e ON e.id = l.from_event_id
        WHERE l.kind = ANY(%(keeping)s) AND e.status = 'happened' AND e.kind = ANY(%(fulfilling)s)
        UNION ALL
        SELECT l.from_event_id, e.date_earliest, e.date_latest
        FROM events_eventlink l JOIN shown e ON e.id = l.to_event_id
        WHERE l.kind = 'same_as' AND e.status = 'happened' AND e.kind = ANY(%(fulfilling)s)
    ) AS came ORDER BY id, date_latest
),
replaced AS (
    SELECT l.to_event_id AS id FROM events_eventlink l JOIN shown e ON e.id = l.from_event_id
    WHERE l.kind = 'supersedes' AND e.status IN ('planned', 'delayed')
),
promised AS (
    SELECT e.id, COALESCE(p.date_latest, e.date_latest) AS last_day,
        CASE WHEN e.status = 'happened' THEN e.date_earliest ELSE k.date_earliest END AS came_first,
        CASE WHEN e.status = 'happened' THEN e.date_latest ELSE k.date_latest END AS came_last,
        e.status = 'happened' OR k.id IS NOT NULL AS came, e.status = 'cancelled' AS cancelled,
        e.date_latest < %(today)s AS overdue
    FROM counted e LEFT JOIN first_named p ON p.event_id = e.id
    LEFT JOIN kept k ON k.id = e.id AND e.status IN ('planned', 'delayed')
    WHERE (p.event_id IS NOT NULL OR e.status <> 'happened') AND NOT (
        e.status IN ('planned', 'delayed') AND e.id IN (SELECT id FROM replaced)
    )
),
ended AS MATERIALIZED (
    SELECT id, came, cancelled, NOT came AND NOT cancelled AS waits, overdue,
        came AND came_last <= last_day AS in_time,
        came AND came_first > last_day AS late,
        came AND came_last > last_day AND COALESCE(came_first <= last_day, true) AS perhaps_late,
        came_first - last_day AS at_least, came_last - last_day AS at_most
    FROM promised
),
who AS (
    SELECT DISTINCT r.organization_id, r.event_id FROM events_eventorganization r
    WHERE r.role = ANY(%(promising)s)
        AND (%(chosen)s::bigint[] IS NULL OR r.organization_id = ANY(%(chosen)s))
        {with_few}
),
summed AS (
    SELECT w.organization_id,
        count(*) AS promises,
        count(*) FILTER (WHERE in_time) AS in_time,
        count(*) FILTER (WHERE late) AS late,
        count(*) FILTER (WHERE perhaps_late) AS perhaps_late,
        count(*) FILTER (WHERE cancelled) AS cancelled,
        count(*) FILTER (WHERE waits AND overdue) AS overdue,
        count(*) FILTER (WHERE waits AND overdue IS NOT TRUE) AS open,
        min(at_least) FILTER (WHERE late) AS least,
        max(at_most) FILTER (WHERE late) AS most,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY at_least) FILTER (WHERE late) AS half_least,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY at_most) FILTER (WHERE late) AS half_most
    FROM ended JOIN who w ON w.event_id = ended.id
    GROUP BY w.organization_id
    ORDER BY promises DESC, organization_id
    LIMIT %(limit)s OFFSET %(offset)s
)
SELECT o.slug, o.name, o.name_zh, summed.*
FROM summed JOIN events_organization o ON o.id = organization_id
ORDER BY promises DESC, o.id
"""


@dataclass(frozen=True, slots=True)
class Record:
    """What became of the promises of one organization."""

    slug: str
    name: Words
    promises: Number
    in_time: Number
    late: Number
    perhaps_late: Number
    cancelled: Number
    overdue: Number
    open: Number
    span: Days | None  # of those that came late: the least and the most
    half: Days | None  # the median of them, at least and at most

    @property
    def parts(self) -> list[tuple[str, float, float]]:
        """The bar of the row: for each outcome where it begins and how wide it is, in per cent."""
        shares = (
            ("in-time", self.in_time),
            ("perhaps-late", self.perhaps_late),
            ("late", self.late),
            ("overdue", self.overdue),
            ("cancelled", self.cancelled),
            ("open", self.open),
        )
        parts, begin = [], 0.0
        for name, count in shares:
            width = count * 100 / self.promises
            if count:
                parts.append((name, round(begin, 2), round(width, 2)))
            begin += width
        return parts


@dataclass(frozen=True, slots=True)
class RecordPage:
    records: list[Record]
    number: int
    more: bool


def records(
    events: EventQuerySet,
    today: datetime.date,
    organizations: Collection[int] = (),
    page: int = 1,
    size: int = PAGE,
) -> RecordPage:
    """The organizations with most promises among `events` first."""
    given = _parameters(today, organizations, page, size)
    rows = _rows(events, events, given, few=is_quick(events.order_by()))
    return RecordPage([_record(row, 1) for row in rows[:size]], page, len(rows) > size)


def record_of(
    organization: Organization, events: EventQuerySet, today: datetime.date, most: float = QUICK
) -> Record | None:
    """That of one of them; of a part of its events when all would cost more than `most`."""
    own = events.involving(organization)
    (read,), share = quickest(thinned([own]), most=most)
    rows = _rows(own, read, _parameters(today, [organization.pk], 1, 1), few=True)
    return _record(rows[0], share) if rows else None


def _rows(
    events: EventQuerySet, counted: EventQuerySet, named: dict[str, Any], *, few: bool
) -> list[dict[str, Any]]:
    """Django counts the parameters of its part, so ours are counted too."""
    columns = ("pk", "kind", "status", "date_earliest", "date_latest")
    try:
        parts = [
            rows.order_by().values_list(*columns).query.sql_with_params()
            for rows in (events, counted)
        ]
    except EmptyResultSet:  # Django knows that nothing can match
        return []
    (shown, given), (read, given_too) = parts
    ours = re.compile(r"%\((\w+)\)s")
    record = _RECORD.replace("{of_few}", _OF_FEW if few else "")
    record = record.replace("{with_few}", _WITH_FEW if few else "")
    query = _SHOWN.format(shown=shown, counted=read) + ours.sub("%s", record)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '64MB'")  # the sums of all organizations fit
        values = [named[name] for name in ours.findall(record)]
        cursor.execute(query, [*given, *given_too, *values])
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _parameters(
    today: datetime.date, organizations: Collection[int], page: int, size: int
) -> dict[str, Any]:
    return {
        "today": today,
        "keeping": list(KEEPING),
        "fulfilling": list(FULFILLING),
        "promising": list(PROMISING),
        "chosen": list(organizations) or None,
        "limit": size + 1,
        "offset": (page - 1) * size,
    }


_COUNTED = ("promises", "in_time", "late", "perhaps_late", "cancelled", "overdue", "open")


def _record(row: dict[str, Any], share: int) -> Record:
    return Record(
        slug=row["slug"],
        name=named(row["name"], row["name_zh"]),
        span=Days(row["least"], row["most"]) if row["late"] else None,
        half=Days(row["half_least"], row["half_most"]) if row["late"] else None,
        **{name: number(row[name], share) for name in _COUNTED},
    )
