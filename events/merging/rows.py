"""Rows that hang on others, and rows kept as data."""

import json
from collections.abc import Iterator
from typing import Any

from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models

from events.models import AIModel, Event, Merge, Organization, Person

KINDS: dict[str, Any] = {
    Merge.Kind.EVENT: Event,
    Merge.Kind.ORGANIZATION: Organization,
    Merge.Kind.MODEL: AIModel,
    Merge.Kind.PERSON: Person,
}
COMPUTED = {"search", "timeline_position"}
Data = dict[str, Any]


def kind_of(row: models.Model) -> str:
    return next(kind for kind, model in KINDS.items() if isinstance(row, model))


def hanging_on(row: models.Model) -> Iterator[tuple[Any, str]]:
    """Each row with a foreign key to this one, and the key's name.

    Not those of histories, which keep what was, nor those that the database's triggers keep.
    """
    for relation in row._meta.related_objects:
        if relation.one_to_many and relation.on_delete is not models.DO_NOTHING:
            name = relation.field.name
            rows = relation.related_model._default_manager.filter(**{name: row}).order_by("pk")
            yield from ((hanging, name) for hanging in rows)


def fits(row: models.Model) -> bool:
    """Whether the database's rules would take the row as it is now."""
    try:
        row.validate_constraints()
    except ValidationError:
        return False
    return True


def attach(row: Any, name: str, to: models.Model | None, user: Any) -> None:
    """Save the row with its key to another one; an event so changed has a new version."""
    setattr(row, name, to)
    changed = [name, *(also for also in ("version", "updated_at") if hasattr(row, also))]
    if isinstance(row, Event):
        row.version += 1
    row._history_user = user
    row.save(update_fields=changed)


def kept(row: models.Model) -> Data:
    """The row as JSON takes it."""
    names = [field.name for field in row._meta.concrete_fields if field.name not in COMPUTED]
    data: Data = json.loads(serializers.serialize("json", [row], fields=names))[0]
    if created := getattr(row, "created_at", None):
        data["fields"]["created_at"] = created.isoformat()  # the serializer cuts microseconds off
    return data


def put_back(data: Data, user: Any) -> Any:
    """Insert a kept row under its old key; it was created when it first was."""
    row: Any = next(iter(serializers.deserialize("python", [data]))).object
    created = getattr(row, "created_at", None)
    if isinstance(row, Event):
        row.version += 1
    row._history_user = user
    row.save(force_insert=True)
    if created:
        type(row)._default_manager.filter(pk=row.pk).update(created_at=created)
    return row
