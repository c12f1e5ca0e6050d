"""Whether a name looks like a person's."""

import re

from sources.chinese import HAN

# the surnames of about 95 in 100 Chinese, in both scripts, and compound ones
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁"
    "魏薛叶葉阎閻余潘杜戴夏钟鍾鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢岳"
    "齐齊沿梅莫庄莊辛管祝左涂塗谷祁时時舒耿牟卜路詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬鄔臧畅暢宫宮来來嵺苟全褚廉简簡娄婁盖蓋符奚木穆党党燕郎邸冀谌諶姬"
)
_COMPOUND = (
    "欧阳",
    "歐陽",
    "上官",
    "司马",
    "司馬",
    "诸葛",
    "諸葛",
    "东方",
    "東方",
    "皇甫",
    "慕容",
    "司徒",
    "令狐",
    "夏侯",
    "端木",
)
_HAN_NAME = re.compile(rf"^[{HAN}]{{2,4}}$")
_TRANSCRIBED = re.compile(rf"^[{HAN}A-Z.]{{1,8}}(?:[·・][{HAN}A-Z.]{{1,10}})+$")
_LATIN_WORD = r"(?:[A-Z][^\W\d_]*[’'-]?[^\W\d_]*\.?|de|van|von|der|da|di|du|la|le|bin|al|el|ten)"
_LATIN_NAME = re.compile(rf"^[A-Z][\w’'.-]*(?: {_LATIN_WORD}){{1,4}}$")
NO_PERSON = re.compile(
    rf"(?:[{HAN}](?:网|網|报|報|社|新闻|新聞|编辑部|編輯部|公司|集团|集團|大学|大學|研究院|中心"
        rf"|频道|頻道|财经|財經|科技|观察|觀察|周刊|週刊|杂志|雜誌|之家|日报|晚报)"
    r"|\b(?:Team|Staff|News|Times|Wire|Press|Media|Journal|Bureau|Post|Daily|Weekly|Watch"
        r"|Report|Review|Dispatch|Ledger|Herald|Tribune|Business|Tech"
    r"|Technology|Magazine|Today|Insider|Observer|Blog|Gazette|Chronicle|Digest|Newsletter"
        r"|Brief|Briefing|Bulletin|Hub|Radar|Digital|Podcast|Letter|Notes|Pulse|Signal|Feed"
        r"|Channel|Network|Radio|TV|Standard|Register|Examiner|Globe|Telegraph|Monitor|Courier"
        r"|Sentinel|Mirror|Intelligence|Society|Foundation|University|Council|Association"
        r"|Cent(?:er|re)|Partners|Capital|Ventures|Systems|Software|Solutions|Street|Valley"
        r"|Research|Institute|Labs?|AI|Inc\.?|Ltd\.?|LLC|Corp\.?|Company|Group))$"
)  # fmt: skip


_NO_PART = frozenset(
    ["the", "a", "an", "of", "for", "to", "and", "in", "on", "at", "with", "by", "new", "key"]
)


def is_chinese_person(name: str) -> bool:
    """Two or three characters that begin with a surname (four with a compound one)."""
    if _TRANSCRIBED.match(name):
        return True
    if not _HAN_NAME.match(name) or NO_PERSON.search(name):
        return False
    compound = name.startswith(_COMPOUND)
    return len(name) <= (4 if compound else 3) and (compound or name[0] in _SURNAMES)


def is_latin_person(name: str) -> bool:
    """Two to five capitalized words that are not an organization's."""
    if not _LATIN_NAME.match(name) or NO_PERSON.search(name):
        return False
    return not {word.lower() for word in name.split()} & _NO_PART


def is_person(name: str) -> bool:
    return is_chinese_person(name) or is_latin_person(name)
