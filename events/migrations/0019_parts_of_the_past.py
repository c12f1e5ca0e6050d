"""A day of the past is counted from indexes alone, and over a part, as the events of today are."""

from django.db import migrations

WINDOW = (
    "CREATE INDEX event_state_window ON events_eventstate (date_earliest, date_latest) INCLUDE "
)
LONG = "CREATE INDEX event_state_long ON events_eventstate (date_earliest, date_latest) INCLUDE "
IS_LONG = (
    " WHERE date_earliest IS NULL OR date_latest IS NULL OR date_latest - date_earliest > 370;"
)
BEFORE = "(event_id, known_from, known_until)"
ALL = (
    "(event_id, known_from, known_until, kind, importance, visibility, status, certainty, "
    "date_earliest, date_latest)"
)
SHORTER = ALL.replace(", date_earliest, date_latest", "")
DROP = "DROP INDEX event_state_window; DROP INDEX event_state_long;"

FORWARD = f"""
{DROP}
{WINDOW}{SHORTER};
{LONG}{SHORTER}{IS_LONG}
-- One event in 16, and whatever is a part of these.
CREATE INDEX event_state_16 ON events_eventstate (hashint8(event_id)) INCLUDE {ALL}
    WHERE hashint8(event_id) < -1879048192;
CREATE STATISTICS state_hash ON (hashint8(event_id)) FROM events_eventstate;
ANALYZE events_eventstate;
"""
BACKWARD = f"""
DROP STATISTICS state_hash;
DROP INDEX event_state_16;
{DROP}
{WINDOW}{BEFORE};
{LONG}{BEFORE}{IS_LONG}
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0018_refusals_in_any_language")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
