"""Who may open what: every route of the site, typed a second time, apart from the gate's own table.

`WALK` says of each route whom it is for and what it hangs on. A route that is missing here fails the walk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.organs.models import Organ
from tests.office.walk import things

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
    SUBTREE = "a role over the organ of what is shown and all below it"


REFUSED, NOT_FOUND = "refused", "not found"
Maker = Callable[[Organ, User | None], dict[str, Any]]


class Route(NamedTuple):
    """A route: whom it is for, what must be reached, how its arguments are made, how it is asked and with what.

    `otherwise` is how it ends for who has no role for it: refused; not found where one sees only one's own.
    """

    roles: frozenset[Role]
    reach: Reach
    arguments: Maker | None = None
    method: str = "get"
    otherwise: str = REFUSED
    said: dict[str, str] | None = None


def somewhere(*roles: Role, arguments: Maker | None = None, method: str = "get") -> Route:
    """Return a route for roles over any organ; for everybody with a role where none is named."""
    return Route(frozenset(roles) or EVERYBODY, Reach.SOMEWHERE, arguments, method)


def everywhere(*roles: Role, arguments: Maker | None = None, method: str = "get") -> Route:
    """Return a route for roles over the whole installation."""
    return Route(frozenset(roles), Reach.EVERYWHERE, arguments, method)


def on(arguments: Maker, *roles: Role, method: str = "get", otherwise: str = REFUSED) -> Route:
    """Return a route for roles over the organ of what it shows; for everybody with a role where none is named."""
    return Route(frozenset(roles) or EVERYBODY, Reach.ORGAN, arguments, method, otherwise)


def on_all_below(arguments: Maker, *roles: Role, method: str = "get") -> Route:
    """Return a route for roles over the organ of what it shows and all organs below that."""
    return Route(frozenset(roles), Reach.SUBTREE, arguments, method)


def own(arguments: Maker | None = None, method: str = "get", said: dict[str, str] | None = None) -> Route:
    """Return a route for one's own things."""
    return Route(EVERYBODY, Reach.OWN, arguments, method, said=said)


def public() -> Route:
    """Return a route that needs no sign-in."""
    return Route(EVERYBODY, Reach.OPEN)


def switched_off() -> Route:
    """Return a route of something that the tests' settings leave off: nobody finds it."""
    return Route(NOBODY, Reach.OPEN, otherwise=NOT_FOUND)


SEE_PEOPLE = (SYSTEM, SECURITY, AUDIT, SUPERVISOR, HEAD)
SEE_REVIEWS = (SECURITY, AUDIT, SUPERVISOR, HEAD)
WITH_FILES = tuple(EVERYBODY - {SECURITY, AUDIT})
SENDERS = (SYSTEM, SUPERVISOR, HEAD, LIAISON)

WALK: dict[str, Route] = {
    "healthz": public(),
    "readyz": public(),
    "metrics": public(),
    "accounts:sign_in": public(),
    "accounts:single_sign_on": switched_off(),
    "accounts:single_sign_on_callback": switched_off(),
    "accounts:sign_out": own(method="post"),
    "accounts:stay": own(method="post"),
    "accounts:profile": own(),
    "accounts:change_password": own(),
    "accounts:password_rules": own(method="post"),
    "accounts:end_sessions": own(method="post"),
    "accounts:second_factor": own(),
    "accounts:recovery": own(),
    "accounts:set_up_second_factor": own(),
    "accounts:renew_recovery_codes": own(method="post"),
    "administration:home": own(),
    # notices
    "administration:inbox": own(),
    "administration:notice": own(things.own_notice),
    "administration:mark_read": own(method="post"),
    "administration:undo_read": own(method="post", said={"at": "2026-01-05T09:00:00+08:00"}),
    "administration:choose_channels": own(),
    "administration:sendings": somewhere(*SENDERS),
    "administration:write_notice": somewhere(*SENDERS),
    "administration:sending": on(things.sending, *SENDERS),
    "administration:retry_sending": on(things.sending, *SENDERS, method="post"),
    "administration:phones": on(things.sending, *SENDERS),
    "administration:phones_csv": on(things.sending, *SENDERS),
    # organs
    "administration:organs": somewhere(),
    "administration:organ": on(things.of_organ),
    "administration:organ_branch": on(things.of_organ),
    "administration:add_organ": everywhere(SYSTEM),
    "administration:add_organ_below": on_all_below(things.of_organ, SYSTEM),
    "administration:edit_organ": on(things.of_organ, SYSTEM),
    "administration:act_on_organ": on(things.act_on_organ, SYSTEM),
    "administration:set_reviewer": on(things.of_organ, SYSTEM),
    "administration:end_reviewer": on(things.reviewer, SYSTEM),
    "administration:organs_template": somewhere(SYSTEM),
    "administration:export_organs": somewhere(arguments=things.workbook),
    "administration:import_organs": somewhere(SYSTEM),
    "administration:preview_organs": on(things.list_of_organs, SYSTEM),
    "administration:organs_problems": on(things.list_of_organs, SYSTEM),
    # people
    "administration:people": somewhere(*SEE_PEOPLE),
    "administration:person": on(things.someone, *SEE_PEOPLE),
    "administration:export_people": somewhere(*SEE_PEOPLE),
    "administration:add_person": somewhere(SYSTEM),
    "administration:edit_person": on(things.someone, SYSTEM),
    "administration:move_person": on(things.someone, SYSTEM),
    "administration:disable_person": on(things.someone, SYSTEM, SECURITY),
    "administration:enable_person": on(things.someone, SYSTEM),
    "administration:set_expiry": on(things.someone, SYSTEM),
    "administration:reset_password": on(things.someone, SYSTEM),
    "administration:unlock_person": on(things.someone, SECURITY),
    "administration:remove_second_factor": on(things.someone, SECURITY),
    "administration:account_reset": on(things.account_reset, SYSTEM, SECURITY, AUDIT),
    "administration:grant_role": on(things.someone, SECURITY),
    "administration:grant_several": somewhere(SECURITY),
    "administration:end_role": on(things.appointment, SECURITY),
    "administration:import_people": somewhere(SYSTEM),
    "administration:preview_people": on(things.list_of_people, SYSTEM),
    "administration:people_template": somewhere(SYSTEM),
    "administration:give_passwords": somewhere(SYSTEM, method="post"),
    "administration:given_passwords": somewhere(SYSTEM),
    "administration:organ_choices": somewhere(),
    # access review
    "administration:access_reviews": somewhere(*SEE_REVIEWS),
    "administration:begin_review": somewhere(SECURITY),
    "administration:access_review": on_all_below(things.review, *SEE_REVIEWS),
    "administration:decide_accounts": on_all_below(things.review, SECURITY, AUDIT, method="post"),
    "administration:close_review": on_all_below(things.review, SECURITY),
    "administration:export_review": on_all_below(things.review, *SEE_REVIEWS),
    "administration:review_account": on_all_below(things.reviewed, SECURITY, AUDIT),
    "administration:access_statement": on(things.by_organ, *SEE_REVIEWS),
    # the log
    "administration:log": somewhere(AUDIT),
    "administration:log_event": on(things.event, AUDIT),
    "administration:export_log": somewhere(AUDIT),
    "administration:log_chain": everywhere(AUDIT),
    "administration:verify_log": everywhere(AUDIT, method="post"),
    "administration:export_log_head": everywhere(AUDIT, method="post"),
    # jobs
    "administration:jobs": somewhere(SYSTEM),
    "administration:my_jobs": own(),
    "administration:job": on(things.job, SYSTEM, otherwise=NOT_FOUND),
    "administration:job_progress": on(things.job, SYSTEM, otherwise=NOT_FOUND),
    "administration:retry_job": on(things.job, SYSTEM, method="post", otherwise=NOT_FOUND),
    "administration:cancel_job": on(things.job, SYSTEM, method="post", otherwise=NOT_FOUND),
    "administration:schedules": everywhere(SYSTEM),
    "administration:switch_schedule": everywhere(SYSTEM, arguments=things.schedule, method="post"),
    "administration:run_schedule": everywhere(SYSTEM, arguments=things.schedule, method="post"),
    # files
    "administration:files": somewhere(*WITH_FILES),
    "administration:upload_file": somewhere(*WITH_FILES),
    "administration:file": on(things.stored, *WITH_FILES),
    "administration:download_file": on(things.stored, *WITH_FILES),
    "administration:withdraw_file": on(things.own_file, *WITH_FILES),
    # calendar, local conventions, health
    "administration:calendar": somewhere(),
    "administration:calendar_year": somewhere(arguments=things.year),
    "administration:holiday_notices": somewhere(),
    "administration:holiday_notice": somewhere(arguments=things.holiday_notice),
    "administration:enter_notice": everywhere(SYSTEM),
    "administration:enter_local_holiday": everywhere(SYSTEM),
    "administration:withdraw_notice": everywhere(SYSTEM, arguments=things.holiday_notice, method="post"),
    "administration:conventions": somewhere(),
    "administration:conventions_of": on(things.by_organ),
    "administration:export_conventions": on(things.by_organ),
    "administration:upload_conventions": on(things.by_organ, SUPERVISOR, HEAD),
    "administration:convention": on(things.convention),
    "administration:withdraw_choice": on(things.choice, SUPERVISOR, HEAD),
    "administration:health": everywhere(SYSTEM),
}


def names(patterns: list[URLPattern | URLResolver] | None = None, space: str = "") -> Iterator[str]:
    """Yield the name of every route of the site, with its name space; the pattern itself where it has no name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}" if pattern.name else str(pattern.pattern)
