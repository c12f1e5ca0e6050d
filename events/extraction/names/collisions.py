"""Names that are also something else: what must and must not stand beside them.

What must not stand directly beside a name is a regular expression over the folded text (lower
case, Simplified); what stands near is a list of words. A name with `needs`, `kin` or
`given` is in doubt; words nearby or a certain mention of its kin (its developer, or another of
the developer's models) settle it. A name in no row here is taken as it stands.
"""

# ruff: noqa: E501  # a rule is one line, whatever its length

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from events.extraction.found import EntityKind
from events.extraction.names.lands import is_shared
from events.extraction.names.squashing import shape_of
from events.extraction.registry import Entry
from sources.chinese import HAN

NEAR = 100  # characters before and after a name that count as near
BESIDE = 24  # characters before or after a name that count as directly beside it

# Words that stand near: Latin ones whole (a plural s may follow), or their beginning with a star.
AI = (
    "人工智能|人工智慧|模型|智能体|聊天机器人|机器学习|深度学习|大语言|多模态|算力|智能助手|语音助手|生成式"
    "|ai|a.i.|ml|llm|gpu|model|chatbot|assistant|agent|agentic|open-weight|open weight|open-source|open source|open-sourced|machine learning"
    "|deep learning|neural|multimodal|generative|benchmark|prompt|fine-tun*|finetun*|transformer|token|api|inference|reasoning|startup"
)
BUSINESS = (
    "公司|集团|股价|股份|财报|市值|首席|总裁|营收|投资|收购|融资|芯片|手机|科技|发布|推出|开发者|系统|合作|巨头|产品"
    "|company|companies|share|stock|ceo|inc|corp|earnings|revenue|market|investor|chip|startup|tech|developer|launch*|announc*|releas*|acqui*"
    "|deal|founder|founded|product"
)


class Rule(NamedTuple):
    not_after: str = ""  # what must not stand directly before the name
    not_before: str = ""  # what must not stand directly after it
    not_near: str = ""
    needs: str = ""  # what settles a doubt when it stands near
    kin: bool = False  # in doubt until its kin is named
    within: int = 0  # characters within which the kin must stand; 0: anywhere
    given: bool = False  # a first name: in doubt when a surname seems to follow
    word: bool = (
        False  # an ordinary word when it is printed small: where its capital stands decides
    )
    short: bool = False  # not printed in the registry, only a longer name with it
    shared: bool = False  # a ministry's of many countries
    listed: bool = False  # stands in the table below: nothing to go by in a text about other things

    @property
    def doubts(self) -> bool:
        return bool(self.needs) or self.kin or self.word or self.short


NO_RULE = Rule()  # the name is taken as it stands
SHARED = Rule(shared=True)

# What the sciences, the kitchen, the sky and other trades call by these names.
_SKY = "星座|运势|流星|占星|白羊|金牛|巨蟹|天秤|天蝎|射手|摩羯|水瓶|双鱼|zodiac|horoscope|constellation|astrolog*|meteor*|nasa|阿波罗"
_FRUIT = "果园|水果|果农|果树|果汁|种植|香蕉|采摘|每斤|公斤|好吃|削皮|苹果派|orchard|fruit|juice|pie|cider|banana|grower"
_FOOD = "红豆|馅|面团|蒸|馒头|早餐|糯米|黄米|包子|点心|小吃|蒸笼|吃了|美食|食谱"
_WATER = r"雨林|河|流域|丛林|盆地|部落|热带"

_ROWS: tuple[tuple[tuple[str, ...], Rule], ...] = (
    # organizations
    (("阿里",), Rule(
        not_after=r"[·•・]|拳王|穆罕默德|巴|哈|马|卡|索马里",
        not_before=r"[·•・]|山|地区|郡|普|斯|娜|夫|尔|安|拉|亚斯|木|机场|·|\s*[·•]",
    )),
    (("字节",), Rule(
        not_after=r"[0-9一二两三四五六七八九十百千万亿多每个单双兆位]\s*",
        not_before=r"码|序|数|流|对齐|编码|数组|长度|大小|级|/|每秒|\s*\(bytes?\)",
        not_near="比特|byte|缓冲区|内存占用",
    )),
    (("联合国",), Rule(not_before=r"家(?!教科文)")),
    (("苹果", "apple"), Rule(not_near=_FRUIT, not_after=r"青|红|吃|个|颗|斤|箱|adam'?s\s+|big\s+", not_before=r"树|汁|园|派|酱|醋|核|pie|tree|juice|cider|sauce")),
    (("亚马逊", "amazon"), Rule(not_before=rf"{_WATER}|\s*(?:rain ?forest|river|basin|jungle|forest|delta|region|tribes?|rainforests)")),
    (("meta",), Rule(not_before=r"-(?:analy|learn|cogn|ethic|physic|data|prompt|level|review|heurist|gam|programm|optimi|regress|stud|material|verse|narrat|theor|scien|tag|human)|\s*(?:分析|学习|标签|描述|数据|认知)")),
    (("谷歌", "google"), Rule(not_before=r"\s*(?:搜索一下|一下|学术搜索|scholar|maps?\b|地图|表格|文档|翻译)")),
    (("华盛顿", "washington"), Rule(
        not_after=r"乔治[·•]?|george |in |denzel |from |near |在|抵|飞往|前往|位于|at ",
        not_before=r"邮报|州|特区|大学|街|时间|湖|d\.?c|\s+(?:post|state|university|times|examiner|street|nationals|wizards)|,",
        needs="北京|白宫|政府|制裁|监管|出口管制|政策|立法|政界|华尔街|硅谷|beijing|administration|lawmakers",
    )),
    (("新政府",), Rule(needs="特朗普|川普|白宫|trump")),
    (("科大",), Rule(not_after=r"中国|中|东|西|南|北|电子|武|华|理工|讯飞|上|河|湖|成都|西安|深", not_before=r"讯飞|讯|奇|智能|订", needs="香港|港|教授|校|院")),
    (("开放人工智能",), Rule(not_after=r"推动|加快|发展|支持|主张|更", not_before=r"的|平台|生态|技术|系统|研究|模型|数据|标准")),
    (("晨星",), Rule(needs="分析师|评级|基金|股票|研究")),
    (("彭博",), Rule(not_before=r"终端|亿万|指数")),
    (("threads",), Rule(not_after=r"(?:cpu|worker|multiple|parallel|\d)\s*", needs="meta|扎克伯格|instagram|平台|社交|social|posted on|发帖|贴文|app|zuckerberg", kin=True)),
    (("figure",), Rule(not_before=r"\s*(?:\d|[a-z]\b|out|s\b)", needs="机器人|humanoid|robot*", word=True)),
    (("x",), Rule(needs="musk|马斯克|tweet*|post*|推特|平台")),
    (("arm",), Rule(needs="芯片|chip|soc|架构|软银|softbank|architecture|cpu", word=True)),
    (("together", "adept", "runway", "stability", "inflection", "character", "writer", "magic", "essential", "cognition", "shield",
      "lambda", "fireworks", "modal", "liquid", "abridge", "scale", "scaleai", "linear", "unity", "square", "block", "north", "slack"),
     Rule(needs=f"{AI}|{BUSINESS}", word=True)),
    (("sierra", "oracle"), Rule(not_before=r"\s+(?:nevada|leone|club|madre|bones?\b|of\b|cards?\b)")),
    (("harvey", "monica"), Rule(needs=f"{AI}|{BUSINESS}", word=True, given=True)),
    (("cohere", "replicate", "glean", "poolside", "nous", "luma", "decagon", "perplexity", "intel", "mila", "poe", "discord", "stripe",
      "snowflake", "sequoia", "lovable", "ampere", "moonshot", "quark", "zoom", "notion", "intuit", "aurora", "mistral", "pinecone",
      "salesforce", "palantir", "skild", "physicalintelligence", "waymo", "anyscale", "reka", "sakana", "suno", "pika", "mercor", "hebbia",
      "safesuperintelligence", "thinkingmachines"), Rule()),
    (("月之暗面",), Rule(not_after=r"专辑|唱片|听|平克[·•]?弗洛伊德|pink floyd", not_near="平克|弗洛伊德乐队|摇滚|登月|嫦娥")),
    (("面壁",), Rule(not_before=r"者|思过|计划", needs=AI)),
    (("百川",), Rule(not_before=r"归海|入海|汇|股份", not_after=r"海纳", needs=AI)),
    (("阶跃",), Rule(not_before=r"函数|响应|信号|式|性", needs=AI)),
    (("小米", "xiaomi"), Rule(not_after=r"黄|煮|吃|熬|斤|谷子", not_before=r"粥|椒|辣|饭|种植|酒|面|糕", not_near="煮粥|谷物|杂粮|五谷")),
    (("高通",), Rule(not_before=r"量|胀|过率|膨胀|货|关")),
    (("甲骨文",), Rule(not_near="考古|殷墟|出土|商代|文字|汉字|书法|龟甲|安阳", not_before=r"字|书|研究|破译|合集")),
    (("联想",), Rule(not_before=r"到|起|记忆|能力|词|输入|一下|丰富", not_after=r"让人|令人|使人|产生|自由|引发|不禁|容易|会|可以|的", needs=BUSINESS)),
    (("英特尔", "三星"), Rule(not_after=r"米其林", not_before=r"级|堆")),
    (("出门问问", "可灵", "即梦"), Rule(needs=AI)),
    (("海螺",), Rule(not_before=r"水泥|壳|肉|型材|创业|号", needs=AI)),
    (("nature", "science", "wired", "fortune", "time", "theguardian", "theregister", "theverge", "semafor"), Rule(
        not_before=r"\s*(?:of|is)\b|'s (?:way|call)",
        needs="journal|magazine|report*|told|published|according|paper|study|interview|wrote|written|article|editor|期刊|杂志|报道|论文|发表|采访",
        word=True,
    )),
    (("theinformation",), Rule(not_before=r"\s*(?:that|is|was|about|on|we|they|you|it|in|contained|needed|provided|technology|age)\b")),
    (("博通",), Rule(not_before=r"古今|经史")),
    (("澎湃",), Rule(not_after=r"心潮|热情|激情|汹涌|奔腾", not_before=r"的|不已|动力|激情|os")),
    (("奔驰", "宝马"), Rule(needs="汽车|车企|梅赛德斯|德国|车型|座舱|automaker|mercedes")),
    (("中兴",), Rule(not_after=r"民族|国家|再度|文化", not_before=r"之路|之主|大业")),
    (("幻方",), Rule(needs="量化|梁文锋|deepseek|深度求索|基金|私募")),
    (("小冰", "壁仞", "灵光", "秒哒", "星链", "星舰", "九天", "升腾", "鲲鹏", "鸿蒙"), Rule(
        not_after=r"第|第\d|扶摇|展翅", not_before=r"上|揽月|之上|日|晚|初开|初辟", needs=AI, kin=True,
    )),
    (("滴滴",), Rule(not_before=r"答|嗒|落|水")),
    (("百度",), Rule(not_before=r"一下|了一下|一搜|网盘里|百科上")),
    (("黑石",), Rule(not_before=r"头|块|礁", needs=BUSINESS)),
    (("快手",), Rule(not_before=r"快脚|菜", not_after=r"[的个位名]")),
    (("canva", "axios", "accel", "rapidus", "arista", "crusoe", "covariant", "momenta", "figma", "ideogram", "hygon"), Rule()),
    (("reuters",), Rule(not_after=r"thomson ")),
    (("路透",), Rule(not_after=r"汤森")),
    (("mit",), Rule(not_before=r"\s*(?:licen[cs]e|许可|协议|授权|-licen)", not_after=r"under (?:the |an )?|under a ")),
    # models and products
    (("gemini", "双子座"), Rule(not_near=_SKY, not_before=r"\s*(?:man|season|woman|women|twins|trust|exchange|crypto|男|女|计划飞船|flight|\d{1,2}号)", needs=f"{AI}|google|谷歌|deepmind", kin=True)),
    (("claude", "克劳德"), Rule(not_before=r"[·•・]|\s+(?:shannon|monet|debussy|bernard|rains|giroux|juncker|l[eé]vi|chabrol|makelele|puel|lelouch|van damme)|-", given=True)),
    (("orion", "猎户座"), Rule(not_near=f"{_SKY}|飞船|spacecraft|nebula|星云|艺神|artemis|lockheed", needs=f"meta|openai|glasses|眼镜|{AI}")),
    (("豆包",), Rule(not_near=_FOOD, not_after=r"红|黄|粘|黏|糯|枣|吃|个|蒸")),
    (("混元",), Rule(not_before=r"气|形意|太极|一气|桩|珠|功|金斗|宗", not_near="道教|太极拳|武术|道家", needs=f"腾讯|tencent|{AI}", kin=True)),
    (("文心",), Rule(not_before=r"雕龙|兰", not_near="刘勰|文学批评", needs=f"百度|baidu|{AI}", kin=True)),
    (("盘古", "悟空", "悟道", "星火", "天工", "灵犀", "太极", "日日新", "书生", "紫东太初", "孟子", "言犀", "玄武"),
     Rule(not_near="神话|开天辟地|西游|取经|燎原|传说|经络|拳|论语|儒家|国学", not_before=r"燎原|开天|之战|说|大道|开物|拳|经|曰|庙", needs=AI, kin=True)),
    (("羊驼", "alpaca", "vicuna"), Rule(not_near="动物|牧场|毛|饲养|安第斯|秘鲁|wool|farm|andes|animal|zoo|herd", needs=AI, kin=True)),
    (("llama",), Rule(not_near="andes|wool|herd|farm|peru|petting zoo")),
    (("巨兽", "贝希摩斯"), Rule(kin=True)),
    (("深度搜索", "深度搜索功能", "图生文功能", "微调和评估工具", "专注数学推理模型", "开源榜单", "大模型竞技场",
      "深度思考型推理模型豆包"), Rule(kin=True)),
    (("scout", "maverick", "opus", "sonnet", "haiku", "flash", "ultra", "nano", "turbo", "behemoth"), Rule(kin=True)),
    (("command",), Rule(not_before=r"\s+(?:line|center|centre|of|and|post|prompt)", kin=True)),
    (("phi", "nova", "titan", "titans", "granite", "bloom", "orca", "dolly", "gato", "gopher",
      "chinchilla", "sparrow", "flamingo", "galactica", "imagen", "muse", "genie", "veo", "astra", "mariner",
      "jules", "bard", "olympus", "sky", "arctic", "jamba", "aya", "ring", "spark", "stella"),
     Rule(needs=AI, not_near="spacex|falcon 9|猎鹰|casa nova|bossa|bald eagle|bird|raptor|军机|战机")),
    (("falcon",), Rule(not_before=r"\s*(?:9|heavy|i\b)", not_near="spacex|火箭|rocket|launch pad|猎鹰|bird|战机|jet", needs=AI)),
    (("猎鹰",), Rule(not_before=r"\s*9|号|重型|火箭", not_near="火箭|spacex|战机", needs=AI)),
    (("sora",), Rule(not_near="意大利城市|小镇|lazio|frosinone|japanese name|kingdom hearts|王国之心", needs=f"openai|视频|video|{AI}", kin=True)),
    (("kimi",), Rule(not_before=r"\s*(?:r[aä]ikk[oö]nen|antonelli|werner|no\s*na)|[·•・]", not_near="formula|f1|赛车|莱科宁|grand prix|mercedes|ferrari", given=True)),
    (("manus",), Rule(not_near="latin for|island|papua|巴布亚", needs=f"{AI}|monica|butterfly", kin=True)),
    (("copilot",), Rule(not_near="飞行员|机长|cockpit|pilot and|aircraft|airline")),
    (("operator", "canvas", "tasks", "projects", "atlas", "search", "pulse", "whisper", "deepresearch", "edge", "lightning", "swarm"),
     Rule(kin=True)),
    (("cursor", "codex", "windsurf"), Rule(kin=True, word=True)),
    (("devin", "ernie", "jasper", "cortana", "alexa", "siri", "erica", "julius", "rufus"), Rule(given=True, needs=AI, kin=True)),
    (("grok",), Rule(not_before=r"ked|king|s\b|\s+(?:the|this|that|what|how|why|it)\b")),
    (("gpt",), Rule(not_before=r"分区|\s*(?:partition|disk|磁盘)")),
    (("bert",), Rule(not_before=r"\s+(?:and ernie|lance|kreischer)", given=True)),
    (("palm",), Rule(not_before=r"\s+(?:beach|springs|oil|tree|函数|expression|functions?)", kin=True, needs="language model|大语言模型")),
    (("yi", "step", "ling"), Rule(kin=True)),
    (("gemma",), Rule(given=True)),
    (("云雀",), Rule(kin=True)),
    (("元宝",), Rule(not_after=r"金|银|一锭|烧|包|聚宝盆", not_before=r"状|纸|山|枫", needs=f"腾讯|tencent|app|应用|{AI}", kin=True)),
    (("通义",), Rule(needs=f"阿里|千问|{AI}|app", kin=True)),
    (("千问", "星野", "智能助手"), Rule(needs=AI, kin=True)),
)  # fmt: skip

RULES = {
    shape_of(name).squashed: rule._replace(listed=True) for names, rule in _ROWS for name in names
}

# Words of two characters whose end or beginning makes a name with the word beside it.
_WORDS = (
    "提高|较高|最高|更高|新高|偏高|过高|走高|抬高|北京|南京|东京|中美|欧美|北美|南美|赞美|完美|优美|精美|理财|发财|钱财|生财"
    "|交通|普通|沟通|打通|流通|开通|连通|互联|关联|串联|第三|再三|集中|其中|空中|手中|心中|加快|尽快|更快|赶快|上海|南海|深海"
    "|意思|构思|中文|英文|论文|作文|美元|亿元|万元|单元|卫星|明星|行星|厂商|电商|协商|中华|才华|升华|繁华|思路|一路|线路|电路"
    "|道路|全面|方面|表面|轻微|稍微|类推|首推|力推|学科|本科|大小|缩小|微小|声波|电波|起飞|带领|引领|率领|本领|数百|几百|一百"
    "|千万|数万|心智|理智|机智|上网|联网|电网|出海|优化|通用|通过|通常|通信|通知|通道|通胀|通话|团队|团结|团体|团伙|东城|东部"
    "|东方|东西|东南|东北|东莞|新规|新品|新增|新闻|新型|新一|新的|为主|为了|为止|为此|为何|为例|为核|为人|透露|透明|透过|透视"
    "|想法|想象|想要|想到|想出|光明|光学|光刻|光伏|光芯|银行|义务|义乌|度过|手机|手段|手法|手续|手动|手工|手术|心态|心理|心情"
    "|科学|科技|科研|科目|思考|思想|信息|信任|信号|信用|信心|软件|特别|特定|特点|特色|特征|达到|达成|达标|星期|兴起|兴趣|兴奋"
    "|音乐|音频|大型|大幅|大学|大模|大量|大规|火热|火箭|易于|易用|源于|源码|源头|源代|盛行|盛会|壁垒|壁画|书籍|书写|英语|英文"
    "|田间|米粒|米饭"
)
WORDS = frozenset(_WORDS.split("|"))

# R1, V3, o1, K2, 4o: short names that belong to anything
_SHORT = re.compile(r"[a-z]{1,2}\d{1,3}(?:\.\d)?[a-z]?|\d[a-z]")
_SHORT_WITH_KIND = re.compile(r"[a-z]\d{1,2}(?:\.\d)?(?:模型|系列|preview)")
_SIZE = re.compile(r"\d+(?:\.\d+)?[bmt](?:a\d+b)?")
SIZE_REACH = 250


# One word with a capital, two Chinese characters, a few letters: words before they were models.
ORDINARY = Rule(needs=AI, kin=True, listed=True)
_ORDINARY = re.compile(rf"[A-Z][a-z]+|[A-Z]{{2,4}}|[{HAN}]{{1,2}}")


def rule_for(
    squashed: str, entries: Iterable[Entry], printed: Iterable[str], *, short: bool = False
) -> Rule:
    """The rule of a name: its row, or what the way it is printed asks for."""
    row = RULES.get(squashed)
    if short or row is not None:
        return (row or NO_RULE)._replace(short=True, listed=True) if short else row or NO_RULE
    if is_shared(squashed, entries):
        return SHARED
    models = [entry for entry in entries if entry.kind == EntityKind.MODEL]
    if not models or any(entry.kind != EntityKind.MODEL for entry in entries):
        return NO_RULE
    return _rule_of_model(squashed, models, printed)


def _rule_of_model(squashed: str, models: list[Entry], printed: Iterable[str]) -> Rule:
    if _SIZE.fullmatch(squashed):
        return Rule(kin=True, within=SIZE_REACH)
    if _SHORT.fullmatch(squashed) or _SHORT_WITH_KIND.fullmatch(squashed):
        return Rule(kin=True)
    if all(_is_tail(squashed, entry) for entry in models):
        return Rule(kin=True)
    return ORDINARY if any(_ORDINARY.fullmatch(name) for name in printed) else NO_RULE


def _is_tail(squashed: str, entry: Entry) -> bool:
    """Whether the name is the last word of a longer one, as Scout of Llama 4 Scout."""
    words = re.split(r"[ -]", entry.name)
    return len(words) > 1 and squashed == shape_of(words[-1]).squashed and squashed.isalpha()


@cache
def beginning(pattern: str) -> re.Pattern[str]:
    """What must not stand directly after a name."""
    return re.compile(pattern)


_PLAIN_WORD = re.compile(r"[^\\[\](){}.*+?^$|]+")


@cache
def endings(pattern: str) -> tuple[tuple[str, ...], re.Pattern[str] | None]:
    """What must not stand directly before a name: words, and what takes an expression to tell.

    To ask how a text ends is many times faster than to search for an expression that ends there.
    """
    parts = [pattern] if "(" in pattern else pattern.split("|")
    words = tuple(part for part in parts if _PLAIN_WORD.fullmatch(part))
    rest = "|".join(part for part in parts if part not in words)
    return words, re.compile(rf"(?:{rest})\Z") if rest else None
