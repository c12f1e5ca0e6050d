"""Readers' pages in Chinese hold no English of the interface's own, wherever it comes from."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from events.models import Event, EventLink
from events.models.vocabulary import LinkKind
from tests.crawling import kind_of
from tests.factories import (
    make_claim,
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
VERBATIM = {"script", "style", "code", "kbd", "pre", "textarea", "q"}
SPOKEN = {"title", "alt", "placeholder", "aria-label", "label", "data-words", "data-copied"}
NAMES = r"AI|API|Atom|BibTeX|CSL-JSON|CSV|DeepSeek|Excel|Hugging Face|JSON|Llama|OR|Wikidata"
ENGLISH = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"\S+[./]\S+|EDTF \S+")
BEYOND_LINKS = (
    "/?q=没有&kind=policy",
    "/?from=0&to=2025/..&kind=0&order=0&organization=0",
    "/?as_of=2025-05-02",
    "/?as_of=2099-01-01",
    "/?lanes=organization",
    "/changes/?from=2001-01-01&to=2001-01-02",
    "/compare/?organization=meta&organization=deep&model=llama",
    "/compare/?organization=meta&add=0",
    "/promises/?show=organizations",
    "/promises/?show=0",
    "/suggest/?q=元",
    "/embed/",
)


@dataclass
class Page(HTMLParser):
    """The texts of a page that claim to be Chinese, but hold English words."""

    address: str
    english: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []  # tag and language

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        language = values.get("lang") or (self._open[-1][1] if self._open else "")
        if tag not in VOID:
            self._open.append((tag, language))
        if language.startswith("zh"):
            for name in SPOKEN & values.keys():
                self._hear(values[name] or "")
            if tag == "meta" and values.get("name", values.get("property")) not in UNSPOKEN:
                self._hear(values.get("content") or "")
        if tag == "a":
            self.links.append(urljoin(self.address, values.get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self._open}
        if self._open and self._open[-1][1].startswith("zh") and not tags & VERBATIM:
            self._hear(data)

    def _hear(self, text: str) -> None:
        rest = ADDRESS.sub("", re.sub(rf"\b({NAMES})\b", "", text, flags=re.ASCII))
        if ENGLISH.search(rest):
            self.english.append(text.strip())


UNSPOKEN = {
    None,
    "viewport",
    "htmx-config",
    "color-scheme",
    "robots",
    "og:type",
    "og:locale",
    "og:locale:alternate",
    "og:image:type",
    "twitter:card",
    "article:published_time",
    "article:modified_time",
}


def a_chinese_world() -> None:
    """Something of everything, all of it with Chinese words."""
    publisher = make_publisher(name_zh="日报", country="CN", language="zh-Hans")
    meta = make_organization("Meta", name_zh="元", slug="meta", country="US", homepage="")
    deep = make_organization("Deep", name_zh="深度", slug="deep", kind="lab")
    llama = make_model("Llama", name_zh="羊驼", slug="llama", developer=meta)
    person = make_person("Mark", name_zh="马克")
    told = {"publisher": publisher, "language": "zh-Hans", "published": "2025-05-01"}
    sources = [make_source(title=f"报道{n}", **told) for n in range(2)]
    who: Any = {"organizations": (meta, deep), "models": (llama,), "people": (person,)}
    events: list[Event] = []
    for number, kind in enumerate(Event.Kind.values[: len(LinkKind.values) + 1]):
        words: Any = {"title_en": "", "title_zh": f"事件{number}", "summary_zh": "摘要"}
        date = ("2025-05-20", "2025-06", "2025", "2025-05-01/..")[number % 4]
        status, certainty = Event.Status.values[number % 4], Event.Certainty.values[number % 5]
        state: Any = {"kind": kind, "status": status, "certainty": certainty, "date": date}
        event = make_event(sources=(), date_basis="printed", **state, **words, **who)
        planned = {"status": "planned", "date": "2025-05", "claimed_on": "2025-04-01"}
        make_claim(event, sources[0], quote="关键词", says_zh="说法", **planned)
        make_claim(event, sources[1], stance="contradicts", status=status, date="2025-07-01")
        events.append(event)
    for number, kind in enumerate(LinkKind.values):
        EventLink.objects.create(from_event=events[number + 1], to_event=events[0], kind=kind)


def read(client: Client, address: str) -> Page:
    response = client.get(address, {"lang": "zh-hans"} if "?" not in address else None, follow=True)
    assert response.status_code in (200, 404), address
    page = Page(address)
    page.feed(response.content.decode())
    return page


def test_no_page_in_chinese_holds_english_of_its_own() -> None:
    a_chinese_world()
    client = Client(headers={"accept-language": "zh-CN"})
    queue, seen, taken = ["/", *BEYOND_LINKS], set[str](), Counter[tuple[str, int]]()
    found: dict[str, str] = {}
    while queue:
        address = queue.pop()
        page = read(client, address)
        found.update((text, address) for text in page.english)
        for link in {urlsplit(link).path for link in page.links if not urlsplit(link).netloc}:
            kind = kind_of(link)
            file = "." in link.rsplit("/", 1)[-1]
            if link not in seen and not file and kind[0] not in ("admin", "static"):
                seen.add(link)
                taken[kind] += 1
                if taken[kind] <= 1:
                    queue.append(link)
    assert found == {}
    assert len(taken) > 12


def test_english_that_is_not_marked_is_noticed() -> None:
    page = Page("/")
    page.feed('<html lang="zh-Hans"><p title="Close">No event</p><i lang="en">Meta</i>AI</html>')
    assert page.english == ["Close", "No event"]
