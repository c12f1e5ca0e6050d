"""Near copies are looked up twice a document, and a look-up reads all the index has yet to add."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sources", "0003_reading_documents")]

    operations = [
        migrations.RemoveIndex(model_name="source", name="source_sketch"),
        migrations.AddIndex(
            model_name="source",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["sketch"], name="source_sketch"
            ),
        ),
    ]
