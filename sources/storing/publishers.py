"""Publishers by the names that documents print."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db import IntegrityError, connection, transaction
from django.utils.text import slugify

from sources.chinese import CHARACTER, to_simplified
from sources.models import Publisher
from sources.reading import Fact
from sources.reading.document import Basis
from sources.storing.asking import ask, texts
from sources.storing.wire import Question, Rows

LONGEST_NAME = 200
SURE = (Basis.PRINTED, Basis.METADATA)
REASON = "reading"


class Named(NamedTuple):
    """A row of _NAMED: of most that a document names only the id is wanted."""

    id: int
    slug: str
    name: str
    name_zh: str
    other_names: list[str]

    @property
    def publisher(self) -> Publisher:
        return Publisher.from_db(connection.alias, self._fields, self)


class Publishers:
    """Those that go by some names."""

    def __init__(self, rows: Rows) -> None:
        """The rows of _NAMED."""
        self._by_name: dict[str, Named] = {}
        for values in rows:
            self.add(Named(*values))

    def add(self, row: Named) -> None:
        for known in (row.name, row.name_zh, *row.other_names):
            self._by_name.setdefault(known.lower(), row)

    def named(self, name: str) -> Named | None:
        """The one with this name, in either script and any case."""
        if not self._by_name:
            return None
        spellings = sorted(_spellings(name), reverse=True)
        found = (self._by_name.get(spelling.lower()) for spelling in spellings)
        return next((row for row in found if row), None)

    def among(self, names: Iterable[str]) -> tuple[dict[str, Named], list[str]]:
        """The publishers among these names, and the names nobody knows."""
        pairs = {name: self.named(name) for name in names}
        found = {name: row for name, row in pairs.items() if row}
        return found, [name for name, row in pairs.items() if not row]


# Each part follows an index of its own; for one condition every publisher would be read.
_PARTS = (
    "lower(name) = ANY(%(lowered)s::text[])",
    "name_zh = ANY(%(spellings)s::varchar[])",
    "other_names && %(spellings)s::varchar[]",
)
_COLUMNS = ", ".join(Named._fields)
_EACH = (f"SELECT {_COLUMNS} FROM sources_publisher WHERE {part}" for part in _PARTS)  # noqa: S608
_NAMED = f"{' UNION ALL '.join(_EACH)} ORDER BY id"


def question_of(names: Iterable[str]) -> Question:
    """What is asked for the publishers of these names."""
    spellings = sorted({spelling for name in names for spelling in _spellings(name)})
    lowered = [spelling.lower() for spelling in spellings]
    return _NAMED, {"spellings": texts(spellings), "lowered": texts(lowered)}


def all_named(names: Iterable[str]) -> tuple[dict[str, Publisher], list[str]]:
    """The publishers among these names, and the names nobody knows."""
    wanted = list(names)
    statement, parameters = question_of(wanted)
    found, unknown = Publishers(ask(statement, **parameters)).among(wanted)
    return {name: row.publisher for name, row in found.items()}, unknown


def publisher_of(name: Fact[str], url: str, known: Publishers) -> Publisher | None:
    """The publisher a document names, made when nobody knows it yet; else the address tells.

    A name that was only inferred makes no row: a wrong guess would have to be found and merged.
    """
    if not name.value.strip():
        return _at(url)
    found = known.named(name.value)
    if found or name.basis not in SURE:
        return found and found.publisher
    made = _made(name.value.strip()[:LONGEST_NAME])
    known.add(Named(made.pk, made.slug, made.name, made.name_zh, made.other_names))
    return made


def _spellings(name: str) -> set[str]:
    """As printed and in Simplified characters, without the marks of a title."""
    bare = name.strip(" \t\n《》")
    return {bare, to_simplified(bare)} - {""}


def _at(url: str) -> Publisher | None:
    """The only publisher whose whole site this address is on; an account on a platform is none."""
    host = _host(url)
    if not host:
        return None
    sites = Publisher.objects.filter(homepage__iregex=rf"^https?://(www\.)?{_literal(host)}/?$")[:2]
    return sites[0] if len(sites) == 1 else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _literal(host: str) -> str:
    """The host for a regular expression of PostgreSQL."""
    return "".join(sign if sign.isalnum() or sign == "-" else f"\\{sign}" for sign in host)


def _made(name: str) -> Publisher:
    """A new row, or that of somebody who was faster."""
    code = hashlib.sha256(name.encode()).hexdigest()[:8]
    slug = slugify(name)[:80]
    taken = slug and Publisher.objects.filter(slug=slug).exists()
    made = Publisher(
        slug=slug if slug and not taken else f"{slug or 'publisher'}-{code}", name=name
    )
    made.name_zh = to_simplified(name) if CHARACTER.search(name) else ""
    made.clean_fields()
    made._change_reason = REASON  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        return Publisher.objects.get(slug=made.slug)
    return made
