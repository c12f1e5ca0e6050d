"""What the page "Add documents" takes: several files, or pasted text."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.intake.receiving import Dropped
from sources.reading import folders
from sources.validation import is_address, validate_http_url, validate_storable

MOST_FILES = 200
LARGEST_TOGETHER = 100_000_000  # bytes
LONGEST_PASTED = 500_000  # characters
_MARKUP = re.compile(
    r"\s*<(?:!doctype|html|head|body|article|main|div|section|p|h1|table|meta)\b", re.I
)
_HEAD = re.compile(r"<head\b[^>]*>", re.I)


_ONLY_ADDRESS = _(
    "This is only an address, and pages are not fetched from here: open it, paste its text or "
    "HTML here, and put the address into the field for it."
)


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class SeveralFilesField(forms.FileField):
    """A list of files, empty when there is none."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFilesField, self).clean(file) for file in files if file]


class DocumentsForm(forms.Form):
    documents = SeveralFilesField(
        label=_("Files"),
        required=False,
        max_length=1000,
        allow_empty_file=True,  # refused among the others, not instead of them
        help_text=_("Text, Markdown, HTML, feeds, e-mail, Word and PDF; several at once."),
    )
    pasted = forms.CharField(
        label=_("Or paste text or HTML"),
        required=False,
        strip=False,
        max_length=LONGEST_PASTED,
        validators=[validate_storable],
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    address = forms.URLField(
        label=_("Address of what is pasted"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        validators=[validate_http_url],
        help_text=_("Where it was found, if that is known."),
    )
    name = forms.CharField(label=_("File name of what is pasted"), required=False, max_length=200)

    @classmethod
    def too_large(cls, most: int) -> "DocumentsForm":
        """An empty form that says so."""
        form = cls({})
        form.full_clean()
        form.errors.clear()
        form.add_error(None, _too_large(most))
        return form

    def clean_documents(self) -> list[Any]:
        files: list[Any] = self.cleaned_data["documents"]
        if len(files) > MOST_FILES:
            text = gettext("These are %(count)s files: drop in at most %(most)s at once.")
            raise forms.ValidationError(text % {"count": len(files), "most": MOST_FILES})
        if sum(file.size or 0 for file in files) > LARGEST_TOGETHER:
            raise forms.ValidationError(_too_large(LARGEST_TOGETHER))
        return files

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        something = cleaned.get("documents") or str(cleaned.get("pasted") or "").strip()
        if not something and not self.errors:
            raise forms.ValidationError(_("Choose a file or paste a text."))
        if is_address(str(cleaned.get("pasted") or "")):
            self.add_error("pasted", _ONLY_ADDRESS)
        return cleaned

    def dropped(self) -> Iterator[Dropped]:
        for file in self.cleaned_data["documents"]:
            yield Dropped(file.name or "", file.read(folders.LARGEST_FILE + 1))
        if self.cleaned_data["pasted"].strip():
            yield self._pasted()

    def _pasted(self) -> Dropped:
        text, address = self.cleaned_data["pasted"], self.cleaned_data["address"]
        is_page = bool(_MARKUP.match(text))
        name = self.cleaned_data["name"] or ("pasted.html" if is_page else "pasted.txt")
        if address:
            text = _page_from(text, address) if is_page else _text_from(text, address)
        return Dropped(name, text.encode())


def length_of(request: HttpRequest) -> int:
    """Of the body, in bytes, as the browser says before it sends any."""
    length: str = request.META.get("CONTENT_LENGTH") or "0"
    return int(length[:18]) if length.isdecimal() else 0


def _too_large(most: int) -> str:
    return gettext("This is too much at once: drop in at most %s.") % filesizeformat(most)


def _page_from(page: str, address: str) -> str:
    """The page with its address where saved pages have it."""
    link = f'<link rel="canonical" href="{escape(address)}">'
    head = _HEAD.search(page)
    return page[: head.end()] + link + page[head.end() :] if head else f"{link}\n{page}"


def _text_from(text: str, address: str) -> str:
    """The text with its address in front, as notes and static sites write it."""
    quoted = address.replace('"', "%22")
    return f'---\nurl: "{quoted}"\n---\n{text}'
