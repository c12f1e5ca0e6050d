"""Files that search engines and browsers read: robots.txt, the sitemap, OpenSearch."""

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from events.exchange import sitemaps
from events.reading import read_only

XML = "application/xml; charset=utf-8"
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /*?
{languages}
Sitemap: {sitemap}
"""


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    """Filtered lists are endless and stay out; the languages of a page are welcome."""
    allowed = "\n".join(f"Allow: /*?lang={code}$" for code, _ in settings.LANGUAGES)
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    text = ROBOTS.format(languages=allowed, sitemap=sitemap)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@read_only
def sitemap(request: HttpRequest) -> HttpResponse:
    return _xml(sitemaps.index(request.build_absolute_uri))


@read_only
def sitemap_pages(request: HttpRequest) -> HttpResponse:
    return _xml(sitemaps.pages(request.build_absolute_uri))


@read_only
def sitemap_part(request: HttpRequest, section: str, number: int) -> HttpResponse:
    if section not in sitemaps.SECTIONS or not 1 <= number <= sitemaps.LAST_PART:
        raise Http404
    return _xml(sitemaps.part(section, number, request.build_absolute_uri))


def _xml(pieces: Iterator[str]) -> HttpResponse:
    return HttpResponse("".join(pieces), content_type=XML, headers={"X-Robots-Tag": "noindex"})


@read_only
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser searches here, and where it gets suggestions while one types."""
    content_type = "application/opensearchdescription+xml; charset=utf-8"
    home = request.build_absolute_uri("/")[:-1]
    return render(request, "events/opensearch.xml", {"home": home}, content_type=content_type)
