"""What the site's tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests.office.city import City, make_city
from tests.office.cloned import Clone, cloned


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about the other database: it is not skipped, it has no meaning here."""
    apart = [
        item
        for item in items
        if (mark := item.get_closest_marker("only_on")) and connection.vendor not in mark.args
    ]
    if apart:
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if item not in apart]


@pytest.fixture
def city(db: None) -> City:
    """A small fictional city."""
    return make_city()


@pytest.fixture(scope="session")
def test_database(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The migrated test database: pytest-django makes none where no test asks for one of its own fixtures."""
    asked = ({"db", "transactional_db", "live_server"} & {*item.fixturenames} for item in request.session.items)
    if any(asked) or any(item.get_closest_marker("django_db") for item in request.session.items):
        yield
        return
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        yield
        teardown_databases(made, verbosity=0)


@pytest.fixture
def clone(test_database: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Clone]:
    """A clone of the database, for tests that commit: tests/office/cloned.py says how it is used."""
    with django_db_blocker.unblock(), cloned(tmp_path) as made:
        yield made
