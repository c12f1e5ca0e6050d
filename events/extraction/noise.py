"""Parts of a page that tell no news of their own: notices, advertisements, other headlines."""

import re

from events.extraction.units import Unit
from sources.reading import SectionKind

_NOTICE = re.compile(
    r"免责声明|版权所有|未经授权|转载请|本网站|本文仅代表|不构成投资建议|不构成任何|扫码"
    r"|扫描二维码|长按识别|关注公众号|加入读者群|题图来自|图片来源|本文来源|责任编辑"
    r"|记者[^。]{0,8}[)）]\s*$|\(编辑|（编辑|网友[:：]|精选留言|热门评论|读者评论|评论区|广告"
    r"|赞助商|点击阅读|阅读全文|下载app"
    r"|all rights reserved|unsubscribe|sponsored by|is sponsored|privacy policy|cookies"
    r"|newsletter|sign up (?:for|to)|subscribe|advertisement|click here|terms of (?:use"
    r"|service)|appeared first on"
    r"|reprints:|follow us|read more:|photo:|image credit|reader comment"
)
# a line that only introduces other pages, comments, or an advertisement
_LISTS = re.compile(
    r"\W*(?:推荐阅读|相关阅读|延伸阅读|往期推荐|往期回顾|相关推荐|相关新闻|相关报道|更多新闻"
    r"|热门文章|热门新闻|猜你喜欢|精选留言|网友评论|热门评论|读者评论|读者留言|评论"
    r"|related(?: (?:stories|articles|posts|links))?|most (?:read|popular)|read (?:more|next)"
    r"|more (?:stories|from .{0,30})|recommended(?: for you)?|you may also like|comments?"
    r"|trending|in other news|sponsored|advertisement)\W*"
)
_SIGN = re.compile(r"title:|date:|author:|tags:|url:|slug:|categories:|https?://|---")


def quiet(units: list[Unit], folded: str) -> list[bool]:
    """For each sentence whether it is to be passed over."""
    found: list[bool] = []
    listing = False
    for unit in units:
        words = folded[unit.start : unit.end]
        if _LISTS.fullmatch(words):
            listing = True
        elif listing and not unit.sentence.heading:
            listing = False
        metadata = unit.section is SectionKind.METADATA or bool(_SIGN.match(words))
        found.append(listing or metadata or bool(_NOTICE.search(words)))
    return found


_SUBJECT = re.compile(
    r"\bai\b|(?<![a-z])ai(?![a-z])|人工智能|大模型|语言模型|推理模型|机器学习|深度学习"
    r"|神经网络|算力|智能体|芯片|晶片|chatgpt|gpt|llm|openai|deepseek|anthropic"
    r"|artificial intelligence|machine learning|language model|chatbot|neural|generative"
    r"|large model|\bgpus?\b|semiconductor|\bchips?\b|deep learning|data cent(?:er|re)"
)


def about_ai(folded: str) -> bool:
    """Whether a text is about this industry at all: names alone may be those of stars."""
    return bool(_SUBJECT.search(folded))
