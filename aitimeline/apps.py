from django.apps import AppConfig
from django.contrib.admin import apps


class AitimelineConfig(AppConfig):
    name = "aitimeline"
    default = True


class AdminConfig(apps.AdminConfig):
    """Django's admin with our own site: name and dashboard."""

    default_site = "aitimeline.admin.AdminSite"
    default = False
