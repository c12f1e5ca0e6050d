import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from events.intake.batches import take_in_files
from events.intake.processing import Outcome, State
from events.management.reaching import expect_tables
from events.models import Proposal
from sources.models import RawDocument, Source
from sources.reading.folders import File, Refusal, files_in, path_named
from sources.reading.likeness import Likenesses

PLAIN_EVERY = 100  # files between two lines when nobody watches a bar
MANY = 500  # new documents, after which the database's own figures are no longer true


class Command(BaseCommand):
    help = "Read documents, store them as sources and propose the events they tell of."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=path_named, metavar="PATH", help="file or folder"
        )
        parser.add_argument("--dry-run", action="store_true", help="tell only, write nothing")
        parser.add_argument("--workers", type=_workers, default=1, help="processes that read")

    def handle(self, *args: Any, **options: Any) -> None:
        expect_tables()
        self.tally = Tally(dry_run=options["dry_run"])
        files = list(self._allowed(options["paths"]))
        stopped = False
        try:
            self._take_in(files, options["workers"])
        except KeyboardInterrupt:
            stopped = True
        if self.tally.states[State.READ] > MANY and not self.tally.dry_run:
            count_anew()
        for line in self.tally.lines():
            self.stdout.write(line)
        if stopped:
            raise CommandError("Stopped. What is stored is whole; the next run goes on.")
        if self.tally.refused:
            raise CommandError(f"{self.tally.refused} refused.")

    def _allowed(self, paths: Iterable[Path]) -> Iterator[File]:
        for found in files_in(paths):
            if isinstance(found, File):
                yield found
            else:
                self._say_refused(found)

    def _say_refused(self, refusal: Refusal) -> None:
        self.tally.add_refusal(refusal)
        if refusal.skipped:
            self.stdout.write(f"skipped {refusal.name}: {refusal.why}")
        else:
            self.stderr.write(f"refused {refusal.name}: {refusal.why}")

    def _take_in(self, files: list[File], workers: int) -> None:
        outcomes = take_in_files(files, workers=workers, dry_run=self.tally.dry_run)
        with _progress(len(files), self.stdout) as progress:
            for of_file in outcomes:
                for outcome in map(self.tally.add, of_file):
                    if outcome.state is State.REFUSED:
                        progress.say(f"refused {outcome.name}: {outcome.detail}")
                progress.advance()


def count_anew() -> None:
    """The database plans by what it counted last, and counts by itself once a minute at most."""
    tables = (Source, Source.history.model, RawDocument, Proposal, Proposal.history.model)
    names = ", ".join(connection.ops.quote_name(table._meta.db_table) for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {names}")


def _workers(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise ValueError
    return number


class Tally:
    """What the run did, or would do."""

    def __init__(self, *, dry_run: bool) -> None:
        self.dry_run = dry_run
        self.states: Counter[str] = Counter()
        self.proposals = self.skipped = 0
        self.began = time.monotonic()
        self._met: set[str] = set()  # in a dry run, where the database learns nothing
        self._texts: Likenesses[str] = Likenesses()

    @property
    def refused(self) -> int:
        return self.states[State.REFUSED]

    def add_refusal(self, refusal: Refusal) -> None:
        if refusal.skipped:
            self.skipped += 1
        else:
            self.states[State.REFUSED] += 1

    def add(self, outcome: Outcome) -> Outcome:
        state, proposals = outcome.state, outcome.proposals
        if self.dry_run and state in (State.READ, State.REPRINT):
            whole, text = outcome.marks
            if whole in self._met:
                state, proposals = State.KNOWN, 0
            elif text in self._met or self._texts.nearest(outcome.sketch):
                state = State.REPRINT
            self._met.update(mark for mark in outcome.marks if mark)
            self._texts.add(whole, outcome.sketch)
        self.states[state] += 1
        self.proposals += proposals
        return outcome

    def lines(self) -> Iterator[str]:
        seconds = time.monotonic() - self.began
        count = sum(self.states.values())
        yield (
            f"{self.states[State.READ]} read, {self.states[State.KNOWN]} already known, "
            f"{self.states[State.REPRINT]} reprints, {self.refused} refused, "
            f"{self.skipped} skipped; {self.proposals} proposals"
        )
        yield f"{count} documents in {seconds:.1f} s, {count / max(seconds, 0.001):.1f} a second"
        if self.dry_run:
            yield "This was a dry run: nothing was written."


class Progress(Protocol):
    def advance(self) -> None: ...

    def say(self, line: str) -> None: ...


class Lines:
    """For a log file: a line now and then."""

    def __init__(self, total: int, out: Any) -> None:
        self.total, self.out, self.done = total, out, 0

    def advance(self) -> None:
        self.done += 1
        if self.done % PLAIN_EVERY == 0:
            self.out.write(f"{self.done} of {self.total} files")

    def say(self, line: str) -> None:
        self.out.write(line)


@contextmanager
def _progress(total: int, out: Any) -> Iterator[Progress]:
    if not out.isatty():
        yield Lines(total, out)
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Speed(ProgressColumn):
        def render(self, task: Any) -> Text:
            return Text(f"{task.speed or 0:.1f} documents/s")

    columns = (BarColumn(), MofNCompleteColumn(), Speed(), TimeRemainingColumn())
    with Bar(TextColumn("reading"), *columns) as bar:
        task = bar.add_task("", total=total)

        class Drawn:
            def advance(self) -> None:
                bar.advance(task)

            def say(self, line: str) -> None:
                bar.console.print(Text(line))

        yield Drawn()
