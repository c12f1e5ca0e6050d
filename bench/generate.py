"""Fill an empty database with synthetic events, to measure how the site feels at size.

    VAR_DIR=$PWD/var/bench .venv/bin/python bench/generate.py --events 1000000

Deterministic: the same number and seed give the same rows, however many processes write them.
Dates are of mixed precision (70 % days, 15 % months, 8 % quarters, 7 % years), most of them
recent; organizations and models follow a Zipf distribution; Chinese and English words are made up
and have natural frequencies. Rows go in by COPY, a chunk at a time from each process; indexes are
made afterwards.
"""

import argparse
import datetime
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import accumulate
from multiprocessing import get_context
from operator import add
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from dates import PartialDate  # noqa: E402
from events.models.vocabulary import Certainty, EventKind, Role, Status  # noqa: E402

FIRST, LAST = datetime.date(2010, 1, 1), datetime.date(2026, 10, 31)
ORGANIZATIONS, MODELS, PUBLISHERS, WORDS, CHUNK = 2_000, 10_000, 200, 20_000, 25_000
NOW = "2026-11-01T00:00:00Z"
KINDS, CERTAINTIES, ROLES = list(EventKind.values), list(Certainty.values), list(Role.values)
STATUSES = list(Status.values)
Row = tuple[Any, ...]

SHARED = "id, name, name_zh, slug, description_en, description_zh, homepage, wikidata, search"
ORGANIZATION = f"{SHARED}, kind, country, created_at, updated_at"
MODEL = f"{SHARED}, kind, developer_id, access, epoch_name, hugging_face, created_at, updated_at"
PUBLISHER = (
    "id, slug, name, name_zh, other_names, kind, homepage, country, language, created_at, "
    "updated_at"
)
SOURCE = (
    "id, slug, title, title_basis, publisher_id, authors, language, published_edtf, "
    "published_earliest, published_latest, published_basis, text, sections, text_sha256, sketch, "
    "oddities, rights, reading_notes, created_at, updated_at"
)
EVENT = (
    "id, slug, title_en, title_zh, summary_en, summary_zh, kind, status, certainty, date_edtf, "
    "date_earliest, date_latest, date_basis, date_note, importance, visibility, version, search, "
    "created_at, updated_at"
)
ROLE = "event_id, {}_id, role, created_at, updated_at"
CLAIM = (
    "event_id, source_id, quote, prefix, suffix, section, says_en, says_zh, stance, status, rank, "
    "date_edtf, date_earliest, date_latest, claimed_on_edtf, claimed_on_earliest, "
    "claimed_on_latest, created_at, updated_at"
)


def zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


class Vocabulary(NamedTuple):
    english: list[str]
    chinese: list[str]
    weights: list[float]

    def phrase(self, chance: random.Random, count: int) -> str:
        return " ".join(chance.choices(self.english, cum_weights=self.weights, k=count))

    def characters(self, chance: random.Random, count: int) -> str:
        return "".join(chance.choices(self.chinese, cum_weights=self.weights, k=count))


class Named(NamedTuple):
    name: str
    name_zh: str


class World(NamedTuple):
    """What every process knows alike."""

    words: Vocabulary
    organizations: list[Named]
    models: list[Named]
    organization_weights: list[float]
    model_weights: list[float]


@cache
def world(seed: int) -> World:
    chance = random.Random(f"{seed} world")
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    signs = [chr(0x4E00 + chance.randrange(6000)) for _ in range(3500)]
    words = Vocabulary(
        ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(WORDS)],
        ["".join(chance.choices(signs, k=chance.choice((2, 2, 2, 3)))) for _ in range(WORDS)],
        zipf(WORDS),
    )
    return World(
        words,
        [_named(chance, words, ("", " AI", " Labs")) for _ in range(ORGANIZATIONS)],
        [_named(chance, words, ("-1", "-2.5", " Pro", "-VL")) for _ in range(MODELS)],
        zipf(ORGANIZATIONS),
        zipf(MODELS),
    )


def _named(chance: random.Random, words: Vocabulary, endings: tuple[str, ...]) -> Named:
    name = chance.choice(words.english).capitalize() + chance.choice(endings)
    return Named(name, chance.choice(words.chinese) + chance.choice(("", "科技", "智能")))


def a_date(chance: random.Random) -> PartialDate:
    day = FIRST + datetime.timedelta(int((LAST - FIRST).days * chance.betavariate(4.0, 1.15)))
    share = chance.random()
    if share < 0.70:
        return _parsed(f"{day:%Y-%m-%d}")
    if share < 0.85:
        return _parsed(f"{day:%Y-%m}")
    return _parsed(f"{day.year}-{33 + (day.month - 1) // 3}" if share < 0.93 else f"{day.year}")


_parsed = cache(PartialDate.parse)


AT = {weight: [f"{place}{weight}" for place in range(1_000)] for weight in "ABC"}


class Lexemes:
    """A tsvector literal as events.search.tokens makes it, of words known to be plain."""

    def __init__(self) -> None:
        self.places: dict[str, list[str]] = defaultdict(list)
        self.position = 0

    def phrase(self, text: str, weight: str) -> None:
        for word in text.lower().split():
            self.position += 1
            self.places[word].append(AT[weight][self.position])
        self.position += 1

    def characters(self, text: str, weight: str) -> None:
        places, start = self.places, self.position + 1
        marks = AT[weight][start : start + len(text)]
        for sign, at in zip(text, marks, strict=True):
            places[sign].append(at)
        for pair, at in zip(map(add, text, text[1:]), marks, strict=False):
            places[pair].append(at)
        self.position += len(text) + 1

    def __str__(self) -> str:
        return " ".join(f"'{word}':{','.join(at[:200])}" for word, at in self.places.items())


def copy(table: str, columns: str, rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as to:
        for row in rows:
            to.write_row(row)


def entities(of: list[Named]) -> Iterator[Row]:
    for number, named in enumerate(of, 1):
        lexemes = Lexemes()
        lexemes.phrase(named.name, "A")
        lexemes.characters(named.name_zh, "A")
        yield number, *named, f"made-up-{number}", "", "", "", "", str(lexemes)


def fill_entities(seed: int) -> None:
    known = world(seed)
    rows = [(*row, "company", "", NOW, NOW) for row in entities(known.organizations)]
    copy("events_organization", ORGANIZATION, rows)
    rows = [
        (*row, "model", row[0] % ORGANIZATIONS + 1, "", "", "", NOW, NOW)
        for row in entities(known.models)
    ]
    copy("events_aimodel", MODEL, rows)
    rows = [
        (n, f"made-up-{n}", f"Made-up {n}", "", [], "other", "", "", "", NOW, NOW)
        for n in range(1, PUBLISHERS + 1)
    ]
    copy("sources_publisher", PUBLISHER, rows)


def sources(seed: int, first: int, last: int) -> Iterator[Row]:
    chance = random.Random(f"{seed} sources {first}")
    for number in range(first, last + 1):
        date = a_date(chance)
        language = "zh-Hans" if chance.random() < 0.55 else "en"
        yield (
            number, f"made-up-{number}", f"Made-up source {number}", "printed",
            1 + number % PUBLISHERS, [], language, str(date), date.earliest, date.latest, "printed",
            "", "[]", "", [], "[]", "link_only", "", NOW, NOW,
        )  # fmt: skip


class Chunk(NamedTuple):
    """The rows of some events."""

    events: list[Row]
    organizations: list[Row]
    models: list[Row]
    claims: list[Row]


def chunk(seed: int, first: int, last: int, all_sources: int) -> Chunk:
    chance, known = random.Random(f"{seed} events {first}"), world(seed)
    made = Chunk([], [], [], [])
    for number in range(first, last + 1):
        involved = _some(chance, known.organization_weights, (1, 1, 1, 2, 3))
        used = _some(chance, known.model_weights, (0, 0, 1, 2))
        made.organizations.extend((number, one, chance.choice(ROLES), NOW, NOW) for one in involved)
        made.models.extend((number, one, chance.choice(ROLES), NOW, NOW) for one in used)
        date = a_date(chance)
        status = chance.choices(STATUSES, (10, 84, 4, 2))[0]
        names = [known.organizations[one - 1] for one in involved]
        names += [known.models[one - 1] for one in used]
        made.events.append(_event(number, chance, known.words, date, status, names))
        told_by = {chance.randint(1, all_sources) for _ in range(chance.choice((1, 1, 2, 3)))}
        made.claims.extend(_claim(number, source, status, date) for source in sorted(told_by))
        made.claims.extend(_promises(chance, number, date, all_sources))
    return made


def _some(chance: random.Random, weights: list[float], counts: tuple[int, ...]) -> list[int]:
    """Numbers of some entities, each once."""
    drawn = chance.choices(range(1, len(weights) + 1), cum_weights=weights, k=chance.choice(counts))
    return list(dict.fromkeys(drawn))


def _event(
    number: int,
    chance: random.Random,
    words: Vocabulary,
    date: PartialDate,
    status: str,
    names: list[Named],
) -> Row:
    title_en, title_zh = words.phrase(chance, 7).capitalize(), words.characters(chance, 9)
    chinese = chance.random() < 0.55
    summary_en = "" if chinese else words.phrase(chance, chance.randint(20, 60))
    summary_zh = words.characters(chance, chance.randint(15, 45)) if chinese else ""
    lexemes = Lexemes()
    lexemes.phrase(title_en, "A")
    lexemes.characters(title_zh, "A")
    for named in names:
        lexemes.phrase(named.name, "B")
        lexemes.characters(named.name_zh, "B")
    lexemes.phrase(summary_en, "C")
    lexemes.characters(summary_zh, "C")
    return (
        number, f"made-up-{number}", title_en, title_zh, summary_en, summary_zh,
        chance.choice(KINDS), status,
        chance.choice(CERTAINTIES), str(date), date.earliest, date.latest, "printed",
        "", chance.randint(1, 5), "published" if chance.random() < 0.9 else "draft", 1,
        str(lexemes), NOW, NOW,
    )  # fmt: skip


def _claim(
    event: int, source: int, status: str, date: PartialDate, said_on: PartialDate | None = None
) -> Row:
    days, on = ((one.edtf, one.earliest, one.latest) for one in (date, said_on or date))
    said = ("", "", "", "body", "It says so.", "如此说。", "supports", status, "normal")
    return event, source, *said, *days, *on, NOW, NOW


def _promises(
    chance: random.Random, event: int, date: PartialDate, all_sources: int
) -> Iterator[Row]:
    """One event in ten was promised for an earlier month; half of these were delayed once more."""
    if chance.random() > 0.1 or date.earliest is None:
        return
    for status in ("planned", "delayed")[: chance.randint(1, 2)]:
        due = date.earliest - datetime.timedelta(chance.randint(20, 300))
        said = due - datetime.timedelta(chance.randint(5, 120))
        source = chance.randint(1, all_sources)
        yield _claim(event, source, status, _parsed(f"{due:%Y-%m}"), _parsed(f"{said:%Y-%m-%d}"))


def write_chunk(seed: int, first: int, last: int, all_sources: int) -> int:
    made = chunk(seed, first, last, all_sources)
    with transaction.atomic(), connection.cursor() as cursor:
        # Triggers check rows one by one; the rows are right by construction.
        cursor.execute("SET LOCAL session_replication_role = replica")
        copy("events_event", EVENT, made.events)
        copy("events_eventorganization", ROLE.format("organization"), made.organizations)
        copy("events_eventmodel", ROLE.format("model"), made.models)
        copy("events_claim", CLAIM, made.claims)
        # Half as many sources as events, written along with them.
        copy("sources_source", SOURCE, sources(seed, first // 2 + 1, (last + 1) // 2))
    return last


TABLES = ("events_event", "events_eventorganization", "events_eventmodel", "events_claim")


@contextmanager
def without_indexes(tables: tuple[str, ...]) -> Iterator[None]:
    """Drop what is no constraint and make it again at the end: faster than row by row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname "
            "NOT IN (SELECT conname FROM pg_constraint)",
            [list(tables)],
        )
        indexes = cursor.fetchall()
        for name, _definition in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        began = time.monotonic()
        cursor.execute("SET maintenance_work_mem = '1GB'")
        for _name, definition in indexes:
            cursor.execute(definition)
        print(f"{len(indexes)} indexes in {time.monotonic() - began:.0f} s", flush=True)


def read_out(first: int, last: int) -> int:
    """The states of some events, as the trigger on claims would have made them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rebuild_event_states(ARRAY(SELECT generate_series(%s, %s)))", [first, last]
        )
    return last


def generate(count: int, seed: int, processes: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    fill_entities(seed)
    all_sources = (count + 1) // 2
    chunks = [(first, min(first + CHUNK - 1, count)) for first in range(1, count + 1, CHUNK)]
    with without_indexes(TABLES):
        connection.close()
        _everywhere(
            write_chunk, [(seed, *ends, all_sources) for ends in chunks], processes, "written"
        )
    _everywhere(read_out, chunks, processes, "read out")
    with connection.cursor() as cursor:
        cursor.execute("SELECT rebuild_tallies()")
        for table in (*TABLES, "events_organization", "events_aimodel", "sources_publisher"):
            _continue_ids(cursor, table)
        _continue_ids(cursor, "sources_source")
        cursor.execute("VACUUM ANALYZE")


def _everywhere(
    work: Callable[..., int], parts: Sequence[tuple[int, ...]], processes: int, done: str
) -> None:
    began = time.monotonic()
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        for last in pool.map(work, *zip(*parts, strict=True)):
            print(f"\r{last:>10,} {done}", end="", flush=True)
    print(f" in {time.monotonic() - began:.0f} s", flush=True)


def _continue_ids(cursor: Any, table: str) -> None:
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM events_event")
        if cursor.fetchone()[0]:
            sys.exit("This database is not empty: give an empty one by VAR_DIR or DATABASE_URL.")
    began = time.monotonic()
    generate(given.events, given.seed, given.processes)
    print(f"{given.events:,} events in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
