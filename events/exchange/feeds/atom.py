"""Writing Atom (RFC 4287) with pages (RFC 5005), on Django's generator."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from events.exchange.identity import printable
from events.localization import Words

NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)  # an empty feed was updated never


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `content` is HTML, every address in full."""

    id: str
    title: Words
    address: str
    published: datetime.datetime
    updated: datetime.datetime
    content: str
    terms: list[tuple[str, str]] = field(default_factory=list)  # each with its label


@dataclass(frozen=True, slots=True)
class Feed:
    """One page of a feed, in the language `lang`; the addresses are full ones."""

    id: str
    title: str
    subtitle: str
    author: str
    lang: str
    page: str  # the page for people that shows the same
    here: str
    first: str
    next: str | None


class PagedFeed(Atom1Feed):
    """Atom with content, languages, labels and the links between pages."""

    def latest_post_date(self) -> datetime.datetime:
        return max((item["updateddate"] for item in self.items), default=NEVER)

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for rel in ("first", "next"):
            if self.feed[rel]:
                handler.addQuickElement("link", "", {"rel": rel, "href": self.feed[rel]})

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        other = item["lang"] != self.feed["language"]
        return {"xml:lang": item["lang"]} if other else {}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for term, label in item["terms"]:
            handler.addQuickElement("category", "", {"term": term, "label": label})
        content = {"type": "html", "xml:lang": self.feed["language"]}
        handler.addQuickElement("content", item["content"], content)


def written(feed: Feed, entries: Iterable[Entry]) -> bytes:
    document = PagedFeed(
        title=printable(feed.title),
        link=feed.page,
        description="",
        subtitle=printable(feed.subtitle),
        language=feed.lang,
        author_name=feed.author,
        feed_url=feed.here,
        feed_guid=feed.id,
        first=feed.first,
        next=feed.next,
    )
    for entry in entries:
        document.add_item(
            title=printable(entry.title),
            link=entry.address,
            description=None,  # type: ignore[arg-type]  # no summary beside the content
            unique_id=entry.id,
            pubdate=entry.published,
            updateddate=entry.updated,
            lang=entry.title.lang,
            content=printable(entry.content),
            terms=entry.terms,
        )
    text = StringIO()
    document.write(text, "utf-8")
    return text.getvalue().encode()
