"""Documents on their way in: what was dropped in together, and what became of each."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sources.models import Source
from sources.reading.said import say


class Intake(models.Model):
    """Documents somebody dropped in at once."""

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("dropped in by"),
        null=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("dropped in"), auto_now_add=True)

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(self.pk)


class IncomingDocument(models.Model):
    """One file of an intake. Its bytes are kept here until it has been read."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        READ = "read", pgettext_lazy("state of a document", "read")
        KNOWN = "known", _("already known")
        REPRINT = "reprint", _("reprint")
        REFUSED = "refused", _("refused")

    intake = models.ForeignKey(
        Intake, models.CASCADE, verbose_name=_("intake"), related_name="documents"
    )
    file_name = models.CharField(_("file name"), max_length=255)
    content = models.BinaryField(_("content"), null=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    refusals = models.JSONField(
        _("why it was refused"),
        default=list,
        blank=True,
        help_text=_("A message for each document of the file that was refused, with its values."),
    )
    sources: "models.ManyToManyField[Source, models.Model]" = models.ManyToManyField(
        Source, verbose_name=_("sources"), blank=True, related_name="+"
    )
    proposals = models.PositiveIntegerField(_("proposals"), default=0)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("incoming document")
        verbose_name_plural = _("incoming documents")
        ordering = ["id"]
        constraints = [
            CheckConstraint(
                condition=~Q(state="waiting") | Q(content__isnull=False),
                name="incoming_document_has_content",
                violation_error_message=_("A document that waits to be read has its bytes."),
            )
        ]
        indexes = [models.Index(fields=["intake", "state"], name="incoming_of_intake")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def detail(self) -> str:
        """Why it was refused, in the reader's language."""
        return "\n".join(map(say, self.refusals))
