"""The WSGI application that gunicorn serves."""

import os

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")


class Utf8Request(WSGIRequest):
    """Addresses and forms are UTF-8, whatever charset a header names.

    Django decodes them with any codec of Python that is asked for, and some of those are no text
    encodings, or give characters that cannot be stored.
    """

    @property
    def encoding(self) -> str:
        return "utf-8"

    @encoding.setter
    def encoding(self, named: str) -> None:
        pass


class Handler(WSGIHandler):
    request_class = Utf8Request


def application_of_this_process() -> Handler:
    django.setup(set_prefix=False)
    return Handler()


application = application_of_this_process()
