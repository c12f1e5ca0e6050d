from django.apps import AppConfig
from django.contrib.admin import apps


class AitimelineConfig(AppConfig):
    name = "aitimeline"
    default = True

    def ready(self) -> None:
        from aitimeline import checks  # noqa: F401 -- registers them


class AdminConfig(apps.AdminConfig):
    """Django's admin with our own site: name and dashboard."""

    default_site = "aitimeline.admin.AdminSite"
    default = False
