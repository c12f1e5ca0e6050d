"""Tallies follow events and their roles: by statement, as differences that nobody waits for."""

from django.db import migrations

MONTH = """
-- Months since the year 0; `open` where there is no day.
CREATE FUNCTION event_month(day date, open integer) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT COALESCE(EXTRACT(year FROM day) * 12 + EXTRACT(month FROM day) - 1, open)::smallint';
"""

EVENTS = """
-- Add the loose rows up once there are many. One at a time does so, the others go on: readers
-- take the sum of all rows, so that it does not matter when.
CREATE FUNCTION settle_event_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM (
            SELECT 1 FROM events_eventtally WHERE NOT settled LIMIT 1000) AS loose) < 1000
        OR NOT pg_try_advisory_xact_lock('events_eventtally'::regclass::oid::bigint) THEN RETURN;
    END IF;
    WITH loose AS (DELETE FROM events_eventtally WHERE NOT settled RETURNING *)
    INSERT INTO events_eventtally AS tally
        (first_month, last_month, kind, status, certainty, events, settled)
    SELECT first_month, last_month, kind, status, certainty, sum(events), true
    FROM loose GROUP BY 1, 2, 3, 4, 5 HAVING sum(events) <> 0
    ON CONFLICT (first_month, last_month, kind, status, certainty) WHERE settled
        DO UPDATE SET events = tally.events + EXCLUDED.events;
END $$;

CREATE FUNCTION tally_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO events_eventtally (first_month, last_month, kind, status, certainty, events)
        SELECT event_month(date_earliest, 0), event_month(date_latest, 32000), kind, status,
            certainty, count(*)
        FROM now_there WHERE visibility = 'published' GROUP BY 1, 2, 3, 4, 5;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO events_eventtally (first_month, last_month, kind, status, certainty, events)
        SELECT event_month(date_earliest, 0), event_month(date_latest, 32000), kind, status,
            certainty, -count(*)
        FROM was_there WHERE visibility = 'published' GROUP BY 1, 2, 3, 4, 5;
    ELSE
        INSERT INTO events_eventtally (first_month, last_month, kind, status, certainty, events)
        SELECT event_month(date_earliest, 0), event_month(date_latest, 32000), kind, status,
            certainty, sum(change)
        FROM (
            SELECT date_earliest, date_latest, kind, status, certainty, 1 AS change
            FROM now_there WHERE visibility = 'published'
            UNION ALL
            SELECT date_earliest, date_latest, kind, status, certainty, -1
            FROM was_there WHERE visibility = 'published'
        ) AS changes GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
    END IF;
    PERFORM settle_event_tally();
    RETURN NULL;
END $$;

CREATE TRIGGER tally_new_events AFTER INSERT ON events_event
    REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION tally_events();
CREATE TRIGGER tally_changed_events AFTER UPDATE ON events_event
    REFERENCING NEW TABLE AS now_there OLD TABLE AS was_there
    FOR EACH STATEMENT EXECUTE FUNCTION tally_events();
CREATE TRIGGER tally_deleted_events AFTER DELETE ON events_event
    REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION tally_events();

CREATE FUNCTION clear_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM events_eventtally;
    DELETE FROM events_organizationtally;
    DELETE FROM events_modeltally;
    RETURN NULL;
END $$;
CREATE TRIGGER clear_tallies AFTER TRUNCATE ON events_event
    FOR EACH STATEMENT EXECUTE FUNCTION clear_tallies();
"""

# For organizations and models alike; {one} is the column of the role, {roles} its table.
ENTITIES = """
CREATE FUNCTION settle_{one}_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM (
            SELECT 1 FROM {tally} WHERE NOT settled LIMIT 1000) AS loose) < 1000
        OR NOT pg_try_advisory_xact_lock('{tally}'::regclass::oid::bigint) THEN RETURN;
    END IF;
    WITH loose AS (DELETE FROM {tally} WHERE NOT settled RETURNING *)
    INSERT INTO {tally} AS tally (entity_id, first_month, last_month, kind, events, settled)
    SELECT entity_id, first_month, last_month, kind, sum(events), true
    FROM loose GROUP BY 1, 2, 3, 4 HAVING sum(events) <> 0
    ON CONFLICT (entity_id, first_month, last_month, kind) WHERE settled
        DO UPDATE SET events = tally.events + EXCLUDED.events;
END $$;

-- An event counts for everything that has a role in it, with the roles there are now.
CREATE FUNCTION tally_events_of_{one}s() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO {tally} (entity_id, first_month, last_month, kind, events)
        SELECT r.{one}_id, event_month(e.date_earliest, 0), event_month(e.date_latest, 32000),
            e.kind, count(DISTINCT e.id)
        FROM now_there e JOIN {roles} r ON r.event_id = e.id
        WHERE e.visibility = 'published' GROUP BY 1, 2, 3, 4;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO {tally} (entity_id, first_month, last_month, kind, events)
        SELECT r.{one}_id, event_month(e.date_earliest, 0), event_month(e.date_latest, 32000),
            e.kind, -count(DISTINCT e.id)
        FROM was_there e JOIN {roles} r ON r.event_id = e.id
        WHERE e.visibility = 'published' GROUP BY 1, 2, 3, 4;
    ELSE
        INSERT INTO {tally} (entity_id, first_month, last_month, kind, events)
        SELECT r.{one}_id, c.first_month, c.last_month, c.kind, sum(c.change)
        FROM (
            SELECT id, event_month(date_earliest, 0) AS first_month,
                event_month(date_latest, 32000) AS last_month, kind, sum(change) AS change
            FROM (
                SELECT id, date_earliest, date_latest, kind, 1 AS change
                FROM now_there WHERE visibility = 'published'
                UNION ALL
                SELECT id, date_earliest, date_latest, kind, -1
                FROM was_there WHERE visibility = 'published'
            ) AS either GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0
        ) AS c
        JOIN (SELECT DISTINCT event_id, {one}_id FROM {roles}
            WHERE event_id IN (SELECT id FROM now_there)) AS r ON r.event_id = c.id
        GROUP BY 1, 2, 3, 4 HAVING sum(c.change) <> 0;
    END IF;
    PERFORM settle_{one}_tally();
    RETURN NULL;
END $$;

CREATE TRIGGER tally_new_events_of_{one}s AFTER INSERT ON events_event
    REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION tally_events_of_{one}s();
CREATE TRIGGER tally_changed_events_of_{one}s AFTER UPDATE ON events_event
    REFERENCING NEW TABLE AS now_there OLD TABLE AS was_there
    FOR EACH STATEMENT EXECUTE FUNCTION tally_events_of_{one}s();
CREATE TRIGGER tally_deleted_events_of_{one}s AFTER DELETE ON events_event
    REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION tally_events_of_{one}s();

-- Several roles of one in the same event count once: the first that comes, the last that goes.
CREATE FUNCTION tally_new_{one}s() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {tally} (entity_id, first_month, last_month, kind, events)
    SELECT n.{one}_id, event_month(e.date_earliest, 0), event_month(e.date_latest, 32000),
        e.kind, count(*)
    FROM (
        SELECT DISTINCT event_id, {one}_id FROM now_there
        EXCEPT
        SELECT r.event_id, r.{one}_id FROM {roles} r
        WHERE r.event_id IN (SELECT event_id FROM now_there)
            AND r.id NOT IN (SELECT id FROM now_there)
    ) AS n
    JOIN events_event e ON e.id = n.event_id AND e.visibility = 'published'
    GROUP BY 1, 2, 3, 4;
    PERFORM settle_{one}_tally();
    RETURN NULL;
END $$;

CREATE FUNCTION tally_deleted_{one}s() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {tally} (entity_id, first_month, last_month, kind, events)
    SELECT o.{one}_id, event_month(e.date_earliest, 0), event_month(e.date_latest, 32000),
        e.kind, -count(*)
    FROM (
        SELECT DISTINCT event_id, {one}_id FROM was_there
        EXCEPT
        SELECT event_id, {one}_id FROM {roles}
        WHERE event_id IN (SELECT event_id FROM was_there)
    ) AS o
    JOIN events_event e ON e.id = o.event_id AND e.visibility = 'published'
    GROUP BY 1, 2, 3, 4;
    PERFORM settle_{one}_tally();
    RETURN NULL;
END $$;

CREATE FUNCTION tally_changed_{one}s() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {tally} (entity_id, first_month, last_month, kind, events)
    SELECT c.{one}_id, event_month(e.date_earliest, 0), event_month(e.date_latest, 32000),
        e.kind, sum(c.change)
    FROM (
        SELECT event_id, {one}_id, -1 AS change FROM (
            (SELECT event_id, {one}_id FROM was_there UNION
             SELECT r.event_id, r.{one}_id FROM {roles} r WHERE r.id NOT IN (SELECT id FROM now_there)
                AND r.event_id IN (SELECT event_id FROM was_there UNION SELECT event_id FROM now_there))
        ) AS before
        UNION ALL
        SELECT event_id, {one}_id, 1 FROM (
            SELECT DISTINCT event_id, {one}_id FROM {roles}
            WHERE event_id IN (SELECT event_id FROM was_there UNION SELECT event_id FROM now_there)
        ) AS after
    ) AS c
    JOIN events_event e ON e.id = c.event_id AND e.visibility = 'published'
    GROUP BY 1, 2, 3, 4 HAVING sum(c.change) <> 0;
    PERFORM settle_{one}_tally();
    RETURN NULL;
END $$;

CREATE TRIGGER tally_new_{one}s AFTER INSERT ON {roles}
    REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION tally_new_{one}s();
CREATE TRIGGER tally_deleted_{one}s AFTER DELETE ON {roles}
    REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION tally_deleted_{one}s();
CREATE TRIGGER tally_changed_{one}s AFTER UPDATE ON {roles}
    REFERENCING NEW TABLE AS now_there OLD TABLE AS was_there
    FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_{one}s();

CREATE FUNCTION clear_{one}_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM {tally};
    RETURN NULL;
END $$;
CREATE TRIGGER clear_{one}_tally AFTER TRUNCATE ON {roles}
    FOR EACH STATEMENT EXECUTE FUNCTION clear_{one}_tally();
"""

REBUILD = """
-- All tallies from nothing: for a database that was filled with triggers off.
CREATE FUNCTION rebuild_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM events_eventtally;
    DELETE FROM events_organizationtally;
    DELETE FROM events_modeltally;
    INSERT INTO events_eventtally
        (first_month, last_month, kind, status, certainty, events, settled)
    SELECT event_month(date_earliest, 0), event_month(date_latest, 32000), kind, status,
        certainty, count(*), true
    FROM events_event WHERE visibility = 'published' GROUP BY 1, 2, 3, 4, 5;
    INSERT INTO events_organizationtally
        (entity_id, first_month, last_month, kind, events, settled)
    SELECT r.organization_id, event_month(e.date_earliest, 0), event_month(e.date_latest, 32000),
        e.kind, count(*), true
    FROM events_event e JOIN (
        SELECT DISTINCT event_id, organization_id FROM events_eventorganization
    ) AS r ON r.event_id = e.id
    WHERE e.visibility = 'published' GROUP BY 1, 2, 3, 4;
    INSERT INTO events_modeltally (entity_id, first_month, last_month, kind, events, settled)
    SELECT r.model_id, event_month(e.date_earliest, 0), event_month(e.date_latest, 32000),
        e.kind, count(*), true
    FROM events_event e JOIN (
        SELECT DISTINCT event_id, model_id FROM events_eventmodel
    ) AS r ON r.event_id = e.id
    WHERE e.visibility = 'published' GROUP BY 1, 2, 3, 4;
END $$;
SELECT rebuild_tallies();
"""

BACK_ENTITIES = """
DROP TRIGGER clear_{one}_tally ON {roles};
DROP TRIGGER tally_changed_{one}s ON {roles};
DROP TRIGGER tally_deleted_{one}s ON {roles};
DROP TRIGGER tally_new_{one}s ON {roles};
DROP TRIGGER tally_deleted_events_of_{one}s ON events_event;
DROP TRIGGER tally_changed_events_of_{one}s ON events_event;
DROP TRIGGER tally_new_events_of_{one}s ON events_event;
DROP FUNCTION clear_{one}_tally();
DROP FUNCTION tally_changed_{one}s();
DROP FUNCTION tally_deleted_{one}s();
DROP FUNCTION tally_new_{one}s();
DROP FUNCTION tally_events_of_{one}s();
DROP FUNCTION settle_{one}_tally();
"""
BACK_EVENTS = """
DROP TRIGGER clear_tallies ON events_event;
DROP TRIGGER tally_deleted_events ON events_event;
DROP TRIGGER tally_changed_events ON events_event;
DROP TRIGGER tally_new_events ON events_event;
DROP FUNCTION clear_tallies();
DROP FUNCTION tally_events();
DROP FUNCTION settle_event_tally();
"""


def _for(one, sql):
    return sql.format(one=one, roles=f"events_event{one}", tally=f"events_{one}tally")


class Migration(migrations.Migration):
    dependencies = [("events", "0006_tallies")]
    operations = [
        migrations.RunSQL(MONTH, "DROP FUNCTION event_month(date, integer);"),
        migrations.RunSQL(EVENTS, BACK_EVENTS),
        *(
            migrations.RunSQL(_for(one, ENTITIES), _for(one, BACK_ENTITIES))
            for one in ("organization", "model")
        ),
        migrations.RunSQL(REBUILD, "DROP FUNCTION rebuild_tallies();"),
    ]
