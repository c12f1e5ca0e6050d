"""A new source in one statement, with its bytes, the publishers it cites and a line of history.

Django would take five, and four objects more.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils import timezone

from dates.fields import PartialDateField
from sources.models import RawDocument, Source
from sources.storing.asking import array, texts
from sources.storing.wire import Question, Value

_HISTORY = Source.history.model  # asking the manager for it makes a class each time


def insertion(
    source: Source, raw: RawDocument, cited: Sequence[int], reason: str, by: Any = None
) -> Question:
    """What stores both, with the ids of the publishers cited; the source knows its id already."""
    user: Any = by or _HISTORY.get_default_history_user(source)
    now = source.created_at = source.updated_at = raw.received_at = timezone.now()
    source._state.adding, source._state.db = False, connection.alias
    told = {"now": now.isoformat(), "reason": reason, "user": getattr(user, "pk", None)}
    values = {
        parameter: write(row.__dict__[name])
        for row, columns in ((source, _OF_SOURCE), (raw, _OF_RAW))
        for parameter, name, write in columns
    }
    return _STATEMENT, values | told | {"cited": array(cited)}


def _writer(field: Any) -> Callable[[Any], Value]:
    """What makes a value of the field one that can be sent."""
    match field:
        case models.JSONField():
            return _encoder.encode
        case ArrayField(base_field=models.IntegerField()):
            return array
        case ArrayField():
            return texts
        case PartialDateField() | models.DateField():
            return lambda value: value and str(value)
    return lambda value: value


_encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def _columns(model: type[models.Model], prefix: str = "") -> list[tuple[str, str, Any]]:
    """Of each column the parameter, the attribute and the writer."""
    return [
        (f"{prefix}{field.column}", field.attname, _writer(field))
        for field in model._meta.concrete_fields
        if not (field.primary_key and prefix)
    ]


_OF_SOURCE, _OF_RAW = _columns(Source), _columns(RawDocument, "raw_")


def _statement() -> str:
    columns = [name for name, *_ in _OF_SOURCE]
    told = ", ".join(field.column for field in _HISTORY.tracked_fields)
    of_raw = [name.removeprefix("raw_") for name, *_ in _OF_RAW]
    return f"""
        WITH made AS (
            INSERT INTO sources_source ({", ".join(columns)})
            VALUES ({", ".join(f"%({column})s" for column in columns)}) RETURNING *
        ), kept AS (
            INSERT INTO sources_rawdocument ({", ".join(of_raw)})
            VALUES ({", ".join(f"%(raw_{column})s" for column in of_raw)})
        ), told AS (
            INSERT INTO sources_historicalsource ({told},
                history_date, history_change_reason, history_type, history_user_id)
            SELECT {told}, %(now)s::timestamptz, %(reason)s::text, '+', %(user)s::bigint
            FROM made RETURNING *
        ), cited AS (
            INSERT INTO sources_source_relies_on (source_id, publisher_id)
            SELECT %(id)s::bigint, publisher FROM unnest(%(cited)s::bigint[]) publisher RETURNING *
        ), cited_told AS (
            INSERT INTO sources_historicalsource_relies_on
                (id, source_id, publisher_id, history_id)
            SELECT cited.id, source_id, cited.publisher_id, history_id FROM cited, told
        )
        SELECT
    """  # noqa: S608  # names of columns


_STATEMENT = _statement()
