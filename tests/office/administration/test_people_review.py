"""Pages of the access review."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from gongkai_office.accounts.actions.people import disable_person
from gongkai_office.accounts.actions.reviews import open_review
from gongkai_office.accounts.models import AccessReview, Appointment, User
from gongkai_office.accounts.review import year_of
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from tests.office.browsing import as_, at, text_of
from tests.office.city import City, person


@pytest.fixture
def people(city: City) -> list[User]:
    """Three handlers of the county."""
    return [person(city.county, Role.HANDLER, Role.REVIEWER) for _ in range(3)]


@pytest.fixture
def review(city: City, granter: User, people: list[User]) -> AccessReview:
    """A round over the county."""
    return open_review(organ=city.county, due_on=timezone.localdate() + dt.timedelta(days=9), by=granter)


def test_a_round_is_begun_and_listed(city: City, granter: User, people: list[User]) -> None:
    client = as_(granter)
    text_of(client.get(at("begin_review")))
    form = {"organ": city.county.pk, "due_on": "2020-01-01", "unused_days": 90}
    assert "完成期限" in text_of(client.post(at("begin_review"), form))
    form["due_on"] = str(timezone.localdate())
    assert client.post(at("begin_review"), form).status_code == 302
    review = AccessReview.objects.get()
    page = text_of(client.get(at("access_reviews")))
    assert at("access_review", review.pk) in page


def test_marked_accounts_are_confirmed_at_once(granter: User, people: list[User], review: AccessReview) -> None:
    client = as_(granter)
    marked = [one.pk for one in review.accounts.all()[:2]]
    answer = client.post(
        at("decide_accounts", review.pk), {"account": marked, "decision": "confirm", "query": "q=1"}
    )
    assert answer.headers["Location"] == at("access_review", review.pk) + "?q=1"
    assert sorted(review.accounts.values_list("decision", flat=True)) == ["confirmed", "confirmed", "waiting"]


@pytest.mark.parametrize("decision", ["reduce", "disable"])
def test_what_cannot_be_undone_is_asked_for_twice(
    granter: User, people: list[User], review: AccessReview, decision: str
) -> None:
    client, one = as_(granter), review.accounts.get(user=people[0])
    form = {"account": [one.pk], "decision": decision}
    page = text_of(client.post(at("decide_accounts", review.pk), form))
    assert people[0].name in page
    assert people[1].name not in page
    assert Appointment.objects.filter(user=people[0], ended_at=None).count() == 2
    form |= {"sure": "1", "because": "离职"}
    assert client.post(at("decide_accounts", review.pk), form).status_code == 302
    person_now = User.objects.get(pk=people[0].pk)
    assert person_now.is_active == (decision == "reduce")
    left = Appointment.objects.filter(user=people[0], ended_at=None).count()
    assert left == (0 if decision == "reduce" else 2)


def test_nothing_marked_and_refusals_are_told(granter: User, review: AccessReview, city: City) -> None:
    client = as_(granter)
    page = text_of(client.post(at("decide_accounts", review.pk), {"decision": "confirm"}, follow=True))
    assert "请先勾选" in page
    own = open_review(organ=city.city, due_on=timezone.localdate(), by=granter)
    mine = own.accounts.get(user=granter)
    form = {"account": [mine.pk], "decision": "confirm"}
    page = text_of(client.post(at("decide_accounts", own.pk), form, follow=True))
    assert "由审计管理员决定" in page


def test_one_account_is_decided_role_by_role(granter: User, people: list[User], review: AccessReview) -> None:
    client, one = as_(granter), review.accounts.get(user=people[0])
    text_of(client.get(at("review_account", one.pk)))
    role = people[0].appointments.get(role=Role.HANDLER)
    assert client.post(at("review_account", one.pk), {"role": [role.pk]}).status_code == 302
    assert [each.role for each in people[0].appointments.filter(ended_at=None)] == [Role.REVIEWER]
    other = review.accounts.get(user=people[1])
    client.post(at("review_account", other.pk))
    other.refresh_from_db()
    assert other.decision == "confirmed"


def test_a_round_is_closed_when_everything_is_decided(granter: User, review: AccessReview) -> None:
    client = as_(granter)
    assert "还有 3 个账号没有复核" in text_of(client.get(at("close_review", review.pk)))
    page = text_of(client.post(at("close_review", review.pk), follow=True))
    assert "还有 3 个账号没有复核" in page
    everyone = [one.pk for one in review.accounts.all()]
    client.post(at("decide_accounts", review.pk), {"account": everyone, "decision": "confirm"})
    client.post(at("close_review", review.pk))
    review.refresh_from_db()
    assert review.closed_by == granter
    page = text_of(client.get(at("access_review", review.pk)))
    assert 'name="account"' not in page


def test_the_result_is_given_out_as_it_was(granter: User, people: list[User], review: AccessReview) -> None:
    people[0].appointments.update(ended_at=timezone.now())
    answer = as_(granter).get(at("export_review", review.pk))
    book = load_workbook(io.BytesIO(answer.content))
    summary, accounts = book.worksheets
    assert dict(summary.iter_rows(values_only=True))["账号总数"] == 3
    rows = list(accounts.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 6
    assert "承办人（萤台县人民政府）" in {row[3] for row in rows if row[0] == people[0].username}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("decision=waiting", 3),
        ("decision=confirmed", 0),
        ("flag=never_used", 3),
        ("flag=expired", 0),
        ("flag=x&decision=y", 3),
    ],
)
def test_a_round_is_narrowed(granter: User, review: AccessReview, query: str, count: int) -> None:
    answer = as_(granter).get(f"{at('access_review', review.pk)}?{query}")
    assert answer.context["page"].paginator.count == count


def test_supervisors_look_and_do_not_decide(city: City, review: AccessReview) -> None:
    client = as_(person(city.city, Role.SUPERVISOR, below=True))
    page = text_of(client.get(at("access_review", review.pk)))
    assert 'name="account"' not in page
    one = review.accounts.first()
    assert client.post(at("decide_accounts", review.pk), {"account": [one.pk]}).status_code == 403
    assert client.get(at("review_account", one.pk)).status_code == 403
    assert client.get(at("close_review", review.pk)).status_code == 403
    assert client.get(at("export_review", review.pk)).status_code == 200


def test_a_round_beyond_reach_does_not_exist(city: City, review: AccessReview) -> None:
    for organ in (city.other_county, city.foreign):
        client = as_(person(organ, Role.SECURITY_ADMINISTRATOR, below=True))
        assert client.get(at("access_review", review.pk)).status_code == 404
        assert client.post(at("decide_accounts", review.pk)).status_code == 404
        assert client.get(at("review_account", review.accounts.first().pk)).status_code == 404
        assert not client.get(at("access_reviews")).context["page"].object_list


def test_who_reaches_the_organ_only_is_refused_what_is_below(city: City, review: AccessReview) -> None:
    client = as_(person(city.county, Role.SUPERVISOR))
    assert client.get(at("access_review", review.pk)).status_code == 403
    assert not client.get(at("access_reviews")).context["page"].object_list
    assert not client.get(at("access_reviews")).context["page"].object_list


def test_a_year_is_stated_for_the_report(city: City, granter: User, review: AccessReview) -> None:
    page = text_of(as_(granter).get(at("access_statement", city.county.pk), {"year": 2025}))
    assert "2025 年账号及权限动态管理情况" in page
    assert text_of(as_(granter).get(at("access_statement", city.county.pk), {"year": "x"}))


def test_a_round_asks_the_database_as_often_for_many_as_for_few(city: City, granter: User, people) -> None:
    client = as_(granter)
    person(city.county, Role.SECURITY_ADMINISTRATOR)
    small = open_review(organ=city.county, due_on=timezone.localdate(), by=granter)
    client.get(at("access_review", small.pk))
    with CaptureQueriesContext(connection) as few:
        client.get(at("access_review", small.pk))
    for _ in range(40):
        person(city.other_county, Role.HANDLER)
    large = open_review(organ=city.city, due_on=timezone.localdate(), by=granter)
    with CaptureQueriesContext(connection) as many:
        text_of(client.get(at("access_review", large.pk)))
    assert len(many) <= len(few) <= 15


def test_who_decides_what_is_told_and_offered(city: City, granter: User) -> None:
    auditor = person(city.city, Role.AUDIT_ADMINISTRATOR, below=True)
    form = {"organ": city.city.pk, "due_on": timezone.localdate(), "unused_days": 90}
    assert "安全管理员的账号由审计管理员决定" in text_of(as_(granter).get(at("begin_review")))
    page = text_of(as_(granter).post(at("begin_review"), form, follow=True))
    assert f"安全管理员的账号（1 个）由审计管理员（{auditor.name}）决定" in page
    review = AccessReview.objects.get()
    accounts = {one.user: one for one in review.accounts.all()}
    for who, other in ((granter, auditor), (auditor, granter)):
        page = text_of(as_(who).get(at("access_review", review.pk)))
        assert f'name="account" value="{accounts[other].pk}"' in page
        assert f'name="account" value="{accounts[who].pk}"' not in page
        form = {"account": accounts[other].pk, "decision": "confirm"}
        as_(who).post(at("decide_accounts", review.pk), form)
    assert as_(auditor).get(at("close_review", review.pk)).status_code == 403
    as_(granter).post(at("close_review", review.pk))
    review.refresh_from_db()
    assert review.closed_by == granter


def test_that_nobody_can_decide_is_told_at_the_start(city: City, granter: User) -> None:
    review = open_review(organ=city.city, due_on=timezone.localdate(), by=granter)
    assert "请先授予，否则不能办结" in text_of(as_(granter).get(at("access_review", review.pk)))


def test_the_statement_begins_with_the_organ_of_the_role(city: City) -> None:
    who = person(city.bureau)
    for organ in (city.other_county, city.county):
        Appointment.objects.create(user=who, role=Role.SECURITY_ADMINISTRATOR, organ=organ, below=True)
    client = as_(who)
    assert at("access_statement", city.county.pk) in text_of(client.get(at("access_reviews")))
    page = text_of(client.get(at("access_statement", city.county.pk)))
    assert f"{at('access_statement', city.other_county.pk)}?year=" in page
    assert f"{at('access_statement', city.county.pk)}?year=" not in page
    assert client.get(at("access_statement", city.bureau.pk)).status_code == 404


def test_that_a_round_was_taken_out_is_in_the_log(granter: User, review: AccessReview) -> None:
    as_(granter).get(at("export_review", review.pk))
    event = Event.objects.get(verb="review.export")
    assert (event.actor, event.subject_id, event.after) == (granter.pk, str(review.pk), {"accounts": 3})


def test_a_statement_counts_nothing_that_its_reader_may_not_see(city: City, granter: User) -> None:
    for place in (city.county, city.county_bureau):
        disable_person(person(place), because="调离", by=granter)
    year = timezone.localdate().year
    assert year_of(city.county, year).disabled == 2
    assert year_of(city.county, year, below=False).disabled == 1
    for below, count in ((True, 2), (False, 1)):
        client = as_(person(city.county, Role.UNIT_HEAD, below=below))
        answer = client.get(at("access_statement", city.county.pk))
        assert answer.context["counts"].disabled == count
