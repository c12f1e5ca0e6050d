"""Who sent a mail: a newsletter by its name, or a person."""

import re
from email.utils import parseaddr
from typing import NamedTuple

from sources.reading.metadata.names import is_person
from sources.reading.metadata.page import Page

_FORWARDED = re.compile(
    r"(?:From|发件人|寄件者)[:：]\s*(\S.{0,80}<[^<>\s@]+@[^<>\s@]+>)"
)  # in the text


class Sender(NamedTuple):
    name: str
    domain: str
    person: bool  # else an outlet


def sender_of(page: Page) -> Sender | None:
    """By the From header, of a forwarded mail the inner one; an outlet when its domain agrees."""
    forwarded = [m[1] for line in page.head if (m := _FORWARDED.match(line))]
    headers = [hint.value for hint in page.said("author") if hint.origin == "From"]
    for header in (*forwarded, *headers):
        name, address = _parsed(header)
        domain = address.rpartition("@")[2].lower()
        if name:
            person = is_person(name) and not _alike(name, domain)
            return Sender(re.sub(r"^(?:\w+ ){1,2}(?:at|from|@) ", "", name), domain, person)
    return None


def _parsed(header: str) -> tuple[str, str]:
    try:
        return parseaddr(header)
    except RecursionError:  # comments within comments
        return "", ""


def _alike(name: str, domain: str) -> bool:
    squeezed = re.sub(r"[\W_]+|^the ", "", name.lower())
    return any(
        len(part) > 3 and (part in squeezed or squeezed in part) for part in domain.split(".")
    )
