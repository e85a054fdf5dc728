"""Lists of people on the pages: template, preview, import in the background, who came of it, their passwords."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from gongkai_office.accounts.actions import importing
from gongkai_office.accounts.actions.people import change_person
from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.administration.people.background import import_list
from gongkai_office.audit.models import Event
from gongkai_office.files.actions import withdraw
from gongkai_office.files.models import StoredFile
from gongkai_office.jobs import holding
from gongkai_office.jobs.child import Ending, call
from gongkai_office.jobs.errors import HoldLost
from gongkai_office.jobs.inline import InlineRun, run_waiting
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import KINDS
from gongkai_office.jobs.words import State
from tests.office.browsing import as_, at, text_of
from tests.office.city import City, person

HEAD = ("账号 *", "姓名（必填）", "单位", "手机", "有效期至")
BUREAU = "萤台县民政局"


@pytest.fixture
def keeper(city: City) -> User:
    """The city's system administrator."""
    return person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)


def sheet(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    """Return a list as a workbook."""
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return SimpleUploadedFile("人员.xlsx", file.getvalue())


def listed(count: int, organ: str = BUREAU) -> SimpleUploadedFile:
    """Return a list of so many people as a text."""
    lines = (f"new-{one}-x,测{one},{organ},," for one in range(1, count + 1))
    return SimpleUploadedFile("人员.csv", "\n".join([",".join(HEAD), *lines]).encode())


def uploaded(user: User, file: SimpleUploadedFile) -> Any:
    """Upload a list, and return the page that it leads to."""
    return as_(user).post(at("import_people"), {"file": file}, follow=True)


def confirmed(user: User, shown: Any) -> Any:
    """Confirm what a page shows."""
    return as_(user).post(shown.request["PATH_INFO"], {"digest": shown.context["plan"].digest})


def added() -> list[str]:
    """Return the usernames of the imported people, by their events."""
    keys = Event.objects.filter(verb="people.add").values_list("subject_id", flat=True)
    return sorted(User.objects.get(pk=key).username for key in keys)


def test_every_bad_line_is_listed_and_nothing_is_written(city: City, keeper: User) -> None:
    file = sheet(
        HEAD,
        ("mz-yi", "测一", BUREAU, 13800000001, dt.datetime.fromisoformat("2099-01-02")),
        (None, None, None, None, None),
        ("mz-er", "", "没有这个局", "1", "去年"),
        (keeper.username, "测三", BUREAU, "", ""),
        ("MZ-YI", "测四", "鹭汀市人民政府", "", ""),
    )
    shown = uploaded(keeper, file)
    assert [line.number for line in shown.context["plan"].bad] == [2, 4, 5, 6]
    page = text_of(shown)
    for sentence in ("没有找到机关", "请填写姓名", "看不懂", "已有人使用", "不止一次", "4 行有问题"):
        assert sentence in page
    assert "确认之前" not in page
    confirmed(keeper, shown)
    assert not Job.objects.exists()


def test_a_list_is_shown_confirmed_written_in_the_background_and_told_about(city: City, keeper: User) -> None:
    shown = uploaded(keeper, sheet(HEAD, ("mz-yi", "测一", BUREAU, 13800000001, ""), ("mz-er", "", BUREAU, "", "")))
    assert "新增这 1 人" in text_of(shown)
    address = confirmed(keeper, shown)["Location"]
    assert not User.objects.filter(username="mz-yi").exists()
    waiting = text_of(as_(keeper).get(address))
    assert "正在排队" in waiting
    assert "新增这" not in waiting
    [job] = run_waiting()
    assert job.result == "已新增 1 人，账号还没有口令，请在导入结果里勾选人员发放一次性口令。"
    one = User.objects.get(username="mz-yi")
    assert (one.organ, one.phone, one.has_usable_password()) == (city.county_bureau, "13800000001", False)
    event = Event.objects.get(verb="people.add")
    assert (event.actor, event.after["file"]) == (keeper.pk, StoredFile.objects.get().pk)
    done = as_(keeper).get(address)
    assert "已新增 1 人" in text_of(done)
    assert [line.number for line in done.context["plan"].bad] == [3]
    assert list(done.context["page"]) == [one]


def test_what_a_job_says_of_people_is_numbers(city: City, keeper: User) -> None:
    confirmed(keeper, uploaded(keeper, sheet(HEAD, ("mz-yi", "测一", BUREAU, 13800000001, ""))))
    run_waiting()
    file = StoredFile.objects.get().pk
    job = Job.objects.get()
    assert (job.arguments, job.key) == ({"file": file, "lines": [2]}, f"people.import:{file}")
    assert "mz-yi" not in repr(Job.objects.values().get())


def test_passwords_are_given_out_from_the_page_of_who_came(city: City, keeper: User) -> None:
    shown = uploaded(keeper, listed(60))
    confirmed(keeper, shown)
    run_waiting()
    page = as_(keeper).get(shown.request["PATH_INFO"], {"page": 2})
    people = list(page.context["page"])
    assert len(people) == 10
    assert text_of(page).count("还没有</span>") == 10
    marked = {"person": [one.pk for one in people]}
    given = as_(keeper).post(at("give_passwords"), marked, follow=True).context["given"]
    assert all(User.objects.get(pk=one.pk).check_password(password) for one, password in given)
    assert len(given) == 10
    assert "还没有</span>" not in text_of(as_(keeper).get(shown.request["PATH_INFO"], {"page": 2}))
    plain = repr([*Job.objects.values(), *Event.objects.values(), *StoredFile.objects.values()])
    assert not [password for _, password in given if password in plain]


def test_an_import_that_stood_still_leaves_the_rest_to_who_has_it_now(
    city: City, keeper: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    confirmed(keeper, uploaded(keeper, listed(5)))
    late = holding.take_up("slow")
    assert late is not None
    taken: list[Job | None] = []

    def stand_still(done: int, _total: int, _says: str) -> None:
        if done == 2:
            Job.objects.update(held_until=timezone.now() - dt.timedelta(seconds=1))
            taken.append(holding.take_up("quick"))

    slow = InlineRun(late)
    monkeypatch.setattr(slow, "progress", stand_still)
    with pytest.raises(HoldLost):
        import_list(slow, **late.arguments)
    assert added() == ["new-1-x", "new-2-x"]
    # What somebody does to an account meanwhile makes it no other line's.
    change_person(User.objects.get(username="new-1-x"), name="改名", phone="", email="", by=keeper)
    [new] = taken
    assert new is not None
    assert call(KINDS[new.name], new, InlineRun(new)) == Ending()
    job = Job.objects.get()
    assert (job.state, job.done, job.total) == (State.DONE, 5, 5)
    assert str(job.result).startswith("已新增 5 人")
    assert added() == [f"new-{one}-x" for one in range(1, 6)]


def test_a_line_that_became_wrong_after_it_was_confirmed_is_left_out_and_told(city: City, keeper: User) -> None:
    shown = uploaded(keeper, listed(3))
    confirmed(keeper, shown)
    person(city.county, username="new-2-x")
    [job] = run_waiting()
    assert "已新增 2 人" in job.result
    assert "有 1 行在确认之后有了变化" in job.result
    assert added() == ["new-1-x", "new-3-x"]
    assert [line.number for line in as_(keeper).get(shown.request["PATH_INFO"]).context["plan"].bad] == [3]


def test_who_may_no_longer_add_people_adds_none(city: City, keeper: User) -> None:
    confirmed(keeper, uploaded(keeper, listed(2)))
    keeper.appointments.update(ended_at=timezone.now())
    [job] = run_waiting()
    assert "已新增 0 人" in job.result
    assert added() == []


def test_a_preview_that_is_no_longer_true_is_shown_again(city: City, keeper: User) -> None:
    shown = uploaded(keeper, listed(2))
    person(city.county, username="new-2-x")
    again = confirmed(keeper, shown)
    assert "请重新核对" in text_of(again)
    assert not Job.objects.exists()
    confirmed(keeper, again)
    assert Job.objects.get().arguments["lines"] == [2]


def test_a_list_that_was_written_cannot_be_written_again(city: City, keeper: User) -> None:
    shown = uploaded(keeper, listed(2))
    confirmed(keeper, shown)
    confirmed(keeper, shown)
    run_waiting()
    confirmed(keeper, shown)
    assert Job.objects.count() == 1
    assert added() == ["new-1-x", "new-2-x"]


def test_a_list_that_was_taken_back_fails_with_a_sentence(city: City, keeper: User) -> None:
    confirmed(keeper, uploaded(keeper, listed(1)))
    withdraw(StoredFile.objects.get(), by=keeper, reason="误传")
    [job] = run_waiting()
    assert (job.state, job.fault) == (State.FAILED, "refused")
    assert "人员.csv" in job.error
    assert added() == []


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"PK\x03\x04broken"])
def test_a_file_of_another_kind_is_refused_at_the_field(city: City, keeper: User, data: bytes) -> None:
    assert "invalid-feedback" in text_of(uploaded(keeper, SimpleUploadedFile("people.csv", data)))
    assert StoredFile.objects.get().state == "refused"


@pytest.mark.parametrize(("said", "why"), [("姓名\n测一", "缺少这些列"), ("账号,姓名,机关", "没有人员")])
def test_a_file_that_is_no_list_is_told_about(city: City, keeper: User, said: str, why: str) -> None:
    shown = uploaded(keeper, SimpleUploadedFile("people.csv", said.encode()))
    page = text_of(shown)
    assert "文件读不出来" in page
    assert why in page
    assert as_(keeper).post(shown.request["PATH_INFO"], {"digest": ""}).status_code == 200
    assert not Job.objects.exists()


def test_nobody_else_sees_a_list_not_even_among_the_files(city: City, keeper: User) -> None:
    file = uploaded(keeper, listed(1)).context["file"]
    other = person(city.city, Role.SYSTEM_ADMINISTRATOR, Role.HANDLER, below=True)
    assert as_(other).get(at("preview_people", file.pk)).status_code == 404
    assert as_(other).get(at("file", file.pk)).status_code == 404
    assert as_(other).get(at("download_file", file.pk)).status_code == 404
    assert file.name not in text_of(as_(other).get(at("files")))
    assert file.name not in text_of(as_(other).get(at("import_people")))
    assert file.name in text_of(as_(keeper).get(at("files")))
    assert at("preview_people", file.pk) in text_of(as_(keeper).get(at("import_people")))
    assert "人员名单导入" not in text_of(as_(keeper).get(at("upload_file")))


def test_who_looks_after_a_county_adds_people_there_alone(city: City) -> None:
    by = person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True)
    shown = uploaded(by, listed(1, organ="砚萤县民政局"))
    assert "不在您的管理范围内" in text_of(shown)
    assert (shown.context["file"].organ, shown.context["plan"].good) == (city.county.pk, [])


def test_the_template_is_read_back(city: City, keeper: User) -> None:
    data = as_(keeper).get(at("people_template")).content
    shown = uploaded(keeper, SimpleUploadedFile("people.xlsx", data))
    assert [line.username for line in shown.context["plan"].lines] == ["mz-wang"]
