"""Titles from a pattern for the kind of event, in both languages, hedged as the text hedges."""

import re
from collections.abc import Callable

from events.extraction.clauses.figures import (
    COUNT,
    PERCENT,
    chinese_amount,
    chinese_count,
    english_amount,
    english_count,
    money_in,
)
from events.extraction.drafts.acts import VERBS, Names, Verb, act_of
from events.extraction.drafts.drafting import Draft
from events.extraction.drafts.parts import Parts
from events.models.vocabulary import Certainty, EventKind, Status

_PARTNER = Verb("partners with", "partner with", "", "")
_RAISE = Verb("raises", "raise", "", "融资")
_INVEST = Verb("invests", "invest", "", "投资")
_LIST = Verb("goes public", "go public", "", "上市")
_SUE = Verb("sues", "sue", "sued", "起诉", "被起诉")
_RAISING = re.compile(r"rais|secur|clos|land|bag|fund|round|series|net|融资|募|筹|获投|估值|valu")
_LISTING = re.compile(r"public|ipo|list|上市|挂牌|敲|招股|递表|递交")
_OFFERING = re.compile(r"initial public offering|\bipo\b|敲钟|敲锣|挂牌")
SUING = re.compile(r"su(?:e|es|ed|ing)\b|lawsuit|suit|complaint|起诉|诉讼|控告|状告|提告")
_COUNTED_NOUNS = (
    (("monthly active users", "monthly users", "月活"), Names("monthly users", "月活用户")),
    (("weekly active users", "weekly users", "周活"), Names("weekly users", "周活用户")),
    (("daily active users", "daily users", "日活"), Names("daily users", "日活用户")),
    (("downloads", "下载"), Names("downloads", "次下载")),
    (("subscribers", "订阅"), Names("subscribers", "订阅用户")),
    (("developers", "开发者"), Names("developers", "开发者")),
    (("customers", "客户"), Names("customers", "客户")),
    (("users", "用户"), Names("users", "用户")),
)
_COUNTED = re.compile("|".join(word for words, _ in _COUNTED_NOUNS for word in words))
_UP = re.compile(r"surg|soar|jump|rall|climb|rise|rose|risen|gain|涨|飙升|走高|收高|收红|新高|上扬")
_DOWN = re.compile(
    r"plung|tumbl|slump|slid|plummet|fall|fell|drop|los|sank|sink|wip|shed|跌|重挫|走低|收低"
    r"|收黑|蒸发|缩水"
)

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_ANNOUNCEMENT, _PLAN, _MILESTONE = EventKind.ANNOUNCEMENT, EventKind.PLAN, EventKind.MILESTONE
_TO_COME = Status.PLANNED
_CONFIRMED, _DENIED = Certainty.CONFIRMED, Certainty.DENIED
_REPORTED, _RUMOURED = Certainty.REPORTED, Certainty.RUMOURED


def patterned(parts: Parts) -> Names | None:
    """A pattern by the kind of event; None where its parts are missing."""
    kind = parts.draft.kind
    special = _SPECIAL.get(kind)
    if special:
        return special(parts)
    if kind is _ANNOUNCEMENT:
        return _priced(parts)
    verb = VERBS.get(kind)
    return told(parts.draft, verb, parts.actor, parts.about) if verb else None


_CHEAPER = re.compile(r"cut|slash|lower|halv|降价|下调|打折|砍到|降至|降到")
_DEARER = re.compile(r"raise|上调|涨价")
_FREE = re.compile(r"free|免费")


def _priced(parts: Parts) -> Names | None:
    """Announces a thing, or its new price."""
    word, about = parts.draft.trigger.word, parts.about
    if about is None:
        return None
    verb = VERBS[_ANNOUNCEMENT]
    if _FREE.search(word):
        verb, about = Verb("makes", "make", "", "免费提供"), Names(f"{about.en} free", about.zh)
    elif _CHEAPER.search(word) or _DEARER.search(word):
        cut = bool(_CHEAPER.search(word))
        verb = _CUT if cut else _RAISED
        percent = PERCENT.search(parts.passage)
        by = percent[0].replace("percent", "%").replace(" ", "") if percent else ""
        about = Names(f"for {about.en}{f' by {by}' if by else ''}", f"{about.zh}的价格{by}")
    elif act_of(_ANNOUNCEMENT, word):
        return None
    return told(parts.draft, verb, parts.actor, about)


_CUT = Verb("cuts prices", "cut prices", "", "下调")
_RAISED = Verb("raises prices", "raise prices", "", "上调")


def _money(parts: Parts) -> Names | None:
    draft, actor = parts.draft, parts.actor
    if actor is None:
        return None
    if _LISTING.search(draft.trigger.word) or _OFFERING.search(parts.passage):
        return told(draft, _LIST, actor, Names("", ""))
    amount = money_in(parts.passage, 0, len(parts.passage))
    if not amount:
        return None
    total = Names(english_amount(amount), chinese_amount(amount))
    if _RAISING.search(draft.trigger.word):
        return told(draft, _RAISE, actor, total)
    into = parts.other
    en = f"{total.en} in {into.en}" if into else total.en
    zh = f"{into.zh}{total.zh}" if into else total.zh
    return told(draft, _INVEST, actor, Names(en, zh))


def _incident(parts: Parts) -> Names | None:
    suing = parts.actor and SUING.search(parts.draft.trigger.word)
    return told(parts.draft, _SUE, parts.actor, parts.about) if suing else None


def _milestone(parts: Parts) -> Names | None:
    count, counted = COUNT.search(parts.passage), _COUNTED.search(parts.passage)
    if count is None or counted is None:
        return None
    number = count[1]
    noun = next(noun for words, noun in _COUNTED_NOUNS if counted[0] in words)
    total = Names(f"{english_count(number)} {noun.en}", f"{chinese_count(number)}{noun.zh}")
    return told(parts.draft, VERBS[_MILESTONE], parts.about or parts.actor, total)


def _partnership(parts: Parts) -> Names | None:
    if parts.actor is None or parts.about is None:
        return None
    together = Names(parts.about.en, f"与{parts.about.zh}合作")
    return told(parts.draft, _PARTNER, parts.actor, together)


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


def told(draft: Draft, verb: Verb, actor: Names | None, about: Names | None) -> Names | None:
    """The pattern for how sure and how far it is."""
    if about is None:
        return None
    planned = draft.mood.status is _TO_COME and draft.kind is not _PLAN
    certainty = draft.mood.certainty
    if actor is None:
        return _passive(verb, about, planned, certainty)
    en = f"plans to {verb.base}" if planned else verb.third
    zh = f"计划{verb.zh}" if planned else verb.zh
    if draft.mood.absent:
        en = f"will not {verb.base}" if planned else f"has yet to {verb.base}"
        zh = f"不会{verb.zh}" if planned else f"尚未{verb.zh}"
    elif certainty is _DENIED:
        en = f"denies plans to {verb.base}" if planned else f"denies reports that it {verb.third}"
        zh = f"否认将{verb.zh}" if planned else f"否认{verb.zh}"
    hedge = lead = ""
    if certainty is _REPORTED:
        hedge, lead = "reportedly ", "据报道，"
    elif certainty is _RUMOURED:
        en, lead = f"is rumoured to {verb.base}", "传"
    return Names(f"{actor.en} {hedge}{en} {about.en}".strip(), f"{lead}{actor.zh}{zh}{about.zh}")


def _passive(verb: Verb, about: Names, planned: bool, certainty: Certainty) -> Names | None:
    if not verb.done:
        return None
    many = " and " in about.en
    be = "are" if many else "is"
    sure = certainty is _CONFIRMED
    en = f"{about.en} {be} {'' if sure else 'reportedly '}{'to be ' if planned else ''}{verb.done}"
    zh = f"{about.zh}{'将' if planned else ''}{verb.zh_passive or verb.zh}"
    zh = zh if sure else f"据报道，{zh}"
    return Names(en, zh)
