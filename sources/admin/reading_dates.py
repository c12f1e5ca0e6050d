"""Tells an editor how a date is read: while it is typed, and once more when it is saved."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from dates import PartialDate
from dates.fields import PartialDateFormField, in_words
from sources.models import Source
from sources.validation import is_id


def day_of(source: str) -> datetime.date | None:
    """The day the source with this id appeared, against which its “yesterday” is read.

    None when it is not known to the day: then such phrases are refused.
    """
    rows = Source.objects.filter(pk=source) if is_id(source) else Source.objects.none()
    first, last = rows.values_list("published_earliest", "published_latest").first() or (None, None)
    return first if first == last else None


def read_against(form: forms.BaseForm, day: datetime.date | None) -> None:
    """Let every date field of the form count relative phrases from this day."""
    for field in form.fields.values():
        if isinstance(field, PartialDateFormField):
            field.base = day


class ReadingForm(forms.Form):
    """A phrase, and the id of the source it stands in, if any."""

    phrase = PartialDateFormField()
    source = forms.CharField(required=False, max_length=20)


@require_GET
def read_date(request: HttpRequest) -> JsonResponse:
    """How a phrase is read, as `words` and `edtf`, or the `error` that saving it would give."""
    form = ReadingForm(request.GET)
    read_against(form, day_of(request.GET.get("source", "")[:20]))
    if form.is_valid():
        value: PartialDate = form.cleaned_data["phrase"]
        return JsonResponse({"edtf": str(value), "words": reading_of(value)})
    errors = [str(message) for messages in form.errors.values() for message in messages]
    return JsonResponse({"error": " ".join(errors)})


def reading_of(value: PartialDate) -> str:
    """The date in words with the days it spans: “late April 2025 (2025-04-21 – 2025-04-30)”."""
    if value.earliest == value.latest:
        return f"{in_words(value)} ({value})"
    open_end = pgettext("end of a stretch of days", "open")
    return f"{in_words(value)} ({value.earliest or open_end} – {value.latest or open_end})"


def readings(edited: Iterable[Any]) -> Iterator[str]:
    """A sentence for each changed date of these forms that was not written as EDTF."""
    for form in edited:
        for name in form.changed_data:
            value = form.cleaned_data.get(name)
            written = str(form[name].data or "").strip()
            if isinstance(value, PartialDate) and written != str(value):
                sentence = _("“%(phrase)s” was read as %(date)s.")
                yield sentence % {"phrase": written, "date": reading_of(value)}
