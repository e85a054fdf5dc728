"""A bare Django view: the floor that the site's pages are measured against."""

from __future__ import annotations

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, SECRET_KEY="only for measuring", ALLOWED_HOSTS=["127.0.0.1"])


def bare(_: HttpRequest) -> HttpResponse:
    return HttpResponse("公开")


urlpatterns = [path("", bare)]
application = get_wsgi_application()
