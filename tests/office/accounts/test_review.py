"""The access review: rounds, decisions, the year's statement, and accounts that nobody uses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone

from gongkai_office.accounts.actions.first import create_administrators
from gongkai_office.accounts.actions.people import disable_person, enable_person
from gongkai_office.accounts.actions.reviews import (
    close_review,
    confirm_account,
    disable_reviewed,
    open_review,
    take_roles,
)
from gongkai_office.accounts.background import disable_unused_accounts
from gongkai_office.accounts.errors import OutOfReach, Refused
from gongkai_office.accounts.models import AccessReview, Appointment, ReviewedAccount, User
from gongkai_office.accounts.review import (
    Progress,
    deciders_of_reviewers,
    progress_of,
    with_flag,
    with_held,
    year_of,
)
from gongkai_office.accounts.words import Decision, Flag, Role
from gongkai_office.audit.models import Event
from gongkai_office.jobs.registry import KINDS, PLANS
from gongkai_office.notices.models import Notice
from gongkai_office.organs.models import Organ
from tests.office.city import City, person

DAY = dt.timedelta(days=1)


@pytest.fixture
def reviewer(city: City) -> User:
    """The city's security administrator."""
    return person(city.city, Role.SECURITY_ADMINISTRATOR, below=True, last_login=timezone.now())


def round_of(organ: Organ, by: User) -> AccessReview:
    return open_review(organ=organ, due_on=timezone.localdate() + 30 * DAY, unused_days=90, by=by)


def row(review: AccessReview, user: User) -> ReviewedAccount:
    return review.accounts.get(user=user)


# Opening


def test_a_round_has_every_account_in_use_with_access_and_no_other(city: City, reviewer: User) -> None:
    here, below = person(city.county, Role.HANDLER), person(city.county_bureau)
    visitor = person(city.bureau)
    Appointment.objects.create(user=visitor, role=Role.SUPERVISOR, organ=city.county_bureau)
    person(city.county, is_active=False)
    person(city.other_county, Role.HANDLER)
    review = round_of(city.county, reviewer)
    assert {one.user for one in review.accounts.all()} == {here, below, visitor}
    event = Event.objects.get(verb="review.open")
    assert (event.organ, event.after["accounts"]) == (city.county.pk, 3)


def test_flags_say_what_to_look_at_first(city: City, reviewer: User) -> None:
    now = timezone.now()
    county = city.county

    def flags(user: User) -> set[str]:
        return set(row(review, user).flags)

    never = person(county, Role.HANDLER)
    unused = person(county, Role.HANDLER, last_login=now - 91 * DAY)
    used = person(county, Role.HANDLER, last_login=now - 89 * DAY)
    over = person(county, Role.HANDLER, last_login=now, expires_on=timezone.localdate() - DAY)
    bare = person(county, last_login=now)
    admin = person(county, Role.AUDIT_ADMINISTRATOR, last_login=now)
    visitor = person(city.bureau, last_login=now)
    Appointment.objects.create(user=visitor, role=Role.SUPERVISOR, organ=county)
    gone = person(city.county_bureau, Role.HANDLER, last_login=now)
    Organ.objects.filter(pk=city.county_bureau.pk).update(abolished_on=timezone.localdate())
    review = round_of(county, reviewer)
    assert flags(never) == {Flag.NEVER_USED}
    assert flags(unused) == {Flag.UNUSED}
    assert flags(used) == set()
    assert flags(over) == {Flag.EXPIRED}
    assert flags(bare) == {Flag.NO_ROLE}
    assert flags(admin) == {Flag.ADMINISTRATOR}
    assert flags(visitor) == {Flag.OUTSIDER}
    assert flags(gone) == {Flag.ABOLISHED}
    assert [one.user for one in with_flag(review.accounts.all(), Flag.UNUSED)] == [unused]


def test_a_round_keeps_what_was_held_when_it_was_opened(city: City, reviewer: User) -> None:
    user = person(city.county, Role.HANDLER, Role.REVIEWER, below=True)
    review = round_of(city.county, reviewer)
    one = take_roles(row(review, user), appointments=None, by=reviewer)
    assert [held["role"] for held in one.held] == ["handler", "reviewer"]
    assert one.held[0]["organ"] == city.county.name
    with_held([one], review)
    assert one.still == []


def test_one_round_of_an_organ_is_open_at_a_time(city: City, reviewer: User) -> None:
    person(city.county)
    round_of(city.county, reviewer)
    with pytest.raises(Refused):
        round_of(city.county, reviewer)
    assert AccessReview.objects.count() == 1


def test_a_round_needs_accounts_a_day_to_come_and_the_right(city: City, reviewer: User) -> None:
    with pytest.raises(Refused):
        round_of(city.county, reviewer)
    person(city.county)
    with pytest.raises(Refused):
        open_review(organ=city.county, due_on=timezone.localdate() - DAY, by=reviewer)
    for stranger in (
        person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True),
        person(city.county, Role.SECURITY_ADMINISTRATOR),
        person(city.other_county, Role.SECURITY_ADMINISTRATOR, below=True),
    ):
        with pytest.raises(OutOfReach):
            round_of(city.county, stranger)


# Deciding


def test_accounts_are_confirmed_reduced_and_disabled_and_the_round_closed(city: City, reviewer: User) -> None:
    kept, reduced, gone = (person(city.county, Role.HANDLER, Role.REVIEWER) for _ in range(3))
    review = round_of(city.county, reviewer)
    confirm_account(row(review, kept), by=reviewer)
    handler = reduced.appointments.get(role=Role.HANDLER)
    take_roles(row(review, reduced), appointments=[handler.pk], by=reviewer)
    with pytest.raises(Refused):
        close_review(review, by=reviewer)
    assert progress_of(review) == Progress(3, 1, 1, 0)
    assert progress_of(review).percent == 66
    disable_reviewed(row(review, gone), because="离职", by=reviewer)
    close_review(review, by=reviewer)

    kept.refresh_from_db()
    gone.refresh_from_db()
    assert kept.confirmed_at is not None
    assert [one.role for one in reduced.appointments.filter(ended_at=None)] == [Role.REVIEWER]
    assert not gone.is_active
    verbs = list(Event.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["review.open", "people.confirm", "people.end", "people.disable", "review.close"]
    assert Event.objects.get(verb="review.close").after == {
        "waiting": 0,
        "confirmed": 1,
        "reduced": 1,
        "disabled": 1,
    }
    with pytest.raises(Refused):
        confirm_account(row(review, kept), by=reviewer)


def test_all_roles_that_are_taken_are_those_of_the_round(city: City, reviewer: User) -> None:
    user = person(city.county, Role.HANDLER)
    outside = Appointment.objects.create(user=user, role=Role.SUPERVISOR, organ=city.other_county)
    take_roles(row(round_of(city.county, reviewer), user), appointments=None, by=reviewer)
    assert list(user.appointments.filter(ended_at=None)) == [outside]


def test_a_role_of_somebody_else_is_not_taken_by_its_key(city: City, reviewer: User) -> None:
    user, other = person(city.county, Role.HANDLER), person(city.county, Role.HANDLER)
    review = round_of(city.county, reviewer)
    with pytest.raises(Refused, match="没有角色可收回"):
        take_roles(row(review, user), appointments=[other.appointments.get().pk], by=reviewer)
    assert other.appointments.get().ended_at is None
    assert row(review, user).decision == Decision.WAITING


def test_a_visitor_is_confirmed_for_the_round_and_not_for_their_own_organ(city: City) -> None:
    by = person(city.county, Role.SECURITY_ADMINISTRATOR, below=True)
    visitor = person(city.bureau)
    Appointment.objects.create(user=visitor, role=Role.SUPERVISOR, organ=city.county)
    review = round_of(city.county, by)
    confirm_account(row(review, visitor), by=by)
    visitor.refresh_from_db()
    assert (row(review, visitor).decision, visitor.confirmed_at) == (Decision.CONFIRMED, None)


def test_who_had_a_role_here_once_is_no_longer_in_a_round(city: City, reviewer: User) -> None:
    person(city.county, Role.HANDLER)
    visitor = person(city.bureau)
    yesterday = timezone.localdate() - DAY
    Appointment.objects.create(user=visitor, role=Role.SUPERVISOR, organ=city.county, valid_to=yesterday)
    assert not round_of(city.county, reviewer).accounts.filter(user=visitor).exists()


DECISIONS = [
    lambda one, by: confirm_account(one, by=by),
    lambda one, by: take_roles(one, appointments=None, by=by),
    lambda one, by: disable_reviewed(one, because="离职", by=by),
]


@pytest.mark.parametrize("decide", DECISIONS, ids=["confirm", "reduce", "disable"])
def test_no_role_decides_on_itself(city: City, reviewer: User, decide: Callable[..., object]) -> None:
    colleague = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    auditor = person(city.city, Role.AUDIT_ADMINISTRATOR, below=True)
    review = round_of(city.city, reviewer)
    for account, by, says in (
        (reviewer, reviewer, "由审计管理员决定"),
        (colleague, reviewer, "由审计管理员决定"),
        (auditor, auditor, "由安全管理员决定"),
    ):
        with pytest.raises(Refused, match=says):
            decide(row(review, account), by)
    assert set(review.accounts.values_list("decision", flat=True)) == {Decision.WAITING}
    decide(row(review, colleague), auditor)
    decide(row(review, auditor), reviewer)
    assert review.accounts.filter(decision=Decision.WAITING).count() == 1


def test_three_administrators_come_to_the_end_of_a_round(city: City) -> None:
    system, security, audit = (added.user for added in create_administrators(organ=city.city))
    review = round_of(city.city, security)
    assert list(deciders_of_reviewers(city.city)) == [audit]
    for account in (system, audit):
        confirm_account(row(review, account), by=security)
    with pytest.raises(Refused, match="还有 1 个账号没有复核，其中 1 个是安全管理员的账号"):
        close_review(review, by=security)
    with pytest.raises(OutOfReach):
        close_review(review, by=audit)
    confirm_account(row(review, security), by=audit)
    close_review(review, by=security)
    assert progress_of(review) == Progress(3, 3, 0, 0)


def test_the_last_security_administrator_keeps_their_role_in_a_round(city: City, reviewer: User) -> None:
    auditor = person(city.city, Role.AUDIT_ADMINISTRATOR, below=True)
    review = round_of(city.city, reviewer)
    with pytest.raises(Refused, match="最后一名安全管理员"):
        take_roles(row(review, reviewer), appointments=None, by=auditor)
    assert row(review, reviewer).decision == Decision.WAITING


def test_what_is_refused_leaves_the_account_undecided(city: City, reviewer: User) -> None:
    user, countys = person(city.county), person(city.county, Role.SECURITY_ADMINISTRATOR, below=True)
    Appointment.objects.create(user=user, role=Role.SUPERVISOR, organ=city.foreign)
    review = round_of(city.county, reviewer)
    with pytest.raises(OutOfReach):
        disable_reviewed(row(review, user), because="离职", by=countys)
    assert row(review, user).decision == Decision.WAITING


def test_an_account_that_was_disabled_meanwhile_keeps_no_round_open(city: City, reviewer: User) -> None:
    user = person(city.county)
    review = round_of(city.county, reviewer)
    disable_person(user, because="离职", by=reviewer)
    close_review(review, by=reviewer)
    assert row(review, user).decision == Decision.DISABLED


def test_a_year_is_counted_by_the_calendar_of_china(city: City, reviewer: User) -> None:
    users = [person(city.county, Role.HANDLER) for _ in range(3)]
    review = round_of(city.county, reviewer)
    for user, decide in zip(users, (confirm_account, confirm_account, None), strict=True):
        if decide:
            decide(row(review, user), by=reviewer)
    take_roles(row(review, users[2]), appointments=None, by=reviewer)
    close_review(review, by=reviewer)
    year = timezone.localdate().year
    counts = year_of(city.city, year)
    assert (counts.rounds, counts.checked, counts.confirmed, counts.reduced) == (1, 3, 2, 1)
    assert (counts.ended, counts.disabled) == (1, 0)
    last = dt.datetime(year - 1, 12, 31, 15, 59, 59, tzinfo=dt.UTC)
    AccessReview.objects.update(closed_at=last)
    assert [year_of(city.city, one).confirmed for one in (year - 1, year)] == [2, 0]
    AccessReview.objects.update(closed_at=last + dt.timedelta(seconds=1))
    assert [year_of(city.city, one).confirmed for one in (year - 1, year)] == [0, 2]
    assert year_of(city.other_county, year).checked == 0


def test_a_round_that_runs_is_told_apart_and_not_counted(city: City, reviewer: User) -> None:
    user = person(city.county, Role.HANDLER)
    review = round_of(city.county, reviewer)
    confirm_account(row(review, user), by=reviewer)
    year = timezone.localdate().year
    counts = year_of(city.city, year)
    assert (counts.rounds, counts.running, counts.checked, counts.confirmed) == (0, 1, 0, 0)
    close_review(review, by=reviewer)
    counts = year_of(city.city, year)
    assert (counts.rounds, counts.running, counts.checked, counts.confirmed) == (1, 0, 1, 1)


def test_an_account_that_was_disabled_twice_is_one_account(city: City, reviewer: User) -> None:
    keeper, user = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True), person(city.county)
    for _ in range(2):
        disable_person(user, because="离职", by=reviewer)
        enable_person(user, by=keeper)
    assert year_of(city.city, timezone.localdate().year).disabled == 1


# Accounts that nobody uses


class Running:
    """A run of a job that only listens."""

    job = 0

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def progress(self, done: int, total: int, says: str = "") -> None:  # noqa: ARG002  # a Run's
        self.told.append((done, total))

    def finish(self, result: object = None) -> None:
        """Nothing."""


@pytest.fixture
def days(settings, time_machine):
    """Accounts are disabled after 90 days without use, with a warning 7 days before; moves the clock."""
    settings.GONGKAI_UNUSED_DAYS, settings.GONGKAI_UNUSED_WARNING_DAYS = 90, 7
    start = dt.datetime(2026, 3, 2, 19, 20, tzinfo=dt.UTC)
    time_machine.move_to(start)
    return lambda count: time_machine.move_to(start + count * DAY)


def run() -> dict[str, int]:
    return disable_unused_accounts(Running())


def active(user: User) -> bool:
    return User.objects.get(pk=user.pk).is_active


def test_the_job_is_registered_and_runs_every_night() -> None:
    assert KINDS["accounts.disable_unused"].function is disable_unused_accounts
    assert "accounts.disable_unused" in PLANS


def test_an_unused_account_is_warned_once_and_disabled_a_week_later(city: City, days) -> None:
    user = person(city.county, Role.HANDLER)
    days(83)
    assert run() == {"warned": 0, "disabled": 0, "kept": 0}
    days(84)
    assert run() == {"warned": 1, "disabled": 0, "kept": 0}
    assert run() == {"warned": 0, "disabled": 0, "kept": 0}
    notice = Notice.objects.get()
    assert notice.to == user
    assert "2026-06-02" in notice.sending.subject
    days(90)
    assert run()["disabled"] == 0
    days(91)
    assert run() == {"warned": 0, "disabled": 1, "kept": 0}
    assert not active(user)
    event = Event.objects.get(verb="people.disable_unused")
    assert (event.actor, event.subject_id) == (None, str(user.pk))


def test_nobody_is_disabled_unwarned_however_long_the_job_did_not_run(city: City, days) -> None:
    user = person(city.county)
    days(400)
    assert run() == {"warned": 1, "disabled": 0, "kept": 0}
    days(406)
    assert run()["disabled"] == 0
    days(407)
    assert run()["disabled"] == 1
    assert not active(user)


@pytest.mark.parametrize("field", ["last_login", "confirmed_at"])
def test_who_signs_in_or_is_confirmed_begins_anew(city: City, days, field: str) -> None:
    user = person(city.county)
    days(85)
    run()
    User.objects.filter(pk=user.pk).update(**{field: timezone.now() + dt.timedelta(hours=1)})
    days(100)
    assert run() == {"warned": 0, "disabled": 0, "kept": 0}
    days(85 + 84)
    assert run()["warned"] == 1


def test_the_last_security_administrator_is_never_disabled_by_the_clock(city: City, days) -> None:
    last = person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    days(84)
    run()
    days(95)
    assert run() == {"warned": 0, "disabled": 0, "kept": 1}
    assert active(last)


def test_nothing_is_disabled_where_the_setting_is_nought(city: City, days, settings) -> None:
    settings.GONGKAI_UNUSED_DAYS = 0
    person(city.county)
    days(4000)
    assert run() == {"warned": 0, "disabled": 0, "kept": 0}


def test_the_job_tells_how_far_it_is(city: City, days) -> None:
    for _ in range(3):
        person(city.county)
    days(84)
    running = Running()
    disable_unused_accounts(running)
    assert running.told == [(1, 3), (2, 3), (3, 3)]
