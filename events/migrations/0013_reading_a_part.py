"""For the picture of very many events: tallies read from an index alone, and parts of the events.

What the tallies cannot say is counted on one event in 4, 16, 64 or 256, taken by a hash of the id
(`events/timeline/picture/sampling.py`). The planner has to know how many these are, and a search
has to find them without reading the others.
"""

import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE STATISTICS event_hash ON (hashint8(id)) FROM events_event;
CREATE INDEX event_search_16 ON events_event USING gin (search)
    WHERE visibility = 'published' AND hashint8(id) < -1879048192;
CREATE INDEX event_search_256 ON events_event USING gin (search)
    WHERE visibility = 'published' AND hashint8(id) < -2130706432;
ANALYZE events_event;
"""
BACKWARD = """
DROP INDEX event_search_256;
DROP INDEX event_search_16;
DROP STATISTICS event_hash;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0011_rejected_by_fingerprint")]
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
