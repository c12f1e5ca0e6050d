"""Who sent a mail: a newsletter by its name, or a person."""

import re
from email.utils import parseaddr
from typing import NamedTuple

from sources.reading.metadata.names import is_person
from sources.reading.metadata.page import Page


class Sender(NamedTuple):
    name: str
    domain: str
    person: bool  # else an outlet


def sender_of(page: Page) -> Sender | None:
    """The display name of the From header; an outlet when its domain has the name, too."""
    for hint in page.said("author"):
        if hint.origin == "From":
            name, address = parseaddr(hint.value)
            domain = address.rpartition("@")[2].lower()
            if name:
                person = is_person(name) and not _alike(name, domain)
                return Sender(re.sub(r"^(?:\w+ ){1,2}(?:at|from|@) ", "", name), domain, person)
    return None


def _alike(name: str, domain: str) -> bool:
    squeezed = re.sub(r"[\W_]+|^the ", "", name.lower())
    return any(
        len(part) > 3 and (part in squeezed or squeezed in part) for part in domain.split(".")
    )
