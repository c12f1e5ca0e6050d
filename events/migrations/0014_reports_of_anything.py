"""A report of a mistake may be about anything that has a page, not only about an event."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def about_events(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    reports = apps.get_model("events", "MistakeReport").objects.all()
    if reports.exists():
        kinds = apps.get_model("contenttypes", "ContentType").objects
        kind, _made = kinds.get_or_create(app_label="events", model="event")
        reports.update(content_type=kind, object_id=models.F("event_id"))


def only_events(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    reports = apps.get_model("events", "MistakeReport").objects.all()
    events = apps.get_model("events", "Event").objects.values("pk")
    about = {"content_type__model": "event", "object_id__in": events}
    reports.exclude(**about).delete()
    reports.update(event_id=models.F("object_id"))


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("events", "0013_claims_tell_how_sure"),
    ]

    operations = [
        migrations.AlterField(
            model_name="mistakereport",
            name="version",
            field=models.PositiveIntegerField(
                help_text="Only events have versions.",
                null=True,
                verbose_name="version it was reported on",
            ),
        ),
        migrations.AlterField(
            model_name="mistakereport",
            name="event",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mistake_reports",
                to="events.event",
                verbose_name="event",
            ),
        ),
        migrations.AddField(
            model_name="mistakereport",
            name="content_type",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="contenttypes.contenttype",
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="mistakereport",
            name="object_id",
            field=models.BigIntegerField(null=True, verbose_name="number"),
        ),
        migrations.RunPython(about_events, only_events),
        # What the rows above still have to be checked for is checked before their table changes.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL IMMEDIATE"),
        migrations.AlterField(
            model_name="mistakereport",
            name="content_type",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                to="contenttypes.contenttype",
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="mistakereport",
            name="object_id",
            field=models.BigIntegerField(verbose_name="number"),
        ),
        migrations.RemoveField(model_name="mistakereport", name="event"),
        migrations.AlterField(
            model_name="mistakereport",
            name="subject",
            field=models.CharField(
                choices=[
                    ("name", "a name, a title or a spelling"),
                    ("fact", "what is said about it"),
                    ("date", "the date"),
                    ("status", "whether it happened, or how sure it is"),
                    ("source", "a source or what it is said to say"),
                    ("link", "a link"),
                    ("duplicate", "it is here twice"),
                    ("translation", "the wording or translation"),
                    ("other", "something else"),
                ],
                max_length=12,
                verbose_name="what is wrong",
            ),
        ),
    ]
