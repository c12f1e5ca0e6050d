"""Where the names of a registry stand in a text, whatever they mean there."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple
from weakref import WeakKeyDictionary

from events.extraction.automaton import Automaton
from events.extraction.folding import LATIN
from events.extraction.found import ORGANIZATION, PERSON, EntityKind
from events.extraction.names.collisions import NO_RULE, Rule, rule_for
from events.extraction.names.squashing import (
    WIDEST_GAP,
    Shape,
    holds_together,
    is_wrapped,
    shape_of,
    squash,
)
from events.extraction.names.unknown_words import NOT_NAMES
from events.extraction.registry import Entry, Registry
from sources.chinese import CHARACTER, HAN

_SHORTEST = 2
_CAPITALS = re.compile(r"[A-Z]{2,5}")
_TITLED = re.compile(r"[A-Z][a-z'’.]+(?:[ -][A-Z][A-Za-z'’.]*)*")
_CAMEL = re.compile(r"[a-z][A-Z]")


class Form(NamedTuple):
    """One way a name is printed, and what it says about capitals."""

    printed: str
    shape: Shape
    capitals: str  # "all": as printed; "first": the first letter; "": any


@dataclass(slots=True)
class Pattern:
    """What is looked for: every entry that has a name which squashes to it."""

    squashed: str
    forms: list[Form] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    partial: list[Entry] = field(default_factory=list)  # people of whom it is a surname only
    main_of: frozenset[str] = frozenset()  # slugs of organizations mainly called so
    # What follows from the above, told once for all texts.
    rule: Rule = NO_RULE
    kin: tuple[tuple[str, ...], ...] = ()  # of each of its entries
    keys: frozenset[str] = frozenset()  # all of these
    joints: frozenset[int] = frozenset()  # where all its forms may come apart
    capitals: frozenset[str] = frozenset()  # what its forms say about them
    is_sure: bool = False  # can be nothing else, and is no person's, who may be in any text
    is_unclear: bool = False  # two of its entries are of one kind


# A name in a text: where it starts, where it ends, and what it may be. Made by the hundred, and
# so nothing more than a tuple.
Hit = tuple[int, int, Pattern]


class Matcher:
    """The names of one registry, made ready to be looked for."""

    def __init__(self, registry: Registry) -> None:
        self.patterns = list(_patterns_of(registry.entries).values())
        names = [pattern.squashed for pattern in self.patterns]
        self._automaton = Automaton(names)
        # In a row of bytes and not in the patterns, which lie scattered: most are not needed.
        self._starts_latin = bytes(name[0] in LATIN for name in names)
        self._ends_latin = bytes(name[-1] in LATIN for name in names)

    def hits(self, text: str, folded: str) -> list[Hit]:
        """Every name that stands on its own, overlapping ones too, by where it ends."""
        plain, gaps = squash(folded)
        starts_latin, ends_latin = self._starts_latin, self._ends_latin
        found: list[Hit] = []
        for index, first, last in self._automaton.find(plain):
            # Most of what is found stands inside of other words: look at the neighbours first.
            before = bisect_right(gaps, first)
            start = first + before
            if starts_latin[index] and start and folded[start - 1] in LATIN:
                continue
            upto = bisect_right(gaps, last - 1, before)
            end = last + upto
            if ends_latin[index]:
                after = folded[end : end + 1]
                if after in LATIN or (after == "." and _has_decimals(folded, end)):
                    continue
            pattern = self.patterns[index]
            asked: frozenset[str] | None = pattern.capitals
            if before < upto:
                inside = [gap - first for gap in gaps[before:upto]]
                asked = _asked_apart(pattern, inside, text, start, end)
            if asked is not None and (not asked or _has_capitals(asked, text, start, end)):
                found.append((start, end, pattern))
        return found


_matchers: WeakKeyDictionary[Registry, Matcher] = WeakKeyDictionary()


def matcher_of(registry: Registry) -> Matcher:
    """The registry's matcher, built once."""
    matcher = _matchers.get(registry)
    if matcher is None:
        matcher = _matchers[registry] = Matcher(registry)
    return matcher


def _patterns_of(entries: Iterable[Entry]) -> dict[str, Pattern]:
    patterns: dict[str, Pattern] = {}

    def add(name: str) -> Pattern | None:
        shape = shape_of(name)
        if len(shape.squashed) < _SHORTEST:
            return None
        pattern = patterns.setdefault(shape.squashed, Pattern(shape.squashed))
        form = Form(name, shape, _capitals_of(name))
        if form not in pattern.forms:
            pattern.forms.append(form)
        return pattern

    for entry in entries:
        for name in (*entry.names, *_without_legal_form(entry)):
            pattern = add(name)
            if pattern and entry not in pattern.entries:
                pattern.entries.append(entry)
            if pattern and name in (entry.name, entry.name_zh) and entry.kind == ORGANIZATION:
                pattern.main_of |= {entry.slug}
    for tail, entry in _tails_of(entries):
        pattern = add(tail)
        if pattern and entry not in pattern.entries:
            pattern.entries.append(entry)
    for surname, people in _surnames_of(entries).items():
        pattern = add(surname)
        if pattern:
            pattern.partial += [person for person in people if person not in pattern.entries]
    short = list(_short_names(entries, patterns))
    for name, entry in short:
        pattern = add(name)
        if pattern and entry not in pattern.entries:
            pattern.entries.append(entry)
    only_short = {shape_of(name).squashed for name, _ in short}
    for pattern in patterns.values():
        _complete(pattern, short=pattern.squashed in only_short)
    return patterns


def _complete(pattern: Pattern, *, short: bool) -> None:
    entries, printed = pattern.entries, [form.printed for form in pattern.forms]
    kinds = {entry.kind for entry in entries}
    pattern.rule = rule_for(pattern.squashed, entries, printed, short=short)
    pattern.kin = tuple(entry.kin for entry in entries)
    pattern.keys = frozenset(chain.from_iterable(pattern.kin))
    pattern.joints = frozenset.intersection(*[form.shape.joints for form in pattern.forms])
    pattern.capitals = _capitals_asked(pattern.forms)
    pattern.is_sure = not kinds <= {PERSON} and not pattern.rule.listed
    pattern.is_unclear = len(kinds) < len(entries)


_LEGAL_FORM = re.compile(
    r"(.*[^\s,])(?:,? (?:Inc|Corporation|Ltd|Limited|LLC|PLC|plc|GmbH)\.?"
    r"|(?:股份|科技)?有限公司|公司)|(.{3,})(?:集团|集團)"
)


def _without_legal_form(entry: Entry) -> Iterator[str]:
    """Companies are called without it: 高通公司 and Apple Inc. are 高通 and Apple."""
    if entry.kind == EntityKind.ORGANIZATION:
        for name in entry.names:
            short = _LEGAL_FORM.fullmatch(name)
            bare = short and (short[1] or short[2])
            if bare and len(bare) >= _SHORTEST:
                yield bare


_SHORTENED = re.compile(
    r"([A-Z][A-Za-z]{2,}(?: [A-Z][a-z]+)?)"
    r" (?:\(.*\)|AI|Labs?|Capital|Technologies|Device|Ventures|Research)"
    f"|([{HAN}]{{2,4}})(?:终端|終端|资本|資本|汽车|汽車|机器人|機器人|证券|證券)"
)


def _short_names(
    entries: Iterable[Entry], known: dict[str, Pattern]
) -> Iterator[tuple[str, Entry]]:
    """What organizations are called once they were named in full: Honor of Honor Device."""
    for entry in entries:
        if entry.kind == EntityKind.ORGANIZATION:
            for name in entry.names:
                match = _SHORTENED.fullmatch(name)
                short = match and (match[1] or match[2])
                if (
                    short
                    and shape_of(short).squashed not in known
                    and short.casefold() not in NOT_NAMES
                ):
                    yield short, entry


_CODE = re.compile(r"[A-Z]{1,2}\d{1,3}[a-z]?")
_AFTER_MAKER = re.compile(r"(?:(.*)[ -])?(.*)", re.DOTALL)


def _tails_of(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Models are called by the end of their name where their maker is known: R1, H20."""
    makers = {(entry.kind, entry.slug): entry for entry in entries}
    for entry in entries:
        if entry.kind != EntityKind.MODEL:
            continue
        developer = makers.get((EntityKind.ORGANIZATION, entry.developer))
        family = makers.get((EntityKind.MODEL, entry.family))
        before = {name for maker in (developer, family) if maker for name in maker.names}
        for name in (entry.name, *entry.aliases):
            parts = _AFTER_MAKER.fullmatch(name)
            if parts and parts[1] in before and _CODE.fullmatch(parts[2]):
                yield parts[2], entry


def _surnames_of(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    people: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == EntityKind.PERSON:
            for surname in dict.fromkeys(_surnames(entry)):
                people[surname].append(entry)
    return people


def _surnames(entry: Entry) -> Iterator[str]:
    for name in entry.names:
        if CHARACTER.search(name):
            _, point, surname = name.rpartition("·")
            if point and len(surname) >= _SHORTEST:
                yield surname
        else:
            words = name.split()
            if len(words) > 1 and len(words[-1]) > _SHORTEST:
                yield words[-1]
    # Pinyin puts the surname first, English last; both are printed.
    words = entry.name.split()
    if len(words) > 1 and CHARACTER.match(entry.name_zh) and "·" not in entry.name_zh:
        yield words[0]


def _capitals_of(name: str) -> str:
    if _CAPITALS.fullmatch(name):
        return "all"
    return "first" if _TITLED.fullmatch(name) and not _CAMEL.search(name) else ""


def _has_decimals(folded: str, point: int) -> bool:
    """Whether a name runs on behind a point, as 3 does in 3.1."""
    return folded[point - 1].isdigit() and folded[point + 1 : point + 2].isdigit()


def _asked_apart(
    pattern: Pattern, gaps: list[int], text: str, start: int, end: int
) -> frozenset[str] | None:
    """What is asked of the capitals of a name that comes apart; None where it may not so."""
    if not is_wrapped(text, start, end):
        return None
    if len(gaps) <= WIDEST_GAP and pattern.joints.issuperset(gaps):
        return pattern.capitals
    forms = [form for form in pattern.forms if holds_together(form.shape, gaps, text, start)]
    return _capitals_asked(forms) if forms else None


def _capitals_asked(forms: Iterable[Form]) -> frozenset[str]:
    """What the forms of a name say about capitals; empty when one of them allows any."""
    asked = {form.capitals for form in forms}
    return frozenset() if "" in asked else frozenset(asked)


def _has_capitals(asked: Collection[str], text: str, start: int, end: int) -> bool:
    if "first" in asked and text[start].isupper():
        return True
    if "all" in asked and text[start:end].isupper():
        return True
    return _beside_chinese(text, start, end)


def _beside_chinese(text: str, start: int, end: int) -> bool:
    """Chinese texts write names as “llama模型”, without their capital."""
    before, after = text[max(0, start - 2) : start].rstrip(), text[end : end + 2].lstrip()
    return bool((before and CHARACTER.match(before[-1])) or (after and CHARACTER.match(after)))
