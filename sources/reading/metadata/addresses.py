"""The address of a document: http or https, without what only tracks readers."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from sources.reading.document import Basis, Fact, Note
from sources.reading.metadata.labels import Label
from sources.reading.metadata.page import Page

LONGEST = 2000
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs\w+|ref|ref_src"
    r"|referrer|cmpid|cmp|ncid|smid|smtyp|sref|spm|scm|share\w*|shared?_?from|from|isappinstalled"
    r"|wfr|weibo_id|chksm|scene|srcid|sharer_\w+|exportkey|pass_ticket|wx_header|subscene|clicktime"
    r"|enterid|ascene|devicetype|nettype|vd_source|xsec_\w+|tt_from"
    r"|guccounter|guce_\w+|soc_src|soc_trk|taid|ito|feature|si)$",
    re.IGNORECASE,
)
# pages that only lead on, and which of their parameters holds the address
_REDIRECTS = {
    "weibo.cn/sinaurl": ("u", "url", "toasturl"),
    "passport.weibo.com/visitor/visitor": ("url",),
    "link.zhihu.com": ("target",),
    "link.juejin.cn": ("target",),
    "www.google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "out.reddit.com": ("url",),
    "safelinks.protection.outlook.com": ("url",),
    "weixin110.qq.com/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi": ("main_url", "click_url"),
    "c.pc.qq.com/middlem.html": ("pfurl",),
    "news.google.com/__i/rss/rd": ("url",),
    "www.youtube.com/redirect": ("q",),
}
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’「」《》（）()\[\]，。；、]{4,2000}", re.IGNORECASE)


def canonical(address: str) -> str:
    """The address without tracking, its redirects followed; "" when it is not http or https."""
    return _canonical(address, hops=3)


def _canonical(address: str, hops: int) -> str:
    split = _split(address.strip())
    if split is None:
        return ""
    further = _leads_to(split) if hops else ""
    if further:
        return _canonical(further, hops - 1) or _written(split)
    written = _written(split)
    return written if len(written) <= LONGEST else ""


def _split(address: str) -> SplitResult | None:
    if address.startswith("//"):
        address = "https:" + address
    try:
        split = urlsplit(address)
        split.port  # noqa: B018 - reading it is what refuses a wrong one
    except ValueError:
        return None
    host = split.hostname or ""
    usable = (
        split.scheme.lower() in {"http", "https"} and "." in host and not re.search(r"\s", address)
    )
    return split if usable else None


def _leads_to(split: SplitResult) -> str:
    place = f"{(split.hostname or '').lower()}{split.path}".rstrip("/")
    for redirect, parameters in _REDIRECTS.items():
        if place == redirect or place.endswith("." + redirect):
            given = dict(parse_qsl(split.query))
            return next((unquoted(given[name]) for name in parameters if name in given), "")
    return ""


def unquoted(address: str) -> str:
    """Percent-encoding taken off an address that was encoded whole."""
    return unquote(address) if re.match(r"https?%3A", address, re.IGNORECASE) else address


def _written(split: SplitResult) -> str:
    host = (split.hostname or "").lower()
    if split.port and (split.scheme.lower(), split.port) not in {("http", 80), ("https", 443)}:
        host = f"{host}:{split.port}"
    pairs = parse_qsl(split.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.match(name)]
    query = split.query if len(kept) == len(pairs) else urlencode(kept)
    fragment = split.fragment if split.fragment.startswith(("!", "/")) else ""
    return urlunsplit((split.scheme.lower(), host, split.path or "/", query, fragment))


def host_of(address: str) -> str:
    """The host without www. or m., in lower case; "" for no address."""
    split = _split(address)
    host = (split.hostname or "").lower() if split else ""
    return re.sub(r"^(?:www\d?|m|wap|amp|mobile)\.(?=[^.]+\.)", "", host)


def address_of(page: Page) -> tuple[Fact[str], tuple[Note, ...]]:
    """Declared in the markup, else printed beside a label; not one of the links in the text."""
    refused: list[str] = []
    for given, basis, why in _given(page):
        found = canonical(given)
        if found:
            return Fact(found, basis, why), ()
        refused.append(given[:100])
    return Fact(""), tuple(Note("address_refused", given) for given in refused[:1])


def _given(page: Page) -> Iterator[tuple[str, Basis, str]]:
    for hint in page.said("url"):
        yield hint.value, Basis.METADATA, hint.origin
    for labelled in page.labelled(Label.ADDRESS):
        match = _ADDRESS.search(labelled.line)
        if match:
            basis = Basis.METADATA if labelled.machine else Basis.PRINTED
            yield match[0], basis, labelled.line[:100]
    for line in page.edges:
        if "://" in line and _ADDRESS.fullmatch(line):
            yield line, Basis.PRINTED, line[:100]
