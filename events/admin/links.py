"""Links between events, as sentences: this event delays that one."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.admin.publishing import touch
from events.models import Event, EventLink
from events.models.vocabulary import LinkKind
from sources.admin.curated import CuratedAdmin
from sources.admin.filters import FilterForm, FormFilter, choices_of


class LinkFilterForm(FilterForm):
    kind = choices_of(_("kind"), LinkKind)
    from_event = forms.ModelChoiceField(Event.objects.all(), label=_("event"), required=False)
    to_event = forms.ModelChoiceField(Event.objects.all(), label=_("other event"), required=False)
    autocompleted = {
        "from_event": EventLink._meta.get_field("from_event"),
        "to_event": EventLink._meta.get_field("to_event"),
    }


class LinkFilter(FormFilter):
    form_class = LinkFilterForm


@admin.register(EventLink)
class EventLinkAdmin(CuratedAdmin):
    list_display = ["id", "from_event", "kind", "to_event"]
    list_filter = [LinkFilter]
    list_select_related = ["from_event", "to_event"]
    search_fields = [
        "from_event__title_en", "from_event__title_zh", "to_event__title_en", "to_event__title_zh",
    ]  # fmt: skip
    autocomplete_fields = ["from_event", "to_event"]
    fields = ["from_event", "kind", "to_event"]

    def save_model(self, request: HttpRequest, obj: EventLink, form: Any, change: bool) -> None:
        touch(obj.from_event_id)
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: EventLink) -> None:
        touch(obj.from_event_id)
        super().delete_model(request, obj)
