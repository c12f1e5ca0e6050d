"""Documents and where they came from. Knows nothing of events."""

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dates.fields import PartialDateField, partial_date_constraints
from sources.validation import (
    CuratedModel,
    http_url_constraint,
    validate_country,
    validate_http_url,
    validate_language,
)


class Publisher(CuratedModel):
    class Kind(models.TextChoices):
        NEWSPAPER = "newspaper", _("newspaper")
        MAGAZINE = "magazine", _("magazine")
        AGENCY = "agency", _("news agency")
        BROADCASTER = "broadcaster", _("broadcaster")
        TRADE_PRESS = "trade_press", _("trade press")
        SOCIAL_MEDIA = "social_media", _("social media")
        COMPANY_CHANNEL = "company_channel", _("company channel")
        GOVERNMENT = "government", _("government")
        AGGREGATOR = "aggregator", _("aggregator")
        OTHER = "other", _("other")

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=200)
    name_zh = models.CharField(_("Chinese name"), max_length=200, blank=True)
    other_names = ArrayField(
        models.CharField(max_length=200), verbose_name=_("other names"), default=list, blank=True
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    homepage = models.URLField(
        _("homepage"), max_length=500, blank=True, validators=[validate_http_url]
    )
    country = models.CharField(
        _("country"), max_length=2, blank=True, validators=[validate_country]
    )
    language = models.CharField(
        _("language"), max_length=20, blank=True, validators=[validate_language]
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")
        ordering = ["name", "id"]
        constraints = [http_url_constraint("homepage", "publisher")]

    def __str__(self) -> str:
        return self.name


class SourceQuerySet(models.QuerySet["Source"]):
    def newest_first(self) -> Self:
        return self.order_by(F("published_earliest").desc(nulls_last=True), "-id")


class SourceHistory(HistoricalRecords):  # type: ignore[misc]
    """A new source relies on nothing yet: two queries a document that would find nothing."""

    def create_historical_record_m2ms(self, history_instance: Any, instance: Any) -> None:
        if history_instance.history_type != "+":
            super().create_historical_record_m2ms(history_instance, instance)


class Source(CuratedModel):
    class Basis(models.TextChoices):
        PRINTED = "printed", _("printed in the document")
        METADATA = "metadata", _("from its metadata")
        INFERRED = "inferred", _("inferred")

    class DateBasis(models.TextChoices):
        PRINTED = "printed", _("printed in the document")
        METADATA = "metadata", _("from its metadata")
        INFERRED = "inferred", _("inferred")
        UNKNOWN = "unknown", _("unknown")

    class Rights(models.TextChoices):
        """How much of a passage readers may see."""

        OPEN = "open", _("open licence")
        ATTRIBUTION = "attribution", _("quotation with attribution")
        LINK_ONLY = "link_only", _("link only")
        UNKNOWN = "unknown", _("unknown")

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    title = models.CharField(_("title"), max_length=500)
    title_basis = models.CharField(
        _("title basis"), max_length=10, choices=Basis, default=Basis.PRINTED
    )
    publisher = models.ForeignKey(
        Publisher,
        models.PROTECT,
        verbose_name=_("publisher"),
        null=True,
        blank=True,
        related_name="sources",
    )
    authors = ArrayField(
        models.CharField(max_length=200), verbose_name=_("authors"), default=list, blank=True
    )
    url = models.URLField(
        _("address"),
        max_length=2000,
        null=True,
        blank=True,
        unique=True,
        validators=[validate_http_url],
    )
    language = models.CharField(_("language"), max_length=20, validators=[validate_language])
    published = PartialDateField(_("publication date"), null=True, blank=True)
    published_basis = models.CharField(
        _("basis of the publication date"),
        max_length=10,
        choices=DateBasis,
        default=DateBasis.UNKNOWN,
    )
    published_between = PartialDateField(
        _("published between"),
        null=True,
        blank=True,
        help_text=_("A proposed window for a document without a date."),
    )
    retrieved_at = models.DateTimeField(_("retrieved at"), null=True, blank=True)
    text = models.TextField(
        _("text"),
        blank=True,
        editable=False,
        help_text=_("As read from the document; never edited afterwards."),
    )
    sections = models.JSONField(
        _("sections"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Parts of the text that deserve different trust: kind, start and end."),
    )
    sha256 = models.CharField(
        _("SHA-256 of the document"),
        max_length=64,
        null=True,
        blank=True,
        unique=True,
    )
    text_sha256 = models.CharField(
        _("SHA-256 of the normalised text"), max_length=64, blank=True, editable=False
    )
    sketch = ArrayField(
        models.BigIntegerField(),
        verbose_name=_("sketch"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("The smallest hashes of its word sequences, to find near copies."),
    )
    reprint_of = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("reprint of"),
        null=True,
        blank=True,
        related_name="reprints",
    )
    relies_on = models.ManyToManyField(
        Publisher,
        verbose_name=_("relies on"),
        blank=True,
        related_name="relied_on_by",
        help_text=_("Publishers it cites, as in “according to Reuters”."),
    )
    rights = models.CharField(_("rights"), max_length=12, choices=Rights, default=Rights.UNKNOWN)
    reading_notes_en = models.TextField(
        _("reading notes (English)"), blank=True, help_text=_("What was odd about the document.")
    )
    reading_notes_zh = models.TextField(
        _("reading notes (Chinese)"), blank=True, help_text=_("What was odd about the document.")
    )
    oddities = models.JSONField(
        _("noted while reading"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("What the reader found odd, each with a code and what it is about."),
    )
    history = SourceHistory(
        m2m_fields=[relies_on], excluded_fields=["text", "sections", "sketch", "oddities"]
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-published_earliest", "-id"]
        constraints = [
            *partial_date_constraints("published", "source"),
            *partial_date_constraints("published_between", "source"),
            http_url_constraint("url", "source"),
            CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="source_sha256_hex",
                violation_error_message=_("A SHA-256 is 64 digits from 0-9 and a-f."),
            ),
            CheckConstraint(
                condition=~Q(reprint_of=F("id")),
                name="source_not_reprint_of_itself",
                violation_error_message=_("A source cannot be a reprint of itself."),
            ),
        ]
        indexes = [
            models.Index(
                F("published_earliest").desc(nulls_last=True), F("id").desc(), name="source_newest"
            ),
            models.Index(
                F("publisher"),
                F("published_latest").desc(nulls_last=True),
                include=["id"],
                name="source_of_publisher",
            ),
            models.Index("text_sha256", name="source_text", condition=~Q(text_sha256="")),
            # Of the search keys, which come first (see sources/storing/keys.py).
            # At once: a look-up reads all that waits to be added, so an import would slow down.
            GinIndex(F("sketch__0_48"), name="source_sketch", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        self.url = self.url or None
        self.sha256 = self.sha256 or None
        if self.published and self.published_basis == self.DateBasis.UNKNOWN:
            raise ValidationError(
                {"published_basis": _("Say where the publication date comes from.")}
            )


class RawDocument(models.Model):
    """The bytes as received. Kept for ever, shown to editors only."""

    source = models.OneToOneField(
        Source, models.CASCADE, verbose_name=_("source"), related_name="raw_document"
    )
    content = models.BinaryField(_("content"))
    file_name = models.CharField(_("file name"), max_length=255)
    format = models.CharField(_("format"), max_length=20, default="plain")
    encoding = models.CharField(_("encoding"), max_length=40)
    runs = models.JSONField(
        _("map of the text"),
        default=list,
        editable=False,
        help_text=_("Which characters of the clean text stand where in the decoded one."),
    )
    reader_version = models.CharField(_("reader version"), max_length=40)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("raw document")
        verbose_name_plural = _("raw documents")

    def __str__(self) -> str:
        return self.file_name
