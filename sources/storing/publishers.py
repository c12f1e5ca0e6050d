"""Publishers by the names that documents print."""

import hashlib
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.utils.text import slugify

from sources.chinese import CHARACTER, to_simplified
from sources.models import Publisher
from sources.reading import Fact
from sources.reading.document import Basis

LONGEST_NAME = 200
SURE = (Basis.PRINTED, Basis.METADATA)
REASON = "reading"


def publisher_of(name: Fact[str], url: str) -> Publisher | None:
    """The publisher a document names, made when nobody knows it yet; else the address tells.

    A name that was only inferred makes no row: a wrong guess would have to be found and merged.
    """
    if not name.value.strip():
        return _at(url)
    found = named(name.value)
    if found or name.basis not in SURE:
        return found
    return _made(name.value.strip()[:LONGEST_NAME])


def named(name: str) -> Publisher | None:
    """The one with this name, in either script and any case."""
    return all_named([name])[0].get(name)


def all_named(names: Iterable[str]) -> tuple[dict[str, Publisher], list[str]]:
    """The publishers among these names, in one query, and the names nobody knows."""
    wanted = {name: _spellings(name) for name in names}
    if not wanted:
        return {}, []
    spellings = sorted(set().union(*wanted.values()))
    by_name: dict[str, Publisher] = {}
    for row in _with_names(spellings):
        for known in (row.name, row.name_zh, *row.other_names):
            by_name.setdefault(known.lower(), row)
    found = {
        name: by_name[spelling.lower()]
        for name, of_name in wanted.items()
        for spelling in sorted(of_name)
        if spelling.lower() in by_name
    }
    return found, [name for name in wanted if name not in found]


def _spellings(name: str) -> set[str]:
    """As printed and in Simplified characters, without the marks of a title."""
    bare = name.strip(" \t\n《》")
    return {bare, to_simplified(bare)} - {""}


def _with_names(spellings: list[str]) -> QuerySet[Publisher]:
    lowered = [spelling.lower() for spelling in spellings]
    rows = Publisher.objects.annotate(lower_name=Lower("name"))
    asked = Q(lower_name__in=lowered) | Q(name_zh__in=spellings)
    return rows.filter(asked | Q(other_names__overlap=spellings)).order_by("pk")


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
