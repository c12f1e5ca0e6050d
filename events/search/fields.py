"""What a reader types to search, as a form takes it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.search.queries import query_of


class SearchField(forms.CharField):
    """Text with at least one word to look for, or ""."""

    default_error_messages = {
        "wordless": _("There is no word to search for in “%(text)s”."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Search"), required=False, max_length=200, **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and query_of(text) is None:
            raise ValidationError(self.error_messages["wordless"], params={"text": text})
        return text
