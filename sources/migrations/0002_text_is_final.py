"""The text of a source is written once: claims point into it by character."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION source_text_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The text of source % is final: claims point into it.', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'source_text_is_final';
END $$;

CREATE TRIGGER source_text_is_final
    BEFORE UPDATE OF text ON sources_source
    FOR EACH ROW WHEN (OLD.text <> '' AND NEW.text IS DISTINCT FROM OLD.text)
    EXECUTE FUNCTION source_text_is_final();
"""

BACKWARD = """
DROP TRIGGER source_text_is_final ON sources_source;
DROP FUNCTION source_text_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
