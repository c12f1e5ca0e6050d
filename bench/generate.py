"""Fill an empty database with synthetic events, to measure how the site feels at size.

    VAR_DIR=$PWD/var/bench .venv/bin/python bench/generate.py --events 1000000

Deterministic: the same number and seed give the same rows, however many processes write them.
Dates are of mixed precision (70 % days, 15 % months, 8 % quarters, 7 % years), most of them
recent; organizations and models follow a Zipf distribution; Chinese and English words are made up
and have natural frequencies.
"""

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench.made_up.filling import fill  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=3)
    given = parser.parse_args()
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM events_event")
        if cursor.fetchone()[0]:
            sys.exit("This database is not empty: give an empty one by VAR_DIR or DATABASE_URL.")
    began = time.monotonic()
    fill(given.events, given.seed, given.processes)
    print(f"{given.events:,} events in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
