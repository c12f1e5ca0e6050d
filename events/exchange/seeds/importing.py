"""A folder of seeds into the database: all of it in one transaction, or nothing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import OperationalError, connection, transaction

from events.exchange.seeds import rows
from events.exchange.seeds.adopting import adopt
from events.exchange.seeds.documents import Documents, find_documents, place_quotes, store
from events.exchange.seeds.loading import load
from events.exchange.seeds.planning import WRITTEN, Action, Plan, differences, plan
from events.exchange.seeds.records import TABLES
from events.exchange.seeds.seed import Seed
from events.models import SeedRecord
from events.search.indexing import postponed_indexing

LOCK = 0x5EED5  # of imports among themselves
LONGEST_WAIT = "60s"


class BusyError(Exception):
    """Another import or an editor's save did not end in time."""


@dataclass
class Report:
    """What an import did, or would do, in lines for people."""

    plan: Plan
    documents: Documents | None = None
    stored: list[str] = field(default_factory=list)

    @property
    def nothing_changed(self) -> bool:
        return not self.stored and not any(step.action in WRITTEN for step in self.plan.steps)

    def lines(self) -> Iterator[str]:
        yield from self._counts()
        for action in (Action.CONFLICT, Action.BLOCKED, Action.KEEP):
            for step in self.plan.doing(action):
                yield f"{action}: {step}" + (f": {step.reason}" if step.reason else "")
                yield from (
                    f"    {line}" for line in differences(step.here or {}, step.seed.record)
                )
        for action in (Action.DELETED, Action.MERGED):
            yield from (f"{action}: {step}" for step in self.plan.doing(action))
        yield from (f"no longer in the seeds: {name}" for name in self.plan.gone)
        yield from self._documents()
        yield self._summary()

    def _counts(self) -> Iterator[str]:
        for kind in TABLES:
            count = Counter(step.action for step in self.plan.steps if step.seed.kind == kind)
            usual = (Action.CREATE, Action.CHANGE, Action.NOTHING)
            rare = [action for action in Action if action not in usual and count[action]]
            yield f"{kind:<13}" + ", ".join(
                f"{count[action]} {action}" for action in (*usual, *rare)
            )

    def _documents(self) -> Iterator[str]:
        if self.documents is None:
            return
        found = len(self.documents.originals)
        yield f"documents: {found} found, every quote verified; {len(self.stored)} stored now"
        yield from (f"no document found: source {slug}" for slug in self.documents.missing)
        yield from (f"belongs to no source: {name}" for name in self.documents.unrelated)

    def _summary(self) -> str:
        conflicts = self.plan.doing(Action.CONFLICT) + self.plan.doing(Action.BLOCKED)
        if conflicts:
            return (
                f"{len(conflicts)} in conflict with changes made here, left as they are: "
                "--take-seeds overwrites them."
            )
        return "Nothing changed." if self.nothing_changed else "Done."


def import_seeds(
    root: Path, *, documents: Path | None = None, take_seeds: bool = False, dry_run: bool = False
) -> Report:
    """Bring the database to what the seeds say, leaving editors' changes alone.

    Raises SeedsError with everything that is wrong with the folder, BusyError when locked out.
    """
    seeds = load(root)
    found = find_documents(documents, seeds) if documents else None
    with transaction.atomic():
        _lock_out_others()
        adopt(seeds)
        place_quotes(seeds, found)
        report = Report(plan(seeds, take_seeds=take_seeds), found)
        with postponed_indexing():
            report.stored = _write(report.plan, found)
        connection.check_constraints()
        if dry_run:
            transaction.set_rollback(True)
    return report


def _lock_out_others() -> None:
    """Imports go one after the other; editors' saves wait, readers do not."""
    models = [table.model for kind in TABLES.values() for table in (kind, *kind.inside.values())]
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models)
    with connection.cursor() as cursor:
        try:
            cursor.execute("SET LOCAL lock_timeout = %s", [LONGEST_WAIT])
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")
        except OperationalError as error:
            raise BusyError(f"Waited {LONGEST_WAIT} for another import or an edit.") from error


def _write(made: Plan, documents: Documents | None) -> list[str]:
    stored: list[str] = []
    for kind in TABLES:
        rows.create(kind, [step.seed for step in made.doing(Action.CREATE, kind)], made.keys)
        for step in made.doing(Action.CHANGE, kind):
            rows.change(step.seed, step.here or {}, made.keys)
        if kind == "source" and documents:
            stored = store(documents)
    _remember(made.to_remember)
    return stored


def _remember(seeds: list[Seed]) -> None:
    """Keep what each seed was, for the next import to compare with."""
    SeedRecord.objects.bulk_create(
        [SeedRecord(kind=seed.kind, slug=seed.slug, content=seed.record) for seed in seeds],
        update_conflicts=True,
        unique_fields=["kind", "slug"],
        update_fields=["content", "imported_at"],
    )
