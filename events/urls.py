"""The addresses of the readers' pages."""

from django.urls import include, path

from events.views import (
    about,
    changes,
    cite,
    compare,
    entities,
    event,
    lists,
    picture,
    promises,
    report,
    sources,
    suggest,
    timeline,
)

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("picture/", picture.picture, name="picture"),
    path("events/<int:pk>/", event.event, name="event_by_number"),
    path("events/<int:pk>/cite.<str:ending>", cite.cite, name="cite"),
    path("events/<int:pk>/report/", report.report, name="report"),
    path("events/<int:pk>/report/sent/", report.thanks, name="reported"),
    path("events/<int:pk>/<slug:slug>/", event.event, name="event"),
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
    path("suggest/", suggest.suggest, name="suggest"),
    path("about/", about.about, name="about"),
    path("", include("events.exchange.urls")),
    path("robots.txt", about.robots, name="robots"),
]
