"""Events, who and what took part in them, and how they hang together."""

import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import (
    BaseConstraint,
    Case,
    CheckConstraint,
    F,
    GeneratedField,
    Index,
    Q,
    UniqueConstraint,
    When,
)
from django.db.models.functions import Coalesce, ExtractDay, ExtractMonth, ExtractYear
from django.db.models.lookups import Exact, GreaterThanOrEqual
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dates.fields import PartialDateField, partial_date_constraints
from events.models.entity import AIModel, Entity, Organization, Person
from events.models.queryset import EventQuerySet
from events.models.vocabulary import (
    Certainty,
    DateBasis,
    EventKind,
    LinkKind,
    Role,
    Status,
    Visibility,
)
from events.search.indexing import reindex_events
from sources.validation import CuratedModel


def timeline_position() -> Case:
    """YYYYMMDD of the first day, with zeros for what the date leaves open.

    A date within one month sorts by its first day, or as day 00 when it is the whole month; a
    wider one sorts as month 00 of its year, and so does one whose beginning is not known. So
    headings by year and month invent nothing.
    """
    start = Coalesce("date_earliest", "date_latest")
    end = Coalesce("date_latest", "date_earliest")
    first_month, last_month = (ExtractYear(day) * 100 + ExtractMonth(day) for day in (start, end))
    whole_month = GreaterThanOrEqual(ExtractDay(end) - ExtractDay(start), 27)
    return Case(
        When(
            Q(date_earliest__isnull=True) | ~Q(Exact(first_month, last_month)),
            then=ExtractYear(start) * 10_000,
        ),
        When(whole_month, then=first_month * 100),
        default=first_month * 100 + ExtractDay(start),
        output_field=models.IntegerField(),
    )


class Event(CuratedModel):
    Kind = EventKind
    Status = Status
    Certainty = Certainty
    Visibility = Visibility
    DateBasis = DateBasis

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    title_zh = models.CharField(_("title (Chinese)"), max_length=300, blank=True)
    summary_en = models.TextField(_("summary (English)"), blank=True)
    summary_zh = models.TextField(_("summary (Chinese)"), blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=EventKind)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.HAPPENED)
    certainty = models.CharField(
        _("certainty"), max_length=10, choices=Certainty, default=Certainty.REPORTED
    )
    date = PartialDateField(
        _("date"), null=True, blank=True, help_text=_("When it happens, not when it was reported.")
    )
    date_basis = models.CharField(
        _("basis of the date"), max_length=10, choices=DateBasis, default=DateBasis.PRINTED
    )
    date_note_en = models.TextField(_("why this date (English)"), blank=True)
    date_note_zh = models.TextField(_("why this date (Chinese)"), blank=True)
    importance = models.PositiveSmallIntegerField(
        _("importance"), default=3, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=pgettext_lazy("event", "part of"),
        null=True,
        blank=True,
        related_name="parts",
    )
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility, default=Visibility.DRAFT
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    timeline_position = GeneratedField(
        expression=timeline_position(), output_field=models.IntegerField(), db_persist=True
    )
    search = SearchVectorField(null=True, editable=False)

    organizations = models.ManyToManyField(
        Organization, through="EventOrganization", related_name="events"
    )
    people = models.ManyToManyField(Person, through="EventPerson", related_name="events")
    models = models.ManyToManyField(AIModel, through="EventModel", related_name="events")

    history = HistoricalRecords(excluded_fields=["search", "timeline_position"])

    objects = EventQuerySet.as_manager()

    # Set by a form or import that saves the claims after the event, in the same transaction;
    # the database checks at its end that a published event has one.
    claims_follow = False

    # The day whose knowledge it carries, when it was read `as_of` one; such an event is not saved.
    known_on: datetime.date | None = None

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-timeline_position", "-id"]
        permissions = [
            ("publish_event", "Can publish and retract events"),
            ("merge_event", "Can merge events"),
        ]
        constraints = [
            *partial_date_constraints("date", "event"),
            CheckConstraint(
                condition=~Q(title_en="") | ~Q(title_zh=""),
                name="event_has_title",
                violation_error_message=_("Give a title in English or Chinese."),
            ),
            CheckConstraint(
                condition=~Q(visibility=Visibility.PUBLISHED) | Q(date__isnull=False),
                name="event_published_has_date",
                violation_error_message=_("A published event needs a date."),
            ),
            CheckConstraint(
                condition=Q(importance__range=(1, 5)),
                name="event_importance_range",
                violation_error_message=_("Importance is a number from 1 to 5."),
            ),
            CheckConstraint(
                condition=~Q(part_of=F("id")),
                name="event_not_part_of_itself",
                violation_error_message=_("An event cannot be part of itself."),
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="event_search"),
            Index("timeline_position", "id", name="event_timeline"),
            Index(
                "timeline_position",
                "id",
                name="event_published_timeline",
                condition=Q(visibility=Visibility.PUBLISHED),
            ),
            Index(  # all that the counts beside the filters read
                "kind",
                "status",
                "certainty",
                "date_earliest",
                "date_latest",
                name="event_published_counts",
                condition=Q(visibility=Visibility.PUBLISHED),
            ),
            Index(  # promises in the order in which they run out
                "date_latest",
                "id",
                name="event_promised",
                condition=Q(
                    visibility=Visibility.PUBLISHED, status__in=(Status.PLANNED, Status.DELAYED)
                ),
            ),
            Index(  # what the record of organizations reads
                "id",
                name="event_published_dates",
                include=("kind", "status", "date_earliest", "date_latest"),
                condition=Q(visibility=Visibility.PUBLISHED),
            ),
            Index("date_earliest", "date_latest", name="event_window"),
            Index("updated_at", name="event_changed"),
        ]

    def __str__(self) -> str:
        titles = [self.title_en, self.title_zh]
        if (get_language() or "").startswith("zh"):
            titles.reverse()
        return titles[0] or titles[1]

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk, self.slug])

    def clean(self) -> None:
        published = self.visibility == Visibility.PUBLISHED
        if published and not self.claims_follow and not (self.pk and self.claims.exists()):
            raise ValidationError(
                {"visibility": _("An event is published with at least one claim as evidence.")},
                code="no_claim",
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.known_on:
            raise ValueError("An event as it was known on a day of the past is not saved.")
        super().save(*args, **kwargs)
        reindex_events({self.pk})


class EventRole(CuratedModel):
    """What somebody or something has to do with an event."""

    if TYPE_CHECKING:
        event: models.ForeignKey[Event, Event]
        event_id: int

    entity_field: ClassVar[str]  # the foreign key to who or what takes part

    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.ACTOR)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.entity} ({self.get_role_display()})"

    @property
    def entity(self) -> Entity:
        entity: Entity = getattr(self, self.entity_field)
        return entity

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        reindex_events({self.event_id})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        reindex_events({self.event_id})
        return deleted


def _role_once(entity: str) -> list[BaseConstraint]:
    return [
        UniqueConstraint(
            fields=["event", entity, "role"],
            name=f"event_{entity}_role_once",
            violation_error_message=_("This role is given twice."),
        )
    ]


class EventOrganization(EventRole):
    entity_field = "organization"

    event = models.ForeignKey(Event, models.CASCADE, related_name="event_organizations")
    organization = models.ForeignKey(
        Organization, models.PROTECT, verbose_name=_("organization"), related_name="event_roles"
    )
    history = HistoricalRecords()

    class Meta(EventRole.Meta):
        verbose_name = _("organization of an event")
        verbose_name_plural = _("organizations of events")
        constraints = _role_once("organization")


class EventModel(EventRole):
    entity_field = "model"

    event = models.ForeignKey(Event, models.CASCADE, related_name="event_models")
    model = models.ForeignKey(
        AIModel, models.PROTECT, verbose_name=_("AI model"), related_name="event_roles"
    )
    history = HistoricalRecords()

    class Meta(EventRole.Meta):
        verbose_name = _("AI model of an event")
        verbose_name_plural = _("AI models of events")
        constraints = _role_once("model")


class EventPerson(EventRole):
    entity_field = "person"

    event = models.ForeignKey(Event, models.CASCADE, related_name="event_people")
    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="event_roles"
    )
    history = HistoricalRecords()

    class Meta(EventRole.Meta):
        verbose_name = _("person of an event")
        verbose_name_plural = _("people of events")
        constraints = _role_once("person")


class EventLink(CuratedModel):
    """One event to another, read as a sentence: `from_event` delays `to_event`."""

    from_event = models.ForeignKey(
        Event, models.CASCADE, verbose_name=_("event"), related_name="links"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=LinkKind)
    to_event = models.ForeignKey(
        Event, models.CASCADE, verbose_name=_("other event"), related_name="links_here"
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("link between events")
        verbose_name_plural = _("links between events")
        ordering = ["id"]
        constraints = [
            UniqueConstraint(
                fields=["from_event", "kind", "to_event"],
                name="event_link_once",
                violation_error_message=_("This link is given twice."),
            ),
            CheckConstraint(
                condition=~Q(from_event=F("to_event")),
                name="event_link_not_to_itself",
                violation_error_message=_("An event cannot be linked to itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_event} {self.get_kind_display()} {self.to_event}"
