"""Rules of evidence that span tables: quotes stand in their source, publication needs a claim."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION claim_quote_stands_in_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whole text;
BEGIN
    SELECT text INTO whole FROM sources_source WHERE id = NEW.source_id;
    IF whole <> '' AND (
        CASE WHEN NEW.quote_start IS NULL THEN strpos(whole, NEW.quote) = 0
        ELSE substr(whole, NEW.quote_start + 1, NEW.quote_end - NEW.quote_start) <> NEW.quote END
    ) THEN
        RAISE EXCEPTION 'The quote is not in the text of its source at its offsets: %', NEW.quote
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_quote_stands_in_text';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER claim_quote_stands_in_text
    BEFORE INSERT OR UPDATE OF source_id, quote, quote_start, quote_end ON events_claim
    FOR EACH ROW WHEN (NEW.quote <> '')
    EXECUTE FUNCTION claim_quote_stands_in_text();

CREATE FUNCTION source_text_holds_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lost text;
BEGIN
    SELECT quote INTO lost FROM events_claim
    WHERE source_id = NEW.id AND quote <> '' AND (
        CASE WHEN quote_start IS NULL THEN strpos(NEW.text, quote) = 0
        ELSE substr(NEW.text, quote_start + 1, quote_end - quote_start) <> quote END
    ) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'A claim quotes words this text does not have there: %', lost
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_quote_stands_in_text';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER source_text_holds_quotes
    AFTER UPDATE OF text ON sources_source
    FOR EACH ROW WHEN (NEW.text <> '' AND NEW.text IS DISTINCT FROM OLD.text)
    EXECUTE FUNCTION source_text_holds_quotes();

CREATE FUNCTION published_event_has_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    checked bigint;
BEGIN
    IF TG_TABLE_NAME = 'events_event' THEN checked := NEW.id; ELSE checked := OLD.event_id; END IF;
    IF EXISTS (SELECT 1 FROM events_event WHERE id = checked AND visibility = 'published')
       AND NOT EXISTS (SELECT 1 FROM events_claim WHERE event_id = checked) THEN
        RAISE EXCEPTION 'Event % is published without a claim as evidence.', checked
            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_event_has_claim';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER published_event_has_claim
    AFTER INSERT OR UPDATE OF visibility ON events_event
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.visibility = 'published')
    EXECUTE FUNCTION published_event_has_claim();

CREATE CONSTRAINT TRIGGER published_event_keeps_claim
    AFTER DELETE OR UPDATE OF event_id ON events_claim
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION published_event_has_claim();
"""

BACKWARD = """
DROP TRIGGER published_event_keeps_claim ON events_claim;
DROP TRIGGER published_event_has_claim ON events_event;
DROP FUNCTION published_event_has_claim();
DROP TRIGGER source_text_holds_quotes ON sources_source;
DROP FUNCTION source_text_holds_quotes();
DROP TRIGGER claim_quote_stands_in_text ON events_claim;
DROP FUNCTION claim_quote_stands_in_text();
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial"), ("sources", "0002_text_is_final")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
