"""Storing a document costs as much as the indexes it is put into.

The index for near copies was over 112 numbers of each text, of which 48 are looked up. Those for
LIKE on addresses, slugs and checksums, and most of the history, nobody reads. Publishers are looked
up by all their names for every document.
"""

import django.contrib.postgres.indexes
from django.db import migrations, models

UNREAD = {
    "sources_source": ["slug_d8e9fe8c_like", "url_b784f9e8_like", "sha256_c549d1ab_like"],
    "sources_historicalsource": [
        "slug_a24d3a8c",
        "slug_a24d3a8c_like",
        "url_a7ebdaa0",
        "url_a7ebdaa0_like",
        "sha256_dc0a76b7",
        "sha256_dc0a76b7_like",
        "publisher_id_f2a92442",
        "reprint_of_id_234b1166",
        "history_user_id_83effe48",
    ],
}
NAMES = """
CREATE INDEX publisher_name ON sources_publisher (lower(name));
CREATE INDEX publisher_name_zh ON sources_publisher (name_zh);
CREATE INDEX publisher_other_names ON sources_publisher USING gin (other_names)
"""
NO_NAMES = "DROP INDEX publisher_name, publisher_name_zh, publisher_other_names"


def _dropped(table, name):
    column = name.removesuffix("_like").rsplit("_", 1)[0]
    sort = " varchar_pattern_ops" if name.endswith("_like") else ""
    back = f"CREATE INDEX {table}_{name} ON {table} ({column}{sort})"
    return migrations.RunSQL(f"DROP INDEX IF EXISTS {table}_{name}", back)


class Migration(migrations.Migration):
    dependencies = [("sources", "0004_sketch_index_at_once")]

    operations = [
        migrations.RemoveIndex(model_name="source", name="source_sketch"),
        migrations.AddIndex(
            model_name="source",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("sketch__0_48"), name="source_sketch", fastupdate=False
            ),
        ),
        *(_dropped(table, name) for table, names in UNREAD.items() for name in names),
        migrations.RunSQL(NAMES, NO_NAMES),
    ]
