"""More statistics of the search column.

With a million events PostgreSQL knew too little of rare words: it expected thousands of matches,
read the timeline from its end to meet the first fifty, and took twenty seconds over it.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("events", "0008_indexes_for_the_picture")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE events_event ALTER COLUMN search SET STATISTICS 400",
            "ALTER TABLE events_event ALTER COLUMN search SET STATISTICS -1",
        )
    ]
