"""Evidence: what one source says about one event."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Coalesce, Least, Length, TruncDate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dates.fields import PartialDateField, partial_date_constraints
from events.models.event import Event
from events.models.vocabulary import Certainty, Rank, Section, Stance, Status
from sources.models import Source
from sources.validation import CuratedModel

CONTEXT = 32  # characters before and after a quote, as W3C TextQuoteSelectors keep them
DOUBTS = (Certainty.DISPUTED, Certainty.DENIED)


class ClaimQuerySet(models.QuerySet["Claim"]):
    def in_order_said(self) -> "ClaimQuerySet":
        return self.order_by(F("claimed_on_latest").asc(nulls_last=True), "id")

    def with_day(self) -> "ClaimQuerySet":
        """With the day by which each was said: `events/migrations/0005` reads it the same way."""
        told = Coalesce("claimed_on_latest", "source__published_latest")
        return self.annotate(day=Least(told, TruncDate("created_at", tzinfo=datetime.UTC)))

    def said_by(self, day: datetime.date | None) -> "ClaimQuerySet":
        """Those said by the end of `day`; None is now, and leaves none out."""
        return self if day is None else self.with_day().filter(Q(day__lte=day))


class Claim(CuratedModel):
    Stance = Stance
    Rank = Rank
    Section = Section

    event = models.ForeignKey(Event, models.CASCADE, verbose_name=_("event"), related_name="claims")
    source = models.ForeignKey(
        Source, models.PROTECT, verbose_name=_("source"), related_name="claims"
    )
    # W3C Web Annotation: TextQuoteSelector (quote, prefix, suffix), TextPositionSelector (offsets).
    quote = models.CharField(
        _("quote"),
        max_length=1000,
        blank=True,
        help_text=_("Exactly as it stands in the source's text."),
    )
    prefix = models.CharField(_("text before"), max_length=CONTEXT, blank=True, editable=False)
    suffix = models.CharField(_("text after"), max_length=CONTEXT, blank=True, editable=False)
    quote_start = models.PositiveIntegerField(_("starts at character"), null=True, blank=True)
    quote_end = models.PositiveIntegerField(_("ends before character"), null=True, blank=True)
    section = models.CharField(_("section"), max_length=16, choices=Section, default=Section.BODY)
    says_en = models.TextField(_("what it says (English)"), blank=True)
    says_zh = models.TextField(_("what it says (Chinese)"), blank=True)
    stance = models.CharField(_("stance"), max_length=12, choices=Stance, default=Stance.SUPPORTS)
    date = PartialDateField(
        _("date it gives"), null=True, blank=True, help_text=_("As far as this source supports.")
    )
    status = models.CharField(_("status it gives"), max_length=10, choices=Status, blank=True)
    certainty = models.CharField(
        _("certainty it gives"),
        max_length=10,
        choices=Certainty,
        blank=True,
        default="",
        db_default="",  # for rows that come by COPY
        help_text=_("What this report amounts to. Left empty: as sure as the event is."),
    )
    claimed_on = PartialDateField(
        _("said on"), null=True, blank=True, help_text=_("Left empty: the day of publication.")
    )
    rank = models.CharField(_("rank"), max_length=10, choices=Rank, default=Rank.NORMAL)
    history = HistoricalRecords()

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["id"]
        constraints = [
            *partial_date_constraints("date", "claim"),
            *partial_date_constraints("claimed_on", "claim"),
            CheckConstraint(
                condition=Q(quote_start__isnull=True, quote_end__isnull=True)
                | Q(quote_end=F("quote_start") + Length("quote"), quote_start__isnull=False),
                name="claim_offsets_span_quote",
                violation_error_message=_(
                    "The offsets do not span as many characters as the quote."
                ),
            ),
            CheckConstraint(
                condition=~Q(stance=Stance.CONTRADICTS) | Q(certainty__in=("", *DOUBTS)),
                name="claim_against_gives_doubt",
                violation_error_message=_(
                    "A claim that contradicts the event can only make it disputed or denied."
                ),
            ),
            UniqueConstraint(
                fields=["event", "source", "quote_start", "quote_end"],
                name="claim_passage_once",
                violation_error_message=_("This passage is already a claim of this event."),
            ),
        ]
        indexes = [
            models.Index("event", "claimed_on_latest", name="claim_said"),
            models.Index(  # the days first named for what had not happened yet
                "event",
                "claimed_on_latest",
                name="claim_foretold",
                include=("date_latest",),
                condition=Q(status__in=(Status.PLANNED, Status.DELAYED), date_latest__isnull=False)
                & ~Q(stance=Stance.CONTRADICTS)
                & ~Q(rank=Rank.DEPRECATED),
            ),
        ]

    def __str__(self) -> str:
        return self.quote or self.says_en or self.says_zh or str(self.source)

    def clean(self) -> None:
        if not self.source_id:
            return
        if self.claimed_on is None:
            self.claimed_on = self.source.published
        self._find_quote(self.source.text)

    def _find_quote(self, text: str) -> None:
        """Check the quote against the source's text, and find it there when no offset is given."""
        if not text or not self.quote:
            return
        if self.quote_start is None:
            start = text.find(self.quote)
            if start < 0:
                raise ValidationError(
                    {"quote": _("These words are not in the text of the source.")}
                )
            self.quote_start, self.quote_end = start, start + len(self.quote)
        end = self.quote_start + len(self.quote)
        found = text[self.quote_start : end]
        if found != self.quote:
            raise ValidationError(
                {
                    "quote": _("At character %(start)s the text of the source reads “%(found)s”.")
                    % {"start": self.quote_start, "found": found}
                }
            )
        self.prefix = text[max(0, self.quote_start - CONTEXT) : self.quote_start]
        self.suffix = text[end : end + CONTEXT]
