"""Simplified Chinese in Traditional characters with Taiwan wording, names excepted.

OpenCC rewords (软件 becomes 軟體), which would make 字节跳动, ByteDance, the company of computer
bytes. So names are kept out of its sight: they are written as an editor recorded them for readers
of Traditional Chinese, or left as they are.
"""

import re
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, cast

from django.db.models import F, Value

from events.models import (
    AIModel,
    ModelAlias,
    Organization,
    OrganizationAlias,
    Person,
    PersonAlias,
)
from events.models.entity import Alias
from sources.chinese import CHARACTER, to_simplified, to_taiwan

FRESH_FOR = 60  # seconds that the recorded names are kept before they are read again
# Where OpenCC takes the word of another trade: parameters of a model are no arguments of a call.
_BETTER = {"参数": "參數", "发布": "發布", "开源": "開源", "用户": "使用者"}
# What Taiwan's papers print where OpenCC has another form, or keeps the quotation marks.
_PRINTED = {"宣布": "宣布", "公布": "公布", "计划": "計畫", "“": "「", "”": "」"}


class Spelling(NamedTuple):
    """How names are written for readers of Traditional Chinese, and where they stand in a text."""

    names: Mapping[str, str]
    places: re.Pattern[str]


@dataclass(slots=True)
class _Names:
    """What one organization, model or person is called in Chinese."""

    main: str = ""
    simplified: list[str] = field(default_factory=list)
    traditional: list[str] = field(default_factory=list)
    localized: list[str] = field(default_factory=list)


def to_traditional(text: str) -> str:
    return _converted(text, _minute())


def traditional_name(name: str) -> str:
    """A Chinese name as recorded for readers of Traditional Chinese, or as it is."""
    return recorded(_minute()).names.get(name, name)


@lru_cache(maxsize=4096)
def _converted(text: str, minute: int) -> str:
    spelling = recorded(minute)
    pieces = spelling.places.split(text)
    return "".join(
        spelling.names.get(piece, piece) if index % 2 else to_taiwan(piece)
        for index, piece in enumerate(pieces)
    )


@lru_cache(maxsize=1)
def recorded(minute: int) -> Spelling:
    """All Chinese names, read in one query and kept for a minute."""
    names = dict(chain.from_iterable(_spelled(each) for each in _read().values()))
    names = {**names, **_BETTER, **_PRINTED}
    longest_first = sorted(names, key=len, reverse=True)
    return Spelling(names, re.compile(f"({'|'.join(map(re.escape, longest_first))})"))


def _minute() -> int:
    return int(time.monotonic() // FRESH_FOR)


def _spelled(names: _Names) -> Iterable[tuple[str, str]]:
    """Each Simplified name with its Traditional spelling."""
    spelling = {to_simplified(name): name for name in reversed(names.traditional)}
    for name in names.simplified:
        yield name, spelling.get(name, name)
    if names.main:
        otherwise = names.localized[0] if names.localized else names.main
        yield names.main, spelling.get(names.main, otherwise)


def _read() -> Mapping[tuple[str, int], _Names]:
    found: dict[tuple[str, int], _Names] = defaultdict(_Names)
    for entity, pk, text, language, kind in _rows():
        if len(text) < 2 or not CHARACTER.search(text):
            continue
        names = found[entity, pk]
        if kind == "main":
            names.main = text
        elif language == "zh-Hant":
            names.traditional.append(text)
            if kind == Alias.Kind.LOCALIZED:
                names.localized.append(text)
        else:
            names.simplified.append(text)
    return found


def _rows() -> Iterable[tuple[str, int, str, str, str]]:
    parts: list[Any] = []
    for entity, aliases, owner in (
        (Organization, OrganizationAlias, "organization"),
        (AIModel, ModelAlias, "model"),
        (Person, PersonAlias, "person"),
    ):
        main = entity.objects.exclude(name_zh="").order_by()
        parts.append(main.values_list(Value(owner), "pk", "name_zh", Value(""), Value("main")))
        others = aliases.objects.order_by()
        parts.append(others.values_list(Value(owner), F(f"{owner}_id"), "text", "language", "kind"))
    return cast("Iterable[tuple[str, int, str, str, str]]", parts[0].union(*parts[1:], all=True))
