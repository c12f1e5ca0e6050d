"""What a page tells other sites of itself: its one address, and the card shown for it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from dates.languages import Language
from events.exchange.card_images.faces import address_of
from events.exchange.linked_data.nodes import iso
from events.localization import (
    Words,
    description_of,
    name_of,
    reader_language,
    summary_of,
    title_of,
)

Shown = Mapping[str, Any]
LOCALES = {Language.ENGLISH: "en_US", Language.SIMPLIFIED: "zh_CN", Language.TRADITIONAL: "zh_TW"}
MOST_WORDS = 300  # characters of a description


@dataclass(frozen=True, slots=True)
class Card:
    """Open Graph's `type`, `title` and `description`, and the days of an article."""

    kind: str
    title: str
    description: str
    published: str = ""
    modified: str = ""
    image: str = ""  # the path of its own picture; without one it has that of the site

    @property
    def locale(self) -> str:
        return LOCALES[reader_language()]

    @property
    def other_locales(self) -> list[str]:
        return [locale for locale in LOCALES.values() if locale != self.locale]


def card_of(shown: Shown) -> Card:
    """The card of a page with this context: of what it is about, else of the site."""
    for name, make in (
        ("event", _event),
        ("entity", _entity),
        ("source", _source),
        ("publisher", _publisher),
    ):
        if shown.get(name):
            return make(shown[name])
    return Card("website", _("AI Timeline"), _about_the_site())


def _about_the_site() -> str:
    return _(
        "A timeline of the AI industry with honest dates and evidence for every entry, in English "
        "and Chinese."
    )


def _event(event: Any) -> Card:
    days = {"published": _moment(event.created_at), "modified": _moment(event.updated_at)}
    image = address_of(event)
    return _card("article", title_of(event), summary_of(event), image=image, **days)


def _entity(entity: Any) -> Card:
    return _card("profile", name_of(entity), description_of(entity), image=address_of(entity))


def _publisher(publisher: Any) -> Card:
    return _card("profile", name_of(publisher), "")


def _source(source: Any) -> Card:
    about = _("What “%(title)s” says about which events, passage by passage.")
    days = {"published": iso(source.published) or "", "modified": _moment(source.updated_at)}
    return _card("article", source.title, about % {"title": source.title}, **days)


def _card(kind: str, title: str | Words, description: str | Words, **more: str) -> Card:
    words = str(description) or _about_the_site()
    if len(words) > MOST_WORDS:
        words = words[: MOST_WORDS - 1].rstrip() + "…"
    return Card(kind, str(title), words, **more)


def _moment(at: datetime.datetime) -> str:
    return at.isoformat(timespec="seconds")


def canonical_address(request: HttpRequest, shown: Shown, *, with_language: bool = True) -> str:
    """The one address of what a page shows: only what was asked and understood, in one order."""
    query = QueryDict(mutable=True)
    for name in sorted(_understood(shown) & request.GET.keys()):
        query.setlist(name, [value for value in request.GET.getlist(name) if value])
    language = request.GET.get("lang", "").lower()
    if with_language and language in dict(settings.LANGUAGES):
        query["lang"] = language
    written = query.urlencode()
    return request.build_absolute_uri(request.path) + (f"?{written}" if written else "")


def _understood(shown: Shown) -> set[str]:
    """Names of the parameters the page's forms took; looking back is no page of its own."""
    forms = [shown[name] for name in ("form", "page_form") if shown.get(name)]
    return {name for form in forms if form.is_bound for name in _taken(form)} - {"as_of"}


def _taken(form: Any) -> set[str]:
    form.is_valid()
    return set(form.cleaned_data)
