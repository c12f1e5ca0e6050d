"""Which Chinese characters sound alike, so that 通义千文 is understood as 通义千问.

The 3,755 common characters of GB 2312 are ordered by their pinyin; these are the first ones of
each of its syllables. Tones are not told apart, and rarer characters stand for themselves.
"""

from bisect import bisect_right
from functools import lru_cache

from sources.chinese import CHARACTER

_FIRST_OF_SYLLABLES = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹"
    "春戳疵聪凑粗蹿摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该"
    "干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆"
    "炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦"
    "峦抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴暖挪哦"
    "欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰"
    "若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天"
    "挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽"
    "迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
_COMMON = range(0xB0A1, 0xD7FA)
_STARTS = [int.from_bytes(first.encode("gb2312")) for first in _FIRST_OF_SYLLABLES]
_SYLLABLES = 0xE000  # private characters, one for each syllable


def sound(text: str) -> str:
    """The text with each common Chinese character replaced by a sign for its syllable."""
    return CHARACTER.sub(lambda match: _syllable(match[0]), text)


@lru_cache(maxsize=8192)
def _syllable(character: str) -> str:
    try:
        place = int.from_bytes(character.encode("gb2312"))
    except UnicodeEncodeError:
        return character
    return chr(_SYLLABLES + bisect_right(_STARTS, place)) if place in _COMMON else character
