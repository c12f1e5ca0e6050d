"""One event told several times becomes one draft: details, repetitions, headlines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from events.extraction.clauses.figures import money_in
from events.extraction.clauses.triggers import UNDESCRIBED
from events.extraction.clauses.units import Unit
from events.extraction.dating.when import Dated
from events.extraction.drafts.drafting import Draft
from events.extraction.found import MODEL, PERSON, Mention
from events.models.vocabulary import Certainty, EventKind, Status
from sources.reading import SectionKind


def _of(kinds: str) -> frozenset[EventKind]:
    return frozenset(EventKind(kind) for kind in kinds.split())


# kinds under which one event may be told
_GROUPS: tuple[frozenset[EventKind], ...] = (
    _of("release preview open_sourcing announcement plan"),
    _of("investment announcement acquisition plan milestone"),
    _of("delay pause plan"),
    _of("organization announcement"),
    _of("partnership announcement"),
    _of("policy announcement"),
    _of("conference announcement"),
)
_ALIKE = {
    kind: frozenset((kind,)).union(*(group for group in _GROUPS if kind in group))
    for kind in EventKind
}
# a text that tells of one name more often than so is compared with its last events only
_REMEMBERED = 40
# a clause that begins so tells of something else
_CONTRAST = re.compile(r"\s*(?:而(?!且)|但|即使|却|相比之下|while\b|whereas\b|even as\b|but\b)")
# and one that begins so of a part of what was told
_PART = re.compile(
    r"\s*(?:其中)?(?:包括|例如|比如|譬如|诸如)|\s*由[^，,。]{2,20}(?:担任|出任|领导|负责|牵头|挂帅)"
)
# one that begins so only tells more of what stands before it
_ADDS = re.compile(
    r"\s*(?:and )?(?:backed|led|headed|funded|financed|supported|underpinned|powered|valued|priced)"
    r" (?:by|at)\b|\s*(?:valuing|bringing|taking|pushing|lifting|driving|sending|giving|making"
    r"|leaving|putting) (?:it|its|the|their|them|total|shares)\b|\s*(?:alleging|accusing|seeking)\b"
)
_SAME_SAYING = {EventKind.STATEMENT, EventKind.REPORT}


_TITLE, _SUMMARY = SectionKind.TITLE, SectionKind.MACHINE_SUMMARY
_INVESTMENT, _CONFERENCE = EventKind.INVESTMENT, EventKind.CONFERENCE
_INCIDENT = EventKind.INCIDENT
_MARKET_MOVE, _ORGANIZATION = EventKind.MARKET_MOVE, EventKind.ORGANIZATION
_STATEMENT, _MILESTONE = EventKind.STATEMENT, EventKind.MILESTONE
_PLANNED, _DENIED = Status.PLANNED, Certainty.DENIED


@dataclass(slots=True)
class Event:
    """A draft with its date and who takes part: what is compared and merged."""

    draft: Draft
    when: Dated
    slugs: frozenset[str]
    models: frozenset[str]
    people: frozenset[str]
    words: str  # its passage, folded
    head: bool  # told in a heading or the title
    summary: bool  # told by a machine summary
    subject: bool  # somebody is named before the word that tells of it
    inside: Sequence[Mention]  # who is named in its passage

    @property
    def amount(self) -> str:
        return money_in(self.words, 0, len(self.words)).replace(" ", "")

    @property
    def kind(self) -> EventKind:
        return self.draft.kind


def events(
    found: Sequence[Draft], told: Sequence[Dated], parts: Sequence[Unit], folded: str
) -> list[Event]:
    return [
        _event(draft, when, parts[draft.unit], folded)
        for draft, when in zip(found, told, strict=True)
    ]


_NOBODY: frozenset[str] = frozenset()


def _event(draft: Draft, when: Dated, unit: Unit, folded: str) -> Event:
    inside = unit.named(draft.start, draft.end)
    slugs = frozenset([m.slug or m.name for m in inside])
    kinds = [m.kind for m in inside]
    models = people = _NOBODY
    if MODEL in kinds:
        models = frozenset([m.slug or m.name for m in inside if m.kind is MODEL])
    if PERSON in kinds:
        people = frozenset([m.slug or m.name for m in inside if m.kind is PERSON])
    head = unit.section is _TITLE or unit.heading
    summary = unit.section is _SUMMARY
    words = folded[draft.start : draft.end]
    subject = bool(inside) and inside[0].start < draft.trigger.start
    return Event(draft, when, slugs, models, people, words, head, summary, subject, inside)


def merged(found: list[Event]) -> list[Event]:
    """In order of the text; of two that tell the same the one told better, widened."""
    return _once(_with_details(found))


def _with_details(found: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in found:
        told = _taken_up(event, kept)
        if told:
            told.slugs |= event.slugs
            told.draft.also += event.inside
        elif kept and _is_detail(kept[-1], event):
            kept[-1].draft.end = event.draft.end
            kept[-1].slugs |= event.slugs
            kept[-1].models |= event.models
        else:
            kept.append(event)
    return kept


def _is_detail(before: Event, event: Event) -> bool:
    """Whether a clause only adds to the event told just before it in the sentence."""
    one, other = before.draft, event.draft
    if one.unit != other.unit or one.mood.status != other.mood.status:
        return False
    if _is_one_move(before, event):
        return True
    if other.dated or (_CONTRAST.match(event.words) and not _says_on(before, event)):
        return False
    return _only_adds(before, event) or (
        _same_kind(before.kind, event.kind) and not event.slugs - before.slugs
    )


def _only_adds(before: Event, event: Event) -> bool:
    if event.kind is _MILESTONE and not event.subject and not event.slugs - before.slugs:
        return not event.draft.trigger.word.isascii()  # what came of it
    if before.kind is event.kind and (before.kind is _INVESTMENT or _says_on(before, event)):
        return True
    if before.kind is _INCIDENT and _is_pleaded(before, event):
        return True
    return bool(_PART.match(event.words) or _ADDS.match(event.words) or _goes_on(before, event))


# 六月裁定，下载盗版书属侵权; 提出申诉，要求撤销命令: what a court says or is asked for follows
_RULINGS = ("裁定", "判决", "判定", "认定")
_PLEAS = re.compile(r"\s*[并也]?(?:要求|请求|声请|指控|指称|主张|索赔|求偿)")


def _is_pleaded(before: Event, event: Event) -> bool:
    one, other = before.draft, event.draft
    ruled = one.trigger.word in _RULINGS and one.clause == other.clause - 1
    return ruled or _PLEAS.match(event.words) is not None


# 此次约谈, 本轮融资, 这笔由某基金领投的资金: named again to tell more of it
_AGAIN = re.compile(
    r"[^，,。]{0,4}[，,]?\s*(?:此|本|上述|[这该]一?)(?:次|轮|笔|项|起|场|份|桩|宗|个)(?P<what>[^，,。；;]{2,24})"
)
_NOUNS: dict[EventKind, tuple[str, ...]] = {
    EventKind.INVESTMENT: ("融资", "投资", "交易", "发行", "募资", "募股", "资金", "款项"),
    EventKind.ACQUISITION: ("收购", "交易", "并购"),
    EventKind.PARTNERSHIP: ("合作", "协议", "签约"),
    EventKind.POLICY: ("约谈", "调查", "禁令", "措施", "处罚", "审查", "法案", "行动"),
    EventKind.ORGANIZATION: ("任命", "调整", "裁员", "变动", "离职", "重组"),
    EventKind.INCIDENT: ("诉讼", "事故", "事件", "调查", "判决", "泄露"),
    EventKind.DELAY: ("推迟", "延期"),
    EventKind.RELEASE: ("发布", "更新", "升级", "开源", "上线"),
    EventKind.OPEN_SOURCING: ("发布", "更新", "升级", "开源", "上线"),
}


def _taken_up(event: Event, kept: list[Event]) -> Event | None:
    """The event told before that a passage names again, to tell more of it and nothing else."""
    draft = event.draft
    if event.kind in _SAME_SAYING or draft.mood.status is _PLANNED or event.when.phrase:
        return None
    again = _AGAIN.match(event.words)
    if again is None:
        return None
    what = again["what"]
    for before in reversed(kept[-_TAKEN_UP_WITHIN:]):
        if before.draft.trigger.word in what or any(
            noun in what for noun in _NOUNS.get(before.kind, ())
        ):
            return before
    return None


_TAKEN_UP_WITHIN = 6  # events before it


def _is_one_move(before: Event, event: Event) -> bool:
    """Shares climbed 2% and closed at $138 on Monday."""
    if not before.kind is event.kind is _MARKET_MOVE or event.slugs - before.slugs:
        return False
    if not event.draft.trigger.word.isascii():
        return False
    if before.when.phrase is None and event.when.phrase:
        before.when = event.when
    return before.when.value == event.when.value


# how a clause goes on whose subject stands in the one before
_ONLY_ON = re.compile(r"[，,\s]*(?:但|而|并|且|也|还|又|同时|并且|不过|随后|进一步)*")


def _says_on(before: Event, event: Event) -> bool:
    """回应了相关问题，但表示没有更多信息: one saying."""
    if not before.kind is event.kind is _STATEMENT or event.draft.trigger.word.isascii():
        return False
    on = _ONLY_ON.match(event.words)
    return on is not None and event.draft.start + on.end() == event.draft.trigger.start


def _goes_on(before: Event, event: Event) -> bool:
    """Joined A, and heads B there."""
    alike = before.kind is event.kind is _ORGANIZATION
    return alike and not event.subject and event.people <= before.people


def _same_kind(one: EventKind, other: EventKind) -> bool:
    return other in _ALIKE[one]


def _once(found: list[Event]) -> list[Event]:
    kept: list[Event] = []
    known: dict[str, list[Event]] = {}  # the kept ones by everybody who takes part
    for event in found:
        if event.head or event.summary:
            continue
        same = _told_before(event, known)
        if same is None:
            kept.append(event)
            for slug in event.slugs:
                known.setdefault(slug, []).append(event)
        elif same.when.phrase is None and event.when.phrase and not _is_undescribed(event):
            same.when = event.when
    extra = [event for event in found if event.head or event.summary]
    if kept:
        extra = [event for event in extra if event.head and _is_news(event, kept)]
    else:
        extra = _unrepeated(extra)
    return sorted([*kept, *extra], key=lambda event: event.draft.start)


def _told_before(event: Event, known: dict[str, list[Event]]) -> Event | None:
    for slug in event.slugs:
        for other in known.get(slug, ())[-_REMEMBERED:]:
            if _repeats(other, event):
                return other
    return None


def _is_undescribed(event: Event) -> bool:
    """Proposed for its date alone: whose date that is nobody knows."""
    return event.draft.meaning is UNDESCRIBED


def _unrepeated(extra: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in extra:
        if not any(_repeats(other, event) for other in kept):
            kept.append(event)
    return kept


def _is_news(event: Event, kept: list[Event]) -> bool:
    """A heading that names something no passage of the body tells of."""
    return (
        event.draft.dated
        and bool(event.models)
        and not any(event.models & other.models for other in kept)
    )


def _repeats(one: Event, other: Event) -> bool:
    """Whether two passages of the body tell one event."""
    if not _told_alike(one, other):
        return False
    if one.kind is not other.kind:
        return _of_one_thing(one, other)
    if one.models and other.models:
        return bool(one.models & other.models)
    if one.kind is _CONFERENCE or _same_words(one, other):
        return True
    return one.amount != "" and one.amount == other.amount and _at_one_time(one.when, other.when)


def _told_alike(one: Event, other: Event) -> bool:
    if one.people and other.people and not _same_people(one, other):
        return False
    return (
        _same_kind(one.kind, other.kind)
        and one.kind not in _SAME_SAYING
        and other.kind not in _SAME_SAYING
        and not one.slugs.isdisjoint(other.slugs)
        and (_same_mood(one.draft, other.draft) or _same_sum(one, other))
        and _same_day(one, other)
    )


def _of_one_thing(one: Event, other: Event) -> bool:
    """Of the same model; who leaves its makers is another matter."""
    return _ORGANIZATION not in (one.kind, other.kind) and not one.models.isdisjoint(other.models)


def _same_people(one: Event, other: Event) -> bool:
    """Somebody in common; where people come and go nobody else in either."""
    if one.kind is _ORGANIZATION:
        return one.people <= other.people or other.people <= one.people
    return not one.people.isdisjoint(other.people)


def _same_words(one: Event, other: Event) -> bool:
    """Told twice by the same word: of the same person, of a day that both name, of the same two."""
    if one.draft.trigger.word != other.draft.trigger.word:
        return False
    if one.kind is _ORGANIZATION and one.people & other.people:
        return True
    if not (one.slugs >= other.slugs or other.slugs >= one.slugs):
        return False
    if one.when.phrase is not None and other.when.phrase is not None:
        return True
    # between the same two, and of no other sum
    return len(one.slugs & other.slugs) > 1 and one.amount in ("", other.amount)


def _same_sum(one: Event, other: Event) -> bool:
    """宣布将投资十亿: announced in one passage, to come in the next."""
    alike = one.kind is other.kind is _INVESTMENT
    return alike and one.amount != "" and one.amount == other.amount


def _same_mood(one: Draft, other: Draft) -> bool:
    """Both planned or neither, both denied or neither."""
    before, after = one.mood, other.mood
    if (before.status is _PLANNED) != (after.status is _PLANNED):
        return False
    return (before.certainty is _DENIED) == (after.certainty is _DENIED)


_OF_DOCUMENT = frozenset(("date_from_publication", "no_date"))


def _same_day(one: Event, other: Event) -> bool:
    """Equal days; or one of them is only that of the document, and the other not to come."""
    if one.when.value == other.when.value:
        return True
    told = [event for event in (one, other) if event.when.why in _OF_DOCUMENT]
    if len(told) != 1 or one.draft.mood.status is _PLANNED:
        return bool(told)
    values = (one.when.value, other.when.value)
    ends = [value.latest if value else None for value in values]
    document = ends[0] if told[0] is one else ends[1]
    return document is None or all(end is None or end <= document for end in ends)


_NEAR = 92  # days: an older round of the same size is told beside the news


def _at_one_time(one: Dated, other: Dated) -> bool:
    ends = [value.latest for value in (one.value, other.value) if value and value.latest]
    return len(ends) < 2 or abs((ends[0] - ends[1]).days) <= _NEAR
