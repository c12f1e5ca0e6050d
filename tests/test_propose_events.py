"""The command that reads documents and tells what they report, storing nothing."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from pytest_django import Settings

from events.models import Proposal
from sources.models import Source
from tests.factories import make_model, make_organization

PROJECT = Path(__file__).resolve().parent.parent
ARTICLE = """北辰科技发布新一代模型

远山新闻 2025年5月20日

北辰科技今日正式发布开源大模型Polar-3-Preview，并宣布与阿里巴巴合作，开发者可以通过网站试用。公司首席执行官李明远表示，新模型的推理速度提高了一倍。
该公司计划于2025年8月推出下一代模型。此前，多家人工智能公司已经降低价格，市场竞争日趋激烈。
"""


SEEDS = """- slug: alibaba
  name: Alibaba
  name_zh: 阿里巴巴
  kind: company
"""


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.BASE_DIR = tmp_path
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "organizations.yaml").write_text(SEEDS, encoding="utf-8")
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def lines_of(*arguments: object) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("propose_events", *map(str, arguments), "--jsonl", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_document_is_told_in_one_line_without_a_database(folder: Path) -> None:
    [line] = lines_of(folder, "--seeds")
    assert line["file"] == "a.txt"
    assert line["title"] == "北辰科技发布新一代模型"
    assert (line["language"], line["published"]) == ("zh-Hans", "2025-05-20")
    assert line["organizations"] == ["北辰科技", "阿里巴巴 (Alibaba)"]
    assert line["models"] == ["Polar-3-Preview"]
    assert line["people"] == ["李明远"]
    assert line["near_duplicate_of"] is None
    assert "北辰科技今日正式发布" in line["clean_text"]


def test_its_events_quote_the_text_and_are_spelled_for_programs(folder: Path) -> None:
    [line] = lines_of(folder, "--seeds")
    released = line["events"][0]
    assert (released["earliest"], released["latest"]) == ("2025-05-20", "2025-05-20")
    assert released["models"] == ["Polar-3-Preview"]
    assert released["status"] == "confirmed"
    assert all(event["evidence"] in line["clean_text"] for event in line["events"])


def test_copies_among_the_files_are_told(folder: Path) -> None:
    (folder / "b.txt").write_text(ARTICLE + "\n转载自远山新闻\n", encoding="utf-8")
    assert [line["near_duplicate_of"] for line in lines_of(folder, "--seeds")] == [None, "a.txt"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "0.zip").write_bytes(b"PK\x03\x04 no document")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 refused"):
        call_command("propose_events", folder, "--jsonl", "--seeds", stdout=out, stderr=err)
    assert len(out.getvalue().splitlines()) == 1
    assert "0.zip" in err.getvalue()


@pytest.mark.django_db
def test_names_come_from_the_database_and_nothing_is_stored(folder: Path) -> None:
    polaris = make_organization("Polaris", slug="polaris", name_zh="北辰科技")
    make_model("Polar 3 Preview", slug="polar-3", developer=polaris)
    [line] = lines_of(folder)
    assert line["organizations"] == ["北辰科技 (Polaris)"]
    assert line["models"] == ["Polar 3 Preview"]
    assert not Source.objects.exists()
    assert not Proposal.objects.exists()


def test_people_get_a_listing(folder: Path) -> None:
    out = StringIO()
    call_command("propose_events", folder, "--seeds", stdout=out)
    assert "a.txt: 北辰科技发布新一代模型" in out.getvalue()
    assert "release" in out.getvalue()


def test_a_database_that_is_not_there_is_told_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = {"host": "127.0.0.1", "port": 1}
    monkeypatch.setattr(connection, "get_connection_params", lambda: nowhere)
    with pytest.raises(CommandError, match=r"\AThe database cannot be reached: [^\n]+\Z"):
        lines_of(folder)


def test_an_empty_path_is_not_the_folder_one_is_in() -> None:
    with pytest.raises(CommandError, match="PATH"):
        call_command("propose_events", "", "--seeds")


def test_a_reader_who_leaves_early_sees_no_traceback(folder: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(ARTICLE * 8 + str(number), encoding="utf-8")
    command = [sys.executable, "manage.py", "propose_events", str(folder), "--jsonl", "--seeds"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=PROJECT, text=True, **pipes) as running:  # type: ignore[call-overload]
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == ""
