"""What the picture reads of published events without touching their rows."""

from django.db import migrations

FORWARD = """
-- Which events touch some days, and of what sort they are.
CREATE INDEX event_published_window ON events_event (date_earliest, date_latest)
    INCLUDE (id, kind, status, certainty, importance) WHERE visibility = 'published';
CREATE INDEX event_published_end ON events_event (date_latest)
    INCLUDE (id, date_earliest, kind, status, certainty) WHERE visibility = 'published';
-- The most important ones, in an order that spreads them over all dates.
CREATE INDEX event_published_weight ON events_event (importance DESC, hashint8(id))
    INCLUDE (id, date_earliest, date_latest, kind, status, certainty)
    WHERE visibility = 'published';
-- Those whose window takes more than a month, and more than a year: fewer and fewer.
CREATE INDEX event_published_wide ON events_event (date_earliest, date_latest)
    INCLUDE (id, kind, status, certainty, importance) WHERE visibility = 'published'
    AND (date_earliest IS NULL OR date_latest IS NULL OR date_latest - date_earliest > 31);
CREATE INDEX event_published_long ON events_event (date_earliest, date_latest)
    INCLUDE (id, kind, status, certainty, importance) WHERE visibility = 'published'
    AND (date_earliest IS NULL OR date_latest IS NULL OR date_latest - date_earliest > 370);
"""
BACKWARD = """
DROP INDEX event_published_long;
DROP INDEX event_published_wide;
DROP INDEX event_published_weight;
DROP INDEX event_published_end;
DROP INDEX event_published_window;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0007_tallies_follow_events")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
