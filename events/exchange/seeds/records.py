"""Database rows as the plain records that stand in the files, and back: the one serialisation.

A record is a dict with its keys in the order of the schema; empty values are left out and the
lists inside it are sorted, so two records are the same exactly when they are equal.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce

from dates import PartialDate
from events.exchange.seeds import schema
from events.models import (
    AIModel,
    Claim,
    Entity,
    Event,
    EventLink,
    EventModel,
    EventOrganization,
    EventPerson,
    ModelAlias,
    Organization,
    OrganizationAlias,
    Person,
    PersonAlias,
)
from sources.models import Publisher, Source

Record = dict[str, Any]
Keys = dict[str, dict[str, int]]  # kind → slug → primary key

KIND_OF: dict[Any, str] = {
    Publisher: "publisher",
    Source: "source",
    Organization: "organization",
    AIModel: "model",
    Person: "person",
    Event: "event",
}
EMPTY: tuple[Any, ...] = (None, "", [])


class Column(NamedTuple):
    key: str  # in the file
    field: Any  # of the model
    refers_to: str  # a kind, or "" for a value

    @property
    def lookup(self) -> Any:
        name: str = self.field.name
        if self.refers_to and issubclass(self.field.related_model, Entity):
            return Coalesce(f"{name}__merged_into__slug", f"{name}__slug")
        return f"{name}__slug" if self.refers_to else name


@dataclass(frozen=True)
class Table:
    """A model and the keys its rows have in the files."""

    schema: type[schema.Seed]
    model: Any
    owner: str = ""  # of the rows inside another record: the field that points to it
    renamed: Mapping[str, str] = field(default_factory=dict)
    omitted: Mapping[str, str] = field(default_factory=dict)  # values so usual they are left out
    order: Callable[[Record], Any] = lambda record: record["slug"]
    # What makes a row inside a record the one that was changed, best likeness first.
    alike: tuple[Callable[[Record], Any], ...] = ()
    inside: Mapping[str, "Table"] = field(default_factory=dict)

    @cached_property
    def columns(self) -> list[Column]:
        return [self._column(key) for key in self._keys if not self._field(key).many_to_many]

    @cached_property
    def many(self) -> list[Column]:
        """Keys that hold a list of slugs."""
        return [self._column(key) for key in self._keys if self._field(key).many_to_many]

    @cached_property
    def _keys(self) -> list[str]:
        return [key for key in self.schema.model_fields if key not in self.inside]

    def _field(self, key: str) -> Any:
        return self.model._meta.get_field(self.renamed.get(key, key))

    def _column(self, key: str) -> Column:
        found = self._field(key)
        return Column(key, found, KIND_OF[found.related_model] if found.is_relation else "")


def _said(claim: Record) -> tuple[Any, ...]:
    places = (claim.get("start", -1), claim.get("end", -1))
    return (
        claim["source"],
        *places,
        *(claim.get(key, "") for key in ("quote", "says_en", "says_zh")),
    )


def _aliases(model: Any, owner: str) -> dict[str, Table]:
    table = Table(
        schema.AliasSeed,
        model,
        owner,
        order=lambda alias: alias["text"],
        alike=(lambda alias: alias["text"].lower(),),
    )
    return {"aliases": table}


def _roles(seed: type[schema.Seed], model: Any, key: str) -> Table:
    return Table(
        seed,
        model,
        "event",
        order=lambda role: (role[key], role["role"]),
        alike=(lambda role: role[key],),
    )


# In an order in which each kind refers only to those before it, and to itself.
TABLES: dict[str, Table] = {
    "publisher": Table(schema.PublisherSeed, Publisher),
    "source": Table(schema.SourceSeed, Source),
    "organization": Table(
        schema.OrganizationSeed,
        Organization,
        inside=_aliases(OrganizationAlias, "organization"),
    ),
    "model": Table(schema.ModelSeed, AIModel, inside=_aliases(ModelAlias, "model")),
    "person": Table(schema.PersonSeed, Person, inside=_aliases(PersonAlias, "person")),
    "event": Table(
        schema.EventSeed,
        Event,
        inside={
            "organizations": _roles(schema.OrganizationRoleSeed, EventOrganization, "organization"),
            "models": _roles(schema.ModelRoleSeed, EventModel, "model"),
            "people": _roles(schema.PersonRoleSeed, EventPerson, "person"),
            "claims": Table(
                schema.ClaimSeed,
                Claim,
                "event",
                renamed={"start": "quote_start", "end": "quote_end"},
                omitted={"rank": Claim.Rank.NORMAL},
                order=_said,
                alike=(
                    lambda claim: (claim["source"], claim.get("start"), claim.get("end")),
                    lambda claim: (claim["source"], claim.get("quote")),
                ),
            ),
            "links": Table(
                schema.LinkSeed,
                EventLink,
                "from_event",
                renamed={"event": "to_event"},
                order=lambda link: (link["kind"], link["event"]),
                alike=(lambda link: link["event"],),
            ),
        },
    ),
}


def canonical(table: Table, record: Mapping[str, Any]) -> Record:
    """The record with its keys in order, empty and usual values left out, inner lists sorted."""
    ordered: Record = {}
    for key in table.schema.model_fields:
        value = record.get(key)
        if key in table.inside and value:
            inner = table.inside[key]
            value = sorted((canonical(inner, item) for item in value), key=inner.order)
        if value not in EMPTY and value != table.omitted.get(key):
            ordered[key] = value
    return ordered


def references(
    table: Table, record: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Where a record refers to another: the path in it, kind and slug. Copes with any data."""
    if not isinstance(record, dict):
        return
    for column in (*table.columns, *table.many):
        found = record.get(column.key)
        if column.refers_to and isinstance(found, str):
            yield (*path, column.key), column.refers_to, found
        elif column.refers_to and isinstance(found, list):
            for place, slug in enumerate(found):
                if isinstance(slug, str):
                    yield (*path, column.key, place), column.refers_to, slug
    for key, inner in table.inside.items():
        items = record.get(key)
        for place, item in enumerate(items if isinstance(items, list) else ()):
            yield from references(inner, item, (*path, key, place))


def stored(kind: str) -> dict[str, Record]:
    """Every record of a kind in the database, by slug; what was merged away is left out."""
    table = TABLES[kind]
    rows = table.model._default_manager.order_by()
    if issubclass(table.model, Entity):
        rows = rows.current()
    by_key = {row[0]: _record(table, row[1:]) for row in rows.values_list("pk", *_lookups(table))}
    for column in table.many:
        _add_many(column, table.model, by_key)
    for key, inner in table.inside.items():
        for owner, item in _inside(inner):
            if owner in by_key:
                by_key[owner].setdefault(key, []).append(item)
    records = (canonical(table, record) for record in by_key.values())
    return {record["slug"]: record for record in records}


def stored_inside(table: Table, owner: int) -> dict[int, Record]:
    """The rows inside one record, by primary key."""
    rows = table.model._default_manager.filter(**{table.owner: owner}).order_by("pk")
    return {
        row[0]: canonical(table, _record(table, row[1:]))
        for row in rows.values_list("pk", *_lookups(table))
    }


def primary_keys() -> Keys:
    """Slug to primary key; a merged slug leads to what it was merged into."""
    keys: Keys = {}
    for kind, table in TABLES.items():
        target: Any = F("pk")
        if issubclass(table.model, Entity):
            target = Coalesce("merged_into", "pk")
        keys[kind] = dict(table.model._default_manager.order_by().values_list("slug", target))
    return keys


def assign(table: Table, row: models.Model, record: Mapping[str, Any], keys: Keys) -> None:
    """Set every column of a row from a record; what the record leaves out becomes empty."""
    for column in table.columns:
        value = record.get(column.key, table.omitted.get(column.key))
        if column.refers_to:
            setattr(row, column.field.attname, keys[column.refers_to][value] if value else None)
        elif value is None:
            setattr(row, column.field.name, _empty(column.field))
        else:
            setattr(row, column.field.name, column.field.to_python(value))


def _empty(field: Any) -> Any:
    if field.null:
        return None
    return [] if field.get_internal_type() == "ArrayField" else ""


def _lookups(table: Table) -> list[Any]:
    return [column.lookup for column in table.columns]


def _record(table: Table, values: tuple[Any, ...]) -> Record:
    record = {
        column.key: _plain(value) for column, value in zip(table.columns, values, strict=True)
    }
    return _with_short_quote(record) if "quote" in record else record


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, str):
        return value.replace("\r\n", "\n")  # browsers send these for every line of a form
    return schema.moment_text(value) if isinstance(value, datetime) else value


def _with_short_quote(claim: Record) -> Record:
    """Editors may quote more than the seeds carry; files and comparison have its beginning."""
    if len(claim["quote"]) > schema.LONGEST_QUOTE:
        claim["quote"] = claim["quote"][: schema.LONGEST_QUOTE]
        if claim["start"] is not None:
            claim["end"] = claim["start"] + schema.LONGEST_QUOTE
    return claim


def _inside(table: Table) -> Iterator[tuple[int, Record]]:
    rows = table.model._default_manager.order_by("pk")
    for row in rows.values_list(f"{table.owner}_id", *_lookups(table)):
        yield row[0], _record(table, row[1:])


def _add_many(column: Column, model: Any, by_key: dict[int, Record]) -> None:
    lists: dict[int, list[str]] = defaultdict(list)
    through = getattr(model, column.field.name).through
    owner = column.field.m2m_field_name()
    other = column.field.m2m_reverse_field_name()
    for pk, slug in through.objects.order_by("pk").values_list(f"{owner}_id", f"{other}__slug"):
        lists[pk].append(slug)
    for pk, slugs in lists.items():
        by_key[pk][column.key] = slugs
