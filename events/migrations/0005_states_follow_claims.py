"""States follow claims: a function that reads them out, and the triggers that call it."""

from django.db import migrations

STATES = """
-- The day by which a claim was said: the last day of what is known of it, at the latest the day
-- it was entered. `ClaimQuerySet.with_day` reads it the same way.
CREATE FUNCTION claim_said_by(claim events_claim, source sources_source) RETURNS date
LANGUAGE sql STABLE AS $$
    SELECT LEAST(
        COALESCE(claim.claimed_on_latest, source.published_latest),
        (claim.created_at AT TIME ZONE 'UTC')::date
    )
$$;

-- What was known of the given events from which day on, read out of their claims.
-- One plan for all calls: planning takes longer than running it, and is no better for many ids.
CREATE FUNCTION rebuild_event_states(ids bigint[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    -- Whoever changes the same event, a source without a day or an event that is linked to this
    -- one waits here for the other, and then reads what the other wrote.
    PERFORM 1 FROM events_event WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
    PERFORM 1 FROM events_event WHERE id IN (
        SELECT from_event_id FROM events_eventlink
        WHERE to_event_id = ANY(ids) AND kind IN ('delays', 'denies', 'contradicts')
    ) ORDER BY id FOR SHARE;
    PERFORM 1 FROM sources_source WHERE id IN (
        SELECT source_id FROM events_claim
        WHERE event_id = ANY(ids) AND claimed_on_latest IS NULL
    ) ORDER BY id FOR SHARE;
    DELETE FROM events_eventstate WHERE event_id = ANY(ids);
    INSERT INTO events_eventstate (
        event_id, known_from, known_until, status, certainty,
        date_edtf, date_earliest, date_latest, was_status, was_certainty,
        was_date_edtf, was_date_earliest, was_date_latest
    )
    WITH own AS (
        SELECT c.event_id, claim_said_by(c, s) AS day, (c.rank = 'preferred')::int AS weight,
            c.id AS place, c.stance = 'contradicts' AND c.rank <> 'deprecated' AS against,
            CASE WHEN relied_on THEN NULLIF(c.status, '') END AS status,
            CASE WHEN relied_on THEN c.date_edtf END AS date_edtf,
            c.date_earliest, c.date_latest
        FROM events_claim c JOIN sources_source s ON s.id = c.source_id,
            LATERAL (SELECT c.stance <> 'contradicts' AND c.rank <> 'deprecated') r (relied_on)
        WHERE c.event_id = ANY(ids)
    ),
    first_said AS (SELECT event_id, min(day) AS day FROM own GROUP BY event_id),
    -- Another event that delays or denies this one says so from its own first claim on.
    links AS (
        SELECT l.to_event_id AS event_id, l.kind, l.id,
            GREATEST(min(claim_said_by(c, s)), min(f.day)) AS day
        FROM events_eventlink l
        JOIN first_said f ON f.event_id = l.to_event_id
        JOIN events_event e ON e.id = l.from_event_id AND e.visibility = 'published'
        JOIN events_claim c ON c.event_id = l.from_event_id
        JOIN sources_source s ON s.id = c.source_id
        WHERE l.to_event_id = ANY(ids) AND l.kind IN ('delays', 'denies', 'contradicts')
        GROUP BY l.to_event_id, l.kind, l.id
    ),
    steps AS (
        SELECT * FROM own
        UNION ALL
        SELECT event_id, day, 2, id, kind <> 'delays',
            CASE WHEN kind = 'delays' THEN 'delayed' END, NULL, NULL, NULL
        FROM links
    ),
    -- A step that gives no status or date leaves the one given last.
    runs AS (
        SELECT *, count(status) OVER said_so_far AS status_run,
            count(date_edtf) OVER said_so_far AS date_run,
            bool_or(against) OVER said_so_far AS doubted,
            max(day) OVER whole AS last_day,
            bool_or(against) OVER whole AS doubted_in_the_end,
            first_value(status) OVER (
                PARTITION BY event_id ORDER BY status IS NULL, day, weight, place
            ) AS first_status,
            count(date_edtf) OVER whole > 0 AS dated
        FROM steps
        WINDOW whole AS (PARTITION BY event_id),
            said_so_far AS (
                PARTITION BY event_id ORDER BY day, weight, place ROWS UNBOUNDED PRECEDING
            )
    ),
    carried AS (
        SELECT event_id, day, weight, place, last_day, first_status, dated,
            doubted_in_the_end AND NOT doubted AS not_yet_doubted,
            first_value(status) OVER status_runs AS status,
            first_value(date_edtf) OVER date_runs AS date_edtf,
            first_value(date_earliest) OVER date_runs AS date_earliest,
            first_value(date_latest) OVER date_runs AS date_latest,
            date_run
        FROM runs
        WINDOW status_runs AS (
                PARTITION BY event_id, status_run ORDER BY day, weight, place
            ),
            date_runs AS (PARTITION BY event_id, date_run ORDER BY day, weight, place)
    ),
    days AS (
        SELECT DISTINCT ON (event_id, day) * FROM carried
        ORDER BY event_id, day, weight DESC, place DESC
    ),
    -- The last day is as the editors decided; before it, what had been said.
    read AS (
        SELECT d.event_id, d.day, d.day = d.last_day AS decided,
            COALESCE(d.status, d.first_status, e.status) AS status,
            CASE WHEN d.not_yet_doubted AND e.certainty IN ('disputed', 'denied')
                THEN 'reported' ELSE e.certainty END AS certainty,
            CASE WHEN d.date_run > 0 THEN 'said' WHEN d.dated THEN 'open' ELSE 'event' END AS basis,
            d.date_edtf, d.date_earliest, d.date_latest,
            e.status AS event_status, e.certainty AS event_certainty, e.date_edtf AS event_edtf,
            e.date_earliest AS event_earliest, e.date_latest AS event_latest
        FROM days d JOIN events_event e ON e.id = d.event_id
    ),
    shown AS (
        SELECT event_id, day,
            CASE WHEN decided THEN event_status ELSE status END AS status,
            CASE WHEN decided THEN event_certainty ELSE certainty END AS certainty,
            CASE WHEN decided OR basis = 'event' THEN event_edtf
                WHEN basis = 'said' THEN date_edtf
                WHEN status = 'happened' THEN '../' || to_char(day, 'YYYY-MM-DD')
                ELSE to_char(day, 'YYYY-MM-DD') || '/..' END AS date_edtf,
            CASE WHEN decided OR basis = 'event' THEN event_earliest
                WHEN basis = 'said' THEN date_earliest
                WHEN status <> 'happened' THEN day END AS date_earliest,
            CASE WHEN decided OR basis = 'event' THEN event_latest
                WHEN basis = 'said' THEN date_latest
                WHEN status = 'happened' THEN day END AS date_latest
        FROM read
    ),
    following AS (
        SELECT *, lag(status) OVER by_day AS was_status, lag(certainty) OVER by_day AS was_certainty,
            lag(date_edtf) OVER by_day AS was_edtf, lag(date_earliest) OVER by_day AS was_earliest,
            lag(date_latest) OVER by_day AS was_latest
        FROM shown WINDOW by_day AS (PARTITION BY event_id ORDER BY day)
    )
    SELECT event_id, day, lead(day) OVER (PARTITION BY event_id ORDER BY day),
        status, certainty, date_edtf, date_earliest, date_latest,
        COALESCE(was_status, ''), COALESCE(was_certainty, ''), was_edtf, was_earliest, was_latest
    FROM following
    WHERE (status, certainty, date_edtf) IS DISTINCT FROM (was_status, was_certainty, was_edtf);
END $$;
"""

TRIGGERS = """
CREATE FUNCTION event_states_follow_claims() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT event_id) INTO changed FROM now_there;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT event_id) INTO changed FROM was_there;
    ELSE
        SELECT array_agg(DISTINCT event_id) INTO changed
        FROM (SELECT event_id FROM now_there UNION SELECT event_id FROM was_there) AS either;
    END IF;
    -- Before links are read: whoever links one of these events waits, or is waited for.
    PERFORM 1 FROM events_event WHERE id = ANY(changed) ORDER BY id FOR NO KEY UPDATE;
    PERFORM rebuild_event_states(changed || ARRAY(
        SELECT DISTINCT to_event_id FROM events_eventlink
        WHERE from_event_id = ANY(changed) AND kind IN ('delays', 'denies', 'contradicts')
    ));
    RETURN NULL;
END $$;

CREATE TRIGGER event_states_follow_new_claims AFTER INSERT ON events_claim
    REFERENCING NEW TABLE AS now_there
    FOR EACH STATEMENT EXECUTE FUNCTION event_states_follow_claims();
CREATE TRIGGER event_states_follow_changed_claims AFTER UPDATE ON events_claim
    REFERENCING NEW TABLE AS now_there OLD TABLE AS was_there
    FOR EACH STATEMENT EXECUTE FUNCTION event_states_follow_claims();
CREATE TRIGGER event_states_follow_deleted_claims AFTER DELETE ON events_claim
    REFERENCING OLD TABLE AS was_there
    FOR EACH STATEMENT EXECUTE FUNCTION event_states_follow_claims();

CREATE FUNCTION event_states_follow_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decided bigint[];
    shown bigint[];
BEGIN
    SELECT array_agg(n.id) FILTER (
            WHERE (n.status, n.certainty, n.date_edtf) IS DISTINCT FROM
                (o.status, o.certainty, o.date_edtf)
        ), array_agg(n.id) FILTER (WHERE n.visibility <> o.visibility)
    INTO decided, shown
    FROM now_there n JOIN was_there o ON o.id = n.id;
    IF decided IS NOT NULL OR shown IS NOT NULL THEN
        PERFORM rebuild_event_states(decided || ARRAY(
            SELECT DISTINCT to_event_id FROM events_eventlink
            WHERE from_event_id = ANY(shown) AND kind IN ('delays', 'denies', 'contradicts')
        ));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER event_states_follow_events AFTER UPDATE ON events_event
    REFERENCING NEW TABLE AS now_there OLD TABLE AS was_there
    FOR EACH STATEMENT EXECUTE FUNCTION event_states_follow_events();

CREATE FUNCTION event_states_follow_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM rebuild_event_states(CASE
        WHEN TG_OP = 'INSERT' THEN ARRAY[NEW.to_event_id]
        WHEN TG_OP = 'DELETE' THEN ARRAY[OLD.to_event_id]
        ELSE ARRAY[OLD.to_event_id, NEW.to_event_id] END);
    RETURN NULL;
END $$;

CREATE TRIGGER event_states_follow_links
    AFTER INSERT OR DELETE OR UPDATE OF from_event_id, to_event_id, kind ON events_eventlink
    FOR EACH ROW EXECUTE FUNCTION event_states_follow_links();

CREATE FUNCTION event_states_follow_sources() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM rebuild_event_states(ARRAY(
        SELECT event_id FROM events_claim
        WHERE source_id = NEW.id AND claimed_on_latest IS NULL
        UNION
        SELECT l.to_event_id FROM events_eventlink l JOIN events_claim c
            ON c.event_id = l.from_event_id
        WHERE c.source_id = NEW.id AND c.claimed_on_latest IS NULL
            AND l.kind IN ('delays', 'denies', 'contradicts')
    ));
    RETURN NULL;
END $$;

CREATE TRIGGER event_states_follow_sources AFTER UPDATE OF published_latest ON sources_source
    FOR EACH ROW WHEN (NEW.published_latest IS DISTINCT FROM OLD.published_latest)
    EXECUTE FUNCTION event_states_follow_sources();
"""
# A row goes with its event in the database itself, whichever row Django deletes first.
CASCADE = """
ALTER TABLE events_eventstate ADD CONSTRAINT event_state_goes_with_event
    FOREIGN KEY (event_id) REFERENCES events_event (id) ON DELETE CASCADE;
"""
FILL = """
SELECT rebuild_event_states(array_agg(id)) FROM events_event GROUP BY id / 10000;
"""

BACKWARD = """
DROP TRIGGER event_states_follow_sources ON sources_source;
DROP TRIGGER event_states_follow_links ON events_eventlink;
DROP TRIGGER event_states_follow_events ON events_event;
DROP TRIGGER event_states_follow_deleted_claims ON events_claim;
DROP TRIGGER event_states_follow_changed_claims ON events_claim;
DROP TRIGGER event_states_follow_new_claims ON events_claim;
DROP FUNCTION event_states_follow_sources();
DROP FUNCTION event_states_follow_links();
DROP FUNCTION event_states_follow_events();
DROP FUNCTION event_states_follow_claims();
DROP FUNCTION rebuild_event_states(bigint[]);
DROP FUNCTION claim_said_by(events_claim, sources_source);
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0004_event_states")]
    operations = [
        migrations.RunSQL(
            CASCADE, "ALTER TABLE events_eventstate DROP CONSTRAINT event_state_goes_with_event;"
        ),
        migrations.RunSQL(STATES + TRIGGERS, BACKWARD),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
