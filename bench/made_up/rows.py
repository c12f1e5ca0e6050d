"""The rows of some events, as lines of text for COPY; none of their words needs an escape.

Numbers of rows follow from the numbers of their events, so that it does not matter which process
writes them, or when.
"""

import datetime
import random
from collections.abc import Iterator
from typing import NamedTuple

from bench.made_up.lexemes import Lexemes
from bench.made_up.world import (
    ORGANIZATIONS,
    PUBLISHERS,
    Day,
    Named,
    World,
    a_day,
    a_month,
    days,
    world,
)
from events.models.vocabulary import Certainty, EventKind, Role, Status

TODAY = datetime.date(2026, 11, 1)
RECORDED = f"{TODAY}T00:00:00Z\t{TODAY}T00:00:00Z"
KINDS, CERTAINTIES, ROLES = list(EventKind.values), list(Certainty.values), list(Role.values)
STATUSES = list(Status.values)
NULL = r"\N"

NAMES = "id, name, name_zh, slug, description_en, description_zh, homepage, wikidata, search"
COLUMNS = {
    "events_organization": f"{NAMES}, kind, country, created_at, updated_at",
    "events_aimodel": f"{NAMES}, kind, developer_id, access, epoch_name, hugging_face, "
    "created_at, updated_at",
    "sources_publisher": "id, slug, name, name_zh, other_names, kind, homepage, country, language, "
    "created_at, updated_at",
    "sources_source": "id, slug, title, title_basis, publisher_id, authors, language, "
    "published_edtf, published_earliest, published_latest, published_basis, text, sections, "
    "text_sha256, sketch, oddities, rights, reading_notes_en, reading_notes_zh, "
    "created_at, updated_at",
    "events_event": "id, slug, title_en, title_zh, summary_en, summary_zh, kind, status, "
    "certainty, date_edtf, date_earliest, date_latest, date_basis, date_note_en, date_note_zh, "
    "importance, visibility, version, search, created_at, updated_at",
    "events_eventorganization": "id, event_id, organization_id, role, created_at, updated_at",
    "events_eventmodel": "id, event_id, model_id, role, created_at, updated_at",
    "events_claim": "id, event_id, source_id, quote, prefix, suffix, section, says_en, says_zh, "
    "stance, status, rank, date_edtf, date_earliest, date_latest, claimed_on_edtf, "
    "claimed_on_earliest, claimed_on_latest, created_at, updated_at",
    "events_eventstate": "id, event_id, known_from, known_until, status, certainty, date_edtf, "
    "date_earliest, date_latest, was_status, was_certainty, was_date_edtf, was_date_earliest, "
    "was_date_latest, kind, importance, visibility",
}
OF_EVENTS = (
    *("events_event", "events_eventorganization", "events_eventmodel", "events_claim"),
    *("events_eventstate", "sources_source"),
)
Lines = dict[str, list[str]]


def entities(seed: int) -> Lines:
    known = world(seed)
    return {
        "events_organization": [
            f"{line}\tcompany\t\t{RECORDED}\n" for _, line in _named(known.names_of_organizations)
        ],
        "events_aimodel": [
            f"{line}\tmodel\t{number % ORGANIZATIONS + 1}\t\t\t\t{RECORDED}\n"
            for number, line in _named(known.names_of_models)
        ],
        "sources_publisher": [
            f"{n}\tmade-up-{n}\tMade-up {n}\t\t{{}}\tother\t\t\t\t{RECORDED}\n"
            for n in range(1, PUBLISHERS + 1)
        ],
    }


def _named(of: list[Named]) -> Iterator[tuple[int, str]]:
    for number, named in enumerate(of, 1):
        lexemes = Lexemes()
        lexemes.any(named, "A")
        said = f"{named.name}\t{named.name_zh}\tmade-up-{number}\t\t\t\t\t"
        yield number, f"{number}\t{said}{lexemes}"


class Sort(NamedTuple):
    """What an event and its states have in common."""

    kind: str
    certainty: str
    importance: int
    visibility: str


class Told(NamedTuple):
    """What an event is, or what somebody said it would be."""

    status: str
    date: Day
    on: Day


def events(seed: int, first: int, last: int, all_sources: int) -> Lines:
    """Everything about the events from `first` to `last`, and half as many sources."""
    known, chance = world(seed), random.Random(f"{seed} events {first}")
    made: Lines = {table: [] for table in OF_EVENTS}
    count = last + 1 - first
    statuses = chance.choices(STATUSES, (10, 84, 4, 2), k=count)
    drawn = zip(range(first, last + 1), days(known, chance, count), statuses, strict=True)
    for number, date, status in drawn:
        sort, now = _sort(chance), Told(status, date, date)
        promises = list(_promises(chance, date))
        names = _take_part(chance, known, number, made)
        made["events_event"].append(_event(chance, known, number, now, sort, names))
        made["events_claim"].extend(_claims(chance, number, now, promises, all_sources))
        made["events_eventstate"].extend(_states(number, now, promises, sort))
    made["sources_source"].extend(_sources(seed, first // 2 + 1, (last + 1) // 2))
    return made


def _promises(chance: random.Random, date: Day) -> Iterator[Told]:
    """One event in ten was promised for an earlier month; half of these were delayed once more."""
    if chance.random() > 0.1:
        return
    for status in ("planned", "delayed")[: chance.randint(1, 2)]:
        due = date.earliest - datetime.timedelta(chance.randint(20, 300))
        said = due - datetime.timedelta(chance.randint(5, 120))
        yield Told(status, a_month(due), a_day(said))


def _take_part(chance: random.Random, known: World, number: int, made: Lines) -> list[str]:
    """Who takes part in an event goes into `made`; their names."""
    companies = _some(chance, known.organizations, (1, 1, 1, 2, 3))
    models = _some(chance, known.models, (0, 0, 1, 2))
    made["events_eventorganization"].extend(_roles(chance, number, companies, 3))
    made["events_eventmodel"].extend(_roles(chance, number, models, 2))
    names = [known.names_of_organizations[one - 1] for one in companies]
    names += [known.names_of_models[one - 1] for one in models]
    return list(dict.fromkeys(text for named in names for text in named))


def _some(chance: random.Random, of: list[int], counts: tuple[int, ...]) -> list[int]:
    """A few of them, each once."""
    return list(dict.fromkeys(chance.choices(of, k=chance.choice(counts))))


def _roles(chance: random.Random, event: int, of: list[int], most: int) -> Iterator[str]:
    for row, one in enumerate(of, most * event):
        yield f"{row}\t{event}\t{one}\t{chance.choice(ROLES)}\t{RECORDED}\n"


def _sort(chance: random.Random) -> Sort:
    visibility = "published" if chance.random() < 0.9 else "draft"
    kind, certainty = chance.choice(KINDS), chance.choice(CERTAINTIES)
    return Sort(kind, certainty, chance.randint(1, 5), visibility)


def _event(
    chance: random.Random, known: World, number: int, now: Told, sort: Sort, names: list[str]
) -> str:
    title = chance.choices(known.english, k=7)
    title_zh = "".join(chance.choices(known.chinese, k=9))
    chinese = chance.random() < 0.55
    summary = chance.choices(known.english, k=0 if chinese else chance.randint(20, 60))
    summary_zh = "".join(chance.choices(known.chinese, k=chance.randint(15, 45) if chinese else 0))
    lexemes = Lexemes()
    lexemes.latin(title, "A")
    lexemes.chinese(title_zh, "A")
    lexemes.any(names, "B")
    lexemes.latin(summary, "C")
    lexemes.chinese(summary_zh, "C")
    return (
        f"{number}\tmade-up-{number}\t{' '.join(title).capitalize()}\t{title_zh}\t"
        f"{' '.join(summary)}\t{summary_zh}\t{sort.kind}\t{now.status}\t{sort.certainty}\t"
        f"{now.date.columns}\tprinted\t\t\t{sort.importance}\t{sort.visibility}\t1\t"
        f"{lexemes}\t{RECORDED}\n"
    )


def _claims(
    chance: random.Random, event: int, now: Told, promises: list[Told], all_sources: int
) -> Iterator[str]:
    told_by = {chance.randint(1, all_sources) for _ in range(chance.choice((1, 1, 2, 3)))}
    claims = [(source, now) for source in sorted(told_by)]
    claims += [(chance.randint(1, all_sources), promise) for promise in promises]
    for row, (source, told) in enumerate(claims, 5 * event):
        yield (
            f"{row}\t{event}\t{source}\t\t\t\tbody\tIt says so.\t如此说。\tsupports\t"
            f"{told.status}\tnormal\t{told.date.columns}\t{told.on.columns}\t{RECORDED}\n"
        )


def _states(event: int, now: Told, promises: list[Told], sort: Sort) -> Iterator[str]:
    """What `rebuild_event_states` reads out of these claims."""
    told = {one.on.latest: one for one in sorted(promises, key=lambda one: one.on.latest)}
    told[min(now.on.latest, TODAY)] = now
    until = [*(str(day) for day in told), NULL][1:]
    was = f"\t\t{NULL}\t{NULL}\t{NULL}"
    of_event = f"{sort.kind}\t{sort.importance}\t{sort.visibility}"
    for row, (day, one) in enumerate(told.items()):
        state = f"{one.status}\t{sort.certainty}\t{one.date.columns}"
        yield f"{3 * event + row}\t{event}\t{day}\t{until[row]}\t{state}\t{was}\t{of_event}\n"
        was = state


def _sources(seed: int, first: int, last: int) -> Iterator[str]:
    known, chance = world(seed), random.Random(f"{seed} sources {first}")
    count = last + 1 - first
    for number, date in zip(range(first, last + 1), days(known, chance, count), strict=True):
        language = "zh-Hans" if chance.random() < 0.55 else "en"
        yield (
            f"{number}\tmade-up-{number}\tMade-up source {number}\tprinted\t"
            f"{1 + number % PUBLISHERS}\t{{}}\t{language}\t{date.columns}\tprinted\t\t[]\t\t{{}}\t"
            f"[]\tlink_only\t\t\t{RECORDED}\n"
        )
