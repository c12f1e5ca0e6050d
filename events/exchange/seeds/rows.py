"""Writes records to the database: new rows in bulk, changes one by one, all under the rules.

Every row goes through full_clean(). For new rows its database questions (does the reference
exist, is the value unique, do the constraints hold) are put once, by inserting: the database
asks the same. Only when it refuses are they put row by row, to say in words which and why.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from simple_history.utils import bulk_create_with_history

from events.exchange.seeds.problems import Problem, SeedsError
from events.exchange.seeds.records import (
    TABLES,
    Keys,
    Record,
    Table,
    assign,
    stored_inside,
)
from events.exchange.seeds.seed import Seed, Steps
from events.models import Claim, Entity, Event
from events.search.indexing import entity_document, reindex_events
from sources.models import Source

REASON = "import_seeds"
BATCH = 500

Placed = tuple[Any, Seed, Steps]  # a row, its seed and where in it the row is written


def create(kind: str, seeds: Iterable[Seed], keys: Keys) -> None:
    """Insert new records with all that is inside them."""
    table = TABLES[kind]
    made: dict[int, Seed] = {}
    pending = list(seeds)
    while pending:  # those that refer to others of their kind come after these
        known = [seed for seed in pending if _refers_to_known(table, kind, seed, keys)]
        ready = known or pending  # in a circle, which was refused before, this fails at once
        placed: list[Placed] = [(_new(table, seed.record, keys), seed, ()) for seed in ready]
        _insert(table.model, placed)
        for row, seed, _ in placed:
            made[row.pk] = seed
            keys[kind][seed.slug] = row.pk
            _set_many(table, row, seed, keys)
        pending = [seed for seed in pending if seed.slug not in keys[kind]]
    for key, inner in table.inside.items():
        wanted = [
            (owner, seed, (key, place), item)
            for owner, seed in made.items()
            for place, item in enumerate(seed.record.get(key, ()))
        ]
        _insert_inside(inner, wanted, keys)
    if made:
        _index(table, made)


def change(seed: Seed, here: Record, keys: Keys) -> None:
    """Make one record in the database as its seed says, touching only the rows that differ."""
    table = TABLES[seed.kind]
    row = table.model._default_manager.get(slug=seed.slug)
    if isinstance(row, Event):
        row.claims_follow = True
        row.version += 1  # so that an editor with the form open is told
    if isinstance(row, Event) or _columns_differ(table, here, seed.record):
        assign(table, row, seed.record, keys)
        save(row, seed, ())
    _set_many(table, row, seed, keys)
    for key, inner in table.inside.items():
        if here.get(key) != seed.record.get(key):
            _change_inside(inner, row.pk, seed, key, keys)
    if isinstance(row, Entity):
        row.reindex()


def _refers_to_known(table: Table, kind: str, seed: Seed, keys: Keys) -> bool:
    needed = (seed.record.get(column.key) for column in table.columns if column.refers_to == kind)
    return all(slug is None or slug in keys[kind] for slug in needed)


def _new(table: Table, record: Record, keys: Keys) -> Any:
    row = table.model()
    assign(table, row, record, keys)
    if isinstance(row, Event):
        row.claims_follow = True
    return row


def _insert_inside(
    table: Table, wanted: Sequence[tuple[int, Seed, Steps, Record]], keys: Keys
) -> None:
    placed: list[Placed] = []
    for owner, seed, path, item in wanted:
        row = _new(table, item, keys)
        setattr(row, f"{table.owner}_id", owner)
        placed.append((row, seed, path))
    _attach_sources([row for row, _, _ in placed])
    _insert(table.model, placed)


def _attach_sources(rows: Sequence[Any]) -> None:
    """Give claims their source at once: clean() reads its text and its date."""
    claims = [row for row in rows if isinstance(row, Claim)]
    sources = Source.objects.in_bulk({claim.source_id for claim in claims})
    for claim in claims:
        claim.source = sources[claim.source_id]


def _insert(model: Any, placed: Sequence[Placed]) -> None:
    if not placed:
        return
    relations = {field.name for field in model._meta.fields if field.is_relation}
    problems = [
        problem
        for row, seed, path in placed
        for problem in _refused(
            row,
            seed,
            path,
            exclude=relations,
            validate_unique=False,
            validate_constraints=False,
        )
    ]
    if problems:
        raise SeedsError(problems)
    rows = [row for row, _, _ in placed]
    try:
        with transaction.atomic():
            bulk_create_with_history(rows, model, BATCH, default_change_reason=REASON)
    except IntegrityError as error:
        raise SeedsError(_words_for(error, placed)) from error


def _words_for(error: IntegrityError, placed: Sequence[Placed]) -> list[Problem]:
    problems: list[Problem] = []
    for row, seed, path in placed:
        row.pk, row._state.adding = None, True
        problems.extend(_refused(row, seed, path))
    first = placed[0][1]
    return problems or [Problem(first.file, 0, str(error).splitlines()[0])]


def _refused(row: Any, seed: Seed, path: Steps, **options: Any) -> list[Problem]:
    try:
        row.full_clean(**options)
    except ValidationError as error:
        return [
            seed.problem(words if key == NON_FIELD_ERRORS else f"{key}: {words}", *path)
            for key, all_words in error.message_dict.items()
            for words in all_words
        ]
    return []


def save(row: Any, seed: Seed, path: Steps) -> None:
    row._change_reason = REASON
    problems = _refused(row, seed, path)
    if problems:
        raise SeedsError(problems)
    row.save()


def _columns_differ(table: Table, here: Record, seed: Record) -> bool:
    return any(here.get(column.key) != seed.get(column.key) for column in table.columns)


def _set_many(table: Table, row: Any, seed: Seed, keys: Keys) -> None:
    for column in table.many:
        row._change_reason = REASON
        wanted = [keys[column.refers_to][slug] for slug in seed.record.get(column.key, ())]
        _set_in_order(getattr(row, column.field.name), wanted)


def _set_in_order(related: Any, wanted: list[int]) -> None:
    """Rows of the through table in the order of the seed, with one line of history."""
    owner, other = f"{related.source_field_name}_id", f"{related.target_field_name}_id"
    rows = related.through.objects.filter(**{owner: related.instance.pk}).order_by("pk")
    if list(rows.values_list(other, flat=True)) == wanted:
        return
    if not wanted:
        related.clear()
        return
    rows.delete()
    *first, last = wanted
    related.through.objects.bulk_create(
        related.through(**{owner: related.instance.pk, other: pk}) for pk in first
    )
    related.add(last)  # tells history, which reads all of them


def _change_inside(table: Table, owner: int, seed: Seed, key: str, keys: Keys) -> None:
    existing = stored_inside(table, owner)
    wanted = dict(enumerate(seed.record.get(key, ())))
    pairs = _pairs(table, existing, wanted)
    manager = table.model._default_manager
    for row in manager.filter(pk__in=existing.keys() - {pk for pk, _ in pairs}):
        row._change_reason = REASON
        row.delete()
    for pk, place in pairs:
        item = wanted.pop(place)
        if existing[pk] != item:
            row = manager.get(pk=pk)
            assign(table, row, item, keys)
            save(row, seed, (key, place))
    new = [(owner, seed, (key, place), item) for place, item in wanted.items()]
    _insert_inside(table, new, keys)
    if table.owner == "event":
        reindex_events({owner})


def _pairs(
    table: Table, existing: dict[int, Record], wanted: dict[int, Record]
) -> list[tuple[int, int]]:
    """Which row becomes which wanted item: equal ones first, then those most alike."""
    pairs: list[tuple[int, int]] = []
    rows, items = dict(existing), dict(wanted)
    for likeness in (lambda item: item, *table.alike):
        for place, item in list(items.items()):
            found = next((pk for pk, row in rows.items() if likeness(row) == likeness(item)), None)
            if found is not None:
                pairs.append((found, place))
                del rows[found], items[place]
    return pairs


def _index(table: Table, made: Iterable[int]) -> None:
    if issubclass(table.model, Event):
        reindex_events(list(made))
    elif issubclass(table.model, Entity):
        entities = list(table.model.objects.filter(pk__in=made).prefetch_related("aliases"))
        for entity in entities:
            entity.search = entity_document(entity)
        table.model.objects.bulk_update(entities, ["search"], BATCH)
