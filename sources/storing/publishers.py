"""Publishers by the names that documents print."""

import hashlib
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.db.models import Q
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
    spellings = {name.strip(), to_simplified(name.strip())}
    asked = Q()
    for spelling in spellings:
        asked |= Q(name__iexact=spelling) | Q(name_zh=spelling)
        asked |= Q(other_names__contains=[spelling])
    return Publisher.objects.filter(asked).order_by("pk").first()


def all_named(names: Iterable[str]) -> tuple[list[Publisher], list[str]]:
    """The publishers among these names, and the names nobody knows."""
    known: dict[int, Publisher] = {}
    unknown = []
    for name in dict.fromkeys(names):
        publisher = named(name)
        if publisher is None:
            unknown.append(name)
        else:
            known[publisher.pk] = publisher
    return list(known.values()), unknown


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
