"""Merging: everything of one row becomes another's, and its address leads there."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.merging.rows import attach, fits, hanging_on, kept, kind_of
from events.models import Event, Merge
from events.models.entity import Alias, Entity
from events.models.vocabulary import Visibility
from events.search.indexing import postponed_indexing

# The keys by which rows of one table stand above each other.
ABOVE = {
    Merge.Kind.EVENT: "part_of",
    Merge.Kind.ORGANIZATION: "parent",
    Merge.Kind.MODEL: "family",
}
# What the row that stays takes over where it says nothing itself.
SHARED = ("name_zh", "description_en", "description_zh", "homepage", "wikidata")
FILLED = {
    Merge.Kind.EVENT: ("title_en", "title_zh", "summary_en", "summary_zh"),
    Merge.Kind.ORGANIZATION: (*SHARED, "country", "parent"),
    Merge.Kind.MODEL: (
        *(*SHARED, "developer", "family", "parameters"),
        *("access", "epoch_name", "hugging_face"),
    ),
    Merge.Kind.PERSON: SHARED,
}


def merge(away: Any, into: Any, user: Any) -> Merge:
    """Everything of `away` becomes part of `into`.

    A merged event is deleted, a merged entity stays as a name that leads on. Raises
    ValidationError with a sentence for people when the two cannot be merged; then nothing is done.
    """
    with transaction.atomic(), postponed_indexing():
        away, into = _locked(away, into)
        _check(away, into)
        manifest: dict[str, Any] = {"label": str(away), "moved": [], "emptied": [], "twins": []}
        for row, key in hanging_on(away):
            _move(row, key, into, manifest, user)
        into.refresh_from_db()
        manifest["filled"] = _fill(into, away)
        _count(into, user)
        if isinstance(away, Event):
            manifest["row"] = kept(away)
            away._history_user = user  # type: ignore[attr-defined]
            away.delete()
        else:
            manifest["names"] = _lead_on(away, into, user)
        return Merge.objects.create(
            kind=kind_of(into),
            from_id=int(manifest["row"]["pk"] if "row" in manifest else away.pk),
            into_id=into.pk,
            manifest=manifest,
            merged_by=user,
        )


def _locked(away: Any, into: Any) -> tuple[Any, Any]:
    """Both as they are now, locked in one order for everybody."""
    rows = type(into)._default_manager.select_for_update(of=("self",))
    found = {row.pk: row for row in rows.filter(pk__in=(away.pk, into.pk)).order_by("pk")}
    if len(found) < 2 or type(away) is not type(into):
        raise ValidationError(_("Choose two rows that are still there."))
    return found[away.pk], found[into.pk]


def _check(away: Any, into: Any) -> None:
    for row in (away, into):
        if getattr(row, "merged_into_id", None):
            raise ValidationError(_("“%(row)s” was merged already.") % {"row": row})
        if getattr(row, "visibility", "") == Visibility.RETRACTED:
            raise ValidationError(_("“%(row)s” is retracted.") % {"row": row})
    if getattr(away, "visibility", "") == Visibility.PUBLISHED != getattr(into, "visibility", ""):
        raise ValidationError(
            _("“%(away)s” is published: merge “%(into)s” into it, not the other way round.")
            % {"away": away, "into": into}
        )
    for low, high in ((away, into), (into, away)):
        if between := _between(low, high):
            raise ValidationError(
                _("“%(low)s” is part of “%(between)s”, and that of “%(high)s”.")
                % {"low": low, "between": between[0], "high": high}
            )


def _between(low: Any, high: Any) -> list[Any]:
    """Those on the way up from one row to another, when it leads there."""
    key = ABOVE.get(Merge.Kind(kind_of(low)))
    path: list[Any] = []
    above = key and getattr(low, key)
    while above and above != high and above not in path:
        path.append(above)
        above = getattr(above, key or "")
    return path if above == high else []


def _move(row: Any, key: str, into: Any, manifest: dict[str, Any], user: Any) -> None:
    """Hang the row on `into`; where that breaks a rule it lets go, or is a twin and is kept."""
    before, place = kept(row), [row._meta.label_lower, key, row.pk]
    setattr(row, key, into)
    if fits(row):
        attach(row, key, into, user)
        manifest["moved"].append(place)
    elif row._meta.get_field(key).null:
        attach(row, key, None, user)
        manifest["emptied"].append(place)
    else:
        manifest["twins"].append(before)
        row._history_user = user
        row.delete()


def _fill(into: Any, away: Any) -> dict[str, Any]:
    """What `into` takes over, by column; not yet saved."""
    filled = {}
    for name in FILLED[Merge.Kind(kind_of(into))]:
        column = into._meta.get_field(name).attname
        value = getattr(away, column)
        if getattr(into, column) in ("", None) and value not in ("", None, into.pk):
            setattr(into, column, value)
            filled[column] = value
    return filled


def _count(into: Any, user: Any) -> None:
    into._history_user = user
    if isinstance(into, Event):
        into.version += 1
    into.save()


def _lead_on(away: Entity, into: Any, user: Any) -> list[list[Any]]:
    """Mark an entity as merged; its names become other names of `into`."""
    alias: type[Alias] = type(into).aliases.rel.related_model
    known = {text.lower() for text in _names(into)}
    made = []
    for text, language in ((away.name, ""), (away.name_zh, "zh-Hans")):
        if text and text.lower() not in known:
            known.add(text.lower())
            row = alias(text=text, language=language, **{alias.entity_field: into})
            row._history_user = user  # type: ignore[attr-defined]
            row.save()
            made.append([row._meta.label_lower, row.pk])
    attach(away, "merged_into", into, user)
    return made


def _names(entity: Entity) -> Iterable[str]:
    return [entity.name, entity.name_zh, *(alias.text for alias in entity.aliases.all())]
