"""Who looks after the city in tests of its pages."""

from __future__ import annotations

import pytest
from django.test import Client

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from tests.office.city import City, person


@pytest.fixture
def keeper(city: City) -> User:
    """The city's system administrator."""
    return person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)


@pytest.fixture
def granter(city: City) -> User:
    """The city's security administrator."""
    return person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)


@pytest.fixture
def admin(keeper: User, client: Client) -> Client:
    """The browser of the city's system administrator."""
    client.force_login(keeper)
    return client
