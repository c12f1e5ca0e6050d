"""Curated content in the reader's language: the text to show and the language it is in.

Chinese content is written in Simplified characters. Readers of Traditional ones get it converted
with Taiwan wording, except the names of organizations, models and people, which nobody respells.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol, cast

from django.utils import translation

from dates.languages import Language, language_of

if TYPE_CHECKING:
    from babel import Locale

    from events.models import Event
    from events.models.entity import Entity
    from events.models.queryset import EventQuerySet
    from sources.models import Publisher

TAGS = {
    Language.ENGLISH: "en",
    Language.SIMPLIFIED: "zh-Hans",
    Language.TRADITIONAL: "zh-Hant",
}
HAN = re.compile("[\u3400-\u9fff]")
# What numbers are counted in, largest first.
_SCALES = {
    Language.ENGLISH: (
        (10**12, " trillion"),
        (10**9, " billion"),
        (10**6, " million"),
        (10**3, " thousand"),
    ),
    Language.SIMPLIFIED: ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    Language.TRADITIONAL: ((10**12, "兆"), (10**8, "億"), (10**4, "萬")),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the BCP 47 tag of the language it is in."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _taiwan() -> _Converter:
    import opencc  # slow to load, so only when somebody reads Traditional Chinese

    return cast("_Converter", opencc.OpenCC("s2twp"))


def reader_language() -> Language:
    return language_of(translation.get_language() or "en")


@lru_cache(maxsize=4096)
def to_traditional(text: str, names: frozenset[str] = frozenset()) -> str:
    """Simplified to Traditional with Taiwan wording; `names` stay as they are."""
    kept = sorted((name for name in names if HAN.search(name)), key=len, reverse=True)
    if not kept:
        return _taiwan().convert(text)
    pieces = re.split(f"({'|'.join(map(re.escape, kept))})", text)
    return "".join(
        piece if index % 2 else _taiwan().convert(piece) for index, piece in enumerate(pieces)
    )


def choose(english: str, chinese: str, names: Iterable[str] = ()) -> Words:
    """The text in the reader's language, or the other one when there is none."""
    language = reader_language()
    wants_chinese = language is not Language.ENGLISH
    if not (chinese if wants_chinese else english):
        wants_chinese = bool(chinese)
    if not wants_chinese:
        return Words(english, "en")
    if language is Language.TRADITIONAL:
        return Words(to_traditional(chinese, frozenset(names)), "zh-Hant")
    return Words(chinese, "zh-Hans")


def named(name: str, name_zh: str) -> Words:
    if name_zh and reader_language() is not Language.ENGLISH:
        return Words(name_zh, "zh-Hans")
    return Words(name, "zh-Hans" if HAN.search(name) else "en")


def name_of(entity: "Entity | Publisher") -> Words:
    """What an organization, model, person or publisher is called where the reader comes from."""
    return named(entity.name, entity.name_zh)


def with_names(events: "EventQuerySet") -> "EventQuerySet":
    """Fetch the names that conversion must not touch along with the events, where needed."""
    if reader_language() is not Language.TRADITIONAL:
        return events
    return events.prefetch_related(
        "event_organizations__organization__aliases",
        "event_models__model__aliases",
        "event_people__person__aliases",
    )


def in_its_language(text: str) -> Words:
    """A note whose language nobody recorded: Chinese when it is mostly Chinese characters."""
    chinese = len(HAN.findall(text)) * 2 > len(text)
    return Words(text, "zh-Hans" if chinese else "en")


def names_in(event: "Event") -> Collection[str]:
    """The names that conversion must not touch; looked up for Traditional Chinese only."""
    if reader_language() is not Language.TRADITIONAL:
        return ()
    roles = [
        *event.event_organizations.all(),
        *event.event_models.all(),
        *event.event_people.all(),
    ]
    return {name for role in roles for name in names_of(role.entity)}


def names_of(entity: "Entity") -> list[str]:
    aliases = [alias.text for alias in entity.aliases.all()]
    return [entity.name, entity.name_zh, *aliases]


def title_of(event: "Event") -> Words:
    return choose(event.title_en, event.title_zh, names_in(event))


def summary_of(event: "Event") -> Words:
    return choose(event.summary_en, event.summary_zh, names_in(event))


def description_of(entity: "Entity") -> Words:
    traditional = reader_language() is Language.TRADITIONAL
    names = names_of(entity) if traditional else ()
    return choose(entity.description_en, entity.description_zh, names)


def language_tag() -> str:
    """The tag of the language the page itself is in."""
    return TAGS[reader_language()]


def count_in_words(number: int) -> str:
    """17000000000 as “17 billion”, “170亿” or “170億”, with at most two decimals."""
    for size, word in _SCALES[reader_language()]:
        if number >= size:
            return f"{number / size:.2f}".rstrip("0").rstrip(".") + word
    return str(number)


def country_name(code: str) -> str:
    """The country of a two-letter code, in the reader's language."""
    return str(_locale(language_tag()).territories.get(code, code))


def language_name(tag: str) -> str:
    """The language of a BCP 47 tag, in the reader's language."""
    try:
        named = _locale(tag).get_display_name(_locale(language_tag()))
    except (LookupError, ValueError):
        return tag
    return named or tag


@cache
def _locale(tag: str) -> "Locale":
    from babel import Locale  # its data is read from files

    return Locale.parse(tag, sep="-")
