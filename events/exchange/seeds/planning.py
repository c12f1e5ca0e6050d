"""What an import does with each seed: its three-way comparison with the database.

Compared are the seed, the database, and what the seed was when it was last imported, so that an
editor's work is told apart from ours and never lost silently.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from events.exchange.seeds.problems import shown
from events.exchange.seeds.records import TABLES, Keys, Record, primary_keys, references, stored
from events.exchange.seeds.seed import Seed, Seeds
from events.models import SeedRecord


class Action(StrEnum):
    CREATE = "created"
    CHANGE = "changed"
    NOTHING = "unchanged"
    KEEP = "kept"  # the editor's change stands, the seed is as it was
    CONFLICT = "in conflict"  # both changed, or a stranger has the slug
    DELETED = "deleted here"
    MERGED = "merged here"
    BLOCKED = "blocked"  # refers to something that was deleted here


WRITTEN = (Action.CREATE, Action.CHANGE)
SETTLED = (*WRITTEN, Action.NOTHING)


@dataclass
class Step:
    seed: Seed
    here: Record | None
    action: Action
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.seed.kind} {self.seed.slug}"


@dataclass
class Plan:
    keys: Keys
    steps: list[Step] = field(default_factory=list)
    to_remember: list[Seed] = field(default_factory=list)  # their last import is not as now
    gone: list[str] = field(default_factory=list)  # imported once, no longer in the seeds

    def doing(self, action: Action, kind: str = "") -> list[Step]:
        return [
            step for step in self.steps if step.action is action and kind in ("", step.seed.kind)
        ]


def plan(seeds: Seeds, *, take_seeds: bool) -> Plan:
    """Compare all seeds with the database, in a fixed number of queries."""
    made = Plan(keys=primary_keys())
    last = {
        (kind, slug): content
        for kind, slug, content in SeedRecord.objects.values_list("kind", "slug", "content")
    }
    for kind, of_kind in seeds.items():
        here = stored(kind)
        for slug, seed in of_kind.items():
            record, remembered = here.get(slug), last.get((kind, slug))
            action = _action(seed.record, record, remembered, take_seeds=take_seeds)
            if record is None and slug in made.keys[kind]:
                action = Action.MERGED
            made.steps.append(Step(seed, record, action))
        gone = (slug for (of, slug) in last if of == kind and slug not in of_kind)
        made.gone.extend(f"{kind} {slug}" for slug in sorted(gone) if slug in here)
    _block(made)
    made.to_remember = [
        step.seed
        for step in made.steps
        if step.action in SETTLED and last.get((step.seed.kind, step.seed.slug)) != step.seed.record
    ]
    return made


def _action(seed: Record, here: Record | None, last: Record | None, *, take_seeds: bool) -> Action:
    if here is None:
        return Action.CREATE if last is None or take_seeds else Action.DELETED
    if here == seed:
        return Action.NOTHING
    if take_seeds or here == last:
        return Action.CHANGE
    return Action.KEEP if last == seed else Action.CONFLICT


def _block(made: Plan) -> None:
    """Take back every step that needs what was deleted here, or what needs that in turn."""
    missing = {(step.seed.kind, step.seed.slug) for step in made.doing(Action.DELETED)}
    blocked = True
    while blocked and missing:
        blocked = False
        for step in made.steps:
            needed = _needs(step, missing) if step.action in WRITTEN else ""
            if needed:
                blocked = True
                if step.action is Action.CREATE:
                    missing.add((step.seed.kind, step.seed.slug))
                step.action, step.reason = Action.BLOCKED, needed


def _needs(step: Step, missing: set[tuple[str, str]]) -> str:
    for path, kind, slug in references(TABLES[step.seed.kind], step.seed.record):
        if (kind, slug) in missing:
            key = ".".join(str(part) for part in path if isinstance(part, str))
            return f"{key} is {kind} {slug}, which is not here"
    return ""


def differences(here: Record, seed: Record) -> Iterator[str]:
    """Each key in which the two differ, with both values."""
    for key in {**seed, **here}:
        ours, theirs = here.get(key), seed.get(key)
        if ours == theirs:
            continue
        if isinstance(ours or theirs, list):
            for item in _without(ours, theirs):
                yield f"{key}: only here: {_said(item)}"
            for item in _without(theirs, ours):
                yield f"{key}: only in the seeds: {_said(item)}"
        else:
            yield f"{key}: here {_said(ours)}, in the seeds {_said(theirs)}"


def _without(items: Any, others: Any) -> list[Any]:
    return [item for item in items or () if item not in (others or ())]


def _said(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return shown(", ".join(f"{key} {item}" for key, item in value.items()), 200)
    return f"“{shown(value, 100)}”"
