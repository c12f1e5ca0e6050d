"""Organizations, AI models and people, each with its other names beside it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.admin.merging import MergingAdmin
from events.admin.resources import AIModelResource, OrganizationResource, PersonResource
from events.admin.search import SearchedAdmin
from events.models import (
    AIModel,
    Entity,
    ModelAlias,
    Organization,
    OrganizationAlias,
    Person,
    PersonAlias,
)
from events.search.indexing import postponed_indexing
from sources.admin.curated import InlineFormSet, TabularInline
from sources.admin.exchange import ExchangeAdmin
from sources.admin.filters import FilterForm, FormFilter, choices_of


class AliasFormSet(InlineFormSet):
    """The database knows a name in any case once; say so before it does."""

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.surviving_forms():
            text = form.cleaned_data["text"].lower()
            if text in seen:
                form.add_error("text", ValidationError(_("This name is given twice.")))
            seen.add(text)


class AliasInline(TabularInline):
    formset = AliasFormSet
    fields = ["text", "language", "kind", "source"]
    autocomplete_fields = ["source"]
    extra = 0
    verbose_name = _("other name")
    verbose_name_plural = _("other names")

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("source").defer("source__text")


class OrganizationAliasInline(AliasInline):
    model = OrganizationAlias


class ModelAliasInline(AliasInline):
    model = ModelAlias


class PersonAliasInline(AliasInline):
    model = PersonAlias


class EntityAdmin(MergingAdmin, SearchedAdmin, ExchangeAdmin):
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["merged_into"]
    actions = ["merge"]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """However many names change, the events that are found by them are indexed once."""
        with transaction.atomic(), postponed_indexing():
            return super().changeform_view(request, *args, **kwargs)

    @admin.display(description=_("Chinese name"), ordering="name_zh")
    def name_zh_cell(self, entity: Entity) -> SafeString | str:
        if not entity.name_zh:
            return "—"
        return format_html('<span lang="zh-Hans">{}</span>', entity.name_zh)


NAMES: Any = (None, {"fields": [("name", "name_zh"), "slug"]})
ELSEWHERE = ("homepage", "wikidata")
DESCRIPTIONS: Any = (_("Description"), {"fields": ["description_en", "description_zh"]})
RECORD: Any = (_("Record"), {"fields": ["merged_into"], "classes": ["collapse"]})


class OrganizationFilterForm(FilterForm):
    kind = choices_of(_("kind"), Organization.Kind)
    country = forms.CharField(label=_("country"), required=False, max_length=2)
    parent = forms.ModelChoiceField(Organization.objects.all(), label=_("part of"), required=False)
    autocompleted = {"parent": Organization._meta.get_field("parent")}


class OrganizationFilter(FormFilter):
    form_class = OrganizationFilterForm


@admin.register(Organization)
class OrganizationAdmin(EntityAdmin):
    resource_classes = [OrganizationResource]
    list_display = ["name", "name_zh_cell", "kind", "country", "parent"]
    list_filter = [OrganizationFilter]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]
    inlines = [OrganizationAliasInline]
    fieldsets = [
        NAMES,
        (
            pgettext_lazy("basic facts", "About"),
            {"fields": [("kind", "country"), "parent", ELSEWHERE]},
        ),
        DESCRIPTIONS,
        RECORD,
    ]


class AIModelFilterForm(FilterForm):
    kind = choices_of(_("kind"), AIModel.Kind)
    access = choices_of(_("access"), AIModel.Access)
    developer = forms.ModelChoiceField(
        Organization.objects.all(), label=_("developer"), required=False
    )
    family = forms.ModelChoiceField(AIModel.objects.all(), label=_("family"), required=False)
    autocompleted = {
        "developer": AIModel._meta.get_field("developer"),
        "family": AIModel._meta.get_field("family"),
    }


class AIModelFilter(FormFilter):
    form_class = AIModelFilterForm


@admin.register(AIModel)
class AIModelAdmin(EntityAdmin):
    resource_classes = [AIModelResource]
    list_display = ["name", "name_zh_cell", "kind", "developer", "family", "access"]
    list_filter = [AIModelFilter]
    list_select_related = ["developer", "family"]
    autocomplete_fields = ["developer", "family"]
    inlines = [ModelAliasInline]
    fieldsets = [
        NAMES,
        (
            pgettext_lazy("basic facts", "About"),
            {"fields": [("kind", "access"), ("developer", "family"), "parameters", ELSEWHERE]},
        ),
        DESCRIPTIONS,
        (_("Elsewhere"), {"fields": [("epoch_name", "hugging_face")]}),
        RECORD,
    ]


@admin.register(Person)
class PersonAdmin(EntityAdmin):
    resource_classes = [PersonResource]
    list_display = ["name", "name_zh_cell", "wikidata", "homepage"]
    inlines = [PersonAliasInline]
    fieldsets = [
        NAMES,
        (pgettext_lazy("basic facts", "About"), {"fields": [ELSEWHERE]}),
        DESCRIPTIONS,
        RECORD,
    ]
