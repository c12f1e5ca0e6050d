"""Who wrote a document: bylines in Chinese and English, and what the markup declares."""

import re
from collections.abc import Iterator

from sources.chinese import HAN
from sources.reading.document import Basis, Fact
from sources.reading.metadata.labels import Label
from sources.reading.metadata.mastheads import DAY, mastheads
from sources.reading.metadata.names import NO_PERSON, is_chinese_person, is_latin_person, is_person
from sources.reading.metadata.outlets import outlet_called, platform_called
from sources.reading.metadata.page import Page
from sources.reading.metadata.senders import sender_of

_MOST = 8
_OPENING = 160  # characters of prose in which a reporter is named
_ROLES = (
    "本报|本報|本刊|特约|特約|见习|見習|首席|实习生|實習生|实习|實習|记者|記者|特派员"
    "|特派員|编译|編譯|撰文|采写|採寫|通讯员|通訊員|摄影|攝影"
)
_ROLE = re.compile(_ROLES)
_ROLE_BEFORE = re.compile(rf"^(?:{_ROLES})+\s*")
_SPACE_WITHIN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_BETWEEN = re.compile(
    rf"\s*(?:,|，|、|;|；|&|/|／|\||｜|\u3000|\s{{2,}}|\band\b|\bwith\b"
    rf"|(?<=[{HAN}])[和与與及](?=[{HAN}]{{2}})|\s(?:{_ROLES})\s?)\s*"
)
_MAILED = re.compile(r"^\S+@\S+ \(([^)]+)\)$")  # as RSS writes authors
_WRITTEN_BY = re.compile(rf"本文.{{0,24}}作者[:：]?\s?(?P<names>[{HAN}]{{2,4}})(?=[，,。）)；;]|$)")
_ANSWERED = re.compile("记者|記者|[Rr]eporter")  # in an interview, what is asked stands after these
_BY = re.compile(
    r"^(?:(?:Reporting|Story|Words|Written|Analysis|Posted) )?(?:by|By|BY|Von|Par|Por)[:\s]\s*"
    r"(?P<names>\S[^|\n]{1,140})"
)
_TRAILING = re.compile(
    r"(?:,? (?:staff (?:writer|reporter)|reporter|correspondent|contributor|senior \w+).*"
    r"|\s*[(（\[【].*|\s+[-–—|·•].*|\s+(?:for|in|at|of|on)\s+.*|\s+\d.*|@\S+|发自.*|發自.*"
    r"|报道.*|報道.*|报导.*|報導.*|整理|综合)$"
)
_NOBODY = re.compile(
    r"^(?:admin|administrator|editor|editorial|staff|newsroom|news desk|webmaster|user|guest"
    r"|unknown|anonymous|none|null|n/a"
    r"|佚名|匿名|未知|网络|網絡|互联网|原创|原創|转载|轉載|编辑部|編輯部|小编|小編|本站|综合"
    r"|管理员|责任编辑|无|無|記者|记者|作者"
    r"|(?:(?:staff|senior|chief|contributing)\s)?(?:writer|reporter|correspondent|contributor)s?)$",
    re.IGNORECASE,
)
_PEN_NAME = re.compile(rf"^(?!\d)[\w{HAN}][\w{HAN} .·’'-]{{0,23}}$")
_SENT_FROM = re.compile(rf"^(?P<names>[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}})?)\s(?:发自|發自)\s")
_REPORTED_BY = re.compile(r"(?:^|[(（]|[.;] )[Rr]eport(?:ing|ed) by (?P<names>[^;)\n]{3,120})")
_REPORTER = re.compile(
    rf"(?:^(?:[{HAN}]{{2,8}}?)?|[\s（(【〔|｜/／■●▲])(?:{_ROLES}){{1,3}}[\s:：/／"
    rf"|｜]{{0,2}}(?P<names>[{HAN}]{{2,4}}(?:[、，, 　]+(?:(?:{_ROLES})\s?)?[{HAN}]{{2,4}}){{0,4}})"
    rf"(?=$|[\s／/）)】〕|｜，,]|报道|報道|报导|報導|发自|發自)"
)


def authors_of(page: Page, publisher: Fact[str], title: str) -> Fact[tuple[str, ...]]:
    """The persons of the first byline that has any; editors and the publisher are none."""
    outlet = "" if publisher.basis is Basis.INFERRED else publisher.value
    for found in _found(page, title):
        people = _people(found.value, outlet)
        if people:
            return Fact(people, found.basis, found.why)
    return Fact(())


def _found(page: Page, title: str) -> Iterator[Fact[tuple[str, ...]]]:
    for labelled in page.labelled(Label.AUTHOR):
        basis = Basis.METADATA if labelled.machine else Basis.PRINTED
        names = names_in(labelled.value)
        if not _ANSWERED.search(labelled.word) or any(is_person(name) for name in names[:1]):
            yield Fact(names, basis, labelled.line[:100])
    yield from _bylines(page)
    declared = [hint for hint in page.said("author") if hint.origin != "From"]
    if declared:
        names = tuple(name for hint in declared for name in names_in(hint.value))
        yield Fact(names, Basis.METADATA, declared[0].origin)
    yield from _lines_of_names(page, title)
    sender = sender_of(page)
    if sender and sender.person:
        yield Fact((sender.name,), Basis.METADATA, "From")


def _bylines(page: Page) -> Iterator[Fact[tuple[str, ...]]]:
    for line in page.head[:12]:
        by = _BY.match(line) if len(line) <= 200 else None
        if by:
            yield Fact(names_in(_before_date(by["names"])), Basis.PRINTED, line[:100])
        reporter = _reporter(line[:_OPENING]) or _SENT_FROM.match(line)
        if reporter:
            yield Fact(names_in(reporter["names"]), Basis.PRINTED, line[:100])
    for line in page.edges[-4:]:
        reporter = (
            ("eport" in line and _REPORTED_BY.search(line))
            or _WRITTEN_BY.search(line)
            or (_reporter(line) if len(line) < 60 else None)
        )
        if reporter:
            yield Fact(names_in(reporter["names"]), Basis.PRINTED, line[:100])


def _reporter(line: str) -> re.Match[str] | None:
    return _REPORTER.search(line) if not line.isascii() and _ROLE.search(line) else None


def _before_date(names: str) -> str:
    day = DAY.search(names)
    return (names[: day.start()] if day else names).removeprefix("the ")


def _lines_of_names(page: Page, title: str) -> Iterator[Fact[tuple[str, ...]]]:
    """A line under the title that holds names, perhaps with the outlet's and the date."""
    heads = list(mastheads(page.head, title))
    sure = any(head.dated or head.outlets for head in heads)  # else a heading may look like a name
    for head in heads:
        people, outlets = head.people, head.outlets
        others = len(head.names) - len(people)
        if head.original:
            yield Fact(head.before[:-1], Basis.PRINTED, head.line)
            continue
        alone = bool(people) and sure and others <= len(outlets)
        if alone or (len(people) > 1 and others <= 1):
            yield Fact(people, Basis.PRINTED, head.line)


def names_in(words: str) -> tuple[str, ...]:
    """The names of a byline, without roles, places and what follows them."""
    words = _MAILED.sub(r"\1", words.strip())
    spaced = _SPACE_WITHIN.sub("  ", words.strip())
    names = (_TRAILING.sub("", name).strip(" .,*_:：") for name in _BETWEEN.split(spaced))
    return tuple(_ROLE_BEFORE.sub("", name) or name for name in names if name)


def _people(names: tuple[str, ...], publisher: str) -> tuple[str, ...]:
    kept = [name for name in names if _may_write(name) and name.casefold() != publisher.casefold()]
    return tuple(dict.fromkeys(kept))[:_MOST]


def _may_write(name: str) -> bool:
    """A person or a pen name, not an outlet."""
    if not name or _NOBODY.match(name) or outlet_called(name) or platform_called(name):
        return False
    if is_chinese_person(name) or is_latin_person(name):
        return True
    return bool(_PEN_NAME.match(name)) and not NO_PERSON.search(name)
