"""Machine summaries and blocks of metadata: parts of a text that deserve another trust."""

import re
from collections.abc import Iterable, Iterator

from sources.reading.document import Section, SectionKind
from sources.reading.lines import Line, may_open, openings
from sources.reading.mapped import Spans
from sources.reading.part import Heading

MOST_KEYS = 12  # lines before a machine's key that may belong to its block

_MACHINE = (
    r"(?:AI|人工智能|人工智慧|机器|機器|智能|大模型|LLM|GPT|ChatGPT|Kimi|豆包|DeepSeek|元宝)\s?"
    r"(?:自动|自動)?(?:生成的?)?(?:内容|內容|文章|全文|一键)?"
    r"(?:摘要|总结|總結|概要|概括|导读|導讀|速览|速覽|速读|解读|解讀|提要|要点|要點|小结)"
    r"|(?:摘要|总结|總結|导读|導讀|要点)\s?[(（]\s?(?:由\s?)?(?:AI|人工智能|机器"
    r"|機器)\s?(?:自动|自動)?(?:生成|总结|總結)?\s?[)）]"
    r"|(?:本|以下)?(?:摘要|总结|總結|内容提要)由\s?(?:AI|人工智能|人工智慧|机器|機器"
    r"|大模型)[^。\n]{0,12}(?:生成|撰写|撰寫|提供|总结)"
    r"|(?:AI|machine)[- ](?:generated|written)? ?(?:summary|overview|digest|abstract|takeaways)"
    r"|(?:summary|overview|tl;?dr|key (?:points|takeaways)|highlights)"
    r"\s?[(\[]\s?(?:(?:generated|written|made|produced) )?(?:by|with)? ?(?:AI|an AI|machine"
    r"|ChatGPT|GPT-?\d?)"
    r"(?:[- ]generated)?\s?[)\]]"
    r"|(?:AI|ChatGPT|GPT|Claude|Gemini)[’']?s? (?:summary|tl;?dr|overview|takeaways)"
    r"|(?:this|the following) summary was (?:generated|written|created) (?:by|with"
    r"|using) [^.\n]{2,40}"
)
_METADATA = (
    r"(?:元数据|元數據|元資料|后设资料|後設資料|文档信息|文件資訊|文章信息|页面信息|頁面資訊"
    r"|存档信息|抓取信息|采集信息"
    r"|meta ?data|document (?:info(?:rmation)?|properties)|page info(?:rmation)?"
    r"|archive info(?:rmation)?)"
)
_DECOR = r"[\s#*_>【\[<《▍■◆●☆★-]*"
_MACHINE_HEADING = re.compile(
    rf"{_DECOR}(?:{_MACHINE}){_DECOR}[】\]>》]?\s*[:：.]?\s*", re.IGNORECASE
)
_MACHINE_LABEL = re.compile(
    rf"{_DECOR}(?:{_MACHINE})(?:[】\]>》]\s*|[】\]>》]?\s*[:：|｜—-]\s*)\S", re.IGNORECASE
)
_METADATA_HEADING = re.compile(rf"{_DECOR}{_METADATA}[】\]]?\s*[:：]?\s*", re.IGNORECASE)
_MACHINE_KEY = re.compile(
    r"(?:URL|保存时间|保存時間|抓取时间|抓取時間|采集时间|目录日期|目錄日期|入库时间|收录时间"
    r"|存档时间|类型|類型|文档编号"
    r"|原始链接|原文链接|原文連結|源链接|来源链接|source url|saved(?: at| on)?|retrieved(?: at"
    r"| on)?"
    r"|crawled(?: at| on)?|fetched(?: at| on)?|archived(?: at| on)?|scraped(?: at| on)?"
    r"|(?:file|document|record|article) id|hash|checksum|word count|字数)\s?[:：]\s?\S.{0,300}",
    re.IGNORECASE,
)
_OPENS = openings(_MACHINE_HEADING.pattern, _METADATA_HEADING.pattern, _MACHINE_KEY.pattern)
_ANY_KEY = re.compile(r"[\w \u3400-\u9fff]{1,24}[:：]\s?\S.{0,300}")


def heading_sections(text: str, headings: Iterable[Heading]) -> Iterator[Section]:
    """Sections under headings that name them, up to the next heading that is not lower."""
    several = list(headings)
    for number, heading in enumerate(several):
        kind = _kind(text[heading.start : heading.end])
        if kind:
            later = (h.start for h in several[number + 1 :] if h.level <= heading.level)
            yield Section(kind, heading.start, next(later, len(text)))


def _kind(words: str) -> SectionKind | None:
    if _MACHINE_HEADING.fullmatch(words):
        return SectionKind.MACHINE_SUMMARY
    return SectionKind.METADATA if _METADATA_HEADING.fullmatch(words) else None


def line_sections(text: str, lines: list[Line], known: Iterable[Section]) -> Iterator[Section]:
    """Sections whose label is a line, or begins one; and blocks of keys a machine wrote."""
    claimed = Spans((section.start, section.end) for section in known)
    done = 0
    for place, line in enumerate(lines):
        if not may_open(line.words, _OPENS):
            continue
        if line.start < done or line.start in claimed:
            continue
        section = _labelled(text, lines, place)
        if section:
            done = section.end
            yield section


def _labelled(text: str, lines: list[Line], place: int) -> Section | None:
    line = lines[place]
    kind = _kind(line.words) if len(line.words) <= 60 else None
    if kind:
        return Section(kind, line.start, _block_end(text, lines, place))
    if _MACHINE_LABEL.match(line.words[:80]):
        return Section(SectionKind.MACHINE_SUMMARY, line.start, line.end)
    if not (":" in line.words or "：" in line.words):
        return None
    return _keys(lines, place) if _MACHINE_KEY.fullmatch(line.words[:340]) else None


def _block_end(text: str, lines: list[Line], place: int) -> int:
    """A label stands for the paragraph below it, up to the blank line that ends it."""
    last = min(place + 1, len(lines) - 1)
    while last + 1 < len(lines) and "\n" not in text[lines[last].end + 1 : lines[last + 1].start]:
        last += 1
    return lines[last].end


def _keys(lines: list[Line], place: int) -> Section:
    """The lines of keys and values around a machine's key, in one stretch."""
    first = last = place
    while first > max(1, place - MOST_KEYS) and _ANY_KEY.fullmatch(lines[first - 1].words[:340]):
        first -= 1
    while last + 1 < len(lines) and _ANY_KEY.fullmatch(lines[last + 1].words[:340]):
        last += 1
    return Section(SectionKind.METADATA, lines[first].start, lines[last].end)


def whole(text: str, special: Iterable[Section]) -> tuple[Section, ...]:
    """Sections side by side over the whole text; what none claims is body."""
    sections: list[Section] = []
    done = 0
    for kind, start, end in sorted(special, key=lambda section: section[1:]):
        first = max(start, done)
        if first >= end:
            continue
        if done < first:
            sections.append(Section(SectionKind.BODY, done, first))
        sections.append(Section(kind, first, end))
        done = end
    if done < len(text):
        sections.append(Section(SectionKind.BODY, done, len(text)))
    return tuple(sections)
