"""Curated content in the reader's language: the text to show and the language it is in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext, pgettext

from dates.languages import Language, language_of
from events.chinese.traditional import to_traditional, traditional_name
from sources.chinese import CHARACTER

if TYPE_CHECKING:
    from babel import Locale

    from events.models import Event
    from events.models.entity import Entity
    from sources.models import Publisher, Source

TAGS = {
    Language.ENGLISH: "en",
    Language.SIMPLIFIED: "zh-Hans",
    Language.TRADITIONAL: "zh-Hant",
}
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


def reader_language() -> Language:
    return language_of(translation.get_language() or "en")


def listed(items: Iterable[object]) -> str:
    """Names one after the other, set apart as the reader's language does."""
    return pgettext("between the items of a list", ", ").join(map(str, items))


def choose(english: str, chinese: str) -> Words:
    """The text in the reader's language, or the other one when there is none."""
    language = reader_language()
    wants_chinese = language is not Language.ENGLISH
    if not (chinese if wants_chinese else english):
        wants_chinese = bool(chinese)
    if not wants_chinese:
        return Words(english, "en")
    if language is Language.TRADITIONAL:
        return Words(to_traditional(chinese), "zh-Hant")
    return Words(chinese, "zh-Hans")


def named(name: str, name_zh: str) -> Words:
    if not name_zh or reader_language() is Language.ENGLISH:
        return in_its_language(name)
    if reader_language() is Language.TRADITIONAL:
        traditional = traditional_name(name_zh)
        return Words(traditional, "zh-Hans" if traditional == name_zh else "zh-Hant")
    return Words(name_zh, "zh-Hans")


def name_of(entity: "Entity | Publisher") -> Words:
    """What an organization, model, person or publisher is called where the reader comes from."""
    return named(entity.name, entity.name_zh)


def other_name(entity: "Entity | Publisher") -> Words:
    """The name in the other language, for those who know it by that; empty when it is the same."""
    other = entity.name_zh if reader_language() is Language.ENGLISH else entity.name
    return in_its_language("" if other == name_of(entity).text else other)


def title_of(event: "Event") -> Words:
    return choose(event.title_en, event.title_zh)


def summary_of(event: "Event") -> Words:
    return choose(event.summary_en, event.summary_zh)


def date_note_of(event: "Event") -> Words:
    """Why it has this date."""
    return choose(event.date_note_en, event.date_note_zh)


def reading_notes_of(source: "Source") -> Words:
    return choose(source.reading_notes_en, source.reading_notes_zh)


def description_of(entity: "Entity") -> Words:
    return choose(entity.description_en, entity.description_zh)


def in_its_language(text: str) -> Words:
    """A text whose language nobody recorded: Chinese when it is mostly Chinese characters."""
    chinese = len(CHARACTER.findall(text)) * 2 > len(text)
    return Words(text, "zh-Hans" if chinese else "en")


def language_tag() -> str:
    """The tag of the language the page itself is in."""
    return TAGS[reader_language()]


class Number(int):
    """A count that writes itself with its thousands apart: 12,345, in all three languages.

    Still a number, so that plural forms can be chosen by it. Django groups Chinese digits by four
    and separates them by nothing; the Unicode locale data, as people write, by three and a comma.
    """

    def __str__(self) -> str:
        return f"{int(self):,}"


class About(Number):
    """A number that was found by counting a part; not said more precisely than with two digits."""

    def __str__(self) -> str:
        if not self:  # none was among those counted
            return gettext("a few at most")
        return gettext("about %(n)s") % {"n": f"{rounded(self):,}"}


class MoreThan(Number):
    """There are more, and nobody counted them all."""

    def __str__(self) -> str:
        return gettext("more than %(n)s") % {"n": f"{int(self):,}"}


def rounded(count: int) -> int:
    return round(int(count), 2 - len(str(int(count))))


def number(count: int | None) -> Number:
    return count if isinstance(count, Number) else Number(count or 0)


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
    from babel import UnknownLocaleError

    reader = _locale(language_tag())
    try:
        name = reader.languages.get(tag.replace("-", "_"))
        name = name or _locale(tag).get_display_name(reader)
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


@cache
def _locale(tag: str) -> "Locale":
    from babel import Locale  # its data is read from files

    return Locale.parse(tag, sep="-")
