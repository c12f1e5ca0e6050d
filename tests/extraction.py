"""Registry and article of the extraction tests."""

from datetime import date

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.found import Article, Candidate, EntityKind
from events.extraction.registry import Entry, Registry, registry_of

ORGANIZATION, MODEL, PERSON = EntityKind.ORGANIZATION, EntityKind.MODEL, EntityKind.PERSON
REGISTRY: Registry = registry_of(
    [
        Entry(ORGANIZATION, "openai", "OpenAI", sort="company"),
        Entry(ORGANIZATION, "google", "Google", "谷歌", sort="company"),
        Entry(ORGANIZATION, "meta", "Meta", sort="company"),
        Entry(ORGANIZATION, "anthropic", "Anthropic", sort="company"),
        Entry(ORGANIZATION, "alibaba", "Alibaba", "阿里巴巴", ("阿里",), sort="company"),
        Entry(ORGANIZATION, "deepseek", "DeepSeek", "深度求索", sort="company"),
        Entry(ORGANIZATION, "nvidia", "NVIDIA", "英伟达", ("Nvidia", "輝達"), sort="company"),
        Entry(ORGANIZATION, "reuters", "Reuters", "路透社", sort="outlet"),
        Entry(MODEL, "gpt-5", "GPT-5", sort="model", developer="openai"),
        Entry(MODEL, "llama-4", "Llama 4", sort="model", developer="meta"),
        Entry(MODEL, "claude-4", "Claude 4", sort="model", developer="anthropic"),
        Entry(MODEL, "qwen3", "Qwen3", "通义千问3", sort="model", developer="alibaba"),
        Entry(
            MODEL, "deepseek-r2", "DeepSeek R2", aliases=("R2",), sort="model", developer="deepseek"
        ),
        Entry(PERSON, "sam-altman", "Sam Altman", "奥特曼"),
    ]
)
PUBLISHED = date(2025, 6, 12)  # a Thursday
CONTEXT = {"en": "The text is about artificial intelligence.", "zh-Hans": "本文关于人工智能。"}


def candidates(
    text: str, language: str = "en", published: date | None = PUBLISHED
) -> list[Candidate]:
    """What is proposed from a sentence or two, read as news about AI of that day."""
    known = PartialDate.day(published) if published else None
    article = Article(f"{text}\n{CONTEXT[language]}", language, published=known)
    return list(extract(article, REGISTRY).candidates)


def candidate(text: str, language: str = "en", published: date | None = PUBLISHED) -> Candidate:
    """The only candidate of a text."""
    (found,) = candidates(text, language, published)
    return found
