"""What a web page declares of itself: meta elements, JSON-LD, <time>, links, its title."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from sources.reading.formats.markup import Tag, Words, plain
from sources.reading.part import Declared

MOST_HINTS = 60
LONGEST_HINT = 600
DEEPEST_DATA = 6
ARTICLE_TYPES = ("article", "posting", "report", "webpage")
META = {  # name of a meta element → field
    "og:title": "title",
    "twitter:title": "title",
    "citation_title": "title",
    "dc.title": "title",
    "article:published_time": "published",
    "og:published_time": "published",
    "og:pubdate": "published",
    "datepublished": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish_date": "published",
    "publication_date": "published",
    "publish-date": "published",
    "published_time": "published",
    "citation_publication_date": "published",
    "dc.date.issued": "published",
    "dc.date": "published",
    "dcterms.created": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "weibo: article:create_at": "published",
    "og:release_date": "published",
    "date": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "author": "author",
    "article:author": "author",
    "citation_author": "author",
    "dc.creator": "author",
    "parsely-author": "author",
    "byl": "author",
    "og:article:author": "author",
    "og:site_name": "site_name",
    "application-name": "site_name",
    "citation_journal_title": "site_name",
    "dc.publisher": "site_name",
    "publisher": "site_name",
    "source": "site_name",
    "mediaid": "site_name",
    "og:url": "url",
    "description": "description",
    "og:description": "description",
    "og:locale": "language",
    "content-language": "language",
}
LINKED_DATA = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "modified",
    "author": "author",
    "publisher": "site_name",
    "url": "url",
    "mainEntityOfPage": "url",
    "inLanguage": "language",
}
BY_ID = {"js_name": "site_name", "publish_time": "published", "activity-name": "title"}  # WeChat
BY_PROPERTY = {"author": "author", "headline": "title", "datepublished": "published"}
TRUST = ("id ", "JSON-LD", "article:", "og:", "canonical")
_SAVED = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,1000}) -->")
_COMMENTS = re.compile(r"(?:class|id)\s*=\s*[\"']?[^\"'>]{0,80}\bcomments?\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(id|itemprop)\s*=\s*[\"']?(js_name|publish_time|activity-name|author|headline|datepublished)\b",
    re.IGNORECASE,
)


def page_hints(page: str, read: Iterable[Tag | Words]) -> list[Declared]:
    """Hints in order of trust: JSON-LD of the article, then meta elements, then the rest."""
    found = [hint for hint in _all(page, read) if hint.value][:MOST_HINTS]
    return sorted(found, key=_trust)


def _trust(hint: Declared) -> int:
    return next((n for n, start in enumerate(TRUST) if hint.origin.startswith(start)), len(TRUST))


def _all(page: str, read: Iterable[Tag | Words]) -> Iterator[Declared]:
    beside = 0
    wanted: Tag | None = None
    saved = _SAVED.search(page[:3000])
    if saved:
        yield declared("url", saved[1], "saved from")
    comments = False  # whether those of readers have begun, whose times are not the page's
    for token in read:
        if isinstance(token, Words):
            if wanted:
                yield from _content(page, wanted, token)
            wanted = None
            continue
        wanted = None
        comments = comments or bool(_COMMENTS.search(token.attributes))
        if not token.closing and token.name not in ("meta", "link") and "=" in token.attributes:
            yield from _named(page, token)
        if token.name in ("aside", "nav", "footer"):
            beside = max(0, beside + (-1 if token.closing else 1))
        elif not token.closing and token.name in ("script", "title"):
            wanted = token
        elif not token.closing and token.name in ("meta", "link", "time", "html", "body"):
            yield from _element(token, comments or beside > 0)


def _named(page: str, tag: Tag) -> Iterator[Declared]:
    """The words of an element whose id or itemprop says what they are."""
    found = _NAMED.search(tag.attributes)
    if not found:
        return
    kind, name = found[1].lower(), found[2].lower()
    field = (BY_ID if kind == "id" else BY_PROPERTY).get(name)
    end = page.find(f"</{tag.name}", tag.end, tag.end + LONGEST_HINT)
    if field and end >= 0 and not tag.get("content"):
        yield declared(field, plain(page, tag.end, end), f"{kind} {name}")


def _element(tag: Tag, beside: bool) -> Iterator[Declared]:
    if tag.name == "meta":
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop")).strip().lower()
        name = name or tag.get("http-equiv").strip().lower()
        if name in META:
            yield declared(META[name], tag.get("content"), _origin(name))
    elif tag.name == "link" and tag.get("rel").lower() == "canonical":
        yield declared("url", tag.get("href"), "canonical")
    elif tag.name == "time" and not beside:
        role = tag.get("itemprop").lower()
        yield declared(
            "modified" if role == "datemodified" else "published",
            tag.get("datetime"),
            "time datetime",
        )
    elif tag.name == "html":
        yield declared("language", tag.get("lang") or tag.get("xml:lang"), "html lang")


def _origin(name: str) -> str:
    return name if ":" in name else f"meta {name}"


def _content(page: str, tag: Tag, words: Words) -> Iterator[Declared]:
    if tag.name == "title":
        yield declared("title", plain(page, words.start, words.end), "title")
    elif "ld+json" in tag.get("type").lower():
        yield from _linked_data(page[words.start : words.end])


def _linked_data(text: str) -> Iterator[Declared]:
    try:
        data = json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return
    for item in _articles(data):
        for key, field in LINKED_DATA.items():
            for value in _values(item.get(key), 0):
                yield declared(field, value, f"JSON-LD {key}")


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """Articles at the top or in its graph, not those a list of related ones names."""
    items = data if isinstance(data, list) else [data]
    for item in items[:MOST_HINTS]:
        if not isinstance(item, dict):
            continue
        graph = item.get("@graph")
        if isinstance(graph, list):
            yield from _articles([i for i in graph if isinstance(i, dict) and "@graph" not in i])
        kind = str(item.get("@type", "")).lower()
        if any(name in kind for name in ARTICLE_TYPES):
            yield item


def _values(value: Any, depth: int) -> Iterator[str]:
    """The texts of a JSON-LD value: a text, the name of a thing, or a list of these."""
    if depth > DEEPEST_DATA:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _values(value.get("name") or value.get("@id"), depth + 1)
    elif isinstance(value, list):
        for one in value[:MOST_HINTS]:
            yield from _values(one, depth + 1)


def declared(field: str, value: str, origin: str) -> Declared:
    """A hint whose value can be stored: one line, no NUL, no half characters."""
    storable = value[: 4 * LONGEST_HINT].encode("utf-8", "ignore").decode().replace("\0", "")
    return Declared(field, " ".join(storable.split())[:LONGEST_HINT], origin)
