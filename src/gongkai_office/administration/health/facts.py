"""What an installation is: versions, places, sizes."""

from __future__ import annotations

import platform

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection
from django.template.defaultfilters import filesizeformat

from gongkai import __version__
from gongkai_office.administration.health import words
from gongkai_office.audit.models import Head


def facts() -> list[tuple[str, str]]:
    """Return titles and values for the page."""
    on_disk = isinstance(storages["default"], FileSystemStorage)
    return [
        (words.VERSION, __version__),
        (words.PLATFORM, f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}"),
        (words.DATABASE, _database()),
        (words.PLACE, str(settings.DATA)),
        (words.STORE, words.ON_DISK if on_disk else words.IN_BUCKET),
        (words.HEAD_NUMBER, str(Head.objects.values_list("number", flat=True).first() or 0)),
    ]


def _database() -> str:
    if connection.vendor == "sqlite":
        version, size = (
            "sqlite_version()",
            "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)",
        )
    else:
        version, size = "current_setting('server_version')", "pg_database_size(current_database())"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {version}, {size}")
        said, room = cursor.fetchone()
    form = words.SQLITE if connection.vendor == "sqlite" else words.POSTGRESQL
    return form.format(version=str(said).split()[0], size=filesizeformat(room))
