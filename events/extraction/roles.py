"""Who takes part in an event, and how: who acts, what it is about, whom it hits, who comments."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from events.extraction.cues.meaning import Form
from events.extraction.drafting import Draft
from events.extraction.found import MODEL, ORGANIZATION, PERSON, EntityKind, Mention, Participant
from events.extraction.registry import PLATFORM, Registry
from events.extraction.units import Unit
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
_COMPARED = re.compile(
    r"(?:超越|超过|击败|反超|优于|领先于?|比|不及|相比|对标|竞争|挑战|than|over|outperform\w*"
    r"|beat\w*|surpass\w*|against|rival\w*|compete\w* with|overtak\w*|ahead of"
    r"|behind)[^，,。;]{0,24}\Z"
)
_ACTOR, _SUBJECT, _AFFECTED, _COMMENTER = Role.ACTOR, Role.SUBJECT, Role.AFFECTED, Role.COMMENTER
_AUDIENCE = re.compile(r"(?:的?用户|(?:'s)? (?:users|subscribers|customers)\b)")
_HIT = {EventKind.INCIDENT, EventKind.ACQUISITION, EventKind.POLICY}
_PASSIVE = re.compile(r"(?:\b(?:was|were|been|being|is|are|be) (?:\w+ly )?|被)\Z")
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
    unit: int = -9


# the thread of a story holds over so many sentences
_REACH = 4


def casts(
    found: Sequence[Draft], parts: Sequence[Unit], folded: str, registry: Registry
) -> list[Cast]:
    """The cast of every draft, in order; whoever is not named again is carried over."""
    thread = Thread()
    made: list[Cast] = []
    at = 0
    for draft in found:
        while at < draft.unit:
            if parts[at].mentions:
                _follow(thread, parts[at].mentions, at, folded, registry)
            at += 1
        unit = parts[draft.unit]
        inside = [m for m in unit.mentions if draft.start <= m.start < draft.end]
        made.append(_cast(draft, inside, _before(unit, draft, thread), folded, registry))
    return made


def _before(unit: Unit, draft: Draft, thread: Thread) -> list[Mention]:
    """Those named before in the sentence, its subject first, then in the sentences before."""
    earlier = [m for m in unit.mentions if m.start < draft.start]
    if draft.unit - thread.unit <= _REACH:
        earlier += [m for m in (thread.organization, thread.person) if m]
    return earlier


def _follow(
    thread: Thread, mentions: Iterable[Mention], unit: int, folded: str, registry: Registry
) -> None:
    actors = [m for m in mentions if not is_messenger(m, folded, registry)]
    organizations = [m for m in actors if m.kind is ORGANIZATION]
    people = [m for m in actors if m.kind is PERSON]
    if organizations or people:
        thread.organization = organizations[0] if organizations else thread.organization
        thread.person = people[0] if people else thread.person
        thread.unit = unit


def is_messenger(mention: Mention, folded: str, registry: Registry) -> bool:
    """Whether an outlet is named only for what it reports, a platform for what is posted there."""
    if mention.slug not in registry.carriers or mention.kind is not ORGANIZATION:
        return False
    before = folded[max(0, mention.start - 16) : mention.start]
    if registry.carriers[mention.slug] == PLATFORM:
        return bool(_VENUE.search(before))
    return bool(_MESSENGER_BEFORE.search(before) or _MESSENGER_AFTER.match(folded, mention.end))


def _cast(
    draft: Draft, inside: list[Mention], earlier: list[Mention], folded: str, registry: Registry
) -> Cast:
    actor = _actor(draft, inside, folded, registry)
    carried = None
    if actor is None:
        carried = _carried(inside, earlier, folded, registry)
        actor = carried
    roles: dict[tuple[EntityKind, str], Participant] = {}
    cast = Cast()
    for mention in [*([carried] if carried else []), *inside]:
        role = _role(mention, actor, draft, folded, registry)
        key = mention.kind, mention.slug or mention.name
        if key in roles and roles[key].role is not _AFFECTED:
            continue
        roles[key] = Participant(mention.kind, mention.slug, mention.name, role)
    for participant in roles.values():
        if actor and (participant.kind, participant.name) == (actor.kind, actor.name):
            cast.actor = participant
        elif participant.kind is MODEL and participant.role is _SUBJECT:
            cast.subjects.append(participant)
        elif participant.kind is ORGANIZATION and participant.role is not _COMMENTER:
            cast.others.append(participant)
    cast.participants = tuple(roles.values())
    return cast


def _actor(draft: Draft, inside: list[Mention], folded: str, registry: Registry) -> Mention | None:
    """The nearest organization or person before the trigger, unless it is told in the passive."""
    able = [
        m
        for m in inside
        if m.kind is not MODEL
        and (draft.kind is EventKind.REPORT or not is_messenger(m, folded, registry))
    ]
    trigger = draft.trigger
    passive = bool(_PASSIVE.search(folded, max(draft.start, trigger.start - 16), trigger.start))
    if passive and draft.kind is not EventKind.STATEMENT:
        agents = [m for m in able if _BY.search(folded, max(0, m.start - 24), m.start)]
        if agents:
            return agents[0]
    before = [m for m in able if m.end <= trigger.start]
    near = [m for m in before if m.kind is ORGANIZATION] or before
    if draft.kind in (EventKind.STATEMENT, EventKind.ORGANIZATION) and before:
        near = before
    if near:
        return near[0] if draft.kind is EventKind.PARTNERSHIP else near[-1]
    after = [m for m in able if m.start >= trigger.end]
    said = draft.kind is EventKind.STATEMENT or draft.meaning.form is Form.NOUN
    return after[0] if after and said else None


def _carried(
    inside: list[Mention], earlier: list[Mention], folded: str, registry: Registry
) -> Mention | None:
    """Who makes the model that is named; else who was spoken of before."""
    for mention in inside:
        entry = registry.by_slug.get((mention.kind, mention.slug))
        maker = entry and registry.by_slug.get((ORGANIZATION, entry.developer))
        if maker:
            return Mention(
                mention.start, mention.end, mention.text, maker.kind, maker.slug, maker.name
            )
    for mention in earlier:
        if mention.kind is ORGANIZATION and not is_messenger(mention, folded, registry):
            return mention
    return next((m for m in earlier if m.kind is PERSON), None)


def _role(
    mention: Mention, actor: Mention | None, draft: Draft, folded: str, registry: Registry
) -> Role:
    before = mention.end <= draft.trigger.start
    role = _SUBJECT
    if actor and (mention.kind, mention.name) == (actor.kind, actor.name):
        role = _ACTOR
    elif is_messenger(mention, folded, registry):
        role = _COMMENTER
    elif _is_beside(mention, draft, folded):
        role = _AFFECTED
    elif mention.kind is PERSON:
        role = _ACTOR if before else _SUBJECT
    elif mention.kind is ORGANIZATION and draft.kind is EventKind.PARTNERSHIP:
        role = _ACTOR
    elif mention.kind is ORGANIZATION and draft.kind in _HIT and not before:
        role = _AFFECTED
    return role


_NEAR = 36


def _is_beside(mention: Mention, draft: Draft, folded: str) -> bool:
    """What something is compared with, or whose users get it."""
    if mention.kind is MODEL and _AUDIENCE.match(folded, mention.end):
        return True
    start = max(draft.start, mention.start - _NEAR)
    return bool(_COMPARED.search(folded, start, mention.start))
