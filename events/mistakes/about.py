"""What a reader may report a mistake in, and what may be wrong with it."""

from typing import Any

from django.urls import reverse

from events.directory.sources import public_sources
from events.localization import Words, name_of, title_of
from events.models import AIModel, Event, MistakeReport, Organization, Person
from sources.models import Publisher, Source

Subject = MistakeReport.Subject
_OF_EVENTS = ("date", "status", "source", "duplicate", "translation", "other")
_OF_ENTITIES = ("name", "fact", "link", "duplicate", "translation", "other")
_OF_SOURCES = ("name", "date", "fact", "link", "duplicate", "other")

# Apart from events: by the word their addresses begin with, and the name of their page.
KINDS: dict[str, tuple[Any, str]] = {
    "organizations": (Organization, "organization"),
    "models": (AIModel, "model"),
    "people": (Person, "person"),
    "sources": (Source, "source"),
    "publishers": (Publisher, "publisher"),
}


def public(folder: str) -> Any:
    """The rows that readers see under such an address, merged ones with where they lead."""
    model, _name = KINDS[folder]
    if model is Source:
        return public_sources().defer("text")
    if model is Publisher:
        return Publisher.objects.all()
    return model.objects.select_related("merged_into").defer("search", "merged_into__search")


def page_of(row: Any) -> str:
    if isinstance(row, Event):
        return row.get_absolute_url()
    name = next(name for model, name in KINDS.values() if isinstance(row, model))
    return reverse(name, args=[row.slug])


def subjects_of(row: Any) -> list[tuple[str, Any]]:
    """What can be wrong with it, for a list to choose from."""
    if isinstance(row, Event):
        chosen = _OF_EVENTS
    else:
        chosen = _OF_SOURCES if isinstance(row, Source) else _OF_ENTITIES
    return [(name, Subject(name).label) for name in chosen]


def called(report: MistakeReport) -> Words | str:
    """What a report is about; by its number when it is there no longer."""
    row = report.about_now
    return f"{report.content_type.name} {report.object_id}" if row is None else name_of_any(row)


def name_of_any(row: Any) -> Words:
    if isinstance(row, Event):
        return title_of(row)
    return Words(row.title, row.language) if isinstance(row, Source) else name_of(row)
