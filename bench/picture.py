"""How long the server takes for the picture, for windows from days to decades, and for pages.

    VAR_DIR=$PWD/var/bench .venv/bin/python bench/generate.py --events 1000000
    VAR_DIR=$PWD/var/bench .venv/bin/python bench/picture.py [--rounds 5] [--only pages]

Each line is one window with its lanes and filters: milliseconds from the request to the last byte,
at least, at the median and at most; "work", the processor time of ours and of the database
together, at least, which other work on the machine changes little; how many marks and bars were
drawn; kilobytes; and "about" where numbers were estimated from a part of the events.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")

import django

django.setup()

import psutil  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

LANES = ("kind", "organization", "model", "all")
WINDOWS = (
    "",
    "from=2015&to=2020",
    "from=2023&to=2025",
    "from=2024&to=2025-06",
    "from=2025",
    "from=2025-02-10&to=2025-11-03",
    "from=2025-03-05&to=2025-06-20",
    "from=2025-09",
    "from=2025-09-10&to=2025-09-23",
    "from=2025-09-10&to=2025-09-12",
    "from=2025-09-10&to=2025-09-10",
    "from=2011-03-01&to=2011-03-07",
    "from=2030&to=2031",
    "from=1950&to=2050",
)
FILTERS = (
    "kind=delay&kind=pause",
    "status=planned",
    "status=planned&certainty=rumoured",
    "organization=made-up-1",
    "organization=made-up-1&status=planned",
    "organization=made-up-1&organization=made-up-2",
    "organization=made-up-900",
    "model=made-up-1",
    "q=ba",
    "language=en",
    "language=en&organization=made-up-1",
    "q=ba&model=made-up-1",
    "as_of=2025-05-20",
)
PAGES = (
    "/",
    "/?from=2025-09-10&to=2025-09-23",
    "/?kind=release&lanes=organization",
    "/?organization=made-up-1",
    "/?q=ba",
    "/?language=en",
    "/organizations/made-up-1/",
    "/models/made-up-1/",
    "/promises/",
    "/compare/?organization=made-up-1&organization=made-up-2",
    "/compare/?organization=made-up-8&organization=made-up-9",
    "/?from=2024&order=oldest",
    "/?organization=made-up-1&from=2025-03-05&to=2025-06-20",
    "/?language=en&q=ba",
    "/?as_of=2025-05-20",
    "/?as_of=2025-05-20&q=ba",
    "/organizations/made-up-1/?as_of=2025-05-20",
    "/promises/?show=organizations",
    "/promises/?q=ba",
    "/promises/?language=en",
    "/publishers/",
    "/publishers/made-up-1/",
    "/sources/?q=ba",
    "/about/",
    "/changes/",
)
SOME = ("", "from=2023&to=2025", "from=2025-03-05&to=2025-06-20", "from=2025-09-10&to=2025-09-23")


class Timed(NamedTuple):
    wall: float
    work: float
    content: str


def ask(client: Client, address: str, database: psutil.Process) -> Timed:
    ours, theirs = time.process_time(), sum(database.cpu_times()[:2])
    began = time.perf_counter()
    response = client.get(address)
    wall = time.perf_counter() - began
    work = time.process_time() - ours + sum(database.cpu_times()[:2]) - theirs
    assert response.status_code == 200, address
    return Timed(wall * 1e3, work * 1e3, response.content.decode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("pictures", "pages"))
    given = parser.parse_args()
    rounds = given.rounds
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    with connection.cursor() as cursor:
        # One process does all the work, so that its processor time can be read.
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SELECT pg_backend_pid(), count(*) FROM events_event")
        pid, events = cursor.fetchone()
    database = psutil.Process(pid)
    print(f"{events:,} events, {rounds} rounds")
    print(f"{'least':>7} {'p50':>7} {'max':>7} {'work':>6}  marks    KB")
    client = Client(headers={"accept-language": "en", "host": "localhost"})
    if given.only != "pages":
        pictures(client, database, rounds)
    if given.only != "pictures":
        for address in PAGES:
            line(client, address, database, rounds)


def pictures(client: Client, database: psutil.Process, rounds: int) -> None:
    everything = [f"{window}&lanes={lanes}" for lanes in LANES for window in WINDOWS]
    walls = [line(client, f"/picture/?{query}", database, rounds) for query in everything]
    print(f"without filters: p50 {statistics.median(walls):.0f} ms, most {max(walls):.0f} ms")
    for query in (f"{asked}&{window}" for asked in FILTERS for window in SOME):
        line(client, f"/picture/?{query}", database, rounds)


def line(client: Client, address: str, database: psutil.Process, rounds: int) -> float:
    ask(client, address, database)  # what is made on first use
    timed = [ask(client, address, database) for _ in range(rounds)]
    content = timed[0].content
    marks = content.count('<a class="mk') + content.count('<a class="zoom bar"')
    walls = [one.wall for one in timed]
    work = min(one.work for one in timed)
    about = "  about" if "about " in content else ""
    print(
        f"{min(walls):7.0f} {statistics.median(walls):7.0f} {max(walls):7.0f} {work:6.0f} "
        f"{marks:6} {len(content.encode()) // 1024:5}  {address.removeprefix('/picture/?')}{about}",
        flush=True,
    )
    return statistics.median(walls)


if __name__ == "__main__":
    main()
