"""A small folder of seeds to import, break and compare."""

from hashlib import sha256
from pathlib import Path

REAL_SEEDS = Path(__file__).parent.parent / "seeds"
DOCUMENT = "Lab said on Tuesday that Tiny is out. 小模型已发布。"
DOCUMENT_SHA256 = sha256(DOCUMENT.encode()).hexdigest()

FILES = {
    "README.md": "Notes of people.\n",
    "publishers.yaml": """\
- slug: daily
  name: The Daily
  kind: newspaper
  country: 'NO'
  language: en

- slug: wire
  name: Wire
  other_names:
    - The Wire
    - Abc
  kind: agency
""",
    "organizations.yaml": """\
- slug: example-lab
  name: Example Lab
  name_zh: 示例实验室
  kind: lab
  parent: holding
  aliases:
    - text: ELab
      language: en
      kind: short
      source: daily-tiny
    - text: Lab
      language: en
      kind: short

- slug: holding
  name: Holding
  kind: company
""",
    "people.yaml": """\
- slug: ada
  name: Ada
""",
    "models/example-lab.yaml": """\
- slug: tiny
  name: Tiny
  kind: model
  developer: example-lab
  parameters: 8000000000
  access: Open weights (unrestricted)
""",
    "models/_other.yaml": """\
- slug: bench
  name: Bench
  kind: benchmark
""",
    "sources/daily-tiny.yaml": f"""\
slug: daily-tiny
title: Tiny is out
title_basis: inferred
publisher: daily
authors:
  - Zoe
  - Abe
url: https://daily.example/tiny
language: en
published: '2025-03-06'
published_basis: printed
retrieved_at: '2025-03-07T00:03:17Z'
sha256: {DOCUMENT_SHA256}
relies_on:
  - wire
rights: link_only
""",
    "events/tiny-planned.yaml": """\
slug: tiny-planned
title_en: Tiny is planned
kind: plan
status: planned
certainty: rumoured
date: 2025-03/..
date_basis: inferred
importance: 2
visibility: draft
""",
    "events/tiny-release.yaml": """\
slug: tiny-release
title_en: Example Lab releases Tiny
title_zh: 示例实验室发布Tiny
summary_en: 'Two lines:

  the second.'
kind: release
status: happened
certainty: confirmed
date: '2025-03-04'
date_basis: resolved
date_note_en: Tuesday before publication.
importance: 4
part_of: tiny-planned
visibility: published
organizations:
  - organization: example-lab
    role: actor
models:
  - model: tiny
    role: subject
people:
  - person: ada
    role: commenter
claims:
  - source: daily-tiny
    quote: on Tuesday
    start: 9
    end: 19
    section: body
    says_en: It came on Tuesday.
    stance: supports
    date: '2025-03-04'
    status: happened
    certainty: reported
    claimed_on: '2025-03-06'
  - source: daily-tiny
    quote: 小模型已发布
    start: 38
    end: 44
    section: body
    says_en: The small model is out.
    stance: mentions
    claimed_on: '2025-03-06'
    rank: deprecated
links:
  - kind: follows_up
    event: tiny-planned
""",
}


def write_seeds(folder: Path) -> Path:
    for name, text in FILES.items():
        put(folder, name, text)
    return folder


def put(folder: Path, name: str, text: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Edit a file of the folder; `old` must stand in it."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    put(folder, name, text.replace(old, new, 1))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
