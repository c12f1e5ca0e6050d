"""Who published a document: its masthead, byline, dateline or label; else its markup or domain."""

import re
from collections.abc import Iterator

from sources.chinese import HAN
from sources.reading.document import Basis, Fact, Note
from sources.reading.metadata.authors import names_in
from sources.reading.metadata.mastheads import DAY, account, masthead
from sources.reading.metadata.names import is_person
from sources.reading.metadata.outlets import (
    Outlet,
    outlet_at,
    outlet_called,
    platform_at,
    platform_called,
)
from sources.reading.metadata.page import Label, Page, labels_in
from sources.reading.metadata.senders import sender_of

LONGEST = 40
_HAN_NAME = rf"[{HAN}A-Za-z][{HAN}\w·.&+-]{{1,19}}"
_LATIN_NAME = r"[A-Z][\w.&’'+-]*(?: (?:[A-Z0-9][\w.&’'+-]*|of|the|and|&|for)){0,4}"
_NAME_ALONE = re.compile(rf"^(?:{_HAN_NAME}|{_LATIN_NAME})$")
_DATELINES = (
    # 新华社北京1月2日电, 中新网上海1月2日电（记者 张三）
    re.compile(rf"^[（(【\[]?(?P<name>[{HAN}]{{2,5}}[社网網])(?:[{HAN}]{{2,6}})?\s?(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?:[{HAN}]{{2,4}})?[电電讯訊]"),
    # 财联社2月25日电, IT之家 3 月 2 日消息, 快科技3月2日消息, 新浪科技讯 3月2日消息
    re.compile(rf"^[（(【\[]?(?P<name>[{HAN}A-Za-z0-9][{HAN}A-Za-z0-9]{{1,11}}?(?: ?App| ?APP)?)\s?(?:[讯訊]\s*[，,]?\s*(?:北京时间)?\s*)?(?:\d{{4}}\s?年\s?)?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日\s?(?:消息|[电電讯訊]|报道|報道|获悉|獲悉)"),
    re.compile(rf"^[（(【\[]?(?P<name>[{HAN}A-Za-z0-9]{{2,12}}?)[讯訊][\s：:，,】）)]"),
    re.compile(rf"^【(?P<name>[{HAN}A-Za-z0-9]{{2,12}}?)(?:综合)?(?:报道|報道|報導|报导|消息|讯|訊|导读|導讀|電|电)】"),
    re.compile(rf"^[（(](?P<name>[{HAN}]{{2,8}}?)(?:记者|記者|特派员).{{0,30}}(?:报道|報道|報導|报导|电|電)[）)]"),
    re.compile(rf"^(?P<name>[{HAN}A-Za-z]{{2,10}}?)(?:记者|記者)\s?[{HAN}]{{2,4}}(?:[／/\s]|报道|報道|報導)"),
    # LONDON, May 2 (Reuters) -, SAN FRANCISCO, Nov 22, 2024 (Harbor Business Wire) —
    re.compile(r"^[^()\n]{0,60}\((?P<name>[A-Z][\w.&’' -]{1,38})\)\s*(?:[-–—:]|$)"),
    re.compile(r"^(?P<name>[A-Z][\w.&’' ]{2,38}?)\s+(?:—|–|--)\s+[A-Z][a-z]"),
)  # fmt: skip
_FROM = (
    re.compile(r"(?:本文|文章|内容|內容|稿件|原文)(?:来自|來自|来源于|來源於|转载自|轉載自|转自|轉自|首发于|首發於|原载于|原載於|源自)"
               rf"[:：]?\s?(?:微信)?(?:公众号|公眾號)?\s?[“\"「『《:：]?\s?(?P<name>[{HAN}\w][{HAN}\w .·-]{{1,19}}?)(?=[”\"」』》（(，,。\s]|$)"),
    re.compile(r"(?:微信)?(?:公众号|公眾號)[:：]?\s?[“\"「『]?(?P<name>[\w" + HAN + r"][\w" + HAN + r" .·-]{1,19}?)(?=[”\"」』（(，,。\s]|$)"),
    re.compile(rf"(?P<name>[{HAN}A-Za-z][{HAN}\w]{{1,11}})\s?[|｜]\s?公众号"),
    re.compile(r"\b(?:first (?:carried|published|appeared)|originally (?:published|appeared)|This (?:story|article) (?:was )?(?:first )?(?:carried|published|appeared))"
               rf"\s(?:by|on|in|at)\s(?P<name>{_LATIN_NAME})"),
    re.compile(rf"(?:©|\(c\)|Copyright|版权所有|版權所有)\s*(?:©|\(c\))?\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?\s*(?:by\s)?(?P<name>{_LATIN_NAME}|{_HAN_NAME})(?=\s*(?:[.,，。|]|All|版权|版權|保留|$))", re.I),
)  # fmt: skip
_BY_LINE = re.compile(
    rf"^(?:[Bb]y\s)?{_LATIN_NAME}(?:(?:,| and| &) {_LATIN_NAME})*\s*[,|·]\s*(?P<name>{_LATIN_NAME})\s*$"
)
_NOT_A_NAME = re.compile(
    r"^(?:网络|網路|網絡|互联网|互聯網|原创|原創|转载|轉載|综合|網上|网上|其他|未知|本站|本网|本報|本报|官网|官方|作者|记者|記者|不详|无"
    r"|据|據|日前|近日|今日|昨日|此前|消息|快讯|独家|獨家|北京|上海|深圳|时间|時間|unknown|internet|web|none|n/a|null|original|news"
    r"|website|admin|editor|staff|link|photo|image|getty|source|file|ap photo|update[ds]?|posted|published|date"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|all rights reserved)$",
    re.IGNORECASE,
)
_OPENS_A_SENTENCE = re.compile(
    r"^(?:据|據|在|从|從|自|截至|于|於|当地|當地|北京时间|美国东部|今年|去年|本周|上周|周|週|星期|\d)"
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
        elif by := _BY_LINE.match(line[:120]):
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
        for pattern in _DATELINES:
            match = pattern.search(line[:160])
            if match and not _OPENS_A_SENTENCE.match(match["name"]):
                yield Fact(match["name"], Basis.PRINTED, match[0])


def _statements(page: Page) -> Iterator[Fact[str]]:
    for pattern in _FROM:
        for line in page.edges:
            match = pattern.search(line)
            if match:
                yield Fact(match["name"], Basis.PRINTED, match[0][:100])


def _tidy(name: str) -> str:
    """The name alone: without date, brackets and what follows it; "" when it is no name."""
    name = re.sub(rf"(?:{DAY.pattern}).*$|\d{{1,2}}:\d{{2}}.*$|https?://\S*", "", name)
    if re.match(f"[{HAN}]", name) and not outlet_called(name):
        name = re.split(r"\s|（ID|\(ID", name)[0]
    name = re.sub(r"\s*[(（](?:ID|微信号|公众号).*$", "", name).strip(
        " 《》“”\"'「」『』【】[]·|｜,，.。:：*-—/"
    )
    if (
        not 2 <= len(name) <= LONGEST
        or _NOT_A_NAME.match(name)
        or not re.search(rf"[A-Za-z{HAN}]", name)
    ):
        return ""
    return name


def _doubt(page: Page, name: str, address: str) -> tuple[Note, ...]:
    """Metadata that names one outlet on the pages of another, or a paper for a post."""
    named, there = outlet_called(name), outlet_at(address) or platform_at(address)
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
