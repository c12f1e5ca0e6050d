"""Drafts of titles in English and Simplified Chinese, from what an event is made of."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from events.extraction.clauses.figures import (
    COUNT,
    PERCENT,
    chinese_amount,
    chinese_count,
    english_amount,
    english_count,
    money_in,
)
from events.extraction.cues.meaning import Form
from events.extraction.drafts.acts import LABELS, VERBS, Act, Names, Verb, act_of
from events.extraction.drafts.drafting import Draft
from events.extraction.drafts.roles import Cast
from events.extraction.found import PERSON, Article, Participant
from events.extraction.registry import Registry
from events.models.vocabulary import Certainty, EventKind, Status

LONGEST_ENGLISH, LONGEST_CHINESE = 110, 48


_PARTNER = Verb("partners with", "partner with", "", "")
_RAISE = Verb("raises", "raise", "", "融资")
_INVEST = Verb("invests", "invest", "", "投资")
_LIST = Verb("goes public", "go public", "", "上市")
_SUE = Verb("sues", "sue", "sued", "起诉", "被起诉")
_RAISING = re.compile(r"rais|secur|clos|land|bag|fund|round|series|net|融资|募|筹|获投|估值|valu")
_LISTING = re.compile(r"public|ipo|list|上市|挂牌|敲|招股|递表|递交")
_OFFERING = re.compile(r"initial public offering|\bipo\b|敲钟|敲锣|挂牌")
_SUING = re.compile(r"su(?:e|es|ed|ing)\b|lawsuit|suit|complaint|起诉|诉讼|控告|状告|提告")
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
_ANNOUNCEMENT, _STATEMENT, _INVESTMENT = (
    EventKind.ANNOUNCEMENT,
    EventKind.STATEMENT,
    EventKind.INVESTMENT,
)
_ORGANIZATION, _PLAN, _MILESTONE = EventKind.ORGANIZATION, EventKind.PLAN, EventKind.MILESTONE
_TO_COME, _HAPPENED, _FINITE = Status.PLANNED, Status.HAPPENED, Form.FINITE
_CONFIRMED, _DENIED = Certainty.CONFIRMED, Certainty.DENIED
_REPORTED, _RUMOURED = Certainty.REPORTED, Certainty.RUMOURED


@dataclass(slots=True)
class Parts:
    """What a title is put together from."""

    draft: Draft
    actor: Names | None
    about: Names | None  # models and things; organizations for what is done to them
    others: Sequence[Participant]  # organizations beside the actor
    passage: str  # folded
    by_person: bool  # whether the actor is one
    registry: Registry

    @property
    def other(self) -> Names | None:
        return _called(self.others[:1], self.registry)


class Telling(NamedTuple):
    """Where an event is told, and how everybody is called."""

    article: Article
    folded: str
    registry: Registry


def titles(draft: Draft, cast: Cast, telling: Telling) -> tuple[str, str]:
    """English and Chinese; in the source's own language its words where no pattern fits."""
    registry = telling.registry
    things = _things(draft, cast, registry)
    mover = _mover(draft, cast)
    if mover and cast.actor:
        things = [one for one in (cast.actor, *cast.others) if one is not mover][:1]
    fallback = [] if things or draft.kind is _INVESTMENT else cast.others[:1]
    doer = [actor] if (actor := mover or cast.actor) else fallback
    parts = Parts(
        draft,
        _called(doer, registry),
        _called(things, registry),
        cast.others,
        telling.folded[draft.start : draft.end],
        actor is not None and actor.kind is PERSON,
        registry,
    )
    patterned = _patterned(parts)
    if patterned:
        return patterned.en, patterned.zh
    words = _words(draft, telling.article.text)
    loose = _by_word(parts) or _loose(parts)
    english = telling.article.language.startswith("en")
    return (words, loose.zh) if english else (loose.en, words)


def _mover(draft: Draft, cast: Cast) -> Participant | None:
    """Who comes or goes, where one person is named."""
    if draft.kind is not _ORGANIZATION:
        return None
    people = [one for one in cast.participants if one.kind is PERSON]
    return people[0] if len(people) == 1 else None


# kinds of what is done to organizations
_DONE_TO = {EventKind.ACQUISITION, EventKind.PARTNERSHIP, EventKind.INCIDENT}


def _things(draft: Draft, cast: Cast, registry: Registry) -> list[Participant]:
    """What it is about; whoever is sued is somebody, not a product."""
    others = cast.others[:3] if draft.kind in _DONE_TO else []
    if others and _SUING.search(draft.trigger.word):
        return others
    return _without_families(cast.subjects, registry)[:3] or others


def _without_families(subjects: list[Participant], registry: Registry) -> list[Participant]:
    """Llama 4 is not also Llama."""
    if len(subjects) < 2:
        return subjects
    entries = (registry.by_slug.get((one.kind, one.slug)) for one in subjects)
    families = {entry.family for entry in entries if entry}
    return [one for one in subjects if one.slug not in families]


def _called(participants: Sequence[Participant], registry: Registry) -> Names | None:
    if not participants:
        return None
    last = participants[-1]
    en, zh = last.name, _in_chinese(last, registry)
    if len(participants) > 1:
        first = participants[:-1]
        en = f"{', '.join([one.name for one in first])} and {en}"
        zh = f"{'、'.join([_in_chinese(one, registry) for one in first])}和{zh}"
    return Names(en, zh)


def _in_chinese(one: Participant, registry: Registry) -> str:
    entry = registry.by_slug.get((one.kind, one.slug))
    return (entry.name_zh if entry else "") or one.name


def _patterned(parts: Parts) -> Names | None:
    """A pattern by the kind of event; None where its parts are missing."""
    kind = parts.draft.kind
    special = _SPECIAL.get(kind)
    if special:
        return special(parts)
    if kind is _ANNOUNCEMENT:
        return _priced(parts)
    verb = VERBS.get(kind)
    return _told(parts.draft, verb, parts.actor, parts.about) if verb else None


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
    return _told(parts.draft, verb, parts.actor, about)


_CUT = Verb("cuts prices", "cut prices", "", "下调")
_RAISED = Verb("raises prices", "raise prices", "", "上调")


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
    count, counted = COUNT.search(parts.passage), _COUNTED.search(parts.passage)
    if count is None or counted is None:
        return None
    number = count[1]
    noun = next(noun for words, noun in _COUNTED_NOUNS if counted[0] in words)
    total = Names(f"{english_count(number)} {noun.en}", f"{chinese_count(number)}{noun.zh}")
    return _told(parts.draft, VERBS[_MILESTONE], parts.about or parts.actor, total)


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


def _by_word(parts: Parts) -> Names | None:
    """Who did what in the words for the trigger; who and what it was where that is not sure."""
    act = act_of(parts.draft.kind, parts.draft.trigger.word)
    if act is None:
        return None
    other = parts.other
    who = parts.actor or parts.about or other
    if who is None:
        return None
    about = next((one for one in (parts.about, other) if one not in (None, who)), None)
    told = _sentence(act, parts, about) or _noted(act, parts.draft, who, about)
    return _with_figure(told, parts.passage)


def _sentence(act: Act, parts: Parts, about: Names | None) -> Names | None:
    """With a verb: the actor is named before it, and what it takes behind it."""
    verb, actor, word = act.verb, parts.actor, parts.draft.trigger.word
    before, _, behind = parts.passage.partition(word)
    if verb is None or actor is None or not _names(actor, before) or _PASSIVE.search(before):
        return None
    if parts.draft.meaning.form is not _FINITE and parts.draft.mood.status is _HAPPENED:
        return None
    if act.takes == "person" and not parts.by_person:
        return None
    if act.takes != "it":
        about = Names("", "")
    elif about is None or not _names(about, behind):
        return None
    if parts.draft.kind is _STATEMENT:  # what was said was said
        return Names(f"{actor.en} {verb.third} {about.en}".strip(), actor.zh + verb.zh + about.zh)
    return _told(parts.draft, verb, actor, about)


_PASSIVE = re.compile(r"(?:\b(?:was|were|been|being|is|are|be) (?:\w+ly )?|被)\Z")


def _names(who: Names, passage: str) -> bool:
    """Whether the passage has one of the names."""
    return any(name.casefold() in passage for name in (who.en, who.zh))


def _noted(act: Act, draft: Draft, who: Names, about: Names | None) -> Names:
    """Who, and what it was; whom else it concerns."""
    noun_en, noun_zh = act.noun.en, act.noun.zh
    if draft.mood.status is _TO_COME:
        noun_en, noun_zh = f"planned {noun_en}", f"计划{noun_zh}"
    en, zh = f"{who.en}: {noun_en}", f"{who.zh}：{noun_zh}"
    return Names(f"{en} ({about.en})", f"{zh}（{about.zh}）") if about else Names(en, zh)


_DIGIT = re.compile("[0-9]")


def _with_figure(told: Names, passage: str) -> Names:
    """With an amount, else a percentage of the passage."""
    if not _DIGIT.search(passage):
        return told
    amount = money_in(passage, 0, len(passage))
    if amount:
        return Names(f"{told.en}, {english_amount(amount)}", f"{told.zh}，{chinese_amount(amount)}")
    percent = PERCENT.search(passage)
    if percent is None:
        return told
    plain = re.sub(r"\s?(?:percent|per cent|％)", "%", percent[0]).strip()
    return Names(f"{told.en}, {plain}", f"{told.zh}，{plain}")


def _none(kind: EventKind) -> Names:
    """What there was none of."""
    label, verb = LABELS[kind], VERBS.get(kind)
    bare = label.en.removeprefix("a ").removeprefix("an ")
    return Names(f"no {bare} so far", f"尚未{verb.zh}" if verb else f"尚无{label.zh}")


def _loose(parts: Parts) -> Names:
    """For the other language: who, and what it is about."""
    draft, actor, about = parts.draft, parts.actor, parts.about
    kind = _PLAN if draft.mood.status is _TO_COME else draft.kind
    absent = draft.mood.absent and draft.kind is not _STATEMENT
    label = _none(draft.kind) if absent else LABELS[kind]
    if draft.kind is _STATEMENT and actor and about:
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
