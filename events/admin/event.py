"""Events: the desk where they are found, edited, published and retracted."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from events.admin.changes import changes_of_belongings
from events.admin.claims import ClaimInline
from events.admin.event_form import EventForm
from events.admin.merging import MergingAdmin
from events.admin.publishing import AT_ONCE, SETTLED, may_publish, set_importance, show
from events.admin.resources import EventResource
from events.admin.search import SearchedAdmin
from events.models import (
    AIModel,
    Claim,
    Event,
    EventLink,
    EventModel,
    EventOrganization,
    EventPerson,
    Organization,
)
from events.models.vocabulary import Visibility
from sources.admin.curated import TabularInline
from sources.admin.exchange import ExchangeAdmin
from sources.admin.fields import date_cell
from sources.admin.filters import FilterForm, FormFilter, choices_of
from sources.validation import is_id

REASONS_SHOWN = 10


class RoleInline(TabularInline):
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*self.autocomplete_fields)


class OrganizationInline(RoleInline):
    model = EventOrganization
    verbose_name = gettext_lazy("organization")
    verbose_name_plural = gettext_lazy("organizations")
    fields = ["organization", "role"]
    autocomplete_fields = ["organization"]


class ModelInline(RoleInline):
    model = EventModel
    verbose_name = gettext_lazy("AI model")
    verbose_name_plural = gettext_lazy("AI models")
    fields = ["model", "role"]
    autocomplete_fields = ["model"]


class PersonInline(RoleInline):
    model = EventPerson
    verbose_name = gettext_lazy("person")
    verbose_name_plural = gettext_lazy("people")
    fields = ["person", "role"]
    autocomplete_fields = ["person"]


class LinkInline(RoleInline):
    model = EventLink
    fk_name = "from_event"
    verbose_name = gettext_lazy("link")
    verbose_name_plural = gettext_lazy("links to other events")
    fields = ["kind", "to_event"]
    autocomplete_fields = ["to_event"]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class EventFilterForm(FilterForm):
    visibility = choices_of(gettext_lazy("visibility"), Event.Visibility)
    kind = choices_of(gettext_lazy("kind"), Event.Kind)
    status = choices_of(gettext_lazy("status"), Event.Status)
    certainty = choices_of(gettext_lazy("certainty"), Event.Certainty)
    organization = forms.ModelChoiceField(
        Organization.objects.all(), label=gettext_lazy("organization"), required=False
    )
    model = forms.ModelChoiceField(
        AIModel.objects.all(), label=gettext_lazy("AI model"), required=False
    )
    date_from = forms.DateField(label=gettext_lazy("from"), required=False, widget=DayInput)
    date_to = forms.DateField(label=gettext_lazy("to"), required=False, widget=DayInput)
    attention = forms.ChoiceField(
        label=gettext_lazy("needs"),
        required=False,
        choices=[
            ("", gettext_lazy("any")),
            ("overdue", gettext_lazy("overdue: its time has passed")),
            ("bare", gettext_lazy("no claim supports it")),
        ],
    )
    autocompleted = {
        "organization": EventOrganization._meta.get_field("organization"),
        "model": EventModel._meta.get_field("model"),
    }

    def apply(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        given = self.given()
        events: Any = queryset
        for name in ("organization", "model"):
            if entity := given.pop(name, None):
                events = events.involving(entity)
        events = events.overlapping(given.pop("date_from", None), given.pop("date_to", None))
        attention = given.pop("attention", "")
        if attention == "overdue":
            events = events.overdue(timezone.localdate())
        elif attention == "bare":
            events = events.without_support()
        found: QuerySet[Any] = events.filter(**given)
        return found


class EventFilter(FormFilter):
    form_class = EventFilterForm


def _importance_action(importance: int) -> Any:
    def action(admin_: "EventAdmin", request: HttpRequest, queryset: QuerySet[Any]) -> None:
        if admin_.refuses_so_many(request, queryset):
            return
        count = set_importance(queryset, importance)
        text = ngettext(
            "%(count)s event now has importance %(importance)s.",
            "%(count)s events now have importance %(importance)s.",
            count,
        )
        messages.success(request, text % {"importance": importance, "count": count})

    action.__name__ = f"set_importance_{importance}"
    words = format_lazy(gettext_lazy("Set importance to {importance}"), importance=importance)
    return admin.action(permissions=["change"], description=words)(action)


@admin.register(Event)
class EventAdmin(MergingAdmin, SearchedAdmin, ExchangeAdmin):
    form = EventForm
    resource_classes = [EventResource]
    list_display = [
        "title_cell",
        "date_cell",
        "kind",
        "status_cell",
        "visibility_cell",
        "importance",
        "claim_count",
    ]
    list_filter = [EventFilter]
    autocomplete_fields = ["part_of"]
    prepopulated_fields = {"slug": ["title_en"]}
    readonly_fields = ["timeline_position", "created_at", "updated_at"]
    inlines = [ClaimInline, OrganizationInline, ModelInline, PersonInline, LinkInline]
    actions = [
        "publish",
        "retract",
        "merge",
        *(_importance_action(number) for number in range(1, 6)),
    ]
    fieldsets = [
        (
            gettext_lazy("What happened"),
            {"fields": [("title_en", "title_zh"), ("summary_en", "summary_zh"), "seen_version"]},
        ),
        (
            gettext_lazy("When"),
            {"fields": [("date", "date_basis"), ("date_note_en", "date_note_zh")]},
        ),
        (
            gettext_lazy("How it is classified"),
            {"fields": [("kind", "status", "certainty"), ("importance", "visibility"), "part_of"]},
        ),
        (
            gettext_lazy("Record"),
            {"fields": ["slug", ("created_at", "updated_at")], "classes": ["collapse"]},
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        claims = Claim.objects.filter(event=OuterRef("pk")).order_by().values("event")
        number = Subquery(claims.annotate(number=Count("pk")).values("number"))
        events = super().get_queryset(request).defer("search")
        counted: QuerySet[Any] = events.annotate(claim_number=Coalesce(number, 0))
        return counted

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.user = request.user
        form.claims_follow = self._takes_claims(request)
        return form

    def _takes_claims(self, request: HttpRequest) -> bool:
        """Whether the page being posted has claims in it: the one that restores has not."""
        page = getattr(request.resolver_match, "url_name", None)
        on_form = page in ("events_event_add", "events_event_change")
        return on_form and request.user.has_perm("events.change_claim")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        settled = obj is not None and obj.visibility in SETTLED
        allowed: bool = super().has_delete_permission(request, obj)
        return allowed and (not settled or may_publish(request.user))

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_publish(request.user)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        shown = obj is not None and obj.visibility == Visibility.PUBLISHED
        return super().get_view_on_site_url(obj) if shown else None

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        event = Event(pk=int(object_id)) if is_id(object_id) else Event()
        belongings = {"belongings": lambda: changes_of_belongings(event)}
        return super().history_view(request, object_id, {**belongings, **(extra_context or {})})

    @admin.action(permissions=["publish"], description=gettext_lazy("Publish selected events"))
    def publish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        if self.refuses_so_many(request, queryset):
            return
        count, refused = show(queryset, Visibility.PUBLISHED)
        text = ngettext("%(count)s event published.", "%(count)s events published.", count)
        messages.success(request, text % {"count": count})
        self._say_why_not(request, refused)

    @admin.action(permissions=["publish"], description=gettext_lazy("Retract selected events"))
    def retract(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        if self.refuses_so_many(request, queryset):
            return
        count, refused = show(queryset, Visibility.RETRACTED)
        text = ngettext("%(count)s event retracted.", "%(count)s events retracted.", count)
        messages.success(request, text % {"count": count})
        self._say_why_not(request, refused)

    def _say_why_not(self, request: HttpRequest, refused: list[tuple[Event, str]]) -> None:
        for event, reason in refused[:REASONS_SHOWN]:
            text = _("Not changed: %(event)s. %(reason)s")
            messages.warning(request, text % {"event": event, "reason": reason})
        more = len(refused) - REASONS_SHOWN
        if more > 0:
            text = ngettext("%(count)s more was not changed.", "%(count)s more were not.", more)
            messages.warning(request, text % {"count": more})

    def refuses_so_many(self, request: HttpRequest, queryset: QuerySet[Any]) -> bool:
        if queryset.count() <= AT_ONCE:
            return False
        text = _("Choose at most %(count)s events at once.") % {"count": AT_ONCE}
        messages.error(request, text)
        return True

    @admin.display(description=gettext_lazy("title"), ordering="title_en")
    def title_cell(self, event: Event) -> SafeString:
        """Both titles, each in its language; the reader's own first."""
        titles = [("en", event.title_en), ("zh-Hans", event.title_zh)]
        if (get_language() or "").startswith("zh"):
            titles.reverse()
        return format_html_join(
            "",
            '<span class="title" lang="{}">{}</span>',
            [(language, title) for language, title in titles if title],
        )

    @admin.display(description=gettext_lazy("date"), ordering="timeline_position")
    def date_cell(self, event: Event) -> SafeString | str:
        return date_cell(event.date)

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def status_cell(self, event: Event) -> SafeString:
        return format_html(
            '{} <span class="second">{}</span>',
            event.get_status_display(),
            event.get_certainty_display(),
        )

    @admin.display(description=gettext_lazy("visibility"), ordering="visibility")
    def visibility_cell(self, event: Event) -> SafeString:
        return format_html(
            '<span class="badge {}">{}</span>', event.visibility, event.get_visibility_display()
        )

    @admin.display(description=gettext_lazy("claims"))
    def claim_count(self, event: Any) -> int:
        number: int = event.claim_number
        return number
