"""Every word of the interface exists in every language."""

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from aitimeline.translations import (
    PACKAGES,
    catalogues,
    collect_messages,
    read_catalogue,
    untranslated,
)

PO_FILES = pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])


def test_both_chinese_scripts_have_a_catalogue() -> None:
    assert {path.parts[-3] for path in catalogues()} == {"zh_Hans", "zh_Hant"}


@PO_FILES
def test_nothing_is_untranslated(path: Path) -> None:
    assert untranslated(read_catalogue(path)) == []


def test_the_catalogues_are_in_step_with_the_code() -> None:
    marked = {(message.id, message.context) for message in collect_messages() if message.id}
    for path in catalogues():
        kept = {(message.id, message.context) for message in read_catalogue(path) if message.id}
        assert marked - kept == set()
        assert kept - marked == set()


@PO_FILES
def test_placeholders_survive_translation(path: Path) -> None:
    for message in read_catalogue(path):
        for error in message.check():
            pytest.fail(f"{message.id}: {error}")


@PO_FILES
def test_traditional_and_simplified_are_not_mixed_up(path: Path) -> None:
    wrong = {"zh_Hans": "來說時間這個們過會", "zh_Hant": "来说时间这个们过会"}[path.parts[-3]]
    texts = [str(message.string) for message in read_catalogue(path)]
    assert not [text for text in texts if set(text) & set(wrong)]


# What a conversion of characters would leave of the mainland's words.
MAINLAND = "搜索 鏈接 視頻 軟件 網絡 數據 用戶 信息 默認 查看 保存 列表 文檔 服務器 點擊 反饋 打開"


def test_traditional_is_worded_as_in_taiwan() -> None:
    path = next(path for path in catalogues() if "zh_Hant" in path.parts)
    texts = [str(message.string) for message in read_catalogue(path)]
    assert not [text for text in texts if any(word in text for word in MAINLAND.split())]


TEMPLATES = sorted(
    path
    for package in ("events", "sources", "aitimeline")
    for path in (settings.BASE_DIR / package).rglob("templates/**/*.*")
    if path.suffix in (".html", ".txt", ".xml")
)
NAMES = {"Wikidata", "Hugging Face", "UTF-8"}
_UNSEEN = re.compile(
    r"{#.*?#}|{% comment %}.*?{% endcomment %}|{% blocktrans.*?{% endblocktrans.*?%}"
    r"|{% block (?:bodyclass|coltype) %}.*?{% endblock %}|<(style|script|code|kbd)\b.*?</\1>",
    re.DOTALL,
)
_SEEN = re.compile(r"\s(?:title|alt|label|placeholder|aria-label)=(\"[^\"]*\")")


def plain_words(template: str) -> list[str]:
    """What a template says without passing it through gettext: texts, and attributes one reads."""
    text = re.sub(r"{%.*?%}|{{.*?}}", "\n", _UNSEEN.sub("", template), flags=re.DOTALL)
    lines = [*_SEEN.findall(text), *html.unescape(re.sub(r"<[^>]*>", "\n", text)).splitlines()]
    words = [line.strip(' "') for line in lines if re.search(r"[A-Za-z]{2}", line)]
    return [line for line in words if line not in NAMES]


def test_no_template_says_anything_unmarked() -> None:
    assert len(TEMPLATES) > 80
    found = {str(path): plain_words(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "template",
    [
        "<p>No event</p>",
        "{{ n }} events",
        '<a title="Go on">→</a>',
        '<i aria-label="x Close">×</i>',
    ],
)
def test_unmarked_words_are_found(template: str) -> None:
    assert plain_words(template)
    assert not plain_words(f"{{% blocktranslate %}}{template}{{% endblocktranslate %}}")


EAGER = {"gettext", "ngettext", "pgettext", "npgettext"}


def translated_at_import(code: str) -> list[str]:
    """Calls outside of functions that translate at once, into whatever language is set then."""
    tree = ast.parse(code)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = {a.asname or a.name for node in imports for a in node.names if a.name in EAGER}
    calls = [node for node in _at_import(tree) if isinstance(node, ast.Call)]
    return [ast.unparse(call) for call in calls if getattr(call.func, "id", "") in names]


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _at_import(child)


def test_no_word_is_translated_before_a_reader_is_there() -> None:
    files = [path for package in PACKAGES for path in (settings.BASE_DIR / package).rglob("*.py")]
    found = {str(path): translated_at_import(path.read_text(encoding="utf-8")) for path in files}
    assert {path: calls for path, calls in found.items() if calls} == {}
    eager = "from django.utils.translation import gettext as _\nclass A:\n    b = _('c')"
    assert translated_at_import(eager) == ["_('c')"]
