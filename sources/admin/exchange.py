"""Import with preview and export of curated rows, for editors' round trips."""

import base64
import binascii
import zipfile
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.admin import ImportExportMixin
from import_export.forms import ConfirmImportForm, ImportForm, SelectableFieldsExportForm

from sources.admin.curated import CuratedAdmin
from sources.admin.files import FORMATS, why_unread

LARGEST_FILE = 1_500_000  # bytes; with its signature it still fits into a posted form
LARGEST_UNPACKED = 50_000_000
CONFIRM_WITHIN = 3600  # seconds


class SignedFile:
    """An uploaded file that waits for its confirmation inside the confirming form, signed.

    So nothing is left on a disk, and any web process can finish what another one began.
    """

    salt = "sources.admin.import"

    def __init__(self, name: str = "", **_: Any) -> None:
        self.name = name

    def save(self, data: bytes) -> None:
        text = base64.b64encode(data).decode()
        self.name = signing.dumps(text, salt=self.salt, compress=True)

    def read(self) -> bytes:
        return base64.b64decode(signing.loads(self.name, salt=self.salt, max_age=CONFIRM_WITHIN))

    def remove(self) -> None:
        """Nothing was kept."""


class ImportFileForm(ImportForm):  # type: ignore[misc]
    import_file = forms.FileField(label=gettext_lazy("File to import"))
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=())

    def clean_import_file(self) -> Any:
        file = self.cleaned_data["import_file"]
        if file.size > LARGEST_FILE or _unpacked_size(file) > LARGEST_UNPACKED:
            text = gettext_lazy("This file is too large to import here: at most %(size)s MB.")
            raise forms.ValidationError(text, params={"size": LARGEST_FILE / 1_000_000})
        return file


class ExportFileForm(SelectableFieldsExportForm):  # type: ignore[misc]
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=())

    def _get_field_label(self, resource: Any, field_name: str) -> str:
        """The column as the file names it."""
        return field_name


class ConfirmFileForm(ConfirmImportForm):  # type: ignore[misc]
    format = forms.TypedChoiceField(
        choices=[(str(number), "") for number in range(len(FORMATS))], widget=forms.HiddenInput
    )
    resource = forms.ChoiceField(choices=[("0", "")], required=False, widget=forms.HiddenInput)

    def clean_import_file_name(self) -> str:
        name: str = self.cleaned_data["import_file_name"]
        try:
            SignedFile(name).read()
        except (signing.BadSignature, binascii.Error) as error:
            text = gettext_lazy("This preview is out of date: choose the file again.")
            raise forms.ValidationError(text) from error
        return name


class ExchangeAdmin(ImportExportMixin, CuratedAdmin):  # type: ignore[misc]
    formats = FORMATS
    tmp_storage_class = SignedFile
    import_form_class = ImportFileForm
    confirm_form_class = ConfirmFileForm
    export_form_class = ExportFileForm

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_import_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"user": request.user}

    def get_valid_export_item_pks(self, request: HttpRequest) -> list[int]:
        return []

    def get_import_data_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """All rows or none, also when something changed between preview and confirmation."""
        kwargs.pop("form", None)
        return {**kwargs, "rollback_on_validation_errors": True}

    def add_data_read_fail_error_to_form(self, form: Any, e: Exception) -> None:
        form.add_error("import_file", why_unread(e))

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not self.create_confirm_form(request).is_valid():
            messages.error(request, _("This preview is out of date: choose the file again."))
            return HttpResponseRedirect(self._address("import"))
        response: HttpResponse = super().process_import(request, **kwargs)
        return response

    def process_result(self, result: Any, request: HttpRequest) -> HttpResponse:
        if result.has_errors() or result.has_validation_errors():
            messages.error(request, _("Nothing was imported: the rows no longer fit. Try again."))
            return HttpResponseRedirect(self._address("import"))
        response: HttpResponse = super().process_result(result, request)
        return response

    def add_success_message(self, result: Any, request: HttpRequest) -> None:
        text = _("Imported: %(new)s new, %(update)s changed, %(skip)s unchanged.")
        messages.success(request, text % result.totals)

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            response: HttpResponse = super().export_action(request)
        except IncorrectLookupParameters:
            messages.error(request, _("The filter in this address cannot be read."))
            return HttpResponseRedirect(self._address("changelist"))
        return response

    def _address(self, page: str) -> str:
        opts = self.model._meta
        return reverse(f"{self.admin_site.name}:{opts.app_label}_{opts.model_name}_{page}")


def _unpacked_size(file: Any) -> int:
    """How large the parts of an XLSX file are once unpacked; 0 for other files."""
    if not zipfile.is_zipfile(file):
        return 0
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        size = sum(part.file_size for part in archive.infolist())
    file.seek(0)
    return size
