"""Walks the site as a reader does: from link to link."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client

Kind = tuple[str, int]


@dataclass
class Seen(HTMLParser):
    """What a page holds that every page must get right."""

    address: str
    language: str = ""
    headings: int = 0
    title: str = ""
    links: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_title = tag == "title"
        if tag == "html":
            self.language = values.get("lang") or ""
        elif tag == "h1":
            self.headings += 1
        elif tag == "a":
            self.links.append(urljoin(self.address, values.get("href") or ""))
        runs = tag == "script" and values.get("type") != "application/ld+json"
        inline = tag == "style" or (runs and "src" not in values)
        if inline or "style" in values or any(name.startswith("on") for name in values):
            self.forbidden.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data.strip()


def is_page(link: str) -> bool:
    """A public page of ours without a query: filters multiply without end."""
    parts = urlsplit(link)
    file = "." in parts.path.rsplit("/", 1)[-1]
    return not (parts.netloc or parts.query or file or parts.path.startswith(("/admin", "/static")))


def look_at(client: Client, address: str) -> Seen:
    response = client.get(address, follow=True)
    assert response.status_code == 200, (address, response.status_code)
    page = Seen(address)
    page.feed(response.content.decode())
    return page


def crawl(client: Client, most: int = 20) -> dict[str, Seen]:
    """What can be reached from the timeline, by its address: of each kind at most so many pages."""
    pages: dict[str, Seen] = {}
    taken: Counter[Kind] = Counter()
    queue = ["/"]
    while queue:
        address = queue.pop()
        pages[address] = page = look_at(client, address)
        found = {link.split("#")[0] for link in page.links if is_page(link)}
        for link in sorted(found - pages.keys() - set(queue)):
            taken[kind_of(link)] += 1
            if taken[kind_of(link)] <= most:
                queue.append(link)
    return pages


def kind_of(address: str) -> Kind:
    """Its first part and its depth."""
    parts = address.strip("/").split("/")
    return parts[0], len(parts)


def some_of_each_kind(addresses: list[str], most: int = 2) -> list[str]:
    """A few addresses of each kind of page."""
    kinds: dict[Kind, list[str]] = {}
    for address in sorted(addresses):
        kinds.setdefault(kind_of(address), []).append(address)
    return [address for kind in kinds.values() for address in kind[:most]]
