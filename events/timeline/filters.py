"""The one form behind the timeline and every export: what a reader asked to see."""

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dates import PartialDate
from dates.fields import PartialDateFormField
from events.models import (
    AIModel,
    Claim,
    Event,
    EventModel,
    EventOrganization,
    EventPerson,
    Organization,
    Person,
)
from events.models.entity import Entity
from events.models.queryset import EventQuerySet
from events.search.fields import SearchField
from events.timeline.picture.choices import BY_KIND
from events.timeline.picture.choices import CHOICES as LANES

MOST_VALUES = 50  # of one repeatable field; an address holds no more
LANGUAGES = [
    ("zh-Hans", _("Chinese, simplified")),
    ("zh-Hant", _("Chinese, traditional")),
    ("en", _("English")),
]
NEWEST, OLDEST = "newest", "oldest"
TYPED = ("q", "from", "to", "language", "as_of")
SHOWING = {"order": NEWEST, "lanes": BY_KIND}  # how it is shown, not which events: as usual
ORDERS = [(NEWEST, _("newest first")), (OLDEST, _("oldest first"))]


class RepeatedChoiceField(forms.MultipleChoiceField):
    default_error_messages = {
        "invalid_choice": _("“%(value)s” is not one of the choices."),
    }


class SlugsField(forms.Field):
    """Organizations, AI models or people by their slugs; gives rows, merged ones followed."""

    widget = forms.SelectMultiple
    default_error_messages = {
        "unknown": _("Nothing is known here as “%(value)s”."),
        "too_many": _("At most %(most)s can be chosen at once."),
    }

    def __init__(self, model: type[Entity], **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.model = model

    def clean(self, value: Any) -> list[Entity]:
        slugs = list(dict.fromkeys(slug for slug in value or [] if slug))
        if len(slugs) > MOST_VALUES:
            raise ValidationError(self.error_messages["too_many"], params={"most": MOST_VALUES})
        plain = [slug for slug in slugs if "\0" not in slug]
        rows = self.model.objects.filter(slug__in=plain).select_related("merged_into")
        found = (
            {row.slug: row for row in rows.defer("search", "merged_into__search")} if slugs else {}
        )
        unknown = [slug for slug in slugs if slug not in found]
        if unknown:
            shown = ", ".join(unknown)[:100]
            raise ValidationError(self.error_messages["unknown"], params={"value": shown})
        return list(dict.fromkeys(found[slug].merged_into or found[slug] for slug in slugs))


class BoundaryField(PartialDateFormField):
    """One end of a stretch of days: the first or last day of what the reader wrote.

    Made anew for each form, because “last week” is read against the day it is made on.
    """

    default_error_messages = {
        "open": _("“%(value)s” leaves this end open. Give a day, a month or a year."),
    }

    def __init__(self, end: str, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.end = end
        self.base = timezone.localdate()

    def clean(self, value: Any) -> datetime.date | None:
        written: PartialDate | None = super().clean(value)
        if written is None:
            return None
        day: datetime.date | None = getattr(written, self.end)
        if day is None:
            raise ValidationError(self.error_messages["open"], params={"value": value})
        return day


class AsOfField(BoundaryField):
    """A day of the past: the last one of what the reader wrote, or today when that has begun."""

    default_error_messages = {
        "future": _("“%(value)s” has not come yet, so this is what is known now."),
    }

    def __init__(self) -> None:
        super().__init__("latest", label=_("As of"))

    def clean(self, value: Any) -> datetime.date | None:
        day, today = super().clean(value), timezone.localdate()
        if day is None or day <= today:
            return day
        written = self.to_python(value)
        if written and written.earliest and written.earliest <= today:
            return today
        raise ValidationError(self.error_messages["future"], params={"value": value})


@dataclass(frozen=True, slots=True)
class Chosen:
    """One value a reader filters by, and the query string that takes it out again."""

    field: str
    label: str
    text: str
    entity: Entity | None
    without: str


class TimelineFilter(forms.Form):
    """Values of one field are alternatives, different fields narrow each other.

    Values that are not understood are left out and named in `errors`; pages show what remains,
    exports refuse.
    """

    q = SearchField()
    organization = SlugsField(Organization, label=_("Organization"))
    model = SlugsField(AIModel, label=_("Model"))
    person = SlugsField(Person, label=_("Person"))
    kind = RepeatedChoiceField(label=_("Kind"), required=False, choices=Event.Kind.choices)
    status = RepeatedChoiceField(label=_("Status"), required=False, choices=Event.Status.choices)
    certainty = RepeatedChoiceField(
        label=_("Certainty"), required=False, choices=Event.Certainty.choices
    )
    language = RepeatedChoiceField(
        label=_("Language of the sources"), required=False, choices=LANGUAGES
    )
    order = forms.ChoiceField(label=_("Order"), required=False, choices=ORDERS)
    lanes = forms.ChoiceField(label=_("Lanes of the picture"), required=False, choices=LANES)

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data if data is not None else QueryDict(), **kwargs)
        # `from` is a word of Python, so it cannot be declared above; both keep the day of now.
        self.fields["from"] = BoundaryField("earliest", label=_("From"))
        self.fields["to"] = BoundaryField("latest", label=_("To"))
        self.fields["as_of"] = AsOfField()

    def clean_order(self) -> str:
        return self.cleaned_data["order"] or NEWEST

    def clean(self) -> dict[str, Any]:
        start, end = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if start and end and end < start:
            self.add_error("to", _("This end lies before the beginning."))
        return self.cleaned_data

    @property
    def valid_data(self) -> dict[str, Any]:
        """What was understood, each value in its final type."""
        self.is_valid()
        return self.cleaned_data

    @property
    def newest_first(self) -> bool:
        return bool(self.valid_data.get("order", NEWEST) == NEWEST)

    @property
    def day(self) -> datetime.date | None:
        """The day of the past the reader asked for; None is now."""
        day: datetime.date | None = self.valid_data.get("as_of")
        return day

    def published(self) -> EventQuerySet:
        """All published events, as they are known on that day."""
        return Event.objects.published().as_of(self.day)

    def events(self) -> EventQuerySet:
        """The published events the reader asked for, in the order asked for."""
        events = self.apply(self.published())
        return events.newest_first() if self.newest_first else events.oldest_first()

    def apply(self, events: EventQuerySet, leave_out: Collection[str] = ()) -> EventQuerySet:
        """Narrow `events` by every field except those named in `leave_out`."""
        for name, narrow in _NARROW.items():
            value = self.valid_data.get(name)
            if value and name not in leave_out:
                events = narrow(events, value)
        return events

    @property
    def days(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The first and the last day asked for."""
        return self.valid_data.get("from"), self.valid_data.get("to")

    def messages(self) -> list[str]:
        """Each thing that was not understood, with the name of its field: for plain text."""
        return [f"{name}: {message}" for name, texts in self.errors.items() for message in texts]

    def parameters(self) -> dict[str, list[str]]:
        """The understood parameters as the reader wrote them."""
        written = {
            name: [value for value in self._written(name) if value]
            for name in self.fields
            if name in self.valid_data
        }
        for name, usual in SHOWING.items():
            if written.get(name) == [usual]:
                del written[name]
        return {name: values for name, values in written.items() if values}

    def _written(self, name: str) -> list[str]:
        data = self.data
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        values = [values] if isinstance(values, str) else list(values)
        single = name in ("q", "from", "to", "as_of", *SHOWING)
        return [value.strip() for value in values[-1:]] if single else list(dict.fromkeys(values))

    def query_string(
        self, without: str | tuple[str, str] | None = None, **changes: str | Sequence[str]
    ) -> str:
        """`?…` for a link to these filters, or "" when there is none.

        `without` drops a field, or one value of a field; `changes` sets fields to new values.
        """
        parameters = self.parameters()
        if isinstance(without, str):
            parameters.pop(without, None)
        elif without:
            name, value = without
            parameters[name] = [kept for kept in parameters.get(name, []) if kept != value]
        for name, new in changes.items():
            parameters[name] = [new] if isinstance(new, str) else list(new)
        return _encoded(parameters)

    def toggled(self, name: str, value: str) -> str:
        """The query string with one value of a repeatable field added, or taken out again."""
        parameters = self.parameters()
        values = parameters.get(name, [])
        others = [other for other in values if other != value]
        return _encoded({**parameters, name: others if value in values else [*values, value]})

    def chosen(self) -> Iterator[Chosen]:
        """Every value in use, in the order of the fields."""
        for name, values in self.parameters().items():
            if name in (*SHOWING, "as_of"):  # they narrow nothing
                continue
            label = str(self.fields[name].label)
            for value in values:
                entity = self._entity(name, value)
                without = self.query_string(without=(name, value))
                yield Chosen(name, label, self._text_of(name, value), entity, without)

    def _entity(self, name: str, value: str) -> Entity | None:
        if not isinstance(self.fields[name], SlugsField):
            return None
        return dict(zip(self.parameters()[name], self.valid_data[name], strict=False)).get(value)

    def _text_of(self, name: str, value: str) -> str:
        field = self.fields[name]
        words = dict(field.choices) if isinstance(field, forms.ChoiceField) else {}  # type: ignore[arg-type]
        return str(words.get(value, value))

    def hidden_values(self) -> Iterator[tuple[str, str]]:
        """What the search form passes on beside the fields people type into.

        The day one reads as of is added to every form of a page (`events.reading`).
        """
        for name, values in self.parameters().items():
            if name not in TYPED:
                yield from ((name, value) for value in values)


def _encoded(parameters: Mapping[str, Sequence[str]]) -> str:
    query = QueryDict(mutable=True)
    for name, values in parameters.items():
        query.setlist(name, [value for value in values if value])
    encoded = query.urlencode()
    return f"?{encoded}" if encoded else ""


def _involving(through: Any, entity: str) -> Callable[[EventQuerySet, list[Entity]], EventQuerySet]:
    def narrow(events: EventQuerySet, entities: list[Entity]) -> EventQuerySet:
        ids = [chosen.pk for chosen in entities]
        roles = through.objects.filter(event=OuterRef("pk"), **{f"{entity}__in": ids})
        return events.filter(Exists(roles))

    return narrow


def _one_of(field: str) -> Callable[[EventQuerySet, list[str]], EventQuerySet]:
    return lambda events, values: events.filter(**{f"{field}__in": values})


def _told_in(events: EventQuerySet, languages: list[str]) -> EventQuerySet:
    spoken = Q()
    for language in languages:
        spoken |= Q(source__language=language) | Q(source__language__startswith=f"{language}-")
    claims = Claim.objects.filter(spoken, event=OuterRef("pk"))
    return events.filter(Exists(claims.said_by(events.day)))


_NARROW: dict[str, Callable[[EventQuerySet, Any], EventQuerySet]] = {
    "q": lambda events, text: events.search(text),
    "organization": _involving(EventOrganization, "organization"),
    "model": _involving(EventModel, "model"),
    "person": _involving(EventPerson, "person"),
    "kind": _one_of("kind"),
    "status": _one_of("status"),
    "certainty": _one_of("certainty"),
    "language": _told_in,
    "from": lambda events, day: events.overlapping(earliest=day),
    "to": lambda events, day: events.overlapping(latest=day),
}
