from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("events.urls")),
]

handler400 = "events.views.about.not_understood"
handler500 = "events.views.about.failed"
