"""How fast documents are read, proposed from and stored, and what that costs in memory.

    .venv/bin/python bench/ingest.py [--quick]

Works in a database of its own below var/, which is removed afterwards; VAR_DIR or DATABASE_URL
name another one, which must be empty. Times are of the process's own CPU where it says "a core",
so that a busy machine changes little; the database works beside it.
"""

import argparse
import atexit
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")
if not os.environ.get("VAR_DIR") and not os.environ.get("DATABASE_URL"):
    (ROOT / "var").mkdir(exist_ok=True)
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="bench-", dir=ROOT / "var")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)

import django  # noqa: E402

django.setup()

import psutil  # noqa: E402
from articles import article  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from events.extraction.articles import article_of_document  # noqa: E402
from events.extraction.extract import extract  # noqa: E402
from events.extraction.registry import Registry, registry_from_seeds  # noqa: E402
from events.extraction.settled import settle  # noqa: E402
from events.intake.batches import take_in_files  # noqa: E402
from events.intake.processing import State  # noqa: E402
from events.models import Proposal  # noqa: E402
from sources.models import Source  # noqa: E402
from sources.reading import read  # noqa: E402
from sources.reading.folders import File  # noqa: E402

BLOCK = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the documents")
    parser.add_argument("--documents", type=int, default=20_000)
    options = parser.parse_args()
    count = options.documents // 10 if options.quick else options.documents
    registry = registry_from_seeds(ROOT / "seeds")
    without_database(registry, 200 if options.quick else 1_000)
    dateparser_on_the_same(registry, 6 if options.quick else 30)
    prepare()
    with_database(registry, count, BLOCK // 10 if options.quick else BLOCK)
    two_workers(registry, first=count, count=400 if options.quick else 2_000)


def without_database(registry: Registry, count: int) -> None:
    texts = [article(number, registry) for number in range(count)]
    for name, content in texts[:20]:  # what is made on first use
        _found(name, content, registry)
    settle(registry)
    reading = finding = 0.0
    events = characters = 0
    for name, content in texts:
        began = time.process_time()
        documents = read(content, name)
        middle = time.process_time()
        for document in documents:
            characters += len(document.clean.text)
            events += len(extract(article_of_document(document), registry).candidates)
        reading += middle - began
        finding += time.process_time() - middle
    print(
        f"without the database: {count / (reading + finding):.0f} documents a second and core "
        f"({characters / count:.0f} characters each; read {1000 * reading / count:.2f} ms, "
        f"propose {1000 * finding / count:.2f} ms, {events / count:.1f} events each)",
        flush=True,
    )


def _found(name: str, content: bytes, registry: Registry) -> None:
    for document in read(content, name):
        extract(article_of_document(document), registry)


def dateparser_on_the_same(registry: Registry, count: int) -> None:
    from dateparser.search import search_dates

    texts = [article(number, registry)[1].decode() for number in range(count)]
    search_dates(texts[0][:200], languages=["zh"])
    began = time.process_time()
    for number, text in enumerate(texts):
        search_dates(text, languages=["zh" if number % 2 else "en"])
    speed = count / (time.process_time() - began)
    print(
        f"dateparser's search_dates on the same texts: {speed:.1f} documents a second", flush=True
    )


def prepare() -> None:
    call_command("migrate", verbosity=0)
    if Source.objects.exists():
        sys.exit("This database is not empty: give an empty one by VAR_DIR or DATABASE_URL.")
    with open(os.devnull, "w") as nowhere:
        call_command("import_seeds", stdout=nowhere)


def with_database(registry: Registry, count: int, block: int) -> None:
    ours, theirs = psutil.Process(), _server()
    states: dict[str, int] = {}
    whole = worked = 0.0
    for first in range(0, count, block):
        with tempfile.TemporaryDirectory() as folder:
            files = list(_written(Path(folder), registry, first, block))
            began, busy, served = time.monotonic(), time.process_time(), _busy(theirs)
            for outcomes in take_in_files(files):
                for outcome in outcomes:
                    states[outcome.state] = states.get(outcome.state, 0) + 1
            seconds = time.monotonic() - began
            busy, served = time.process_time() - busy, _busy(theirs) - served
        whole, worked = whole + seconds, worked + busy
        print(
            f"  {first + block:>6} stored: {block / seconds:.0f} a second; of our CPU "
            f"{1000 * busy / block:.1f} ms a document, of the database's "
            f"{1000 * served / block:.1f} ms; {ours.memory_info().rss / 1e6:.0f} MB",
            flush=True,
        )
    told = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    print(
        f"with the database: {count / whole:.0f} documents a second, {count / worked:.0f} a second "
        f"of our CPU; {told}; {Proposal.objects.count()} proposals",
        flush=True,
    )


def _server() -> psutil.Process | None:
    """The process that serves our connection, where it is on this machine."""
    connection.ensure_connection()
    info = connection.connection.info
    local = info.host.startswith("/") or info.host in ("localhost", "127.0.0.1", "::1")
    return psutil.Process(info.backend_pid) if local else None


def _busy(process: psutil.Process | None) -> float:
    times = process.cpu_times() if process else None
    return times.user + times.system if times else 0.0


def two_workers(registry: Registry, *, first: int, count: int) -> None:
    speeds = []
    with tempfile.TemporaryDirectory() as folder:
        for workers in (1, 2):
            files = list(_written(Path(folder), registry, first, count))
            first += count
            began = time.monotonic()
            new = sum(
                outcome.state in (State.READ, State.REPRINT)
                for outcomes in take_in_files(files, workers=workers)
                for outcome in outcomes
            )
            speeds.append(new / (time.monotonic() - began))
    print(
        f"one worker {speeds[0]:.0f}, two workers {speeds[1]:.0f} documents a second: "
        f"{speeds[1] / speeds[0]:.2f} times",
        flush=True,
    )


def _written(folder: Path, registry: Registry, first: int, count: int) -> Iterator[File]:
    for number in range(first, first + count):
        name, content = article(number, registry)
        (folder / name).write_bytes(content)
        yield File(folder, (name,))


if __name__ == "__main__":
    main()
