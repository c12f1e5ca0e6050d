"""Storing a proposal fills no index of decisions: what waits is looked up by none of them."""

from django.db import migrations, models

FOR_ALL = "events_proposal_event_id_3be71eee"


class Migration(migrations.Migration):
    dependencies = [("events", "0021_why_this_date_in_both_languages")]

    operations = [
        migrations.AddIndex(
            "proposal",
            models.Index(
                fields=["fingerprint"],
                name="proposal_decided",
                condition=models.Q(("state", "rejected"), ("event__isnull", False), _connector="OR"),
            ),
        ),
        migrations.RemoveIndex("proposal", "proposal_fingerprint"),
        migrations.AddIndex(
            "proposal",
            models.Index(
                fields=["event"],
                name="proposal_of_event",
                condition=models.Q(("event__isnull", False)),
            ),
        ),
        migrations.RunSQL(
            f"DROP INDEX IF EXISTS {FOR_ALL}",
            f"CREATE INDEX IF NOT EXISTS {FOR_ALL} ON events_proposal (event_id)",
        ),
    ]
