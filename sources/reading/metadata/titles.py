"""The title of a document: as printed, without the outlet's name; else made of its beginning."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sources.chinese import CHARACTER, HAN
from sources.reading.document import Basis, Fact, Note
from sources.reading.metadata.labels import Label, labels_in
from sources.reading.metadata.mastheads import DAY, is_outlet_like
from sources.reading.metadata.outlets import outlet_called, platform_called
from sources.reading.metadata.page import Page, without_glosses

LONGEST = 200  # characters of a title; what is longer is a paragraph
_INFERRED = 60  # characters of a title made of a sentence

_SENTENCE_END = re.compile(
    r"[。！？!?；;](?=[”」』’\"]?(?:\s|$|[^”」』’\"]))|(?<=[a-z0-9)”\"])\.(?=\s|$)|\n"
)
_DATE = re.compile(
    r"(?=[\dA-Z民])(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}|\d{1,2}\s?月\s?\d{1,2}\s?[日号號]"
    rf"|\b\d{{1,2}}:\d{{2}}\b|{DAY.pattern})"
)
_HASHTAG = re.compile(r"#([^#\n]{2,40})#")
_BROKEN_OFF = re.compile(r"(?:\.{3}|…+|\[…\])\s*$")
_PROSE_END = re.compile(r"[。；;，,、：:]$|(?<=[a-z0-9])\.$")
_HEADING = re.compile(r"^(?:#{1,3}\s+|={2,}\s*)?(.*?)(?:\s*={2,}|\s+#+)?$")
_HAN_WORDS = re.compile(f"[{HAN}]{{4}}")
_MARKS = re.compile("[，。,!?！？:：“]")
_NO_WORDS = re.compile(r"https?://|©|Copyright|\[?!\[|-{3,}|_{3,}|[*=]{3,}", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:by\s+[A-Z]|posted by|written by)|^[（(]?(?:记者|記者|作者|编辑|文)\b", re.I
)
# how the text of an agency opens before it says anything
_LEAD = re.compile(
    r"^(?:[^，。,]{0,24}?\d{1,2}\s?月\s?\d{1,2}\s?日[^，。,]{0,4}(?:消息|[电電讯訊]|报道|報道"
    r"|獲悉|获悉)[，,：:\s]*"
    r"|.{2,12}[讯訊](?=[（(\s：:，,])[，,：:\s]*|[（(〔][^）)〕]{0,30}(?:记者|記者|报道|報導|電"
    r"|电)[^）)〕]{0,30}[）)〕]\s*"
    r"|【[^】]{2,12}】"
    r"|[A-Z][^()\n]{0,40}\([\w .]{2,30}\)\s*[-–—]+(?:\s*[A-Z][a-z]+ \d{1,2}, \d{4}\s*[-–—]+)?\s*)+"
)
_PAGE_PART = re.compile(
    r"^(?:首页|首頁|当前位置|當前位置|您的位置|你的位置|home|skip to|menu|search|sign in"
    r"|log ?in|subscribe|advertisement"
    r"|广告|廣告|贊助|赞助|share|分享|收藏|点赞|關注|关注|登录|登入|注册|导读|正文|摘要|原创"
    r"|轉載|转载|热点|热门搜索|熱門搜尋|热搜|breaking news"
    r"|for immediate release|press release|新闻稿|新聞稿|exclusive"
    r"|opinion)"
    r"(?:\b|$|[:：>\s|])",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*[|｜_]\s*|\s+[-–—·•»:]+\s+|(?<=[\u4e00-\u9fff”」!?！？])\s?[-–—]{1,2}\s?(?=\S{2,12}$)"
)


class Heading(NamedTuple):
    """A title as found, the outlet's names that followed it, and how it is known."""

    text: str
    outlets: tuple[str, ...]
    basis: Basis
    why: str


class TitleFound(NamedTuple):
    title: Fact[str]
    outlets: tuple[str, ...]  # names that were printed after a title
    notes: tuple[Note, ...] = ()


def title_of(page: Page) -> TitleFound:
    headings = list(_headings(page))
    outlets = tuple(name for heading in headings for name in heading.outlets)
    for heading in headings:
        if _breaks_off(heading.text, page):
            return TitleFound(
                _made(page, heading.text), outlets, (Note("title_truncated", heading.text[:100]),)
            )
        fact = Fact(heading.text, heading.basis, heading.why)
        return TitleFound(fact, outlets)
    notes = (Note("no_title"),) if page.body.strip() else ()
    return TitleFound(_made(page, ""), outlets, notes)


def _headings(page: Page) -> Iterator[Heading]:
    """Titles from the best place to the worst; a printed form of a declared one first."""
    sites = tuple(hint.value for hint in page.said("site_name"))
    for line in page.title_lines:
        if _is_masthead(line, page) or DAY.fullmatch(line.strip()):
            continue  # the logo of a page may be its only heading of the first level
        yield from _heading(_unmarked(line), sites, Basis.PRINTED, "heading")
    for labelled in page.labelled(Label.TITLE):
        basis = Basis.METADATA if labelled.machine else Basis.PRINTED
        yield from _heading(labelled.value, sites, basis, labelled.line[:100])
    for hint in page.said("title"):
        for heading in _heading(hint.value, sites, Basis.METADATA, hint.origin):
            printed = any(_is_printed_as(heading.text, line, sites) for line in page.head)
            yield heading._replace(basis=Basis.PRINTED) if printed else heading
    first = _first_line(page)
    if first:
        yield from _heading(first, sites, Basis.PRINTED, "first line")


def _heading(text: str, sites: tuple[str, ...], basis: Basis, why: str) -> Iterator[Heading]:
    title, outlets = bare_title(text, sites)
    if title and len(title) <= LONGEST and not _PAGE_PART.match(title):
        yield Heading(title, outlets, basis, why)


def _unmarked(line: str) -> str:
    """Without the signs that make it a heading."""
    return _HEADING.sub(r"\1", line) if "#" in line or "==" in line else line


def _is_printed_as(title: str, line: str, sites: tuple[str, ...]) -> bool:
    """Whether a line, which begins with its own bare title, has this one."""
    return _plain(line).startswith(title) and bare_title(line, sites)[0] == title


def _plain(text: str) -> str:
    return " ".join(without_glosses(text).strip("*_ \t\u3000").split())


def bare_title(text: str, sites: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    """The title without the outlets' names around it, and these names."""
    title = _once(_plain(text))
    outlets: list[str] = []
    while True:
        parts = list(_SEPARATOR.finditer(title))
        last = parts[-1] if parts else None
        if last is None or not title[: last.start()].strip() or _is_open(title[: last.start()]):
            break
        name = title[last.end() :].strip()
        certain = set(last[0].strip()) <= set("|｜_")
        if not _is_outlet(name, sites, certain=certain):
            break
        outlets.append(name)
        title = _once(title[: last.start()].strip())
    return title, tuple(reversed(outlets))


def _is_open(words: str) -> bool:
    """Whether a bracket opens in them that is not closed."""
    return any(words.count(one) > words.count(other) for one, other in ("【】", "《》", "[]"))


def _is_outlet(name: str, sites: tuple[str, ...], *, certain: bool) -> bool:
    if name in sites or outlet_called(name) or platform_called(name):
        return True
    short = len(name) <= (12 if CHARACTER.search(name) else 40)
    return short and (certain or is_outlet_like(name))


def _once(title: str) -> str:
    """A title that stands twice in a row, once."""
    middle = len(title) // 2
    for gap in (0, 1):
        if title[:middle] and title[:middle] == title[middle + gap :]:
            return title[:middle].strip()
    return title


def _first_line(page: Page) -> str:
    """The first line that can be a title: after mastheads, before bylines and prose."""
    for place, line in enumerate(page.head[:6]):
        following = page.head[place + 1] if place + 1 < len(page.head) else ""
        if _is_about(line) or _PAGE_PART.match(line):
            begun = _begun(line)
            if begun:
                return begun
            continue
        if _is_masthead(line, page) and _is_title(_below(page.head[place + 1 : place + 3])):
            continue
        return _unmarked(line) if _is_title(line) and (following or page.body) else ""
    return ""


def _below(lines: tuple[str, ...]) -> str:
    """The first line that tells nothing about the article: masthead, date, headline."""
    return next((line for line in lines if not _is_about(line)), "")


def _begun(line: str) -> str:
    """The title in a line that goes on with the date and what else tells about the article."""
    date = _DATE.search(line)
    title = line[: date.start()].strip() if date else ""
    long = len(title) >= (10 if _HAN_WORDS.search(title) else 24)
    return (
        title
        if long and not _is_open(title) and _is_title(title) and not is_outlet_like(title)
        else ""
    )


def _is_title(line: str) -> bool:
    longest = 60 if _HAN_WORDS.search(line) else 160
    if len(line) > longest or _PROSE_END.search(line) or _is_about(line):
        return False
    return len(_SENTENCE_END.findall(line)) <= 1 and any(c.isalpha() for c in line)


def _is_about(line: str) -> bool:
    """A line of labels, a date, a byline or an address, which tells about the article."""
    if _NO_WORDS.match(line) or _BYLINE.match(line):
        return True
    label = next(iter(labels_in(line)), None)
    if label and label.label is not Label.TITLE and len(line) < 120:
        return True
    date = _DATE.search(line)
    if date is None or _MARKS.search(_DATE.sub("", line)):
        return False
    return len(line) - len(date[0]) <= 30


def _is_masthead(line: str, page: Page) -> bool:
    longest = 12 if CHARACTER.search(line) else 30
    sites = [hint.value for hint in page.said("site_name")]
    return line in sites or (len(line) <= longest and is_outlet_like(line))


def _breaks_off(title: str, page: Page) -> bool:
    """The beginning of a post set as its title: hashtags and all, cut off somewhere."""
    if len(_HASHTAG.findall(title)) and len(_HASHTAG.sub("", title)) > 20:
        return True
    cut = _BROKEN_OFF.sub("", title).strip()
    if cut == title or len(cut) < 15:
        return False
    return _squeezed(cut)[-12:] in _squeezed(page.body[:2000]) or len(cut) > 60


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _made(page: Page, printed: str) -> Fact[str]:
    """From the hashtags it begins with, else from its first sentence."""
    opening = page.body.lstrip()[:600]
    tags = _HASHTAG.findall(printed) or _HASHTAG.findall(opening[:200])
    if tags:
        title = " / ".join(dict.fromkeys(tag.strip() for tag in tags))
        return Fact(title, Basis.INFERRED, "".join(f"#{tag}#" for tag in tags))
    sentence = next(iter(_sentences(opening)), "") or _BROKEN_OFF.sub("", printed)
    return Fact(_shortened(sentence), Basis.INFERRED, sentence[:100]) if sentence else Fact("")


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if _is_about(line.strip()):
            continue
        for sentence in _SENTENCE_END.split(line):
            bare = _LEAD.sub("", without_glosses(sentence).strip())
            if sum(map(str.isalnum, bare)) >= 6:
                yield bare


def _shortened(sentence: str) -> str:
    """Whole clauses up to the length of a title, else cut with an ellipsis."""
    if len(sentence) <= _INFERRED:
        return sentence
    clauses = list(re.finditer(r"[，,：:]", sentence[:_INFERRED]))
    if clauses and clauses[-1].start() >= 12:
        return sentence[: clauses[-1].start()]
    return sentence[: _INFERRED - 1].rsplit(" ", 1)[0] + "…"
