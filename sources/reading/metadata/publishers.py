"""Who published a document: its masthead, byline, dateline or label; else its markup or domain."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sources.chinese import CHARACTER, HAN
from sources.reading.document import Basis, Fact, Note
from sources.reading.metadata.authors import names_in
from sources.reading.metadata.datelines import (
    HAN_NAME,
    LATIN_NAME,
    OPENS_A_SENTENCE,
    datelines_in,
    statements_in,
)
from sources.reading.metadata.labels import Label
from sources.reading.metadata.mastheads import (
    DAY,
    Masthead,
    is_outlet_like,
    masthead,
    mastheads,
)
from sources.reading.metadata.names import is_person
from sources.reading.metadata.outlets import (
    folded,
    maker_called,
    outlet_at,
    outlet_called,
    platform_at,
    platform_called,
)
from sources.reading.metadata.page import Page
from sources.reading.metadata.senders import sender_of
from sources.reading.metadata.titles import TitleFound

LONGEST, LONGEST_HAN = 40, 20  # characters of a name
_LETTER = re.compile(f"[A-Za-z{HAN}]")
_NAME_ALONE = re.compile(rf"^(?:{HAN_NAME}|{LATIN_NAME})$")
_ACCOUNT = re.compile(r"^@(?P<name>[^\s@:：]{2,20})\s?[:：\s]")
# The Weekly Something #41, 某某周报 第12期
_ISSUE = re.compile(
    r"^(?P<name>[^#\d]{3,36}?)[\s,:-]*(?:#|No\.? ?|Issue |Vol\.? ?|第 ?)\d{1,4} ?期?$"
)
_LAST = 3  # lines at the end among which a date and a name sign the text
# what a feed adds to the name of its site
_OF_SITE = re.compile(
    r"\s*[-–—|｜»_:：]\s*(?:A\.?I\.?|RSS|Feed|Tech\w*|Latest.*|All.*|News|最新.*|全部.*|科技"
    r"|人工智能|AI)$"
)
_PARTS_OF_SITE = re.compile(r"\s+[-–—|｜»]\s+|[|｜»]")
_SECTION_HAN = re.compile(
    r"(?:科技|财经|财富|产业|产经|国际|全球|两岸|生活|政治|数位|即时|最新|热门|新闻|要闻|头条|快讯|总览|频道|栏目|文章|全部"
    r"|首页|人工智能|ai|3c|rss|feed)+"
)
_AFTER_NAME = re.compile(
    r"\|.*$|\d{1,2}:\d{2}.*$|https?://\S*|\s*[(（](?:ID|微信号|公众号).*$|[.,]? All rights.*$"
)
_ENDS = " 《》“”\"'「」『』【】[]()（）·|｜,，.。:：*-—/"
_NOT_A_NAME = re.compile(
    # what a page offers its readers: 聽新聞, 我的頻道, 更多快訊
    r"^(?:(?:[听聽看读讀]|我的|更多|最新|[热熱][门門]|即[时時]|相[关關]|[订訂][阅閱]|追[踪蹤]|分享|推[荐薦]|精[选選]|全部|返回|回到)"
    r"(?:新[闻聞]|[频頻]道|快[讯訊]|[资資][讯訊]|[头頭][条條]|[报報][导導道]|[财財][经經]|科技|[观觀]察|[评評][论論])|.*(?:网页版|客户端|iphone|android|手机).*|网络|網路|網絡|互联网|互聯網|原创|原創|转载"
    r"|轉載|综合|網上|网上|其他|未知|本站|本网"
    r"|本報|本报|官网|官方|作者|记者|記者|不详|无|创始人|創始人|(?:超级)?管理员|管理員|小编|小編|编辑部?|編輯部?|网友|佚名"
    r"|据|據|日前|近日|今日|昨日|此前|消息|快讯|独家|獨家|北京|上海|深圳|时间|時間|unknown"
    r"|internet|web|none|n/a|null|original|news"
    r"|website|admin|editor|staff|link|photo|image|getty|source|file|ap photo|update[ds]?"
    r"|posted|published|date|发布于|发表于|更新于|發布於|發表於|更新於"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|all rights reserved|视觉中国|視覺中國|图虫创意|东方ic|getty images|shutterstock|unsplash"
    r"|pexels|pixabay|istock|company reports)$",
    re.IGNORECASE,
)


# whose picture it is, behind the words under it
_CREDIT = re.compile(r"[a-z][.!?] (?:[Ss]ource|[Vv]ia): ")


class Publishing(NamedTuple):
    publisher: Fact[str]
    notes: tuple[Note, ...] = ()


def publisher_of(page: Page, titled: TitleFound, address: str) -> Publishing:
    """The outlet itself before the agency it has the text from, what is printed before the rest."""
    notes: list[Note] = []
    for found in _found(page, titled):
        name = _tidy(found.value)
        if not name:
            continue
        doubt = _doubt(page, name, address) if found.basis is Basis.METADATA else ()
        notes.extend(doubt)
        if not doubt:
            return Publishing(Fact(_whole(page, name), found.basis, found.why), tuple(notes))
    return _by_address(address, notes)


def _whole(page: Page, name: str) -> str:
    """AI 海邊早報, of whom a line of data gave 海邊早報: what the site or sender is called."""
    sender = sender_of(page)
    called = [hint.value for hint in page.said("site_name")] + ([sender.name] if sender else [])
    whole = (one for one in called if one.endswith(f" {name}") and one[: -len(name)].isascii())
    return next((one for one in whole if len(one) <= LONGEST_HAN), name)


def _found(page: Page, titled: TitleFound) -> Iterator[Fact[str]]:
    """From the best evidence to the worst."""
    heads = list(mastheads(page.head, titled.title.value))
    printed = list(_labelled(page, machine=False))
    captions = [fact for fact in printed if _CREDIT.search(fact.why)]
    yield from (fact for fact in printed if fact not in captions)
    for head in heads:
        for name in head.before[-1:] if head.original else head.outlets:
            yield Fact(name, Basis.PRINTED, head.line)
    for name in reversed(titled.outlets):
        yield Fact(name, Basis.PRINTED, "after the title")
    yield from _by_dateline(page)
    posted = _ACCOUNT.match(page.head[0]) if page.head else None
    if posted:
        yield Fact(posted["name"], Basis.PRINTED, posted[0])
    for head in heads:
        people = head.people
        names = [name for name in head.names if name not in people]
        if len(names) == 1 and (head.dated or len(people) > 1) and _NAME_ALONE.match(names[0]):
            yield Fact(names[0], Basis.PRINTED, head.line)
    yield from _above_the_date(page, heads)
    yield from captions
    yield from _statements(page)
    issue = _ISSUE.match(titled.title.value)
    if issue:
        yield Fact(issue["name"], Basis.PRINTED, issue[0])
    yield from _signed(page)
    for hint in page.said("site_name"):
        if not platform_called(hint.value):
            yield Fact(_site(hint.value), Basis.METADATA, hint.origin)
    sender = sender_of(page)
    if sender and not sender.person:
        yield Fact(sender.name, Basis.METADATA, "From")
    yield from _labelled(page, machine=True)
    yield from _accounts(page)
    for found in page.labelled(Label.AUTHOR):
        if found.machine and not is_person(found.value):
            yield Fact(found.value, Basis.METADATA, found.line[:100])


def _site(words: str) -> str:
    """科技即時 - 某某新聞網: the site itself, not its section."""
    parts = [part.strip() for part in _PARTS_OF_SITE.split(words)]
    sites = [part for part in parts if not _SECTION_HAN.fullmatch(folded(part))]
    if len(parts) > 1 and len(sites) == 1:
        return sites[0]
    return _OF_SITE.sub("", words)


# what stands in such a place too: parts of a paper, kinds of texts
_SECTION = re.compile(
    r"(?:(?:ai|artificial intelligence|tech(?:nology)?|business|markets?|finance|science|world|us"
    r"|politics|policy|opinion|analysis|features?|commentary|column|editorial|exclusive|breaking"
    r"|update|news|blog|press release|research|reports?|law|legal|startups?|enterprise|security"
    r"|explainer|interview|review|culture|media|home|latest|top stories|economy|companies)\s?)+",
    re.IGNORECASE,
)


def _above_the_date(page: Page, heads: list[Masthead]) -> Iterator[Fact[str]]:
    """A name on a line of its own between the title and a line that is only a date."""
    for head, following in pairwise(heads):
        if head.dated or not following.dated or following.names or len(head.names) != 1:
            continue
        name = head.names[0]
        place = page.head.index(head.line)
        alone = place and page.head[place + 1 : place + 2] == (following.line,)
        if alone and _NAME_ALONE.match(name) and not (is_person(name) or _SECTION.fullmatch(name)):
            yield Fact(name, Basis.PRINTED, head.line)


def _labelled(page: Page, *, machine: bool) -> Iterator[Fact[str]]:
    for found in page.labelled(Label.PUBLISHER):
        if found.machine == machine:
            basis = Basis.METADATA if machine else Basis.PRINTED
            yield Fact(found.value, basis, found.line[:100])


def _accounts(page: Page) -> Iterator[Fact[str]]:
    """One who is followed or spoken to under the name they write under: 文|某某间."""
    for found in page.labelled(Label.AUTHOR):
        for name in names_in(found.value)[:1]:
            known = rf"(?:关注|關注|[对對向])[“\"「]?{re.escape(name)}[”\"」]?(?:[说說表透，,。]|$)"
            if not is_person(name) and (is_outlet_like(name) or re.search(known, page.body)):
                yield Fact(name, Basis.INFERRED, found.line[:100])


def _by_dateline(page: Page) -> Iterator[Fact[str]]:
    for line in page.head[:8]:
        for match in datelines_in(line[:160]):
            if not OPENS_A_SENTENCE.match(match["name"]):
                yield Fact(match["name"], Basis.PRINTED, match[0])


def _signed(page: Page) -> Iterator[Fact[str]]:
    """2025-07-18 某某网, as the last thing that is said."""
    for line in page.edges[-_LAST:]:
        foot = masthead(line)
        if foot and foot.dated and len(foot.outlets) == 1:
            yield Fact(foot.outlets[0], Basis.PRINTED, line)


def _statements(page: Page) -> Iterator[Fact[str]]:
    for match in statements_in(page.edges):
        yield Fact(match["name"], Basis.PRINTED, match[0][:100])


def _tidy(name: str) -> str:
    """The name alone: without date, brackets and what follows it; "" when it is no name."""
    name = _AFTER_NAME.sub("", DAY.sub("|", name)).strip(_ENDS)
    chinese = bool(CHARACTER.match(name))
    if chinese and not outlet_called(name):
        name = re.split(r"[\s(（|]", name)[0].strip(_ENDS)
    return name if _is_name(name, chinese=chinese) else ""


def _is_name(name: str, *, chinese: bool) -> bool:
    if not 2 <= len(name) <= (LONGEST_HAN if chinese else LONGEST) or _NOT_A_NAME.match(name):
        return False
    small = name[0].islower() and "." not in name and not outlet_called(name)
    return not small and bool(_LETTER.search(name))


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


def _by_address(address: str, notes: list[Note]) -> Publishing:
    if not address:
        return Publishing(Fact(""), tuple(notes))
    outlet, platform = outlet_at(address), platform_at(address)
    if outlet:
        return Publishing(Fact(outlet.name, Basis.INFERRED, address[:100]), tuple(notes))
    if platform:
        notes.append(Note("platform_only", platform.domains[0]))
        return Publishing(Fact(platform.domains[0], Basis.INFERRED, address[:100]), tuple(notes))
    return Publishing(Fact(""), tuple(notes))
