"""Phrases as news writes them, of every language: [phrase=EDTF] must be found, and nothing else."""

import re
from datetime import date

import pytest

from dates import find

_MARKED = re.compile(r"\[([^\[\]=]+)=([^\]]+)\]")
BASE = date(2025, 5, 1)  # a Thursday

ENGLISH = """
Sales [in the three months ended March 31=2025-33] doubled.
Profit rose [in the quarter ended June 30, 2024=2024-34], the filing shows.
It lost $4bn [in the nine months to September=2024-01/2024-09].
The stake was sold [on the same day last year=2024-05-01].
[Five years ago today=2020-05-01], the lab had two desks.
The index fell at [the turn of the year=2024-12~/2025-01~].
A decision is due [a week from Friday=2025-05-09].
She left [a week ago Tuesday=2025-04-22].
The fab will open [no earlier than 2027=2027/..].
The fab will open in [Q3 or Q4 of next year=2026-35/2026-36].
The fab should be ready [mid-to-late 2026=2026-38/2026-39].
It will be ready [in just over a year=2026].
It will hold margins for [the remainder of 2025=2025-05-01/2025-12-31].
Spending in [the 2026 fiscal year=2026~] is capped.
The chip taped out on [the twenty-first of April=2025-04-21].
In [March=2025-03] it hired a lobbyist, and two days later the lobbyist quit.
The deal should close [before the end of the second quarter=2025-05-01/2025-06-30].
Supply is tight [until at least 2027=2027].
The firm used its forum on [Monday=2025-04-28] to launch a tablet.
The board said in a note on [Friday=2025-04-25] that it would sell.
The union had set an [April 22=2025-04-22] deadline for a reply.
Talks failed [last week on Friday, April 25=2025-04-25], and would not resume.
The chip, on sale [since April 7=2025-04-07/..], ships with the app.
Revenue grew in the ten years [from 2013 to 2023=2013/2023].
It was seen on a [December day in 2015=2015-12].
Returns are free within the 90-day window.
Sales begin in [the back half of 2026=2026-41].
Staff meet every other Tuesday.
The robots lost their second quarter-final.
The first quarter of the corpus is in Spanish.
It was fixed in version 2.5.2025 of the package.
"""

CHINESE = """
[五年前的今天=2020-05-01]，这家实验室只有两张桌子。
[去年今天=2024-05-01]，名字还没想好。
[7、8两月=2024-07/2024-08]，招聘放缓。
[今年三四季度=2025-35/2025-36]才会放量。
[今年第三或第四季度=2025-35/2025-36]将交付样机。
[今明两天=2025-05-01/2025-05-02]，接口限流。
[明后两年=2026/2027]，园区将翻一倍。
[上半财年=2025-40~]，云收入持平。
[岁末年初=2024-12~/2025-01~]，榜单换了好几轮。
[今年年内=2025-05-01/2025-12-31]会有结果。
[一两个月内=2025-05-01/2025-07-01]给出方案。
截至[3月31日止三个月=2025-33]，亏损收窄。
截至[2024年6月30日止年度=2023-07/2024-06]，收入翻倍。
[上一财季=2025-33]的存货上升。
[周三，4月30日=2025-04-30]，服务恢复。
[夏天结束前=2025-05-01/2025-08-31]会有定案。
方案[不早于2026年=2026/..]落地。
此后三个月，股价翻倍。
消息报道两天后，公司出面否认。
模型发布两周后，价格降了一半。
上线两周内，下载破百万。
在发布会前三天，海报已经流出。
[2018年至今=2018-01-01/2025-05-01]，共有七轮融资。
胜率从3/10提升到一半，座位在12排3号。
OpenAI[4月15日=2025-04-15]推出新接口。
[近日内=2025-05-01/2025-05-15~]公布名单。
[今年来=2025-01-01/2025-05-01]融资翻倍。
[三、五年后=2025-05-01/2030-05-01]才会普及。
他是95后天才少年。
下载量达867万次年度第一。
公司宣布[两周后=2025-05-12/2025-05-18]上线新版。
公司发布[未来三年=2025-05-01/2028-05-01]的路线图。
"""

TRADITIONAL = """
鴻海[4/30=2025-04-30]公布營收，[5/2=2025-05-02]將舉行說明會。
完成了2/3的工作，勝率3/4，得到15/20分。
[上週三（23日）=2025-04-23]，兩家公司簽約。
公司須在[14日前=2025-05-01/2025-05-14]交出紀錄。
《某通訊社[30日=2025-04-30]專訊》廠商延後推出。
該案[不晚於6月底=2025-05-01/2025-06-30]定案。
"""


def _cases(text: str, language: str) -> list[tuple[str, str]]:
    return [(line, language) for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        *_cases(CHINESE, "zh-Hans"),
        *_cases(TRADITIONAL, "zh-Hant"),
        *_cases(ENGLISH, "en"),
    ],
)
def test_news_of_every_kind(line: str, language: str) -> None:
    found = find(_MARKED.sub(r"\1", line), BASE, language)
    assert [(m.text, m.value.edtf) for m in found] == _MARKED.findall(line)
