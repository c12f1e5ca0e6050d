"""Who wrote a document: bylines in Chinese and English, and what the markup declares."""

import re
from collections.abc import Iterator

from sources.chinese import HAN
from sources.reading.document import Basis, Fact
from sources.reading.metadata.outlets import outlet_called, platform_called
from sources.reading.metadata.page import Label, Labelled, Page

_MOST = 8
_WORD = r"(?:[A-Z][\w’'.-]*|de|van|von|der|da|di|du|la|le|bin|al|el)"
_LATIN_NAME = re.compile(rf"^[A-Z][\w’'.-]*(?: {_WORD}){{1,4}}$")
_HAN_NAME = re.compile(rf"^[{HAN}]{{2,4}}$|^[{HAN}]{{1,8}}[·・][{HAN}·・]{{1,12}}$")
_PEN_NAME = re.compile(rf"^[\w{HAN}][\w{HAN} .·-]{{0,19}}$")
_BETWEEN = re.compile(
    r"\s*(?:,|，|、|;|；|&|/|／|\||\u3000|\s{2,}|\band\b|\bwith\b|和|与|與|及)\s*"
)
_BY = re.compile(rf"^(?:[Bb]y|BY|Reporting by|Story by)[:\s]\s*(?P<names>{_WORD}[^\d|]{{2,120}})")
_TRAILING = re.compile(
    r"(?:,? (?:staff (?:writer|reporter)|reporter|correspondent|editor|contributor|senior \w+).*"
    r"|[(（\[【].*| {2,}.*|\s+[-–—|·•].*|\s+(?:for|in|at|of|on)\s+.*|\d.*|@\S+|发自|發自|报道|報道|报导|報導)$"
)
_NOBODY = re.compile(
    r"^(?:admin|administrator|editor|editorial|staff|newsroom|news desk|webmaster|user|guest|unknown|anonymous|none|null|n/a"
    r"|佚名|匿名|未知|网络|網絡|互联网|原创|原創|转载|轉載|编辑部|編輯部|小编|本站|综合|管理员|责任编辑|无)$",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"(?:网|網|报|報|社|新闻|新聞|编辑部|編輯部|公司|集团|大学|研究院|中心|频道|财经|科技|[Tt]eam|[Ss]taff|[Nn]ews|Times|Wire|Desk|Press|Media"
    r"|Journal|Bureau|Editors?|Inc\.?|Ltd\.?)$"
)
_IN_CHINESE = re.compile(
    rf"(?:^|[\s（(【|｜])(?:本报|本報|本刊|特约|实习|首席)?(?:记者|記者|特派员|特派員|编译|編譯)\s?"
    rf"(?P<names>[{HAN}]{{2,4}}(?:[、，, ]+[{HAN}]{{2,4}}){{0,4}})(?=$|[\s／/）)】|｜]|报道|報道|报导|報導|发自|發自|[北上广深]|台北|專)"
)


def authors_of(page: Page, publisher: str = "") -> Fact[tuple[str, ...]]:
    """Persons in bylines; an editor only where nobody else is named and the line is alone."""
    for found in _found(page):
        people = _people(found.value, publisher)
        if people:
            return Fact(people, found.basis, found.why)
    return Fact(())


def _found(page: Page) -> Iterator[Fact[tuple[str, ...]]]:
    for labelled in page.labelled(Label.AUTHOR):
        yield _of_label(labelled)
    for line in page.head[:8]:
        byline = _BY.match(line)
        if byline:
            yield Fact(_split(byline["names"]), Basis.PRINTED, line[:100])
        reporter = _IN_CHINESE.search(line) if len(line) < 80 else None
        if reporter:
            yield Fact(_split(reporter["names"]), Basis.PRINTED, line[:100])
    declared = tuple(hint.value for hint in page.said("author"))
    if declared:
        names = tuple(name for value in declared for name in _split(value))
        yield Fact(names, Basis.METADATA, page.said("author")[0].origin)
    yield from _lines_of_names(page)


def _of_label(labelled: Labelled) -> Fact[tuple[str, ...]]:
    basis = Basis.METADATA if labelled.machine else Basis.PRINTED
    return Fact(_split(labelled.value), basis, labelled.line[:100])


def _lines_of_names(page: Page) -> Iterator[Fact[tuple[str, ...]]]:
    """A line under the title that holds nothing but names, perhaps with the outlet's last."""
    for line in page.head[1:5]:
        names = _BETWEEN.split(_TRAILING.sub("", line))
        if len(line) <= 120 and names and all(_LATIN_NAME.match(name) for name in names):
            several = len(names) > 1 or page.language.startswith("zh")
            if several or len(names[0].split()) <= 3:
                yield Fact(tuple(names), Basis.PRINTED, line)


def _split(names: str) -> tuple[str, ...]:
    spaced = re.sub(rf"(?<=[{HAN}])\s+(?=[{HAN}])", "、", names.strip())
    return tuple(_TRAILING.sub("", name).strip(" .,*_:：") for name in _BETWEEN.split(spaced))


def _people(names: tuple[str, ...], publisher: str) -> tuple[str, ...]:
    kept = [name for name in names if _is_person(name) and name.casefold() != publisher.casefold()]
    return tuple(dict.fromkeys(kept))[:_MOST]


def _is_person(name: str) -> bool:
    if not name or _NOBODY.match(name) or outlet_called(name) or platform_called(name):
        return False
    if _HAN_NAME.match(name):
        return not (len(name) > 3 and _NOT_A_PERSON.search(name))
    return bool(_PEN_NAME.match(name) or _LATIN_NAME.match(name)) and not _NOT_A_PERSON.search(name)
