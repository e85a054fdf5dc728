"""Lists of organs on the pages: template, preview, import in the background, export."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai_office.accounts.words import Role
from gongkai_office.administration.organs.background import import_list
from gongkai_office.audit.models import Event
from gongkai_office.jobs import holding
from gongkai_office.jobs.child import Ending, call
from gongkai_office.jobs.errors import HoldLost, Refused
from gongkai_office.jobs.inline import InlineRun
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.registry import KINDS
from gongkai_office.jobs.words import State
from gongkai_office.organs import actions
from gongkai_office.organs.actions import imports
from gongkai_office.organs.models import Organ
from tests.office.city import City, person

MARCH = dt.date(2024, 3, 1)
HEAD = "机关名称,上级机关,机关类别,层级"
LINE = "萤台县水利局,萤台县人民政府,政府工作部门,县级"


class Running:
    """A run of a job that remembers what it was told."""

    def __init__(self, job: Job) -> None:
        self.job = job.pk
        self.told: list[str] = []

    def progress(self, done: int, total: int, says: str = "") -> None:
        self.told.append(f"{done}/{total} {says}")

    def hold_fast(self) -> None:
        """Nobody else is there."""

    def finish(self, result: Any = None) -> None:
        """Nothing is to be finished."""


def upload(client: Client, *lines: str, existing: str = "update", encoding: str = "gb18030") -> Any:
    file = SimpleUploadedFile("名录.csv", "\r\n".join(lines).encode(encoding), "text/csv")
    return client.post(reverse("administration:import_organs"), {"file": file, "existing": existing}, follow=True)


def confirm(client: Client, shown: Any) -> Any:
    return client.post(
        shown.request["PATH_INFO"] + "?" + shown.request["QUERY_STRING"], {"digest": shown.context["plan"].digest}
    )


def run(job: Job) -> tuple[str, Running]:
    running = Running(job)
    return import_list(running, **job.arguments), running


def test_an_import_that_stood_still_leaves_the_rest_to_who_has_it_now(
    city: City, admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "BATCH", 2)
    lines = [f"萤台县第{number}局,萤台县人民政府,政府工作部门,县级" for number in range(1, 6)]
    confirm(admin, upload(admin, HEAD, *lines))
    late = holding.take_up("slow")
    assert late is not None

    def stand_still(done: int, _total: int, _says: str) -> None:
        if done == 2:
            Job.objects.update(held_until=timezone.now() - dt.timedelta(seconds=1))
            taken.append(holding.take_up("quick"))

    taken: list[Job | None] = []
    slow = InlineRun(late)
    monkeypatch.setattr(slow, "progress", stand_still)
    with pytest.raises(HoldLost):
        import_list(slow, **late.arguments)
    assert Organ.objects.filter(name__startswith="萤台县第").count() == 2
    [new] = taken
    assert new is not None
    assert call(KINDS[new.name], new, InlineRun(new)) == Ending()
    assert Job.objects.get().state == State.DONE
    assert sorted(Organ.objects.filter(name__startswith="萤台县第").values_list("name", flat=True)) == [
        line.partition(",")[0] for line in lines
    ]
    assert Event.objects.filter(verb="organs.add").count() == 5


def test_a_list_is_previewed_confirmed_and_written_in_the_background(city: City, admin: Client) -> None:
    shown = upload(admin, HEAD, LINE)
    assert "确认导入：新增 1 个，改动 0 个" in shown.content.decode()
    assert not Organ.objects.filter(name="萤台县水利局").exists()
    assert confirm(admin, shown).status_code == 302
    job = Job.objects.get()
    result, running = run(job)
    assert result == "新增1个机关，改动0个。"
    assert running.told[-1].startswith("1/1 ")
    assert Event.objects.get(verb="organs.add").actor == job.by_id
    assert run(job)[0] == "新增0个机关，改动0个。"


def test_every_bad_line_is_listed_and_nothing_can_be_confirmed(city: City, admin: Client) -> None:
    shown = upload(
        admin, HEAD, "萤台县水利局,没有的政府,政府工作部门,县级", "萤台县林业局,萤台县人民政府,政府部门,县级"
    )
    page = shown.content.decode()
    assert "有 2 行需要改正" in page
    assert "没有找到“没有的政府”" in page
    assert "确认导入" not in page
    confirm(admin, shown)
    assert not Job.objects.exists()
    address = reverse("administration:organs_problems", args=[shown.context["file"].pk])
    assert "没有的政府" in admin.get(address).content.decode("utf-8-sig")


def test_a_preview_that_is_no_longer_true_is_shown_again(city: City, admin: Client) -> None:
    shown = upload(admin, HEAD, LINE, "萤台县林业局,萤台县人民政府,政府工作部门,县级")
    actions.add_organ(under=city.county, by=None, name="萤台县水利局", kind="department", level="county")
    again = confirm(admin, shown)
    assert "请重新核对" in again.content.decode()
    assert not Job.objects.exists()


def test_a_number_that_none_can_be_called_by_is_a_bad_line(city: City, admin: Client) -> None:
    shown = upload(admin, "机关名称,上级机关,联系电话,传真号码", "萤台县民政局,萤台县人民政府,abc,000-1")
    page = shown.content.decode()
    for number in ("abc", "000-1"):
        assert f"“{number}”应为手机号码或带区号的电话号码" in page


def test_lines_of_organs_that_are_there_are_skipped_where_that_is_chosen(city: City, admin: Client) -> None:
    lines = (f"{HEAD},联系电话", f"{LINE},000-1234567", "萤台县民政局,萤台县人民政府,政府工作部门,县级,000-7654321")
    confirm(admin, upload(admin, *lines, existing="skip"))
    assert run(Job.objects.get())[0] == "新增1个机关，改动0个。"
    assert Organ.objects.get(pk=city.county_bureau.pk).phone == ""


def test_a_list_that_has_become_wrong_fails_with_a_sentence(city: City, admin: Client) -> None:
    confirm(admin, upload(admin, HEAD, LINE))
    actions.abolish_organ(city.county_bureau, on=MARCH, by=None)
    actions.abolish_organ(city.county, on=MARCH, by=None)
    with pytest.raises(Refused, match="第2行"):
        run(Job.objects.get())


def test_a_file_that_is_no_list_is_told_about(city: City, admin: Client) -> None:
    assert "没有找到列名行" in upload(admin, "甲,乙", "1,2").content.decode()


def test_somebody_else_s_list_does_not_exist(city: City, admin: Client, client: Client) -> None:
    shown = upload(admin, HEAD, LINE)
    other = Client()
    other.force_login(person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True))
    for name in ("preview_organs", "organs_problems"):
        assert other.get(reverse(f"administration:{name}", args=[shown.context["file"].pk])).status_code == 404


def test_who_looks_after_a_county_gives_out_and_takes_in_that_county_alone(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True))
    given = client.get(reverse("administration:export_organs", args=["csv"])).content.decode("utf-8-sig")
    assert "萤台县民政局,萤台县人民政府" in given
    assert "萤泽市" not in given
    assert Event.objects.get(verb="organs.export").after == {"count": 2, "kind": "csv"}
    shown = upload(client, *given.splitlines(), encoding="utf-8")
    assert "文件与系统中的内容一致" in shown.content.decode()
    assert (
        "没有找到“砚萤县人民政府”"
        in upload(client, HEAD, "砚萤县水利局,砚萤县人民政府,政府工作部门,县级").content.decode()
    )


def test_the_template_and_the_workbook_open(city: City, admin: Client) -> None:
    for address in (
        reverse("administration:organs_template"),
        reverse("administration:export_organs", args=["xlsx"]),
    ):
        answer = admin.get(address)
        assert "attachment" in answer["Content-Disposition"]
        openpyxl.load_workbook(io.BytesIO(answer.content))
    assert admin.get(reverse("administration:export_organs", args=["pdf"])).status_code == 404


def test_who_has_an_organ_alone_imports_nothing_below_it(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.SYSTEM_ADMINISTRATOR))
    told = upload(client, HEAD, LINE).context["plan"].problems
    assert ["您的权限只及“萤台县人民政府”本身" in note.reason for note in told] == [True]
