"""What the site's tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.office.city import City, make_city
from tests.office.cloned import Clone, cloned


@pytest.fixture
def city(db: None) -> City:
    """A small fictional city."""
    return make_city()


@pytest.fixture
def clone(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Clone]:
    """A clone of the database, for tests that commit: tests/office/cloned.py says how it is used."""
    with django_db_blocker.unblock(), cloned(tmp_path) as made:
        yield made
