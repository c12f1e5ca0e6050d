"""What somebody drops in: kept at once, taken in by a worker, or here when none is running."""

import datetime
import time
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

from events.intake.incoming import process
from events.intake.processing import State
from events.intake.tasks import announce
from events.models import IncomingDocument, Intake
from sources.reading.folders import printable

HEARTBEAT = datetime.timedelta(seconds=30)  # a worker beats every ten
SECONDS_HERE = 2.0  # after which no further document is begun in one request


class Dropped(NamedTuple):
    name: str
    content: bytes


@transaction.atomic
def receive(user: Any, files: Iterable[Dropped]) -> Intake:
    """Keep the documents and ask the workers for them, if there are any."""
    intake = Intake.objects.create(created_by=user)
    alive = worker_is_alive()
    for file in files:
        name = printable(file.name)[-255:]
        document = IncomingDocument.objects.create(
            intake=intake, file_name=name, content=file.content
        )
        if alive:
            announce(document.pk)
    return intake


def worker_is_alive() -> bool:
    since = timezone.now() - HEARTBEAT
    return ProcrastinateWorker.objects.filter(last_heartbeat__gt=since).exists()


def take_in_here(intake: Intake) -> None:
    """Without a worker: take in some of what waits, and come back soon."""
    if worker_is_alive():
        return
    deadline = time.monotonic() + SECONDS_HERE
    waiting = intake.documents.filter(state=State.WAITING)
    for key in waiting.values_list("pk", flat=True):
        process(key)
        if time.monotonic() > deadline:
            return
