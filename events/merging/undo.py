"""Taking a merge back: every row returns to where it was, unless it was moved or removed since."""

from typing import Any, NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.merging.rows import KINDS, attach, fits, put_back
from events.models import Event, Merge
from events.models.vocabulary import Visibility
from events.search.indexing import postponed_indexing


class Undone(NamedTuple):
    row: Any  # what stands for itself again
    left: int  # rows that were moved or removed since, and stay so


def undo(merge_id: int, user: Any) -> Undone:
    """Raises ValidationError with a sentence for people when it cannot be; then nothing is done."""
    with transaction.atomic(), postponed_indexing():
        merge = Merge.objects.select_for_update().get(pk=merge_id)
        into = _receiver(merge)
        row = _returned(merge, user)
        left = sum(not _moved_back(place, into, row, user) for place in merge.manifest["moved"])
        left += sum(not _moved_back(place, None, row, user) for place in merge.manifest["emptied"])
        for twin in merge.manifest["twins"]:
            _put_back(twin, user)
        into.refresh_from_db()
        _give_back(into, merge.manifest, user)
        for event in (into, row):
            _must_have_a_claim(event)
        merge.undone_at = timezone.now()
        merge.save(update_fields=["undone_at"])
        return Undone(row, left)


def _receiver(merge: Merge) -> Any:
    if merge.undone_at:
        raise ValidationError(_("This merge was undone already."))
    rows = KINDS[merge.kind]._default_manager.select_for_update(of=("self",))
    into = rows.filter(pk=merge.into_id).first()
    if into is None or getattr(into, "merged_into_id", None):
        later = Merge.objects.filter(
            kind=merge.kind, from_id=merge.into_id, undone_at__isnull=True
        ).first()
        if later:
            raise ValidationError(
                _("What it was merged into was merged itself later: undo merge %(number)s first.")
                % {"number": later.pk}
            )
        raise ValidationError(_("What it was merged into was deleted."))
    return into


def _returned(merge: Merge, user: Any) -> Any:
    if "row" in merge.manifest:
        return _put_back(merge.manifest["row"], user)
    row = KINDS[merge.kind]._default_manager.select_for_update(of=("self",)).get(pk=merge.from_id)
    attach(row, "merged_into", None, user)
    return row


def _put_back(data: dict[str, Any], user: Any) -> Any:
    try:
        with transaction.atomic():
            return put_back(data, user)
    except IntegrityError as error:
        rule = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        model = apps.get_model(data["model"])
        raise ValidationError(
            _("The %(what)s with the number %(number)s cannot be put back: “%(rule)s” forbids it.")
            % {"what": model._meta.verbose_name, "number": data["pk"], "rule": rule or error}
        ) from error


def _moved_back(place: list[Any], now: Any, to: Any, user: Any) -> bool:
    """Whether the row still was where the merge had put it, and hangs on its old row again."""
    label, key, pk = place
    row: Any = apps.get_model(label)._default_manager.filter(**{"pk": pk, key: now}).first()
    if row is None:
        return False
    setattr(row, key, to)
    if not fits(row):
        return False
    attach(row, key, to, user)
    return True


def _give_back(into: Any, manifest: dict[str, Any], user: Any) -> None:
    """Empty again what was taken over, and the names, unless somebody changed them since."""
    for column, value in manifest["filled"].items():
        if getattr(into, column) == value:
            setattr(into, column, None if into._meta.get_field(column).null else "")
    into._history_user = user
    if isinstance(into, Event):
        into.version += 1
    for label, pk in manifest.get("names", ()):
        for alias in apps.get_model(label)._default_manager.filter(pk=pk):
            if alias.history.count() == 1:
                alias._history_user = user
                alias.delete()
    into.save()


def _must_have_a_claim(row: Any) -> None:
    shown = isinstance(row, Event) and row.visibility == Visibility.PUBLISHED
    if shown and not row.claims.exists():
        raise ValidationError(
            _("“%(row)s” is published and would be left without a claim.") % {"row": row}
        )
