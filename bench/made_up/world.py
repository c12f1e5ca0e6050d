"""What every process knows alike: words, names and days, as often as they come.

Words, organizations and models follow a Zipf distribution; most days are recent.
"""

import datetime
import random
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

from dates import PartialDate
from sources.chinese import to_simplified

FIRST, LAST = datetime.date(2010, 1, 1), datetime.date(2026, 10, 31)
ORGANIZATIONS, MODELS, PUBLISHERS, WORDS, SIGNS = 2_000, 10_000, 200, 20_000, 3_500

T = TypeVar("T")


class Named(NamedTuple):
    name: str
    name_zh: str


class Day(NamedTuple):
    """A day, or the month, quarter or year it is in."""

    edtf: str
    earliest: datetime.date
    latest: datetime.date
    columns: str  # the three, as COPY reads them


class World(NamedTuple):
    """Words, numbers of entities and days stand in it as often as they come: draw evenly."""

    english: list[str]
    chinese: list[str]
    organizations: list[int]
    models: list[int]
    days: list[datetime.date]
    names_of_organizations: list[Named]
    names_of_models: list[Named]


@cache
def world(seed: int) -> World:
    chance = random.Random(f"{seed} world")
    english, chinese = _english(chance), _chinese(chance)
    return World(
        _zipf(english),
        _zipf(chinese),
        _zipf(range(1, ORGANIZATIONS + 1)),
        _zipf(range(1, MODELS + 1)),
        _days(),
        [_named(chance, english, chinese, ("", " AI", " Labs")) for _ in range(ORGANIZATIONS)],
        [_named(chance, english, chinese, ("-1", "-2.5", " Pro", "-VL")) for _ in range(MODELS)],
    )


def _as_often(things: Sequence[T], shares: Sequence[float]) -> list[T]:
    """About a million things, each as often as its share; the rarest word comes five times."""
    each = 1_000_000 / sum(shares)
    repeated = map(repeat, things, (round(share * each) for share in shares))
    return list(chain.from_iterable(repeated))


def _zipf(things: Sequence[T]) -> list[T]:
    return _as_often(things, [1 / rank for rank in range(1, len(things) + 1)])


def _english(chance: random.Random) -> list[str]:
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    return ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(WORDS)]


def _chinese(chance: random.Random) -> list[str]:
    """Words of signs that search does not fold into others."""
    drawn = (chr(0x4E00 + chance.randrange(6000)) for _ in range(SIGNS))
    signs = [sign for sign in drawn if to_simplified(sign) == sign]
    return ["".join(chance.choices(signs, k=chance.choice((2, 2, 2, 3)))) for _ in range(WORDS)]


def _named(
    chance: random.Random, english: list[str], chinese: list[str], endings: tuple[str, ...]
) -> Named:
    name = chance.choice(english).capitalize() + chance.choice(endings)
    return Named(name, chance.choice(chinese) + chance.choice(("", "科技", "智能")))


def _days() -> list[datetime.date]:
    """Days in a beta distribution (4, 1.15): more and more as time goes on."""
    count = (LAST - FIRST).days
    places = [(n + 0.5) / count for n in range(count)]
    shares = [place**3 * (1 - place) ** 0.15 for place in places]
    return _as_often([FIRST + datetime.timedelta(n) for n in range(count)], shares)


def days(known: World, chance: random.Random, count: int) -> Iterable[Day]:
    """70 % days, 15 % months, 8 % quarters, 7 % years."""
    forms = chance.choices((a_day, a_month, _a_quarter, _a_year), (70, 15, 8, 7), k=count)
    return (form(day) for form, day in zip(forms, chance.choices(known.days, k=count), strict=True))


@cache
def a_day(day: datetime.date) -> Day:
    return _day(f"{day:%Y-%m-%d}")


@cache
def a_month(day: datetime.date) -> Day:
    return _day(f"{day:%Y-%m}")


@cache
def _a_quarter(day: datetime.date) -> Day:
    return _day(f"{day.year}-{33 + (day.month - 1) // 3}")


@cache
def _a_year(day: datetime.date) -> Day:
    return _day(f"{day.year}")


@cache
def _day(edtf: str) -> Day:
    date = PartialDate.parse(edtf)
    assert date.earliest is not None
    assert date.latest is not None
    return Day(edtf, date.earliest, date.latest, f"{edtf}\t{date.earliest}\t{date.latest}")
