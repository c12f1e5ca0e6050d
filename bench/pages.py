"""Look at every kind of page of a running site as its strictest reader would.

    python bench/pages.py http://127.0.0.1:8000 [--of-each 1] [--most 25] [--jobs axe,crawl,weight]
    python bench/pages.py http://127.0.0.1:8000 --jobs server --postgres var/bench/postgres

axe     axe-core (WCAG 2.0 to 2.2, A and AA) on each kind of page, in both colour schemes, three
        languages, 320 and 1280 pixels wide
crawl   every page that links lead to, up to `--most` of a kind: errors on the console, reports
        against the Content-Security-Policy, requests to other hosts, answers that are no page
weight  JavaScript and CSS of each kind of page as they come uncompressed, largest contentful
        paint and layout shift, and whether it scrolls sideways at 320 pixels
server  processor time of a page in the web server and in the database, the fastest answer, and how
        much HTML it is, once it was asked for before: on a machine that does other things as well,
        processor time is what can be compared

`--only` takes addresses instead of those that links lead to. Ends with 1 when a figure is beyond
its limit.
"""

import argparse
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import psutil
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

from tests.browser import QUIET, find_chromium
from tests.crawling import Seen, kind_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCHEMES, LANGUAGES, WIDTHS = ("light", "dark"), ("en", "zh-hans", "zh-hant"), (320, 1280)
JAVASCRIPT, CSS = 80 * 1024, 60 * 1024  # bytes of one page
PAINT, SHIFT = 1000, 0.001  # milliseconds; layout shift score
SERVER = 250  # milliseconds of processor time, database included
ROUNDS = 5
ENTRIES = """() => new Promise(done => {
  const seen = {paint: 0, shift: 0};
  new PerformanceObserver(list => list.getEntries().forEach(e => { seen.paint = e.startTime; }))
    .observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(e => { seen.shift += e.value; }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(seen), 300);
})"""
WITH_QUERY = (
    "/?q=DeepSeek",
    "/?q=Deepseak",
    "/?kind=release&organization=meta",
    "/?from=soon",
    "/?from=2025-04&to=2025-05",
    "/?from=2025-04-20&to=2025-05-05&lanes=organization",
    "/?as_of=2025-05-20",
    "/organizations/meta/?as_of=2025-05-20",
    "/organizations/?all=1",
    "/changes/?from=2025-04-01&to=2025-08-01",
    "/compare/?organization=meta&organization=deepseek",
    "/promises/?organization=meta",
    "/events/1/report/",  # of the same kind as the event's own page, by its address
)


def addresses(page: Page, base: str, most: int) -> dict[str, list[str]]:
    """Public pages reached from the front page, by kind, and some with a query."""
    found: dict[tuple[str, int], list[str]] = {}
    queue, known = ["/"], {"/"}
    taken: Counter[tuple[str, int]] = Counter({kind_of("/"): 1})
    while queue:
        address = queue.pop(0)
        answer = page.request.get(base + address)
        if "html" not in answer.headers.get("content-type", ""):
            continue
        found.setdefault(kind_of(address), []).append(address)
        for link in sorted(set(_links(answer.text(), base + address)) - known):
            if taken[kind_of(link)] < most:
                taken[kind_of(link)] += 1
                known.add(link)
                queue.append(link)
    kinds = {f"{first or '/'}:{depth}": urls for (first, depth), urls in found.items()}
    return kinds | {f"query {address}": [address] for address in WITH_QUERY}


def _links(html: str, here: str) -> Iterator[str]:
    page, base = Seen(here), urlsplit(here)
    page.feed(html)
    for link in page.links:
        parts = urlsplit(link)
        file = "." in parts.path.rsplit("/", 1)[-1]
        inside = parts.netloc == base.netloc and not parts.path.startswith(("/admin", "/static"))
        if inside and not parts.query and not file:
            yield parts.path


def check_axe(browser: Browser, base: str, kinds: dict[str, list[str]], of_each: int) -> int:
    axe, seen = Axe(), 0
    faults: Counter[str] = Counter()
    for scheme, language, width in itertools.product(SCHEMES, LANGUAGES, WIDTHS):
        context = browser.new_context(
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport={"width": width, "height": 900},
            reduced_motion="reduce",
        )
        page = context.new_page()
        for address in itertools.chain.from_iterable(urls[:of_each] for urls in kinds.values()):
            page.goto(in_language(base + address, language), wait_until="load")
            result = axe.run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
            seen += 1
            for fault in result.response["violations"]:
                where = fault["nodes"][0]
                faults[f"{fault['id']}: {where['html'][:140]}"] += 1
                if faults[f"{fault['id']}: {where['html'][:140]}"] == 1:
                    print(f"  {address} {scheme} {language} {width}: {fault['id']}")
                    print(f"    {where['html'][:200]}\n    {where['failureSummary'][:300]}")
        context.close()
    print(f"axe: {sum(faults.values())} violations on {seen} readings of {len(kinds)} pages")
    return sum(faults.values())


def in_language(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def check_crawl(browser: Browser, base: str, kinds: dict[str, list[str]]) -> int:
    page = browser.new_page()
    faults: list[str] = []
    host = urlsplit(base).netloc
    page.on("console", lambda message: faults.extend(_complaints(message)))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: faults.extend(_foreign(asked.url, host)))
    seen = 0
    for address in itertools.chain.from_iterable(kinds.values()):
        before = len(faults)
        response = page.goto(base + address, wait_until="load")
        seen += 1
        if response is None or response.status >= 400:
            faults.append(f"answers {response and response.status}")
        for fault in faults[before:]:
            print(f"  {address}: {fault[:300]}")
    print(f"crawl: {len(faults)} complaints on {seen} pages")
    return len(faults)


def _complaints(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type in ("error", "warning") else []


def _foreign(address: str, host: str) -> list[str]:
    parts = urlsplit(address)
    outside = parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != host
    return [f"asks {address}"] if outside else []


def check_weight(browser: Browser, base: str, kinds: dict[str, list[str]]) -> int:
    beyond = 0
    for name, urls in kinds.items():
        for width in WIDTHS:
            figures = _weigh(browser, base + urls[0], width)
            wrong = (
                figures["script"] > JAVASCRIPT
                or figures["stylesheet"] > CSS
                or figures["paint"] > PAINT
                or figures["shift"] > SHIFT
                or figures["sideways"] > 0
            )
            beyond += wrong
            print(
                f"  {'BEYOND ' if wrong else ''}{name} at {width}: JavaScript {figures['script']:,}"
                f" CSS {figures['stylesheet']:,} bytes; paint {figures['paint']:.0f} ms, shift "
                f"{figures['shift']:.4f}, sideways {figures['sideways']}"
            )
    print(f"weight: {beyond} readings beyond the limits")
    return beyond


def _weigh(browser: Browser, address: str, width: int) -> dict[str, Any]:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # it sets an attribute
    page.goto(address, wait_until="load")
    figures: dict[str, Any] = page.evaluate(ENTRIES)
    for kind in ("script", "stylesheet"):
        own = (one for one in answers if one.frame == page.main_frame)  # not of a frame in it
        bodies = (one.body() for one in own if one.request.resource_type == kind)
        figures[kind] = sum(len(body) for body in bodies)
    figures["sideways"] = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    context.close()
    return figures


def check_server(base: str, kinds: dict[str, list[str]], postgres: Path | None) -> int:
    beyond = 0
    web = _listening(urlsplit(base).port or 80)
    lines = (postgres / "postmaster.pid").read_text().splitlines() if postgres else []
    database = [psutil.Process(int(lines[0]))] if lines else []
    for name, urls in kinds.items():
        size, fastest, spent = _serve(base + urls[0], web, database)
        beyond += sum(spent) > SERVER
        print(
            f"  {'BEYOND ' if sum(spent) > SERVER else ''}{name}: {spent[0]:.0f} ms web + "
            f"{spent[1]:.0f} ms database; fastest answer {fastest:.0f} ms; {size:,} bytes of HTML",
            flush=True,
        )
    print(f"server: {beyond} pages beyond {SERVER} ms, load {psutil.getloadavg()[0]:.1f}")
    return beyond


def _serve(
    address: str, web: list[psutil.Process], database: list[psutil.Process]
) -> tuple[int, float, list[float]]:
    """Bytes of the page, and in milliseconds the fastest answer and the mean time of each."""
    for _ in range(2):  # either of the two workers may not have seen it yet
        size = _ask(address)[0]
    before = [_processor_time(processes) for processes in (web, database)]
    fastest = min(_ask(address)[1] for _ in range(ROUNDS))
    after = [_processor_time(processes) for processes in (web, database)]
    each = [1000 * (b - a) / ROUNDS for a, b in zip(before, after, strict=True)]
    return size, fastest, each


def _ask(address: str) -> tuple[int, float]:
    began = time.perf_counter()
    with urlopen(address) as answer:  # the address is that of our own site
        size = len(answer.read())
    return size, 1000 * (time.perf_counter() - began)


def _listening(port: int) -> list[psutil.Process]:
    """The server, of which psutil names any one of the processes that listen."""
    pids = {
        each.pid
        for each in psutil.net_connections("tcp")
        if each.status == psutil.CONN_LISTEN and getattr(each.laddr, "port", 0) == port and each.pid
    }
    return list({_first_of_its_kind(psutil.Process(pid)) for pid in pids})


def _first_of_its_kind(process: psutil.Process) -> psutil.Process:
    parent = process.parent()
    alike = parent is not None and parent.cmdline() == process.cmdline()
    return parent if parent and alike else process


def _processor_time(processes: list[psutil.Process]) -> float:
    """Seconds of the processes and all they started, those that have ended among them."""
    family = {one for process in processes for one in (process, *process.children(recursive=True))}
    return sum(_own_time(one) + sum(one.cpu_times()[2:4]) for one in family)


def _own_time(process: psutil.Process) -> float:
    """In Linux by the scheduler, to the nanosecond: its ticks miss what is shorter than they."""
    tasks = list(Path(f"/proc/{process.pid}/task").glob("*/schedstat"))
    if not tasks:
        return float(sum(process.cpu_times()[:2]))
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", help="address of a running site")
    parser.add_argument("--of-each", type=int, default=1, help="pages of a kind that axe reads")
    parser.add_argument("--most", type=int, default=25, help="pages of a kind that are crawled")
    parser.add_argument("--jobs", default="axe,crawl,weight")
    parser.add_argument("--only", nargs="+", help="addresses to look at, from / on")
    parser.add_argument("--postgres", type=Path, help="data folder of the embedded database")
    options = parser.parse_args()
    base = options.base.rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=QUIET)
        kinds = (
            {address: [address] for address in options.only}
            if options.only
            else addresses(browser.new_page(), base, options.most)
        )
        wrong = 0
        if "server" in options.jobs:
            wrong += check_server(base, kinds, options.postgres)
        if "weight" in options.jobs:
            wrong += check_weight(browser, base, kinds)
        if "crawl" in options.jobs:
            wrong += check_crawl(browser, base, kinds)
        if "axe" in options.jobs:
            wrong += check_axe(browser, base, kinds, options.of_each)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
