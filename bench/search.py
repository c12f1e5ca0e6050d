"""How long suggestions, “did you mean” and best matches take at the server.

    VAR_DIR=$PWD/var/bench .venv/bin/python bench/search.py

“Elapsed” is what a clock says, “at work” the time of the processor that this process and its
PostgreSQL backend took, which other work on the machine hardly changes (Linux only).

The database is one that bench/generate.py filled. Suggestions are asked for through the view, as a
browser does, for what somebody types on the way to 40 names and 20 titles; near misses are names
with one sign replaced, left out or doubled.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402

from events.models import Event  # noqa: E402
from events.search.best import best_matches  # noqa: E402
from events.search.guessing import guesses  # noqa: E402
from events.search.names import current_names, current_sample, forget_names  # noqa: E402
from events.timeline.filters import TimelineFilter  # noqa: E402


def busy(backend: int) -> float:
    """Milliseconds that this process and its PostgreSQL backend have been at work."""
    nanoseconds = Path(f"/proc/{backend}/schedstat").read_text().split()[0]
    return 1000 * time.process_time() + int(nanoseconds) / 1e6


def measured(label: str, work: Callable[[Any], Any], inputs: Iterable[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    times, work_of = [], []
    for one in inputs:
        began, before = time.perf_counter(), busy(backend)
        work(one)
        times.append(1000 * (time.perf_counter() - began))
        work_of.append(busy(backend) - before)
    columns = "".join(
        f" {statistics.median(each):8.1f} {statistics.quantiles(each, n=20)[-1]:8.1f}"
        for each in (times, work_of)
    )
    print(f"{label:28} {len(times):5}{columns} {max(work_of):8.1f}")


def once(label: str, work: Callable[[], Any]) -> None:
    began = time.perf_counter()
    work()
    print(f"{label:28} {1000 * (time.perf_counter() - began):14.1f}")


def typed(texts: Iterable[str]) -> list[str]:
    return [text[:length] for text in texts for length in range(1, min(len(text), 12) + 1)]


def misspelt(name: str, chance: random.Random) -> str:
    place = chance.randrange(len(name))
    instead = chance.choice(("", name[place] * 2, chance.choice("aeiouns")))
    return name[:place] + instead + name[place + 1 :]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    chance = random.Random(parser.parse_args().seed)
    client = Client()

    forget_names()
    once("names read, ms", lambda: current_names().beginning_with("a"))
    once("use sampled, ms", current_sample)
    names, sample = current_names(), current_sample()
    print(f"{len(names.every):,} with names, about {Event.objects.count():,} events\n")

    some = chance.sample(names.every, 40)
    latin = typed(one.name for one in some)
    chinese = typed(one.name_zh for one in some)
    newest = Event.objects.published().filter(pk__in=range(1, 4000, 200))
    titles = typed(title for event in newest for title in (event.title_en, event.title_zh))
    wrong = [misspelt(one.name, chance) for one in some]
    wrong_chinese = [one.name_zh[:-1] + chance.choice(some).name_zh[-1:] for one in some]
    words = list(dict.fromkeys(text for text in titles if len(text) > 4))[:30]

    def ask(text: str) -> None:
        assert client.get("/suggest/", {"q": text}, HTTP_HOST="localhost").status_code == 200

    ask("a")
    print(f"{'':28} {'':5} {'elapsed':>17} {'at work, ms':>26}")
    print(f"{'':28} {'asked':>5}" + 2 * f" {'median':>8} {'95 %':>8}" + f" {'most':>8}")
    measured("suggestions, Latin names", ask, latin)
    measured("suggestions, Chinese names", ask, chinese)
    measured("suggestions, titles", ask, titles)
    guesses("warm 暖和起来", names, sample)
    measured("did you mean, Latin", lambda text: guesses(text, names, sample), wrong)
    measured("did you mean, Chinese", lambda text: guesses(text, names, sample), wrong_chinese)
    forms = [TimelineFilter(QueryDict(f"q={text}")) for text in words]
    counted = [(form, form.events().order_by().count()) for form in forms]
    measured("best matches", lambda one: best_matches(*one), counted)


if __name__ == "__main__":
    main()
