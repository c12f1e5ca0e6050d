"""Reading notes in English and in Chinese; what was written so far goes where it belongs."""

from django.db import migrations, models

# Chinese is what has more Chinese characters than Latin letters.
TO_CHINESE = r"""
    UPDATE {0} SET reading_notes_zh = reading_notes_en, reading_notes_en = ''
    WHERE length(regexp_replace(reading_notes_en, '[^\u4e00-\u9fff]', '', 'g'))
        > length(regexp_replace(reading_notes_en, '[^A-Za-z]', '', 'g'))
"""
BACK = "UPDATE {0} SET reading_notes_en = reading_notes_zh WHERE reading_notes_en = ''"


def notes(language: str) -> models.TextField:
    return models.TextField(
        f"reading notes ({language})",
        blank=True,
        default="",
        help_text="What was odd about the document.",
    )


class Migration(migrations.Migration):
    dependencies = [("sources", "0006_sources_of_publishers")]
    operations = [
        migrations.RenameField("source", "reading_notes", "reading_notes_en"),
        migrations.AlterField("source", "reading_notes_en", notes("English"), False),
        migrations.AddField("source", "reading_notes_zh", notes("Chinese"), False),
        migrations.RenameField("historicalsource", "reading_notes", "reading_notes_en"),
        migrations.AlterField("historicalsource", "reading_notes_en", notes("English"), False),
        migrations.AddField("historicalsource", "reading_notes_zh", notes("Chinese"), False),
        migrations.RunSQL(TO_CHINESE.format("sources_source"), BACK.format("sources_source")),
        migrations.RunSQL(
            TO_CHINESE.format("sources_historicalsource"), BACK.format("sources_historicalsource")
        ),
    ]
