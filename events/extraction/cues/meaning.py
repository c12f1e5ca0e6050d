"""What a word may tell: that something happened, or how sure that is.

They are text because text is hashed in C, and sets of them are asked for every word.
"""

from enum import StrEnum, auto
from typing import NamedTuple

from events.models.vocabulary import EventKind


class Sort(StrEnum):
    TRIGGER = auto()
    PLANNED = auto()  # will, is set to, 将, 计划
    POSSIBLE = auto()  # may, could, 或, 可能
    REPORTED = auto()  # reportedly, 据报道, 知情人士
    RUMOURED = auto()  # rumoured, 传闻, 网传
    DENIED = auto()  # denies, 否认
    ABSENT = auto()  # has not, 尚未: nothing happened
    HYPOTHETICAL = auto()  # if, 如果
    DONE = auto()  # has, 已, 了: outweighs a plan in the same clause
    NOTHING = auto()  # a longer word that only contains a trigger: 发布会, 名称


class Need(StrEnum):
    """What must stand beside a trigger for it to tell of an event."""

    ANYONE = auto()  # an organization, a model or a person
    PRODUCT = auto()  # a model, or a thing named like one
    MONEY = auto()
    TWO = auto()  # two organizations
    ACTOR = auto()  # an organization
    SPEAKER = auto()  # somebody who says it
    FIGURE = auto()  # a number
    PUBLIC = auto()  # an authority, or a law's name


class Form(StrEnum):
    FINITE = auto()  # releases, released, 发布
    BASE = auto()  # release: after will, to, plans to
    GERUND = auto()  # releasing
    NOUN = auto()  # the release of


class Meaning(NamedTuple):
    sort: Sort
    kind: EventKind | None = None
    need: Need = Need.ANYONE
    form: Form = Form.FINITE
    weight: float = 0.0  # how much the word alone tells of an event, 0 to 1
    carries: bool = False  # mostly leads to what follows it: announced, said, reported that


Rows = tuple[tuple[Meaning, str], ...]
NOTHING = Meaning(Sort.NOTHING)
