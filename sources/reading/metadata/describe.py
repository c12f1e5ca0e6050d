"""What is known of a document besides its text, each with how it is known."""

from dataclasses import dataclass

from dates import PartialDate
from sources.reading.document import CleanText, Fact, Note
from sources.reading.metadata.addresses import address_of
from sources.reading.metadata.authors import authors_of
from sources.reading.metadata.page import page_of
from sources.reading.metadata.publication import publication_of
from sources.reading.metadata.publishers import publisher_of
from sources.reading.metadata.titles import title_of
from sources.reading.metadata.upstream import relies_on
from sources.reading.part import Part


@dataclass(frozen=True, slots=True)
class Metadata:
    """As in Document, which holds the same fields."""

    title: Fact[str]
    publisher: Fact[str]
    authors: Fact[tuple[str, ...]]
    published: Fact[PartialDate | None]
    published_between: Fact[PartialDate | None]
    url: Fact[str]
    relies_on: tuple[str, ...]
    notes: tuple[Note, ...]


def describe(part: Part, clean: CleanText, language: str) -> Metadata:
    page = page_of(part, clean, language)
    url, refused = address_of(page)
    titled = title_of(page)
    publisher, doubts = publisher_of(page, titled, url.value)
    publication = publication_of(page, url.value)
    return Metadata(
        title=titled.title,
        publisher=publisher,
        authors=authors_of(page, publisher, titled.title.value),
        published=publication.published,
        published_between=publication.between,
        url=url,
        relies_on=relies_on(page.body, publisher.value),
        notes=(*titled.notes, *doubts, *refused, *publication.notes),
    )
