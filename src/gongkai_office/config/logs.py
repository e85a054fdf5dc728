"""What the processes write to their standard error: one line an entry, with the number of the request."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from gongkai_office.audit.context import origin

EXTRAS = ("status", "method", "route", "milliseconds", "user", "child", "job")


class PlainRefusals(logging.Filter):
    """Let what somebody may not do be told without a traceback: it is no fault of the program."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the traceback from an entry about a refusal, and let every entry pass."""
        if record.exc_info and isinstance(record.exc_info[1], PermissionDenied):
            record.exc_info = None
        return True


class JsonLines(logging.Formatter):
    """An entry as one line of JSON: time in UTC, level, logger, message, request, and what its writer added."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        said: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "process": record.process,
        }
        if here := origin.get().request:
            said |= {"request": here, "address": origin.get().address}
        said |= {name: getattr(record, name) for name in EXTRAS if hasattr(record, name)}
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False, default=str)


class Lines(logging.Formatter):
    """An entry for a person: time, level, message, number of the request."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, or the lines where there is a traceback."""
        here = origin.get().request
        return super().format(record) + (f" [{here}]" if here else "")


def logging_of(level: str, form: str) -> dict[str, Any]:
    """Return the configuration of logging: all to standard error, in one form."""
    formatter = JsonLines if form == "json" else Lines
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": f"{formatter.__module__}.{formatter.__qualname__}"}},
        "filters": {"refusals": {"()": f"{PlainRefusals.__module__}.{PlainRefusals.__qualname__}"}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stderr",
                "formatter": "lines",
                "filters": ["refusals"],
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": ["stderr"], "level": level, "propagate": False},
            "axes": {"handlers": [], "level": "ERROR", "propagate": True},
            "_granian": {"handlers": [], "level": level, "propagate": True},
        },
    }
