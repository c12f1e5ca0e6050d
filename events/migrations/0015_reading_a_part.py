"""For the picture of very many events: tallies read from an index alone, and parts of the events.

What the tallies cannot say is counted on one event in 4, 16, 64 or 256, taken by a hash of the id
(`events/timeline/sampling.py`). The planner has to know how many these are, and a search
has to find them without reading the others.
"""

import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE STATISTICS event_hash ON (hashint8(id)) FROM events_event;
CREATE STATISTICS event_length ON (date_latest - date_earliest) FROM events_event;
CREATE STATISTICS state_length ON (date_latest - date_earliest) FROM events_eventstate;
CREATE INDEX event_search_16 ON events_event USING gin (search)
    WHERE visibility = 'published' AND hashint8(id) < -1879048192;
CREATE INDEX event_search_256 ON events_event USING gin (search)
    WHERE visibility = 'published' AND hashint8(id) < -2130706432;
-- The windows of what was known, as 0008 has them for the events.
CREATE INDEX event_state_window ON events_eventstate (date_earliest, date_latest)
    INCLUDE (event_id, known_from, known_until);
CREATE INDEX event_state_long ON events_eventstate (date_earliest, date_latest)
    INCLUDE (event_id, known_from, known_until)
    WHERE date_earliest IS NULL OR date_latest IS NULL OR date_latest - date_earliest > 370;
ANALYZE events_event;
ANALYZE events_eventstate;
"""
BACKWARD = """
DROP INDEX event_state_long;
DROP INDEX event_state_window;
DROP INDEX event_search_256;
DROP INDEX event_search_16;
DROP STATISTICS state_length;
DROP STATISTICS event_length;
DROP STATISTICS event_hash;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0014_reports_of_anything")]
    operations = [
        *(
            migrations.AlterField(
                f"{one}tally",
                "entity",
                models.ForeignKey(
                    db_constraint=False,
                    db_index=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=f"events.{entity}",
                ),
            )
            for one, entity in (("organization", "organization"), ("model", "aimodel"))
        ),
        *(
            migrations.AddIndex(
                f"{one}tally",
                models.Index(
                    models.F("entity"),
                    models.F("first_month"),
                    include=("last_month", "kind", "events"),
                    name=f"{one}_tally_months",
                ),
            )
            for one in ("organization", "model")
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
