"""The columns of editors' files about events and what takes part in them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from import_export.fields import Field

from events.admin.publishing import visibility_error
from events.models import AIModel, Event, Organization, Person
from sources.admin.resources import CuratedMeta, CuratedResource, WholeNumberWidget, by_slug

NAMES = ["slug", "name", "name_zh"]
ABOUT = ["description_en", "description_zh", "homepage", "wikidata"]


class OrganizationResource(CuratedResource):
    parent = by_slug("parent", Organization)

    class Meta(CuratedMeta):
        model = Organization
        fields = [*NAMES, "kind", "country", "parent", *ABOUT]

    def filter_export(self, queryset: QuerySet[Any], **kwargs: Any) -> QuerySet[Any]:
        return queryset.select_related("parent")


class AIModelResource(CuratedResource):
    developer = by_slug("developer", Organization)
    family = by_slug("family", AIModel)

    class Meta(CuratedMeta):
        model = AIModel
        fields = [
            *NAMES, "kind", "developer", "family", "parameters", "access",
            "epoch_name", "hugging_face", *ABOUT,
        ]  # fmt: skip

    def filter_export(self, queryset: QuerySet[Any], **kwargs: Any) -> QuerySet[Any]:
        return queryset.select_related("developer", "family")


class PersonResource(CuratedResource):
    class Meta(CuratedMeta):
        model = Person
        fields = [*NAMES, *ABOUT]


class EventResource(CuratedResource):
    """Carries the version, so that a file older than the last edit does not undo it."""

    part_of = by_slug("part_of", Event)
    version = Field(
        attribute="version", column_name="version", readonly=True, widget=WholeNumberWidget()
    )

    class Meta(CuratedMeta):
        model = Event
        fields = [
            "slug", "title_en", "title_zh", "summary_en", "summary_zh", "kind", "status",
            "certainty", "date", "date_basis", "date_note_en", "date_note_zh", "importance",
            "part_of", "visibility", "version",
        ]  # fmt: skip

    def __init__(self, user: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.user = user

    def filter_export(self, queryset: QuerySet[Any], **kwargs: Any) -> QuerySet[Any]:
        return queryset.select_related("part_of")

    def after_init_instance(self, instance: Event, new: bool, row: Any, **kwargs: Any) -> None:
        instance.was_visible = "" if new else instance.visibility  # type: ignore[attr-defined]
        instance.version_in_file = row.get("version", "")  # type: ignore[attr-defined]

    def validate_instance(self, instance: Event, errors: Any = None, **kwargs: Any) -> None:
        super().validate_instance(instance, {**(errors or {}), **self._refusals(instance)})

    def _refusals(self, instance: Event) -> dict[str, ValidationError]:
        refusals = {}
        before, version = instance.was_visible, instance.version_in_file  # type: ignore[attr-defined]
        refused = visibility_error(self.user, before, instance.visibility)
        if refused:
            refusals["visibility"] = ValidationError(refused)
        if instance.pk and version and version != str(instance.version):
            text = _("This event was changed since the file was exported: export it again.")
            refusals["version"] = ValidationError(text)
        return refusals

    def before_save_instance(self, instance: Event, row: Any, **kwargs: Any) -> None:
        if instance.pk:
            instance.version += 1
