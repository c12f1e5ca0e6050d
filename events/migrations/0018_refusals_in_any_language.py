"""Why a document was refused is kept as a message with its values, worded when it is shown.

What was kept before stays in the language of its moment.
"""

from django.db import migrations, models

FORWARD = """
UPDATE events_incomingdocument SET refusals = (
    SELECT jsonb_agg(jsonb_build_object('text', line) ORDER BY place)
    FROM regexp_split_to_table(detail, E'\\n') WITH ORDINALITY lines (line, place)
) WHERE detail <> ''
"""
BACKWARD = """
UPDATE events_incomingdocument SET detail = (
    SELECT string_agg(COALESCE(said->>'text', said->>'message'), E'\\n')
    FROM jsonb_array_elements(refusals) said
) WHERE refusals <> '[]'
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0017_states_know_their_events")]

    operations = [
        migrations.AddField(
            model_name="incomingdocument",
            name="refusals",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="A message for each document of the file that was refused, with its values.",
                verbose_name="why it was refused",
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.RemoveField(model_name="incomingdocument", name="detail"),
    ]
