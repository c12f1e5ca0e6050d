"""Drafts of titles in English and Simplified Chinese, from what an event is made of."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from events.extraction.drafting import Draft
from events.extraction.figures import COUNT, PERCENT, chinese_amount, english_amount, money_in
from events.extraction.found import Article, Participant
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
    EventKind.MILESTONE: Verb("reaches", "reach", "", "达到"),
    EventKind.PLAN: Verb("is preparing", "prepare", "planned", "筹备", "在筹备中"),
}
_PARTNER = Verb("partners with", "partner with", "", "")
_RAISE = Verb("raises", "raise", "", "融资")
_INVEST = Verb("invests", "invest", "", "投资")
_LIST = Verb("goes public", "go public", "", "上市")
_SUE = Verb("sues", "sue", "sued", "起诉", "被起诉")
_RAISING = re.compile(r"rais|secur|clos|land|bag|fund|round|series|net|融资|募|筹|获投|估值|valu")
_LISTING = re.compile(r"public|ipo|list|上市|挂牌|敲|招股|递表|递交")
_OFFERING = re.compile(r"initial public offering|\bipo\b|敲钟|敲锣|挂牌")
_SUING = re.compile(r"su(?:e|es|ed|ing)\b|lawsuit|suit|complaint|起诉|诉讼|控告|状告|提告")
_COUNTED = re.compile(
    r"users|downloads|subscribers|customers|developers|用户|下载|月活|日活|周活|开发者|客户"
)
_UP = re.compile(r"surg|soar|jump|rall|climb|rise|rose|risen|gain|涨|飙升|走高|收高|收红|新高|上扬")
_DOWN = re.compile(
    r"plung|tumbl|slump|slid|plummet|fall|fell|drop|los|sank|sink|wip|shed|跌|重挫|走低|收低"
    r"|收黑|蒸发|缩水"
)


class Names(NamedTuple):
    """What a title calls its people and things, in both languages."""

    en: str
    zh: str


class Parts(NamedTuple):
    """What a title is put together from."""

    draft: Draft
    actor: Names | None
    about: Names | None  # models and things; organizations for what is done to them
    other: Names | None  # an organization beside the actor
    passage: str  # folded


class Telling(NamedTuple):
    """Where an event is told, and how everybody is called."""

    article: Article
    folded: str
    registry: Registry


def titles(draft: Draft, cast: Cast, telling: Telling) -> tuple[str, str]:
    """English and Chinese; in the source's own language its words where no pattern fits."""
    registry = telling.registry
    things = cast.subjects[:3] or _things(draft, cast)
    doer = [cast.actor] if cast.actor else [] if things else cast.others[:1]
    parts = Parts(
        draft,
        _called(doer, registry),
        _called(things, registry),
        _called(cast.others[:1], registry),
        telling.folded[draft.start : draft.end],
    )
    patterned = _patterned(parts)
    if patterned:
        return patterned.en, patterned.zh
    words = _words(draft, telling.article.text)
    loose = _loose(parts)
    english = telling.article.language.startswith("en")
    return (words, loose.zh) if english else (loose.en, words)


def _things(draft: Draft, cast: Cast) -> list[Participant]:
    if draft.kind in (EventKind.ACQUISITION, EventKind.PARTNERSHIP, EventKind.INCIDENT):
        return cast.others[:3]
    return []


def _called(participants: Sequence[Participant], registry: Registry) -> Names | None:
    if not participants:
        return None
    en = [participant.name for participant in participants]
    zh: list[str] = []
    for participant in participants:
        entry = registry.by_slug.get((participant.kind, participant.slug))
        zh.append((entry.name_zh if entry else "") or participant.name)
    return Names(_listed(en), "、".join(zh[:-1]) + ("和" if len(zh) > 1 else "") + zh[-1])


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _patterned(parts: Parts) -> Names | None:
    """A pattern by the kind of event; None where its parts are missing."""
    kind = parts.draft.kind
    special = _SPECIAL.get(kind)
    if special:
        return special(parts)
    verb = VERBS.get(kind)
    return _told(parts.draft, verb, parts.actor, parts.about) if verb else None


def _money(parts: Parts) -> Names | None:
    draft, actor = parts.draft, parts.actor
    if actor is None:
        return None
    if _LISTING.search(draft.trigger.word) or _OFFERING.search(parts.passage):
        return _told(draft, _LIST, actor, Names("", ""))
    amount = money_in(parts.passage, 0, len(parts.passage))
    if not amount:
        return None
    total = Names(english_amount(amount), chinese_amount(amount))
    if _RAISING.search(draft.trigger.word):
        return _told(draft, _RAISE, actor, total)
    into = parts.other
    en = f"{total.en} in {into.en}" if into else total.en
    zh = f"{into.zh}{total.zh}" if into else total.zh
    return _told(draft, _INVEST, actor, Names(en, zh))


def _incident(parts: Parts) -> Names | None:
    suing = parts.actor and _SUING.search(parts.draft.trigger.word)
    return _told(parts.draft, _SUE, parts.actor, parts.about) if suing else None


def _milestone(parts: Parts) -> Names | None:
    count = COUNT.search(parts.passage)
    if count is None or not _COUNTED.search(parts.passage):
        return None
    verb = VERBS[EventKind.MILESTONE]
    return _told(parts.draft, verb, parts.about or parts.actor, Names(count[0], count[0]))


def _partnership(parts: Parts) -> Names | None:
    if parts.actor is None or parts.about is None:
        return None
    together = Names(parts.about.en, f"与{parts.about.zh}合作")
    return _told(parts.draft, _PARTNER, parts.actor, together)


def _market(parts: Parts) -> Names | None:
    up, down = _UP.search(parts.passage), _DOWN.search(parts.passage)
    if parts.actor is None or bool(up) == bool(down):
        return None
    percent = PERCENT.search(parts.passage)
    by = percent[0].replace("percent", "%").replace(" ", "") if percent else ""
    en = f"{parts.actor.en} shares {'rise' if up else 'fall'} {by}".rstrip()
    return Names(en, f"{parts.actor.zh}股价{'上涨' if up else '下跌'}{by}")


_SPECIAL: dict[EventKind, Callable[[Parts], Names | None]] = {
    EventKind.INVESTMENT: _money,
    EventKind.MARKET_MOVE: _market,
    EventKind.INCIDENT: _incident,
    EventKind.MILESTONE: _milestone,
    EventKind.PARTNERSHIP: _partnership,
}


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
        en = f"will not {verb.base}" if planned else f"has yet to {verb.base}"
        zh = f"不会{verb.zh}" if planned else f"尚未{verb.zh}"
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
    sure = certainty is Certainty.CONFIRMED
    en = f"{about.en} {be} {'' if sure else 'reportedly '}{'to be ' if planned else ''}{verb.done}"
    zh = f"{about.zh}{'将' if planned else ''}{verb.zh_passive or verb.zh}"
    zh = zh if sure else f"据报道，{zh}"
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


def _loose(parts: Parts) -> Names:
    """For the other language: who, and what it is about."""
    draft, actor, about = parts.draft, parts.actor, parts.about
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
    r"^(?:[\s，,、：:；;。.\-*•·–—“”\"'>#]|(?:and|but|while|并|而|但|同时|此外|另外|不过"
    r"|与此同时)[\s，,]?)+",
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
