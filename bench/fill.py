"""Fill a database of its own with synthetic events, to measure how the site feels at size.

    VAR_DIR=var/bench .venv/bin/python bench/fill.py 100000

Deterministic: the same number gives the same rows. Dates are of mixed precision (70 % days, 15 %
months, 8 % quarters, 7 % years), most of them recent; organizations and models follow a Zipf
distribution; Chinese and English words are made up and have natural frequencies.
"""

import datetime
import os
import random
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from dates import PartialDate  # noqa: E402
from events.models.vocabulary import Certainty, EventKind, Role, Status  # noqa: E402
from events.search.tokens import document  # noqa: E402

FIRST, LAST = datetime.date(2010, 1, 1), datetime.date(2026, 10, 31)
ORGANIZATIONS, MODELS = 2_000, 10_000
NOW = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
Row = tuple[Any, ...]


def zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


class Words:
    """Made-up words in one language, drawn with natural frequencies."""

    def __init__(self, chance: random.Random, letters: list[str], lengths: tuple[int, int]) -> None:
        self.chance = chance
        self.words = [
            "".join(chance.choices(letters, k=chance.randint(*lengths))) for _ in range(20_000)
        ]
        self.weights = zipf(len(self.words))

    def some(self, count: int, joint: str) -> str:
        return joint.join(self.chance.choices(self.words, cum_weights=self.weights, k=count))


def a_date(chance: random.Random) -> PartialDate:
    days = (LAST - FIRST).days
    day = FIRST + datetime.timedelta(days=int(days * chance.betavariate(4.0, 1.15)))
    share = chance.random()
    if share < 0.70:
        return PartialDate.day(day)
    if share < 0.85:
        return PartialDate.parse(f"{day:%Y-%m}")
    return PartialDate.parse(
        f"{day.year}-{33 + (day.month - 1) // 3}" if share < 0.93 else f"{day.year}"
    )


def copy(table: str, columns: str, rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as target:
            for row in rows:
                target.write_row(row)
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
        )


def entities(chance: random.Random, count: int, words: Words, chinese: Words) -> Iterator[Row]:
    for number in range(1, count + 1):
        name = words.some(1, "").capitalize() + chance.choice(
            ["", " AI", " Labs", f"-{number % 9}"]
        )
        name_zh = chinese.some(1, "") + chance.choice(["", "科技", "智能"])
        search = document(("A", [name, name_zh]))
        yield number, name, name_zh, f"made-up-{number}", "", "", "", "", search, NOW, NOW


def fill(count: int) -> None:
    chance = random.Random(1)
    english = Words(chance, [c + v for c in "bdfgklmnprstvz" for v in "aeiou"], (1, 4))
    chinese = Words(chance, [chr(0x4E00 + chance.randrange(6000)) for _ in range(3500)], (2, 3))
    shared = (
        "id, name, name_zh, slug, description_en, description_zh, homepage, wikidata, search, "
        "created_at, updated_at"
    )
    organizations = list(entities(chance, ORGANIZATIONS, english, chinese))
    models = list(entities(chance, MODELS, english, chinese))
    copy(
        "events_organization",
        f"{shared}, kind, country",
        ((*row, "company", "") for row in organizations),
    )
    copy(
        "events_aimodel",
        f"{shared}, kind, developer_id, access, epoch_name, hugging_face",
        ((*row, "model", row[0] % ORGANIZATIONS + 1, "", "", "") for row in models),
    )
    publisher = (
        "id, slug, name, name_zh, other_names, kind, homepage, country, language, "
        "created_at, updated_at"
    )
    copy(
        "sources_publisher",
        publisher,
        [(1, "made-up", "Made up", "", [], "other", "", "", "", NOW, NOW)],
    )
    _sources(count // 2 + 1, chance)
    _events(count, chance, english, chinese, organizations, models)


def _sources(count: int, chance: random.Random) -> None:
    columns = (
        "id, slug, title, title_basis, publisher_id, authors, language, published_edtf, "
        "published_earliest, published_latest, published_basis, text, text_sha256, rights, "
        "reading_notes, created_at, updated_at"
    )

    def rows() -> Iterator[Row]:
        for number in range(1, count + 1):
            date = a_date(chance)
            language = "zh-Hans" if chance.random() < 0.55 else "en"
            yield (
                number, f"made-up-{number}", f"Made-up source {number}", "printed", 1, [], language,
                str(date), date.earliest, date.latest, "printed", "", "", "link_only", "", NOW, NOW,
            )  # fmt: skip

    copy("sources_source", columns, rows())


def _events(
    count: int,
    chance: random.Random,
    english: Words,
    chinese: Words,
    organizations: list[Row],
    models: list[Row],
) -> None:
    roles = list(Role.values)
    organization_weights, model_weights = zipf(ORGANIZATIONS), zipf(MODELS)
    of_organizations: list[Row] = []
    of_models: list[Row] = []
    claims: list[Row] = []

    def rows() -> Iterator[Row]:
        for number in range(1, count + 1):
            involved = _some(chance, organizations, organization_weights, (1, 1, 1, 2, 3))
            used = _some(chance, models, model_weights, (0, 0, 1, 2))
            of_organizations.extend((number, row[0], chance.choice(roles)) for row in involved)
            of_models.extend((number, row[0], chance.choice(roles)) for row in used)
            date = a_date(chance)
            sources = min(chance.choice((1, 1, 2, 3)), count // 2 + 1)
            told_by = chance.sample(range(1, count // 2 + 2), sources)
            claims.extend((number, source, date) for source in told_by)
            names = [name for row in (*involved, *used) for name in row[1:3]]
            yield _event(number, chance, english, chinese, date, names)

    columns = (
        "id, slug, title_en, title_zh, summary_en, summary_zh, kind, status, certainty, date_edtf, "
        "date_earliest, date_latest, date_basis, date_note, importance, visibility, version, "
        "search, created_at, updated_at"
    )
    copy("events_event", columns, rows())
    _roles("organization", of_organizations)
    _roles("model", of_models)
    _claims(claims)


def _some(
    chance: random.Random, rows: list[Row], weights: list[float], counts: tuple[int, ...]
) -> list[Row]:
    """Some of the rows, each once, always in the same order."""
    return list(dict.fromkeys(chance.choices(rows, cum_weights=weights, k=chance.choice(counts))))


def _event(
    number: int,
    chance: random.Random,
    english: Words,
    chinese: Words,
    date: PartialDate,
    names: list[str],
) -> Row:
    title_zh, summary_zh = chinese.some(9, ""), chinese.some(60, "") + "。"
    title_en, summary_en = english.some(7, " ").capitalize(), english.some(40, " ")
    search = document(("A", [title_en, title_zh]), ("B", names), ("C", [summary_en, summary_zh]))
    return (
        number, f"made-up-{number}", title_en, title_zh, summary_en, summary_zh,
        chance.choice(EventKind.values), chance.choices(Status.values, (10, 84, 4, 2))[0],
        chance.choice(Certainty.values), str(date), date.earliest, date.latest, "printed",
        "", chance.randint(1, 5), "published" if chance.random() < 0.9 else "draft", 1,
        search, NOW, NOW,
    )  # fmt: skip


def _roles(kind: str, roles: list[Row]) -> None:
    columns = f"event_id, {kind}_id, role, created_at, updated_at"
    copy(f"events_event{kind}", columns, ((*row, NOW, NOW) for row in roles))


def _claims(claims: list[Row]) -> None:
    columns = (
        "event_id, source_id, quote, prefix, suffix, section, says_en, says_zh, stance, status, "
        "rank, date_edtf, date_earliest, date_latest, claimed_on_edtf, claimed_on_earliest, "
        "claimed_on_latest, created_at, updated_at"
    )
    rows = (
        (event, source, "", "", "", "body", "It says so.", "如此说。", "supports", "", "normal",
         str(date), date.earliest, date.latest, str(date), date.earliest, date.latest, NOW, NOW)
        for event, source, date in claims
    )  # fmt: skip
    copy("events_claim", columns, rows)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM events_event")
        if cursor.fetchone()[0]:
            sys.exit("This database is not empty: give an empty one by VAR_DIR or DATABASE_URL.")
    began = time.monotonic()
    with transaction.atomic():
        fill(count)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(f"{count} events in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
