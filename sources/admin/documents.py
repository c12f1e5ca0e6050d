"""Publishers, sources and the documents as they were received."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Func, IntegerField, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sources.admin.curated import ReadOnlyAdmin
from sources.admin.exchange import ExchangeAdmin
from sources.admin.fields import date_cell
from sources.admin.filters import FilterForm, FormFilter, choices_of
from sources.admin.resources import PublisherResource, SourceResource
from sources.models import Publisher, RawDocument, Source
from sources.reading import Note
from sources.reading.notes import describe

MOST_STRETCHES = 200  # of a text's map on a page


class PublisherFilterForm(FilterForm):
    kind = choices_of(_("kind"), Publisher.Kind)
    language = forms.CharField(label=_("language"), required=False, max_length=20)


class PublisherFilter(FormFilter):
    form_class = PublisherFilterForm


@admin.register(Publisher)
class PublisherAdmin(ExchangeAdmin):
    resource_classes = [PublisherResource]
    list_display = ["name", "name_zh", "kind", "country", "language", "homepage"]
    list_filter = [PublisherFilter]
    search_fields = ["name", "name_zh", "slug", "other_names"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        (None, {"fields": [("name", "name_zh"), "slug", "other_names"]}),
        (
            pgettext_lazy("basic facts", "About"),
            {"fields": [("kind", "country", "language"), "homepage"]},
        ),
    ]


class SourceFilterForm(FilterForm):
    publisher = forms.ModelChoiceField(
        Publisher.objects.all(), label=_("publisher"), required=False
    )
    language = forms.CharField(label=_("language"), required=False, max_length=20)
    rights = choices_of(_("rights"), Source.Rights)
    autocompleted = {"publisher": Source._meta.get_field("publisher")}


class SourceFilter(FormFilter):
    form_class = SourceFilterForm


@admin.register(Source)
class SourceAdmin(ExchangeAdmin):
    resource_classes = [SourceResource]
    list_display = ["title_cell", "publisher", "published_cell", "language", "rights"]
    list_filter = [SourceFilter]
    list_select_related = ["publisher"]
    search_fields = ["title", "slug", "url", "publisher__name", "publisher__name_zh"]
    autocomplete_fields = ["publisher", "reprint_of", "relies_on"]
    readonly_fields = ["text_cell", "document_cell", "oddities_cell", "text_sha256"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = [
        (None, {"fields": ["title", ("title_basis", "language"), "slug"]}),
        (
            _("Publication"),
            {
                "fields": [
                    "publisher",
                    "authors",
                    "url",
                    ("published", "published_basis"),
                    "published_between",
                    "reprint_of",
                    "relies_on",
                    "rights",
                ]
            },
        ),
        (
            _("Document"),
            {
                "fields": [
                    "retrieved_at",
                    "oddities_cell",
                    ("reading_notes_en", "reading_notes_zh"),
                    "document_cell",
                    "sha256",
                    "text_sha256",
                ]
            },
        ),
        (_("Text as read"), {"fields": ["text_cell"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("text", "reprint_of__text")

    @admin.display(description=_("title"), ordering="title")
    def title_cell(self, source: Source) -> SafeString:
        return format_html('<span lang="{}">{}</span>', source.language, source.title)

    @admin.display(description=_("publication date"), ordering="published_earliest")
    def published_cell(self, source: Source) -> SafeString | str:
        return date_cell(source.published)

    @admin.display(description=_("text"))
    def text_cell(self, source: Source) -> SafeString | str:
        if not source.text:
            return gettext("Not read yet.")
        return format_html(
            '<div class="source-text" lang="{}">{}</div>', source.language, source.text
        )

    @admin.display(description=_("noted while reading"))
    def oddities_cell(self, source: Source) -> SafeString | str:
        notes = [Note(str(odd["code"]), str(odd.get("detail", ""))) for odd in source.oddities]
        if not notes:
            return gettext("Nothing odd.")
        items = format_html_join("", "<li>{}</li>", ((describe(note),) for note in notes))
        return format_html("<ul>{}</ul>", items)

    @admin.display(description=_("original"))
    def document_cell(self, source: Source) -> SafeString | str:
        name = RawDocument.objects.filter(source=source.pk).values_list("pk", "file_name").first()
        return _download_link(*name) if name else gettext("Not kept.")


@admin.register(RawDocument)
class RawDocumentAdmin(ReadOnlyAdmin):
    list_display = ["file_name", "source", "size_cell", "encoding", "received_at", "download_cell"]
    list_select_related = ["source"]
    search_fields = ["file_name", "source__title"]
    fields = [
        "source", "file_name", "encoding", "size_cell", "reader_version", "received_at",
        "download_cell", "map_cell",
    ]  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        size = Func("content", function="octet_length", output_field=IntegerField())
        documents = super().get_queryset(request).defer("content", "runs", "source__text")
        annotated: QuerySet[Any] = documents.annotate(size=size)
        return annotated

    def get_urls(self) -> list[Any]:
        download = self.admin_site.admin_view(self.download_view)
        route = path("<int:pk>/download/", download, name="sources_rawdocument_download")
        return [route, *super().get_urls()]

    def download_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The bytes as received, never to be opened as a page of ours."""
        document = get_object_or_404(RawDocument, pk=pk)
        if not self.has_view_permission(request, document):
            raise PermissionDenied
        return FileResponse(
            BytesIO(document.content),
            as_attachment=True,
            filename=_printable(document.file_name),
            content_type="application/octet-stream",
        )

    @admin.display(description=_("size"), ordering="size")
    def size_cell(self, document: Any) -> str:
        return filesizeformat(document.size)

    @admin.display(description=_("map of the text"))
    def map_cell(self, document: RawDocument) -> SafeString | str:
        """Where each stretch of the text stands in the document, and what lies between."""
        rows = [(*run, run[1] - end) for run, end in _with_ends(document.runs[:MOST_STRETCHES])]
        if not rows:
            return gettext("Not kept.")
        head = (gettext("from"), gettext("length"), gettext("in the document"), gettext("left out"))
        lines = [
            (clean, length, raw, left if left > 0 else "") for clean, raw, length, left in rows
        ]
        return format_html(
            "<p>{}</p><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
            _stretches(len(document.runs)),
            format_html_join("", '<th scope="col">{}</th>', ((name,) for name in head)),
            format_html_join("", "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", lines),
        )

    @admin.display(description=_("download"))
    def download_cell(self, document: RawDocument) -> SafeString:
        return _download_link(document.pk, document.file_name)


def _with_ends(runs: list[list[int]]) -> Iterator[tuple[list[int], int]]:
    """Each stretch, and where the one before it ends in the document."""
    end = 0
    for run in runs:
        yield run, end
        end = run[1] + run[2]


def _stretches(count: int) -> str:
    text = ngettext(
        "The text is %(count)s stretch of the document; characters are counted from 0.",
        "The text is %(count)s stretches of the document; characters are counted from 0.",
        count,
    )
    words = text % {"count": count}
    if count <= MOST_STRETCHES:
        return words
    return f"{words} {gettext('The first %(most)s are shown.') % {'most': MOST_STRETCHES}}"


def _download_link(pk: int, file_name: str) -> SafeString:
    address = reverse("admin:sources_rawdocument_download", args=[pk])
    return format_html('<a href="{}">{}</a>', address, file_name)


def _printable(file_name: str) -> str:
    """Without the line ends that a response header may not hold."""
    return "".join(letter for letter in file_name if letter.isprintable()) or "document"
