"""Who published a document: its masthead, byline, dateline or label; else its markup or domain."""

import re
from collections.abc import Iterator

from sources.chinese import HAN
from sources.reading.document import Basis, Fact, Note
from sources.reading.metadata.authors import names_in
from sources.reading.metadata.datelines import (
    DATELINES,
    HAN_NAME,
    LATIN_NAME,
    OPENS_A_SENTENCE,
    STATEMENT,
    STATEMENTS,
)
from sources.reading.metadata.labels import Label, labels_in
from sources.reading.metadata.mastheads import DAY, account, masthead
from sources.reading.metadata.names import is_person
from sources.reading.metadata.outlets import (
    Outlet,
    maker_called,
    outlet_at,
    outlet_called,
    platform_at,
    platform_called,
)
from sources.reading.metadata.page import Page
from sources.reading.metadata.senders import sender_of

LONGEST, LONGEST_HAN = 40, 20  # characters of a name
_NAME_ALONE = re.compile(rf"^(?:{HAN_NAME}|{LATIN_NAME})$")
_BY_LINE = re.compile(
    rf"^(?:[Bb]y\s)?{LATIN_NAME}(?:(?:,| and| &) {LATIN_NAME})*\s*[,"
    rf"|·]\s*(?P<name>{LATIN_NAME})\s*$"
)
_NOT_A_NAME = re.compile(
    r"^(?:网络|網路|網絡|互联网|互聯網|原创|原創|转载|轉載|综合|網上|网上|其他|未知|本站|本网"
    r"|本報|本报|官网|官方|作者|记者|記者|不详|无"
    r"|据|據|日前|近日|今日|昨日|此前|消息|快讯|独家|獨家|北京|上海|深圳|时间|時間|unknown"
    r"|internet|web|none|n/a|null|original|news"
    r"|website|admin|editor|staff|link|photo|image|getty|source|file|ap photo|update[ds]?"
    r"|posted|published|date"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|all rights reserved|视觉中国|視覺中國|图虫创意|东方ic|getty images|shutterstock|unsplash"
    r"|pexels|pixabay|istock|company reports)$",
    re.IGNORECASE,
)


def publisher_of(
    page: Page, outlets: tuple[str, ...], address: str
) -> tuple[Fact[str], tuple[Note, ...]]:
    """`outlets` are names that were printed after the title."""
    notes: list[Note] = []
    for found in _found(page, outlets):
        name = _tidy(found.value)
        if not name:
            continue
        doubt = _doubt(page, name, address) if found.basis is Basis.METADATA else ()
        notes.extend(doubt)
        if not doubt:
            return Fact(name, found.basis, found.why), tuple(notes)
    return _by_address(address, notes)


def _found(page: Page, outlets: tuple[str, ...]) -> Iterator[Fact[str]]:
    """From the best evidence to the worst."""
    yield from _labelled(page, machine=False)
    yield from _by_dateline(page)
    for name in reversed(outlets):
        yield Fact(name, Basis.PRINTED, "after the title")
    yield from _mastheads(page)
    yield from _statements(page)
    for hint in page.said("site_name"):
        if not platform_called(hint.value):
            yield Fact(hint.value, Basis.METADATA, hint.origin)
    sender = sender_of(page)
    if sender and not sender.person:
        yield Fact(sender.name, Basis.METADATA, "From")
    yield from _labelled(page, machine=True)
    yield from _accounts(page)


def _labelled(page: Page, *, machine: bool) -> Iterator[Fact[str]]:
    for found in page.labelled(Label.PUBLISHER):
        if found.machine == machine:
            basis = Basis.METADATA if machine else Basis.PRINTED
            yield Fact(found.value, basis, found.line[:100])


def _mastheads(page: Page) -> Iterator[Fact[str]]:
    """A name beside the date, a well-known name alone, a name after the authors'."""
    for line in page.head[:8]:
        beside = masthead(line)
        if beside:
            for words in (beside.before, beside.after):
                _author, name = account(words) if beside.original else ("", words)
                if _NAME_ALONE.match(name) and not _is_byline(words):
                    yield Fact(name, Basis.PRINTED, line)
        elif outlet_called(line):
            yield Fact(line, Basis.PRINTED, line)
        elif (by := _BY_LINE.match(line[:120])) and not is_person(by["name"]):
            yield Fact(by["name"], Basis.PRINTED, line)


def _accounts(page: Page) -> Iterator[Fact[str]]:
    """One who is followed or spoken to under the name they write under: 文|某某间."""
    for found in page.labelled(Label.AUTHOR):
        for name in names_in(found.value)[:1]:
            known = rf"(?:关注|關注|[对對向])[“\"「]?{re.escape(name)}[”\"」]?(?:[说說表透，,。]|$)"
            if not is_person(name) and re.search(known, page.body):
                yield Fact(name, Basis.INFERRED, found.line[:100])


def _is_byline(words: str) -> bool:
    return bool(re.match(r"[Bb]y\s", words)) or next(labels_in(words), None) is not None


def _by_dateline(page: Page) -> Iterator[Fact[str]]:
    for line in page.head[:8]:
        for pattern in DATELINES:
            match = pattern.search(line[:160])
            if match and not OPENS_A_SENTENCE.match(match["name"]):
                yield Fact(match["name"], Basis.PRINTED, match[0])


def _statements(page: Page) -> Iterator[Fact[str]]:
    telling = [line for line in page.edges if STATEMENT.search(line)]
    for pattern in STATEMENTS:
        for line in telling:
            match = pattern.search(line)
            if match:
                yield Fact(match["name"], Basis.PRINTED, match[0][:100])


def _tidy(name: str) -> str:
    """The name alone: without date, brackets and what follows it; "" when it is no name."""
    name = re.sub(rf"(?:{DAY.pattern}).*$|\d{{1,2}}:\d{{2}}.*$|https?://\S*", "", name)
    if re.match(f"[{HAN}]", name) and not outlet_called(name):
        name = re.split(r"[\s(（]", name.lstrip("(（"))[0]
    name = re.sub(r"\s*[(（](?:ID|微信号|公众号).*$|[.,]? All rights.*$", "", name).strip(
        " 《》“”\"'「」『』【】[]·|｜,，.。:：*-—/"
    )
    if (
        not 2 <= len(name) <= (LONGEST_HAN if re.match(f"[{HAN}]", name) else LONGEST)
        or _NOT_A_NAME.match(name)
        or not re.search(rf"[A-Za-z{HAN}]", name)
    ):
        return ""
    return name


def _doubt(page: Page, name: str, address: str) -> tuple[Note, ...]:
    """Metadata that names one outlet on the pages of another, or a paper for a post."""
    named, there = (
        outlet_called(name) or maker_called(name),
        outlet_at(address) or platform_at(address),
    )
    if named is None or there is None or named == there:
        return ()
    where = f"{name} ≠ {there.domains[0]}"
    kinds = [f"{k.value} ≠ {there.domains[0]}" for k in page.labelled(Label.KIND) if k.machine]
    return (
        Note("publisher_not_believed", where),
        *(
            Note("kind_not_believed", kind)
            for kind in kinds
            if re.match("论文|論文|[Pp]aper", kind)
        ),
    )


def _by_address(address: str, notes: list[Note]) -> tuple[Fact[str], tuple[Note, ...]]:
    outlet, platform = outlet_at(address), platform_at(address)
    if outlet:
        return Fact(outlet.name, Basis.INFERRED, _domain(outlet, address)), tuple(notes)
    if platform:
        notes.append(Note("platform_only", platform.domains[0]))
        return Fact(platform.domains[0], Basis.INFERRED, address[:100]), tuple(notes)
    return Fact(""), tuple(notes)


def _domain(outlet: Outlet, address: str) -> str:
    return next((domain for domain in outlet.domains if domain in address), address)[:100]
