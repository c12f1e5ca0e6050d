"""Well-known outlets: their names in print and their domains; and the platforms others post on."""

from functools import cache, lru_cache
from typing import NamedTuple

from sources.chinese import to_simplified
from sources.reading.metadata.addresses import host_of


class Outlet(NamedTuple):
    name: str  # in the language it publishes in
    names: tuple[str, ...]  # all it is called in print
    domains: tuple[str, ...]


# name, other names after commas | domains. A Chinese name is in Simplified; both are matched.
_TABLE = """
Reuters, 路透社, 路透, 汤森路透, Thomson Reuters | reuters.com
Bloomberg, 彭博社, 彭博, 彭博新闻社, 彭博新闻, Bloomberg News | bloomberg.com bloomberg.cn
Bloomberg Businessweek, 彭博商业周刊 |
Associated Press, AP, AP News, 美联社, The Associated Press | apnews.com
Agence France-Presse, AFP, 法新社 | afp.com
The New York Times, New York Times, NYT, 纽约时报, 纽时 | nytimes.com cn.nytimes.com
The Wall Street Journal, Wall Street Journal, WSJ, 华尔街日报, 华日 | wsj.com
The Washington Post, Washington Post, 华盛顿邮报, 华邮 | washingtonpost.com
Financial Times, FT, 金融时报, 英国金融时报, FT中文网, The Financial Times | ft.com ftchinese.com
The Economist, 经济学人 | economist.com
The Guardian, Guardian, 卫报 | theguardian.com
BBC, BBC News, 英国广播公司, BBC中文, BBC中文网 | bbc.com bbc.co.uk
CNN, 美国有线电视新闻网 | cnn.com
CNBC, 美国消费者新闻与商业频道 | cnbc.com
NBC News, NBC, 全国广播公司 | nbcnews.com
CBS News, CBS, 哥伦比亚广播公司 | cbsnews.com
ABC News, 美国广播公司 | abcnews.go.com
NPR, 美国国家公共广播电台, 全国公共广播电台 | npr.org
Fox Business, 福克斯商业 | foxbusiness.com
Politico, 政客新闻网 | politico.com politico.eu
Axios | axios.com
Semafor | semafor.com
The Information | theinformation.com
TechCrunch | techcrunch.com
The Verge, 《边缘》 | theverge.com
Wired, 《连线》, 连线杂志, WIRED | wired.com
Ars Technica | arstechnica.com
VentureBeat | venturebeat.com
Engadget, 瘾科技 | engadget.com
CNET | cnet.com
ZDNET, ZDNet | zdnet.com
The Register | theregister.com theregister.co.uk
MIT Technology Review, 麻省理工科技评论, 麻省理工技术评论 | technologyreview.com
IEEE Spectrum | spectrum.ieee.org
Nature, 《自然》, 自然杂志 | nature.com
Science, 《科学》, 科学杂志 | science.org
Time, TIME, 《时代》, 时代周刊, 时代杂志 | time.com
Fortune, 《财富》, 财富杂志 | fortune.com
Forbes, 福布斯 | forbes.com
Business Insider, 商业内幕, 商业内幕网, 商业内部, Insider | businessinsider.com
Barron's, 巴伦周刊 | barrons.com
MarketWatch | marketwatch.com
Fast Company, 快公司 | fastcompany.com
Quartz, 石英财经网 | qz.com
The Atlantic, 大西洋月刊 | theatlantic.com
The New Yorker, 纽约客 | newyorker.com
Vox | vox.com
Vanity Fair, 名利场 | vanityfair.com
Platformer | platformer.news
Stratechery | stratechery.com
404 Media | 404media.co
Gizmodo | gizmodo.com
Mashable | mashable.com
Tom's Hardware | tomshardware.com
AnandTech | anandtech.com
9to5Mac | 9to5mac.com
9to5Google | 9to5google.com
MacRumors | macrumors.com
Android Authority | androidauthority.com
The Decoder | the-decoder.com
SiliconANGLE | siliconangle.com
Data Center Dynamics, DCD | datacenterdynamics.com
SemiAnalysis | semianalysis.com
The Next Platform | nextplatform.com
InfoQ | infoq.com
InfoQ中文, 极客邦 | infoq.cn
Rest of World | restofworld.org
Nikkei Asia, 日经亚洲, 日经亚洲评论 | asia.nikkei.com
日本経済新聞, Nikkei, 日经, 日经新闻, 日本经济新闻, 日经中文网 | nikkei.com cn.nikkei.com
共同通信, 共同社, 共同通讯社, Kyodo News, Kyodo | kyodonews.net
日本放送协会, NHK | nhk.or.jp
韩联社, Yonhap, Yonhap News Agency | yna.co.kr
Der Spiegel, 明镜周刊, Spiegel | spiegel.de
Handelsblatt, 德国商报 | handelsblatt.com
heise online, heise | heise.de
Le Monde, 《世界报》, 法国世界报 | lemonde.fr
Les Échos, Les Echos, 《回声报》 | lesechos.fr
El País, El Pais, 《国家报》 | elpais.com
Deutsche Welle, 德国之声, DW | dw.com
Sifted | sifted.eu
TechNode, 动点科技 | technode.com cn.technode.com
South China Morning Post, SCMP, 南华早报 | scmp.com
PR Newswire, 美通社 | prnewswire.com
Business Wire, 美国商业资讯 | businesswire.com
GlobeNewswire | globenewswire.com
Al Jazeera, 半岛电视台 | aljazeera.com
The Straits Times, 海峡时报 | straitstimes.com
联合早报, Lianhe Zaobao | zaobao.com zaobao.com.sg
Channel NewsAsia, CNA, 亚洲新闻台 | channelnewsasia.com
The Economic Times, 印度经济时报 | economictimes.indiatimes.com economictimes.com
The Times of India, 印度时报 | timesofindia.indiatimes.com
Sky News, 天空新闻 | news.sky.com
The Times, 泰晤士报 | thetimes.com thetimes.co.uk
The Telegraph, 每日电讯报 | telegraph.co.uk
The Independent, 英国独立报, 《独立报》 | independent.co.uk
Los Angeles Times, 洛杉矶时报 | latimes.com
San Francisco Chronicle, 旧金山纪事报 | sfchronicle.com
USA Today, 今日美国 | usatoday.com
Digital Trends | digitaltrends.com
PCMag | pcmag.com
TechRadar | techradar.com
Tech in Asia | techinasia.com
The Hill, 国会山报 | thehill.com
新华社, 新华网, Xinhua, Xinhua News Agency, 新华通讯社 | xinhuanet.com news.cn
人民日报, 人民网, People's Daily | people.com.cn people.cn
中国新闻网, 中新社, 中新网, 中国新闻社 | chinanews.com chinanews.com.cn
央视新闻, 央视网, 央视, 中央广播电视总台, CCTV, 央视财经 | cctv.com cctv.cn
中国日报, China Daily, 中国日报网 | chinadaily.com.cn
环球时报, 环球网, Global Times | huanqiu.com globaltimes.cn
光明日报, 光明网 | gmw.cn
经济日报, 中国经济网 | ce.cn
科技日报, 中国科技网 | stdaily.com
中国科学报, 科学网 | sciencenet.cn
参考消息, 参考消息网 | cankaoxiaoxi.com
观察者网 | guancha.cn
澎湃新闻, 澎湃 | thepaper.cn
界面新闻 | jiemian.com
财新, 财新网, 财新周刊, Caixin | caixin.com caixinglobal.com
第一财经, 第一财经日报, 一财, Yicai | yicai.com yicaiglobal.com
财联社, 科创板日报 | cls.cn
证券时报, 证券时报网, e公司 | stcn.com
中国证券报, 中证网 | cs.com.cn
上海证券报, 上证报, 中国证券网 | cnstock.com
证券日报, 证券日报网 | zqrb.cn
每日经济新闻, 每经网 | nbd.com.cn
21世纪经济报道, 21财经 | 21jingji.com
经济观察报, 经济观察网 | eeo.com.cn
华尔街见闻 | wallstreetcn.com
格隆汇 | gelonghui.com
智通财经, 智通财经网 | zhitongcaijing.com
东方财富, 东方财富网 | eastmoney.com
同花顺, 同花顺财经 | 10jqka.com.cn
金融界 | jrj.com.cn
中国经营报, 中国经营网 | cb.com.cn
时代财经, 时代周报 | time-weekly.com
新京报, 贝壳财经, 新京报贝壳财经 | bjnews.com.cn
北京日报 | bjd.com.cn
北京商报 | bbtnews.com.cn
南方都市报, 南都 | oeeee.com
南方周末 | infzm.com
三联生活周刊 | lifeweek.com.cn
财经杂志, 《财经》, 财经网 | caijing.com.cn
晚点LatePost, 《晚点》, LatePost, 晚点财经 | latepost.com
36氪, 36Kr, 36kr | 36kr.com
虎嗅, 虎嗅网, 虎嗅APP | huxiu.com
钛媒体, 钛媒体APP, TMTPost | tmtpost.com
极客公园, GeekPark | geekpark.net
雷锋网, 雷峰网, AI科技评论, Leiphone | leiphone.com
机器之心, 机器之心Pro, Synced | jiqizhixin.com syncedreview.com
量子位, QbitAI | qbitai.com
新智元, AI_era |
智东西, zhidxcom | zhidx.com
甲子光年 | jazzyear.com
硅星人, 硅星人Pro | guixingren.com
品玩, PingWest品玩, PingWest | pingwest.com
爱范儿, ifanr | ifanr.com
少数派, sspai | sspai.com
IT之家, ITHome | ithome.com
快科技, 驱动之家, MyDrivers | mydrivers.com
中关村在线, ZOL | zol.com.cn
太平洋电脑网, 太平洋科技 | pconline.com.cn
cnBeta, cnBeta.COM | cnbeta.com cnbeta.com.tw
站长之家, 站长网, Chinaz | chinaz.com
AIbase, AIbase基地 | aibase.com
鞭牛士 | bianews.com
亿欧, 亿欧网 | iyiou.com
猎云网 | lieyunwang.com
投资界 | pedaily.cn
创业邦 | cyzone.cn
动脉网 | vbdata.cn
CSDN, AI科技大本营 | csdn.net
开源中国, OSCHINA | oschina.net
新浪科技, 新浪财经, 新浪网, 新浪新闻 | sina.com.cn tech.sina.com.cn finance.sina.com.cn sina.cn
腾讯科技, 腾讯新闻, 腾讯网, 腾讯财经 | new.qq.com news.qq.com tech.qq.com
网易科技, 网易新闻, 网易财经 | 163.com tech.163.com
搜狐科技, 搜狐网, 搜狐新闻 | sohu.com it.sohu.com
凤凰网科技, 凤凰网, 凤凰科技, 凤凰卫视 | ifeng.com tech.ifeng.com
DoNews | donews.com
蓝鲸财经, 蓝鲸新闻 | lanjinger.com
中央社, 中央通讯社, CNA中央社 | cna.com.tw
联合报, 联合新闻网, 经济日报（台湾）, udn | udn.com money.udn.com
中国时报, 中时新闻网, 中时电子报, 工商时报 | chinatimes.com ctee.com.tw
自由时报, 自由财经, 自由时报电子报 | ltn.com.tw
数位时代, BusinessNext | bnext.com.tw
科技新报, TechNews | technews.tw finance.technews.tw
科技报橘, TechOrange | techorange.com
iThome, 电脑报 | ithome.com.tw
INSIDE, 硬塞的网路趋势观察 | inside.com.tw
DIGITIMES, 电子时报, Digitimes | digitimes.com digitimes.com.tw
天下杂志 | cw.com.tw
商业周刊 | businessweekly.com.tw
今周刊 | businesstoday.com.tw
远见杂志, 《远见》 | gvm.com.tw
钜亨网, 巨亨网, Anue钜亨 | cnyes.com
ETtoday, ETtoday新闻云, 东森新闻云 | ettoday.net
三立新闻网, 三立新闻 | setn.com
TVBS, TVBS新闻网 | tvbs.com.tw
公视新闻网, 公视 | pts.org.tw
风传媒 | storm.mg
报导者 | twreporter.org
T客邦 | techbang.com
明报 | mingpao.com
星岛日报, 星岛头条 | stheadline.com singtao.ca
香港01 | hk01.com
香港经济日报 | hket.com
信报, 信报财经新闻 | hkej.com
东方日报 | orientaldaily.on.cc on.cc
文汇报 | wenweipo.com
大公报, 大公网 | takungpao.com
香港电台 | rthk.hk
unwire.hk | unwire.hk
"""

# what they publish is their own: they are cited for what they did, not as an outlet
_MAKERS = """
arXiv, ArXiv | arxiv.org
Hugging Face | huggingface.co
GitHub | github.com
OpenAI | openai.com
Anthropic | anthropic.com
Google, 谷歌 | blog.google
Google DeepMind, DeepMind | deepmind.google deepmind.com
Meta, Meta AI | about.fb.com ai.meta.com
Microsoft, 微软 | blogs.microsoft.com
NVIDIA, 英伟达 | nvidianews.nvidia.com blogs.nvidia.com
DeepSeek, 深度求索 | deepseek.com api-docs.deepseek.com
"""

# where anybody posts: their name tells nothing of who wrote
_PLATFORMS = """
微博, 新浪微博, Weibo, weibo.com | weibo.com weibo.cn
微信, 微信公众平台, 微信公众号, WeChat | mp.weixin.qq.com weixin.qq.com
知乎, 知乎专栏, Zhihu | zhihu.com zhuanlan.zhihu.com
今日头条, 头条号, Toutiao | toutiao.com
百家号 | baijiahao.baidu.com
小红书 | xiaohongshu.com
哔哩哔哩, bilibili, B站 | bilibili.com
抖音 | douyin.com
雪球 | xueqiu.com
X, Twitter, 推特 | x.com twitter.com
Facebook, 脸书 | facebook.com
Threads | threads.net threads.com
LinkedIn, 领英 | linkedin.com
Reddit | reddit.com
YouTube | youtube.com youtu.be
Telegram | t.me
Medium | medium.com
Substack | substack.com
Instagram | instagram.com
Hacker News | news.ycombinator.com
Google News, 谷歌新闻 | news.google.com
"""


class _Known(NamedTuple):
    by_name: dict[str, Outlet]
    by_domain: dict[str, Outlet]
    first: frozenset[str]  # characters that names begin with
    last: frozenset[str]


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name as it is compared: in Simplified, small letters, without white space.

    Names that are common words stand in 《》 in the table, and are outlets only so.
    """
    return "".join(to_simplified(name).casefold().split())


def _read(table: str) -> _Known:
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    for line in table.strip().splitlines():
        printed, _bar, addresses = line.partition("|")
        names = tuple(name.strip() for name in printed.split(","))
        outlet = Outlet(names[0], names, tuple(addresses.split()))
        by_name |= {folded(name): outlet for name in names}
        by_domain |= dict.fromkeys(outlet.domains, outlet)
    first, last = (frozenset(name[end] for name in by_name) for end in (0, -1))
    return _Known(by_name, by_domain, first, last)


@cache
def _outlets() -> _Known:
    return _read(_TABLE)


@cache
def _makers() -> _Known:
    return _read(_MAKERS)


@cache
def _platforms() -> _Known:
    return _read(_PLATFORMS)


def outlet_called(name: str) -> Outlet | None:
    return _outlets().by_name.get(folded(name))


def maker_called(name: str) -> Outlet | None:
    return _makers().by_name.get(folded(name))


@lru_cache(maxsize=4096)  # who is cited in one text is so in the next
def outlet_within(words: str) -> str:
    """The longest beginning, else the longest end, of some words that is an outlet's name."""
    whole, known = to_simplified(words), _outlets()
    ends = whole.casefold().strip()
    if len(whole) != len(words) or not ends:
        return ""
    begins, closes = ends[0] in known.first, ends[-1] in known.last
    for cut in range(len(words) - 1 if begins or closes else 0):
        beginning, end = slice(0, len(words) - cut), slice(cut, len(words))
        for part in (*((beginning,) if begins else ()), *((end,) if closes else ())):
            if "".join(whole[part].casefold().split()) in known.by_name:
                return words[part].strip() if _is_whole(words, part) else ""
    return ""


def _is_whole(words: str, part: slice) -> bool:
    """Latin names end at the ends of words: Time is not in Timeline."""
    start, end, _step = part.indices(len(words))
    around = words[max(0, start - 1) : start + 1], words[end - 1 : end + 1]
    return not any(len(two) == 2 and two.isascii() and two.isalnum() for two in around)


def outlet_at(address: str) -> Outlet | None:
    return _at(_outlets(), address) or _at(_makers(), address)


def platform_called(name: str) -> Outlet | None:
    return _platforms().by_name.get(folded(name))


def platform_at(address: str) -> Outlet | None:
    return _at(_platforms(), address)


def _at(known: _Known, address: str) -> Outlet | None:
    """By the host, or what it is a part of: tech.example.com is example.com."""
    host = host_of(address)
    while "." in host:
        if host in known.by_domain:
            return known.by_domain[host]
        host = host.partition(".")[2]
    return None
