"""What was merged into what, so that it can be taken back and old addresses lead on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Merge(models.Model):
    class Kind(models.TextChoices):
        ORGANIZATION = "organization", _("organization")
        MODEL = "model", _("AI model")
        PERSON = "person", _("person")
        EVENT = "event", _("event")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    from_id = models.BigIntegerField(_("merged id"))
    into_id = models.BigIntegerField(_("id it was merged into"))
    manifest = models.JSONField(
        _("manifest"), help_text=_("Every row that was moved, so that the merge can be undone.")
    )
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("merged by"),
        null=True,
        related_name="+",
    )
    merged_at = models.DateTimeField(_("merged at"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "from_id"],
                condition=models.Q(undone_at__isnull=True),
                name="merge_once",
                violation_error_message=_("This was merged already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.from_id} → {self.into_id}"

    @classmethod
    def event_now(cls, pk: int) -> int | None:
        """The event this one is part of after all merges; None if it was never merged."""
        merges = cls.objects.filter(kind=cls.Kind.EVENT, from_id=pk, undone_at__isnull=True)
        into = merges.values_list("into_id", flat=True).first()
        return None if into is None else cls.event_now(into) or into
