"""The demonstration's city, served as a user would have it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

from tests.office.installation import Installation, installed

ROOT = Path(__file__).resolve().parents[2]
# A second factor is for who sets one up: nobody in the city is a leader.
SETTINGS = {"GONGKAI_DEMO": "1", "GONGKAI_SECOND_FACTOR": "1", "GONGKAI_SECOND_FACTOR_ROLES": "leader"}
FURNISH = "import runpy; runpy.run_module('tests.journeys.furnished', run_name='__main__')"


@contextlib.contextmanager
def demonstration() -> Iterator[tuple[Installation, dict[str, int]]]:
    """Make an installation with the city, start it, and yield it with the keys of what its pages show."""
    with installed() as site:
        site.environment |= SETTINGS | {"PYTHONPATH": str(ROOT)}
        things: dict[str, int] = json.loads(site.python(FURNISH))
        site.start()
        yield site, things
