"""What is found in a text. Plain Python; offsets count characters of the clean text."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from dates import DateMatch, PartialDate
from events.extraction.cues.lexicon import Hit
from events.models.vocabulary import Certainty, DateBasis, EventKind, Role, Status
from sources.reading import Section


class EntityKind(StrEnum):
    ORGANIZATION = "organization"
    MODEL = "model"
    PERSON = "person"


# asked for by the thousand: to find a member by its name in an Enum takes Python its time
ORGANIZATION, MODEL, PERSON = EntityKind


class Mention(NamedTuple):
    """A name in the text. `slug` is empty for a name the registry does not know."""

    start: int
    end: int
    text: str
    kind: EntityKind
    slug: str
    name: str  # the registry's main name, or the words as printed
    developer: str = ""  # of a model the registry does not know: the slug of who seems to make it


@dataclass(slots=True)
class Participant:
    kind: EntityKind
    slug: str  # empty for one that is new
    name: str
    role: Role

    def as_row(self) -> dict[str, str]:
        return {"kind": self.kind, "slug": self.slug, "name": self.name, "role": self.role}


@dataclass(slots=True)
class Reason:
    """Why a candidate was made: a code known to events.extraction.drafts.reasons, and the words."""

    code: str
    text: str = ""

    def as_row(self) -> dict[str, str]:
        return {"code": self.code, "text": self.text}


@dataclass(frozen=True, slots=True)
class Article:
    """What extraction needs of a document or a stored source."""

    text: str
    language: str
    sections: tuple[Section, ...] = ()
    published: PartialDate | None = None
    published_inferred: bool = False  # the day is not printed and not in the metadata
    published_stamped: bool = False  # the metadata give it: no day of a reprint or an advertisement
    published_between: PartialDate | None = None
    publisher: str = ""
    title: str = ""


@dataclass(slots=True)
class Candidate:
    """A proposed event with the passage it stands in; to freeze it makes it thrice as slow."""

    start: int
    end: int
    kind: EventKind
    status: Status
    certainty: Certainty
    date: PartialDate | None
    date_basis: DateBasis
    claimed_on: PartialDate | None  # when it was said, where the text tells; else None
    participants: tuple[Participant, ...]
    title_en: str
    title_zh: str
    score: float  # 0 to 1: how much an editor should expect of it
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article, in order of where it stands."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMatch, ...] = ()
    cues: tuple[Hit, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=())
