"""People the registry does not know, named with what they do: “CEO First Last”, 首席执行官某某."""

# ruff: noqa: E501  # a rule is one line, whatever its length

import re
from collections.abc import Iterator

from events.extraction.found import PERSON, Mention
from events.extraction.names.taken import Taken
from events.extraction.vocabulary import Vocabulary
from sources.chinese import CHARACTER, HAN

_TITLES = (
    r"(?:(?:co-?)?founders?|(?:co-)?ceo|cto|cfo|coo|chief (?:executive|technology|financial|operating|scientist|product|research|ai)(?: officer)?"
    r"|(?:research|design|policy|product|engineering|science|safety) chief|(?:vice[ -])?presidents?|chair(?:man|woman|person)?|spokes(?:man|woman|person)"
    r"|analysts?|researchers?|professors?|scientists?|directors?|engineers?|heads? of [A-Za-z]+|senators?|ministers?|secretary|commissioners?|governor"
    r"|economists?|investors?|lawyers?|attorney|judge|managers?|partners?|actors?|actress|activists?|authors?|mayor|representative|mep|mp)"
)
_WORD = r"(?:Mc|Mac|O['’]|D['’]|De|Le|La)?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
# A run of capitalised words; titles before and days after a name are taken off it. No word of a
# name is longer than forty letters; without a limit a text without spaces takes hours.
_RUN = re.compile(
    rf"[A-Z][A-Za-zà-ÿ'’-]{{0,40}}+(?: (?:[A-Z]\.|van|von|de|der|den|di|da|al|bin|{_WORD})(?![A-Za-zà-ÿ]))+"
)
_NAME = rf"{_WORD}(?: [A-Z]\.)?(?: (?:van|von|de|der|den|di|da|al|bin))*(?: {_WORD}){{1,2}}"
_WHOLE_NAME = re.compile(_NAME)
_SAYS = (
    r"(?:said|says|told|writes|wrote|added|adds|noted|notes|argued|argues|warned|warns|tweeted|posted|explained|testified|complained|joked|quipped"
    r"|resigned|has resigned|stepped down|has stepped down|quit|has quit|departed|joined|has joined|left|has left|is leaving|was fired|was ousted"
    r"|was appointed|was named|becomes|became|believes|thinks|recalled|insisted|conceded|acknowledged|who )"
)
_FIRST = (
    "Aaron|Adam|Ahmed|Aidan|Alan|Albert|Alec|Alex|Alexander|Alexandr|Alexandra|Alexis|Ali|Alice|Alison|Amanda|Amit|Amy|Ana|Andre|Andrea|Andrew|Andy|Angela|Anil|Anna"
    "|Anne|Anthony|Antonio|Arjun|Arthur|Arvind|Ashish|Barbara|Barret|Ben|Benjamin|Bernard|Bill|Bob|Brad|Brandon|Brendan|Brett|Brian|Bruce|Bryan|Carl|Carlos|Carol"
    "|Caroline|Catherine|Charles|Charlie|Chloe|Chris|Christian|Christina|Christine|Christopher|Claire|Clara|Claude|Colin|Connor|Craig|Daniel|Daniela|Danny|Dario|Dave|David"
    "|Deborah|Demis|Dennis|Derek|Diana|Diane|Diego|Dmitri|Don|Donald|Doug|Douglas|Dylan|Ed|Eddie|Edward|Elena|Eli|Elizabeth|Ellen|Emad|Emily|Emma|Eric|Erik|Erin"
    "|Ethan|Eva|Evan|Fei-Fei|Felix|Fiona|Francis|Francesco|Frank|Fred|Gabriel|Gary|Geoffrey|George|Gina|Giovanni|Greg|Gregory|Guillaume|Hannah|Harry|Heather|Helen|Helena|Henna"
    "|Henry|Howard|Hugo|Ian|Igor|Ilya|Ines|Isabel|Ivan|Jack|Jacob|Jakub|James|Jamie|Jan|Jane|Janet|Jared|Jason|Jay|Jeff|Jeffrey|Jennifer|Jenny|Jensen|Jeremy|Jerry|Jesse"
    "|Jessica|Jim|Jimmy|Joan|Joanne|Joe|Joel|Johan|John|Johnny|Jon|Jonathan|Jordan|Jose|Joseph|Josh|Joshua|Juan|Judith|Julia|Julian|Julie|Justin|Kara|Karen|Karin|Kate"
    "|Katherine|Kathryn|Katie|Keith|Kelly|Ken|Kenneth|Kevin|Kim|Kurt|Kyle|Lara|Larry|Laura|Lauren|Laurent|Lee|Leo|Leon|Leonard|Leopold|Liam|Lina|Linda|Lisa|Logan|Louis"
    "|Lucas|Lucy|Luis|Lukas|Luke|Marc|Marcus|Margaret|Margrethe|Maria|Marie|Mario|Mark|Marko|Martha|Martin|Mary|Matt|Matthew|Max|Maya|Megan|Melissa|Michael|Michelle|Miguel"
    "|Mike|Mira|Miranda|Mohammed|Monica|Mustafa|Nancy|Naomi|Natalie|Nathan|Neil|Nicholas|Nick|Nicolas|Nicole|Nikhil|Nina|Noah|Noam|Nora|Oliver|Olivia|Oriol|Oscar|Pablo|Pat"
    "|Patricia|Patrick|Paul|Paula|Pedro|Peter|Phil|Philip|Priya|Quentin|Rachel|Rahul|Raj|Rajesh|Ralph|Ray|Raymond|Rebecca|Reid|Richard|Rick|Rob|Robert|Roberto|Robin"
    "|Rodney|Roger|Roman|Ron|Ronald|Rosa|Ross|Roy|Russell|Ruth|Ryan|Sally|Sam|Samantha|Samuel|Sandra|Sanjay|Sara|Sarah|Satya|Scarlett|Scott|Sean|Sebastian|Sergey|Seth|Shane"
    "|Shannon|Sharon|Shawn|Shyam|Simon|Sissie|Sofia|Sophie|Stefan|Stefano|Stephanie|Stephen|Steve|Steven|Stuart|Sundar|Susan|Sven|Sylvia|Tanya|Tara|Ted|Teresa|Thierry|Thomas"
    "|Tim|Timothy|Tina|Todd|Tom|Tony|Tracy|Ursula|Valerie|Vanessa|Victor|Victoria|Vijay|Vijaye|Vincent|Vivek|Walter|Wendy|Wei|Will|William|Wojciech|Yann|Yoshua|Yuki|Zach|Zoe"
)
_TITLE_BEFORE = re.compile(
    rf"(?:\b(?i:{_TITLES}),?|\b(?:Dr|Prof|Mr|Ms|Mrs|Sen|Rep|Judge)\.?|\b(?:hired|hires|hiring|appointed|named|founded by|led by|run by"
    r"|headed by|poached|recruited|joined by|succeeded by|replaced by)|['’]s) \Z"
)
_TITLE_AFTER = re.compile(
    rf",? {_SAYS}|, (?:an? |the |its |[\w’']+ )?(?:[\w’'-]+ ){{0,3}}(?i:{_TITLES})\b"
)
_REACH = 40  # characters before a name in which a title stands
FIRST_NAMES = frozenset(_FIRST.split("|"))
_NO_NAMES = (
    "The|This|That|These|Those|In|On|At|By|For|From|With|But|And|Or|If|When|While|As|After|Before|It|He|She|They|We|You|I|New|North|South"
    "|East|West|United|Kingdom|States|Street|Times|Post|Journal|News|Reuters|Bloomberg|University|College|School|Institute|Research|Lab|Labs|Group"
    "|Capital|Ventures|Partners|Securities|Bank|Company|Corp|Inc|Ltd|Technologies|Technology|Systems|Intelligence|Artificial|House|White"
    "|Department|Ministry|Commission|Council|Committee|Agency|Office|Bureau|Court|Congress|Senate|Party|President|Minister|Secretary|Chief"
    "|Executive|Officer|Director|Vice|Chairman|Senior|General|Global|National|International|American|Chinese|European|British|Japanese|Korean"
    "|Indian|French|German|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    "|September|October|November|December|Silicon|Valley|San|Francisco|Hong|Kong|Beijing|Shanghai|Shenzhen|Hangzhou|Angeles|York|London"
    "|Paris|Tokyo|Google|Microsoft|Apple|Amazon|Meta|OpenAI|Anthropic|Nvidia|Alibaba|Baidu|Tencent|Deep|Open|Super|Machine|Learning"
    "|Model|Models|Language|Cloud|Data|Science|Safety|Security|Policy|Product|Products|Engineering|Marketing|Sales|Public|Affairs|Stable|Diffusion"
    "|Communications|Operations|Strategy|Development|Big|Tech|Wall|Union|Act|Summit|Conference|Forum|Association|Society|Foundation"
    "|Center|Centre|Team|Project|Initiative|Series|Fund|Equity|Trust|Media|Press|Daily|Weekly|Review|Wired|Axios|Verge|Information|Code|Pro"
    "|Mode|Voice|Advanced|Answers|Knowledge|Assistant|Store|Chat|Desk|Prize|Award|Olympiad|Day|Week|Year|Hall|Building|Park|Energy|Power"
    "|Deputy|Interim|Former|Acting|Managing|Founding|Chip|Chips|Robotics|Motors|Electronics|Industries|Holdings|Management|Advisors|Brothers|Wire|Business"
)
_NOT_NAMES = frozenset(_NO_NAMES.split("|"))
# The folded text is read: Simplified, lower case.
_TITLES_BEFORE = [
    "首席执行官",
    "首席技术官",
    "首席财务官",
    "首席运营官",
    "首席科学家",
    "首席产品官",
    "首席战略官",
    "首席信息官",
    "首席营销官",
    "首席分析师",
    "首席经济学家",
    "执行长",
    "技术长",
    "营运长",
    "财务长",
    "ceo",
    "cto",
    "cfo",
    "coo",
    "创始人",
    "创办人",
    "董事长",
    "总裁",
    "总经理",
    "发言人",
    "分析师",
    "研究员",
    "科学家",
    "教授",
    "院士",
    "负责人",
    "主席",
    "部长",
    "局长",
    "主任",
    "高管",
    "合伙人",
    "工程师",
    "记者",
    "掌门人",
    "委员",
    "议员",
    "总监",
    "主管",
    "作者",
    "律师",
]
_CHINESE_TITLES = Vocabulary(lambda: dict.fromkeys(_TITLES_BEFORE, True))
_AFTER_NAME = (
    rf"(?=$|[^{HAN}]|表示|说|称|透露|认为|宣布|指出|强调|坦言|回应|披露|预计|预测|证实|承认|否认|呼吁|在|于|对|则|也|就|将|近日|日前|曾|及|和|与|等|是|为"
    r"|前天|昨|今|明|上月|上个月|上周|本月|本周|去年|周[一二三四五六日]|星期|接受|宣|发文|发布|出席|主持|担任|卸任|辞|离职|加入|执掌|亲自|日|此前|之前|随后|当天|还)"
)
# Without those that begin common words after a title: 于周一, 强调, 应对, 成立, 任命.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝"
    "龚邵万钱严覃武戴莫孔汤温康施牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿兰焦俞柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾"
    "阳穆农司卓古吉缪简车项芦麦褚娄窦戚岑景党宫费卜晏米柏宗瞿桂佟臧闵苟邬边姬栾隋沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆冀郁南班储栗燕楚鄢劳谌奚"
)
_FOREIGN = "阿埃艾安奥巴贝本比宾波博布查达戴德迪蒂丁杜多恩尔法菲费芬弗福盖戈格古哈海汉赫亨胡惠霍基吉加贾杰金卡凯坎康考柯科克肯库奎拉莱兰朗劳勒雷李里利莉丽列林琳卢鲁伦罗洛马玛迈麦曼梅门蒙米密明莫默姆穆纳娜内尼妮努诺欧帕派佩彭皮普齐奇乔琼丘切萨塞桑森沙莎舍申施史舒斯丝苏索塔泰坦特廷托图瓦万旺威韦维温文沃乌伍西希锡夏肖谢辛雅亚延扬耶伊因尤约泽扎詹哲珍朱兹祖佐"
_AFTER_TITLE = (
    re.compile(rf"([{HAN}]{{1,6}}(?:[·•・‧][{HAN}]{{1,7}}?){{1,2}}){_AFTER_NAME}"),
    re.compile(rf"([{_SURNAMES}][{HAN}]{{1,2}}?){_AFTER_NAME}"),
    re.compile(rf"([{_FOREIGN}]{{2,5}}?){_AFTER_NAME}"),
)
_IN_BRACKETS = [re.compile(rf"{bracket}{_NAME}[)）]") for bracket in (r"\(", "（")]
# what Taiwan writes foreign names with besides
_BEFORE_BRACKETS = re.compile(
    rf"(?:[{HAN}]{{1,6}}[·•・‧])?[{_FOREIGN}高葛芮瑞许寇伯柏昂翁崔夸浦欣赛顿狄登蔡范毕岱拜川普勋席甘罕侯祁楚]{{2,6}}\Z"
)
_LONG_NAME = 3  # characters of a Chinese name that is found again without what introduced it


def new_people(text: str, folded: str, taken: Taken) -> Iterator[Mention]:
    """People by pattern, where nothing else is named."""
    found = set(_spans(text, folded, taken))
    found.update(_again(text, found))
    for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
        if taken.is_free(start, end):
            taken.take(start, end)
            words = text[start:end]
            yield Mention(start, end, words, PERSON, "", words)


def _again(text: str, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where those stand again whose Chinese name was introduced."""
    for name in {text[start:end] for start, end in found}:
        if len(name) < _LONG_NAME or not CHARACTER.match(name):
            continue
        start = text.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = text.find(name, start + len(name))


def _spans(text: str, folded: str, taken: Taken) -> Iterator[tuple[int, int]]:
    for run in _RUN.finditer(text):
        if taken.at(run.start()) and taken.at(run.end() - 1):
            continue
        span = _name_in(run)
        if span and _is_a_persons(text, *span):
            yield span
    yield from _chinese(text, folded)


def _name_in(run: re.Match[str]) -> tuple[int, int] | None:
    """What of a run of capitalised words can be a name."""
    words, (start, end) = run[0].split(" "), run.span()
    while words and words[0] in _NOT_NAMES:
        start += len(words.pop(0)) + 1
    while words and words[-1] in _NOT_NAMES:
        end -= len(words.pop()) + 1
    if not words or not _NOT_NAMES.isdisjoint(words):
        return None
    return (start, end) if _WHOLE_NAME.fullmatch(run.string, start, end) else None


def _is_a_persons(text: str, start: int, end: int) -> bool:
    if start and text[start - 1].isalnum() and text[start - 1].isascii():
        return False
    return (
        text[start:end].split(" ", 1)[0] in FIRST_NAMES
        or bool(_TITLE_BEFORE.search(text[max(0, start - _REACH) : start]))
        or bool(_TITLE_AFTER.match(text, end))
    )


def _chinese(text: str, folded: str) -> Iterator[tuple[int, int]]:
    for _, _, end in _CHINESE_TITLES.find(folded):
        for pattern in _AFTER_TITLE:
            if match := pattern.match(folded, end):
                yield match.span(1)
                break
    for brackets in (match for pattern in _IN_BRACKETS for match in pattern.finditer(text)):
        yield brackets.start() + 1, brackets.end() - 1
        before = max(0, brackets.start() - 14)
        if match := _BEFORE_BRACKETS.search(folded[before : brackets.start()]):
            yield before + match.start(), before + match.end()
