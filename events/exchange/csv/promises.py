"""The export of promises: what was named first, what holds now, and how it ended."""

# ruff: noqa: S608  # the SQL is put together from our own words only

from collections.abc import Iterable

from events.exchange.csv.columns import date, text, value
from events.exchange.csv.exports import CHOSEN, DAY, PAGE, Export, taking_part, together
from events.slippage.chain import AHEAD, FULFILLING, KEEPING
from events.slippage.record import PROMISING

TODAY = f"COALESCE([[{DAY}, ]]CURRENT_DATE)"  # the database keeps our time zone for the session


def _in(words: Iterable[str]) -> str:
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"


# As events.slippage.promises.days_named() reads them.
_NAMED = f"""LEFT JOIN LATERAL (
        SELECT said.date_edtf, said.date_earliest, said.date_latest,
            said.claimed_on_edtf AS said_on, count(*) OVER () AS times
        FROM events_claim said JOIN sources_source source ON source.id = said.source_id
        WHERE said.event_id = event.id AND said.status IN {_in(AHEAD)}
            AND said.stance <> 'contradicts' AND said.rank <> 'deprecated'
            AND said.date_edtf IS NOT NULL[[ AND claim_said_by(said, source) <= {DAY}]]
        ORDER BY said.claimed_on_latest, said.id LIMIT 1
    ) named ON true"""


def _settled_by(links: str, which: str) -> str:
    """A published event, as it was known on the day, that one of the links leads to."""
    return f"""(
        SELECT other.id, [[state.]]date_edtf, [[state.]]date_earliest, [[state.]]date_latest
        FROM ({links}) link JOIN events_event other ON other.id = link.other
        [[JOIN events_eventstate state ON state.event_id = other.id AND state.known_from <= {DAY}
            AND (state.known_until > {DAY} OR state.known_until IS NULL)]]
        WHERE event.status IN {_in(AHEAD)} AND other.visibility = 'published' AND {which}
        ORDER BY 4 LIMIT 1
    )"""


_KEPT = _settled_by(
    f"""SELECT from_event_id AS other FROM events_eventlink
        WHERE to_event_id = event.id AND kind IN {_in(KEEPING)}
        UNION ALL SELECT to_event_id FROM events_eventlink
        WHERE from_event_id = event.id AND kind = 'same_as'""",
    f"[[state.]]status = 'happened' AND other.kind IN {_in(FULFILLING)}",
)
_REPLACED = _settled_by(
    """SELECT from_event_id AS other FROM events_eventlink
        WHERE to_event_id = event.id AND kind = 'supersedes'""",
    f"[[state.]]status IN {_in(AHEAD)}",
)
_PARTS = ("edtf", "earliest", "latest")
_FIRST = ", ".join(
    f"CASE WHEN named.date_edtf IS NOT NULL THEN named.date_{part} "
    f"WHEN event.status <> 'happened' THEN event.date_{part} END AS first_{part}"
    for part in _PARTS
)
_CAME = ", ".join(
    f"CASE WHEN event.status = 'happened' THEN event.date_{part} ELSE kept.date_{part} END "
    f"AS came_{part}"
    for part in _PARTS
)
# As events.slippage.lateness has it, of what came.
_LATENESS = """CASE
    WHEN first_latest IS NULL OR came_latest IS NULL THEN 'came'
    WHEN came_earliest > first_latest THEN 'late'
    WHEN came_latest < first_earliest THEN 'early'
    WHEN came_latest > first_latest THEN 'perhaps_late'
    ELSE 'kept' END"""
_ENDING = f"""CASE
    WHEN event.status = 'cancelled' THEN 'cancelled'
    WHEN replaced.id IS NOT NULL THEN 'replaced'
    WHEN event.status = 'happened' OR kept.id IS NOT NULL THEN {_LATENESS}
    WHEN event.date_latest < {TODAY} THEN 'overdue'
    ELSE 'open' END"""
_AT_LEAST = f"""CASE outcome.ending
    WHEN 'late' THEN came_earliest - first_latest
    WHEN 'perhaps_late' THEN 0
    WHEN 'early' THEN first_earliest - came_latest
    WHEN 'overdue' THEN {TODAY} - event.date_latest END"""
_AT_MOST = f"""CASE outcome.ending
    WHEN 'late' THEN came_latest - first_latest
    WHEN 'perhaps_late' THEN came_latest - first_latest
    WHEN 'early' THEN first_earliest - came_earliest
    WHEN 'overdue' THEN {TODAY} - COALESCE(event.date_earliest, event.date_latest) END"""

PROMISES = Export(
    "promises",
    f"""{CHOSEN} event
    {_NAMED}
    LEFT JOIN LATERAL {_KEPT} kept ON true
    LEFT JOIN LATERAL {_REPLACED} replaced ON true
    CROSS JOIN LATERAL (SELECT {_FIRST}, {_CAME}) days
    CROSS JOIN LATERAL (SELECT {_ENDING} AS ending) outcome
    {together("organization", "events_eventorganization", "events_organization", PROMISING)}
    {together("model", "events_eventmodel", "events_aimodel")}""",
    ("event", "event.id", "event.slug"),
    (
        value("event_id", "event.id", "number of the event"),
        value("event_slug", "event.slug", "slug of the event"),
        text("title_en", "event.title_en", "title in English"),
        text("title_zh", "event.title_zh", "title in Chinese"),
        value("kind", "event.kind", "what kind of event it is"),
        value("status", "event.status", "planned, happened, delayed or cancelled"),
        value("certainty", "event.certainty", "how sure it is"),
        *date("first", "days", "first", "the days named first"),
        value("first_said_on", "named.said_on", "when these were named, as EDTF"),
        value("times_named", "COALESCE(named.times, 0)", "how many claims named days for it"),
        *date("date", "event", "date", "when it is to happen or happened, as editors decided"),
        *date("came", "days", "came", "when it came, or what keeps it"),
        value(
            "ending",
            "outcome.ending",
            "kept, early, late, perhaps_late, came (how late is not known), cancelled, replaced, "
            "overdue or open",
        ),
        value("days_at_least", _AT_LEAST, "days late, early or overdue: at least"),
        value("days_at_most", _AT_MOST, "days late, early or overdue: at most"),
        *taking_part("organizations", "organization", "organizations that promised"),
        *taking_part("models", "model", "AI models that take part"),
        text("url", PAGE, "its page"),
    ),
)
