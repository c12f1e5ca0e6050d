"""Whose ministry is meant where many countries have one of that name: 教育部, 财政部.

The registry knows one country's. In a text of another country the bare name is that country's
own, and so a name nobody knows yet. Every text here is folded.
"""

import re
from collections.abc import Iterable

from events.extraction.registry import Entry

_SHARED = re.compile(
    "(?:教育|财政|外交|国防|交通|科技|科学|文化|卫生|商务|司法|法务|农业|能源|内政|劳动|劳工|环境|经济|公安|国安|数字|数位)部"
)
_LANDS = (
    "台湾|我国|韩国|南韩|朝鲜|北韩|日本|美国|英国|法国|德国|印度|越南|泰国|印尼|新加坡|马来西亚|菲律宾|澳洲|澳大利亚|加拿大"
    "|俄罗斯|乌克兰|以色列|意大利|义大利|西班牙|荷兰|巴西|墨西哥|沙特|阿联酋"
)
_OF_ANOTHER = re.compile(f"(?:{_LANDS})(?:政府|联邦)?的?\\Z")
_OF_CHINA = re.compile(r"(?:中国大陆|中国|大陆|中共|北京|内地|国家)(?:政府|当局)?的?\Z")
_REACH = 10
# what a text of Taiwan speaks of, and one of the mainland
_TAIWAN = re.compile(
    "台湾|行政院|立法院|立委|新台币|台币|数位发展部|数发部|国科会|国发会|卫福部|金管会|中研院|台北|新北|台中|台南|高雄|新竹|国小|国中"
)
_MAINLAND = re.compile(
    "中国|大陆|内地|国务院|北京|网信办|工信部|发改委|人民币|中共|上海|深圳|杭州|全国人大"
)


def is_shared(squashed: str, entries: Iterable[Entry]) -> bool:
    """Whether a name is a Chinese ministry's that other countries have as well."""
    return bool(_SHARED.fullmatch(squashed)) and any(entry.country == "CN" for entry in entries)


def is_of_another_land(folded: str, start: int) -> bool:
    """Whether the bare name of a ministry that starts here is not China's."""
    before = folded[max(0, start - _REACH) : start]
    if _OF_CHINA.search(before):
        return False
    if _OF_ANOTHER.search(before):
        return True
    return len(_TAIWAN.findall(folded)) > len(_MAINLAND.findall(folded))
