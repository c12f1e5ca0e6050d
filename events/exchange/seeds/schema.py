"""What a record of each kind may hold: the keys in their order, and which of them are needed.

The rules of single values are those of the models' own fields, so they are written only once.
"""

from datetime import UTC, datetime
from typing import Annotated, Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from dates import DateError, PartialDate
from events.exchange.seeds.problems import shown
from events.models import (
    AIModel,
    Claim,
    Event,
    EventLink,
    EventOrganization,
    Organization,
    OrganizationAlias,
)
from sources.models import Publisher, Source
from sources.validation import validate_storable

LONGEST_QUOTE = 20


def wrong(text: str, key: str = "") -> PydanticCustomError:
    """An error in our words; `key` is the key at fault within a mapping."""
    return PydanticCustomError("rule", "{text}", {"text": text, "key": key})


def like(model: type[models.Model], name: str) -> AfterValidator:
    """Hold a value to the rules of a model's field."""
    field: Any = model._meta.get_field(name)
    allowed = [value for value, _ in field.flatchoices]

    def check(value: Any) -> Any:
        if allowed and value not in allowed:
            raise wrong(
                f"“{shown(value)}” is not allowed here, expected one of: {', '.join(allowed)}"
            )
        try:
            if isinstance(value, str):
                validate_storable(value)
            field.run_validators(value)
        except ValidationError as error:
            raise wrong(f"“{shown(value)}”: {' '.join(error.messages)}") from error
        return value

    return AfterValidator(check)


def _date(text: str) -> str:
    try:
        return str(PartialDate.parse(text))
    except DateError as error:
        raise wrong(str(error)) from error


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise wrong(f"“{shown(text)}” is no moment, expected one as 2025-05-01T00:03:17Z")
    return moment_text(moment)


def moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _reference(value: str) -> str:
    try:
        Organization._meta.get_field("slug").run_validators(value)
    except ValidationError as error:
        raise wrong(f"“{shown(value)}” is no slug") from error
    return value


def _storable(value: str) -> str:
    try:
        validate_storable(value)
    except ValidationError as error:
        raise wrong(" ".join(error.messages)) from error
    return value


def _stripped(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not value.strip():
        raise wrong("expected a name, found only white space")
    return value.strip()


Text = Annotated[str, AfterValidator(_storable)]
Date = Annotated[str, AfterValidator(_date)]
Moment = Annotated[str, AfterValidator(_moment)]
Reference = Annotated[str, AfterValidator(_reference)]
Slug = Annotated[str, like(Organization, "slug")]
Name = Annotated[str, BeforeValidator(_stripped), like(Organization, "name")]
NameZh = Annotated[str, like(Organization, "name_zh")]
Homepage = Annotated[str, like(Organization, "homepage")]
Wikidata = Annotated[str, like(Organization, "wikidata")]
Country = Annotated[str, like(Organization, "country")]
Language = Annotated[str, like(Source, "language")]
EventStatus = Annotated[str, like(Event, "status")]


class Seed(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class AliasSeed(Seed):
    text: Annotated[str, like(OrganizationAlias, "text")]
    language: Language = ""
    kind: Annotated[str, like(OrganizationAlias, "kind")] = OrganizationAlias.Kind.SHORT.value
    source: Reference | None = None


class PublisherSeed(Seed):
    slug: Slug
    name: Name
    name_zh: NameZh = ""
    other_names: list[Name] = []
    kind: Annotated[str, like(Publisher, "kind")]
    homepage: Homepage = ""
    country: Country = ""
    language: Language = ""


class OrganizationSeed(Seed):
    slug: Slug
    name: Name
    name_zh: NameZh = ""
    kind: Annotated[str, like(Organization, "kind")]
    country: Country = ""
    parent: Reference | None = None
    homepage: Homepage = ""
    wikidata: Wikidata = ""
    description_en: Text = ""
    description_zh: Text = ""
    aliases: list[AliasSeed] = []


class PersonSeed(Seed):
    slug: Slug
    name: Name
    name_zh: NameZh = ""
    homepage: Homepage = ""
    wikidata: Wikidata = ""
    description_en: Text = ""
    description_zh: Text = ""
    aliases: list[AliasSeed] = []


class ModelSeed(Seed):
    slug: Slug
    name: Name
    name_zh: NameZh = ""
    kind: Annotated[str, like(AIModel, "kind")]
    developer: Reference | None = None
    family: Reference | None = None
    parameters: Annotated[int, like(AIModel, "parameters")] | None = None
    access: Annotated[str, like(AIModel, "access")] = ""
    epoch_name: Annotated[str, like(AIModel, "epoch_name")] = ""
    hugging_face: Annotated[str, like(AIModel, "hugging_face")] = ""
    homepage: Homepage = ""
    wikidata: Wikidata = ""
    description_en: Text = ""
    description_zh: Text = ""
    aliases: list[AliasSeed] = []


class SourceSeed(Seed):
    slug: Slug
    title: Annotated[str, like(Source, "title")]
    title_basis: Annotated[str, like(Source, "title_basis")] = Source.Basis.PRINTED.value
    publisher: Reference | None = None
    authors: list[Name] = []
    url: Annotated[str, like(Source, "url")] | None = None
    language: Language
    published: Date | None = None
    published_basis: Annotated[str, like(Source, "published_basis")] = (
        Source.DateBasis.UNKNOWN.value
    )
    retrieved_at: Moment | None = None
    sha256: Annotated[str, like(Source, "sha256")] | None = None
    reprint_of: Reference | None = None
    relies_on: list[Reference] = []
    rights: Annotated[str, like(Source, "rights")] = Source.Rights.UNKNOWN.value
    reading_notes_en: Text = ""
    reading_notes_zh: Text = ""

    @model_validator(mode="after")
    def _publication_has_basis(self) -> Self:
        if self.published and self.published_basis == Source.DateBasis.UNKNOWN:
            text = "published has a date, so published_basis must tell where it comes from"
            raise wrong(text, "published")
        return self

    @model_validator(mode="after")
    def _hash_is_hexadecimal(self) -> Self:
        if self.sha256 and (len(self.sha256) != 64 or set(self.sha256) - set("0123456789abcdef")):
            raise wrong("a SHA-256 is 64 digits from 0-9 and a-f", "sha256")
        return self


class OrganizationRoleSeed(Seed):
    organization: Reference
    role: Annotated[str, like(EventOrganization, "role")]


class ModelRoleSeed(Seed):
    model: Reference
    role: Annotated[str, like(EventOrganization, "role")]


class PersonRoleSeed(Seed):
    person: Reference
    role: Annotated[str, like(EventOrganization, "role")]


class LinkSeed(Seed):
    kind: Annotated[str, like(EventLink, "kind")]
    event: Reference


class ClaimSeed(Seed):
    source: Reference
    quote: Text = ""
    start: Annotated[int, like(Claim, "quote_start")] | None = None
    end: Annotated[int, like(Claim, "quote_end")] | None = None
    section: Annotated[str, like(Claim, "section")] = Claim.Section.BODY.value
    says_en: Text = ""
    says_zh: Text = ""
    stance: Annotated[str, like(Claim, "stance")] = Claim.Stance.SUPPORTS.value
    date: Date | None = None
    status: Annotated[str, like(Claim, "status")] = ""
    certainty: Annotated[str, like(Claim, "certainty")] = ""
    claimed_on: Date | None = None
    rank: Annotated[str, like(Claim, "rank")] = Claim.Rank.NORMAL.value

    @model_validator(mode="after")
    def _quote_is_short(self) -> Self:
        length = len(self.quote)
        if length > LONGEST_QUOTE:
            text = f"the quote has {length} characters, at most {LONGEST_QUOTE} are kept here"
            raise wrong(text, "quote")
        return self

    @model_validator(mode="after")
    def _offsets_span_quote(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise wrong(
                "start and end are given together", "end" if self.start is None else "start"
            )
        if self.start is None or self.end is None:
            return self
        if self.end - self.start != len(self.quote):
            text = (
                f"from {self.start} to {self.end} are {self.end - self.start} characters, "
                f"but the quote has {len(self.quote)}"
            )
            raise wrong(text, "end")
        return self


class EventSeed(Seed):
    slug: Slug
    title_en: Annotated[str, like(Event, "title_en")] = ""
    title_zh: Annotated[str, like(Event, "title_zh")] = ""
    summary_en: Text = ""
    summary_zh: Text = ""
    kind: Annotated[str, like(Event, "kind")]
    status: EventStatus
    certainty: Annotated[str, like(Event, "certainty")]
    date: Date | None = None
    date_basis: Annotated[str, like(Event, "date_basis")] = Event.DateBasis.PRINTED.value
    date_note_en: Text = ""
    date_note_zh: Text = ""
    importance: Annotated[int, like(Event, "importance")] = 3
    part_of: Reference | None = None
    visibility: Annotated[str, like(Event, "visibility")]
    organizations: list[OrganizationRoleSeed] = []
    models: list[ModelRoleSeed] = []
    people: list[PersonRoleSeed] = []
    claims: list[ClaimSeed] = []
    links: list[LinkSeed] = []

    @model_validator(mode="after")
    def _has_title(self) -> Self:
        if not (self.title_en or self.title_zh):
            raise wrong("give title_en or title_zh")
        return self

    @model_validator(mode="after")
    def _publication_has_evidence(self) -> Self:
        if self.visibility != Event.Visibility.PUBLISHED:
            return self
        if not self.claims:
            raise wrong("a published event needs at least one claim", "visibility")
        if self.date is None:
            raise wrong("a published event needs a date", "visibility")
        return self
