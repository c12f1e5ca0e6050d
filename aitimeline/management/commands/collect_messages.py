from typing import Any

from django.core.management.base import BaseCommand

from aitimeline.translations import update_catalogues


class Command(BaseCommand):
    help = "Bring the message catalogues in step with the code."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for path, waiting in update_catalogues().items():
            self.stdout.write(f"{path}: {waiting} to translate")
