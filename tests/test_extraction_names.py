"""Names of organizations, models and people in texts, and what only looks like them."""

import pytest

from events.extraction.folding import fold
from events.extraction.found import EntityKind, Mention
from events.extraction.names.collisions import _ROWS, RULES
from events.extraction.names.mentions import find_mentions
from events.extraction.registry import Entry, Registry, registry_of

ORGANIZATION, MODEL, PERSON = EntityKind.ORGANIZATION, EntityKind.MODEL, EntityKind.PERSON


def organization(slug: str, name: str, *aliases: str, **values: str) -> Entry:
    return Entry(ORGANIZATION, slug, name, aliases=aliases, **{"sort": "company", **values})


def model(slug: str, name: str, maker: str, *aliases: str, **values: str) -> Entry:
    return Entry(MODEL, slug, name, aliases=aliases, developer=maker, **{"sort": "model", **values})


def family(slug: str, name: str, developer: str, *aliases: str) -> Entry:
    return model(slug, name, developer, *aliases, sort="family")


def person(slug: str, name: str, *aliases: str) -> Entry:
    return Entry(PERSON, slug, name, aliases=aliases)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return registry_of(
        [
            organization("alibaba", "Alibaba", "阿里", "阿里巴巴"),
            organization("bytedance", "ByteDance", "字节跳动", "字节"),
            organization("apple", "Apple", "苹果"),
            organization("amazon", "Amazon", "亚马逊"),
            organization("meta", "Meta", "Meta Platforms, Inc."),
            organization("google", "Google", "谷歌"),
            organization(
                "google-deepmind", "Google DeepMind", "谷歌DeepMind", "DeepMind", parent="google"
            ),
            organization("groq", "Groq"),
            organization("xai", "xAI"),
            organization("openai", "OpenAI"),
            organization("anthropic", "Anthropic"),
            organization("deepseek", "DeepSeek", "深度求索"),
            organization("qualcomm", "Qualcomm", "高通公司"),
            organization("nti", "Nuclear Threat Initiative", "NTI"),
            organization("threads", "Threads", parent="meta", sort="platform"),
            model("threads-app", "Threads (app)", "meta", "Threads", sort="product"),
            family("deepseek-models", "DeepSeek (unversioned)", "deepseek", "DeepSeek"),
            model("deepseek-r1", "DeepSeek R1", "deepseek", family="deepseek-models"),
            family("gpt", "GPT", "openai"),
            model("gpt-4", "GPT-4", "openai", family="gpt"),
            model("gpt-4o", "GPT-4o", "openai", family="gpt"),
            model("o1", "OpenAI o1", "openai", "o1"),
            family("claude", "Claude", "anthropic", "克劳德"),
            model("claude-3-7-sonnet", "Claude 3.7 Sonnet", "anthropic", family="claude"),
            family("llama", "Llama", "meta"),
            family("llama-4", "Llama 4", "meta"),
            model("llama-4-scout", "Llama 4 Scout", "meta", "Scout", family="llama-4"),
            model("meta-ai", "Meta AI", "meta", sort="product"),
            family("qwen", "Qwen", "alibaba"),
            model("qwen3", "Qwen3", "alibaba", family="qwen"),
            model("qwen3-235b", "Qwen3-235B-A22B", "alibaba", "235B", family="qwen"),
            model("qwen2-5-max", "Qwen2.5-Max", "alibaba", family="qwen"),
            model("qwq-max", "QwQ-Max", "alibaba", family="qwen"),
            model("qwq-max-preview", "QwQ-Max-Preview", "alibaba", family="qwq-max"),
            model("grok-3", "Grok 3", "xai"),
            family("gemini", "Gemini", "google", "双子座"),
            family("doubao", "Doubao", "bytedance", "豆包", "豆包大模型"),
            organization("adept", "Adept"),
            organization("scale", "Scale AI", "Scale"),
            organization("honor", "Honor Device", "荣耀终端"),
            organization("meituan", "Meituan", "美团"),
            organization("reuters", "Reuters"),
            person("ali-ghodsi", "Ali Ghodsi", "阿里·高尔迪"),
            person("sam-altman", "Sam Altman"),
        ]
    )


def slugs(text: str, registry: Registry, kind: EntityKind | None = None) -> list[str]:
    found = find_mentions(text, registry)
    return [one.slug for one in found if one.slug and kind in (None, one.kind)]


def new(text: str, registry: Registry, kind: EntityKind = MODEL) -> list[str]:
    return [one.name for one in find_mentions(text, registry) if not one.slug and one.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPT-4o, GPT 4o and gpt4o are one model", ["gpt-4o"] * 3),
        ("Llama4 und Llama 4 und llama-4", ["llama-4"] * 3),
        ("Qwen-3, Qwen 3", ["qwen3"] * 2),
        ("用 Qwen 2.5 Max 写代码", ["qwen2-5-max"]),
        ("Ｑｗｅｎ３发布", ["qwen3"]),
        ("Claude 3.7\nSonnet", []),
        ("Open AI and Deep Seek", ["openai", "deepseek"]),
        ("用llama写", ["llama"]),
        ("They use Qwen3. 40 people tested it.", ["qwen3"]),
    ],
)
def test_spaces_hyphens_width_and_case_vary(
    text: str, expected: list[str], registry: Registry
) -> None:
    assert [slug for slug in slugs(text, registry) if slug != "claude"] == expected


def test_a_name_may_run_over_the_end_of_a_wrapped_line(registry: Registry) -> None:
    line = "Some weeks later the company introduced its model Claude 3.7\nSonnet to everybody."
    assert slugs(line, registry) == ["claude-3-7-sonnet"]


def test_both_scripts_find_the_same_and_offsets_stay(registry: Registry) -> None:
    text = "週二，位元組沒有回應，字節跳動與谷歌都推出了新模型。"
    found = find_mentions(text, registry)
    assert [(one.slug, text[one.start : one.end]) for one in found] == [
        ("bytedance", "字節跳動"),
        ("google", "谷歌"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meta AI is new", ["meta-ai"]),
        ("Meta aids startups", ["meta"]),
        ("QwQ-Max-Preview beats QwQ-Max", ["qwq-max-preview", "qwq-max"]),
        ("谷歌DeepMind与谷歌", ["google-deepmind", "google"]),
        ("Groq runs Grok 3", ["groq", "grok-3"]),
        ("GPT-4 is no GPT", ["gpt-4", "gpt"]),
        ("OpenAI on2o1x, mo1 and solo1", ["openai"]),
        ("Please give me ta bles", []),
    ],
)
def test_the_longest_whole_name_counts(text: str, expected: list[str], registry: Registry) -> None:
    assert slugs(text, registry) == expected


@pytest.mark.parametrize(
    "text",
    [
        "他从阿里山回来，又去了阿里地区，想起拳王阿里。",
        "这个文件有8字节，按字节码执行。",
        "早餐吃红豆包和豆包，外加一个苹果。",
        "双子座今天运势不错，猎户座也很亮。",
        "A meta-analysis of apple orchards along the Amazon river.",
        "Gemini is a constellation, and Claude Shannon liked horoscopes.",
        "克劳德·香农提出了信息论。",
        "o1 and 235B and R1 mean nothing here, nor does a scout.",
        "See https://www.openai.com/claude or mail gpt@deepmind.com.",
        "The nti and the threads of a screw.",
    ],
)
def test_other_things_of_the_same_name_are_left_alone(text: str, registry: Registry) -> None:
    assert slugs(text, registry) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("阿里发布了新模型", ["alibaba"]),
        ("字节的自研模型", ["bytedance"]),
        ("豆包大模型降价，豆包的用户增长", ["doubao", "doubao"]),
        ("Google says Gemini is better", ["google", "gemini"]),
        ("OpenAI opened the chains of o1", ["openai", "o1"]),
        ("Meta released Llama 4. Scout is small.", ["meta", "llama-4", "llama-4-scout"]),
        ("DeepSeek published it; R1 followed", ["deepseek", "deepseek-r1"]),
        ("Qwen3的235B参数版本", ["qwen3", "qwen3-235b"]),
        ("高通与苹果公司合作开发芯片", ["qualcomm", "apple"]),
        ("META shares rose", ["meta"]),
    ],
)
def test_words_and_kin_nearby_settle_doubts(
    text: str, expected: list[str], registry: Registry
) -> None:
    assert slugs(text, registry) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Last spring OpenAI wrote that Adept would move to larger offices.",
        "The start-up Adept is closing, OpenAI said.",
        "Adept's valuation fell after OpenAI spoke.",
        "OpenAI, Adept and Anthropic were named.",
        "OpenAI没有回应，Adept也没有。",
    ],
)
def test_a_capital_where_words_have_none_makes_a_name(text: str, registry: Registry) -> None:
    assert "adept" in slugs(text, registry)


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI is adept at AI. Adept managers use its models.",
        "OpenAI grows. Scale matters to AI models, and to scale takes money.",
        "OpenAI met Hurricane Scale Moore about AI.",
        "In honor of OpenAI. Honor is what AI models lack.",
        "中美团队与OpenAI研究大模型，提高通用能力。",
        "OpenAI and Thomson Reuters met over AI.",
    ],
)
def test_words_with_their_usual_capital_are_no_names(text: str, registry: Registry) -> None:
    assert slugs(text, registry) == ["openai"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Honor raised prices of AI phones.", ["honor"]),
        (
            "Honor Device makes AI phones. On Monday it was said that Honor slept.",
            ["honor", "honor"],
        ),
        ("OpenAI和Honor都没有回应。", ["openai", "honor"]),
        ("On Monday it was said that Honor slept, and OpenAI too.", ["openai"]),
    ],
)
def test_the_short_form_of_a_name_needs_a_company_beside_it(
    text: str, expected: list[str], registry: Registry
) -> None:
    assert slugs(text, registry) == expected


def test_sizes_need_their_kin_close_by(registry: Registry) -> None:
    far = "Qwen3 is out. " + "Something else happened here. " * 20 + "It cost 235B."
    assert slugs(far, registry) == ["qwen3"]


def test_a_company_and_its_model_of_one_name_are_told_apart(registry: Registry) -> None:
    assert slugs("DeepSeek 获得融资", registry) == ["deepseek"]
    assert slugs("使用模型DeepSeek的成本", registry) == ["deepseek-models", "deepseek"]
    assert slugs("he wrote on the social platform Threads", registry) == ["threads-app", "threads"]


def test_a_surname_counts_after_the_full_name(registry: Registry) -> None:
    assert slugs("Altman spoke before Sam Altman did; then Altman left.", registry) == [
        "sam-altman",
        "sam-altman",
    ]
    assert slugs("阿里·高尔迪发言后，高尔迪离开", registry) == ["ali-ghodsi", "ali-ghodsi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI shipped GPT-7 Turbo today", ["GPT-7 Turbo"]),
        (
            "DeepSeek V4 and DeepSeek-R1-Distill-Qwen-32B",
            ["DeepSeek V4", "DeepSeek-R1-Distill-Qwen-32B"],
        ),
        ("The open model Foo-70B-Instruct by a startup", ["Foo-70B-Instruct"]),
        ("发布了推理模型Name-4.5-Preview", ["Name-4.5-Preview"]),
        ("the leaked llama9-thinking-17b-chat weights", ["llama9-thinking-17b-chat"]),
        ("公司推出X1 Turbo模型", ["X1 Turbo"]),
        ("豆包大模型1.6上线", ["豆包大模型1.6"]),
        ("a new model called Bluebird 2, they said", ["Bluebird 2"]),
        ("代号未定的模型名为“小青蛙”", ["小青蛙"]),
        ("他写道：“新模型名为《小青蛙》。”", ["小青蛙"]),
    ],
)
def test_new_models_are_known_by_their_shape(
    text: str, expected: list[str], registry: Registry
) -> None:
    assert new(text, registry) == expected


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19, Boeing 737, iPhone 16 Pro, RTX 4090 and Windows 11 in Q3 2025",
        "Section 2.1 of the model law, Article 3 of Regulation 2024",
        "OpenAI 2025年3月发布，Qwen 3月更新，Claude 5日恢复，Llama 10 million downloads",
        "a GPT-based, Meta-owned, ChatGPT-style model",
        "model weights for the Boeing 737 Max and Falcon 9",
    ],
)
def test_other_numbered_things_are_no_models(text: str, registry: Registry) -> None:
    assert new(text, registry) == []


def test_a_new_model_is_guessed_to_be_of_who_was_named_before(registry: Registry) -> None:
    found = find_mentions("Anthropic released the model Foo-3-Preview", registry)
    assert found[-1].developer == "anthropic"


def test_the_official_api_is_that_of_the_company_named_before(registry: Registry) -> None:
    api = model("polaris-api", "Polaris API", "polaris", sort="api")
    known = registry_of([organization("polaris", "Polaris"), api])
    assert slugs("Polaris降价，官方API恢复充值。", known) == ["polaris", "polaris-api"]
    assert slugs("官方API恢复充值。Polaris降价。", known) == ["polaris"]


def test_a_tuned_version_is_the_model_itself(registry: Registry) -> None:
    assert slugs("weights of Qwen3-235B-A22B-Instruct", registry) == ["qwen3-235b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI finance chief executive officer Jane Q. Doe agreed", ["Jane Q. Doe"]),
        ("Maria Lindqvist, a senior analyst at a bank, said so", ["Maria Lindqvist"]),
        ("“No,” said the report. Tomoko Hara told Reuters.", ["Tomoko Hara"]),
        ("首席执行官李明远表示", ["李明远"]),
        ("發言人皮埃爾·杜邦說", ["皮埃爾·杜邦"]),
        ("The White House said. Hong Kong Monday. Wall Street Journal wrote", []),
        ("负责人强调安全，分析师预计上涨", []),
    ],
)
def test_new_people_are_named_with_what_they_do(
    text: str, expected: list[str], registry: Registry
) -> None:
    assert new(text, registry, PERSON) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The AI start-up Brightloom hired people.", ["Brightloom"]),
        ("Berlin-based Kettle Robotics unveiled an AI arm.", ["Kettle Robotics"]),
        ("Fernway, a maker of AI chips, spoke. On Friday Fernway grew.", ["Fernway", "Fernway"]),
        ("The AI boom helps Vantor Inc. and no other.", ["Vantor"]),
        ("Jane Dole, CEO of Mossgate, said AI prices fall.", ["Mossgate"]),
        ("OpenAI, Pebblework and Anthropic signed the AI pledge.", ["Pebblework"]),
        ("A study by the Ministry of Digital Trade on AI", ["Ministry of Digital Trade"]),
        ("初创公司Fooloop完成融资，推出AI助手。", ["Fooloop"]),
        ("據Marrowby分析師估算，AI市場翻番。", ["Marrowby"]),
        ("泰和证券分析师认为，人工智能板块上涨。", ["泰和证券"]),
        ("智能体企业与珠海星越集团签约。", ["珠海星越集团"]),
    ],
)
def test_new_organizations_are_named_with_what_is_said_of_them(
    text: str, expected: list[str], registry: Registry
) -> None:
    assert new(text, registry, ORGANIZATION) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the AI company said sales rose. Chief Executive Tim Doe met Chinese executives.",
        "AI Startup Raises Money: Chief Executive Speaks",
        "Wall Street analysts and European regulators discussed AI by Christmas.",
        "The AI startup Tuesday shut down. Shares of Chinese companies fell.",
        "AI公司纷纷降价，IT企业的CEO表示压力很大，SaaS公司也在转型。",
        "科技公司、投资机构和学术界都讨论大模型，多家银行和证券公司接入，这所大学也在用。",
        "社会资本和国有银行投资人工智能，预计资本支出翻番。",
        "The start-up Brightloom sells umbrellas.",
        "智能体创业公司正式发布产品，芯片公司今天宣布降价，企业周二推出模型。今天、正式、周二。",
    ],
)
def test_other_words_beside_companies_are_no_organizations(text: str, registry: Registry) -> None:
    assert new(text, registry, ORGANIZATION) == []


def test_who_stands_before_a_known_organization_is_none() -> None:
    known = registry_of([organization("linux-foundation", "Linux Foundation")])
    text = "They called the pledge made about AI by Lena Vogt of Linux Foundation empty."
    assert new(text, known, ORGANIZATION) == []


def test_mentions_are_in_order_and_quote_the_text(registry: Registry) -> None:
    text = "Sam Altman of OpenAI: GPT-9 beats Claude 3.7 Sonnet in model tests"
    found = find_mentions(text, registry)
    assert list(found) == sorted(found, key=lambda one: one.start)
    assert all(text[one.start : one.end] == one.text for one in found)


def test_an_empty_registry_finds_nothing(registry: Registry) -> None:
    assert find_mentions("Meta and OpenAI", registry_of([])) == ()


def test_no_name_stands_in_two_rows_of_the_table() -> None:
    assert len(RULES) == sum(len(names) for names, _ in _ROWS)


def test_mention_keeps_the_main_name(registry: Registry) -> None:
    [found] = find_mentions("深度求索", registry)
    assert found == Mention(0, 4, "深度求索", ORGANIZATION, "deepseek", "DeepSeek")


def test_a_text_folds_as_its_characters_do_one_by_one() -> None:
    text = "ΑΣ “Ｇ” " + "".join(map(chr, range(0x20, 0xD800, 7)))
    one_by_one = "".join(map(fold, text))

    assert fold(text) == one_by_one
    assert fold(text + "國" * 3 * len(text))[: len(text)] == one_by_one
    assert fold(f"{text}İ") == f"{one_by_one}İ"
