"""Models the registry does not know, recognised by the shape of their names."""

# ruff: noqa: E501  # a rule is one line, whatever its length

import re
import string
from collections.abc import Iterator

from events.extraction.found import MODEL, ORGANIZATION, PERSON, Mention
from events.extraction.names.taken import Taken
from events.extraction.registry import Entry, Registry
from events.extraction.vocabulary import Vocabulary
from sources.chinese import HAN

# Words that follow the name of a model and belong to it.
_GRADES = (
    "Preview Pro Max Mini Turbo Ultra Flash Lite Instruct Chat Base Thinking Reasoning Reasoner Coder"
    " Math VL Vision Omni Plus Nano Opus Sonnet Haiku Air Exp Distill MoE Large Small Medium High Low"
    " Next Prover Speed Tiny Audio Image Video Voice Realtime Live Code Codex Experimental Heavy Fast Micro"
    " Long Think Zero Scout Maverick Behemoth TTS ASR OCR"
)
_GRADE = "|".join(_GRADES.split())
# A space then one of these is as often the next word of the sentence.
_NEEDS_HYPHEN = {
    "Code",
    "Chat",
    "Audio",
    "Image",
    "Video",
    "Voice",
    "Live",
    "High",
    "Low",
    "Long",
    "Next",
    "Base",
    "Think",
}
_SPACED_GRADE = "|".join(word for word in _GRADES.split() if word not in _NEEDS_HYPHEN)
_SMALL_GRADE = "|".join(word.lower() for word in _GRADES.split())
_SIZE = r"\d{1,4}(?:\.\d+)?[BbMT](?:-?A\d+(?:\.\d+)?B)?"
_END = r"(?![A-Za-z0-9])"
# Numbers with these are dates, amounts and ranks.
_UNIT = (
    r"(?!\s?(?:年|月|日|号|天|周|週|个|個|名|位|家|亿|億|万|萬|千|百|倍|美元|元|人|次|款|岁|歲|分|点|點|时|時|季|届|屆|項|项|种|種"
    r"|层|条|條|度|后|前|多|余|至|到|°|％|%|:\d|,\d|million\b|billion\b|trillion\b|percent\b|years?\b|months?\b|weeks?\b"
    r"|days?\b|hours?\b|minutes?\b|times\b|people\b|employees\b|users\b|engineers\b|researchers\b|points?\b|st\b"
    r"|nd\b|rd\b|th\b|x\b|K\b|of\b|to\b|or\b|and \d|in \d))"
)
_VERSION = rf"[vV]?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[a-z]?(?![A-Za-z0-9]|\.\d){_UNIT}"
_LETTERED = rf"[A-Z]\d{{1,2}}(?:\.\d)?{_END}"
_PIECE = rf"-(?:[A-Z]{{2,5}}\d*|[A-Za-z]{{0,8}}\d(?:[A-Za-z0-9_.]*[A-Za-z0-9])?|[A-Z][a-z]+(?=-[A-Za-z]*\d)|\d)(?<!-AI)(?<!-CEO)(?<!-IPO)(?<!-API)(?<!-US)(?<!-CN){_END}"
_STEP = (
    rf"(?:-(?:{_GRADE}|{_SMALL_GRADE}){_END}|[ ](?:{_SPACED_GRADE}){_END}|[ -]{_SIZE}{_END}"
    rf"|[ -]?{_VERSION}|{_PIECE})"
)
_RUNS_ON = re.compile(rf"(?:大模型|模型)?(?:{_STEP}|[ -]?{_LETTERED})(?:{_STEP})*")
# After the name of a company only what cannot be anything else: DeepSeek V4, Mistral Large.
_RUNS_ON_COMPANY = re.compile(
    rf"(?:[ -]?{_LETTERED}|[ -](?:{_SIZE}|{_SPACED_GRADE}){_END}|-[vV]?\d{{1,2}}(?:\.\d{{1,2}})?{_END}{_UNIT})(?:{_STEP})*"
)
_ON = frozenset(f" -大模vV{string.digits}{string.ascii_uppercase}")  # how each of these begins
_GROWING = {"family", "model"}
_VERSIONED = {"product", "api"}
_VERSION_ONLY = re.compile(rf"[ -]?(?:{_VERSION}|{_LETTERED})(?:{_STEP})*")


# Ways of training one model are no other model.
_TUNING = re.compile(
    r"(?:-(?:Instruct|instruct|Chat|chat|Base|base|hf|it|FP8|INT4|AWQ|GPTQ|GGUF))+\Z"
)


def is_tuning(words: str) -> bool:
    """Whether what follows the name of a model tells only how it was trained or packed."""
    return bool(_TUNING.match(words))


def extended(text: str, end: int, entries: list[Entry], registry: Registry) -> int:
    """Where a name ends that runs on into that of an unknown model; `end` when it does not."""
    last = entries[-1]
    if last.kind is PERSON or text[end : end + 1] not in _ON:
        return end
    if last.kind is ORGANIZATION:
        runs_on = _RUNS_ON_COMPANY if last.slug in registry.makers_in_names else None
    elif last.sort in _GROWING:
        runs_on = _RUNS_ON
    else:
        runs_on = _VERSION_ONLY if last.sort in _VERSIONED else None
    match = runs_on.match(text, end) if runs_on else None
    return match.end() if match else end


_HEAD = r"(?:[A-Z][a-z]+(?:[A-Z][A-Za-z]*)?|[A-Z]{2,6}|[A-Z][A-Za-z]{2,12})"
_NAME = re.compile(
    # Foo-70B-Instruct, Name-4.5-Preview, Foo2.5-VL-72B
    rf"(?P<strong>{_HEAD}(?:-?[vV]?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})?(?:-(?:[A-Z][A-Za-z0-9]*|\d{{1,2}}(?:\.\d+)?)){{0,8}}?"
    rf"-(?:{_SIZE}|{_GRADE}|{_SMALL_GRADE}){_END}(?:{_STEP})*)"
    # Foo 70B, X1 Turbo, Foo 2.5 Pro
    rf"|(?P<spaced>(?:{_HEAD}|[A-Z]\d)(?:[ -]?\d{{1,2}}(?:\.\d{{1,2}})?)?[ ](?:\d{{1,4}}(?:\.\d+)?B|{_SPACED_GRADE}){_END}(?:{_STEP})*)"
    # Foo-2, Foo 2.5, Foo2: only beside a word for models
    rf"|(?P<weak>{_HEAD}[ -]?[vV]?\d{{1,2}}(?:\.\d{{1,2}})?[a-z]?(?![A-Za-z0-9]|\.\d){_UNIT})"
)
# Where such a name can begin at all: a capital, and a number, hyphen or grade soon after it.
_BEGINNING = re.compile(rf"[A-Z][A-Za-z]{{0,16}}+(?=-|\d| \d| (?:{_SPACED_GRADE}){_END})")
_INSIDE_WORD = re.compile(r"[A-Za-z0-9@/._-]")
# coder-17b-instruct
_IDENTIFIER = re.compile(
    r"[a-z][a-z0-9.]+(?:-[a-z0-9.]+)*-\d{1,4}[bm](?:-[a-z0-9.]+)*(?![A-Za-z0-9])"
)
_LONGEST = 80  # characters of one before its size
_IDENTIFIER_SIZE = re.compile(r"-\d{1,4}[bm](?![a-z0-9])")
_OTHER_THINGS = re.compile(
    r"(?i)(?:covid|sars|boeing|airbus|iphone|ipad|ios|android|windows|macos|galaxy|pixel|redmi|mate|python|java|php|node|react|vue"
    r"|rtx|gtx|rx|core|ryzen|xeon|epyc|snapdragon|dimensity|kirin|exynos|tensor|tpu|gpu|hbm|ddr|pci|pcie|usb|wi-?fi|bluetooth"
    r"|hgx|dgx|mi|gb|instinct|gaudi|blackwell|hopper|ascend|trainium|inferentia|cuda|rocm|pytorch|tensorflow|linux|ubuntu|chrome"
    r"|firefox|figure|fig|table|section|chapter|article|appendix|part|phase|step|level|tier|type|class|category|series|round|stage"
    r"|version|release|build|update|volume|vol|issue|page|no|number|item|rule|law|act|bill|resolution|order|directive|regulation"
    r"|top|q|h|fy|cy|day|week|month|year|quarter|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|iso|iec|ieee|rfc|http|https|html|css|mp|mpeg|utf|sha|md|aes|rsa|tls|ssl|ipv|web|industry|society|gen|generation|model|models"
    r"|playstation|ps|xbox|switch|tesla|starship|falcon|apollo|soyuz|ariane|long march|atlas v|f|b|su|mig|cs|ces|gtc|wwdc|i/o|io"
    r"|g|brics|cop|un|eu|us|uk|ai|agi|llm|llms|api|sdk|app|pm|co|h|ch|nox|omega|vitamin|cet|gre|toefl|act|sat|pisa|arc|mmlu|gpqa"
    r"|aime|math|humaneval|mbpp|gsm|swe|livecodebench|imagenet|cifar|mnist|squad|glue|hle|bleu|elo|gaokao|nasdaq|csi|ftse|dax"
    r"|nikkei|dow|russell|s&p|hang seng|star|euro|usd|rmb|cny|hk|sz|sh|room|floor|building|gate|terminal|route|highway|interstate"
    r"|line|exit|bus|train|flight|channel|episode|season|game|world|war|formula|group|team|plan|option|case|question|answer|lesson"
    r"|act|scene|verse|psalm|john|ii|iii|about|over|under|nearly|around|almost|only|just|more|than|with|from|after|before|since|until|the|a|an|in|on|at|by|for|and|or|but|its|their|our|all|some|these|those)"
)  # fmt: skip
_HEAD_WORD = re.compile(r"[A-Za-z&/]+(?: march| seng)?")
_MODEL_NEAR = re.compile(
    r"模型|智能体|参数|开源|权重|推理|基准|(?<![a-z])(?:models?|llms?|open[- ]?weights?|checkpoints?|parameters?|benchmarks?|chatbots?|weights|context window)(?![a-z])"
)
_INTRODUCED = re.compile(
    r"(?:模型|智能体|助手|系列|models?|llms?|chatbots?|agents?|assistants?)(?:,? (?:called|named|dubbed|known as|codenamed|code-named|the|its))?[\s:：,，“\"「『《'‘(（]*\Z"
)
_INTRODUCING = re.compile(
    r"(?:发布|推出|开源|上线|训练|研发|打造|升级|名为|代号|代号为|叫做|(?<![a-z])(?:releas\w+|launch\w*|unveil\w*|introduc\w+|open-?sourc\w+|debut\w*|train\w*|called|named|dubbed|codenamed))[了的\s“\"「『《'‘]*\Z"
)
_FOLLOWED = re.compile(
    r"[”\"」』》'’)）]?\s*(?:(?:大|语言|大语言|推理|基础|多模态|开源|视频|图像|语音|世界|生成)*模型|系列|(?:large |language |reasoning |foundation |base |open |ai |multimodal |video |image )*(?:models?|llms?|chatbot)(?![a-z]))"
)
_NEAR = 80
# What is quoted behind a word for models and “named”, and behind such a word alone.
_QUOTED = re.compile(r"[“「『《]([^”」』》\n]{2,20})[”」』》]")
_QUOTED_LATIN = re.compile(
    rf"[“「『《](?=[^”」』》\n]{{2,20}}[”」』》])"
    rf"([^{HAN}”」』》\n]+|[{HAN}]{{2,6}}[A-Za-z0-9.\- ]{{1,8}})[”」』》]"
)
_CALLED = re.compile(
    r" [“\"‘']?([A-Z][A-Za-z0-9.-]*[A-Za-z0-9](?: [A-Z0-9][A-Za-z0-9.-]*[A-Za-z0-9]){0,2})"
)
_CALLED_SO = tuple(
    noun + after
    for noun in ("model", "chatbot", "agent", "assistant")
    for after in (" ", ", ", "s ", "s, ")
)


def _naming() -> dict[str, re.Pattern[str]]:
    nouns = ("模型", "智能体", "助手")
    named = ("名为", "代号", "代号为", "叫做", "命名为")
    called = [
        "called",
        "named",
        "dubbed",
        "codenamed",
        "code-named",
        "known as",
        "known internally as",
    ]
    return {
        **dict.fromkeys(nouns, _QUOTED_LATIN),
        **{noun + so: _QUOTED for noun in nouns for so in named},
        **dict.fromkeys(called, _CALLED),
    }


_NAMING = Vocabulary(_naming)


def new_models(
    text: str, folded: str, known: list[Mention], registry: Registry, taken: Taken
) -> list[Mention]:
    """Models by the shape of their names where the registry names nothing."""
    found: list[Mention] = []
    for start, end in (
        *_shaped(text, folded, registry.model_heads, taken),
        *_introduced(text, folded),
    ):
        if taken.is_free(start, end):
            taken.take(start, end)
            found.append(new_model(text, start, end, _developer_near(start, known)))
    return found


def new_model(text: str, start: int, end: int, developer: str) -> Mention:
    words = text[start:end]
    return Mention(start, end, words, MODEL, "", " ".join(words.split()), developer)


def developer_of(entry: Entry) -> str:
    return entry.slug if entry.kind == ORGANIZATION else entry.developer


def _shaped(
    text: str, folded: str, heads: frozenset[str], taken: Taken
) -> Iterator[tuple[int, int]]:
    for beginning in _BEGINNING.finditer(text):
        start = beginning.start()
        if taken.at(start) or (start and _INSIDE_WORD.match(text, start - 1)):
            continue
        match = _NAME.match(text, start)
        if match is None:
            continue
        head = _HEAD_WORD.match(match[0])
        if head and _OTHER_THINGS.fullmatch(head[0]):
            continue
        if (head and head[0].casefold() in heads) or _is_a_models(match, folded):
            yield match.span()
    yield from _identifiers(text)


def _identifiers(text: str) -> Iterator[tuple[int, int]]:
    for size in _IDENTIFIER_SIZE.finditer(text):
        start = size.start()
        while start > max(0, size.start() - _LONGEST) and re.match(r"[a-z0-9.-]", text[start - 1]):
            start -= 1
        match = _IDENTIFIER.match(text, start)
        if match and not _in_address(text, start):
            yield match.span()


def _in_address(text: str, place: int) -> bool:
    scheme = text.rfind("://", max(0, place - _LONGEST), place)
    return scheme >= 0 and not any(map(str.isspace, text[scheme:place]))


def _is_a_models(match: re.Match[str], folded: str) -> bool:
    start, end = match.span()
    beside = bool(
        _INTRODUCED.search(folded, max(0, start - 30), start) or _FOLLOWED.match(folded, end)
    )
    near = folded[max(0, start - _NEAR) : start] + " " + folded[end : end + _NEAR]
    if match.lastgroup == "strong":
        return bool(_MODEL_NEAR.search(near))
    if match.lastgroup == "spaced":
        return beside or bool(
            _INTRODUCING.search(folded, max(0, start - 30), start) and _MODEL_NEAR.search(near)
        )
    return beside


def _introduced(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Names in quotation marks after a word for models, and “a model called X”."""
    for naming, start, end in _NAMING.find(folded):
        match = naming.match(text, end)
        if match and (naming is not _CALLED or _is_called(text, start, end)):
            yield match.span(1)


def _is_called(text: str, start: int, end: int) -> bool:
    return text[start:end].islower() and text.endswith(_CALLED_SO, 0, start)


def _developer_near(position: int, known: list[Mention]) -> str:
    """The organization named last before a new name, at most a few sentences away."""
    before = [
        mention
        for mention in known
        if mention.kind is ORGANIZATION and mention.slug and 0 <= position - mention.end <= 150
    ]
    return max(before, key=lambda mention: mention.start).slug if before else ""
