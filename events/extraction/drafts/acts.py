"""What titles say of an event: verbs by its kind, and finer ones by the word that told of it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from events.models.vocabulary import EventKind as Kind


@dataclass(slots=True)
class Names:
    """The same in both languages."""

    en: str
    zh: str


class Verb(NamedTuple):
    """A verb in the forms titles need."""

    third: str  # releases
    base: str  # release
    done: str  # released; "" where a passive would be odd
    zh: str  # 发布
    zh_passive: str = ""  # 发布 in “R2发布”; empty: like `zh`


VERBS: dict[Kind, Verb] = {
    Kind.RELEASE: Verb("releases", "release", "released", "发布"),
    Kind.PREVIEW: Verb("previews", "preview", "previewed", "测试", "开始测试"),
    Kind.ANNOUNCEMENT: Verb("announces", "announce", "announced", "公布"),
    Kind.DELAY: Verb("delays", "delay", "delayed", "推迟", "被推迟"),
    Kind.PAUSE: Verb("pauses", "pause", "paused", "暂停", "被暂停"),
    Kind.CANCELLATION: Verb("drops", "drop", "dropped", "取消", "被取消"),
    Kind.ACQUISITION: Verb("acquires", "acquire", "acquired", "收购", "被收购"),
    Kind.OPEN_SOURCING: Verb("open-sources", "open-source", "open-sourced", "开源"),
    Kind.MILESTONE: Verb("reaches", "reach", "", "达到"),
    Kind.PLAN: Verb("is preparing", "prepare", "planned", "筹备", "在筹备中"),
}

# for the other language, where no pattern fits
LABELS: dict[Kind, Names] = {
    Kind.RELEASE: Names("a release", "发布"),
    Kind.PREVIEW: Names("a preview", "预览"),
    Kind.ANNOUNCEMENT: Names("an announcement", "消息"),
    Kind.CONFERENCE: Names("a conference", "会议"),
    Kind.DELAY: Names("a delay", "推迟"),
    Kind.PAUSE: Names("a pause", "暂停"),
    Kind.CANCELLATION: Names("a cancellation", "取消"),
    Kind.INVESTMENT: Names("an investment", "投融资"),
    Kind.ACQUISITION: Names("an acquisition", "收购"),
    Kind.POLICY: Names("a policy decision", "政策"),
    Kind.PARTNERSHIP: Names("a partnership", "合作"),
    Kind.MARKET_MOVE: Names("a market move", "股价变动"),
    Kind.RESEARCH: Names("results", "测试结果"),
    Kind.STATEMENT: Names("a statement", "表态"),
    Kind.REPORT: Names("a report", "报道"),
    Kind.OPEN_SOURCING: Names("an open-source release", "开源"),
    Kind.ORGANIZATION: Names("a change of people or organization", "人事与组织变动"),
    Kind.PLAN: Names("a plan", "计划"),
    Kind.INCIDENT: Names("an incident", "事件"),
    Kind.MILESTONE: Names("a milestone", "里程碑"),
}


class Act(NamedTuple):
    """A word that tells more than its kind: as a noun, and as a verb where it can be one."""

    words: re.Pattern[str]
    noun: Names  # OpenAI: departure
    verb: Verb | None = None
    takes: str = ""  # "it": a direct object; "person": nothing, but only a person can do it


def _act(words: str, noun: str, verb: str = "", takes: str = "") -> Act:
    """Forms stand between slashes: noun in both languages; third person, base, Chinese."""
    third, base, zh = verb.split("/") if verb else ("", "", "")
    made = Verb(third, base, "", zh) if verb else None
    return Act(re.compile(words), Names(*noun.split("/")), made, takes)


# The first one whose words are in the trigger is taken.
ACTS: dict[Kind, tuple[Act, ...]] = {
    Kind.STATEMENT: (
        _act(
            r"comment|置评|评论",
            "no comment/不予置评",
            "declines to comment/decline to comment/不予置评",
        ),
        _act(
            r"(?:not|n't) .*(?:respond|reply)|(?:没有|未).*(?:回应|回复)",
            "no reply/未作回应",
            "does not respond/not respond/未作回应",
        ),
        _act(r"respond|reply|回应|回复", "reply/回应", "responds/respond/作出回应"),
        _act(
            r"den(?:y|ie)|dismiss|reject|disput|否认|辟谣|驳斥|反驳|斥为",
            "denial/否认",
            "issues a denial/issue a denial/予以否认",
        ),
        _act(
            r"warn|caution|警告|提醒", "warning/警告", "issues a warning/issue a warning/发出警告"
        ),
        _act(
            r"critici|slam|condemn|批评|抨击", "criticism/批评", "criticises/criticise/批评", "it"
        ),
        _act(r"prais|称赞|盛赞|大赞|赞不绝口", "praise/称赞", "praises/praise/称赞", "it"),
        _act(
            r"urg|call (?:for|on)|呼吁|敦促",
            "appeal/呼吁",
            "makes an appeal/make an appeal/发出呼吁",
        ),
        _act(r"apolog|道歉|致歉", "apology/致歉", "apologises/apologise/致歉"),
        _act(
            r"predict|expect|estimat|forecast|预测|预言|预计",
            "forecast/预测",
            "gives a forecast/give a forecast/作出预测",
        ),
        _act(
            r"admit|acknowledg|conced|承认|坦言|坦率",
            "admission/坦承",
            "makes an admission/make an admission/坦承",
        ),
        _act(r"promis|pledg|vow|承诺", "promise/承诺", "makes a promise/make a promise/作出承诺"),
        _act(r"testif|作证", "testimony/作证", "testifies/testify/作证"),
        _act(r"公开信|联名|致信", "open letter/公开信"),
    ),
    Kind.POLICY: (
        _act(r"征求意见", "draft rules/规则征求意见"),
        _act(
            r"\bban|prohibit|outlaw|bar\b|barr|禁止|禁令|禁用|封禁|屏蔽|封锁",
            "ban/禁令",
            "bans/ban/禁止",
            "it",
        ),
        _act(r"fine|罚|处以", "fine/处罚", "fines/fine/处罚", "it"),
        _act(
            r"investigat|prob|review|check|analy|调查|审查|约谈",
            "inquiry/审查",
            "looks into/look into/审查",
            "it",
        ),
        _act(
            r"repeal|revok|rescind|废除|废止|撤销",
            "rules repealed/废除规定",
            "repeals rules/repeal rules/废除规定",
        ),
        _act(r"veto|否决", "veto/否决", "vetoes a bill/veto a bill/否决法案"),
        _act(r"effect|into force|enforc|生效|施行|适用|执行", "rules in force/规定施行"),
        _act(
            r"approv|clear|pass|adopt|enact|批准|获批|放行|通过|核发|许可|解禁|出台|颁布",
            "approval/批准或通过",
        ),
        _act(
            r"sanction|blacklist|制裁|实体清单",
            "sanctions/制裁",
            "puts sanctions on/put sanctions on/制裁",
            "it",
        ),
        _act(r"restrict|limit|tighten|export|限制|出口管制", "restrictions/限制措施"),
        _act(r"requir|mandat|order|下令|责令", "order/命令"),
        _act(r"sign|签署|行政令", "order signed/签署文件"),
        _act(r"rule|regulat|law|bill|\bact\b|法案|办法|规定|意见|提案|立法|行为准则", "rules/规则"),
        _act(r"备案", "filing with the authority/备案"),
    ),
    Kind.ORGANIZATION: (
        _act(
            r"lay off|laid off|layoff|jobs|cut staff|裁员|裁撤|缩编",
            "job cuts/裁员",
            "cuts jobs/cut jobs/裁员",
        ),
        _act(
            r"resign|step(?:s|ped|ping)? down|depart|离职|辞|离任|卸任|出走|离队",
            "departure/离职",
            "leaves/leave/离开",
            "person",
        ),
        _act(
            r"quit|lea(?:ve|ving)|left|walk|exit|离开",
            "departure/离开",
            "leaves/leave/离开",
            "person",
        ),
        _act(r"fire|oust|sack|dismiss|解雇|罢免|解职", "dismissal/解职"),
        _act(r"join|加入|加盟|入职|跳槽|rejoin", "new member/加入", "joins/join/加入", "it"),
        _act(r"return|回归|重返", "return/回归"),
        _act(r"poach|lure|headhunt|挖", "people poached/挖角"),
        _act(
            r"appoint|name|promot|tap|choos|chose|pick|become|replac|succe|任命|出任|担任|升任|接棒|接班|接任|接替|履",
            "appointment/任命",
        ),
        _act(r"hir|recruit|聘|招", "hiring/招聘"),
        _act(r"dissol|disband|解散", "team dissolved/解散团队"),
        _act(r"restruct|reorgan|spin|重组|改组|拆分|架构", "reorganisation/重组"),
        _act(r"merge|合并", "merger/合并"),
        _act(r"renam|rebrand|改名|更名", "new name/更名"),
        _act(r"found|创立|创办|创建", "founding/创立"),
        _act(r"set up|establish|create|form|成立|组建|设立|newly", "new organisation/成立新机构"),
        _act(r"office|落户", "new office/设立办公室"),
        _act(r"bonus|签约奖金|签字费|抢人才", "signing bonuses/签约奖金"),
    ),
    Kind.ANNOUNCEMENT: (
        _act(r"cut|slash|lower|halv|降价|下调|打折|砍到|降至|调价|降到", "price cut/降价"),
        _act(r"raise|上调|涨价", "price rise/涨价"),
        _act(r"free|免费", "free of charge/免费"),
        _act(r"恢复|重启|resume|restore", "service resumed/恢复"),
        _act(r"限流", "use limited/限流"),
        _act(r"提速|扩容", "more capacity/提速扩容"),
    ),
    Kind.CONFERENCE: (_act(r"开幕|拉开帷幕|揭幕|kick|open", "conference opens/会议开幕"),),
    Kind.INVESTMENT: (
        _act(r"public|list|ipo|上市|挂牌|招股|递表", "listing/上市"),
        _act(r"rais|secur|fund|round|融资|募|筹|获投", "funding/融资"),
        _act(r"sell|sold|出售|减持|售股|tender", "share sale/股份出售"),
        _act(r"buy back|回购", "share buyback/回购股份"),
        _act(r"order|采购|订单", "orders/采购"),
        _act(r"估值|valu", "valuation/估值"),
    ),
    Kind.INCIDENT: (
        _act(
            r"outage|offline|dark|crash|go(?:es)? down|went down|宕机|故障|崩溃|中断|瘫痪",
            "outage/故障",
            "suffers an outage/suffer an outage/出现故障",
        ),
        _act(r"settle|和解", "settlement/和解"),
        _act(r"rul|判决|裁定|败诉|胜诉|驳回", "ruling/裁决"),
        _act(r"开庭|陪审团", "trial/庭审"),
        _act(
            r"\bsu(?:e|es|ed|ing)\b|suit|complaint|class|起诉|诉讼|控告|状告|提告|被告上法庭|索赔",
            "lawsuit/诉讼",
        ),
        _act(r"leak|breach|泄露|泄漏", "leak/泄露"),
        _act(r"hack|attack|黑客|攻击", "attack/遭攻击"),
        _act(r"vulnerab|jailbreak|漏洞|越狱|投毒", "weakness/漏洞"),
        _act(r"accus|alleg|infring|plagiar|侵权|抄袭|盗用", "accusations/指控"),
        _act(r"arrest|indict|convict|charge|被捕|逮捕", "criminal charges/刑事指控"),
        _act(r"bankrupt|破产|倒闭", "bankruptcy/破产"),
        _act(r"investigat|调查", "investigation/调查"),
    ),
}


@lru_cache(4096)  # words of the lexicon and a few dates
def act_of(kind: Kind, word: str) -> Act | None:
    """The finer words for the one that told of an event of this kind."""
    return next((act for act in ACTS.get(kind, ()) if act.words.search(word)), None)
