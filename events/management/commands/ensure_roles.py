from typing import Any

from django.core.management.base import BaseCommand

from events.roles import EDITOR, REVIEWER, ensure_roles


class Command(BaseCommand):
    help = "Create the groups Editor and Reviewer, or bring their permissions up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_roles()
        self.stdout.write(f"The groups {EDITOR} and {REVIEWER} are up to date.")
