"""People the registry does not know, named with what they do: “CEO First Last”, 首席执行官某某."""

# ruff: noqa: E501  # a rule is one line, whatever its length

import re
from collections.abc import Iterator

from events.extraction.found import EntityKind, Mention
from sources.chinese import HAN

_TITLES = (
    r"(?:(?:co-?)?founders?|(?:co-)?ceo|cto|cfo|coo|chief (?:executive|technology|financial|operating|scientist|product|research)(?: officer)?"
    r"|presidents?|vice presidents?|chair(?:man|woman|person)?|spokes(?:man|woman|person|people)|analysts?|researchers?|professors?|scientists?"
    r"|directors?|engineers?|heads? of [A-Za-z]+|senators?|ministers?|secretary|commissioners?|governor|economists?|investors?|lawyers?"
    r"|attorney|judge|managers?|partners?|lead|reporters?)"
)
_NAME = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?(?: [A-Z]\.)?(?: (?:van|von|de|der|den|di|da|al|bin))?(?: (?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?){1,2}"
_SAYS = r"(?:said|says|told|wrote|added|noted|argued|warned|tweeted|posted|explained|announced|declined|testified)"
_ENGLISH = (
    re.compile(rf"(?i:\b{_TITLES}),? ({_NAME})"),
    re.compile(rf"\b(?:Dr|Prof|Mr|Ms|Mrs|Sen|Rep|Judge)\.? ({_NAME})"),
    re.compile(rf"({_NAME}), (?:an? |the |its |[\w’']+ )?(?:[\w’'-]+ ){{0,3}}(?i:{_TITLES})\b"),
    re.compile(rf"({_NAME}) {_SAYS}\b"),
)
_NOT_NAMES = re.compile(
    r"\b(?:The|This|That|These|Those|In|On|At|By|For|From|With|But|And|Or|If|When|While|As|After|Before|It|He|She|They|We|You|I|New|North|South"
    r"|East|West|United|Kingdom|States|Street|Times|Post|Journal|News|Reuters|Bloomberg|University|College|School|Institute|Research|Labs?|Group"
    r"|Capital|Ventures|Partners|Securities|Bank|Company|Corp|Inc|Ltd|Technologies|Technology|Systems|Intelligence|Artificial|House|White"
    r"|Department|Ministry|Commission|Council|Committee|Agency|Office|Bureau|Court|Congress|Senate|Party|President|Minister|Secretary|Chief"
    r"|Executive|Officer|Director|Vice|Chairman|Senior|General|Global|National|International|American|Chinese|European|British|Japanese|Korean"
    r"|Indian|French|German|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Silicon|Valley|San|Francisco|Hong|Kong|Beijing|Shanghai|Shenzhen|Hangzhou|Angeles|York|London"
    r"|Paris|Tokyo|Google|Microsoft|Apple|Amazon|Meta|OpenAI|Anthropic|Nvidia|Alibaba|Baidu|Tencent|Deep|Open|Super|Machine|Learning"
    r"|Model|Models|Language|Cloud|Data|Science|Safety|Security|Policy|Product|Products|Engineering|Marketing|Sales|Public|Affairs"
    r"|Communications|Operations|Strategy|Development|Big|Tech|Wall|Union|Act|Summit|Conference|Forum|Association|Society|Foundation"
    r"|Center|Centre|Team|Project|Initiative|Series|Fund|Equity|Trust|Media|Press|Daily|Weekly|Review|Wired|Axios|Verge|Information)\b"
)
_CHINESE_TITLES = (
    r"(?:首席(?:执行|執行|技术|技術|财务|財務|运营|營運|科学|科學|产品|產品)(?:官|家)|CEO|CTO|CFO|COO|创始人|創始人|创办人|創辦人|董事长|董事長|总裁|總裁|总经理|總經理"
    r"|发言人|發言人|分析师|分析師|研究员|研究員|科学家|科學家|教授|院士|负责人|負責人|主席|部长|部長|局长|局長|主任|高管|合伙人|合夥人|工程师|工程師|记者|記者)"
)
_TRANSLITERATED = rf"[{HAN}]{{1,6}}(?:[·•・‧][{HAN}]{{1,7}}){{1,2}}"
_AFTER_NAME = r"(?=$|[\s,，。、;；:：(（)）“”「」]|表示|说|說|称|稱|透露|认为|認為|宣布|指出|强调|強調|在|于|於|对|對|则|則|也|就|将|將|近日|日前|曾|及|和|与|與|等)"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭呂蔣葉蘇盧鍾譚陸韋鄒閻龍賀顧龔萬錢嚴湯"
)
_CHINESE = (
    re.compile(rf"{_CHINESE_TITLES}({_TRANSLITERATED})"),
    re.compile(rf"{_CHINESE_TITLES}([{_SURNAMES}][{HAN}]{{1,2}}?){_AFTER_NAME}"),
)
_BESIDE_LATIN = re.compile(rf"({_TRANSLITERATED})[(（]({_NAME})[)）]")


def new_people(text: str, known: list[Mention]) -> list[Mention]:
    """People by pattern, where nothing else is named; each person once for each place."""
    covered = {position for mention in known for position in range(mention.start, mention.end)}
    found: list[Mention] = []
    for start, end in sorted(set(_spans(text))):
        if covered.isdisjoint(range(start, end)):
            covered.update(range(start, end))
            words = text[start:end]
            found.append(Mention(start, end, words, EntityKind.PERSON, "", words))
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _ENGLISH:
        for match in pattern.finditer(text):
            if not _NOT_NAMES.search(match[1]):
                yield match.span(1)
    for pattern in (*_CHINESE, _BESIDE_LATIN):
        for match in pattern.finditer(text):
            yield match.span(1)
