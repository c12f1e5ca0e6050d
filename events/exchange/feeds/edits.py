"""What was and what is, field by field, in the reader's words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dates import PartialDate
from dates.fields import in_words
from events.localization import listed
from events.models.vocabulary import Certainty, Status

State = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    label: str | Promise
    in_words: Callable[[str | None], str]


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of an event before and after."""

    label: str
    old: str
    new: str


def _date_in_words(edtf: str | None) -> str:
    return str(in_words(PartialDate.parse(edtf) if edtf else None))


def _among(words: type[Status] | type[Certainty]) -> Callable[[str | None], str]:
    return lambda value: str(words(value or "").label)


def _plain(text: str | None) -> str:
    return text or "—"


# What is known of an event, and what it is called; readers rely on nothing else.
KNOWN = ("date", "status", "certainty")
FIELDS = (
    Field("date", _("date"), _date_in_words),
    Field("status", _("status"), _among(Status)),
    Field("certainty", _("certainty"), _among(Certainty)),
    Field("title_en", _("title in English"), _plain),
    Field("title_zh", _("title in Chinese"), _plain),
)


def edits_between(before: State, now: State) -> Iterator[Edit]:
    for field in FIELDS:
        old, new = before.get(field.name), now.get(field.name)
        if old != new:
            yield Edit(str(field.label), field.in_words(old), field.in_words(new))


def named(edits: Sequence[Edit]) -> str:
    """Which fields these change."""
    return listed(edit.label for edit in edits)
