"""What extraction needs of a document that was read, and of a source that is stored."""

from events.extraction.found import Article
from sources.models import Source
from sources.reading import Document, Section, SectionKind
from sources.reading.document import Basis


def article_of_document(document: Document) -> Article:
    return Article(
        text=document.clean.text,
        language=document.language,
        sections=document.clean.sections,
        published=document.published.value,
        published_inferred=document.published.basis is Basis.INFERRED,
        published_stamped=document.published.basis is Basis.METADATA,
        published_between=document.published_between.value,
        publisher=document.publisher.value,
        title=document.title.value,
    )


def article_of_source(source: Source) -> Article:
    """The same of a source; its sections are kept as kind, start and end."""
    return Article(
        text=source.text,
        language=source.language,
        sections=tuple(
            Section(SectionKind(section["kind"]), section["start"], section["end"])
            for section in source.sections
        ),
        published=source.published,
        published_inferred=source.published_basis == Source.DateBasis.INFERRED,
        published_stamped=source.published_basis == Source.DateBasis.METADATA,
        published_between=source.published_between,
        publisher=source.publisher.name if source.publisher else "",
        title=source.title,
    )
