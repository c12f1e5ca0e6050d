"""The addresses of the readers' pages."""

from django.urls import include, path

from events.views import about, embed, entities, event, lists, machines, sources, timeline

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("events/<int:pk>/", event.event),
    path("events/<int:pk>/<slug:slug>/", event.event, name="event"),
    path("organizations/", lists.organizations, name="organizations"),
    path("organizations/<slug:slug>/", entities.organization, name="organization"),
    path("models/", lists.models, name="models"),
    path("models/<slug:slug>/", entities.model, name="model"),
    path("people/", lists.people, name="people"),
    path("people/<slug:slug>/", entities.person, name="person"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("publishers/<slug:slug>/", sources.publisher, name="publisher"),
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
