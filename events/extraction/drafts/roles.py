"""Who takes part in an event, and how: who acts, what it is about, whom it hits, who comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from events.extraction.clauses.units import Unit
from events.extraction.cues.meaning import Form
from events.extraction.drafts.drafting import Draft
from events.extraction.found import MODEL, ORGANIZATION, PERSON, EntityKind, Mention, Participant
from events.extraction.hinted import Hinted
from events.extraction.registry import PLATFORM, Registry
from events.models.vocabulary import EventKind, Role

# words beside an outlet's name that make it the messenger: 据路透社报道, Reuters reported
_MESSENGER_BEFORE = re.compile(
    r"(?:据|援引|引述|向|对|告诉|according to|told|by|per|citing)\s?[《“\"*]?\Z"
)
_MESSENGER_AFTER = re.compile(
    r"[》”\"*]?\s?(?:[^，,。]{0,6}(?:报道|報道|报导|消息|获悉|披露|记者|看到)|(?:first |also "
    r"|has )?(?:reported|reports|said|says|wrote)|'s |\)\s?[-–—])"
)
# where something is posted: 在社交平台X上, on Twitter
_VENUE = re.compile(
    r"(?:在|于|通过|经由|\b(?:on|via))\s?(?:社交(?:平台|媒体|网络)|平台|社媒)?\s?\Z"
)
_COMPARED = Hinted(
    r"(?:(?:超越|超过|击败|反超|优于|领先于?|比|不及|相比|对标|竞争|挑战|than|over|outperform\w*"
    r"|beat\w*|surpass\w*|against|rival\w*|compete\w* with|overtak\w*|ahead of"
    r"|behind)[^，,。;]{0,24}"
    # what a thing is made of, or what its maker was called
    r"|(?:基于|前身(?:为|是|叫)|原名|曾用名|powered by|based on|built on|runs? on|formerly)\s?)\Z"
)
# 与X竞争, 由X驱动
_WITH, _BY_MEANS_OF = frozenset("与和同跟"), "由"
_RIVALLED = re.compile(r"\s?(?:直接|正面|展开|相互|相){0,2}(?:竞争|抗衡|媲美|较量|叫板|比肩)")
_DRIVING = re.compile(r"\s?(?:驱动|提供支持|支持|加持)")
# OpenAI's biggest investor is somebody else
_KNOWN_BY = re.compile(
    r"(?:['’]s|的)\s?(?:[a-z]+ ){0,2}(?:investor|backer|shareholder|rival|competitor|supplier"
    r"|customer|(?:最大|主要|长期|重要)?(?:投资方|投资者|股东|竞争对手|对手|供应商|客户|母公司))"
)
_TALK = re.compile(r"[^，。]{0,10}(?:对话|谈话|会谈|访谈|采访|交谈)[中时里]")  # 与X的对话中
_ACTOR, _SUBJECT, _AFFECTED, _COMMENTER = Role.ACTOR, Role.SUBJECT, Role.AFFECTED, Role.COMMENTER
_AUDIENCE = re.compile(r"(?:的?用户|(?:'s)? (?:users|subscribers|customers)\b)")
_STATEMENT, _REPORT, _NOUN = EventKind.STATEMENT, EventKind.REPORT, Form.NOUN
_PARTNERSHIP = EventKind.PARTNERSHIP
_BY_PEOPLE = {EventKind.STATEMENT, EventKind.ORGANIZATION}
_HIT = {EventKind.INCIDENT, EventKind.ACQUISITION, EventKind.POLICY}
_PASSIVE = re.compile(r"(?:\b(?:was|were|been|being|is|are|be) (?:\w+ly )?|被)\Z")
_BEFORE_PASSIVE = (" ", "被")  # what the expression above ends with: most words are told by it
_BY = re.compile(r"\bby [^,]{0,20}\Z|被\Z")


@dataclass(slots=True)
class Cast:
    """The participants of one event, and those its title names."""

    participants: tuple[Participant, ...] = ()
    actor: Participant | None = None
    subjects: list[Participant] = field(default_factory=list)
    others: list[Participant] = field(default_factory=list)  # organizations beside the actor


@dataclass(slots=True)
class Thread:
    """Who was last spoken of: the company, it, he."""

    organization: Mention | None = None
    person: Mention | None = None
    model: Mention | None = None
    unit: int = -9


# the thread of a story holds over so many sentences
_REACH = 4


class Scene(NamedTuple):
    """The text, the names, and where organizations stand that are only its messengers."""

    folded: str
    registry: Registry
    messengers: frozenset[int]


def messengers(mentions: Sequence[Mention], folded: str, registry: Registry) -> frozenset[int]:
    """Where an outlet is named only for what it reports, a platform for what is posted there."""
    carriers = registry.carriers
    return frozenset(
        [
            mention.start
            for mention in mentions
            if mention.slug in carriers
            and mention.kind is ORGANIZATION
            and _carries(mention, carriers[mention.slug], folded)
        ]
    )


def _carries(mention: Mention, sort: str, folded: str) -> bool:
    before = folded[max(0, mention.start - 16) : mention.start]
    if sort == PLATFORM:
        return bool(_VENUE.search(before))
    return bool(_MESSENGER_BEFORE.search(before) or _MESSENGER_AFTER.match(folded, mention.end))


def casts(
    found: Sequence[Draft],
    parts: Sequence[Unit],
    names: Sequence[Mention],
    folded: str,
    registry: Registry,
) -> list[Cast]:
    """The cast of every draft, in order; whoever is not named again is carried over."""
    if not found:
        return []
    thread = Thread()
    scene = Scene(folded, registry, messengers(names, folded, registry))
    made: list[Cast] = []
    at = 0
    for draft in found:
        for number in range(at, draft.unit):
            if mentions := parts[number].mentions:
                _follow(thread, mentions, number, scene)
        at = max(at, draft.unit)
        made.append(_cast(draft, parts[draft.unit], thread, scene))
    return made


def _follow(thread: Thread, mentions: Sequence[Mention], unit: int, scene: Scene) -> None:
    organization = person = None
    for mention in mentions:
        if mention.kind is MODEL:
            thread.model, thread.unit = mention, unit
        elif mention.kind is PERSON:
            person = person or mention
        elif organization is None and mention.kind is ORGANIZATION:
            organization = None if mention.start in scene.messengers else mention
    if organization or person:
        thread.organization = organization or thread.organization
        thread.person = person or thread.person
        thread.unit = unit


def _before(unit: Unit, draft: Draft, thread: Thread) -> list[Mention]:
    """Those named before in the sentence, its subject first, then in the sentences before."""
    earlier = [m for m in unit.mentions if m.start < draft.start]
    if draft.unit - thread.unit <= _REACH:
        earlier += [m for m in (thread.organization, thread.person) if m]
    return earlier


_THE_MODEL = Hinted(r"(?:该|这款|这个|此)(?:大)?模型|\bthe model\b")


# what is done to things: 原定五月面世 is about what the sentence named before
_OF_THINGS = {
    EventKind.RELEASE,
    EventKind.PREVIEW,
    EventKind.OPEN_SOURCING,
    EventKind.DELAY,
    EventKind.PAUSE,
    EventKind.CANCELLATION,
}


def _meant(
    unit: Unit, draft: Draft, named: Sequence[Mention], thread: Thread, folded: str
) -> list[Mention]:
    """The model that a passage means without its name: the last that was named."""
    the_model = _THE_MODEL.search(folded, draft.start, draft.end)
    if not the_model and (named or draft.kind not in _OF_THINGS):
        return []
    earlier = [m for m in unit.mentions if m.kind is MODEL and m.start < draft.start]
    if not earlier and the_model and thread.model and draft.unit - thread.unit <= _REACH:
        earlier = [thread.model]
    return earlier[-1:]


def _cast(draft: Draft, unit: Unit, thread: Thread, scene: Scene) -> Cast:
    named = unit.named(draft.start, draft.end)
    if draft.also:
        named = [*named, *draft.also]
    if MODEL not in [m.kind for m in named]:
        named = [*named, *_meant(unit, draft, named, thread, scene.folded)]
    actor = _actor(draft, named, scene)
    if actor is None:
        actor = _maker(named, scene.registry) or _carried(_before(unit, draft, thread), scene)
        if actor:
            named = [actor, *named]
    roles: dict[tuple[EntityKind, str], Participant] = {}
    for mention in named:
        key = mention.kind, mention.slug or mention.name
        if key in roles and roles[key].role is not _AFFECTED:
            continue
        role = _role(mention, actor, draft, scene)
        roles[key] = Participant(mention.kind, mention.slug, mention.name, role)
    cast = Cast(tuple(roles.values()))
    for participant in cast.participants:
        kind, role = participant.kind, participant.role
        if actor and kind is actor.kind and participant.name == actor.name:
            cast.actor = participant
        elif kind is MODEL and role is _SUBJECT:
            cast.subjects.append(participant)
        elif kind is ORGANIZATION and role is not _COMMENTER:
            cast.others.append(participant)
    return cast


def _actor(draft: Draft, inside: Sequence[Mention], scene: Scene) -> Mention | None:
    """The nearest organization or person before the trigger, unless it is told in the passive."""
    kind, trigger = draft.kind, draft.trigger
    able = [
        m
        for m in inside
        if m.kind is not MODEL and (kind is _REPORT or m.start not in scene.messengers)
    ]
    if not able:
        return None
    start = trigger.start
    if kind is not _STATEMENT and _is_passive(draft, scene.folded):
        for mention in able:
            if _BY.search(scene.folded, max(0, mention.start - 24), mention.start):
                return mention
    before = [m for m in able if m.end <= start]
    if before:
        near = before
        if len(before) > 1 and kind not in _BY_PEOPLE:
            near = [m for m in before if m.kind is ORGANIZATION] or before
        return near[0] if kind is _PARTNERSHIP else _nearest(near, scene.folded)
    if kind is _STATEMENT or draft.meaning.form is _NOUN:
        return next((m for m in able if m.start >= trigger.end), None)
    return None


def _nearest(before: Sequence[Mention], folded: str) -> Mention:
    last = before[-1]
    if len(before) == 1:
        return last
    end = last.end
    if _KNOWN_BY.match(folded, end):
        end = last.start
    elif _TALK.match(folded, end):
        end = max([folded.rfind(sign, before[0].start, end) for sign in _WITH])
    return next((m for m in reversed(before) if m.end <= end), last)


def _is_passive(draft: Draft, folded: str) -> bool:
    start = draft.trigger.start
    if folded[start - 1 : start] not in _BEFORE_PASSIVE:
        return False
    return bool(_PASSIVE.search(folded, max(draft.start, start - 16), start))


def _maker(inside: Sequence[Mention], registry: Registry) -> Mention | None:
    """Who makes the model that is named."""
    for mention in inside:
        entry = registry.by_slug.get((mention.kind, mention.slug))
        maker = entry and registry.by_slug.get((ORGANIZATION, entry.developer))
        if maker:
            return Mention(
                mention.start, mention.end, mention.text, maker.kind, maker.slug, maker.name
            )
    return None


def _carried(earlier: list[Mention], scene: Scene) -> Mention | None:
    """Who was spoken of before."""
    for mention in earlier:
        if mention.kind is ORGANIZATION and mention.start not in scene.messengers:
            return mention
    return next((m for m in earlier if m.kind is PERSON), None)


def _role(mention: Mention, actor: Mention | None, draft: Draft, scene: Scene) -> Role:
    kind, before = mention.kind, mention.end <= draft.trigger.start
    role = _SUBJECT
    if actor and kind is actor.kind and mention.name == actor.name:
        role = _ACTOR
    elif kind is ORGANIZATION and mention.start in scene.messengers:
        role = _COMMENTER
    elif _is_beside(mention, draft, scene.folded):
        role = _AFFECTED
    elif kind is PERSON:
        role = _ACTOR if before else _SUBJECT
    elif kind is ORGANIZATION and draft.kind is _PARTNERSHIP:
        role = _ACTOR
    elif kind is ORGANIZATION and draft.kind in _HIT and not before:
        role = _AFFECTED
    return role


_NEAR = 36


def _is_beside(mention: Mention, draft: Draft, folded: str) -> bool:
    """What something is compared with or made of, or whose users get it."""
    if mention.kind is MODEL and _AUDIENCE.match(folded, mention.end):
        return True
    beside = folded[mention.start - 1 : mention.start]
    if beside in _WITH and _RIVALLED.match(folded, mention.end):
        return True
    if beside == _BY_MEANS_OF and _DRIVING.match(folded, mention.end):
        return True
    start = max(draft.start, mention.start - _NEAR)
    return bool(_COMPARED.search(folded, start, mention.start))
