"""How a picture may be divided into lanes."""

from django.utils.translation import gettext_lazy as _

TOGETHER, BY_KIND, BY_ORGANIZATION, BY_MODEL = "all", "kind", "organization", "model"
CHOICES = [
    (BY_KIND, _("by kind")),
    (BY_ORGANIZATION, _("by organization")),
    (BY_MODEL, _("by model")),
    (TOGETHER, _("all together")),
]
