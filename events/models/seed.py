"""What each seed looked like when it was last imported, to tell an editor's change from ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SeedRecord(models.Model):
    kind = models.CharField(_("kind"), max_length=20)
    slug = models.CharField(_("slug"), max_length=100)
    content = models.JSONField(_("content"))
    imported_at = models.DateTimeField(_("imported at"), auto_now=True)

    class Meta:
        verbose_name = _("imported seed")
        verbose_name_plural = _("imported seeds")
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="seed_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"
