"""Claims, beside their event and by themselves; a published event keeps at least one."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.admin.publishing import events_left_bare, touch
from events.models import Claim, Event
from events.models.vocabulary import Visibility
from sources.admin.curated import CuratedAdmin, InlineFormSet, ModelForm, StackedInline
from sources.admin.fields import date_cell
from sources.admin.filters import FilterForm, FormFilter, choices_of
from sources.admin.reading_dates import day_of, read_against
from sources.models import Source
from sources.validation import is_id

KEEPS_ONE = gettext_lazy(
    "A published event keeps at least one claim as evidence: retract it first."
)


class ClaimForm(ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and {"date", "claimed_on"} & set(self.changed_data):
            read_against(self, day_of(str(self["source"].value() or "")))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        moved_quote = {"quote", "source"} & set(self.changed_data)
        if moved_quote and "quote_start" not in self.changed_data:
            data["quote_start"] = data["quote_end"] = None  # found anew in the text
        self._keep_the_former_event_supported()
        return data

    def _keep_the_former_event_supported(self) -> None:
        if self.instance.pk and "event" in self.changed_data:
            own = Claim.objects.filter(pk=self.instance.pk)
            if events_left_bare(own).exists():
                self.add_error("event", ValidationError(KEEPS_ONE))


class ClaimFormSet(InlineFormSet):
    def clean(self) -> None:
        super().clean()
        surviving = self.surviving_forms()
        if not surviving and self.instance.visibility == Visibility.PUBLISHED:
            raise ValidationError(KEEPS_ONE)
        self._refuse_a_passage_twice([form.instance for form in surviving])

    def _refuse_a_passage_twice(self, claims: list[Claim]) -> None:
        passages = [
            (claim.source_id, claim.quote_start)
            for claim in claims
            if claim.quote_start is not None
        ]
        if len(set(passages)) < len(passages):
            raise ValidationError(_("The same passage is given as two claims."))


class ClaimInline(StackedInline):
    model = Claim
    form = ClaimForm
    formset = ClaimFormSet
    autocomplete_fields = ["source"]
    extra = 0
    show_change_link = True
    classes = ["claims"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("source", "section"),
                    "quote",
                    ("says_en", "says_zh"),
                    ("date", "status", "certainty", "claimed_on"),
                    ("stance", "rank", "quote_start", "quote_end"),
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        claims = super().get_queryset(request)
        return claims.select_related("source").defer("source__text")

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in ("says_en", "says_zh"):
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class ClaimFilterForm(FilterForm):
    stance = choices_of(gettext_lazy("stance"), Claim.Stance)
    rank = choices_of(gettext_lazy("rank"), Claim.Rank)
    status = choices_of(gettext_lazy("status it gives"), Event.Status)
    certainty = choices_of(gettext_lazy("certainty it gives"), Event.Certainty)
    source = forms.ModelChoiceField(
        Source.objects.all(), label=gettext_lazy("source"), required=False
    )
    event = forms.ModelChoiceField(Event.objects.all(), label=gettext_lazy("event"), required=False)
    autocompleted = {
        "source": Claim._meta.get_field("source"),
        "event": Claim._meta.get_field("event"),
    }


class ClaimFilter(FormFilter):
    form_class = ClaimFilterForm


@admin.register(Claim)
class ClaimAdmin(CuratedAdmin):
    form = ClaimForm
    list_display = ["claim_cell", "event", "source", "date_cell", "said_cell", "stance"]
    list_filter = [ClaimFilter]
    list_select_related = ["event", "source"]
    search_fields = ["quote", "says_en", "says_zh", "event__title_en", "event__title_zh"]
    autocomplete_fields = ["event", "source"]
    actions = ["delete_selected"]
    fieldsets = [
        (None, {"fields": ["event", "source", "section"]}),
        (
            gettext_lazy("Passage"),
            {"fields": ["quote", ("quote_start", "quote_end"), "context_cell"]},
        ),
        (
            gettext_lazy("What it says"),
            {
                "fields": [
                    "says_en",
                    "says_zh",
                    ("date", "status", "certainty"),
                    "claimed_on",
                    ("stance", "rank"),
                ]
            },
        ),
    ]
    readonly_fields = ["context_cell"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("source__text", "event__search")

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        for event in sorted({obj.event_id, form.initial.get("event") or obj.event_id}):
            touch(event)
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Claim) -> None:
        touch(obj.event_id)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for event in sorted(set(queryset.values_list("event", flat=True))):
            touch(event)
        super().delete_queryset(request, queryset)

    def delete_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        own = Claim.objects.filter(pk=object_id) if is_id(object_id) else Claim.objects.none()
        if self.has_delete_permission(request) and events_left_bare(own).exists():
            messages.error(request, KEEPS_ONE)
            return HttpResponseRedirect(f"{request.path.removesuffix('delete/')}change/")
        return super().delete_view(request, object_id, *args, **kwargs)

    @admin.action(permissions=["delete"], description=gettext_lazy("Delete selected claims"))
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        bare = events_left_bare(queryset)
        if bare.exists():
            titles = "; ".join(str(event) for event in bare[:5])
            text = _("These published events would lose their last claim: %(titles)s.")
            messages.error(request, text % {"titles": titles})
            return None
        return delete_selected(self, request, queryset)

    @admin.display(description=gettext_lazy("claim"))
    def claim_cell(self, claim: Claim) -> str:
        return str(claim)

    @admin.display(description=gettext_lazy("date it gives"), ordering="date_earliest")
    def date_cell(self, claim: Claim) -> SafeString | str:
        return date_cell(claim.date)

    @admin.display(description=gettext_lazy("said on"), ordering="claimed_on_latest")
    def said_cell(self, claim: Claim) -> SafeString | str:
        return date_cell(claim.claimed_on)

    @admin.display(description=gettext_lazy("in its context"))
    def context_cell(self, claim: Claim) -> SafeString | str:
        if not claim.quote:
            return "—"
        return format_html(
            '<span lang="{}">…{}<mark>{}</mark>{}…</span>',
            claim.source.language, claim.prefix, claim.quote, claim.suffix,
        )  # fmt: skip
