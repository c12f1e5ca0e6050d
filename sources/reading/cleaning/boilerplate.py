"""Lines of a page that belong to nobody's text: cut by unmistakable words and their place only.

A rule cuts a whole line. Lines of the tail are also judged sentence by sentence, because
disclaimers share their paragraph with other things.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sources.reading.document import Note
from sources.reading.lines import Line, may_open, openings, squeezed
from sources.reading.mapped import Edit
from sources.reading.telling import in_short

TAIL = 15  # lines from the end in which closing matter is looked for
WIDEST = 320  # columns: a longer line is never cut as a whole
LINK_WIDTH = 110  # columns of a line that only names another article


class Cut(NamedTuple):
    start: int
    end: int
    code: str


class _Rule(NamedTuple):
    code: str
    pattern: str


def _rule(code: str, *patterns: str) -> _Rule:
    return _Rule(code, "|".join(f"(?:{p})" for p in patterns))


def _any_of(*rules: _Rule) -> re.Pattern[str]:
    """Rules as one pattern, whose `lastgroup` is the code of the first that fits."""
    return re.compile("|".join(f"(?P<{code}>{p})" for code, p in rules), re.IGNORECASE)


# Whole lines, wherever they stand.
_ANYWHERE = _any_of(
    _rule(
        "advertisement_removed",
        r"[【\[(（]?(?:广告|廣告|AD|Ads|Advertisement|Sponsored(?: content| post)?|推广|推廣"
        r"|贊助商|赞助商"
        r"|赞助内容|贊助內容|Promoted)[】\])）]?",
        r"我是(?:广告|廣告).{0,30}",
        r"(?:广告|廣告)\s*[,，:：]?\s*(?:请|請)?(?:继续|繼續)往下(?:阅读|閱讀).{0,10}",
        r"(?:以下|以上)(?:内容|內容)?(?:为|為|是)(?:广告|廣告).{0,20}",
        r"advertisement\s*[-–—:]?\s*(?:continue|scroll).{0,60}",
        r"(?:article|story) continues (?:below|after).{0,40}",
        r"(?:today['’]s|this|the) (?:issue|newsletter|edition|episode|email|post|week['’]s issue)"
        r" (?:is|was) (?:sponsored|brought to you|presented|supported) by .{1,200}",
        r"(?:brought to you|sponsored|presented) by:? .{1,120}",
        r"(?:a (?:word|message) from our sponsors?|together with our sponsors?)\b.{0,100}",
        r"[【\[](?:广告|廣告|推广|推廣|AD|Ad)[】\]].{1,120}",
    ),
    _rule(
        "sharing_removed",
        r"(?:长按|長按|扫码|掃碼|扫一扫|掃一掃|微信扫一扫|微信掃一掃|扫描|掃描)(?:上方|下方"
        r"|图中|圖中|识别|識別|二维码"
        r"|二維碼|关注|關注|阅读|閱讀|[\s，,、]).{0,60}",
        r"(?:长按|長按|扫码|掃碼|扫一扫|掃一掃)",
        r"(?:点击|點擊|點選|点选)(?:上方|下方|此处|此處|这里|這裡|标题|標題|左下角|文末|右上角"
        r"|蓝字|藍字|关注|關注|订阅"
        r"|訂閱|阅读原文|閱讀原文|查看|进入|進入|链接|連結)(?:[^。]{0,50})",
        r"(?:欢迎|歡迎|快来|快來|记得|記得)(?:扫码|掃碼|关注|關注|加入|订阅|訂閱|添加|转发"
        r"|轉發|分享|点赞|按讚|長按|长按)"
        r".{0,60}",
        r"(?:关注|關注)(?:我们|我們|公众号|公眾號|本号|微信公众号).{0,40}",
        r"(?:阅读|閱讀)(?:原文|全文)|(?:查看|閱讀|阅读)更多",
        r"(?:分享|转发|轉發)(?:到|至|给|給)[:：]?.{0,40}|分享(?:本文|此文|文章)?",
        r"(?:点赞|點讚|在看|收藏|转发|轉發)(?:[、，/ ]*(?:点赞|點讚|在看|收藏|转发|轉發|评论"
        r"|評論)){1,4}.{0,20}",
        r"(?:微信)?(?:公众号|公眾號|官方微信|微信号|加微信|添加微信)[:：].{1,40}",
        r"(?:[\s|·•/]*(?:转发|轉發|评论|評論|赞|讚|收藏|阅读|閱讀|浏览|瀏覽|点赞|點讚|分享)(?:数|量|次数)?\s?[:：(（]?\s?"
        r"\d[\d.,万萬]*[+)）]?){2,6}",
        r"(?:subscribe|sign up|sign in|log in|register)"
        r"(?:$| (?:to|for|now|today|here|free|and)\b.{0,120})",
        r"follow (?:us|me|our|@).{0,100}|share (?:this|on|via)\b.{0,60}|share",
        r"(?:get|join|try|download|discover) (?:the|our) .{0,60}(?:newsletter|app|inbox"
        r"|community)\b.{0,80}",
        r"tap here to .{0,60}|click (?:here|below|the link|to)\b.{0,100}",
        r"(?:facebook|twitter|x|linkedin|whatsapp|email|reddit|telegram|weibo|微博|微信|QQ空间)"
        r"(?:[\s|·•/,]+(?:facebook|twitter|x|linkedin|whatsapp|email|reddit|telegram|weibo"
        r"|copy link"
        r"|微博|微信|QQ空间|QQ)){1,9}",
        r"forwarded this (?:e-?mail|message)\?.{0,100}",
    ),
    _rule(
        "navigation_removed",
        r"(?:view|read|open|see|trouble viewing|having trouble viewing)\b.{0,40}"
        r"(?:in|on) (?:your|a|the) (?:web )?browser\b.{0,80}",
        r"(?:you (?:are|were) receiv(?:ing|ed) this|this (?:e-?mail|message) was sent)\b.{0,200}",
        r"unsubscribe\b.{0,120}|(?:manage|update) (?:your )?(?:e-?mail )?(?:preferences"
        r"|subscription).{0,80}",
        r"(?:如|若)(?:无法|無法)(?:正常)?(?:显示|顯示|浏览|瀏覽|查看).{0,60}|(?:退订|退訂"
        r"|取消订阅|取消訂閱).{0,60}",
        r"(?:we|this (?:web)?site|our (?:web)?site)(?: and our .{0,30})? uses? cookies?\b.{0,200}",
        r"we value your privacy\b.{0,200}|(?:accept|reject|allow|manage) (?:all|cookies?)\b.{0,60}",
        r"(?:本网站|本網站|本站|我们|我們)使用\s?cookies?.{0,120}",
        r"skip to (?:main )?content|back to (?:top|home)|返回(?:顶部|頂部|首页|首頁|列表)",
        r"(?:首页|首頁|home)\s?[>›»/].{0,80}|(?:当前|當前|您的)?位置\s?[:：].{0,80}",
        r"(?:上一篇|下一篇|上一條|下一条)\s?[:：].{0,120}",
        r"(?:字号|字號|字體|字体)\s?[:：]?.{0,20}|打印本[页文].{0,20}|【?(?:打印|关闭窗口|列印)】?",
        r"listen to (?:this )?(?:article|story)\b.{0,40}|\d{1,2}[ -]min(?:ute)?s? (?:read|listen)",
        r"(?:leave|post|write|add) a (?:comment|reply)\b.{0,40}|\d{1,6} comments?"
        r"|comments? ?\(\d{1,6}\)",
        r"the post .{1,200} (?:appeared first on|first appeared on) .{1,80}",
        r"[\s—\-–=*_·~～#]*(?:END|The End|全文完|正文完|本文完)[\s—\-–=*_·~～#]*",
        r"(?:责任|責任)?(?:分享到|网友评论|網友留言|发表评论|發表評論|我要评论|评论区"
        r"|留言板).{0,30}",
    ),
)

# Whole lines near the end: how they begin, and what may stand anywhere in them.
_TAIL_RULES = (
    (
        "copyright_removed",
        (
            r"(?:©|\(c\)\s?(?:19|20)\d\d|版权所有|版權所有).{0,200}",
            r"copyright(?:\s?[©:：]|\s?\(c\)|\s(?:19|20)\d\d|\sby\b).{0,200}",
        ),
        (
            r".{0,100}版[权權]所有[.。]?.{0,60}",  # a sign by itself is found fast, words are not
            r".{0,100}all rights reserved[.。]?.{0,60}",
            r".{0,60}(?-i:ICP)[备備证證]\s?\d.{0,60}",
        ),
    ),
    ("advertisement_removed", (r"★.{1,80}★", r"(?:广告|廣告|推广|推廣)[:：].{1,120}"), ()),
    (
        "sharing_removed",
        (
            r"(?:更多|获取更多|獲取更多).{0,30}(?:请|請)?(?:关注|關注|扫码|掃碼|下载|下載|登录"
            r"|登錄|访问|訪問).{0,60}",
        ),
        (
            r"[^。]{0,30}(?:扫码|掃碼|长按|長按|二维码|二維碼).{0,40}(?:关注|關注|加入|获取|獲取"
            r"|下载|下載|进群|領取|领取|识别"
            r"|識別|加群|阅读|閱讀).{0,60}",
        ),
    ),
    (
        "navigation_removed",
        (
            r"(?:标签|標籤|关键词|關鍵字|tags?|filed under|topics?)\s?[:：].{0,160}",
            r"(?:more|read more|contact us|about us|privacy policy|terms(?: of (?:use|service))?)"
            r"(?:\s?[|·•].{0,120})?",
        ),
        (),
    ),
)
_TAIL = _any_of(*(_rule(code, *opening, *within) for code, opening, within in _TAIL_RULES))
_TAIL_OPENING = _any_of(*(_rule(code, *opening) for code, opening, _within in _TAIL_RULES))
_DISCLAIMER = re.compile(
    r"^[(（【\[*＊]*\s*(?:(?:免责|免責|版权|版權|特别|特別|郑重|鄭重|风险|風險|温馨)(?:声明"
    r"|聲明|提示|说明|說明)"
    r"|(?:声明|聲明)\s?[:：]\s?(?:本|此|凡|该|該|文)|disclaimer\s?[:：.]|投资有风险|風險警語)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:本网站|本網站|本站|本平台|任何单位或个人|任何單位或個人|如有侵权|如有侵權|涉嫌侵犯"
    r"|投稿|转载|轉載"
    r"|法律责任|法律責任|版权归|版權歸|删除|刪除)"
)
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]?[)）”」】\]]*")
_CLOSING_SENTENCE = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        _rule(
            "disclaimer_removed",
            r"(?:本文|文章|以上|内容|內容|观点|觀點).{0,20}(?:仅|僅|只)?代表(?:作者|個人|个人)",
            r"不代表.{0,12}(?:本站|本网|本網|本平台|平台|立场|立場|观点|觀點)",
            r"不(?:构成|構成)(?:任何)?(?:投资|投資)?(?:建议|建議|意见|意見)",
            r"(?:仅|僅)供(?:参考|參考|读者参考|學習|学习)",
            r"(?:如有|若有|涉及|如涉)侵[权權].{0,30}(?:联系|聯繫|删除|刪除|告知)",
            r"(?:未经|未經|非经).{0,16}(?:授权|授權|许可|許可|允许|允許|同意).{0,16}(?:转载|轉載"
            r"|复制|複製|使用)",
            r"(?:转载|轉載)(?:请|請|须|需|時請|时请).{0,16}(?:注明|註明|联系|聯繫)",
            r"(?:版权|版權|著作权)(?:归|歸|属|屬).{0,30}(?:所有|原作者)",
            r"(?:views|opinions) expressed .{0,80}(?:do not|are (?:those|solely|his|her|their))",
            r"(?:not|does not constitute|no) (?:investment|financial|legal) advice",
            r"for informational purposes only",
        ),
        _rule(
            "sharing_removed",
            r"^[(（]?(?:欢迎|歡迎|请|請)?(?:长按|長按|扫码|掃碼|扫一扫|掃一掃|扫描|掃描).{0,20}"
            r"(?:关注|關注|加入|获取|獲取|下载|下載|进群|進群|领取|領取|识别|識別|添加|订阅|訂閱|报名|報名|咨询|諮詢"
            r"|二维码|二維碼|公众号|公眾號|全文)",
            r"^[(（]?(?:欢迎|歡迎|请|請)(?:关注|關注|订阅|訂閱|加入|转发|轉發|点赞)",
        ),
        _rule(
            "photo_credit_removed",
            r"^[(（]?(?:题图|題圖|封面图?|封面圖|头图|首图|配图)(?:来自|來自|来源|來源|[:：])",
        ),
    )
)

_HINTS = (  # one of these is in every closing sentence, and in a line that may begin with anything
    "代表", "构成", "構成", "供参", "供參", "供读", "供学", "供學", "侵权", "侵權", "转载",
    "轉載", "未经", "未經", "非经", "版权", "版權", "著作权", "长按", "長按", "扫", "掃", "关注",
    "關注", "订阅", "訂閱", "加入", "转发", "轉發", "点赞", "题图", "題圖", "封面", "头图",
    "首图", "配图", "二维码", "二維碼",
)  # fmt: skip
_HINTED = re.compile("|".join(_HINTS))
_ENGLISH_HINTS = ("expressed", "advice", "informational", "rights reserved", "icp")
_RELATED = re.compile(
    r"[▍▎■◆●▶►>＞☆★◎#*\-—=_\s【\[]*(?:相关|相關|推荐|推薦|往期|延伸|更多|热门|熱門|精彩|精选"
    r"|精選|扩展|最新|猜你|你可能|您可能"
    r"|看更多|其他人也|大家都在)(?:的)?"
    r"(?:推荐|推薦|精选|精選|精彩|好文|阅读|閱讀|文章|新闻|新聞|报道|報導|報道|内容|內容|资讯|資訊|喜欢|喜歡"
    r"|感兴趣|回顾|回顧|话题|看|也喜欢|也喜歡"
    r"|还喜欢|還喜歡|也会喜欢|也感兴趣)+[】\]]?\s*[:：]?[\s▼↓>》—\-=]*"
    r"|(?:related|recommended|most (?:read|popular|viewed)|popular|trending|latest|top)"
    r"(?: (?:articles?|stories|news|posts?|reading|content|coverage|now|links|topics|for you))?:?"
    r"|(?:more (?:from|on|in|stories|like this|news)|read (?:more|next|also)|you (?:may"
    r"|might) also like"
    r"|also read|up next|further reading|don['’]t miss|editor['’]s picks?)\b[^.]{0,40}:?",
    re.IGNORECASE,
)
_RELATED_INLINE = re.compile(
    r"(?:相关|相關|推荐|推薦|往期|延伸|更多)(?:阅读|閱讀|推荐|推薦|文章|新闻|新聞|報導|报道"
    r"|回顾)\s?[:：|｜]\s?\S[^。]{0,80}"
    r"|(?:read more|related|see also|also read|more on this)\s?[:：]\s?[^.。]{1,140}",
    re.IGNORECASE,
)

_ANYWHERE_OPENS = openings(_ANYWHERE.pattern)
_RELATED_OPENS = openings(_RELATED.pattern, _RELATED_INLINE.pattern, _DISCLAIMER.pattern)
_CLOSING_OPENS = _RELATED_OPENS | openings(_TAIL_OPENING.pattern)


def cuts(lines: list[Line], kept: set[int]) -> list[Cut]:
    """What to cut of these lines; `kept` are the starts of lines that stay whatever they say."""
    found: dict[int, list[Cut]] = {}
    tail = max(len(lines) - TAIL, min(2, len(lines) - 1))
    hinted = _hinted("\n".join([line.words for line in lines[tail:]]).lower())
    for place, line in enumerate(lines):
        if line.start in kept or line.start in found:
            continue
        code = line_code(line)
        of_line = [(place, Cut(line.start, line.end, code))] if code else []
        if not code and place >= tail and (hinted or may_open(line.words, _CLOSING_OPENS)):
            of_line = list(_of_closing_line(lines, place, hinted))
        for number, cut in of_line:
            if lines[number].start not in kept:
                found.setdefault(lines[number].start, []).append(cut)
    return [cut for several in found.values() for cut in several]


def _of_closing_line(lines: list[Line], place: int, hinted: bool) -> Iterator[tuple[int, Cut]]:
    """Cuts that this line causes, with the number of the line each is in; hinted: the tail is."""
    line = lines[place]
    fitting = _TAIL if hinted else _TAIL_OPENING
    whole = None if _is_wide(line) else fitting.fullmatch(line.words)
    if whole:
        yield place, Cut(line.start, line.end, whole.lastgroup or "")
        return
    if may_open(line.words, _RELATED_OPENS):
        if _RELATED.fullmatch(line.words):
            yield from _related(lines, place)
            return
        if line.width <= LINK_WIDTH + 30 and _RELATED_INLINE.fullmatch(line.words):
            yield place, Cut(line.start, line.end, "related_removed")
            return
        if _DISCLAIMER.match(line.words):
            yield from _disclaimer(lines, place)
            return
    if hinted:
        yield from _sentences(line, place)


def line_code(line: Line) -> str:
    """What a line is that belongs to no text, wherever it stands; "" for any other."""
    if not may_open(line.words, _ANYWHERE_OPENS) or _is_wide(line):
        return ""
    match = _ANYWHERE.fullmatch(line.words)
    return (match.lastgroup or "") if match else ""


def _is_wide(line: Line) -> bool:
    """Whether it is too wide to be cut as a whole; that of a short or long one is not counted."""
    many = len(line.words)
    return 5 * many > 2 * WIDEST and (many > WIDEST or line.width > WIDEST)


# a headline that breaks off, the beginning of its article behind it
_BEGUN = re.compile(r"\S[^。\n]{3,40}(?:\.{3}|…+)(?:\s|\Z)|.*(?:\.{3}|…)\Z")


# a headline that asks or exclaims
_ASKING = re.compile(r"[^。，,;；]{4,40}[？！?!]")


def _related(lines: list[Line], place: int) -> Iterator[tuple[int, Cut]]:
    """The label, and the lines below it as long as they only name or begin other articles."""
    for number in range(place, len(lines)):
        line = lines[number]
        told = line.ends_a_sentence and not _ASKING.fullmatch(line.words)
        whole = told or line.width > LINK_WIDTH
        if number > place and whole and not _BEGUN.match(line.words):
            return
        yield number, Cut(line.start, line.end, "related_removed")


def _disclaimer(lines: list[Line], place: int) -> Iterator[tuple[int, Cut]]:
    """The labelled line, and what goes on below it: up to its bracket, or while it sounds so."""
    opened = lines[place].words[:1] in ("(", "（", "【", "[")
    for number in range(place, min(place + 6, len(lines))):
        line = lines[number]
        if number > place and not opened and not _GOES_ON.search(line.words):
            return
        yield number, Cut(line.start, line.end, "disclaimer_removed")
        if opened and re.search(r"[)）】\]]\s*$", line.words):
            return


def _hinted(words: str) -> bool:
    if words.isascii():
        return any(hint in words for hint in _ENGLISH_HINTS)
    return bool(_HINTED.search(words)) or any(hint in words for hint in _ENGLISH_HINTS)


def _sentences(line: Line, number: int) -> Iterator[tuple[int, Cut]]:
    """Sentences of a closing line that disclaim, ask to scan or credit a picture."""
    if not _hinted(line.words):
        return
    place = line.start + line.indent
    for match in _SENTENCE.finditer(line.words):
        sentence = match[0].strip()
        if 4 <= len(sentence) <= 200 and _hinted(sentence):
            for code, pattern in _CLOSING_SENTENCE:
                if pattern.search(sentence):
                    yield number, Cut(place + match.start(), place + match.end(), code)
                    break


def teaser(lines: list[Line], title: str) -> Line | None:
    """A closing line that only begins the text again and breaks off."""
    for line in lines[-6:]:
        if len(line.words) < 24 or not line.words.endswith(("…", "...", "。。。")):
            continue
        start = squeezed(line.words)
        if title and start.startswith(squeezed(title)):
            start = start[len(squeezed(title)) :]
        earlier = [squeezed(other.words) for other in lines if other.start < line.start]
        if len(start) >= 10 and any(other.startswith(start) for other in earlier):
            return line
    return None


def as_edits(text: str, found: list[Cut]) -> tuple[list[Edit], tuple[Note, ...]]:
    notes = tuple(Note(cut.code, in_short(text[cut.start : cut.end])) for cut in found)
    return [Edit(cut.start, cut.end) for cut in found], notes
