"""What the processes write about themselves."""

from __future__ import annotations

import json
import logging
import subprocess
import sys

from gongkai_office.audit.context import Origin, origin
from gongkai_office.config.logs import JsonLines, Lines


def record(message: str = "有%s件", *args: object, **extra: object) -> logging.LogRecord:
    made = logging.LogRecord("gongkai.test", logging.WARNING, __file__, 1, message, args or ("三",), None)
    made.__dict__.update(extra)
    return made


def test_an_entry_is_one_line_of_json_with_the_number_of_the_request() -> None:
    token = origin.set(Origin("192.0.2.1", "abc"))
    try:
        line = JsonLines().format(record(status=200, route="organs/"))
    finally:
        origin.reset(token)
    said = json.loads(line)
    assert "\n" not in line
    assert said["message"] == "有三件"
    assert (said["level"], said["request"], said["address"]) == ("WARNING", "abc", "192.0.2.1")
    assert (said["status"], said["route"]) == (200, "organs/")
    assert said["time"].endswith("+00:00")


def test_a_traceback_stays_in_its_line() -> None:
    made = record("x", "")
    made.args = ()
    try:
        int("坏")
    except ValueError:
        made.exc_info = sys.exc_info()
    line = JsonLines().format(made)
    assert "\n" not in line
    assert "ValueError: invalid literal" in json.loads(line)["traceback"]


def test_outside_of_a_request_there_is_no_number() -> None:
    assert "request" not in json.loads(JsonLines().format(record()))
    assert Lines().format(record()).endswith("有三件")


TELLING = """
import logging.config
from django.core.exceptions import PermissionDenied
from gongkai_office.config.logs import logging_of
logging.config.dictConfig(logging_of("INFO", "json"))
for error in PermissionDenied(), ValueError():
    logging.getLogger("django.request").warning("Forbidden: %s", "/people/", exc_info=error)
"""


def test_a_refusal_is_told_without_a_traceback() -> None:
    ran = subprocess.run([sys.executable, "-c", TELLING], capture_output=True, text=True, check=True)
    refusal, fault = map(json.loads, ran.stderr.splitlines())
    assert refusal["message"] == fault["message"] == "Forbidden: /people/"
    assert ("traceback" in refusal, "traceback" in fault) == (False, True)
