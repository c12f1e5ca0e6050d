"""Tells an editor how a date will be read, before anything is saved."""

import datetime

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from dates import PartialDate
from dates.fields import PartialDateFormField, in_words
from sources.models import Source


class ReadingForm(forms.Form):
    """A phrase and the source whose day of publication relative phrases are read against."""

    phrase = PartialDateFormField(required=True)
    source = forms.ModelChoiceField(Source.objects.all(), required=False)

    def clean_source(self) -> Source | None:
        source: Source | None = self.cleaned_data["source"]
        return source

    def full_clean(self) -> None:
        field = self.fields["phrase"]
        assert isinstance(field, PartialDateFormField)
        field.base = base_of(self._chosen_source())
        super().full_clean()

    def _chosen_source(self) -> Source | None:
        try:
            return self.fields["source"].clean(self.data.get("source"))  # type: ignore[no-any-return]
        except forms.ValidationError:
            return None


def base_of(source: Source | None) -> datetime.date:
    """The day a source counts from: its first possible day of publication, else today."""
    published = source.published if source else None
    if published is None:
        return timezone.localdate()
    return published.earliest or published.latest or timezone.localdate()


@require_GET
def read_date(request: HttpRequest) -> JsonResponse:
    """How the phrase is read, as `words` and EDTF, or the `error` that saving would give."""
    form = ReadingForm(request.GET)
    if form.is_valid():
        value: PartialDate = form.cleaned_data["phrase"]
        return JsonResponse({"edtf": str(value), "words": reading_of(value)})
    errors = [str(message) for messages in form.errors.values() for message in messages]
    return JsonResponse({"error": " ".join(errors)})


def reading_of(value: PartialDate) -> str:
    """The date in words with the days it spans: “late April 2025 (2025-04-21 – 2025-04-30)”."""
    if value.earliest == value.latest:
        return str(in_words(value))
    open_end = _("open")
    return f"{in_words(value)} ({value.earliest or open_end} – {value.latest or open_end})"
