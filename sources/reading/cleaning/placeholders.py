"""What stands in a text for a picture: placeholders, and the photographer's credit."""

import re

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText
from sources.reading.mapped import Edit
from sources.reading.telling import counted

_PLACEHOLDER = re.compile(
    r"[ \t]?(?:【(?:配?[图圖]片?|插[图圖]|[視视][频頻]|截[图圖]|表情|gif|image|img"
    r"|photo)\s?\d{0,3}】"
    r"|\[(?:配?[图圖]片?|插[图圖]|[視视][频頻]|截[图圖]|动画表情|image|img|photo|picture|video|gif)"
    r"\s?\d{0,3}(?:[:：]\s*(?P<caption>[^\]\n]{0,80}))?\]"
    r"|<(?:image|img|图片)\d{0,3}>)",
    re.IGNORECASE,
)
_AGENCIES = (
    r"Bloomberg|Getty(?: Images)?|Reuters|AFP|AP|Shutterstock|EPA|Zuma|VCG|Alamy|Sipa|Redux"
    r"|Unsplash"
    r"|彭博社?|路透社?|法新社?|美联社|美聯社|新华社|新華社|视觉中国|視覺中國|中新社|中央社"
    r"|IC ?photo"
)
_LABEL = (
    r"(?:摄影师|攝影師|摄影|攝影|图片来源|圖片來源|图源|圖源|图片提供|題圖來自|题图来自|来源图片"
    r"|Photograph(?:er)?(?: by)?|Photo(?: credit| by)?|Image(?: credit| source)?|Picture|Credit)"
)
_CREDIT = re.compile(rf"\n[(（▲]?[ \t]*{_LABEL}", re.IGNORECASE)  # found faster than with ^
_GLUED = re.compile(
    rf"^[(（]?{_LABEL}[:：][ \t]*[^\n/／|。]{{0,60}}?[/／"
    rf"|][ \t]*(?:{_AGENCIES})(?:[/／](?:{_AGENCIES}))*"
    r"[)）]?[ \t]*",
    re.MULTILINE | re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^[(（▲]?[ \t]*{_LABEL}[ \t]*[:：/／][ \t]*[^\n。！？]{{1,60}}$"
    rf"|^[(（]{_LABEL}[^\n。)）]{{1,60}}[)）]$",
    re.MULTILINE | re.IGNORECASE,
)


def without_placeholders(text: CleanText) -> Step:
    words = text.text
    if "【" not in words and "[" not in words and "<" not in words:
        return Step(text)
    found = list(_PLACEHOLDER.finditer(words))
    edits = [edit for match in found for edit in _edits(match)]
    return applied(text, edits, *counted("image_placeholders_removed", [m[0] for m in found]))


def _edits(match: re.Match[str]) -> list[Edit]:
    """The placeholder goes; the words of a caption in it stay."""
    if not match["caption"]:
        return [Edit(match.start(), match.end())]
    start, end = match.span("caption")
    return [Edit(match.start(), start), Edit(end, match.end())]


def without_photo_credits(text: CleanText) -> Step:
    """A credit on its own line, or one glued to the text and ended by its agency."""
    if not _CREDIT.search(f"\n{text.text}"):
        return Step(text)
    found = [*_GLUED.finditer(text.text), *_ALONE.finditer(text.text)]
    edits = [Edit(match.start(), match.end()) for match in found]
    return applied(text, edits, *counted("photo_credit_removed", [m[0] for m in found]))
