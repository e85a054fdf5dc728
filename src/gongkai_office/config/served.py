"""The door of the server that `gongkai-office serve` runs, in workers that do not outlive their server.

Left behind, they would go on answering beside the next server: both may listen on the same port.
"""

from __future__ import annotations

import os
import signal

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from gongkai_office.config.ending import end_with


def application() -> WSGIHandler:
    """Make the application, in a worker that is tied to its server first: that may die while all this loads."""
    # The supervisor makes the server the first of its group, and so the group has its number.
    end_with(os.getpgrp(), signal.SIGKILL)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai_office.config.settings")
    return get_wsgi_application()
