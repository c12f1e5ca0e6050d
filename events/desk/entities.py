"""Organizations, AI models and people by the names proposals and editors give them."""

import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from events.extraction.found import EntityKind
from events.models import (
    AIModel,
    EventModel,
    EventOrganization,
    EventPerson,
    Organization,
    Person,
)
from events.models.entity import Entity

ENTITIES: dict[EntityKind, Any] = {
    EntityKind.ORGANIZATION: Organization,
    EntityKind.MODEL: AIModel,
    EntityKind.PERSON: Person,
}
ROLES: dict[EntityKind, Any] = {
    EntityKind.ORGANIZATION: EventOrganization,
    EntityKind.MODEL: EventModel,
    EntityKind.PERSON: EventPerson,
}


class Named(NamedTuple):
    """As a proposal names it: by slug when it is known, else by the words as printed."""

    kind: EntityKind
    slug: str
    name: str
    role: str

    @classmethod
    def read(cls, row: dict[str, str]) -> "Named":
        kind = EntityKind(row["kind"])
        return cls(kind, row.get("slug", ""), row.get("name", ""), row.get("role", "actor"))


def known(named: Iterable[Named]) -> dict[Named, Entity]:
    """Those that exist, by slug or by exactly this name; one query for each kind."""
    wanted = set(named)
    rows: dict[Named, Entity] = {}
    for kind, model in ENTITIES.items():
        of_kind = [one for one in wanted if one.kind == kind]
        slugs, names = {one.slug for one in of_kind}, {one.name for one in of_kind}
        by_name = Q(name__in=names) | Q(name_zh__in=names - {""})
        existing = model.objects.filter(Q(slug__in=slugs) | by_name)
        found = list(existing.defer("search").select_related("merged_into"))
        rows |= {one: entity for one in of_kind if (entity := _match(one, found))}
    return rows


def _match(named: Named, entities: list[Entity]) -> Entity | None:
    for entity in entities:
        if entity.slug == named.slug:
            return entity.merged_into or entity
    for entity in entities:
        if not named.slug and named.name in (entity.name, entity.name_zh):
            return entity.merged_into or entity
    return None


def called(kind: EntityKind, words: str) -> Entity | None:
    """The one that an editor means by these words: a slug or any of its names.

    Raises ValidationError when several have this name.
    """
    entities = ENTITIES[kind].objects.current().defer("search")
    for condition in (
        Q(slug=words),
        Q(name__iexact=words) | Q(name_zh__iexact=words),
        Q(aliases__text__iexact=words),
    ):
        found = list(entities.filter(condition).distinct()[:6])
        if len(found) == 1:
            return found[0]  # type: ignore[no-any-return]
        if found:
            slugs = ", ".join(sorted(entity.slug for entity in found))
            text = _("Several are called so: write one of %(slugs)s.")
            raise ValidationError(text % {"slugs": slugs})
    return None


def new_slug(kind: EntityKind, name: str) -> str:
    """A free slug for a new name; one that has no Latin letters gets a short hash."""
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return free_slug(ENTITIES[kind], slugify(name)[:80] or f"{kind}-{digest}")


def free_slug(model: Any, base: str) -> str:
    """`base`, or `base` and the first number that nobody has."""
    taken = set(model.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
