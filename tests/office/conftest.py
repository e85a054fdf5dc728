"""What the site's tests share."""

from __future__ import annotations

import pytest

from tests.office.city import City, make_city


@pytest.fixture
def city(db: None) -> City:
    """A small fictional city."""
    return make_city()
