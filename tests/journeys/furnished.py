"""What the demonstration's city does not have yet, so that every page has something to show: run in the site."""

from __future__ import annotations

import datetime as dt
import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai_office.accounts.actions.people import add_person
from gongkai_office.accounts.actions.reviews import open_review
from gongkai_office.accounts.actions.roles import grant_role
from gongkai_office.accounts.models import AccountReset, User
from gongkai_office.accounts.password_actions import change_password
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.config.demo.city import PASSWORD, build
from gongkai_office.files.actions import accept
from gongkai_office.files.errors import FileRefused
from gongkai_office.files.models import StoredFile
from gongkai_office.jobs.models import Job
from gongkai_office.local_law.actions import enter_local_holiday
from gongkai_office.local_law.models import ConventionChoice
from gongkai_office.notices.models import Notice, Sending
from gongkai_office.organs.models import Organ, Reviewer
from tests.office.files.samples import workbook

CITY, COUNTY, OTHER_COUNTY, DISTRICT = "萤泽市人民政府", "萤台县人民政府", "砚萤县人民政府", "璃溪区人民政府"
BUREAU = "萤台县民政局"
# Account, name, organ, role.
PEOPLE = (
    ("shen", "沈应公", OTHER_COUNTY + "办公室", Role.HANDLER),
    ("yan", "颜有据", OTHER_COUNTY + "办公室", Role.LIAISON),
    ("qiu", "邱可复", DISTRICT + "办公室", Role.HANDLER),
    ("lu-rq", "陆如期", "萤泽市教育局", Role.HANDLER),
    ("bai", "白纸明", "萤泽市司法局", Role.LEGAL_REVIEWER),
)
# What a list of organs may have wrong with it.
LIST = (
    "机关名称,机关类别,层级,上级机关,行政区划代码,联系电话\n"
    "萤台县水利局,政府工作部门,县级,萤台县人民政府,639721,0000-5550901\n"
    "萤台县民政局,政府工作部门,县级,萤台县人民政府,639721,0000-5550902\n"
)
# And one of people.
PEOPLE_LIST = "账号,姓名,所在机关,联系电话\njing-nx,景念新,萤台县民政局,0000-5550903\nyu-lt,俞来同,没有的局,12\n"


def furnish() -> dict[str, int]:
    """Build the city, add to it, and return the keys of what pages show."""
    with transaction.atomic():
        build()
        users = {user.username: user for user in User.objects.all()}
        system, security = users["system-admin"], users["security-admin"]
        added = [_person(*row, system=system, security=security) for row in PEOPLE]
        organs = {organ.name: organ for organ in Organ.objects.all()}
        review = open_review(organ=organs[COUNTY], due_on=timezone.localdate() + dt.timedelta(days=30), by=security)
        holiday = LocalHoliday(
            division="639721", source="萤台县人民政府2026年公告", off=(DaysOff("萤火节", dt.date(2026, 7, 3)),)
        )
        entered = enter_local_holiday(holiday=holiday, by=system)
        reset = AccountReset.objects.create(
            user=users["audit-admin"],
            what="password",
            because="忘记口令",
            asked_by=system,
            until=timezone.now() + dt.timedelta(hours=24),
        )
    made = {
        "city": organs[CITY].pk,
        "county": organs[COUNTY].pk,
        "bureau": organs[BUREAU].pk,
        "reviewer": Reviewer.objects.get(organ=organs[BUREAU], role="court").pk,
        "review": review.pk,
        "reviewed": review.accounts.earliest("pk").pk,
        "holiday": entered.pk,
        "security": security.pk,
        "reset": reset.pk,
        "choice": ConventionChoice.objects.earliest("pk").pk,
        "person": added[0].pk,
        "appointment": added[0].appointments.earliest("pk").pk,
        "sending": Sending.objects.latest("pk").pk,
        "notice": Notice.objects.filter(to=users["wen"]).latest("pk").pk,
    }
    return {
        **made,
        **_files(users["wen"], system, organs),
        **_jobs(system, organs[CITY]),
        "event": Event.objects.count(),
    }


def _person(username: str, name: str, organ: str, role: Role, *, system: User, security: User) -> User:
    place = Organ.objects.get(name=organ)
    user = add_person(username=username, name=name, organ=place, by=system).user
    grant_role(user=user, role=role, organ=place, below=False, by=security)
    change_password(user, new=PASSWORD, session_key=None, by=user)
    return user


def _files(clerk: User, system: User, organs: dict[str, Organ]) -> dict[str, int]:
    def hide(book) -> None:
        book.create_sheet("底数").sheet_state = "hidden"

    files = [
        ("2025年办理台账.xlsx", workbook(change=hide), clerk, COUNTY, "files.general"),
        ("机关名录.csv", LIST.encode(), system, CITY, "organs.list"),
        ("新进人员.csv", PEOPLE_LIST.encode(), system, CITY, "people.list"),
    ]
    table, organs_list, people_list = (
        accept(SimpleUploadedFile(name, data), by=by, organ=organs[organ].pk, purpose=purpose)
        for name, data, by, organ, purpose in files
    )
    try:
        accept(
            SimpleUploadedFile("照片.xlsx", b"\x89PNG"), by=clerk, organ=organs[COUNTY].pk, purpose="files.general"
        )
    except FileRefused:
        refused = StoredFile.objects.get(state="refused")
    return {"file": table.pk, "list": organs_list.pk, "people": people_list.pk, "refused": refused.pk}


def _jobs(system: User, city: Organ) -> dict[str, int]:
    now = timezone.now()
    said = {"name": "organs.import", "by": system, "organ": city.pk, "started_at": now}
    failed = Job.objects.create(
        **said, arguments={"file": 0, "skipped": []}, state="failed", fault="error", attempts=3,
        ended_at=now, error="没有做完：上传的名录已被撤回。请重新上传后再导入。", details="FileDamaged",
    )  # fmt: skip
    running = Job.objects.create(
        **said, state="running", held_until=now + dt.timedelta(days=1), done=137, total=412, says="正在写入萤台县"
    )
    return {"failed": failed.pk, "running": running.pk}


if __name__ == "__main__":
    print(json.dumps(furnish()))  # what the test reads
