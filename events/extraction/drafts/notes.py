"""Titles where no pattern fits: who did what by the word for it, else who and what it was."""

import re

from events.extraction.clauses.figures import PERCENT, chinese_amount, english_amount, money_in
from events.extraction.cues.meaning import Form
from events.extraction.drafts.acts import LABELS, VERBS, Act, Names, act_of
from events.extraction.drafts.drafting import Draft
from events.extraction.drafts.parts import Parts
from events.extraction.drafts.patterns import told
from events.models.vocabulary import EventKind, Status

_STATEMENT, _PLAN = EventKind.STATEMENT, EventKind.PLAN
_TO_COME, _HAPPENED, _FINITE = Status.PLANNED, Status.HAPPENED, Form.FINITE


def by_word(parts: Parts) -> Names | None:
    """Who did what in the words for the trigger; who and what it was where that is not sure."""
    act = act_of(parts.draft.kind, parts.draft.trigger.word)
    if act is None:
        return None
    other = parts.other
    who = parts.actor or parts.about or other
    if who is None:
        return None
    about = next((one for one in (parts.about, other) if one not in (None, who)), None)
    made = _sentence(act, parts, about) or _noted(act, parts.draft, who, about)
    return _with_figure(made, parts.passage)


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
    return told(parts.draft, verb, actor, about)


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


def loose(parts: Parts) -> Names:
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
