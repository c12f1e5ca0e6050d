"""Chinese: the rules. One line each: what is written, an example, what it means.

Patterns are in Simplified characters; Traditional is added when they are compiled. Groups are
explained in `build`; `inside` names the level whose rules may follow (a month inside a year).
"""

import re

from dates.phrases import bare, periods, spans
from dates.phrases import build as b
from dates.phrases import operators as o
from dates.phrases.context import chinese_direction
from dates.phrases.grammar import Grammar, Operator, Rule, Sign
from dates.phrases.levels import Level
from dates.phrases.zh_words import (
    FRAGMENTS,
    TIME_OF_DAY,
    TODAY_NEXT,
    TOLD_NEXT,
    WORDS,
    YESTERDAY_NEXT,
    both_scripts,
    narrow,
    places,
)

_FREE_DAYS = "小长假|长假|黄金周|假期|连假|连续假期"
_FESTIVE = (
    Rule("{festive}(?P<holidays>的?(?:" + _FREE_DAYS + "|假日|放假|大促|购物节|狂欢节)?(?:期间|当中))", "国庆期间", bare.festival),
    Rule("(?<!、){festive}(?P<holidays>的?(?:" + _FREE_DAYS + "))", "国庆长假", bare.festival),
    Rule("{festive}(?P<eves>前夕)", "春节前夕", bare.festival),
    Rule("{festive}(?:当[日天晚夜]|[这那]一?[天晚]|夜|晚上?(?!会)|凌晨|早上|上午|下午)", "元旦当天", bare.festival),
    Rule("(?P<feast>大年|正月|年)初(?P<n>十|[一二三四五六七八九])(?![期])", "大年初三", bare.festival),
)  # fmt: skip
FESTIVALS = (
    *_FESTIVE,
    Rule("{festive}(?=(?:之|以)?[前后](?![沿景端台面]))", "十一前", bare.festival),
    Rule("{feast}", "春节", bare.bare_festival),
)  # fmt: skip

# what looks like a date and is none: swallowed whole
NEGATIVES = (
    Rule(
        "今日(?:头条|资本|说法)|明日(?:之[星后子]|方舟)|昨日(?:重现|世界)|[五六]月天(?!气)|六月雪|三月兔|[八8]月照相",
        "今日头条",
    ),
    Rule("今年(?=[0-9一二三四五六七八九十]{1,3}岁)", "今年38岁"),
    Rule("周[鸿杰星润立迅涛]|周(?:一鸣|六福|大福)", "周鸿祎"),
    Rule("[一两]年一度|一年到头|一日[三千游]|日复一日|年复一年|一天到晚", "一年一度"),
    Rule(
        "(?:农历|阴历|旧历)(?:.{0,6}?月)?(?:初|廿)?(?:[一二三四五六七八九十]{0,3}|[0-9]{1,2}[日号]?)|闰{month0}|(?:[今明去后前]年)?(?:十[一二]?|[一二三四五六七八九])月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九])|[正腊]月(?:初?[一二三四五六七八九十]{1,2})?",
        "农历",
        None,
    ),
    Rule("第[一二三四]季(?:的?节目|剧|动画|《|开播)|(?<=》)第[一二三四]季|四季(?!度)", "四季"),
    Rule("[0-9]{1,4}年(?:代价|轮|级|期[的国美]|薪|龄)", "10年期国债"),
    Rule("(?:(?<=[0-9])|(?<=[0-9] ))后天才", "95后天才"),
    Rule("同日而语|[当本]日轮|本[日月]刊", "同日而语"),
    Rule("24/7|24[x×]7|7[x×]24", "24/7"),
)

# the commonest days in one piece, where they would be read as well from level to level
WHOLE = (
    Rule("{y}年{m}月{d}{ri}{wday}", "2025年5月1日", b.point),
    Rule("{m}月{d}{ri}{wday}", "5月1日", b.point),
)

# days in digits and signs
_MM, _DD = "(?P<m>0[1-9]|1[0-2]|[1-9])", "(?P<d>3[01]|[12][0-9]|0?[1-9])"
_END = "(?![0-9A-Za-z_/])"
NUMERIC = (
    Rule(r"{y}{sp}[-－]{sp}" + _MM + r"{sp}[-－]{sp}" + _DD + r"(?=[0-9]{2}:|-[0-9]{2}[:：])", "2018-12-1209:03", b.point),
    Rule(r"{y}{sp}[-－]{sp}" + _MM + r"{sp}[-－]{sp}" + _DD + r"(?:T[0-9:.]{4,15}(?:Z|[+-][0-9:]{4,5})?)?" + _END + "{wday}", "2025-05-01T00:03:17Z", b.point),
    Rule(r"{y}{sp}/{sp}" + _MM + "{sp}/{sp}" + _DD + _END + "{wday}", "2025/7/15", b.point),
    Rule(r"{y}\." + _MM + "[.-]" + _DD + r"(?![0-9A-Za-z_]|\.[0-9])" + "{wday}", "2025.7.15", b.point),
    Rule(r"{y} " + _MM + " " + _DD + r"(?![0-9A-Za-z_.])", "2022 11 23", b.point),
    Rule(_DD + "[-/.]" + _MM + "[-/.]{y}" + r"(?![0-9A-Za-z_]|\.[0-9])", "15.07.2025", b.point),
    Rule(_MM + "[-/]" + _DD + "[-/]{y}" + _END, "07/15/2025", b.point),
    Rule(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>3[01]|[12][0-9]|0[1-9])" + _END, "20250715", b.point),
    Rule(r"{y}[-/]" + _MM + "(?![-0-9A-Za-z_/月年日.])", "2025-07", b.point),
    Rule(r"{y}\.(?P<m>0[1-9]|1[0-2])(?![0-9A-Za-z_.%％亿万倍元])", "2025.07", b.point),
    Rule(_MM + "/" + _DD + "(?:[日号]|[（(](?:周|星期)?[一二三四五六日][)）])", "7/15日", b.point),
    Rule(_MM + "[/·]" + _DD + "(?![0-9A-Za-z_/.%])", "12/1", bare.chinese_slash_day),
    Rule("(?P<m>0[1-9]|1[0-2])-(?P<d>3[01]|[12][0-9]|0[1-9])(?![-0-9A-Za-z_/.%])", "09-01", bare.slash_day),
)  # fmt: skip

# an end of a range that has its unit only at the other end
_TO = "(?={sp}(?:[-－–—~～]{1,2}|至|到){sp}"
_LISTED = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
HALF_SAID = (
    Rule("{m}" + _TO + "(?:1[0-2]|[1-9１-９]|十[一二]?|[一二三四五六七八九]){sp}月)", "1－9月", b.point),
    Rule("{y}" + _TO + "(?:19|20)[0-9]{2}(?![0-9]))", "2016到2018", b.point),
    Rule("{y}" + _TO + "(?:[0-9]{2}|[一二三四五六七八九〇零]{4})年)", "1985到89年", b.point),
    Rule("{yy}" + _TO + "[0-9]{2}年(?![前后内来间]))", "23至24年", b.point),
    Rule("{d}" + _TO + "(?:[0-9]{1,2}|[一二三廿]?十[一二三四五六七八九]?){sp}[日号])", "7至9日", b.point),
    Rule("{m}(?=(?:、" + _LISTED + ")?、" + _LISTED + "月)", "7、8月", b.point),
    Rule("第?(?P<q>[一二三1-3])(?=(?:、[二三2-3])?、第?[二三四2-4]季)", "一、二季度", b.point),
    Rule("第?(?P<q>[一二三四1-4])(?:季度?)?" + _TO + "第?[二三四2-4]季)", "一至三季度", b.point),
)  # fmt: skip

# under a year, or in the year that the sentence implies
_PARTS = (
    HALF_SAID[0],
    *HALF_SAID[-3:],
    Rule("(?:前|头|首){n1}{sp}个?(?P<u>季度?)(?!节)", "前三季度", periods.first_units),
    Rule("第?(?P<q>[一二三])[、和及或]?第?(?P<q2>[二三四])季度?", "三四季度", b.two_parts),
    Rule("{m}月?[、和及]{m2}月?份?两个?月", "7、8两月", b.two_parts),
    Rule("{month}(?![龄嫂抛])(?!入[不过百千万])", "5月", b.point, "month"),
    Rule("{quarter}{qthird}?{report}", "第三季度", b.point),
    Rule("(?P<q>[一二三四1-4１-４首末头]){sp}个?季度{qthird}?{report}", "一季度", b.point),
    Rule("(?P<q>首)季(?!赛){report}", "首季", b.point),
    Rule("Q(?P<q>[1-4])(?![0-9A-Za-z])(?:季度?)?{report}", "Q3", b.point),
    Rule("(?P<h>[上下前后])半年度?{halfthird}?{report}", "下半年", b.point),
    Rule("H(?P<h>[12])(?![0-9A-Za-z])", "H1", b.point),
)  # fmt: skip
_SIDES = (
    Rule("早些时候|稍早(?:时候|前)?|早前|早先", "早些时候", periods.earlier),
    Rule("(?:晚|迟)些时候|稍晚(?:时候)?|稍后", "晚些时候", periods.later),
    Rule("至今|迄今|到目前为止|到现在", "迄今", periods.to_now),
    Rule("以来|来(?![自回到说看临源访])", "以来", periods.so_far),
    Rule("[年度]?(?:之)?内(?![部存容外地])", "内", periods.within),
)
WITHIN_YEAR = (
    *_FESTIVE,
    Rule("的?{feast}", "春节", bare.festival),
    Rule("的?(?:央视|总台|中央台)?(?P<feast>春晚)", "春晚", bare.festival),
    Rule("{festive}(?=[，。、；,]|(?:之|以)?[前后](?![沿景端台面])|$)", "五一", bare.festival),
    *_PARTS,
    Rule("(?P<q>[一二三四1-4])季", "三季", b.point),
    Rule("(?P<h>[上下])半(?![场身截天个小月辈])", "上半", b.point),
    Rule("(?P<s>[春夏秋冬])(?![节运晚奥分至考])(?:[季天]|日(?!至))?{qthird}?", "秋季", b.point),
    Rule("(?:的)?{yearthird}", "年底", b.point),
    *_SIDES,
    Rule("第{n1}{sp}个?(?P<u>周|星期|礼拜|月|天)", "第三周", periods.nth_unit),
    Rule("(?P<n>首)个?(?P<u>月|周)", "首月", periods.nth_unit),
    Rule("(?P<edge>前|头|最后|最初|后){sp}{n1}{sp}个?(?P<u>月|周|星期|礼拜|季度?|天|日)", "前三个月", periods.first_units),
)  # fmt: skip

# under a month
_DAY_NUMBER = "(?:[0-9]{1,2}|[一二三廿]?十[一二三四五六七八九]?|[一二三四五六七八九])"
WITHIN_MONTH = (
    Rule("{d}" + _TO + "(?:{month0})?" + _DAY_NUMBER + "{sp}[日号])", "12至15日", b.point),
    Rule("{d}{sp}{ri}{wday}", "29日（周二）", b.point),
    Rule(r"{dz}(?![0-9年月周个天%.亿万点时:：/])(?=[，。、；）)出至到\-~—]|$)", "10月22", b.point),
    Rule("(?:的)?{third}", "下旬", b.point),
    Rule("(?:的)?第{n1}{sp}个?(?:周|星期|礼拜){w}", "第3个星期日", periods.nth_weekday),
    Rule("(?:的)?最后一?个?(?:周|星期|礼拜){w}", "最后一个周三", periods.nth_weekday),
    Rule("(?:的)?第{n1}{sp}个?(?P<u>周|星期|礼拜|天)", "第一周", periods.nth_unit),
    Rule("(?:的)?(?P<edge>最后)一个?(?P<u>周|天|星期)", "最后一周", periods.nth_unit),
    Rule("(?:的)?(?P<n>首)(?P<u>周)", "首周", periods.nth_unit),
    Rule("(?:的)?(?P<edge>前|头|最后|最初|后){sp}{n1}{sp}个?(?P<u>天|日|周|星期|礼拜)", "前两天", periods.first_units),
    *_SIDES,
)  # fmt: skip

# under a week
WITHIN_WEEK = (
    Rule(
        "(?:的)?(?P<edge>前|头|最后|后){sp}{n1}{sp}个?(?P<u>天|日)", "前三天", periods.first_units
    ),
    Rule("(?:的)?(?:周|星期|礼拜){w}", "周六", b.day_in_week),
    *_SIDES,
)

DECADES = (
    Rule("{y}年代{decadethird}?", "2010年代", b.decade),
    Rule("(?P<century>上个?|本|1[5-9]|20|21|十[五六七八九]|二十一|二十)世纪{sp}(?P<decade>[0-9]0|[一二三四五六七八九]?十)年代{decadethird}?", "上世纪90年代", b.decade),
    Rule("(?P<decade>[5-9]0|[五六七八九]十)年代{decadethird}?", "九十年代", b.decade),
)  # fmt: skip

_NO_DIGIT = "(?![0-9A-Za-z])"
_QUARTER_NEXT = "第?[一二三四1-4首]季|Q[1-4]|[上下]半年|[春夏秋冬]"
YEARS = (
    Rule("(?:{y}|{yy}){sp}(?P<fy>财年|财政年度|会计年度|财务年度)", "2025财年", b.point, "year"),
    Rule("(?P<fy>FY)[ ]?(?:{y}|{yy})(?:财年)?(?![0-9])", "FY2025", b.point, "year"),
    Rule("{y}[ ]?Q(?P<q>[1-4])" + _NO_DIGIT, "2025Q3", b.point),
    Rule("{y}[ ]?(?P<h>[上下])半年", "2025上半年", b.point),
    Rule("(?P<yr>[今去明前后])[（(][0-9]{2,4}[)）]年", "今（114）年", b.point, "year"),
    Rule("{y}[ ]?H(?P<h>[12])" + _NO_DIGIT, "2025H1", b.point),
    Rule("{yy}Q(?P<q>[1-4])" + _NO_DIGIT, "25Q1", b.point),
    Rule("{yy}H(?P<h>[12])" + _NO_DIGIT, "25H1", b.point),
    Rule("(?P<q>[1-4])Q[ ]?'?(?:{y}|{yy})" + _NO_DIGIT, "1Q25", b.point),
    Rule("(?P<h>[12])H[ ]?'?(?:{y}|{yy})" + _NO_DIGIT, "2H25", b.point),
    Rule("Q(?P<q>[1-4])[ ]?(?P<fy>FY)?[ ]?'?(?:{y}年?|{yy}(?![0-9%.年月]))", "Q3 2025", b.point),
    Rule("H(?P<h>[12])(?![0-9]{2}(?![0-9]))[ ]?'?(?:{y}年?|{yy}(?![0-9%.年月]))", "H1 2025", b.point),
    Rule("民国{sp}(?P<roc>1?[0-9]{2}|一百[一二]?十?[一二三四五六七八九]?|[一二三四五六七八九十]{1,3}){sp}年", "民国114年", b.point, "year"),
    Rule("(?P<roc>1[01][0-9]){sp}年(?={month0}|{sp}第?{sp}[一二三四1-4]季|[初底末]|中(?!国)|[上下]半年)", "114年7月", b.point, "year"),
    Rule("{y}{sp}(?:自然)?年(?:度)?(?!代)", "2025年", b.point, "year"),
    Rule("{yy}{sp}年(?={sp}的?(?:{month0}|" + _QUARTER_NEXT + "|年?[初底末](?!步)|前?十?[一二三四五六七八九0-9]个[月季]|第))", "15年3月", b.point, "year"),
    Rule("(?P<yy>[0０零〇][0-9０-９一二三四五六七八九]){sp}年(?!代)", "07年", b.point, "year"),
    Rule("{yy}{sp}年(?![前后内来间以之代多半轻级薪龄期轮老])", "24年", bare.short_year),
    Rule("(?P<yr>今)(?P<yr2>明)两年", "今明两年", b.two_years),
    Rule("(?P<yr>明)(?P<yr2>后)两?年", "明后两年", b.two_years),
    Rule("(?P<yr>今)明(?P<yr2>后)三年", "今明后三年", b.two_years),
    Rule("{yr}的?(?:今|同一?)[日天](?!头条)", "去年今天", b.this_day),
    Rule("{yr}(?:全年)?", "今年", b.point, "year"),
    Rule("(?P<ya>同年|当年|次年|翌年|隔年)(?![级龄轻度])", "同年", b.near_year, "year"),
    Rule("(?P<yr>[今明去])(?P<s>[春夏秋冬])(?![奥节运分至])", "今夏", b.season_word),
    Rule("{y}(?![0-9A-Za-z.,%％:/年月日张块亿万个名台款元美人家倍篇本颗枚条次种位项度号字卡轮米核-])", "2025", bare.bare_year),
)  # fmt: skip

MONTHS = (
    Rule("(?P<mr>[上本这下])[（(][0-9]{1,2}[)）]月", "上（4）月", b.relative_month, "month"),
    Rule("(?P<mr>{shift})个?月份?{moon}", "上个月", b.relative_month, "month"),
    Rule("(?P<ma>同一|[当同次翌隔])个?月{moon}", "当月", b.relative_month, "month"),
    Rule("月(?P<t>[底末初中])(?![学国薪层特座端创级])", "月底", b.point),
    Rule("(?P<u>月)(?:之)?内", "月内", periods.within),
    Rule("(?P<t>[上中下]旬|[上下前后]半月)", "下旬", b.point),
)

WEEKS = (
    Rule("(?:(?P<wr>{shift})个?)?(?:周|星期|礼拜){w}{sp}[（(]{sp}(?:{m}{sp}月)?{sp}{d}{sp}日[)）]", "上周三（4月23日）", b.week_and_day),
    Rule("(?:周|星期|礼拜){w}[,，]{sp}{m}{sp}月{sp}{d}{sp}日", "周三，4月23日", b.point),
    Rule("(?P<wr>{shift})个?{week0}(?P<weekend>末)", "上周末", b.relative_week),
    Rule("(?P<wr>{shift})个?{week}(?:的)?(?:(?:周|星期|礼拜))?{w}", "下周二", b.relative_week),
    Rule("(?P<h>[上下前后])半周", "下半周", b.half_week),
    Rule("(?P<wr>{shift})个?{week}(?!半)", "上周", b.relative_week, "week"),
    Rule("(?P<wa>同一|[当同次翌隔]){week}{w}?", "次周", b.relative_week),
    Rule("(?P<u>周)(?:之)?内", "周内", periods.within),
    Rule("(?:周|星期|礼拜){w}(?![次鸣福会开期线常])", "周三", b.weekday),
    Rule("周末(?!画)", "周末", b.weekend),
)  # fmt: skip

QUARTERS = (
    Rule("(?P<qr>{shift})个?财?季度?{qthird}?(?!节)", "上季度", b.relative_quarter),
    Rule("(?P<hr>{shift})个半年", "上个半年", b.relative_half),
    Rule("季度?(?P<t>[初末底])", "季末", b.relative_quarter),
    Rule("(?P<u>季)度?(?:之)?内", "季内", periods.within),
    Rule("(?P<yr>本|上|下)[个一]?(?P<fy>财年)", "上个财年", b.point),
    Rule("(?P<h>[上下])半(?P<fy>财年)", "上半财年", b.point),
)

_NOT_NUMBER = "(?![楼线文机店院馆门厂位员种选球车人作令])"
DAYS = (
    Rule("(?P<dr>[昨今明])(?P<dr2>[今明后])(?:两[天日]|天)", "今明两天", b.two_days),
    Rule("(?P<dr>[今昨明前后])天?{sp}[(（]{sp}[0-9]{1,2}{sp}[日号]?[)）][日天晚号]?", "昨(14)日", b.day_word),
    Rule("(?P<dr>大大前|大前|大大后|大后|[今昨明前后])天(?![猫系])", "今天", b.day_word),
    Rule("(?P<dr>[今昨明])日(?![报本])", "昨日", b.day_word),
    Rule("(?P<dr>前)日(?=[，,在的晚]|$)", "前日", b.day_word),
    Rule("(?<![第连近前后每数几间过隔头这那整初])(?P<d>[一二三四五六七八九])日" + TOLD_NEXT, "五日宣布", b.point),
    Rule("(?<![如犹若似])(?P<dr>昨)" + YESTERDAY_NEXT, "昨宣布", b.day_word),
    Rule("(?<![至迄到如现当古从而于])(?P<dr>今)" + TODAY_NEXT, "今宣布", b.day_word),
    Rule("(?P<dr>[今昨明前])(?:晚|夜|晨|早|午)(?![些期])", "昨晚", b.day_word),
    Rule("(?P<dr>今(?=起)|即(?=日)|本(?=日(?!报)))日?", "即日", b.day_word),
    Rule("(?P<da>当)[日天](?!前)", "当天", bare.that_day),
    Rule("(?P<da>同一|同|隔|翌|次|前一|后一|第二|第三|第四)[日天](?!前)", "次日", b.near_day),
    Rule("(?P<da>当)[晚晨早]", "当晚", bare.that_day),
    Rule("(?P<da>次|翌)[晚晨早]", "次晨", b.near_day),
    Rule("{dz}{sp}[日号]{wdays}", "25日（周五）", b.month_day),
    Rule("{dz}{sp}日(?![内之以游均元本间圆]|报(?![道导]))", "25日", b.point),
    Rule("(?<![元楼栋座路街巷弄排])(?<!型号)(?<!编号){dz}{sp}号" + _NOT_NUMBER, "12号", b.point),
)  # fmt: skip

# counted from the base day
_PAST, _NEXT = "(?:过去|最近|近|此前)", "(?:未来|今后|接下来|往后)"
_FEW = "(?P<n>[1-9][0-9]?|[一二两三四五六七八九十]{1,2}|[几数])"
WINDOWS = (
    Rule("{n1}{sp}年前的?今[日天]", "五年前的今天", b.this_day),
    Rule("近(?:几|多|些)?年(?:以?来)?|这[几些]年(?:来)?", "近年来", spans.recent_years),
    Rule("(?!(?<=[在于於])(?<!早[在于於])[0-9]{1,2}{sp}日)近?{dur}多?{ago}", "三天前", spans.ago),
    Rule(_PAST + "(?:的)?{sp}{dura}(?:时间)?(?:以来|来|里|内|中(?!国)|间)?", "过去三年", spans.window_back),
    Rule(_NEXT + "(?:的)?{sp}{dura}(?:时间)?(?:之内|以内|内|里|中(?!国)|间)?", "未来三年", spans.window_ahead),
    Rule("(?<!早)(?:前|头){sp}" + _FEW + "{sp}个?(?P<u>月)(?![前份初底中0-9])", "前4个月", periods.first_units),
    Rule("[上前]{sp}(?!一[个周天年月季])" + _FEW + "{sp}个?(?P<u>天|日|周|星期|礼拜|月|年)(?![前初])", "前三个月", spans.window_back),
    Rule("(?<![此其之随以])[下后]{sp}(?!一[个周天年月季])" + _FEW + "{sp}个?(?P<u>天|日|周|星期|礼拜|月|季度|年)(?!内)", "后1年", spans.window_ahead),
    Rule("{dur}多?{later}", "三年后", spans.ahead),
    Rule("再过{sp}{dura}", "再过两天", spans.ahead),
    Rule("(?![一二三四1-4]季度?内){dur}(?:的时间)?(?:之|以)?内(?![存部])", "两年内", spans.window_ahead),
    Rule("{dur}多?以?来(?![自回到说看])", "两年来", spans.window_back),
)  # fmt: skip
VAGUE = (
    Rule("岁末年初|年[末底尾]年初", "岁末年初", b.turn_of_year),
    Rule("近[日期](?P<soon>之?内)", "近日内", spans.recent),
    Rule("(?:近日|近期|最近(?!邻|的?距离)|近来)(?P<soon>(?=即?将|会(?!议)|有望|预计))?", "最近", spans.recent),
    Rule("近[几两些](?:天|日子?)|不久前|前不久|前段时间|[前近]些(?:天|日子)|前几[天日]|这[几些两]天", "不久前", spans.recent),
    Rule("日前", "日前", spans.recent),
    Rule("(?P<u>年)初(?:以来|至今|迄今)", "年初以来", periods.so_far),
    Rule("(?P<u>年)(?:之)?内", "年内", periods.within),
    Rule("(?P<yt>年[底末尾终初](?![步薪层特端创级衷])|岁末|年中(?=[，。前的发推上完将之以公亮问交投启开]|$))", "年底", b.point),
)  # fmt: skip

# the second day of a range
DAY_ALONE = (Rule("{dz}(?=[，。、；）)]|$)", "10", b.point),)

BEFORE = (
    Operator("自从?(?![己动行然主身称信由如研家])", "自", o.since, on_ranges=False),
    Operator(
        "(?:打?从|由)(?=[^，。；至到]{1,16}(?:起|开始|以来|以后|之后))",
        "从5月起",
        o.since,
        on_ranges=False,
    ),
    Operator("(?:打?从|由)(?![事业此中而而来])", "从", o.same),
    Operator("不早于", "不早于", o.since),
    Operator("不[晚迟]于|[最至][晚迟](?:在|于)?", "不晚于", o.by, ahead=True),
    Operator("介于", "介于", o.same),
    Operator("未知至", "未知至", o.from_unknown),
)

AFTER = (
    Operator("至未知", "至未知", o.to_unknown),
    Operator(
        "止的?(?:{n1}{sp}个?(?P<u>月)|(?P<u2>年度|季度|财年))|(?<=日)的(?P<u3>财[年季])",
        "止三个月",
        o.same,
        counted=spans.ended,
    ),
    Operator("(?:或|及|和)(?:之|以|更)?(?:前|早)", "或更早", o.or_earlier),
    Operator("(?:或|及|和)(?:之|以|更)?(?:后|晚)", "或更晚", o.since),
    Operator("起?(?:至|到)(?:今(?![年天日晚])|现在|目前|如今)(?:为止)?", "至今", o.to_date),
    Operator("以来|来(?=[，,])", "以来", o.since_then, behind=True),
    Operator("(?:所在|当|那|这)(?:一)?周(?![刊边年围期])", "当周", o.week),
    Operator("起(?![码初诉步来点飞草因源])", "起", o.same),
    Operator("前后|左右|上下", "左右", o.about),
    Operator("(?:结束|收尾){ago}|{ago}", "前", o.ahead_of, ahead=True),
    Operator("{later}", "之后", o.after),
    Operator("(?:之|以)?内(?![部存容外地])", "内", o.within),
    Operator("之?间|期间", "之间", o.same),
)

# between a year and its month, a month and its day
GLUE = (Sign(r"[ \u3000]?[的之,，][ \u3000]?|[ \u3000]{1,2}"),)
# between the two ends of a range
CONNECTORS = (
    Sign(r"(?:(?<=[日号])" + TIME_OF_DAY + r")?[ \u3000]?(?:起?[至到]|[-－–—~～]{1,2})[ \u3000]?"),
    Sign("(?:、" + _LISTED + ")?、(?=第?" + _LISTED + "[月季])"),
    Sign(r"(?<=[底末])、?(?=(?:(?:20[0-9]{2}|明|次|今|去)年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])?[月年]?初)"),
    Sign("[和与及](?=[^，。；]{1,14}(?:之间|(?<![时空房中民夜晚期区])间(?![接断隔谍])))"),
)  # fmt: skip
MARKS = (Sign("可能约", "%"), Sign("可能是", "?"), Sign("大?约", "~"))

_PHRASE = (
    *FESTIVALS, *NEGATIVES, *WHOLE, *NUMERIC, *WINDOWS, *VAGUE, *DECADES, *HALF_SAID, *YEARS, *WEEKS, *MONTHS,
    *_PARTS, Rule("(?P<s>[春夏秋冬])[季天]", "秋季", b.point), *QUARTERS, *DAYS,
)  # fmt: skip


def _level(rules: tuple[Rule, ...]) -> Level[Rule]:
    return Level(rules, FRAGMENTS, both_scripts)


CHINESE = Grammar(
    words=WORDS,
    places=places,
    levels={
        "phrase": _level(_PHRASE),
        "year": _level(WITHIN_YEAR),
        "month": _level(WITHIN_MONTH),
        "week": _level(WITHIN_WEEK),
        "day": _level(DAY_ALONE),
    },
    before=Level(BEFORE, FRAGMENTS, both_scripts),
    after=Level(AFTER, FRAGMENTS, both_scripts),
    glue=Level(GLUE, FRAGMENTS),
    connector=Level(CONNECTORS, FRAGMENTS, both_scripts),
    mark=Level(MARKS, FRAGMENTS, both_scripts),
    prepare=narrow,
    lead=re.compile(both_scripts("(?:在|于|到|至|截[至止]|预计|将[在于]?|[一-龥]{2,4}时间)?")),
    boundary=re.compile(r"[。！？!?；;\n]"),
    zone=re.compile(both_scripts("(?:当地|北京|美国?(?:[东西]部?)?|太平洋|台北|台湾|东京|伦敦|欧洲|[东西]部|纽约|世界)时间[ 的]?$")),
    direction=chinese_direction,
)  # fmt: skip
