"""The forms of the desk: everything that comes with an address or a decision goes through one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dates.fields import PartialDateFormField
from events.desk.drafts import Draft, Party
from events.desk.entities import called
from events.desk.passages import Passage, between, found
from events.extraction.found import EntityKind
from events.models import AIModel, Event, Organization, Person
from events.models.vocabulary import (
    Certainty,
    DateBasis,
    EventKind,
    Role,
    Stance,
    Status,
)
from events.search.queries import TokenQuery
from events.search.tokens import tsquery_while_typing
from sources.admin.fields import PartialDateWidget
from sources.models import Source
from sources.validation import is_id, validate_storable

if TYPE_CHECKING:
    _Rows = forms.BaseFormSet["PartyForm"]
else:
    _Rows = forms.BaseFormSet

FOUND_AT_MOST = 8
MOST_PARTIES = 60
KINDS = [
    (EntityKind.ORGANIZATION, Organization._meta.verbose_name),
    (EntityKind.MODEL, AIModel._meta.verbose_name),
    (EntityKind.PERSON, Person._meta.verbose_name),
]


def _text(label: Any, length: int, **attrs: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=False,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "vTextField", **attrs}),
    )


def _date(label: Any) -> PartialDateFormField:
    return PartialDateFormField(label=label, required=False, widget=PartialDateWidget())


class QueueForm(forms.Form):
    order = forms.ChoiceField(
        label=gettext_lazy("order"),
        required=False,
        choices=[
            ("oldest", gettext_lazy("longest waiting first")),
            ("promising", gettext_lazy("most promising first")),
            ("most", gettext_lazy("most proposals first")),
        ],
    )
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


class AskedForm(forms.Form):
    """What of a desk is open: one card as a form, or a passage to make something of."""

    edit = forms.IntegerField(required=False, min_value=1)
    merge = forms.IntegerField(required=False, min_value=1)
    at = forms.IntegerField(required=False, min_value=1)  # the card to go on with
    stuck = forms.IntegerField(required=False, min_value=1)  # a decision that was not undone
    new = forms.ChoiceField(required=False, choices=[("event", ""), ("claim", "")])


class PassageForm(forms.Form):
    """A passage by its place in the text, or by its words."""

    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    passage = forms.CharField(
        label=gettext_lazy("passage"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, source: Source, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source
        self.chosen: Passage | None = None

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        start, end, text = data.get("start"), data.get("end"), self.source.text
        if start is not None and end:
            self.chosen = between(text, start, end)
        elif data.get("passage"):
            self.chosen = found(text, data["passage"])
        if self.chosen is None and not self.errors:
            raise ValidationError(_("Choose words of the text, exactly as they stand there."))
        return data


class EventForm(forms.Form):
    """What the event is to say."""

    title_en = _text(gettext_lazy("title (English)"), 300, lang="en")
    title_zh = _text(gettext_lazy("title (Chinese)"), 300, lang="zh-Hans")
    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=EventKind)
    status = forms.ChoiceField(label=gettext_lazy("status"), choices=Status)
    certainty = forms.ChoiceField(label=gettext_lazy("certainty"), choices=Certainty)
    date = _date(gettext_lazy("date"))
    date_basis = forms.ChoiceField(label=gettext_lazy("basis of the date"), choices=DateBasis)
    claimed_on = _date(gettext_lazy("said on"))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not (data.get("title_en") or data.get("title_zh")) and not self.errors:
            raise ValidationError(_("Give a title in English or Chinese."))
        return data

    def draft(self, parties: Iterable[Party]) -> Draft:
        return Draft(**self.cleaned_data, parties=tuple(parties))


class PartyForm(forms.Form):
    """One who takes part, by name; a name nobody has is made new when that is ticked."""

    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=KINDS)
    name = _text(gettext_lazy("name"), 200, autocomplete="off", **{"data-find": "entity"})
    role = forms.ChoiceField(label=gettext_lazy("role"), choices=Role)
    create = forms.BooleanField(label=gettext_lazy("create it"), required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        name = data.get("name", "").strip()
        self.entity = None
        if name and "kind" in data:
            try:
                self.entity = called(EntityKind(data["kind"]), name)
            except ValidationError as error:
                self.add_error("name", error)
                return data
            if self.entity is None and not data.get("create"):
                text = _("Nothing is called so: tick “create it”, or remove the line.")
                self.add_error("name", ValidationError(text))
        return data

    def party(self) -> Party:
        data = self.cleaned_data
        name, role = data["name"].strip(), data["role"]
        return Party(EntityKind(data["kind"]), name, role, self.entity, data["create"])


class PartyRows(_Rows):
    def parties(self) -> list[Party]:
        kept = [form for form in self.forms if form not in self.deleted_forms]
        return [form.party() for form in kept if form.cleaned_data.get("name")]


PartyFormSet = formset_factory(
    PartyForm, formset=PartyRows, extra=1, can_delete=True, max_num=MOST_PARTIES, absolute_max=100
)


class MergeForm(forms.Form):
    """Which event a passage belongs to: one of those proposed, or one that is looked for."""

    event = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    find = _text(gettext_lazy("another event"), 200, autocomplete="off", **{"data-find": "event"})
    stance = forms.ChoiceField(
        label=gettext_lazy("stance"), choices=Stance, required=False, initial=Stance.SUPPORTS
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: list[Event] = []

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        self.chosen = self._chosen(data.get("find", ""), data.get("event"))
        if self.chosen is None and not self.errors:
            text = _("Choose one of the events.") if self.found else _("Choose an event.")
            raise ValidationError(text)
        return data

    def clean_stance(self) -> str:
        return self.cleaned_data["stance"] or Stance.SUPPORTS

    def _chosen(self, words: str, pk: int | None) -> Event | None:
        if words:
            self.found = find_events(words)
            if pk not in {event.pk for event in self.found}:
                return self.found[0] if len(self.found) == 1 else None
        return Event.objects.not_retracted().filter(pk=pk).first() if pk else None


class ClaimForm(MergeForm):
    """A claim on an event from a passage the editor chose."""

    status = forms.ChoiceField(
        label=gettext_lazy("status it gives"), required=False, choices=[("", "—"), *Status.choices]
    )
    certainty = forms.ChoiceField(
        label=gettext_lazy("certainty it gives"),
        required=False,
        choices=[("", "—"), *Certainty.choices],
    )
    date = _date(gettext_lazy("date it gives"))
    claimed_on = _date(gettext_lazy("said on"))

    def draft(self) -> Draft:
        given = ("status", "certainty", "date", "claimed_on", "stance")
        return Draft(**{name: self.cleaned_data[name] for name in given})


class LookupForm(forms.Form):
    what = forms.ChoiceField(choices=[("entity", ""), ("event", "")])
    kind = forms.ChoiceField(choices=KINDS, required=False)
    term = forms.CharField(max_length=200, validators=[validate_storable])


def find_events(words: str) -> list[Event]:
    """Events by number (“#12 …”) or by what one begins to type of their words and names."""
    events = Event.objects.not_retracted().defer("search")
    number = words.split(maxsplit=1)[0].removeprefix("#") if words.startswith("#") else ""
    if is_id(number):
        return list(events.filter(pk=number))
    query = tsquery_while_typing(words)
    return list(events.filter(search=TokenQuery(query))[:FOUND_AT_MOST]) if query else []
