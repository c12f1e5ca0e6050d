"""Mistakes that readers report, and the traces by which too many reports are refused."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from django.db.models import Index, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from events.models.entity import AIModel, Organization, Person
from events.models.event import Event
from events.models.merge import Merge
from sources.models import Publisher, Source
from sources.validation import CuratedModel

LONGEST = 2_000
LONGEST_CONTACT = 200


class MistakeReportQuerySet(models.QuerySet["MistakeReport"]):
    def waiting(self) -> "MistakeReportQuerySet":
        return self.filter(state=MistakeReport.State.OPEN)

    def with_about(self) -> "MistakeReportQuerySet":
        """With what they are about, in one query for each kind, without what nobody reads here."""
        named: list[Any] = [
            *(model.objects.defer("search") for model in (Event, Organization, AIModel, Person)),
            Source.objects.defer("text"),
            Publisher.objects.all(),
        ]
        return self.select_related("content_type").prefetch_related(GenericPrefetch("about", named))


class MistakeReport(CuratedModel):
    class Subject(models.TextChoices):
        NAME = "name", _("a name, a title or a spelling")
        FACT = "fact", _("what is said about it")
        DATE = "date", _("the date")
        STATUS = "status", _("whether it happened, or how sure it is")
        SOURCE = "source", _("a source or what it is said to say")
        LINK = "link", _("a link")
        DUPLICATE = "duplicate", _("it is here twice")
        TRANSLATION = "translation", _("the wording or translation")
        OTHER = "other", _("something else")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    # An event, an entity, a source or a publisher; the report outlives what was deleted or merged.
    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name=_("kind"))
    object_id = models.BigIntegerField(_("number"))
    about = GenericForeignKey()
    version = models.PositiveIntegerField(
        _("version it was reported on"), null=True, help_text=_("Only events have versions.")
    )
    subject = models.CharField(_("what is wrong"), max_length=12, choices=Subject)
    text = models.TextField(_("in the reader's words"), max_length=LONGEST)
    contact = models.CharField(_("how to reach the reader"), max_length=LONGEST_CONTACT, blank=True)
    language = models.CharField(_("language of the page"), max_length=8)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    note = models.TextField(_("note of the editors"), blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("handled by"),
        null=True,
        blank=True,
        editable=False,
    )
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True, editable=False)

    objects = MistakeReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a mistake")
        verbose_name_plural = _("reports of mistakes")
        ordering = ["-id"]
        indexes = [Index("id", name="report_open", condition=Q(state="open"))]

    def __str__(self) -> str:
        return f"{self.get_subject_display()}: {self.text[:60]}"

    @cached_property
    def about_now(self) -> Any:
        """What it is about; where an event was merged since, what it was merged into."""
        if self.about is None and self.content_type.model_class() is Event:
            into = Merge.event_now(self.object_id)
            return Event.objects.filter(pk=into).first() if into else None
        return self.about


class ReportTrace(models.Model):
    """That somebody sent a report: a keyed hash of the address, kept for a day at most."""

    who = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [Index("at", "who", name="report_trace")]

    def __str__(self) -> str:
        return f"{self.who[:8]} {self.at}"
