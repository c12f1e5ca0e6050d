"""Rules that span records: what refers to what, and what may occur only once."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from events.exchange.seeds.problems import Problem, guess, shown
from events.exchange.seeds.records import TABLES, Record, references
from events.exchange.seeds.seed import Seed

# kind → list inside its records → what makes an item the same as another
_Once = dict[str, Callable[[Record], Any]]
_ALIASES: _Once = {"aliases": lambda alias: alias["text"].lower()}
_ONCE: dict[str, _Once] = {
    "organization": _ALIASES,
    "model": _ALIASES,
    "person": _ALIASES,
    "event": {
        "organizations": lambda role: (role["organization"], role["role"]),
        "models": lambda role: (role["model"], role["role"]),
        "people": lambda role: (role["person"], role["role"]),
        "links": lambda link: (link["kind"], link["event"]),
        "claims": lambda claim: (
            None if claim["start"] is None else (claim["source"], claim["start"], claim["end"])
        ),
    },
}
_ONE_OF_A_KIND = ("url", "sha256")
_PARENTS = {
    "source": "reprint_of",
    "organization": "parent",
    "model": "family",
    "event": "part_of",
}


def check(written: list[Seed], valid: list[Seed]) -> Iterator[Problem]:
    """Problems between the seeds; `written` also holds those that broke their schema."""
    yield from _slugs_given_twice(written)
    yield from _missing_references(written)
    yield from _values_given_twice(valid)
    yield from _items_given_twice(valid)
    yield from _circles(valid)


def _slugs_given_twice(written: list[Seed]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Seed] = {}
    for seed in written:
        earlier = first.setdefault((seed.kind, seed.slug), seed)
        if seed.slug and earlier is not seed:
            text = f"slug: “{shown(seed.slug)}” is given twice, first in {earlier.place('slug')}"
            yield seed.problem(text, "slug")


def _missing_references(written: list[Seed]) -> Iterator[Problem]:
    known: dict[str, set[str]] = {kind: set() for kind in TABLES}
    for seed in written:
        known[seed.kind].add(seed.slug)
    for seed in written:
        for path, kind, slug in references(TABLES[seed.kind], seed.record):
            if slug not in known[kind]:
                hint = guess(slug, known[kind])
                text = f"{path[-1]}: there is no {kind} “{shown(slug)}” in the seeds{hint}"
                yield seed.problem(text, *path)


def _values_given_twice(valid: list[Seed]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Seed] = {}
    for seed in valid:
        for key in _ONE_OF_A_KIND if seed.kind == "source" else ():
            value = seed.record[key]
            earlier = first.setdefault((key, value), seed)
            if value and earlier is not seed:
                text = f"{key}: is that of another source too, in {earlier.place(key)}"
                yield seed.problem(text, key)


def _items_given_twice(valid: list[Seed]) -> Iterator[Problem]:
    for seed in valid:
        for key, identity in _ONCE.get(seed.kind, {}).items():
            first: dict[Any, int] = {}
            for place, item in enumerate(seed.record[key]):
                same = identity(item)
                earlier = first.setdefault(same, place)
                if same is not None and earlier != place:
                    text = f"{key}: this is given twice, first on line {seed.line(key, earlier)}"
                    yield seed.problem(text, key, place)


def _circles(valid: Iterable[Seed]) -> Iterator[Problem]:
    """Records that are, by way of others, a part of themselves; events linked to themselves."""
    seeds = {(seed.kind, seed.slug): seed for seed in valid}
    for seed in seeds.values():
        key = _PARENTS.get(seed.kind, "")
        above = seeds.get((seed.kind, seed.record.get(key) or ""))
        seen = {seed.slug}
        while above and above.slug not in seen:
            seen.add(above.slug)
            above = seeds.get((seed.kind, above.record.get(key) or ""))
        if above is seed:
            yield seed.problem(f"{key}: leads round in a circle back to this {seed.kind}", key)
        for place, link in enumerate(seed.record.get("links") or ()):
            if link["event"] == seed.slug:
                yield seed.problem("event: links to itself", "links", place, "event")
