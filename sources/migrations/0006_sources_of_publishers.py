"""Of each publisher the newest sources, and which of them are one in so many, from an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sources", "0005_indexes_for_imports")]
    operations = [
        migrations.AddIndex(
            "source",
            models.Index(
                models.F("publisher"),
                models.OrderBy(models.F("published_latest"), descending=True, nulls_last=True),
                include=("id",),
                name="source_of_publisher",
            ),
        ),
    ]
