"""How fast names are found: megabytes a second with 20,000 names, and how long it takes to start.

    python bench/names.py [--names 20000] [--documents 200]

The registry is that of seeds/ filled up with made-up models; documents are made-up news of 3,000
characters in Chinese and English, a name in every sentence or two.
"""

import argparse
import os
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")

import django  # noqa: E402

django.setup()

from events.extraction.found import EntityKind  # noqa: E402
from events.extraction.names.matcher import matcher_of  # noqa: E402
from events.extraction.names.mentions import find_mentions  # noqa: E402
from events.extraction.registry import Entry, Registry, registry_from_seeds, registry_of  # noqa: E402

LENGTH = 3_000
ROUNDS = 5
CONSONANTS, VOWELS = "bcdfghjklmnpqrstvwxz", "aeiou"
CHINESE = [
    "{0}今日宣布，新一代模型已经开放试用，开发者可以通过网站申请。",
    "据知情人士透露，{0}计划在下个季度推出更便宜的版本，{1}尚未回应。",
    "分析师认为，这一变化将影响整个行业，市场竞争会更加激烈，价格可能继续下降。",
    "公司表示，新产品在数学和编程测试中的表现超过了{1}，但仍需要更多验证。",
    "与此同时，监管部门正在起草新的规则，要求企业在发布之前进行安全评估。",
]
ENGLISH = [
    "{0} said on Tuesday that its new model is open to developers who apply on the website. ",
    "People familiar with the matter said {0} plans a cheaper version, and {1} did not comment. ",
    "Analysts expect the change to shake the whole industry, with prices falling further. ",
    "The company claims the product beats {1} in tests of mathematics and programming. ",
    "Meanwhile regulators are drafting rules that ask for a safety review before release. ",
]


def filled(seeds: Registry, names: int, chance: random.Random) -> Registry:
    entries = list(seeds.entries)
    known = sum(len(entry.names) for entry in entries)
    while known < names:
        word = "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(3))
        word = word.capitalize()
        name = f"{word} {chance.randint(2, 9)}.{chance.randint(0, 9)}"
        slug = name.lower().replace(" ", "-").replace(".", "-")
        aliases = (name.replace(" ", "-"), f"{word} {chance.choice(['Pro', 'Max', 'Mini'])}")
        entries.append(Entry(EntityKind.MODEL, slug, name, aliases=aliases, sort="model"))
        known += 3
    return registry_of(entries)


def documents(registry: Registry, count: int, chance: random.Random) -> list[str]:
    names = [name for entry in registry.entries for name in entry.names]
    made = []
    for number in range(count):
        lines, text = (CHINESE, ENGLISH)[number % 2], ""
        while len(text) < LENGTH:
            text += chance.choice(lines).format(*chance.choices(names, k=2))
        made.append(text[:LENGTH])
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--documents", type=int, default=200)
    options = parser.parse_args()
    chance = random.Random(4)
    began = time.perf_counter()
    seeds = registry_from_seeds(ROOT / "seeds")
    print(f"seeds read in {time.perf_counter() - began:.2f} s, {len(seeds.entries):,} entries")
    registry = filled(seeds, options.names, chance)
    began = time.perf_counter()
    patterns = len(matcher_of(registry).patterns)
    print(f"{patterns:,} names made ready in {time.perf_counter() - began:.2f} s")
    texts = documents(registry, options.documents, chance)
    size = sum(len(text.encode()) for text in texts) / 1e6
    found = sum(len(find_mentions(text, registry)) for text in texts)
    best = min(_timed(texts, registry) for _ in range(ROUNDS))
    print(
        f"{found:,} mentions in {len(texts):,} documents of {LENGTH:,} characters:"
        f" {size / best:.1f} MB/s, {best / len(texts) * 1e3:.2f} ms a document"
    )


def _timed(texts: list[str], registry: Registry) -> float:
    """Processor time of one round: other work on the machine does not count."""
    began = time.process_time()
    for text in texts:
        find_mentions(text, registry)
    return time.process_time() - began


if __name__ == "__main__":
    main()
