"""The form of one event: who may show it, and what happens when two people edit it at once."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.admin.changes import Change, changes_since
from events.admin.publishing import PREPARING, SETTLED, may_publish, visibility_error
from events.models import Event
from sources.admin.curated import ModelForm
from sources.admin.reading_dates import day_of, read_against


class EventForm(ModelForm):
    seen_version = forms.IntegerField(
        label=gettext_lazy("version"), required=False, widget=forms.HiddenInput
    )
    user: Any = None  # set by the admin for each request
    claims_follow = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.claims_follow = self.claims_follow
        # A restored record is older than the row: what counts is how the row is now.
        stored = Event.objects.filter(pk=self.instance.pk).values("version", "visibility").first()
        self.stored: dict[str, Any] = stored or {"version": None, "visibility": ""}
        self.initial["seen_version"] = self.stored["version"]
        if self.is_bound:
            read_against(self, self._day_of_first_source())
        if "visibility" in self.fields:
            self._offer_visibilities(self.fields["visibility"])

    def _day_of_first_source(self) -> datetime.date | None:
        """Of the first claim as it is sent with the form, or else as it is stored."""
        claim = self.instance.claims.first() if self.instance.pk else None
        stored = str(claim.source_id) if claim else ""
        return day_of(str(self.data.get("claims-0-source") or stored))

    def _offer_visibilities(self, field: Any) -> None:
        now = self.stored["visibility"]
        if may_publish(self.user):
            return
        if now in SETTLED:
            self.initial["visibility"] = now
            field.disabled = True
            field.help_text = _("Only reviewers publish and retract events.")
        else:
            field.choices = [(value, value.label) for value in PREPARING]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        current = Event.objects.select_for_update().filter(pk=self.instance.pk).first()
        if current is None:
            return data
        refused = visibility_error(self.user, current.visibility, data.get("visibility", ""))
        if refused and "visibility" in data:
            self.add_error("visibility", ValidationError(refused))
        if data.get("seen_version") != current.version:
            self._report_conflict(current, data.get("seen_version"))
        self.next_version = current.version + 1
        return data

    def _report_conflict(self, current: Event, seen: int | None) -> None:
        """Show what the other person did; saving once more means to keep one's own text."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix("seen_version")] = str(current.version)  # type: ignore[index]
        self.add_error(None, ValidationError(_conflict(changes_since(current, seen or 0))))

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        self.instance.version = getattr(self, "next_version", 1)


def _conflict(changes: list[Change]) -> SafeString:
    if not changes:
        return format_html(
            "{} {}",
            _("Somebody else saved this event while you edited it, without changing a field."),
            _("Save again."),
        )
    return format_html(
        "{} {}<ul class='conflict'>{}</ul>",
        _("Somebody else changed this event while you edited it. Your text is still here."),
        _("Compare it with their changes; saving again keeps yours."),
        format_html_join("", "<li>{}</li>", ((change.as_html(),) for change in changes)),
    )
