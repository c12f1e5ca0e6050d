"""Parts of a page that tell no news of their own: notices, advertisements, other headlines."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from events.extraction.clauses.units import Unit
from events.extraction.vocabulary import Vocabulary
from sources.reading import SectionKind

_NOTICES = (
    "免责声明",
    "版权所有",
    "未经授权",
    "转载请",
    "转载发布",
    "本文源自",
    "本文来自",
    "本文转载",
    "本网站",
    "本文仅代表",
    "不构成投资建议",
    "不构成任何",
    "扫码",
    "扫描二维码",
    "长按识别",
    "关注公众号",
    "加入读者群",
    "题图来自",
    "图片来源",
    "本文来源",
    "责任编辑",
    "网友:",
    "网友：",
    "精选留言",
    "热门评论",
    "读者评论",
    "评论区",
    "赞助商",
    "点击阅读",
    "阅读全文",
    "下载app",
    "点我下载",
    "点我订阅",
    "点此订阅",
    "取消订阅",
    "用app看新闻",
    "往下阅读",
    "我是广告",
    "限时优惠",
    "限时加购",
    "优惠码",
    "折扣码",
    "加入line",
    "追踪我们",
    "更多新闻",
    "本日赞助",
    "赞助内容",
    "all rights reserved",
    "unsubscribe",
    "sponsored by",
    "is sponsored",
    "privacy policy",
    "cookies",
    "sign up for",
    "sign up to",
    "click here",
    "terms of use",
    "terms of service",
    "appeared first on",
    "reprints:",
    "follow us",
    "read more:",
    "photo:",
    "image credit",
    "reader comment",
    "paid subscri",
    "upgrade to paid",
    "view this post on the web",
    "view in browser",
    "view this email",
    "view online",
    "receiving this email",
    "receiving this because",
    "you signed up",
    "forward this email",
    "forwarded this email",
    "share this post",
    "thanks for reading",
    "thank you for reading",
    "manage your preferences",
    "update your preferences",
    "free trial",
    "free for 7 days",
    "free for 14 days",
    "free for 30 days",
    "try it free",
    "start your free",
    "get started for free",
    "use code ",
    "promo code",
    "limited-time offer",
    "limited time offer",
    "book a demo",
    "request a demo",
    "get your tickets",
    "save your seat",
    "register now",
    "join us live",
    "watch now",
    "listen now",
    "file photo",
    "photo by",
    "photo credit",
    "photograph:",
    "illustration:",
    "illustration by",
    "via getty images",
    "/getty images",
    "/shutterstock",
    "is a reporter covering",
    "is a reporter at",
    "is a senior reporter",
    "is a staff writer",
    "is a freelance",
    "is a journalist",
    "about the author",
    "originally appeared on",
    "originally published on",
    "republished with permission",
    "forward-looking statements",
    "media contact",
    "press contact",
    "editor's note:",
    "welcome to the latest",
    "welcome to another",
    "welcome back to",
    "welcome to this",
    "in today's newsletter",
    "in today's issue",
    "in today's edition",
    "in this edition",
    "in this issue",
    "happy monday",
    "happy tuesday",
    "happy wednesday",
    "happy thursday",
    "happy friday",
    "let's dive in",
    "let's get into it",
    "before we dive",
)
# advertisements and invitations; inside of a sentence they are what it speaks of
_SHORT_NOTICE = re.compile(
    r"[\W]*(?:广告|推广|advertisement|subscribe|(?:our |sign up for our )?newsletter)"
    r"|[^，。]{0,24}(?:广告|newsletter|subscribe)[^，。]{0,8}\Z"
)
_REPORTER = re.compile(r"[(（](?:责任)?编辑[^()（）]{0,16}[)）]?\s*$|记者[^。]{0,8}[)）]\s*$")
# a line that only introduces other pages, comments, or an advertisement
_LISTS = re.compile(
    r"\W*(?:推荐阅读|相关阅读|延伸阅读|往期推荐|往期回顾|相关推荐|相关新闻|相关报道|更多新闻"
    r"|热门文章|热门新闻|猜你喜欢|精选留言|网友评论|热门评论|读者评论|读者留言|评论"
    r"|related(?: (?:stories|articles|posts|links))?|most (?:read|popular)|read (?:more|next)"
    r"|more (?:stories|from .{0,30})|recommended(?: for you)?|you may also like|comments?"
    r"|trending|in other news|sponsored|advertisement)\W*"
)
_SIGN = re.compile(
    r"title:|date:|author:|tags:|url:|slug:|categories:|https?://|---"
    r"|(?:published|updated|posted|last modified|发布时间|发布日期|发布于|更新时间|更新于|发表于"
    r"|发表时间)"
    r"[^a-z，。]{0,4}(?:on |at )?[^，。]{0,12}\d[^，。]{0,30}\Z"
)


# a word of everything that the expressions above find: sentences without one are not looked at
_BESIDES = (
    "广告|推广|advertisement|subscribe|newsletter|记者|阅读|往期|相关|更多新闻|热门|猜你|留言|评论|related"
    "|most read|most popular|read more|read next|more stories|more from|recommended|you may|comment"
    "|trending|other news|sponsored|title:|date:|author:|tags:|url:|slug:|categories:|http|---"
    "|▲|△|▼|▽|图为|示意图|资料图|(路透|(美联|(法新|(新华社)|(中新|(中央社)|(彭博|(资料|(档案|(取自|(图"
    "|(摄影|(photo|摄)|摄影)|(编辑|（编辑"
    "|published|updated|posted|modified|发布时间|发布日期|发布于|更新时间|更新于|发表于|发表时间"
)


_HINTS = Vocabulary(lambda: dict.fromkeys((*_NOTICES, *_BESIDES.split("|")), True))
_METADATA = SectionKind.METADATA
# whose picture it is, behind the words under it
_CREDIT = re.compile(
    r"[(（](?:路透社?|美联社|法新社|新华社|中新社|中央社|彭博社?|资料照片?|资料图片?|档案照片?|示意图|取自[^()（）]{1,12}"
    r"|(?:图|图片|摄影|photo)[/／:：][^()（）]{1,24}|(?:记者|本报)?[^()（）]{0,8}(?:摄影?|翻摄))[)）]\s*\Z"
)
_CAPTION = re.compile(
    r"\s*(?:[▲△▼▽]|图为|图[:：/]|(?:这张|该|上图|下图)[^，。]{0,20}(?:照片|示意图|资料图|图片)[中里显])"
)
_CAPTION_LENGTH = 120
_BULLETS = "-*•·●▪–"  # an item of the list is no prose
_LAST_PART = 0.7  # of a text: a list of other articles there is followed by nothing else


def quiet(units: Sequence[Unit], folded: str) -> list[bool]:
    """For each sentence whether it is to be passed over."""
    hints = sorted(start for _, start, _ in _HINTS.find(folded))
    if not hints:
        return [unit.section is _METADATA for unit in units]
    found: list[bool] = []
    listing = last = False
    for unit in units:
        hinted = bisect_left(hints, unit.start) < bisect_left(hints, unit.end)
        words = folded[unit.start : unit.end] if hinted else ""
        if hinted and _LISTS.fullmatch(words):
            listing = True
            last = unit.start > _LAST_PART * len(folded)
        elif listing and not last and not unit.heading and folded[unit.start] not in _BULLETS:
            listing = False
        metadata = unit.section is _METADATA
        found.append(listing or metadata or (hinted and _is_notice(words)))
        if hinted and words[-1] in ")）" and _CREDIT.search(words):
            _pass_over_line(found, units, len(found) - 1)
    return found


def _pass_over_line(found: list[bool], units: Sequence[Unit], credit: int) -> None:
    """What stands before a credit in its line is the caption."""
    first = credit
    while first and units[first - 1].line == units[credit].line:
        first -= 1
    if units[credit].end - units[first].start <= _CAPTION_LENGTH:
        found[first:credit] = [True] * (credit - first)


def _is_notice(words: str) -> bool:
    return bool(
        any(notice in words for notice in _NOTICES)
        or _SIGN.match(words)
        or _SHORT_NOTICE.match(words)
        or _REPORTER.search(words)
        or _CAPTION.match(words)
        or (len(words) <= _CAPTION_LENGTH and _CREDIT.search(words))
    )


# alternatives that begin with a letter, so that the engine passes over most places
_SUBJECT = re.compile(
    r"ai(?<![a-z]ai)(?![a-z])|人工智[能慧]|大模型|语言模型|推理模型|机器学习|深度学习"
    r"|神经网络|算力|智能体|芯片|晶片|chatgpt|gpt|llm|openai|deepseek|anthropic"
    r"|artificial intelligence|machine learning|language model|chatbot|neural|generative"
    r"|large model|gpu(?<!\wgpu)s?\b|semiconductor|chip(?<!\wchip)s?\b|deep learning"
    r"|data cent(?:er|re)|具身智能|人形机器人|自动驾驶|多模态|文生图|文生视频|生成式|大规模预训练"
    r"|humanoid|self-driving|robotaxi|foundation model|fine-?tun|machine-learning"
    r"|text-to-(?:image|video)"
)


@lru_cache(maxsize=1)  # asked for its names, then for its events
def about_ai(folded: str) -> bool:
    """Whether a text is about this industry at all: names alone may be those of stars."""
    return bool(_SUBJECT.search(folded))
