"""The admin site: our name on Django's own admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class AdminSite(admin.AdminSite):
    site_header = _("AI Timeline")
    site_title = _("AI Timeline")
    index_title = _("Editors' desk")
