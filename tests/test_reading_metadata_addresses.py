"""Addresses without tracking, and the days in the numbers of posts."""

from datetime import date

import pytest

from sources.reading.document import Basis, CleanText
from sources.reading.metadata import Metadata, describe
from sources.reading.metadata.addresses import canonical, host_of
from sources.reading.metadata.posts import day_of_post
from sources.reading.part import Declared, Part

REDIRECT = "http://weibo.cn/sinaurl"
WEIBO = f"{REDIRECT}?toasturl=https%3A%2F%2Fharbor.example%2Fa%3Fid%3D3"
OUTLOOK = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fharbor.example%2Fa&d=1"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://harbor.example/a?utm_source=x&id=3&fbclid=y#top", "https://harbor.example/a?id=3"),
        ("HTTP://Harbor.Example:80", "http://harbor.example/"),
        ("https://harbor.example:8443/a", "https://harbor.example:8443/a"),
        ("//harbor.example/a", "https://harbor.example/a"),
        ("https://someone:secret@harbor.example/a", "https://harbor.example/a"),
        ("https://mp.weixin.qq.com/s?__biz=M&mid=2&idx=1&sn=a&chksm=z&scene=21#rd",
         "https://mp.weixin.qq.com/s?__biz=M&mid=2&idx=1&sn=a"),
        (WEIBO, "https://harbor.example/a?id=3"),
        (OUTLOOK, "https://harbor.example/a"),
    ],
)  # fmt: skip
def test_an_address_is_written_without_what_tracks(given: str, address: str) -> None:
    assert canonical(given) == address


@pytest.mark.parametrize(
    "given",
    ["javascript:alert(1)", "data:text/html,x", "ftp://harbor.example/a", "harbor", "", "https://",
     "https://[::1", "https://harbor.example:x/", "https://a b.example/", "file:///etc/passwd",
     f"https://harbor.example/{'a' * 3000}"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(given: str) -> None:
    assert canonical(given) == ""


def test_a_redirect_to_something_else_leads_nowhere() -> None:
    assert canonical(f"{REDIRECT}?u=javascript%3Aalert(1)").startswith(REDIRECT)


def test_a_host_is_told_without_its_prefix() -> None:
    assert host_of("https://www.harbor.example/a") == host_of("https://m.harbor.example/b")


def described(text: str, *declared: Declared) -> Metadata:
    clean = CleanText.unchanged(text)
    return describe(Part("a", b"", "plain", "utf-8", text, clean, declared), clean, "en")


def test_a_declared_address_counts_before_a_printed_one() -> None:
    text = "A model\n\nLink: https://harbor.example/printed\n\nProse follows here."
    hint = Declared("url", "https://harbor.example/declared", "canonical")
    found = [described(text, hint).url, described(text).url]
    assert [(f.value[-8:], f.basis) for f in found] == [
        ("declared", Basis.METADATA),
        ("/printed", Basis.PRINTED),
    ]


def test_a_link_in_the_text_is_not_its_address() -> None:
    assert described("A model\n\nSee https://harbor.example/a for more of it.").url.value == ""


def test_an_address_that_cannot_be_used_is_noted() -> None:
    found = described("A model\n\nProse.", Declared("url", "javascript:alert(1)", "canonical"))
    assert [note.code for note in found.notes] == ["address_refused"]


def test_a_weibo_number_tells_the_day_only_just_before_it_was_saved() -> None:
    post = "https://weibo.com/1234567890/PpFF0hkYy"
    saved = [date(2025, 5, 1), date(2025, 6, 1), date(2025, 4, 1), None]
    assert [day_of_post(post, day) for day in saved] == [date(2025, 4, 30), None, None, None]


def test_a_post_on_x_tells_its_day() -> None:
    day = day_of_post("https://x.com/someone/status/1917500000000000000", None)
    assert day == date(2025, 4, 30)
