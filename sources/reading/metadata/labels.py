"""Labels beside facts, in Chinese and English: 来源：, Author:, 文｜."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


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


class Labelled(NamedTuple):
    """A label with the words after it, and whether it stands in a machine's metadata."""

    label: Label
    word: str  # the label as printed
    value: str
    line: str
    machine: bool = False


_WHEN = "(?:时间|時間|日期|于|於)"
_AT = "(?: at| on)?"
_WORDS = {
    Label.TITLE: ("标题|標題|题目|題目|主题|主題", "[Tt]itle|[Hh]eadline|[Ss]ubject"),
    Label.CAPTURED: (
        f"(?:保存|目录|目錄|抓取|采集|採集|收录|收錄|下载|下載|存档|存檔|归档|歸檔){_WHEN}",
        f"(?:入库|入庫|快照|访问|訪問|检索|檢索|摘录|摘錄|截图|截圖){_WHEN}",
        f"[Ss]aved{_AT}|[Cc]aptured{_AT}|[Rr]etrieved{_AT}|[Cc]rawled{_AT}|[Ff]etched{_AT}",
        f"[Aa]ccessed{_AT}|[Aa]rchived{_AT}|[Dd]ownloaded{_AT}|[Cc]lipped{_AT}|[Ss]craped{_AT}",
        "[Cc]atalogue date|Today(?=: [A-Z][a-z]+ \\d)",
    ),
    Label.UPDATED: (
        f"(?:最后|最後|最近)?(?:更新|修改|修订|修訂){_WHEN}?",
        f"(?:[Ll]ast )?(?:[Uu]pdated|[Mm]odified){_AT}",
    ),
    Label.PUBLISHED: (
        f"(?:发布|發布|發佈|发表|發表|刊登|刊发|刊發|出版|上传|投稿|首发|首發|原文){_WHEN}",
        r"(?:发布|發布|發佈|发表|發表|刊登|出版)(?=[:：]\s?\d)|时间|時間|日期",
        f"[Pp]ublished(?: date)?{_AT}|[Pp]ublication date|[Pp]osted{_AT}",
        "[Dd]ate|[Pp]ubdate|[Rr]elease date",
    ),
    Label.PUBLISHER: (
        "(?:文章|信息|資訊|新闻|新聞|内容|內容|稿件|资料|資料|原文|消息)?(?:来源|來源)[于於自]?",
        "(?:文章|原文)?(?:出处|出處)|稿源|来自|來自|转载自|轉載自|转自|轉自|摘自",
        "发布者|發布者|發佈者|发布机构|發布機構|公众号|公眾號|微信公众号|微信公眾號",
        "[Ss]ource|[Pp]ublisher|[Pp]ublished by|[Oo]utlet|[Pp]ublication|[Ss]ite|[Vv]ia",
    ),
    Label.EDITOR: (
        "(?:责任|責任|值班|本文|网络|执行|執行)?(?:编辑|編輯|主编|主編)|责编|責編|编审|編審",
        "校对|校對|審校|审校|审核|審核|监制|監製|[Ee]ditors?|[Ee]dited by",
    ),
    Label.AUTHOR: (
        "(?:本文|本报|本報|特约|特約|原文|首席|实习|實習)?(?:作者|记者|記者)|撰稿人?|撰文",
        "执笔|執筆|采写|採寫|采访|採訪|编译|編譯|翻译|翻譯|譯者|译者|文",
        "[Aa]uthors?|[Ww]ritten by|[Ww]riters?|[Rr]eporters?|[Bb]yline|[Ww]ords by",
    ),
    Label.ADDRESS: (
        "(?:原文|文章|本文|页面|頁面|来源)?(?:链接|鏈接|連結|网址|網址|地址)",
        "URL|[Uu]rl|[Ll]ink|[Ss]ource URL|[Oo]riginal(?: URL| link)?|[Pp]ermalink|[Cc]anonical",
    ),
    Label.KIND: ("类型|類型|类别|類別|[Tt]ype|[Cc]ategory",),
}
_MARKS = r"*_\[\]【】(（>〉"
_LABEL = re.compile(
    rf"(?:^|[\s|｜·•/／,，;；{_MARKS}-])[{_MARKS}]*(?:"
    + "|".join(f"(?P<{label}>{'|'.join(words)})" for label, words in _WORDS.items())
    + r")[*_\]】]*(?:\s?[:：]|\s?[丨|｜/／](?=\s?[^\s\d]))[*_]*\s*"
)
_SEPARATOR = re.compile("[:：|｜丨/／]")
_ENDS = " \t\u3000|｜·•/／,，;；*_[]【】()（）>-—"


@lru_cache(maxsize=256)
def labels_in(line: str, *, machine: bool = False) -> tuple[Labelled, ...]:
    """Every label of a line with its words, which end where the next label begins."""
    return tuple(_labels_in(line, machine)) if _SEPARATOR.search(line) else ()


def _labels_in(line: str, machine: bool) -> Iterator[Labelled]:
    found = list(_LABEL.finditer(line))
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(line)
        value = line[match.end() : end].strip(_ENDS)
        if value and match.lastgroup:
            word = match[match.lastgroup]
            yield Labelled(Label(match.lastgroup), word, value, line, machine)
