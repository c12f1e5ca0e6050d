from django.http import HttpRequest, HttpResponse
from events.reading import read_only


@read_only
def compare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")
