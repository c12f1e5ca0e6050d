"""The export of what changed: a row for each state that an event came to be known in."""

# ruff: noqa: S608  # the SQL is put together from our own words only

from events.exchange.csv.columns import date, text, value
from events.exchange.csv.exports import CHOSEN, Export
from events.models.state import Change

# As events.models.EventState.changes has them.
_HOW = f"""concat_ws(';',
    CASE WHEN change.was_status = '' THEN '{Change.REPORTED.value}' END,
    CASE WHEN change.was_status <> '' AND change.date_edtf IS DISTINCT FROM change.was_date_edtf
        THEN '{Change.MOVED.value}' END,
    CASE WHEN change.was_status NOT IN ('', change.status) THEN '{Change.TURNED.value}' END,
    CASE WHEN change.was_certainty NOT IN ('', change.certainty)
        THEN '{Change.DOUBTED.value}' END)"""

CHANGES = Export(
    "changes",
    f"""{CHOSEN} change CROSS JOIN LATERAL (
        SELECT id, slug, title_en, title_zh, kind FROM events_event WHERE id = change.event_id
    ) event""",
    ("event", "event.id", "event.slug"),
    (
        value("known_from", "change.known_from", "the day on which it became known"),
        value("change", _HOW, "reported, moved, turned, doubted, joined by ;"),
        value("event_id", "event.id", "number of the event"),
        value("event_slug", "event.slug", "slug of the event"),
        text("title_en", "event.title_en", "title in English"),
        text("title_zh", "event.title_zh", "title in Chinese"),
        value("kind", "event.kind", "what kind of event it is"),
        value("was_status", "NULLIF(change.was_status, '')", "status before"),
        value("status", "change.status", "status from this day on"),
        value("was_certainty", "NULLIF(change.was_certainty, '')", "how sure it was before"),
        value("certainty", "change.certainty", "how sure it is from this day on"),
        *date("was_date", "change", "was_date", "when it was to happen before"),
        *date("date", "change", "date", "when it happens, from this day on"),
        value("known_until", "change.known_until", "the day on which it became known otherwise"),
    ),
    order="change.known_from DESC, change.event_id DESC",
)
