import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connections
from procrastinate.contrib.django import app

from events.intake.tasks import look_now
from events.management.reaching import expect_tables

BEAT = 5.0  # seconds; without one for thirty, uploads are read by the web server itself


class Command(BaseCommand):
    help = "Take in uploaded documents in the background, until Ctrl-C. Run as many as you like."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--concurrency", type=int, default=1, help="documents at once in this process"
        )
        parser.add_argument(
            "--once", action="store_true", help="end as soon as there is nothing to do"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        expect_tables()
        logging.getLogger("procrastinate").setLevel(logging.WARNING)
        look_now()
        for options_of_database in connections.settings.values():
            options_of_database["CONN_MAX_AGE"] = 0  # jobs run in threads that come and go
        self.stdout.write("Waiting for documents — stop with Ctrl-C")
        self.stdout.flush()
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
        with app.replace_connector(connector) as working:
            working.run_worker(
                queues=["intake"],
                concurrency=options["concurrency"],
                wait=not options["once"],
                delete_jobs="successful",
                update_heartbeat_interval=BEAT,
            )
        self.stdout.write("Stopped.")
