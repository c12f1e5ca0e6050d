"""A claim tells how sure its report is; what was known on a day goes by it."""

from importlib import import_module

from django.db import migrations, models

STATES = """
-- What was known of the given events from which day on, read out of their claims.
-- One plan for all calls: planning takes longer than running it, and is no better for many ids.
CREATE OR REPLACE FUNCTION rebuild_event_states(ids bigint[]) RETURNS void LANGUAGE plpgsql
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
            CASE WHEN c.rank <> 'deprecated' THEN NULLIF(c.certainty, '') END AS certainty,
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
            CASE WHEN kind = 'delays' THEN 'delayed' END, NULL, NULL, NULL, NULL
        FROM links
    ),
    -- Who contradicts without a word on how sure it is makes it what it came to be: disputed or
    -- denied. When it came to be neither, the contradiction made nothing less sure.
    sure AS (
        SELECT s.event_id, s.day, s.weight, s.place, s.status,
            COALESCE(s.certainty, CASE WHEN s.against AND e.certainty IN ('disputed', 'denied')
                THEN e.certainty END) AS certainty,
            s.against OR COALESCE(s.certainty IN ('disputed', 'denied'), false) AS doubts,
            s.date_edtf, s.date_earliest, s.date_latest
        FROM steps s JOIN events_event e ON e.id = s.event_id
    ),
    -- A step that gives no status, certainty or date leaves the one given last.
    runs AS (
        SELECT *, count(status) OVER said_so_far AS status_run,
            count(certainty) OVER said_so_far AS certainty_run,
            count(date_edtf) OVER said_so_far AS date_run,
            bool_or(doubts) OVER said_so_far AS doubted,
            max(day) OVER whole AS last_day,
            bool_or(doubts) OVER whole AS doubted_in_the_end,
            first_value(status) OVER (
                PARTITION BY event_id ORDER BY status IS NULL, day, weight, place
            ) AS first_status,
            count(date_edtf) OVER whole > 0 AS dated
        FROM sure
        WINDOW whole AS (PARTITION BY event_id),
            said_so_far AS (
                PARTITION BY event_id ORDER BY day, weight, place ROWS UNBOUNDED PRECEDING
            )
    ),
    carried AS (
        SELECT event_id, day, weight, place, last_day, first_status, dated,
            doubted_in_the_end AND NOT doubted AS not_yet_doubted,
            first_value(status) OVER status_runs AS status,
            first_value(certainty) OVER certainty_runs AS certainty,
            first_value(date_edtf) OVER date_runs AS date_edtf,
            first_value(date_earliest) OVER date_runs AS date_earliest,
            first_value(date_latest) OVER date_runs AS date_latest,
            certainty_run, date_run
        FROM runs
        WINDOW status_runs AS (
                PARTITION BY event_id, status_run ORDER BY day, weight, place
            ),
            certainty_runs AS (
                PARTITION BY event_id, certainty_run ORDER BY day, weight, place
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
            CASE WHEN d.certainty_run > 0 THEN d.certainty
                WHEN d.not_yet_doubted AND e.certainty IN ('disputed', 'denied') THEN 'reported'
                ELSE e.certainty END AS certainty,
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
BEFORE = import_module("events.migrations.0005_states_follow_claims").STATES.replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0012_indexes_for_imports'),
        ('sources', '0004_sketch_index_at_once'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='certainty',
            field=models.CharField(blank=True, choices=[('confirmed', 'confirmed'), ('reported', 'reported'), ('rumoured', 'rumoured'), ('disputed', 'disputed'), ('denied', 'denied')], db_default='', default='', help_text='What this report amounts to. Left empty: as sure as the event is.', max_length=10, verbose_name='certainty it gives'),
        ),
        migrations.AddField(
            model_name='historicalclaim',
            name='certainty',
            field=models.CharField(blank=True, choices=[('confirmed', 'confirmed'), ('reported', 'reported'), ('rumoured', 'rumoured'), ('disputed', 'disputed'), ('denied', 'denied')], db_default='', default='', help_text='What this report amounts to. Left empty: as sure as the event is.', max_length=10, verbose_name='certainty it gives'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stance', 'contradicts'), _negated=True), ('certainty__in', ('', 'disputed', 'denied')), _connector='OR'), name='claim_against_gives_doubt', violation_error_message='A claim that contradicts the event can only make it disputed or denied.'),
        ),
        migrations.RunSQL(STATES, BEFORE),
    ]
