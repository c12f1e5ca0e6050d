"""What editors' CSV, XLSX and JSON files hold: one row a record, known by its slug."""

from html import escape
from typing import Any

from diff_match_patch import diff_match_patch
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Model, QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import Diff, ModelResource
from import_export.widgets import (
    CharWidget,
    ForeignKeyWidget,
    IntegerWidget,
    ManyToManyWidget,
    Widget,
)

from sources.admin.files import FileError, check_cells, check_columns
from sources.models import Publisher, Source
from sources.spreadsheet import harmless, restored

SEPARATOR = "|"


class OptionalTextWidget(CharWidget):  # type: ignore[misc]
    """Dates as EDTF and other text that may be missing; full_clean() refuses in words."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str | None:
        return value or None

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(value or "")


class WholeNumberWidget(IntegerWidget):  # type: ignore[misc]
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        if not value:
            return None
        try:
            return int(value)
        except ValueError as error:
            raise ValueError(_("“%s” is not a whole number.") % value) from error


class ListWidget(Widget):  # type: ignore[misc]
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[str]:
        return [item for part in str(value or "").split(SEPARATOR) if (item := part.strip())]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return SEPARATOR.join(value or [])


class SlugWidget(ForeignKeyWidget):  # type: ignore[misc]
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        try:
            return super().clean(value, row, **kwargs)
        except ObjectDoesNotExist as error:
            raise ValueError(_("There is none with the slug “%s” yet.") % value) from error


class SlugsWidget(ManyToManyWidget):  # type: ignore[misc]
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        slugs = ListWidget().clean(value)
        found = self.model.objects.filter(slug__in=slugs)
        missing = set(slugs) - {row.slug for row in found}
        if missing:
            raise ValueError(_("There is none with the slug “%s” yet.") % min(missing))
        return found


def by_slug(name: str, model: type[Model]) -> Any:
    """A column that names another row by its slug."""
    return Field(attribute=name, column_name=name, widget=SlugWidget(model, "slug"))


class MarkedDiff(Diff):  # type: ignore[misc]
    """Differences marked up without style attributes, which the page's policy forbids."""

    def as_html(self) -> list[SafeString]:
        pairs = zip(self.left, self.right, strict=True)
        return [_marked("" if self.new else old, new) for old, new in pairs]


def _marked(old: object, new: object) -> SafeString:
    differ = diff_match_patch()
    parts = differ.diff_main(str(old), str(new))
    differ.diff_cleanupSemantic(parts)
    tags = {-1: "<del>{}</del>", 0: "{}", 1: "<ins>{}</ins>"}
    return mark_safe("".join(tags[kind].format(escape(text)) for kind, text in parts))  # noqa: S308


class CuratedMeta:
    import_id_fields = ["slug"]
    skip_unchanged = True
    report_skipped = True
    clean_model_instances = True
    use_transactions = True


class CuratedResource(ModelResource):  # type: ignore[misc]
    """Checks like a form, never reuses an id, and keeps formulas out of spreadsheets."""

    @classmethod
    def widget_from_django_field(cls, f: Any, default: Any = Widget) -> Any:
        if f.null and isinstance(f, models.CharField):
            return OptionalTextWidget
        if isinstance(f, models.IntegerField):
            return WholeNumberWidget
        if isinstance(f, ArrayField):
            return ListWidget
        return super().widget_from_django_field(f, default)

    @classmethod
    def get_diff_class(cls) -> Any:
        return MarkedDiff

    def get_queryset(self) -> QuerySet[Any]:
        """Locked: an import runs in one transaction."""
        rows: QuerySet[Any] = super().get_queryset()
        return rows.select_for_update()

    def export_field(self, field: Any, instance: Any, **kwargs: Any) -> object:
        return harmless(super().export_field(field, instance, **kwargs))

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        columns = dataset.headers or []
        known = [field.column_name for field in self.get_import_fields()]
        try:
            check_columns(columns, known, self.get_import_id_fields())
            check_cells(columns, dataset)
        except FileError:
            dataset.wipe()  # none of its rows is looked at, or shown
            raise

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        for column, cell in row.items():
            row[column] = restored(cell)

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Not the library's reset of the id sequence: public ids are never given twice."""


class PublisherResource(CuratedResource):
    class Meta(CuratedMeta):
        model = Publisher
        fields = [
            "slug", "name", "name_zh", "other_names", "kind", "homepage", "country", "language",
        ]  # fmt: skip


class SourceResource(CuratedResource):
    publisher = by_slug("publisher", Publisher)
    reprint_of = by_slug("reprint_of", Source)
    relies_on = Field(
        attribute="relies_on",
        column_name="relies_on",
        widget=SlugsWidget(Publisher, SEPARATOR, "slug"),
    )

    class Meta(CuratedMeta):
        model = Source
        fields = [
            "slug", "title", "title_basis", "publisher", "authors", "url", "language",
            "published", "published_basis", "reprint_of", "relies_on", "rights",
            "reading_notes_en", "reading_notes_zh",
        ]  # fmt: skip

    def filter_export(self, queryset: QuerySet[Any], **kwargs: Any) -> QuerySet[Any]:
        rows = queryset.select_related("publisher", "reprint_of").prefetch_related("relies_on")
        return rows.defer("text", "reprint_of__text")
