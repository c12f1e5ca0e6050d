"""Candidate events found in a source, and what editors decided about them."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dates.fields import PartialDateField, partial_date_constraints
from events.models.claim import Claim
from events.models.event import Event
from events.models.vocabulary import Certainty, DateBasis, EventKind, Section, Status
from sources.models import Source
from sources.validation import CuratedModel


class Proposal(CuratedModel):
    """A candidate event found in a source, waiting for an editor."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        MERGED = "merged", _("merged")
        REJECTED = "rejected", _("rejected")

    source = models.ForeignKey(
        Source, models.CASCADE, verbose_name=_("source"), related_name="proposals"
    )
    fingerprint = models.CharField(
        _("fingerprint"),
        max_length=64,
        editable=False,
        help_text=_("What makes it the same proposal again: once rejected, never proposed anew."),
    )
    passage = models.TextField(_("passage"))
    passage_start = models.PositiveIntegerField(_("starts at character"))
    passage_end = models.PositiveIntegerField(_("ends before character"))
    section = models.CharField(_("section"), max_length=16, choices=Section, default=Section.BODY)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    title_zh = models.CharField(_("title (Chinese)"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=EventKind)
    status = models.CharField(_("status"), max_length=10, choices=Status)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty)
    date = PartialDateField(_("date"), null=True, blank=True)
    date_basis = models.CharField(
        _("date basis"), max_length=10, choices=DateBasis, default=DateBasis.INFERRED
    )
    claimed_on = PartialDateField(_("said on"), null=True, blank=True)
    entities = models.JSONField(
        _("entities"),
        default=list,
        help_text=_("A list of entities, each with its kind, slug or name, and role."),
    )
    score = models.FloatField(_("score"))
    reasons = models.JSONField(
        _("reasons"), default=list, help_text=_("A list of reasons, each with a code and a text.")
    )
    matches = models.JSONField(
        _("possible duplicates"),
        default=list,
        help_text=_("A list of events it may be, best first, each with its id, score and why."),
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        verbose_name=_("event"),
        null=True,
        blank=True,
        related_name="proposals",
        help_text=_("The event it became, or was merged into."),
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-score", "id"]
        constraints = [
            *partial_date_constraints("date", "proposal"),
            *partial_date_constraints("claimed_on", "proposal"),
            CheckConstraint(
                condition=Q(passage_end__gt=F("passage_start")),
                name="proposal_passage_order",
                violation_error_message=_("The passage ends before it starts."),
            ),
            UniqueConstraint(fields=["source", "fingerprint"], name="proposal_once"),
        ]
        indexes = [
            models.Index(fields=["state", "-score"], name="proposal_desk"),
            # What was decided, which is looked up by; most proposals wait and fill no such index.
            models.Index(
                fields=["fingerprint"],
                name="proposal_decided",
                condition=Q(state="rejected") | Q(event__isnull=False),
            ),
            models.Index(
                fields=["event"], name="proposal_of_event", condition=Q(event__isnull=False)
            ),
            # Near copies of what was rejected lie beside any number of open proposals.
            models.Index(
                fields=["fingerprint"], name="proposal_rejected", condition=Q(state="rejected")
            ),
        ]

    def __str__(self) -> str:
        titles = [self.title_en, self.title_zh]
        if (get_language() or "").startswith("zh"):
            titles.reverse()
        return titles[0] or titles[1] or self.passage[:80]


class Decision(models.Model):
    """What an editor decided while reading a source, and what that made; it can be undone once."""

    class Action(models.TextChoices):
        ACCEPTED = "accepted", _("accepted as a new event")
        MERGED = "merged", _("merged into an event")
        REJECTED = "rejected", pgettext_lazy("decision", "rejected")
        EVENT = "event", _("event from a passage")
        CLAIM = "claim", _("claim from a passage")

    source = models.ForeignKey(
        Source, models.CASCADE, verbose_name=_("source"), related_name="decisions"
    )
    proposal = models.ForeignKey(
        Proposal,
        models.CASCADE,
        verbose_name=_("proposal"),
        null=True,
        blank=True,
        related_name="decisions",
    )
    action = models.CharField(_("action"), max_length=10, choices=Action)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        verbose_name=_("event"),
        null=True,
        blank=True,
        related_name="decisions",
    )
    claim = models.ForeignKey(
        Claim,
        models.SET_NULL,
        verbose_name=_("claim"),
        null=True,
        blank=True,
        related_name="decisions",
    )
    made = models.JSONField(
        pgettext_lazy("by a decision", "made"),
        default=dict,
        help_text=_("What undoing has to take back, by table and id."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("decided by"),
        null=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("undone by"),
        null=True,
        blank=True,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-decided_at", "-id"]
        indexes = [models.Index(fields=["source", "-id"], name="decision_of_source")]

    def __str__(self) -> str:
        return self.get_action_display()
