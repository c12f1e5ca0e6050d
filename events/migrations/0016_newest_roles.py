"""The newest events of an organization, model or person without reading all of theirs.

In place of the index of the foreign key, whose column it begins with.
"""

from django.db import migrations

THROUGH = {
    "organization": "events_eventorganization_organization_id_048a469b",
    "model": "events_eventmodel_model_id_38a60cfe",
    "person": "events_eventperson_person_id_5e35dbb5",
}


def _instead(one, index):
    table = f"events_event{one}"
    return migrations.RunSQL(
        f"CREATE INDEX event_{one}_newest ON {table} ({one}_id, event_id);"
        f"DROP INDEX IF EXISTS {index}",
        f"CREATE INDEX {index} ON {table} ({one}_id); DROP INDEX event_{one}_newest",
    )


class Migration(migrations.Migration):
    dependencies = [("events", "0015_reading_a_part")]
    operations = [_instead(one, index) for one, index in THROUGH.items()]
