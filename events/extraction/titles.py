"""Drafts of titles in English and Simplified Chinese, from what an event is made of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from events.extraction.drafting import Draft
from events.extraction.figures import COUNT, PERCENT, money_in
from events.extraction.found import Participant
from events.extraction.registry import Registry
from events.extraction.roles import Cast
from events.models.vocabulary import Certainty, EventKind, Status

LONGEST_ENGLISH, LONGEST_CHINESE = 110, 48


class Verb(NamedTuple):
    """A verb in the forms titles need."""

    third: str  # releases
    base: str  # release
    done: str  # released; "" where a passive would be odd
    zh: str  # 发布
    zh_passive: str = ""  # 发布 in “R2发布”; empty: like `zh`


VERBS: dict[EventKind, Verb] = {
    EventKind.RELEASE: Verb("releases", "release", "released", "发布"),
    EventKind.PREVIEW: Verb("previews", "preview", "previewed", "测试", "开始测试"),
    EventKind.ANNOUNCEMENT: Verb("announces", "announce", "announced", "公布"),
    EventKind.DELAY: Verb("delays", "delay", "delayed", "推迟", "被推迟"),
    EventKind.PAUSE: Verb("pauses", "pause", "paused", "暂停", "被暂停"),
    EventKind.CANCELLATION: Verb("drops", "drop", "dropped", "取消", "被取消"),
    EventKind.ACQUISITION: Verb("acquires", "acquire", "acquired", "收购", "被收购"),
    EventKind.OPEN_SOURCING: Verb("open-sources", "open-source", "open-sourced", "开源"),
    EventKind.PARTNERSHIP: Verb("partners with", "partner with", "", "合作"),
    EventKind.MILESTONE: Verb("reaches", "reach", "", "达到"),
    EventKind.PLAN: Verb("is preparing", "prepare", "planned", "筹备", "在筹备中"),
}
_RAISE = Verb("raises", "raise", "", "融资")
_INVEST = Verb("invests", "invest", "", "投资")
_LIST = Verb("goes public", "go public", "", "上市")
_SUE = Verb("sues", "sue", "sued", "起诉", "被起诉")
_RAISING = re.compile(r"rais|secur|clos|land|bag|fund|round|series|net|融资|募|筹|获投|估值|valu")
_LISTING = re.compile(r"public|ipo|list|上市|挂牌|敲|招股|递表|递交")
_SUING = re.compile(r"su(?:e|es|ed|ing)\b|lawsuit|suit|complaint|起诉|诉讼|控告|状告|提告")
_COUNTED = re.compile(r"users|downloads|subscribers|customers|developers|用户|下载|月活|日活|周活|开发者|客户")
_UP = re.compile(r"surg|soar|jump|rall|climb|rise|rose|risen|gain|涨|飙升|走高|收高|收红|新高|上扬")
_DOWN = re.compile(
    r"plung|tumbl|slump|slid|plummet|fall|fell|drop|los|sank|sink|wip|shed|跌|重挫|走低|收低|收黑|蒸发|缩水"
)


class Names(NamedTuple):
    """What a title calls its people and things, in both languages."""

    en: str
    zh: str


def titles(
    draft: Draft, cast: Cast, text: str, folded: str, language: str, registry: Registry
) -> tuple[str, str]:
    """English and Chinese; in the source's own language its words where no pattern fits."""
    actor = _called([cast.actor], registry) if cast.actor else None
    things = cast.subjects[:3] or _things(draft, cast)
    actor = actor or (_called(cast.others[:1], registry) if cast.others and not things else None)
    about = _called(things, registry) if things else None
    patterned = _patterned(draft, cast, actor, about, folded, registry)
    words = _words(draft, text)
    if patterned:
        return patterned.en, patterned.zh
    loose = _loose(draft, actor, about)
    return (words, loose.zh) if language.startswith("en") else (loose.en, words)


def _things(draft: Draft, cast: Cast) -> list[Participant]:
    if draft.kind in (EventKind.ACQUISITION, EventKind.PARTNERSHIP, EventKind.INCIDENT):
        return cast.others[:3]
    return []


def _called(participants: Sequence[Participant], registry: Registry) -> Names:
    en = [participant.name for participant in participants]
    zh: list[str] = []
    for participant in participants:
        entry = registry.by_slug.get((participant.kind, participant.slug))
        zh.append((entry.name_zh if entry else "") or participant.name)
    return Names(_listed(en), "、".join(zh[:-1]) + ("和" if len(zh) > 1 else "") + zh[-1])


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _patterned(
    draft: Draft,
    cast: Cast,
    actor: Names | None,
    about: Names | None,
    folded: str,
    registry: Registry,
) -> Names | None:
    word = draft.trigger.word
    verb = VERBS.get(draft.kind)
    match draft.kind:
        case EventKind.INVESTMENT if actor:
            return _money(draft, cast, actor, folded, registry)
        case EventKind.MARKET_MOVE if actor:
            return _market(draft, actor, folded)
        case EventKind.INCIDENT if actor and about and _SUING.search(word):
            return _told(draft, _SUE, actor, about)
        case EventKind.MILESTONE if actor or about:
            count = COUNT.search(folded, draft.start, draft.end)
            counted = count is not None and _COUNTED.search(folded, draft.start, draft.end)
            figure = Names(count[0], count[0]) if count and counted else None
            return _told(draft, VERBS[draft.kind], about or actor, figure) if figure else None
        case EventKind.STATEMENT | EventKind.REPORT | EventKind.POLICY | EventKind.ORGANIZATION:
            return None
        case EventKind.PARTNERSHIP if actor and about:
            zh = Names(about.en, f"与{about.zh}合作")
            return _told(draft, VERBS[draft.kind]._replace(zh=""), actor, zh)
        case _ if verb and about and draft.kind is not EventKind.PARTNERSHIP:
            return _told(draft, verb, actor, about)
    return None


def _money(draft: Draft, cast: Cast, actor: Names, folded: str, registry: Registry) -> Names | None:
    word, amount = draft.trigger.word, money_in(folded, draft.start, draft.end)
    if _LISTING.search(word):
        return _told(draft, _LIST, actor, Names("", ""))
    if not amount:
        return None
    sum_ = Names(_english_amount(amount), _chinese_amount(amount))
    if _RAISING.search(word):
        return _told(draft, _RAISE, actor, sum_)
    into = _called(cast.others[:1], registry) if cast.others else None
    en = f"{sum_.en} in {into.en}" if into else sum_.en
    zh = f"{into.zh}{sum_.zh}" if into else sum_.zh
    return _told(draft, _INVEST, actor, Names(en, zh))


_AMOUNT = re.compile(
    r"([\d.,]+)\s?(万亿|千亿|百亿|亿|千万|百万|万)?\s?多?(美元|美金|元|人民币|欧元|港元|日元|韩元|英镑)"
)
_FACTORS = {"万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, None: 1.0}  # fmt: skip
_SIGNS = {"美元": "$", "美金": "$", "元": "RMB ", "人民币": "RMB ", "欧元": "€", "港元": "HK$", "日元": "¥", "韩元": "₩", "英镑": "£"}  # fmt: skip


def _english_amount(amount: str) -> str:
    """400亿美元 as $40 billion; what is already English stays, its sign apart."""
    match = _AMOUNT.search(amount)
    if match is None:
        return (
            amount.upper()
            .replace("BILLION", "billion")
            .replace("MILLION", "million")
            .replace("TRILLION", "trillion")
        )
    try:
        value = float(match[1].replace(",", "")) * _FACTORS[match[2]]
    except ValueError:
        return amount
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if value >= size:
            return f"{_SIGNS[match[3]]}{value / size:,.4g}{word}"
    return f"{_SIGNS[match[3]]}{value:,.0f}"


_ENGLISH_AMOUNT = re.compile(
    r"(us\$|hk\$|\$|€|£|¥|￥|rmb ?|cny ?)?\s?([\d.,]*\d)\s?(trillion|billion|million|tn|bn|mn|m|b|k)?(?:\s(dollars|euros|pounds|yuan|won|yen))?",
    re.I,
)
_CURRENCIES = {"us$": "美元", "$": "美元", "hk$": "港元", "€": "欧元", "£": "英镑", "¥": "元", "￥": "元", "rmb": "元", "cny": "元", "dollars": "美元", "euros": "欧元", "pounds": "英镑", "yuan": "元", "won": "韩元", "yen": "日元"}  # fmt: skip
_SIZES = {"trillion": 1e12, "tn": 1e12, "billion": 1e9, "bn": 1e9, "b": 1e9, "million": 1e6, "mn": 1e6, "m": 1e6, "k": 1e3}  # fmt: skip


def _chinese_amount(amount: str) -> str:
    """$6.6 billion as 66亿美元; what is already Chinese stays."""
    match = _ENGLISH_AMOUNT.fullmatch(amount.strip())
    if match is None:
        return amount
    currency = _CURRENCIES.get((match[1] or match[4] or "").strip().lower(), "")
    try:
        value = float(match[2].replace(",", "")) * _SIZES.get((match[3] or "").lower(), 1.0)
    except ValueError:
        return amount
    for size, word in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")):
        if value >= size:
            return f"{value / size:.10g}{word}{currency}"
    return f"{value:.10g}{currency}"


def _market(draft: Draft, actor: Names, folded: str) -> Names | None:
    passage = folded[draft.start : draft.end]
    up, down = _UP.search(passage), _DOWN.search(passage)
    if bool(up) == bool(down):
        return None
    percent = PERCENT.search(passage)
    by = percent[0].replace("percent", "%").replace(" ", "") if percent else ""
    en = f"{actor.en} shares {'rise' if up else 'fall'} {by}".rstrip()
    return Names(en, f"{actor.zh}股价{'上涨' if up else '下跌'}{by}")


def _told(draft: Draft, verb: Verb, actor: Names | None, about: Names | None) -> Names | None:
    """The pattern for how sure and how far it is."""
    if about is None:
        return None
    planned = draft.mood.status is Status.PLANNED and draft.kind is not EventKind.PLAN
    certainty = draft.mood.certainty
    if actor is None:
        return _passive(verb, about, planned, certainty)
    en = f"plans to {verb.base}" if planned else verb.third
    zh = f"计划{verb.zh}" if planned else verb.zh
    if draft.mood.absent:
        en = f"will not {verb.base}" if planned else f"does not {verb.base}"
        zh = f"不会{verb.zh}" if planned else f"未{verb.zh}"
    elif certainty is Certainty.DENIED:
        en = f"denies plans to {verb.base}" if planned else f"denies reports that it {verb.third}"
        zh = f"否认将{verb.zh}" if planned else f"否认{verb.zh}"
    sure = certainty in (Certainty.CONFIRMED, Certainty.DENIED)
    hedge = "reportedly " if certainty is Certainty.REPORTED else ""
    if certainty is Certainty.RUMOURED:
        en = f"is rumoured to {verb.base}"
    lead = "" if sure else "据报道，" if certainty is Certainty.REPORTED else "传"
    return Names(f"{actor.en} {hedge}{en} {about.en}".strip(), f"{lead}{actor.zh}{zh}{about.zh}")


def _passive(verb: Verb, about: Names, planned: bool, certainty: Certainty) -> Names | None:
    if not verb.done:
        return None
    many = " and " in about.en
    be = "are" if many else "is"
    hedge = "" if certainty is Certainty.CONFIRMED else "reportedly "
    en = f"{about.en} {be} {hedge}{'to be ' if planned else ''}{verb.done}"
    zh = f"{'' if certainty is Certainty.CONFIRMED else '据报道，'}{about.zh}{'将' if planned else ''}{verb.zh_passive or verb.zh}"
    return Names(en, zh)


_LABELS: dict[EventKind, Names] = {
    EventKind.RELEASE: Names("a release", "发布"),
    EventKind.PREVIEW: Names("a preview", "预览"),
    EventKind.ANNOUNCEMENT: Names("an announcement", "消息"),
    EventKind.CONFERENCE: Names("a conference", "会议"),
    EventKind.DELAY: Names("a delay", "推迟"),
    EventKind.PAUSE: Names("a pause", "暂停"),
    EventKind.CANCELLATION: Names("a cancellation", "取消"),
    EventKind.INVESTMENT: Names("an investment", "投融资"),
    EventKind.ACQUISITION: Names("an acquisition", "收购"),
    EventKind.POLICY: Names("a policy decision", "政策"),
    EventKind.PARTNERSHIP: Names("a partnership", "合作"),
    EventKind.MARKET_MOVE: Names("a market move", "股价变动"),
    EventKind.RESEARCH: Names("results", "测试结果"),
    EventKind.STATEMENT: Names("a statement", "表态"),
    EventKind.REPORT: Names("a report", "报道"),
    EventKind.OPEN_SOURCING: Names("an open-source release", "开源"),
    EventKind.ORGANIZATION: Names("a change of people or organization", "人事与组织变动"),
    EventKind.PLAN: Names("a plan", "计划"),
    EventKind.INCIDENT: Names("an incident", "事件"),
    EventKind.MILESTONE: Names("a milestone", "里程碑"),
}


def _loose(draft: Draft, actor: Names | None, about: Names | None) -> Names:
    """For the other language: who, and what it is about."""
    kind = EventKind.PLAN if draft.mood.status is Status.PLANNED else draft.kind
    label = _LABELS[kind]
    if draft.kind is EventKind.STATEMENT and actor and about:
        return Names(f"{actor.en} comments on {about.en}", f"{actor.zh}谈{about.zh}")
    if actor and about:
        return Names(
            f"{actor.en}: {label.en} about {about.en}", f"{actor.zh}：{about.zh}{label.zh}"
        )
    who = actor or about
    return Names(f"{who.en}: {label.en}", f"{who.zh}：{label.zh}") if who else label


_LEADING = re.compile(
    r"^(?:[\s，,、：:；;。.\-*•·–—“”\"'>#]|(?:and|but|while|并|而|但|同时|此外|另外|不过|与此同时)[\s，,]?)+",
    re.I,
)


def _words(draft: Draft, text: str) -> str:
    """The passage's own words, shortened at a comma where it is long."""
    words = " ".join(_LEADING.sub("", text[draft.start : draft.end]).split())
    words = words.rstrip(" ，,。.；;：:")
    longest = LONGEST_ENGLISH if words.isascii() or " " in words[:40] else LONGEST_CHINESE
    if len(words) <= longest:
        return words
    cut = max(words.rfind(mark, longest // 2, longest) for mark in ("，", ",", "；", " "))
    return words[: cut if cut > 0 else longest].rstrip(" ，,；") + "…"
