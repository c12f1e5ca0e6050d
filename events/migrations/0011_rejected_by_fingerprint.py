"""Near copies of what was rejected are found however many open proposals lie beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0010_reports_and_promises")]

    operations = [
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(
                condition=models.Q(("state", "rejected")),
                fields=["fingerprint"],
                name="proposal_rejected",
            ),
        ),
    ]
