"""Every name of every organization, AI model, person and publisher, kept ready for typing.

A process reads them once and again only when a row of them has changed, which one query tells.
The names of what was merged lead to what it was merged into.
"""

import re
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.db import connection

from events.models import (
    AIModel,
    Event,
    EventModel,
    EventOrganization,
    EventPerson,
    ModelAlias,
    Organization,
    OrganizationAlias,
    Person,
    PersonAlias,
)
from events.search.tokens import WORD, fold
from sources.chinese import CHARACTER
from sources.models import Publisher, Source

ENTITIES: tuple[tuple[str, Any, Any, Any], ...] = (
    ("organization", Organization, OrganizationAlias, EventOrganization),
    ("model", AIModel, ModelAlias, EventModel),
    ("person", Person, PersonAlias, EventPerson),
)
PUBLISHER = "publisher"
FRESH_FOR = 600  # seconds that a sample is believed; it only orders what is suggested
USES, TITLES = 20_000, 3_000  # rows of a sample; smaller tables are read whole
_BETWEEN = re.compile(r"[\W_]+")
Key = tuple[str, int]


def squeezed(text: str) -> str:
    """Folded, without what stands between words: “llama 4”, “Llama-4” and “Llama4” alike."""
    return _BETWEEN.sub("", fold(text))


# When one name changes the others need not be folded again.
folded_name = lru_cache(maxsize=100_000)(fold)
squeezed_name = lru_cache(maxsize=100_000)(squeezed)


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """One organization, model, person or publisher with all its names, the main ones first."""

    kind: str
    pk: int
    slug: str
    name: str
    name_zh: str
    names: tuple[str, ...]

    @property
    def key(self) -> Key:
        return self.kind, self.pk


@dataclass(frozen=True, slots=True)
class Sample:
    """What a look at some rows tells: nothing is shown of it, it puts the better known first."""

    uses: Counter[Key]  # about how many events each takes part in
    words: Counter[str]  # Latin words of titles, with how often they occurred


class Names:
    def __init__(self, every: tuple[Named, ...]) -> None:
        self.every = every

    @cached_property
    def by_key(self) -> dict[Key, Named]:
        return {named.key: named for named in self.every}

    @cached_property
    def whole(self) -> dict[str, list[Named]]:
        """Each name as names are compared, with those who have it."""
        known: dict[str, list[Named]] = defaultdict(list)
        for named in self.every:
            for name in {squeezed_name(name) for name in named.names}:
                known[name].append(named)
        known.pop("", None)
        return known

    @cached_property
    def words(self) -> Counter[str]:
        """Latin words of names, with how many names have them."""
        return Counter(
            word for named in self.every for name in named.names for word in latin_words(name)
        )

    def beginning_with(self, text: str) -> list[Named]:
        """Those with a name, or a later part of one, that begins with the text."""
        return [self.every[number] for number in dict.fromkeys(self._numbers(text))]

    def with_words(self, text: str) -> list[Named]:
        """Those with parts of names that begin with each of the words, in any order."""
        words = [set(self._numbers(word)) for word in text.split() if squeezed(word)]
        return [self.every[number] for number in sorted(set.intersection(*words))] if words else []

    def _numbers(self, text: str) -> list[int]:
        typed = squeezed(text)
        beginnings, numbers = self._beginnings
        first = bisect_left(beginnings, typed)
        last = bisect_left(beginnings, f"{typed}\U0010ffff", lo=first)
        return numbers[first:last] if typed else []

    @cached_property
    def _beginnings(self) -> tuple[list[str], list[int]]:
        """What a reader may begin to type, sorted, each with the number of whom it names."""
        pairs = sorted(
            (beginning, number)
            for number, named in enumerate(self.every)
            for name in named.names
            for beginning in _beginnings(name)
        )
        return [beginning for beginning, _ in pairs], [number for _, number in pairs]


@lru_cache(maxsize=100_000)
def _beginnings(name: str) -> frozenset[str]:
    """The name from each of its words on; in Chinese from each character on."""
    text, places = folded_name(name), {0}
    for match in WORD.finditer(text):
        chinese = CHARACTER.match(match[0])
        places.update(range(match.start(), match.end()) if chinese else (match.start(),))
    return frozenset(_BETWEEN.sub("", text[place:]) for place in places)


def latin_words(text: str) -> list[str]:
    return [word for word in WORD.findall(fold(text)) if not CHARACTER.match(word)]


_kept: dict[str, tuple[object, Names]] = {}  # by name of the database
_sampled: dict[str, tuple[float, Sample]] = {}


def current_names() -> Names:
    """The names of the database as they are now."""
    database, version = connection.settings_dict["NAME"], _version()
    kept = _kept.get(database)
    if kept is None or kept[0] != version:
        kept = _kept[database] = (version, Names(tuple(_read())))
    return kept[1]


def current_sample() -> Sample:
    """What was sampled in the last minutes."""
    database, now = connection.settings_dict["NAME"], time.monotonic()
    kept = _sampled.get(database)
    if kept is None or now - kept[0] > FRESH_FOR:
        kept = _sampled[database] = (now, Sample(_uses(), _words_of_titles()))
    return kept[1]


def forget_names() -> None:
    """Read everything again when it is next needed."""
    _kept.clear()
    _sampled.clear()


def _version() -> object:
    """Changes whenever a name is added, changed or deleted; one query."""
    tables = [table for _, entity, alias, _ in ENTITIES for table in (entity, alias)]
    states = ", ".join(
        f"(SELECT (count(*), max(updated_at))::text FROM {table._meta.db_table})"  # noqa: S608
        for table in (*tables, Publisher)
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {states}")
        return cursor.fetchone()


def _read() -> Iterator[Named]:
    for kind, entity, alias, _ in ENTITIES:
        yield from _entities(kind, entity, alias)
    columns = ("id", "slug", "name", "name_zh", "other_names")
    for pk, slug, name, name_zh, others in Publisher.objects.order_by("id").values_list(*columns):
        yield Named(PUBLISHER, pk, slug, name, name_zh, _once(name, name_zh, *others))


def _entities(kind: str, entity: Any, alias: Any) -> Iterator[Named]:
    others: dict[int, list[str]] = defaultdict(list)
    for owner, text in alias.objects.order_by("id").values_list(f"{kind}_id", "text"):
        others[owner].append(text)
    columns = ("id", "merged_into", "slug", "name", "name_zh")
    rows = list(entity.objects.order_by("id").values_list(*columns))
    merged = {pk: into for pk, into, *_ in rows if into}
    for pk, into, _slug, name, name_zh in rows:
        if into:
            others[_last(into, merged)] += [name, name_zh, *others[pk]]
    for pk, into, slug, name, name_zh in rows:
        if not into:
            yield Named(kind, pk, slug, name, name_zh, _once(name, name_zh, *others[pk]))


def _last(pk: int, merged: dict[int, int]) -> int:
    for _ in merged:
        pk = merged.get(pk, pk)
    return pk


def _once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _uses() -> Counter[Key]:
    uses: Counter[Key] = Counter()
    tables = [(kind, role, f"{kind}_id") for kind, _, _, role in ENTITIES]
    for kind, model, column in [*tables, (PUBLISHER, Source, "publisher_id")]:
        share = _share(model, USES)
        for pk, times in _sampled_rows(model, f"{column}, count(*)", share, "GROUP BY 1"):
            if pk:
                uses[kind, pk] = round(times / share)
    return uses


def _words_of_titles() -> Counter[str]:
    sampled = [pk for (pk,) in _sampled_rows(Event, "id", _share(Event, TITLES))]
    titles = Event.objects.published().filter(pk__in=sampled).order_by()
    return Counter(
        word for title in titles.values_list("title_en", flat=True) for word in latin_words(title)
    )


def _share(model: Any, rows: int) -> float:
    """The part of a table that has about so many rows, as PostgreSQL estimates its size."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        return min(1.0, rows / max(float(cursor.fetchone()[0]), 1.0))


def _sampled_rows(model: Any, columns: str, share: float, rest: str = "") -> list[tuple[Any, ...]]:
    """What a query gives for this part of a table, taken as whole pages from all over it."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM {table} TABLESAMPLE SYSTEM (%s) {rest}",  # noqa: S608
            [100 * share],
        )
        return list(cursor.fetchall())
