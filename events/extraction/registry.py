"""Names of organizations, models and people, as extraction looks for them. Plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from events.extraction.found import EntityKind


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


@dataclass(frozen=True)
class Registry:
    entries: tuple[Entry, ...]

    @cached_property
    def by_slug(self) -> dict[tuple[EntityKind, str], Entry]:
        return {(entry.kind, entry.slug): entry for entry in self.entries}


def registry_of(entries: Iterable[Entry]) -> Registry:
    return Registry(tuple(entries))
