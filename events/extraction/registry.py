"""Names of organizations, models and people, as extraction looks for them.

`Registry` is plain data. It comes from the database (`current_registry`, kept by the process until
a row changes) or straight from a folder of seeds, without a database (`registry_from_seeds`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.db.models import Q

from events.exchange.seeds.layout import find_files
from events.exchange.seeds.problems import Problem, SeedsError
from events.exchange.seeds.reading import read
from events.extraction.found import EntityKind
from events.models import AIModel, Organization, Person
from events.models.entity import Entity, ModelAlias, OrganizationAlias, PersonAlias
from sources.validation import CuratedModel

TABLES: dict[EntityKind, type[Entity]] = {
    EntityKind.ORGANIZATION: Organization,
    EntityKind.MODEL: AIModel,
    EntityKind.PERSON: Person,
}


_HEAD = re.compile(r"[A-Za-z]{3,}")
OUTLET, PLATFORM = "outlet", "platform"  # sorts of organizations


@dataclass(frozen=True, slots=True)
class Entry:
    """One organization, model or person with all its names."""

    kind: EntityKind
    slug: str
    name: str
    name_zh: str = ""
    aliases: tuple[str, ...] = ()
    sort: str = ""  # the entity's own kind: company, lab; family, model, product; "" for people
    developer: str = ""  # slug of a model's developer
    family: str = ""  # slug of a model's family
    parent: str = ""  # slug of what an organization is part of
    country: str = ""  # of an organization, as ISO 3166 has it

    @property
    def names(self) -> tuple[str, ...]:
        """Every name once, the main one first."""
        every = dict.fromkeys((self.name, self.name_zh, *self.aliases))
        return tuple(name for name in every if name)

    @property
    def kin(self) -> tuple[str, ...]:
        """What relatives have in common: organizations a slug, models a developer or family."""
        if self.kind == EntityKind.ORGANIZATION:
            keys = [self.slug, self.parent]
        elif self.kind == EntityKind.MODEL:
            families = (f"model {slug}" for slug in (self.slug, self.family) if slug)
            keys = [self.developer, *families]
        else:
            keys = [self.developer]
        return tuple(key for key in keys if key)


@dataclass(frozen=True, eq=False)
class Registry:
    """All entries; two registries are the same only when they are one object."""

    entries: tuple[Entry, ...]
    ids: dict[tuple[EntityKind, str], int] = field(default_factory=dict)  # of rows, by slug

    @cached_property
    def by_slug(self) -> dict[tuple[EntityKind, str], Entry]:
        return {(entry.kind, entry.slug): entry for entry in self.entries}

    @cached_property
    def carriers(self) -> dict[str, str]:
        """Slug to sort of the organizations that report about others, or carry what they post."""
        every = (one for one in self.entries if one.kind == EntityKind.ORGANIZATION)
        return {one.slug: one.sort for one in every if one.sort in (OUTLET, PLATFORM)}

    @cached_property
    def model_heads(self) -> frozenset[str]:
        """First words of the models, folded: with a number they are one more of them."""
        models = (one for one in self.entries if one.sort in ("family", "model"))
        heads = (_HEAD.match(one.name) for one in models if one.kind == EntityKind.MODEL)
        return frozenset(head[0].casefold() for head in heads if head)

    @cached_property
    def _products(self) -> dict[str, list[Entry]]:
        products: dict[str, list[Entry]] = defaultdict(list)
        for one in self.entries:
            if one.kind == EntityKind.MODEL and one.developer:
                products[one.developer].append(one)
        return products

    def products_of(self, developer: str) -> list[Entry]:
        """The models and products of an organization, by its slug."""
        return self._products.get(developer, [])

    @cached_property
    def makers_in_names(self) -> frozenset[str]:
        """Slugs of organizations whose models carry their name, as DeepSeek R1."""
        models = (one for one in self.entries if one.kind == EntityKind.MODEL)
        pairs = ((self.find(EntityKind.ORGANIZATION, one.developer), one) for one in models)
        return frozenset(
            maker.slug
            for maker, one in pairs
            if maker and one.name.casefold().startswith(maker.name.casefold())
        )

    @cached_property
    def organizations_by_name(self) -> dict[str, Entry]:
        """By every name of theirs, in lower case."""
        organizations = (one for one in self.entries if one.kind == EntityKind.ORGANIZATION)
        return {name.casefold(): one for one in organizations for name in one.names}

    def find(self, kind: EntityKind, slug: str) -> Entry | None:
        return self.by_slug.get((kind, slug))


def registry_of(entries: Iterable[Entry]) -> Registry:
    return Registry(tuple(entries))


_kept: dict[str, tuple[object, Registry]] = {}  # by name of the database


def current_registry() -> Registry:
    """The registry of the database; read again only when a row of it has changed."""
    database, version = connection.settings_dict["NAME"], _version()
    kept = _kept.get(database)
    if kept is None or kept[0] != version:
        kept = _kept[database] = (version, registry_from_database())
    return kept[1]


def registry_from_database() -> Registry:
    rows = [(number, entry) for kind in TABLES for number, entry in _stored(kind)]
    ids = {(entry.kind, entry.slug): number for number, entry in rows}
    return Registry(tuple(entry for _, entry in rows), ids)


def _version() -> object:
    """Changes whenever a name is added, changed or deleted; one query."""
    aliases: list[type[CuratedModel]] = [OrganizationAlias, ModelAlias, PersonAlias]
    states = ", ".join(
        f"(SELECT (count(*), max(updated_at))::text FROM {model._meta.db_table})"  # noqa: S608
        for model in (*TABLES.values(), *aliases)
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {states}")
        return cursor.fetchone()


def _stored(kind: EntityKind) -> Iterator[tuple[int, Entry]]:
    """The current entities of a kind with their ids; names of those merged into them are theirs."""
    own = {
        EntityKind.ORGANIZATION: ("kind", "parent__slug", "country"),
        EntityKind.MODEL: ("kind", "developer__slug", "family__slug"),
        EntityKind.PERSON: (),
    }[kind]
    aliases = ArrayAgg(
        "aliases__text", filter=Q(aliases__isnull=False), order_by="aliases__id", default=[]
    )
    rows = list(
        TABLES[kind]
        ._default_manager.order_by("id")
        .annotate(other_names=aliases)
        .values("id", "merged_into", "slug", "name", "name_zh", "other_names", *own)
    )
    former = _names_of_merged(rows)
    for row in rows:
        if row["merged_into"] is None:
            entry = Entry(
                kind,
                row["slug"],
                row["name"],
                row["name_zh"],
                (*row["other_names"], *former[row["id"]]),
                sort=row.get("kind", ""),
                developer=row.get("developer__slug") or "",
                family=row.get("family__slug") or "",
                parent=row.get("parent__slug") or "",
                country=row.get("country") or "",
            )
            yield row["id"], entry


def _names_of_merged(rows: list[dict[str, Any]]) -> dict[int, list[str]]:
    target = {row["id"]: row["merged_into"] for row in rows if row["merged_into"]}
    names: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        final, steps = row["id"], 0
        while final in target and steps < len(target):
            final, steps = target[final], steps + 1
        if final != row["id"]:
            names[final] += [row["name"], row["name_zh"], *row["other_names"]]
    return names


_SEEDED = {"organization", "model", "person"}


def registry_from_seeds(root: Path) -> Registry:
    """The registry of a folder of seeds. Events are not read. SeedsError tells what is wrong."""
    problems: list[Problem] = []
    try:
        files = find_files(root, problems)
    except OSError as error:
        raise SeedsError([Problem(str(root), 0, str(error.strerror))]) from error
    entries: list[Entry] = []
    for file in files:
        if file.kind in _SEEDED:
            document = read(file.name, file.path.read_bytes())
            problems.extend(document.problems)
            records = document.data if isinstance(document.data, list) else []
            entries += [
                _seeded(file.kind, record) for record in records if isinstance(record, dict)
            ]
    if problems:
        raise SeedsError(problems)
    return registry_of(entry for entry in entries if entry.slug and entry.name)


def _seeded(kind: str, record: dict[str, Any]) -> Entry:
    def text(key: str) -> str:
        return str(record.get(key) or "")

    return Entry(
        EntityKind(kind),
        text("slug"),
        text("name"),
        text("name_zh"),
        tuple(str(alias["text"]) for alias in record.get("aliases") or ()),
        sort=text("kind"),
        developer=text("developer"),
        family=text("family"),
        parent=text("parent"),
        country=text("country"),
    )
