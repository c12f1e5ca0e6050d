"""The note on a date in English and in Chinese; what was written so far goes where it belongs."""

from django.db import migrations, models

# Chinese is what has more Chinese characters than Latin letters.
TO_CHINESE = r"""
    UPDATE {0} SET date_note_zh = date_note_en, date_note_en = ''
    WHERE length(regexp_replace(date_note_en, '[^\u4e00-\u9fff]', '', 'g'))
        > length(regexp_replace(date_note_en, '[^A-Za-z]', '', 'g'))
"""
# What the seeds said when they were last imported: else every event would seem changed here.
IN_SEEDS = r"""
    UPDATE events_seedrecord SET content = (content - '{0}') || jsonb_build_object(
        CASE WHEN length(regexp_replace(content->>'{0}', '[^\u4e00-\u9fff]', '', 'g'))
            > length(regexp_replace(content->>'{0}', '[^A-Za-z]', '', 'g'))
        THEN '{0}_zh' ELSE '{0}_en' END, content->'{0}')
    WHERE content->'{0}' IS NOT NULL
"""
OUT_OF_SEEDS = """
    UPDATE events_seedrecord SET content = (content - '{0}_en' - '{0}_zh')
        || jsonb_build_object('{0}', coalesce(content->'{0}_en', content->'{0}_zh'))
    WHERE coalesce(content->'{0}_en', content->'{0}_zh') IS NOT NULL
"""
BACK = "UPDATE {0} SET date_note_en = date_note_zh WHERE date_note_en = ''"


def note(language: str) -> models.TextField:
    return models.TextField(f"why this date ({language})", blank=True, default="")


class Migration(migrations.Migration):
    dependencies = [("events", "0020_walking_the_past")]
    operations = [
        migrations.RenameField("event", "date_note", "date_note_en"),
        migrations.AlterField("event", "date_note_en", note("English"), False),
        migrations.AddField("event", "date_note_zh", note("Chinese"), False),
        migrations.RenameField("historicalevent", "date_note", "date_note_en"),
        migrations.AlterField("historicalevent", "date_note_en", note("English"), False),
        migrations.AddField("historicalevent", "date_note_zh", note("Chinese"), False),
        migrations.RunSQL(TO_CHINESE.format("events_event"), BACK.format("events_event")),
        migrations.RunSQL(
            TO_CHINESE.format("events_historicalevent"), BACK.format("events_historicalevent")
        ),
        *(
            migrations.RunSQL(IN_SEEDS.format(key), OUT_OF_SEEDS.format(key))
            for key in ("date_note", "reading_notes")
        ),
    ]
