"""Indexes that nobody reads, or whose columns begin another: storing proposals fills them all."""

from django.db import migrations

UNREAD = {
    "events_proposal": ["source_id_cdf07f1b"],  # proposal_once begins with it
    "events_historicalproposal": [
        "event_id_950153a2",
        "source_id_8d79f8be",
        "history_user_id_9bf1b765",
    ],
}


def _dropped(table, name):
    back = f"CREATE INDEX {table}_{name} ON {table} ({name.rsplit('_', 1)[0]})"
    return migrations.RunSQL(f"DROP INDEX IF EXISTS {table}_{name}", back)


class Migration(migrations.Migration):
    dependencies = [("events", "0011_rejected_by_fingerprint")]

    operations = [_dropped(table, name) for table, names in UNREAD.items() for name in names]
