"""Sources and publishers that reading made before the seeds came: the same rows, not second ones.

Such a row has a slug that a program made up. It gets that of the seed, and as long as nobody
touched it, counts as imported the way it is now: so the seed's words take its place.
"""

from collections.abc import Iterator
from typing import Any

from events.exchange.seeds.records import stored
from events.exchange.seeds.rows import REASON
from events.exchange.seeds.seed import Seed, Seeds
from events.models import SeedRecord
from sources.models import Publisher, Source
from sources.storing import REASON as READING
from sources.storing.publishers import all_named


def adopt(seeds: Seeds) -> None:
    _adopt("publisher", list(_publishers(seeds["publisher"])))
    _adopt("source", list(_sources(seeds["source"])))


def _adopt(kind: str, pairs: list[tuple[Seed, Any]]) -> None:
    known = set(SeedRecord.objects.filter(kind=kind).values_list("slug", flat=True))
    untouched = [seed for seed, row in pairs if seed.slug not in known and _is_as_read(row)]
    for seed, row in pairs:
        _rename(row, seed)
    here = stored(kind) if untouched else {}
    SeedRecord.objects.bulk_create(
        SeedRecord(kind=kind, slug=seed.slug, content=here[seed.slug]) for seed in untouched
    )


def _sources(seeds: dict[str, Seed]) -> Iterator[tuple[Seed, Source]]:
    by_bytes = {seed.record["sha256"]: seed for seed in seeds.values() if "sha256" in seed.record}
    for row in Source.objects.filter(sha256__in=by_bytes).defer("text", "sketch"):
        yield by_bytes[row.sha256 or ""], row


def _publishers(seeds: dict[str, Seed]) -> Iterator[tuple[Seed, Publisher]]:
    here = {row.slug: row for row in Publisher.objects.all()}
    new = [seed for slug, seed in seeds.items() if slug not in here]
    by_name = all_named(name for seed in new for name in _names(seed))[0] if here and new else {}
    for seed in seeds.values():
        row = here.get(seed.slug) or _of_that_name(seed, by_name)
        if row and (row.slug == seed.slug or row.slug not in seeds):
            yield seed, row


def _names(seed: Seed) -> list[str]:
    names = [seed.record["name"], seed.record.get("name_zh"), *seed.record.get("other_names", ())]
    return [name for name in names if name]


def _of_that_name(seed: Seed, by_name: dict[str, Publisher]) -> Publisher | None:
    found = (by_name.get(name) for name in _names(seed))
    return next((row for row in found if row and _is_as_read(row)), None)


def _is_as_read(row: Any) -> bool:
    reasons = set(row.history.values_list("history_change_reason", flat=True))
    return reasons == {READING}


def _rename(row: Any, seed: Seed) -> None:
    if row.slug == seed.slug or type(row).objects.filter(slug=seed.slug).exists():
        return
    row.slug = seed.slug
    if "published" in seed.record:
        row.published_between = None  # no window is proposed where a date is known
    row._change_reason = REASON
    row.save()
