"""Jobs for workers. The rows of documents tell what waits; a job only wakes somebody up."""

import contextlib
import time

from asgiref.sync import sync_to_async
from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.functions import Cast, Concat
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from events.intake.incoming import give_up, process
from events.intake.processing import State
from events.models import IncomingDocument
from sources.reading.said import gettext as _

QUEUE = "intake"
TRIES = 3  # a document that fails or ends its worker this often is refused
AT_ONCE = 1_000  # documents announced in one look
LOCK = "incoming-"


@app.task(
    queue=QUEUE, retry=RetryStrategy(max_attempts=TRIES - 1, exponential_wait=3), pass_context=True
)
def take_in_document(context: JobContext, key: int) -> None:
    try:
        process(key)
    except Exception as error:
        if context.job.attempts >= TRIES - 1:
            give_up(key, f"{type(error).__name__}: {error}")
        raise


def announce(key: int) -> None:
    """Ask the workers to take in a document."""
    take_in_document.configure(lock=f"{LOCK}{key}").defer(key=key)


def look_now() -> None:
    """Have the next worker look at once."""
    with contextlib.suppress(AlreadyEnqueued):
        app.configure_task(look_for_waiting.name).defer(timestamp=int(time.time()))


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, queueing_lock="look_for_waiting")
async def look_for_waiting(timestamp: int) -> None:
    """Take up what a killed worker left, and what came in while nobody worked."""
    for job in await app.job_manager.get_stalled_jobs(queue=QUEUE):
        key = job.task_kwargs.get("key")
        if isinstance(key, int) and job.attempts >= TRIES - 1:
            await sync_to_async(give_up)(
                key, _("The process that read it was ended, again and again.")
            )
        await app.job_manager.retry_job(job)
    for key in await sync_to_async(_unannounced)():
        await take_in_document.configure(lock=f"{LOCK}{key}").defer_async(key=key)


def _unannounced() -> list[int]:
    """The documents that wait without a job."""
    lock = Concat(Value(LOCK), Cast(OuterRef("pk"), TextField()))
    jobs = ProcrastinateJob.objects.filter(lock=lock, status__in=("todo", "doing"))
    waiting = IncomingDocument.objects.filter(~Exists(jobs), state=State.WAITING)
    return list(waiting.values_list("pk", flat=True)[:AT_ONCE])
