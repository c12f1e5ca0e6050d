"""What of a document is looked at for its title, publisher, authors and date.

Facts about a document stand at its head, at its foot and beside labels (来源：, Author:); the
body is prose about other things. A `Page` is these places, found once for all who look.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sources.reading.document import CleanText, SectionKind
from sources.reading.part import Declared, Part

_HEAD_LINES, _FOOT_LINES = 14, 14
_LOOKED_AT = 40  # lines at either end, empty ones included
_LONGEST_LINE = 400  # characters of a line that are looked at
LONG = 240  # a line of more characters is prose


class Label(StrEnum):
    """What a label says of the words after it."""

    TITLE = "title"
    PUBLISHER = "publisher"
    AUTHOR = "author"
    EDITOR = "editor"
    PUBLISHED = "published"
    UPDATED = "updated"
    CAPTURED = "captured"
    ADDRESS = "address"
    KIND = "kind"


_LABELS = {
    Label.TITLE: "标题|標題|题目|題目|主题|主題|[Tt]itle|[Hh]eadline|[Ss]ubject",
    Label.CAPTURED: "(?:保存|目录|目錄|抓取|采集|採集|收录|收錄|下载|下載|存档|存檔|归档|歸檔|入库|入庫|快照|访问|訪問"
    "|检索|檢索|摘录|截图)(?:时间|時間|日期|于|於)|[Ss]aved(?: at| on)?|[Cc]aptured(?: at| on)?"
    "|[Rr]etrieved(?: at| on)?|[Cc]rawled(?: at| on)?|[Ff]etched(?: at| on)?|[Aa]ccessed(?: at| on)?"
    "|[Aa]rchived(?: at| on)?|[Dd]ownloaded(?: at| on)?|[Cc]lipped(?: at| on)?|[Ss]craped(?: at| on)?"
    "|[Cc]atalogue date",
    Label.UPDATED: "(?:最后|最後|最近)?(?:更新|修改|修订|修訂)(?:时间|時間|日期|于|於)?"
    "|(?:[Ll]ast )?(?:[Uu]pdated|[Mm]odified)(?: at| on)?",
    Label.PUBLISHED: "(?:发布|發布|發佈|发表|發表|刊登|刊发|刊發|出版|上传|投稿|首发|首發|原文)(?:时间|時間|日期|于|於)"
    "|(?:发布|發布|發佈|发表|發表|刊登)(?=[:：]\\s?\\d)"
    "|时间|時間|日期|[Pp]ublished(?: at| on| date)?|[Pp]ublication date|[Pp]osted(?: at| on)?"
    "|[Dd]ate|[Pp]ubdate|[Rr]elease date",
    Label.PUBLISHER: "(?:文章|信息|資訊|新闻|新聞|内容|內容|稿件|资料|資料|原文|消息)?(?:来源|來源|出处|出處)(?:于|於|自)?"
    "|稿源|来自|來自|转载自|轉載自|转自|轉自|摘自|媒体|媒體|发布者|發布者|發佈者|发布机构|發布機構"
    "|公众号|公眾號|微信公众号|出品|[Ss]ource|[Pp]ublisher|[Pp]ublished by|[Oo]utlet|[Pp]ublication"
    "|[Ss]ite|[Vv]ia",
    Label.EDITOR: "(?:责任|責任|值班|本文|网络|執行|执行)?(?:编辑|編輯|主编|主編)|责编|責編|编审|編審|校对|校對|審校|审校"
    "|审核|審核|监制|監製|[Ee]ditors?|[Ee]dited by",
    Label.AUTHOR: "(?:本文|本报|本報|特约|特約|原文|首席|实习|實習)?(?:作者|记者|記者|撰稿人?|撰文|执笔|執筆|采写|採寫"
    "|采访|採訪|编译|編譯|翻译|譯者|文)|[Aa]uthors?|[Ww]ritten by|[Ww]riters?|[Rr]eporters?|[Bb]yline"
    "|[Ww]ords by",
    Label.ADDRESS: "(?:原文|文章|本文|页面|頁面|来源)?(?:链接|鏈接|連結|网址|網址|地址)|URL|[Uu]rl|[Ll]ink|[Ss]ource URL"
    "|[Oo]riginal(?: URL| link)?|[Pp]ermalink|[Cc]anonical",
    Label.KIND: "类型|類型|类别|類別|[Tt]ype|[Cc]ategory",
}  # fmt: skip
_MARKS = r"*_\[\]【】(（>〉"
_LABEL = re.compile(
    rf"(?:^|[\s|｜·•/／,，;；{_MARKS}-])[{_MARKS}]*(?:"
    + "|".join(f"(?P<{label}>{words})" for label, words in _LABELS.items())
    + r")[*_\]】]*(?:\s?[:：]|\s?[丨|｜/／](?=\s?[^\s\d]))[*_]*\s*"
)
_METADATA = re.compile(r"(?:#+\s*)?(?:元数据|元數據|元資料|metadata)[:：]?$", re.IGNORECASE)
_ITEM = re.compile(
    r"[-*]\s+\*\*[^*]{1,20}\*\*\s?[:：]"
)  # how a collector lists what it knows of a document
_ENDS = " \t\u3000|｜·•/／,，;；*_[]【】()（）>-—"
_PINYIN = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}[)）]")
_GLOSS = re.compile(r"[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-zü]{0,4}[)）]")


class Labelled(NamedTuple):
    """A label with the words after it, and whether it stands in a machine's metadata."""

    label: Label
    word: str  # the label as printed
    value: str
    line: str
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A document's head, foot, labels and body; lines are stripped and never empty."""

    part: Part
    language: str
    title_lines: tuple[str, ...]  # what the format or the cleaning told apart as a title
    head: tuple[str, ...]
    foot: tuple[str, ...]  # never a line of the head again
    labels: tuple[Labelled, ...]
    body: str  # clean, without title, machine summaries and metadata

    def said(self, name: str) -> tuple[Declared, ...]:
        return self.part.said(name)

    def labelled(self, label: Label) -> Iterator[Labelled]:
        return (found for found in self.labels if found.label is label)

    @property
    def edges(self) -> tuple[str, ...]:
        return self.head + self.foot


def page_of(part: Part, clean: CleanText, language: str) -> Page:
    head, foot = _edges(part.text.text)
    metadata = _of_kind(clean, SectionKind.METADATA)
    return Page(
        part=part,
        language=language,
        title_lines=tuple(_lines(_of_kind(clean, SectionKind.TITLE).split("\n"))),
        head=head,
        foot=foot,
        labels=tuple(_labels(head + foot, metadata)),
        body=_body(clean),
    )


def without_glosses(text: str) -> str:
    return _GLOSS.sub("", text) if _PINYIN.search(text) else text


def _of_kind(clean: CleanText, kind: SectionKind) -> str:
    return "\n".join(clean.text[s.start : s.end] for s in clean.sections if s.kind is kind)


def _body(clean: CleanText) -> str:
    """What is in no section of another kind."""
    pieces, place = [], 0
    for section in sorted(clean.sections, key=lambda s: s.start):
        if section.kind is not SectionKind.BODY:
            pieces.append(clean.text[place : section.start])
            place = max(place, section.end)
    return "\n".join(piece for piece in (*pieces, clean.text[place:]) if piece)


def _lines(lines: Iterable[str]) -> list[str]:
    stripped = (line[:_LONGEST_LINE].strip("\ufeff \t\u3000") for line in lines)
    return [without_glosses(line) for line in stripped if line]


def _edges(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first lines, and of what follows them the last ones."""
    first = text.split("\n", _LOOKED_AT)
    rest = first.pop() if len(first) > _LOOKED_AT else ""
    lines = _lines(first)
    last = lines[_HEAD_LINES:] + _lines(rest.rsplit("\n", _LOOKED_AT)[-_LOOKED_AT:] if rest else [])
    return tuple(lines[:_HEAD_LINES]), tuple(last[-_FOOT_LINES:])


def _labels(edges: tuple[str, ...], metadata: str) -> Iterator[Labelled]:
    told = set(_lines(metadata.split("\n")))
    below = False
    for line in dict.fromkeys([*edges, *told]):
        below = below or bool(_METADATA.match(line))
        if len(line) <= LONG:
            yield from labels_in(line, machine=below or line in told or bool(_ITEM.match(line)))


def labels_in(line: str, *, machine: bool = False) -> Iterator[Labelled]:
    """Every label of a line with its words, which end where the next label begins."""
    found = list(_LABEL.finditer(line))
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(line)
        value = line[match.end() : end].strip(_ENDS)
        if value and match.lastgroup:
            word = match[match.lastgroup]
            yield Labelled(Label(match.lastgroup), word, value, line, machine)
