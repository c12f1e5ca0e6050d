"""The sitemap: every public page with its languages, in parts that are found by key.

Django's framework pages by OFFSET and by a query string, which robots.txt forbids; parts by id are
quick however many rows there are, and a row never moves from one part to another.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from dates.languages import language_of
from events.directory.sources import public_sources
from events.localization import TAGS
from events.models import AIModel, Event, Organization, Person
from events.models.queryset import EntityQuerySet
from sources.models import Publisher

PART = 5_000  # ids a part spans, so it holds as many addresses at most
LAST_PART = 2**63 // PART - 1  # ids end there
PAGES = (
    "timeline",
    "promises",
    "compare",
    "organizations",
    "models",
    "people",
    "sources",
    "publishers",
    "about",
)
_LANGUAGES = [(TAGS[language_of(code)], code) for code, _ in settings.LANGUAGES]
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
Absolute = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that have a page each; `address` makes its path of a row's id and slug."""

    rows: Callable[[], QuerySet[Any]]
    address: Callable[[int, str], str]

    def parts(self) -> Iterator[int]:
        """The number of each part that holds something, one after the other."""
        rows, last = self.rows().order_by("id").values_list("id", flat=True), 0
        while (found := rows.filter(id__gt=last * PART).first()) and last <= LAST_PART:
            last = (found - 1) // PART + 1
            yield last

    def part(self, number: int) -> list[tuple[str, datetime.datetime]]:
        """Path and last change of each page of a part, the first of which is 1."""
        last = number * PART
        rows = self.rows().filter(id__gt=last - PART, id__lte=last).order_by("id")
        return [
            (self.address(pk, slug), changed)
            for pk, slug, changed in rows.values_list("id", "slug", "updated_at")
        ]


def _by_slug(name: str) -> Callable[[int, str], str]:
    return lambda _, slug: reverse(name, args=[slug])


def _entities(entities: EntityQuerySet) -> EntityQuerySet:
    """Those that take part in an event: of the others there is little but the name."""
    return entities.current().with_events()


def _publishers() -> QuerySet[Publisher]:
    """Those a published event relies on."""
    return Publisher.objects.filter(Exists(public_sources().filter(publisher=OuterRef("pk"))))


SECTIONS = {
    "events": Section(Event.objects.published, lambda pk, slug: reverse("event", args=[pk, slug])),
    "organizations": Section(
        lambda: _entities(Organization.objects.all()), _by_slug("organization")
    ),
    "models": Section(lambda: _entities(AIModel.objects.all()), _by_slug("model")),
    "people": Section(lambda: _entities(Person.objects.all()), _by_slug("person")),
    "sources": Section(public_sources, _by_slug("source")),
    "publishers": Section(_publishers, _by_slug("publisher")),
}


def index(absolute: Absolute) -> Iterator[str]:
    """The sitemap of sitemaps: one for the pages that are always there, then every part."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {_SITEMAPS}>\n'
    pages = absolute(reverse("sitemap_pages"))
    yield f"<sitemap><loc>{escape(pages)}</loc></sitemap>\n"
    for name, section in SECTIONS.items():
        for number in section.parts():
            location = escape(absolute(reverse("sitemap_part", args=[name, number])))
            yield f"<sitemap><loc>{location}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def part(name: str, number: int, absolute: Absolute) -> Iterator[str]:
    return _pages(SECTIONS[name].part(number), absolute)


def pages(absolute: Absolute) -> Iterator[str]:
    return _pages([(reverse(name), None) for name in PAGES], absolute)


def _pages(
    pages: list[tuple[str, datetime.datetime]] | list[tuple[str, None]], absolute: Absolute
) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_SITEMAPS} {_XHTML}>\n'
    for path, changed in pages:
        location = escape(absolute(path))
        lastmod = f"<lastmod>{changed:%Y-%m-%d}</lastmod>" if changed else ""
        yield f"<url><loc>{location}</loc>{lastmod}{_alternates(location)}</url>\n"
    yield "</urlset>\n"


def _alternates(location: str) -> str:
    """The same page in each language of the interface, and without one."""
    languages = [(tag, f"{location}?lang={code}") for tag, code in _LANGUAGES]
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{address}"/>'
        for tag, address in [*languages, ("x-default", location)]
    )
