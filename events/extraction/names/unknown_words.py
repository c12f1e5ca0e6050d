"""Words that names of organizations are told by, and words that are no names. Folded, lower case."""

# ruff: noqa: E501  # lists of words


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


# What an organization is called before or after its name: “the start-up Fooloop”, “Fooloop, a start-up”.
ENGLISH_NOUNS = (
    "start-up|startup|chipmaker|chip maker|chip designer|chip start-up|company|firm|law firm|consultancy|think tank|think-tank|broker|brokerage|research firm"
    "|hedge fund|investment bank|venture firm|retailer|carmaker|automaker|publisher|vendor|supplier|insurer|lender|nonprofit|non-profit|charity|trade group|watchdog"
    "|unicorn|subsidiary|parent company|conglomerate|drugmaker|software maker|phone maker|smartphone maker|robot maker|cloud provider|data-centre operator"
    "|data center operator|developer|research group|research lab|ad agency|news agency|newspaper|news site|regulator|asset manager|private equity firm|contractor|advocacy group"
    "|privacy group|industry group|accelerator|incubator|foundry|telecoms group|media group|spin-off|spinout|spin-out"
)
# Only where a name with “, a …” stands before it.
ENGLISH_APPOSITIONS = "maker|provider|owner|operator|arm|unit|group|giant|lab|fund|bank|platform|service|producer|distributor|investor"
ENGLISH_BEFORE = (
    "ceo of|chief executive of|chief executive officer of|founder of|co-founder of|cofounder of|chairman of|chairwoman of|president of|analyst at|analysts at|economist at|strategist at"
    "|researcher at|researchers at|researchers from|professor at|partner at|director at|engineer at|engineers at|scientist at|scientists at|executive at|executives at|spokesman for"
    "|spokeswoman for|spokesperson for|shares of|shares in|stake in|investor in|investors in|acquisition of|takeover of|backed by|valuation of|owned by|round led by|funding from"
    "|invested in|invest in|merger with|merge with|acquired by|bought by|subsidiary of|unit of|division of|competitors such as|rivals such as|companies such as|start-ups such as"
    "|startups such as|companies like|startups like|start-ups like|investors including|companies including|investors include|backers include|backers including|customers include"
    "|customers including|partners including|firms such as|firms like|labs such as|labs like|rivals including|parent of|maker of"
)
ENGLISH_WEAK_BEFORE = (
    "partnership with|partnered with|deal with|talks with|agreement with|contract with|according to|acquire|acquires|acquired|acquiring|buys|bought|buying|hired from|poached from|worked at"
    "|works at|working at|formerly at|left|joins|joined|sued|sues|sue|told|supplied by|built by|developed by|created by|made by|published by|rival"
)
# Directly after a name, with or without 's.
ENGLISH_AFTER = (
    "ceo|cto|cfo|chief executive|chief technology officer|chief financial officer|chief scientist|founder|co-founder|cofounder|founders|co-founders|chairman|chairwoman|spokesman"
    "|spokeswoman|spokesperson|analyst|analysts|shares|executives|share price|stock price|investors|headquarters|shareholders|vice president|general counsel|managing director"
)
ENGLISH_POSSESSED = "board|stock|revenue|valuation|employees|customers|engineers|researchers|ipo|earnings|staff|balance sheet|app|website|lawyers|chief"
ENGLISH_DID = (
    "raised $|raised a $|has raised $|raises $|raises a $|has raised|is raising $|secured $|secured a $|secures $|has secured $|closed a $|closes $|closed its $|landed $|landed a $|bagged $|nabbed $|snagged $|lands $|pulled in $"
    "|emerged from stealth|emerges from stealth|came out of stealth|comes out of stealth|emerging from stealth|filed for an initial|files for an initial|went public|laid off|is valued at|was valued at|was founded in|, founded in|, founded by|, backed by|, based in|, which makes|, which develops|, whose"
)
ENGLISH_WEAK_DID = (
    "said it|said in a|said on|has said|announced|announces|unveiled|launched|released|hired|declined to comment|plans to|is planning|has agreed|agreed to|reported|sued|bought|acquired|is building"
    "|is developing|makes|sells|estimates|expects|found|argued|did not respond|opened|introduced|confirmed|joined"
)
ENGLISH_LEGAL_FORMS = "inc|corp|corporation|ltd|llc|plc|gmbh"
# Last words of names.
ENGLISH_ENDINGS = (
    "holdings|labs|laboratories|laboratory|technologies|capital|ventures|securities|university|institute|foundation|semiconductor"
    "|semiconductors|robotics|pharmaceuticals|therapeutics|biosciences|motors|advisors|advisers|ministry|bureau|association|industries"
    "|pictures|studios|microsystems|biotech|aerospace|polytechnic|bancorp"
)
# Ordinary nouns too.
ENGLISH_WEAK_ENDINGS = "commission|agency|authority|analytics|research|software|networks|dynamics|energy|insurance|bank|consulting|college|technology|discovery|group|systems|ai|media|partners|council|committee"
# First words, with “of” or “for” after them.
ENGLISH_BEGINNINGS = "ministry of|department of|university of|institute of|institute for|center for|centre for|bank of|council of|council on|office of|bureau of|academy of|college of|association of|society of|society for|federation of|alliance for|coalition for|foundation for"

# Ordinary words that are the last of many names.
LAST_WORDS = _set("ai|cloud|code|data|intelligence|language|learning|ml|team|tech|web")

PLACES = _set(
    "abu|africa|african|alto|america|american|americans|amsterdam|angeles|arabia|area|argentina|arizona|asia|asian|atlanta|atlantic|austin|australia|australian|austria|austrian|aviv|baltic|bangalore|bangkok|barcelona|bay|beijing|belgian|belgium"
    "|bengaluru|berkeley|berlin|boston|brazil|brazilian|brisbane|bristol|britain|british|brooklyn|brussels|busan|calgary|california|californian|cambridge|canada|canadian|capitol|chengdu|chennai|chicago|china|chinese|clara|cologne|copenhagen"
    "|cupertino|daejeon|dallas|danish|davos|delft|delhi|denmark|denver|detroit|dhabi|diego|doha|dubai|dublin|dutch|e.u.|east|eastern|edinburgh|egypt|eindhoven|emirates|emirati|england|english|eu|europe|european|finland|finnish|florida|france"
    "|francisco|frankfurt|french|geneva|georgia|german|germany|gothenburg|greece|greek|guangzhou|gulf|haifa|hamburg|hangzhou|hanoi|hefei|helsinki|hill|hong|houston|hsinchu|hyderabad|india|indian|indonesia|indonesian|iran|iraq|ireland|irish|israel"
    "|israeli|istanbul|italian|italy|jakarta|japan|japanese|jersey|jerusalem|jose|kaohsiung|kenya|kingdom|kolkata|kong|korea|korean|kyiv|kyoto|las|latin|lausanne|lisbon|london|los|lyon|macao|macau|madrid|malaysia|malaysian|manchester|manhattan"
    "|manila|massachusetts|melbourne|menlo|mexican|mexico|miami|middle|milan|minneapolis|montreal|moscow|mountain|mumbai|munich|nagoya|nanjing|netherlands|nevada|new|nigeria|nordic|north|northern|norway|norwegian|oakland|ohio|oregon|osaka|oslo"
    "|ottawa|oxford|pacific|palo|paris|park|perth|philadelphia|philippines|phoenix|pittsburgh|poland|polish|portland|portugal|prague|pune|qatar|redmond|riyadh|rome|russia|russian|san|santa|saudi|scotland|scottish|seattle|seoul|shanghai|shenzhen"
    "|silicon|singapore|singaporean|south|southern|spain|spanish|states|stockholm|street|sunnyvale|suzhou|sweden|swedish|swiss|switzerland|sydney|tainan|taipei|taiwan|taiwanese|tel|texas|thailand|tokyo|toronto|toulouse|turkey|turkish|u.k.|u.s."
    "|uae|uk|ukraine|ukrainian|united|us|usa|utah|valley|vancouver|vegas|vienna|vietnam|vietnamese|view|virginia|wales|wall|warsaw|washington|waterloo|west|western|wuhan|xi'an|york|zealand|zhuhai|zurich"
)
# Alone they are no names: the Commission, the Agency.
BODIES = _set(
    "commission|administration|agency|ministry|department|parliament|council|board|committee|office|bureau|court|authority|institute|university|foundation|association"
    "|union|bank|fund|group|lab|labs|company|government|treasury|senate|congress|centre|center|society|alliance|federation|academy|laboratory"
)
# No names, wherever they stand and whatever case they are printed in.
NOT_NAMES = _set(
    "am|pm|et|pt|est|edt|pst|pdt|gmt|utc|remove|removed|removes|removing|fire|fired|oust|ousted|replace|replaced|appoint|appointed|name|named|elect|elected|reinstate|reinstated|sack|sacked|promote|promoted"
    "|interim|former|longtime|incoming|outgoing|acting|information|a|about|according|act|adr|adrs|advertisement|after|against|agi|ai|ai's|alexa|all|also|although|amid|among|an|analysis|analyst|analysts|and|android|another|api|apis|app|apps|apr|april|ar|arr|artificial|as|asi|at|aug|august|award|b2b|b2c"
    "|because|before|between|big|bill|bitcoin|both|breaking|but|by|ceo|ces|cfo|chairman|chairwoman|chapter|chief|christian|christmas|chrome|ciso|cli|click|cloud|co-founder|co-founders|code|companies|company|conference|congress|coo|copilot"
    "|copyright|correction|cortana|covid|cpu|cpus|cto|data|dec|december|deep|democrat|democratic|democrats|despite|director|dma|dr|dram|dsa|during|each|earlier|easter|edge|editor|editors|eight|english|esg|etf|ethereum|ev|even|every|evs|excel"
    "|exclusive|executive|executives|faang|faq|feb|february|few|figure|first|five|follow|for|forum|founder|founders|four|friday|from|gdp|gdpr|generative|gmail|government|gpu|gpus|gtc|gui|hbm|he|her|here|his|house|how|however|hr|i|i/o|ide|if|image"
    "|in|intelligence|internet|ios|iot|ipad|iphone|ipo|ipos|it|its|jan|january|java|jewish|journal|jul|july|jun|june|just|kpi|language|last|later|law|learning|less|like|linux|llm|llms|m&a|mac|machine|macos|many|mar|march|max|may|mcp|meanwhile"
    "|mini|minister|ml|mode|model|models|moe|monday|more|most|mr|mrs|ms|muslim|my|nand|nda|neural|newsletter|next|nine|nlp|no|nobel|not|nov|november|now|npu|oct|october|office|officer|ok|olympic|olympics|on|one|only|open|opinion|or|order|other"
    "|others|our|outlook|over|parliament|part|pc|pcs|pdf|pe|per|phase|photo|plan|plus|podcast|pr|president|prize|pro|prof|professor|project|published|python|q&a|r&d|rag|read|related|reporter|reporting|republican|republicans|rl|rlhf|roi|round|saas"
    "|safari|saturday|sdk|second|secretary|section|senate|senator|sep|separately|sept|september|series|seven|several|sft|share|she|sign|since|sir|siri|six|so|some|source|spokesman|spokesperson|spokeswoman|start-up|start-ups|startup|startups|still"
    "|street|subscribe|such|summit|sunday|svp|table|team|tech|ten|that|the|their|then|there|these|they|third|this|those|though|three|through|thursday|today|tomorrow|tpu|tpus|treaty|tuesday|tv|two|ui|ultra|under|unlike|until|updated|url|ux|vc|vcs"
    "|version|via|video|vp|vr|we|web|wednesday|what|when|where|which|while|who|why|windows|with|within|without|word|writing|wwdc|xr|yes|yesterday|yet|you|your"
    "|interim|former|acting|hiring|naming|appointing|replacing|firing|ousting|poaching|longtime|long-time|incoming|outgoing|founding|deputy|departing"
    "|billionaire|veteran|general-purpose|guidelines|agencies|regulators|lawmakers|judge|judges|then-ceo|ex-ceo|ex|chairs"
    "|tuesday's|monday's|today's|yesterday's|advertiser|sponsored|welcome|hello|hi|hey|thanks|thank|based|following|speaking|asked|citing|rounding|imagine"
    "|currently|recently|additionally|moreover|furthermore|nevertheless|nonetheless|instead|overall|ultimately|finally|perhaps|maybe|eventually|notably"
    "|importantly|interestingly|especially|including|said|says|told|added|adds|named|names|appointed|hired|hires|fired|ousted|replaced|tapped|taps|joined|wrote"
)

# Chinese. Directly before a name:
CHINESE_NOUNS = (
    "初创公司|创业公司|初创企业|创业企业|新创公司|新创企业|独角兽公司|独角兽企业|独角兽|芯片厂商|芯片公司|芯片企业|芯片制造商|芯片设计公司|手机厂商|云厂商|软件公司|科技公司|科技企业|人工智能公司|人工智慧公司|ai公司|ai企业|ai初创"
    "|芯片商|晶片商|晶片厂商|晶片厂|晶片设计公司|晶圆代工厂|软体公司|手机商|设备商|新创|创企|新锐公司|机器人公司|律师事务所|律所|咨询公司|研究机构|调研机构|研究公司|研究公司|市场研究公司|市调机构|市场调查机构|市场研究机构|数据公司|分析机构|评测机构|智库|券商|投行|投资机构|投资公司|投资方|风投机构|风投公司|风投|对冲基金|私募|母公司|子公司|供应商|代工厂|代工企业|车企|汽车制造商"
    "|出版商|出版集团|科技媒体|外媒|财经媒体|权利组织|隐私组织|公益组织|非营利组织|非营利机构|行业组织|游戏公司|游戏厂商|电商平台|零售商|运营商|制药公司|药企|生物科技公司|实验室|竞争对手|开发商|服务商|云服务商|承包商|半导体公司|设备商|设备厂商|封测厂|存储厂商|独立机构|安全公司|网络安全公司"
)
CHINESE_WEAK_NOUNS = "厂商|机构|公司|企业|巨头|组织"
# Directly after a name:
CHINESE_AFTER = "首席执行官|首席技术官|首席财务官|首席运营官|首席科学家|首席分析师|首席经济学家|首席产品官|执行长|技术长|ceo|cto|cfo|coo|创始人|创办人|联合创始人|共同创始人|联合创办人|共同创办人|董事长|总裁|总经理|发言人|分析师|研究员|高管|股价|公司|集团|总部|投资者|创始团队|员工|创投|科技|资本|实验室|研究院|副总裁|合伙人|估值|股东|董事会"
CHINESE_WEAK_AFTER = "宣布|发布|推出|表示|获得|完成|融资|收购|投资|披露|预计|指出|认为|报告|数据|回应|否认|证实|领投|跟投|旗下|开源|合作|上市|起诉|称|成立|官方|统计|估算|调查|联合|也"
CHINESE_WEAK_BEFORE = (
    "据|与|和|收购|投资|来自|加入|起诉|由|入股|携手|联合|联手|领投方|合作伙伴|创办|创立"
)
# Acronyms and words in Latin letters that stand in Chinese texts and are no organizations.
LATIN_WORDS = _set(
    "4g|5g|6g|a|agent|agents|aigc|alpha|android|apache|app|attention|a股|b|base|benchmark|beta|boss|bot|bsd|buff|bug|b轮|c|c++|chat|coding|commit|copilot|css|cuda|cvc|c轮|demo|emoji|excel|fa|feed|flash|fork|g|gp|gpl|h|harmonyos|hello|hi|html|iaas"
    "|infra|instruct|ios|issue|java|javascript|k12|kol|law|leader|led|linux|lite|lp|maas|macos|max|mcn|mini|mit|moe|no|o2o|offer|ok|p2p|paas|pdf|pk|plus|ppt|pre-a|pre-ipo|preview|pro|prompt|python|readme|repo|risc-v|rocm|rust|saas|scaling|series"
    "|show|spac|star|stars|team|to|toa|tob|toc|token|tokens|top|transformer|turbo|ultra|up|usb|vibe|vip|vs|web|wifi|windows|word|workflow|x86"
)
# What ends a Chinese name, and whether it says enough alone.
CHINESE_ENDINGS_STRONG = "资本|集团|证券|日报|晚报|晨报|早报|时报|商报|律师事务所|人寿|半导体|微电子|大学|银行|创投|控股|市政府|省政府|县政府|州政府|研究院|电力公司"
CHINESE_ENDINGS = "公司|科技|基金|实验室|研究所|学院|委员会|管理局|监管局|监督局|协会|学会|联盟|智能|机器人|软件|汽车|电子|药业|传媒|法院|周刊|通讯社|研究中心|投资|信息|网络"
CHINESE_PLACES = (
    "北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|武汉|成都|西安|合肥|珠海|厦门|青岛|宁波|无锡|长沙|郑州|济南|福州|东莞|佛山|大连|沈阳|哈尔滨|昆明|贵阳|南昌|石家庄|太原|兰州|海口|三亚|香港|澳门|台北|高雄|新竹|台中|台南|桃园|广东|浙江|江苏|山东|四川|湖北|湖南|福建|安徽|河南|河北|陕西|江西|辽宁"
    "|吉林|黑龙江|云南|贵州|广西|海南|甘肃|山西|内蒙古|新疆|西藏|宁夏|青海|美国|英国|法国|德国|日本|韩国|印度|新加坡|以色列|加拿大|澳大利亚|意大利|西班牙|荷兰|瑞士|瑞典|俄罗斯|欧洲|亚洲|中国|台湾|欧盟|纽约|伦敦|巴黎|柏林|东京|首尔|旧金山|硅谷|华盛顿|加州|加利福尼亚|得州|波士顿|西雅图|多伦多|慕尼黑"
)
# A stretch of Chinese is cut behind these: what follows can begin a name.
CHINESE_BREAKS = (
    "的|在|与|和|及|向|对|由|从|被|将|把|给|于|为|是|据|等|或|了|着|过|就|也|都|还|又|并|而|但|让|使|以|至|到|因|某|该|这|那|其|此|各|每|家|个|名|位|款|种|次|年|月|日|宣布|表示|来自|加入|投资|收购|创办|成立|出售|包括|以及|根据|随后|随即|联合|携手|入股|领投|跟投|旗下|所属|参股|获得|获|称|说|有|会|要|做|任"
    "|前|原|跟|同|只|仅|如|像|比|用|请|找|去|来|上|下|中|里|后|时|当|按|起|又|再|已|曾|均|则|且|若|虽|却|便|才|可|能|应|须|需|想|叫|名|号|起诉|拜访|走访|进入|离开|任职|供职|就职|毕业|报道|引述|援引|转投|竞争对手|创始人|分析师|合作伙伴|最大|知名|著名|老牌|顶级|头部|本土|国产|国有|民营|外资|上市|初创|创业|独角兽|厂商|企业|公司|机构|平台|所|座|项|批|些|预计|计划|今年|明年|去年|昨|随著|随着|举办|举行|召开"
)
# Ordinary words that stand before an ending and make no name with it.
CHINESE_ORDINARY = (
    "剩余|私人|外部|内部|背后|额外|后续|新创|软体|硬体|网路|数位|资讯|晶片|晶圆|伺服|资料|资安|电脑|典型|既有|一般|主流|少数|多数|优质|对抗|参与|邀集"
    "|[天日周月年]内|之内|以内|小时|分钟|内向|报告|提交|通报|申报|要求|必须|应当|不得|可以|能够|需要|开始|进行|提供|用于|面向|针对|关于|经过|通过|经由|按照|依照|作为|成为|属于|位于|曾经|已经|正在|还有|没有|不是|就是|如果|因为|所以|但是|然而|而且|或者|以及|是否|协商|缴纳|支付|赔偿"
    "|正式|今天|昨天|明天|前天|昨晚|今晚|周[一二三四五六日]|星期|近期|目前|首次|同时|再次|共同|纷纷|陆续|接连|率先|刚刚|突然|悄悄|低调|高调|免费|全面|即将|宣称|继续|迅速|相继|"
    "科技|技术|互联|网络|人工|智能|模型|芯片|软件|硬件|汽车|游戏|电商|金融|生物|医疗|教育|能源|新能源|半导体|电子|信息|数据|数字|算力|云计|机器|自动|驾驶|无人|语音|视觉|图像|视频|媒体|传统|创新|前沿|核心|重点|国家|国内|国外|海外|全球|世界|国际|地方|中央|央行|政府|公共|社会|行业|产业|企业|商业|市场|消费|零售|制造|工业|农业|物流|通信|通讯|电信|运营|服务|咨询|研究|科研|研发|学术|高校"
    "|大学|院校|名校|重大|主要|大型|小型|中小|微型|多家|几家|数家|两家|三家|一家|这家|那家|该家|各家|哪家|相关|有关|其他|其它|同类|同行|对手|友商|巨头|龙头|头部|领先|顶尖|一流|著名|知名|老牌|新兴|新锐|新型|未来|现代|高端|高新|尖端|黑科|硬科|投资|风险|风投|私募|公募|对冲|主权|产业|引导|养老|捐赠|信托|保险|社保|指数|股权|债券|货币|上市|初创|创业|耐心|社会|热钱|银行|证券|集团|家庭"
    "|联合|合资|独立|独资|国有|民营|私营|外资|中资|美资|跨国|开源|开放|公开|封闭|安全|专业|专门|职业|家庭|个人|人类|人形|工业|服务|聊天|智慧|云服|云厂|云计|端侧|大模|华尔|硅谷|全部|部分|所有|任何|整个|许多|不少|一些|多个|若干|此类|这类|那些|这些|我们|你们|他们|自己|自家|自身|彼此|对方|双方|三方|各方|官方|第三|第一|第二|首家|首个|唯一|最大|最早|更多|更大"
    "|审查|监管|指导|人民币|亿元|万元|亿美元|不实|虚假|具身|通用|认知|长线|对外|对内|境外|境内|跨境|工作|管理|标准|伦理|专家|评审|仲裁|听证|纪律|组织|执行|常务|特别|临时|薪酬|审计|董事|监事|股东|战略|提名|财政|司法|立法|外交|国防|军事|警察|税务|海关|卫生|环保|交通|电力|石油|天然|航空|航天|铁路|高铁|建筑|房地|地产|物业|酒店|旅游|餐饮|食品|饮料|服装|奢侈|化妆|美妆|出版|影视|电影|音乐|娱乐|体育|直播|短视|社交|搜索|浏览|操作|系统|应用|工具|平台|生态|链|元宇|区块|量子|脑机|基因|疫苗|制药|医药|医院|诊所"
)
# How words for groups end: 学术界, 监管者.
CHINESE_GROUPS = "界等者们业国方商队企员民众人家厂校"
# First characters of what is related to another, and is no name: 母公司, 本公司.
CHINESE_RELATIVE = "母子分总本我你他她它某各贵小大多全整几数两三四五六七八九十百千万第"
