"""The list of a day of the past passes over what was known later without reading its rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0019_parts_of_the_past")]
    operations = [
        migrations.RemoveIndex("eventstate", "state_timeline"),
        migrations.AddIndex(
            "eventstate",
            models.Index(
                models.F("timeline_position"),
                models.F("event"),
                include=("known_from", "known_until", "visibility"),
                name="state_timeline",
            ),
        ),
    ]
