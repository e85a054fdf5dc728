"""Who may open what: every route of the site, typed a second time, apart from the gate's own table.

`WALK` says of each route whom it is for and what it hangs on. A route that is missing here fails the walk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

from gongkai_office.accounts.words import Role
from gongkai_office.organs.models import Organ

HANDLER, REVIEWER, SECRECY, LEGAL = Role.HANDLER, Role.REVIEWER, Role.SECRECY_REVIEWER, Role.LEGAL_REVIEWER
HEAD, LEADER, LIAISON, SUPERVISOR = Role.UNIT_HEAD, Role.LEADER, Role.LIAISON, Role.SUPERVISOR
SYSTEM, SECURITY, AUDIT = Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR
EVERYBODY = frozenset(Role)
NOBODY: frozenset[Role] = frozenset()


class Reach(Enum):
    """What somebody must reach to be let in."""

    OPEN = "no sign-in is needed"
    OWN = "who is signed in, for their own things"
    SOMEWHERE = "a role over any organ"
    EVERYWHERE = "a role over the whole installation"
    ORGAN = "a role over the organ of what is shown"


Maker = Callable[[Organ], dict[str, Any]]


class Route(NamedTuple):
    """A route: whom it is for, what must be reached, how its arguments are made for an organ, how it is asked."""

    roles: frozenset[Role]
    reach: Reach
    arguments: Maker | None = None
    method: str = "get"


def of_organ(organ: Organ) -> dict[str, Any]:
    """Return the arguments of a page of the organ itself."""
    return {"key": organ.pk}


def somewhere(*roles: Role, method: str = "get") -> Route:
    """Return a route for roles over any organ; for everybody with a role where none is named."""
    return Route(frozenset(roles) or EVERYBODY, Reach.SOMEWHERE, None, method)


def everywhere(*roles: Role, arguments: Maker | None = None, method: str = "get") -> Route:
    """Return a route for roles over the whole installation."""
    return Route(frozenset(roles), Reach.EVERYWHERE, arguments, method)


def on(arguments: Maker, *roles: Role, method: str = "get") -> Route:
    """Return a route for roles over the organ of what it shows; for everybody with a role where none is named."""
    return Route(frozenset(roles) or EVERYBODY, Reach.ORGAN, arguments, method)


def own(arguments: Maker | None = None, method: str = "get") -> Route:
    """Return a route for one's own things."""
    return Route(EVERYBODY, Reach.OWN, arguments, method)


def public(arguments: Maker | None = None, method: str = "get") -> Route:
    """Return a route that needs no sign-in."""
    return Route(EVERYBODY, Reach.OPEN, arguments, method)


WALK: dict[str, Route] = {
    "accounts:sign_in": public(),
    "accounts:sign_out": own(method="post"),
    "accounts:profile": own(),
    "administration:home": own(),
    "administration:inbox": own(),
    "administration:organs": somewhere(),
    "administration:organ": on(of_organ),
    "administration:edit_organ": on(of_organ, SYSTEM),
}


def names(patterns: list[URLPattern | URLResolver] | None = None, space: str = "") -> Iterator[str]:
    """Yield the name of every route of the site, with its name space; the pattern itself where it has no name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}" if pattern.name else str(pattern.pattern)
