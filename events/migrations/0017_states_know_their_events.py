"""A state knows kind, importance and visibility of its event: the past is read without the join."""

from django.db import migrations, models

FORWARD = """
UPDATE events_eventstate state
SET kind = event.kind, importance = event.importance, visibility = event.visibility
FROM events_event event WHERE event.id = state.event_id;

-- Whoever writes a state does not have to know what else is kept of its event.
CREATE FUNCTION state_knows_its_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT kind, importance, visibility INTO NEW.kind, NEW.importance, NEW.visibility
    FROM events_event WHERE id = NEW.event_id;
    RETURN NEW;
END $$;

CREATE TRIGGER state_knows_its_event BEFORE INSERT ON events_eventstate
    FOR EACH ROW EXECUTE FUNCTION state_knows_its_event();

CREATE FUNCTION states_know_their_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE events_eventstate state
    SET kind = n.kind, importance = n.importance, visibility = n.visibility
    FROM now_there n JOIN was_there o ON o.id = n.id
    WHERE state.event_id = n.id
        AND (n.kind, n.importance, n.visibility) IS DISTINCT FROM
            (o.kind, o.importance, o.visibility);
    RETURN NULL;
END $$;

CREATE TRIGGER states_know_their_events AFTER UPDATE ON events_event
    REFERENCING NEW TABLE AS now_there OLD TABLE AS was_there
    FOR EACH STATEMENT EXECUTE FUNCTION states_know_their_events();
"""
BACKWARD = """
DROP TRIGGER states_know_their_events ON events_event;
DROP FUNCTION states_know_their_events();
DROP TRIGGER state_knows_its_event ON events_eventstate;
DROP FUNCTION state_knows_its_event();
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0016_newest_roles")]
    operations = [
        migrations.AddField(
            "eventstate",
            "kind",
            models.CharField(default="", editable=False, max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            "eventstate",
            "importance",
            models.PositiveSmallIntegerField(default=3, editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            "eventstate",
            "visibility",
            models.CharField(default="", editable=False, max_length=10),
            preserve_default=False,
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
