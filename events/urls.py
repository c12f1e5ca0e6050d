"""The addresses of the readers' pages."""

from django.urls import include, path, re_path

from events.mistakes.about import KINDS
from events.views import (
    about,
    changes,
    cite,
    compare,
    embed,
    entities,
    event,
    lists,
    machines,
    picture,
    promises,
    report,
    sources,
    suggest,
    timeline,
)

# The page of anything but an event.
_PAGE = rf"^(?P<folder>{'|'.join(KINDS)})/(?P<slug>[-\w]+)/"

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("picture/", picture.picture, name="picture"),
    path("events/<int:pk>/", event.event, name="event_by_number"),
    path("events/<int:pk>/cite.<str:ending>", cite.cite, name="cite"),
    path("events/<int:pk>/report/", report.report, name="report"),
    path("events/<int:pk>/report/sent/", report.thanks, name="reported"),
    path("events/<int:pk>/<slug:slug>/", event.event, name="event"),
    re_path(rf"{_PAGE}report/$", report.report_of, name="report_of"),
    re_path(rf"{_PAGE}report/sent/$", report.thanks_of, name="reported_of"),
    path("promises/", promises.promises, name="promises"),
    path("organizations/", lists.organizations, name="organizations"),
    path("organizations/<slug:slug>/", entities.organization, name="organization"),
    path("models/", lists.models, name="models"),
    path("models/<slug:slug>/", entities.model, name="model"),
    path("people/", lists.people, name="people"),
    path("people/<slug:slug>/", entities.person, name="person"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("publishers/<slug:slug>/", sources.publisher, name="publisher"),
    path("publishers/", sources.publishers, name="publishers"),
    path("changes/", changes.changes, name="changes"),
    path("compare/", compare.compare, name="compare"),
    path("compare/picture/", compare.picture, name="compare_picture"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("about/", about.about, name="about"),
    path("", include("events.exchange.urls")),
    path("embed/", embed.embed, name="embed"),
    path("embed/code/", embed.embed_code, name="embed_code"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-pages.xml", machines.sitemap_pages, name="sitemap_pages"),
    path("sitemap-<slug:section>-<int:number>.xml", machines.sitemap_part, name="sitemap_part"),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
]
