"""Every export with its columns: the one place where they are named, explained and filled.

In the SQL, CHOSEN is a subquery of the events a reader asked for, in that order, and PAGE the
address of a row's page. What belongs to an event is joined LATERAL: one event after the other, so
that the order is kept and the first rows leave before the last are read. What stands in [[ ]]
counts when the file is as of a day of the past, DAY, only. A percent sign is doubled, because
parameters are put in afterwards.
"""

# ruff: noqa: S608  # the SQL is put together from our own words only

from collections.abc import Iterable
from dataclasses import dataclass

from events.evidence import KEY_TERM, QUOTABLE
from events.exchange.csv.columns import Column, date, moment, text, value

CHOSEN, PAGE, DAY = "{chosen}", "{page}", "{day}"
_QUOTABLE = ", ".join(f"'{rights.value}'" for rights in QUOTABLE)


@dataclass(frozen=True, slots=True)
class Export:
    name: str  # of the file, and with `_csv` of the address
    rows: str  # what follows FROM
    page: tuple[str, ...]  # name of a row's page and the SQL of its arguments
    columns: tuple[Column, ...]
    order: str = ""

    @property
    def is_filtered(self) -> bool:
        return CHOSEN in self.rows


def together(kind: str, table: str, entity: str, roles: Iterable[str] = ()) -> str:
    """Slugs and names of what takes part in an event, each once, in the order they were entered.

    Those in one of the `roles` only, when any are given.
    """
    wanted = ", ".join(f"'{role}'" for role in roles)
    of_a_role = f" AND role.role IN ({wanted})" if wanted else ""
    return f"""LEFT JOIN LATERAL (
        SELECT string_agg(slug, ';' ORDER BY first) AS slugs,
               string_agg(name, '; ' ORDER BY first) AS names
        FROM (
            SELECT entity.slug, entity.name, min(role.id) AS first
            FROM {table} role JOIN {entity} entity ON entity.id = role.{kind}_id
            WHERE role.event_id = event.id{of_a_role} GROUP BY entity.id
        ) once
    ) {kind} ON true"""


def _reported(event: str) -> str:
    """Whether a source had told of it by the day."""
    return (
        "EXISTS (SELECT FROM events_eventstate state "
        f"WHERE state.event_id = {event}.id AND state.known_from <= {DAY})"
    )


def taking_part(plural: str, kind: str, who: str) -> tuple[Column, ...]:
    return (
        text(plural, f"{kind}.slugs", f"{who}: their slugs, joined by ;"),
        text(f"{kind}_names", f"{kind}.names", "their names in the same order, joined by ;"),
    )


EVENTS = Export(
    "events",
    f"""{CHOSEN} event
    {together("organization", "events_eventorganization", "events_organization")}
    {together("model", "events_eventmodel", "events_aimodel")}
    {together("person", "events_eventperson", "events_person")}""",
    ("event", "event.id", "event.slug"),
    (
        value("id", "event.id", "number of the event, never reused"),
        value("slug", "event.slug", "name of the event in addresses and seeds"),
        text("title_en", "event.title_en", "title in English"),
        text("title_zh", "event.title_zh", "title in Chinese"),
        text("summary_en", "event.summary_en", "summary in English"),
        text("summary_zh", "event.summary_zh", "summary in Chinese"),
        value("kind", "event.kind", "what kind of event it is"),
        value("status", "event.status", "planned, happened, delayed or cancelled"),
        value("certainty", "event.certainty", "how sure it is"),
        *date("date", "event", "date", "when it happens"),
        value("date_basis", "event.date_basis", "how the date is known"),
        text("date_note_en", "event.date_note_en", "why this date, in English"),
        text("date_note_zh", "event.date_note_zh", "why this date, in Chinese"),
        value("importance", "event.importance", "1 (background) to 5"),
        value(
            "part_of",
            "(SELECT slug FROM events_event whole "
            "WHERE whole.id = event.part_of_id AND whole.visibility = 'published'"
            f"[[ AND {_reported('whole')}]])",
            "slug of the event it is a part of",
        ),
        *taking_part("organizations", "organization", "organizations that take part"),
        *taking_part("models", "model", "AI models that take part"),
        *taking_part("people", "person", "people that take part"),
        value(
            "source_count",
            "(SELECT count(DISTINCT coalesce(source.reprint_of_id, source.id)) "
            "FROM events_claim said JOIN sources_source source ON source.id = said.source_id "
            f"WHERE said.event_id = event.id[[ AND claim_said_by(said, source) <= {DAY}]])",
            "how many sources tell of it, reprints not counted",
        ),
        value("version", "event.version", "grows with every change"),
        moment("updated_at", "event.updated_at", "when the record was last changed, UTC"),
        text("url", PAGE, "its page"),
    ),
)

_OF_EVENT = (
    value("event_id", "event.id", "number of the event"),
    value("event_slug", "event.slug", "slug of the event"),
)

CLAIMS = Export(
    "claims",
    f"""{CHOSEN} event CROSS JOIN LATERAL (
        SELECT said.*, source.slug AS source_slug, source.url AS source_url, source.rights,
               publisher.name AS publisher
        FROM events_claim said JOIN sources_source source ON source.id = said.source_id
        LEFT JOIN sources_publisher publisher ON publisher.id = source.publisher_id
        WHERE said.event_id = event.id[[ AND claim_said_by(said, source) <= {DAY}]]
        ORDER BY said.id
    ) claim""",
    ("event", "event.id", "event.slug"),
    (
        value("id", "claim.id", "number of the claim, never reused"),
        *_OF_EVENT,
        value("source_id", "claim.source_id", "number of the source"),
        value("source_slug", "claim.source_slug", "slug of the source"),
        text("publisher", "claim.publisher", "who published the source"),
        text(
            "quote",
            f"CASE WHEN claim.rights IN ({_QUOTABLE}) THEN claim.quote "
            f"ELSE left(claim.quote, {KEY_TERM}) END",
            "words of the source, as many as its rights allow",
        ),
        value("quote_start", "claim.quote_start", "first character in the source's text, from 0"),
        value("quote_end", "claim.quote_end", "character after the last one of the whole quote"),
        value("section", "claim.section", "part of the document"),
        text("says_en", "claim.says_en", "what it says, in our words, in English"),
        text("says_zh", "claim.says_zh", "what it says, in our words, in Chinese"),
        value("stance", "claim.stance", "supports, contradicts or mentions the event"),
        *date("date", "claim", "date", "the date it gives"),
        value("status", "NULLIF(claim.status, '')", "the status it gives"),
        value("certainty", "NULLIF(claim.certainty, '')", "the certainty it gives"),
        *date("claimed_on", "claim", "claimed_on", "when it was said"),
        value("rank", "claim.rank", "preferred, normal or deprecated"),
        moment("updated_at", "claim.updated_at", "when the record was last changed, UTC"),
        text("source_url", "claim.source_url", "address of the source"),
        text("url", PAGE, "page of the event"),
    ),
)


def _roles(kind: str, table: str, entity: str) -> Export:
    plural = {"organization": "organizations", "model": "models", "person": "people"}[kind]
    return Export(
        f"event_{plural}",
        f"""{CHOSEN} event CROSS JOIN LATERAL (
            SELECT entity.id, entity.slug, entity.name, role.role
            FROM {table} role JOIN {entity} entity ON entity.id = role.{kind}_id
            WHERE role.event_id = event.id ORDER BY role.id
        ) entity""",
        ("event", "event.id", "event.slug"),
        (
            *_OF_EVENT,
            value(f"{kind}_id", "entity.id", f"number of the {kind}"),
            value(f"{kind}_slug", "entity.slug", f"slug of the {kind}"),
            text(f"{kind}_name", "entity.name", f"name of the {kind}"),
            value("role", "entity.role", "actor, subject, affected or commenter"),
        ),
    )


def _entities(
    name: str, kind: str, table: str, own: Iterable[Column] = (), joins: str = ""
) -> Export:
    return Export(
        name,
        f"(SELECT * FROM {table} WHERE merged_into_id IS NULL) entity {joins}",
        (kind, "entity.slug"),
        (
            value("id", "entity.id", f"number of the {kind}, never reused"),
            value("slug", "entity.slug", "name in addresses and seeds"),
            text("name", "entity.name", "name in English"),
            text("name_zh", "entity.name_zh", "name in Chinese"),
            *own,
            text("homepage", "entity.homepage", "its own page"),
            value("wikidata", "NULLIF(entity.wikidata, '')", "its id at Wikidata"),
            text("description_en", "entity.description_en", "description in English"),
            text("description_zh", "entity.description_zh", "description in Chinese"),
            text(
                "aliases",
                f"(SELECT string_agg(text, '; ' ORDER BY id) FROM events_{kind}alias "
                f"WHERE {kind}_id = entity.id)",
                "its other names, joined by ;",
            ),
            value(
                "event_count",
                f"(SELECT count(DISTINCT event.id) FROM events_event{kind} role "
                "JOIN events_event event ON event.id = role.event_id "
                f"AND event.visibility = 'published'[[ AND {_reported('event')}]] "
                f"WHERE role.{kind}_id = entity.id)",
                "how many published events it takes part in",
            ),
            moment("updated_at", "entity.updated_at", "when the record was last changed, UTC"),
            text("url", PAGE, "its page"),
        ),
        order="entity.slug",
    )


ORGANIZATIONS = _entities(
    "organizations",
    "organization",
    "events_organization",
    (
        value("kind", "entity.kind", "what kind of organization it is"),
        value("country", "NULLIF(entity.country, '')", "ISO 3166-1 alpha-2"),
        value("parent", "parent.slug", "slug of the organization it is a part of"),
    ),
    "LEFT JOIN events_organization parent ON parent.id = entity.parent_id",
)
MODELS = _entities(
    "models",
    "model",
    "events_aimodel",
    (
        value("kind", "entity.kind", "what kind of model it is"),
        value("developer", "developer.slug", "slug of the organization that makes it"),
        text("developer_name", "developer.name", "name of that organization"),
        value("family", "family.slug", "slug of the family it belongs to"),
        value("parameters", "entity.parameters", "how many parameters it has"),
        text("access", "entity.access", "how it can be used, in Epoch AI's words"),
        text("epoch_name", "entity.epoch_name", "name in Epoch AI's data"),
        text("hugging_face", "entity.hugging_face", "id at Hugging Face"),
    ),
    """LEFT JOIN events_organization developer ON developer.id = entity.developer_id
    LEFT JOIN events_aimodel family ON family.id = entity.family_id""",
)
PEOPLE = _entities("people", "person", "events_person")

# As events.directory.sources.public_sources() has them.
SOURCES = Export(
    "sources",
    f"""(SELECT known.* FROM sources_source known WHERE EXISTS (
        SELECT FROM events_claim said
        JOIN events_event event ON event.id = said.event_id AND event.visibility = 'published'
        JOIN sources_source told ON told.id = said.source_id
        WHERE known.id IN (told.id, told.reprint_of_id)
        [[AND claim_said_by(said, told) <= {DAY}]]
    )) source
    LEFT JOIN sources_publisher publisher ON publisher.id = source.publisher_id
    LEFT JOIN sources_source original ON original.id = source.reprint_of_id""",
    ("source", "source.slug"),
    (
        value("id", "source.id", "number of the source, never reused"),
        value("slug", "source.slug", "name in addresses and seeds"),
        text("title", "source.title", "title"),
        value("title_basis", "source.title_basis", "where the title comes from"),
        value("publisher", "publisher.slug", "slug of the publisher"),
        text("publisher_name", "publisher.name", "name of the publisher"),
        text("authors", "array_to_string(source.authors, '; ')", "authors, joined by ;"),
        text("source_url", "source.url", "address of the document"),
        value("language", "source.language", "language of the document, BCP 47"),
        *date("published", "source", "published", "when it was published"),
        value("published_basis", "source.published_basis", "where that date comes from"),
        moment("retrieved_at", "source.retrieved_at", "when it was retrieved, UTC"),
        value("sha256", "source.sha256", "SHA-256 of the document's bytes"),
        value("reprint_of", "original.slug", "slug of the source it reprints"),
        text(
            "relies_on",
            "(SELECT string_agg(cited.slug, ';' ORDER BY relies.id) "
            "FROM sources_source_relies_on relies "
            "JOIN sources_publisher cited ON cited.id = relies.publisher_id "
            "WHERE relies.source_id = source.id)",
            "publishers it cites: their slugs, joined by ;",
        ),
        value("rights", "source.rights", "how much of it may be shown"),
        moment("updated_at", "source.updated_at", "when the record was last changed, UTC"),
        text("url", PAGE, "its page"),
    ),
    order="source.slug",
)

EXPORTS = (
    EVENTS,
    CLAIMS,
    _roles("organization", "events_eventorganization", "events_organization"),
    _roles("model", "events_eventmodel", "events_aimodel"),
    _roles("person", "events_eventperson", "events_person"),
    ORGANIZATIONS,
    MODELS,
    PEOPLE,
    SOURCES,
)
