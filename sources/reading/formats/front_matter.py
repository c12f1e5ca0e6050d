"""The YAML or TOML block above a Markdown text: metadata, handed on as hints."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from sources.reading.document import Note
from sources.reading.formats.hints import declared
from sources.reading.part import Declared
from sources.reading.telling import in_short

LONGEST = 20_000
DEEPEST = 6
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FIELDS = {
    "title": ("title", "headline", "标题", "標題", "题目"),
    "published": (
        "date", "published", "publish_date", "published_at", "publishdate", "pubdate", "pub_date",
        "datepublished", "date_published", "publication_date", "published_time", "posted",
        "created", "created_at",
        "发布时间", "發布時間", "发布日期", "發布日期", "日期", "时间", "時間",
        "发表时间", "發表時間",
    ),
    "modified": ("updated", "modified", "lastmod", "last_modified", "updated_at", "更新时间"),
    "author": ("author", "authors", "by", "byline", "creator", "作者", "记者", "記者"),
    "site_name": (
        "publisher", "source", "site", "site_name", "sitename", "publication", "outlet", "website",
        "media", "来源", "來源", "媒体", "媒體", "出处", "公众号",
    ),
    "url": ("url", "link", "source_url", "canonical", "canonical_url", "original_url", "permalink",
            "链接", "鏈接", "原文链接", "连结"),
    "language": ("lang", "language", "locale", "语言", "語言"),
    "description": ("description", "summary", "excerpt", "subtitle", "摘要", "简介"),
}  # fmt: skip
FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
_BLOCK = re.compile(
    r"\ufeff?(?:---[ \t]*\r?\n(?P<yaml>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
    r"|\+\+\+[ \t]*\r?\n(?P<toml>.*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$))",
    re.DOTALL,
)
_LINE = re.compile(r"^([\w.-]{1,40})[ \t]*[:：=][ \t]*(.{1,600}?)[ \t]*\r?$", re.MULTILINE)
_KEYS = re.compile(r"^[\w .-]{1,40}[:=]", re.MULTILINE)


class FrontMatter(NamedTuple):
    end: int  # where the text begins
    hints: tuple[Declared, ...] = ()
    title: tuple[int, int] | None = None  # where the title stands
    notes: tuple[Note, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The block at the very beginning; an end of 0 when there is none."""
    found = (
        _BLOCK.match(text[: LONGEST + 10])
        if text[:4].lstrip("\ufeff")[:3] in ("---", "+++")
        else None
    )
    if not found or not _KEYS.search(found[found.lastgroup or 0]):
        return FrontMatter(0)
    block = found[found.lastgroup or 0]
    notes: tuple[Note, ...] = ()
    if found.lastgroup == "yaml":
        try:
            values = list(_yaml_values(block))
        except (_Refused, yaml.YAMLError) as error:
            notes = (Note("front_matter_unreadable", in_short(_problem(error))),)
            values = _line_values(block)
    else:
        values = _line_values(block)
    hints = tuple(_hints(values))
    return FrontMatter(found.end(), hints, _title_place(text, hints, found.end()), notes)


class _Refused(Exception):  # noqa: N818  # ends the reading of one block
    pass


def _yaml_values(block: str) -> Iterator[tuple[str, str]]:
    """Keys of the top level with their values; a list gives several, a mapping its name."""
    data = _yaml_data(block)
    for key, value in data.items() if isinstance(data, dict) else ():
        for item in value if isinstance(value, list) else [value]:
            text = item.get("name") or item.get("title") if isinstance(item, dict) else item
            if isinstance(text, str):
                yield key, text


def _yaml_data(block: str) -> Any:
    """Built from the parser's events: texts, lists and mappings, nothing that points elsewhere."""
    root: list[Any] = []
    stack: list[list[Any]] = [root]  # a mapping is a list of keys and values until it ends
    for event in yaml.parse(block, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("aliases (*) and anchors (&) are not read")
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(stack) > DEEPEST:
                raise _Refused("it is nested too deeply")
            stack.append([])
        elif isinstance(event, yaml.SequenceEndEvent):
            done = stack.pop()
            stack[-1].append(done)
        elif isinstance(event, yaml.MappingEndEvent):
            pairs = stack.pop()
            keyed = zip(pairs[::2], pairs[1::2], strict=True)
            stack[-1].append({str(key): value for key, value in keyed})
        elif isinstance(event, yaml.ScalarEvent):
            stack[-1].append(event.value)
    return root[0] if root else None


def _line_values(block: str) -> list[tuple[str, str]]:
    return [(m[1], m[2].strip("\"'“”[] ")) for m in _LINE.finditer(block)]


def _hints(values: list[tuple[str, str]]) -> Iterator[Declared]:
    for key, value in values[:100]:
        field = FIELD_OF.get(key.strip().lower())
        if field and value.strip() not in ("", "~", "null"):
            yield declared(field, value, f"front matter {key}")


def _title_place(text: str, hints: tuple[Declared, ...], end: int) -> tuple[int, int] | None:
    title = next((hint.value for hint in hints if hint.field == "title"), "")
    start = text.find(title, 0, end) if title else -1
    return (start, start + len(title)) if start >= 0 else None


def _problem(error: Exception) -> str:
    return str(error.problem if isinstance(error, yaml.MarkedYAMLError) else error)
