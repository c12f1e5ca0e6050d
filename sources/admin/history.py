"""What changed from one record of a row's history to the next, in words."""

from dataclasses import replace
from typing import Any

from django.db.models import Field
from django.utils.translation import gettext_lazy as _
from simple_history.template_utils import HistoricalRecordContextHelper

from dates import PartialDate
from dates.fields import in_words

LONGEST_VALUE = 400
# The words of django-simple-history, in all our languages.
DONE = {"+": _("Created"), "~": _("Changed"), "-": _("Deleted")}


class FieldChanges(HistoricalRecordContextHelper):  # type: ignore[misc]
    """Shows what editors changed: not the columns that follow by themselves."""

    def __init__(self, model: Any, record: Any) -> None:
        super().__init__(model, record, max_displayed_delta_change_chars=LONGEST_VALUE)

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        edited = [change for change in delta.changes if self._is_edited(change.field)]
        delta = replace(delta, changes=edited)
        changes: list[dict[str, Any]] = super().context_for_delta_changes(delta)
        return changes

    def _is_edited(self, name: str) -> bool:
        return self.model._meta.get_field(name).editable or name == "merged_into"

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        field = self.model._meta.get_field(change.field)
        return in_plain_words(field, super().prepare_delta_change_value(change, value))


def in_plain_words(field: "Field[Any, Any]", value: Any) -> Any:
    if value in (None, "", []):
        return "—"
    if isinstance(value, PartialDate):
        return f"{in_words(value)} ({value})"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return dict(getattr(field, "flatchoices", ())).get(value, value)


def changes_between(older: Any, newer: Any) -> list[dict[str, Any]]:
    """Field, old and new value of each difference between two records of one row."""
    delta = newer.diff_against(older, foreign_keys_are_objs=True)
    return FieldChanges(newer.instance_type, newer).context_for_delta_changes(delta)
