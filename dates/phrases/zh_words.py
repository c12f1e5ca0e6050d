"""Chinese: the vocabulary. Written in Simplified characters; `both_scripts` adds Traditional."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from dates.phrases.festivals import numbered
from dates.phrases.grammar import Words, by_letter
from dates.phrases.numbers import chinese

# simplified and traditional
_PAIRS = (
    "后後 个個 号號 周週 礼禮 来來 过過 这這 内內 时時 间間 将將 会會 约約 当當 从從 两兩 几幾 数數 岁歲 纪紀 财財 报報 计計 "
    "划劃 预預 拟擬 举舉 应應 届屆 产產 发發 国國 东東 华華 头頭 条條 钟鐘 点點 里裡 节節 长長 历曆 农農 阴陰 现現 开開 终終 "
    "与與 业業 营營 绩績 净淨 运運 润潤 线線 随隨 双雙 资資 关關 审審 还還 术術 亚亞 议議 员員 机機 场場 实實 须須 达達 测測 "
    "签簽 标標 争爭 启啟 动動 进進 说說 办辦 势勢 谈談 见見 练練 续續 台臺 电電 协協 学學 晓曉 没沒 转轉 准準 总總 圆圓 连連 "
    "仅僅 迟遲 扩擴 称稱 刚剛 义義 饼餅 欧歐 联聯 罗羅 伦倫 韩韓 汉漢 乐樂 剧劇 币幣 导導 讯訊 讲講 获獲 闻聞 级級 龄齡 轻輕 "
    "载載 师師 贺賀 尽盡 单單 价價 轮輪 庆慶 阳陽 圣聖 诞誕 万萬 妇婦 儿兒 亲親 劳勞 复復 阵陣 独獨 网網 飞飛 补補 强強 认認 "
    "评評 态態 写寫 为為 于於 亿億 债債 军軍 创創 务務 区區 厂廠 围圍 块塊 备備 "
    "奥奧 层層 帅帥 张張 抛拋 断斷 旧舊 杰傑 栋棟 档檔 楼樓 欢歡 气氣 涛濤 游遊 湾灣 猫貓 画畫 码碼 祎禕 离離 种種 纽紐 经經 "
    "结結 络絡 统統 编編 腊臘 视視 许許 诉訴 语語 请請 诺諾 调調 谍諜 购購 赛賽 车車 辅輔 辈輩 边邊 选選 邻鄰 锁鎖 门門 闰閏 "
    "际際 静靜 项項 领領 颗顆 馆館 鸣鳴 鸿鴻 黄黃"
)
_OTHER = {pair[0]: pair[1] for pair in _PAIRS.split()}


def both_scripts(pattern: str) -> str:
    """The pattern with every character that Traditional Chinese writes otherwise doubled."""
    parts, in_class = [], False
    for position, character in enumerate(pattern):
        escaped = position and pattern[position - 1] == "\\"
        if character in "[]" and not escaped:
            in_class = character == "["
        other = _OTHER.get(character)
        if other is None:
            parts.append(character)
        else:
            parts.append(character + other if in_class else f"[{character}{other}]")
    return "".join(parts)


def spellings(table: Mapping[str, int]) -> dict[str, int]:
    """The table with every word in each mixture of the two scripts."""
    return {
        "".join(letters): value
        for word, value in table.items()
        for letters in product(*(c + _OTHER.get(c, "") for c in word))
    }


_DIGITS = "0123456789"
_WIDE = "０１２３４５６７８９"
_NUMERALS = "一二三四五六七八九"


def _numbers(first: int, last: int) -> dict[str, int]:
    """Every way to write the numbers of a small range with one or two characters."""
    table = {}
    for number in range(first, last + 1):
        plain = str(number)
        table[plain] = table[plain.translate(str.maketrans(_DIGITS, _WIDE))] = number
        table[_NUMERALS[number - 1]] = number
    return table


_SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2, "上一": -1, "下一": 1,
           "这一": 0, "上上上": -3, "下下下": 3, "前一": -1, "后一": 1}  # fmt: skip
_MONTHS = _numbers(1, 9) | {
    "正": 1, "十": 10, "十一": 11, "十二": 12, "10": 10, "11": 11, "12": 12, "01": 1, "02": 2,
    "03": 3, "04": 4, "05": 5, "06": 6, "07": 7, "08": 8, "09": 9,
    "１０": 10, "１１": 11, "１２": 12,
}  # fmt: skip
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6} | {
    digit: number for number, digit in enumerate("123456")
}
_THIRDS = {"上旬": 0, "初": 0, "月初": 0, "早": 0, "初期": 0, "前期": 0, "早期": 0, "伊始": 0, "年初": 0,
           "中旬": 1, "中": 1, "月中": 1, "中期": 1, "年中": 1, "季初": 0, "季中": 1, "季末": 2,
           "下旬": 2, "底": 2, "末": 2, "月底": 2, "月末": 2, "末期": 2, "后期": 2, "尾": 2,
           "中上旬": 3, "上中旬": 3, "中下旬": 4, "上半月": 5, "上半": 5, "前半": 5, "前半月": 5,
           "下半月": 6, "下半": 6, "后半": 6, "后半月": 6, "晚期": 2, "末尾": 2,
           "度初": 0, "度末": 2, "初始": 0, "尾声": 2, "中后期": 2, "年末": 2, "年底": 2}  # fmt: skip

_FESTIVALS = numbered(lambda festival: festival.chinese)
# numbers that are festivals only in the right company
_NUMBERS = ("十一", "五一", "618")

TABLE: dict[str, dict[str, int]] = {
    "m": _MONTHS,
    "q": _numbers(1, 4) | {"首": 1, "末": 4, "头": 1},
    "h": spellings({"上": 1, "前": 1, "下": 2, "后": 2, "1": 1, "2": 2}),
    "s": {"春": 21, "夏": 22, "秋": 23, "冬": 24},
    "w": _WEEKDAYS,
    "t": spellings(_THIRDS),
    "yt": spellings({
        "年初": 0, "初": 0, "伊始": 0, "岁初": 0, "年头": 0, "开年": 0, "年伊始": 0,
        "年中": 1, "中": 1, "中期": 1, "年中期": 1, "年尾": 2, "尾": 2,
        "年底": 2, "底": 2, "年末": 2, "末": 2, "岁末": 2, "年终": 2, "年前": 2,
    }),
    "yr": spellings({
        "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "今年": 0, "本年": 0,
        "这一年": 0, "今": 0, "明年": 1, "来年": 1, "下一年": 1, "后年": 2, "大后年": 3,
        "本年度": 0, "上年度": -1, "下年度": 1, "明": 1, "去": -1, "后": 2, "前": -2, "本": 0,
        "旧年": -1, "上": -1, "下": 1, "": 0,
    }),
    "ya": spellings({"同年": 0, "当年": 0, "次年": 1, "翌年": 1, "隔年": 1, "第二年": 1}),
    "mr": spellings(_SHIFTS),
    "ma": spellings({"同": 0, "同一": 0, "当": 0, "次": 1, "翌": 1, "隔": 1}),
    "wr": spellings(_SHIFTS),
    "wa": spellings({"同": 0, "同一": 0, "当": 0, "次": 1, "翌": 1, "隔": 1}),
    "qr": spellings(_SHIFTS),
    "hr": spellings(_SHIFTS),
    "dr": spellings({
        "大大前": -4, "大前": -3, "前": -2, "昨": -1, "今": 0, "即": 0, "明": 1, "后": 2,
        "大后": 3, "大大后": 4, "本": 0, "同": 0,
    }),
    "da": spellings({
        "同": 0, "同一": 0, "当": 0, "次": 1, "翌": 1, "隔": 1, "第二": 1, "前一": -1, "后一": 1, "第三": 2, "第四": 3,
    }),
    "feast": spellings(_FESTIVALS | {"大年": 0, "正月": 0, "年": 0, "春晚": _FESTIVALS["除夕"]}),
    "edge": spellings({"前": 1, "头": 1, "首": 1, "最初": 1, "开头": 1, "后": -1, "最后": -1}),
    "later": {"后": 1, "後": 1},
    "century": {"上": 20, "上个": 20, "上個": 20, "20": 20, "二十": 20, "15": 15, "16": 16, "17": 17, "18": 18,
                "19": 19, "十五": 15, "十六": 16, "十七": 17, "十八": 18, "十九": 19, "本": 21, "21": 21, "二十一": 21},
}  # fmt: skip

UNITS = {
    spelling: unit
    for unit, words in {
        "day": "天 日 晚", "week": "周 星期 礼拜", "month": "月 个月", "quarter": "季 季度 个季度 财季",
        "year": "年 年度 载 财年", "hour": "小时 钟头", "decade": "年代",
    }.items()
    for word in words.split()
    for spelling in spellings({word: 0})
}  # fmt: skip

WORDS = Words(chinese, TABLE, UNITS)

_Y4 = (
    "(?:[1１][9９]|[2２][0０])[0-9０-９]{2}|2100|[一二][九〇零○][〇零○一二三四五六七八九]{2}"
    "|[两二]千(?:零[一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)?"
)
_COUNT = (
    r"(?:(?P<n>[1-9１-９][0-9０-９]{0,2}(?:\.[0-9])?|十几|好几|若干|[几数]十|[几数俩仨半]"
    r"|[一二两三四五六七八九十百廿卅]{1,4})"
    r"(?:{sp}[-－~～至到—–、]{sp}(?P<n2>[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3}))?"
    r"[多余来几]?)"
)


def _longest_first(words: Iterable[str]) -> str:
    return by_letter(sorted(words, key=len, reverse=True))


FRAGMENTS = {
    "sp": r"[ \u3000]?",
    "y": f"(?P<y>{_Y4})",
    "yy": "(?P<yy>[0-9０-９]{2}|[〇零○一二三四五六七八九]{2})",
    "m": "(?P<m>[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[一二三四五六七八九])",
    "m2": "(?P<m2>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])",
    "d": "(?P<d>[12１２][0-9０-９]|[3３][01０１]|[0０]?[1-9１-９]"
    "|[二廿]?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|卅一?"
    "|[一二三四五六七八九])",
    "dz": "(?P<d>[12１２][0-9０-９]|[3３][01０１]|[0０]?[1-9１-９]"
    "|二?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|卅一?)",
    "month": "{m}{sp}月份?",
    "moon": "(?![龄票饼薪色球亮光牙租费嫂老石华入抛活经])",
    "ri": "[日号](?![本元币语文线楼房机厂舰院馆店位员种选球车菜脚门])",
    "week": "(?:周(?![刊边年围期折详密全至遭知报杰星润鸿立迅涛])|星期|礼拜)",
    "w": "(?P<w>[一二三四五六日天1-6])",
    "shift": "上上上|下下下|上上|下下|上一|下一|这一|前一|后一|上|下|本|这",
    "quarter": "(?:第{sp}(?P<q>[一二三四1-4１-４]){sp}[个财]?季度?)",
    "yr": "(?P<yr>大前年|前年|去年|上年度?|上一年|今年|本年度?|这一年|明年|来年|下一年|下年度"
    "|大后年|后年)",
    "third": "(?P<t>[上中下]旬|中上旬|上中旬|中下旬|[上下前后]半月|[上下前后]半(?![年])"
    "|月?[底末初中](?![学国央文东南的心级型美英日等薪层特座端创衷])|伊始)",
    "yearthird": "(?P<yt>年?[初底末尾](?![步级创任薪层特座端衷中])|年中(?!国)|中(?=[，。、；：,的前后至到将发推上完以之或起]|$)"
    "|年?中期|伊始|岁末|年终|年头)",
    "count": _COUNT,
    "dur": _COUNT + "{sp}个?(?P<half>半)?[多余]?{sp}(?P<u>小时|钟头|星期|礼拜|季度?|天|日|周"
    "|年(?!轻|级|度)|(?:(?<=[个個半数數几幾仨俩])|(?<=[个個][多余半]))月)(?P<half2>半)?",
    "dura": _COUNT + "{sp}个?(?P<half>半)?[多余]?{sp}"
    "(?P<u>小时|钟头|星期|礼拜|季度?|天|日|周|年(?!轻|级|度)|月)(?P<half2>半)?",
    "n1": "(?P<n>[0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})",
    "wdays": "(?:{sp}[,，（(]?{sp}(?:周|星期|礼拜)(?P<w>[一二三四五六日天])[)）]?"
    "|{sp}[（(](?P<w2>[一二三四五六日])[)）])",
    "wday": "{wdays}?",
    "month0": "(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[一二三四五六七八九]){sp}月",
    "week0": "(?:周|星期|礼拜)",
    "feast": "(?P<feast>" + _longest_first(n for n in _FESTIVALS if n not in _NUMBERS) + ")"
    "(?![档联晚大特礼电出旅消市快红版限定文经购贺营祝主活问惊七返回团饭月粽汤灯氛神路街广小老树歌帽联、和与等])",
    "festive": "(?P<feast>" + _longest_first(_FESTIVALS) + ")",
    "qthird": "(?P<t>[初中末底](?![国学东]))",
    "halfthird": "(?P<t>[初末底])",
    "decadethird": "(?P<t>[初中末晚前后早]期|[初中末])",
    "u": "(?P<u>小时|钟头|星期|礼拜|季度?|个?月|天|日|周|年)",
    "ago": "(?:之|以)?前(?!提(?![交出供请报]))(?![沿景期端身任往来所言列途锋瞻夕后半述置])",
    "later": "(?:之|以)?后(?![续台端面卫果缀训勤备者方半])",
    "report": "(?P<report>(?=[的之]?[^，。；、]{0,6}(?:财报|业绩|营收|收[入益]|净利|获利|毛利|盈利|财务|盈余)))?",
}  # fmt: skip

# a time between a day and the “to” of a range: 5月1日9时至5月3日
TIME_OF_DAY = "(?:[ \\u3000]?(?:上午|下午|晚上?|早上|凌晨|中午)?(?:[0-9]{1,2}|零|十[一二]?)(?:[:：][0-9]{2}){0,2}[时点]?(?:半|整|[0-9]{1,2}分)?)"

# 昨 and 今 alone, as Taiwan's and Hong Kong's papers write them before what was done
YESTERDAY_NEXT = "(?![天日晚夜晨早午今是非年梦夢])(?=[\u4e00-\u9fff])"
TODAY_NEXT = (
    "(?=宣[布佈]|公[布佈告]|发[布佈表]|表示|指出|透露|强调|证实|回应|举[行办]|召开|出席|推出|开[幕盘]|登场|上午|下午|中午"
    "|傍晚|凌晨|盘中|收盘|早盘|再度|也[宣公表指]|正式|首[度次]|三读|赴|受访|接受|主持|签署|拜会|启[动用]|邀|质询|答询)"
)
# a day of the month in one numeral, as some papers print it: 五日宣布, but 三日遊, 五日內
TOLD_NEXT = (
    "(?=也?(?:宣[布佈]|公[布佈告]|发[布佈表]|表示|指出|说|透露|警告|证实|回应|举[行办]|召开|出席|推出|同意|批准|签署|通过|裁定|判决"
    "|起诉|遭|在|於|于|将|晚间?|凌晨|清晨|上午|下午|中午|傍晚|抵|访|报[导道]|盘[前后中]|收盘))"
)

_NUMERAL = "〇零○一二两三四五六七八九十百千廿卅"
_UNIT = "世年月日号天周个季星礼小钟多余几半载"

# where a phrase may begin: what must not stand before, its first character, what must follow
_STARTS = (
    (r"(?<![0-9０-９A-Za-z_./\-#$€£¥￥%=&?@])(?<![0-9]:)(?<!每年)(?<!每月)", "0-9０-９",
     r"[0-9０-９]{0,7}(?:\.[0-9])?[ \u3000]?(?:[" + _UNIT + r"至到~～—–－·]|财年|会计|学年|Q|H)"
     r"|[0-9０-９]{0,3}[-/.～·][0-9０-９]|[0-9]?(?:、[0-9]{1,2}){1,2}[月季两年天周个]|[0-9０-９]{0,3}[ ]?[-–—][ ]?[0-9０-９]"
     r"|[0-9０-９]{3}(?![0-9０-９])|[0-9]{7}(?![0-9])|[QH][0-9]"),
    ("(?<=[A-Za-z])", "12", "(?:(?<=1)9|(?<=2)0)[0-9]{2}年"),
    ("(?<=[A-Za-z])", "1-9", "[0-2]?月(?:[0-9]{1,2}[日号]|[上中下]旬|[初底末份])"),
    (f"(?<![{_NUMERAL}万亿几数每仅只短闰0-9０-９.])", _NUMERAL + "半几数若好俩仨",
     f"[{_NUMERAL}多余来几干数]{{0,6}}[ \\u3000]?(?:[{_UNIT}至到]|[-~～—–－]|(?:、[{_NUMERAL}]{{1,2}}){{1,2}}[月季两年天周个])"),
    ("", "今", "[天日年晚晨早夜春夏秋冬后明起(（]|" + TODAY_NEXT),
    ("", "明后", "[天日年晚早晨春夏秋冬后(（]"),
    ("", "昨", "[天日晚夜晨早(（]|" + YESTERDAY_NEXT),
    ("", "去", "[年冬秋夏春（(]"),
    ("", "来旧岁财", "[年末]"),
    ("", "前", f"[天日年晚半不段些(（几数0-9{_NUMERAL}]"),
    ("", "后", f"[（(几数0-9{_NUMERAL}]"),
    ("", "大", "[大前后约年]"),
    ("", "上下", f"[（(财个一上下周星礼月年季半世旬0-9几{_NUMERAL}]"),
    ("", "本", "[（(周星礼月年季世日财个]"),
    ("", "这", "[些（(个一周几两星礼天些月年]"),
    ("", "当同次翌隔", "[天日月周年晚晨早季一星礼个]"),
    ("", "未", "[来知]"),
    ("", "过", "[去完]"),
    ("(?<![附])", "近", f"[日期来年几数半些0-9 {_NUMERAL}]"),
    ("", "最", "近"),
    ("", "此", "前"),
    ("", "接", "下来"),
    ("", "往", "后"),
    ("(?<![目])", "日", "前"),
    ("(?<!大)", "年", "[底末初中内终尾]"),
    ("", "月", "[底末初中内]"),
    ("", "季", "[初末内度]"),
    ("(?<![一二两三四五六七八九十0-9每半几数])", "周", "[一二三四五六日末内1-6初]"),
    ("(?<![一二两三四五六七八九十0-9每个几数])", "星礼", "[期拜][一二三四五六日天内1-6]"),
    ("", "第", f"[ ]?[{_NUMERAL}0-9１-４]"),
    ("", "首末头", f"[季月周日个{_NUMERAL}0-9]"),
    ("", "至最", "[晚迟]"),
    ("", "春夏秋冬", "[季天]"),
    ("", "即", "日"),
    ("", "不", "久前|[晚迟早]于"),
    ("", "春端七中重清教", "[节午夕秋阳明师]"),
    ("", "元五十6", "[宵旦一]|18(?=[期前当]|假|大促)"),
    ("", "除情妇愚儿圣平跨母父感复黑", "[夕人女童诞安年亲恩活五色]"),
    ("", "国双万光", "[庆十1圣棍]"),
    ("", "民", "国"),
    ("", "农阴闰", "[历0-9一二三四五六七八九十]"),
    ("", "正腊", "月"),
    ("", "再", "过"),
    ("", "自从由", f"[从今去明上本前0-9０-９年{_NUMERAL}]"),
    ("", "约", f"[0-9{_NUMERAL}几半数]"),
    ("", "介", "于"),
    ("", "可", "能[是约]"),
    (r"(?<![A-Za-z0-9.\-])", "QH", "[1-4]"),
    (r"(?<![A-Za-z0-9\-])", "F", "Y[ ]?[0-9]"),
)  # fmt: skip


def _starts() -> re.Pattern[str]:
    """One expression that begins with a set of characters, which `re` scans for very fast.

    Rows stand in groups behind a look at the group's first characters, so that a character
    that begins nothing here is dismissed after a few comparisons.
    """
    groups = [_STARTS[row : row + 6] for row in range(0, len(_STARTS), 6)]
    first = "".join(characters for _, characters, _ in _STARTS)
    return re.compile(both_scripts(f"[{first}](?:{'|'.join(map(_group, groups))})"))


def _group(rows: tuple[tuple[str, str, str], ...]) -> str:
    first = "".join(characters for _, characters, _ in rows)
    places = (f"(?<={before}[{characters}])(?={rest})" for before, characters, rest in rows)
    return f"(?<=[{first}])(?:{'|'.join(places)})"


_PLACES = _starts()


def places(text: str) -> Iterator[int]:
    """Where a phrase may begin."""
    return map(re.Match.start, _PLACES.finditer(text))


_WIDE_SIGNS = re.compile("[０-９／－．]")
_NARROW = str.maketrans("０１２３４５６７８９／－．", "0123456789/-.")


def narrow(text: str) -> str:
    """Full-width digits and the signs between them as plain ones, every one at its place."""
    return text.translate(_NARROW) if _WIDE_SIGNS.search(text) else text
