from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from aitimeline.accounts import ensure_first_accounts
from aitimeline.server import PortTakenError, Server, wait_for_port
from aitimeline.static_files import collect_static_files
from aitimeline.translations import compile_translations
from events.roles import ensure_roles


class Command(BaseCommand):
    help = "Bring the database, translations, seeds and static files up to date, then serve."
    requires_system_checks: list[str] = []  # they would load translations not compiled yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--bind", default="127.0.0.1", help="address to listen on")

    def handle(self, *args: Any, **options: Any) -> None:
        bind, port = options["bind"], options["port"]
        server = Server(bind, port)
        try:
            wait_for_port(bind, port)
        except PortTakenError as error:
            raise CommandError(str(error)) from error
        self._prepare()
        connections.close_all()  # the workers open their own
        self.stdout.write(
            self.style.SUCCESS(f"Serving on http://{bind}:{port}/ — stop with Ctrl-C")
        )
        self.stdout.flush()
        server.run()

    def _prepare(self) -> None:
        compile_translations()
        self.check()
        call_command("migrate", verbosity=0, interactive=False)
        ensure_roles()
        self._announce(ensure_first_accounts(settings.VAR_DIR / "accounts"))
        call_command("import_seeds", stdout=self.stdout)
        collect_static_files()

    def _announce(self, accounts: dict[str, str]) -> None:
        for name, password in accounts.items():
            self.stdout.write(f"Account {name}, password {password}")
        if accounts:
            self.stdout.write(f"Shown once; kept in {settings.VAR_DIR / 'accounts'}")
