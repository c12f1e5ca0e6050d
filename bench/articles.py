"""Synthetic articles about AI, half of them Chinese, half English, about 3,000 characters each.

Deterministic: the same number gives the same article. A third of the sentences tell an event with
names, dates and triggers; the rest are made-up words with natural frequencies, so that no two
articles share more than two about the same subject do.
"""

import datetime
import random
from abc import ABC, abstractmethod
from functools import cache
from itertools import accumulate

from events.extraction.found import EntityKind
from events.extraction.registry import Entry, Registry

LENGTH = 3000
FIRST = datetime.date(2024, 1, 2)
WORDS = 20_000

ZH_LEADS = [
    "{org}{day}宣布", "{org}{day}表示", "据{outlet}报道，{org}", "知情人士称，{org}", "{day}，{org}",
    "{org}发言人{person}{day}说，公司", "{outlet}{day}援引消息人士的话称，{org}", "业内人士认为，{org}",
]  # fmt: skip
ZH_FACTS = [
    "正式发布{model}", "将于{later}推出{model}", "已完成{model}的训练", "推迟了{model}的上线时间，原定{later}",
    "把{model}的接口价格下调了{number}%", "完成了{number}亿美元的新一轮融资", "与{other}签署了合作协议",
    "暂停向部分地区提供{model}", "开源了{model}的权重和训练代码", "计划在{later}前收购{other}的一个团队",
    "否认了有关{model}被取消的传闻", "聘请{person}负责{model}的后续开发", "公布了{model}在基准测试上的成绩",
    "取消了原定{later}举行的发布会", "尚未决定{model}是否开源", "因安全问题下架了{model}的旧版本",
    "向{other}投资{number}亿元人民币", "预计{model}的用户数在{later}达到{number}00万",
]  # fmt: skip
EN_LEADS = [
    "{org} said {day} that it", "According to {outlet}, {org}", "On {date}, {org}", "{org} reportedly",
    "People familiar with the matter said {org}", "{person} of {org} told {outlet} that the company",
    "In a post published {day}, {org}", "{outlet} reported {day} that {org}",
]  # fmt: skip
EN_FACTS = [
    "released {model}", "will launch {model} in {later}", "has finished training {model}",
    "delayed {model}, which was due in {later}", "cut the price of {model} by {number}%",
    "raised ${number} billion in a new round", "signed a partnership with {other}",
    "paused access to {model} in several regions", "open-sourced the weights of {model}",
    "plans to acquire a team of {other} by {later}", "denied that {model} had been cancelled",
    "hired {person} to lead work on {model}", "published benchmark results of {model}",
    "cancelled the event planned for {later}", "has not decided whether to open {model}",
    "withdrew an older version of {model} over safety concerns", "invested ${number} million in {other}",
    "expects {model} to reach {number} million users by {later}",
]  # fmt: skip
ZH_OUTLETS = [
    "路透社",
    "彭博社",
    "晚点",
    "量子位",
    "第一财经",
    "《纽约时报》",
    "澎湃新闻",
    "机器之心",
]
EN_OUTLETS = ["Reuters", "Bloomberg", "The Information", "TechCrunch", "The Verge", "Wired"]
ZH_PEOPLE = ["陈明", "林晓", "周启文", "赵雅", "王立新", "黄思远", "徐佳"]
EN_PEOPLE = ["Dana Reyes", "Owen Clarke", "Priya Nair", "Tom Hadley", "Lena Vogt", "Sam Ortiz"]


def article(number: int, registry: Registry) -> tuple[str, bytes]:
    """Its file name and its bytes."""
    chance = random.Random(number)
    writer = Chinese(chance, registry) if number % 2 else English(chance, registry)
    return f"article-{number:06d}.txt", writer.text(LENGTH).encode()


class Writer(ABC):
    language = ""
    leads: list[str]
    facts: list[str]
    outlets: list[str]
    people: list[str]
    stop = ""
    joint = ""
    tokens = (10, 22)

    def __init__(self, chance: random.Random, registry: Registry) -> None:
        self.chance = chance
        self.names = names(registry, self.language)
        self.words, self.weights = words(self.language)
        self.date = FIRST + datetime.timedelta(days=chance.randrange(700))

    def text(self, length: int) -> str:
        parts = [self.fact(), "\n", f"{self.byline()}\n\n"]
        size = sum(map(len, parts))
        while size < length:
            sentence = self.fact() if self.chance.random() < 0.33 else self.filler()
            parts.append(sentence)
            parts.append(self.chance.choice(("", "", "", "\n\n")) or self.joint)
            size += len(sentence)
        return "".join(parts)

    def fact(self) -> str:
        pattern = self.chance.choice(self.leads) + self.joint + self.chance.choice(self.facts)
        pick = self.chance.choice
        return (
            pattern.format(
                org=pick(self.names[EntityKind.ORGANIZATION]),
                other=pick(self.names[EntityKind.ORGANIZATION]),
                model=pick(self.names[EntityKind.MODEL]),
                person=pick(self.people),
                outlet=pick(self.outlets),
                day=self.day(),
                date=self.written(self.date - datetime.timedelta(days=self.chance.randrange(30))),
                later=self.later(),
                number=self.chance.randint(2, 98),
            )
            + self.stop
        )

    def filler(self) -> str:
        count = self.chance.randint(*self.tokens)
        chosen = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        return self.joint.join(chosen).capitalize() + self.stop

    @abstractmethod
    def byline(self) -> str: ...

    @abstractmethod
    def day(self) -> str: ...

    @abstractmethod
    def later(self) -> str: ...

    @abstractmethod
    def written(self, day: datetime.date) -> str: ...


class Chinese(Writer):
    language = "zh"
    leads, facts, outlets, people = ZH_LEADS, ZH_FACTS, ZH_OUTLETS, ZH_PEOPLE
    stop = "。"

    def byline(self) -> str:
        return f"{self.chance.choice(self.outlets)} {self.date:%Y-%m-%d}"

    def day(self) -> str:
        return self.chance.choice(["昨日", "周二", "上周五", "今天", f"{self.date.day}日", "日前"])

    def later(self) -> str:
        return self.chance.choice(
            [
                "下个月",
                "年底",
                "明年初",
                f"{self.date.month % 12 + 1}月中旬",
                "第三季度",
                "未来几周",
            ]
        )

    def written(self, day: datetime.date) -> str:
        return f"{day.year}年{day.month}月{day.day}日"


class English(Writer):
    language = "en"
    leads, facts, outlets, people = EN_LEADS, EN_FACTS, EN_OUTLETS, EN_PEOPLE
    stop, joint = ".", " "
    tokens = (8, 20)

    def byline(self) -> str:
        return f"By {self.chance.choice(self.people)}, {self.written(self.date)}"

    def day(self) -> str:
        return self.chance.choice(
            ["on Tuesday", "on Friday", "yesterday", "last week", "on Monday"]
        )

    def later(self) -> str:
        month = datetime.date(2000, self.date.month % 12 + 1, 1)
        return self.chance.choice(
            [
                "the next few weeks",
                f"late {month:%B}",
                "the third quarter",
                "early next year",
                f"{month:%B}",
            ]
        )

    def written(self, day: datetime.date) -> str:
        return f"{day:%B} {day.day}, {day.year}"


@cache
def words(language: str) -> tuple[list[str], list[float]]:
    """Made-up words and their cumulated weights."""
    chance = random.Random(f"words {language}")
    if language == "zh":
        letters, sizes = [chr(0x4E00 + chance.randrange(6000)) for _ in range(3500)], (1, 3)
    else:
        letters, sizes = [c + v for c in "bcdfghklmnprstvz" for v in "aeiou"], (1, 5)
    made = ["".join(chance.choices(letters, k=chance.randint(*sizes))) for _ in range(WORDS)]
    return made, list(accumulate(1 / (rank + 2) for rank in range(WORDS)))


_names: dict[tuple[int, str], dict[EntityKind, list[str]]] = {}


def names(registry: Registry, language: str) -> dict[EntityKind, list[str]]:
    key = id(registry), language
    if key not in _names:
        _names[key] = {
            kind: [_name(entry, language) for entry in registry.entries if entry.kind is kind]
            for kind in (EntityKind.ORGANIZATION, EntityKind.MODEL)
        }
    return _names[key]


def _name(entry: Entry, language: str) -> str:
    return entry.name_zh if language == "zh" and entry.name_zh else entry.name
