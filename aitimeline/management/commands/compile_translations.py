from typing import Any

from django.core.management.base import BaseCommand

from aitimeline.translations import compile_translations


class Command(BaseCommand):
    help = "Compile the message catalogues without GNU gettext."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        compiled = compile_translations()
        self.stdout.write(f"{len(compiled)} catalogues compiled.")
