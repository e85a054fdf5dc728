"""Background work: a failed job says why and is tried again, a schedule is run and switched off and on; health."""

from __future__ import annotations

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, follow, headed, press, says, says_within
from tests.journeys.windows import Windows
from tests.office.installation import Installation

FAILED = """
from django.utils import timezone
from gongkai_office.jobs.models import Job
now = timezone.now()
print(Job.objects.create(name="audit.export_head", state="failed", fault="error", attempts=5, created_at=now,
    started_at=now, ended_at=now, error="写不到链头文件所在的文件夹。请检查后重试。").pk)
"""


def test_a_failed_job_says_why_and_is_tried_again(windows: Windows, site: Installation) -> None:
    failed = int(site.python(FAILED))
    page = windows.of("system-admin")
    page.goto("/jobs/?state=failed")
    says(page, "写不到链头文件所在的文件夹")
    page.goto(f"/jobs/{failed}/")
    says(page, "写不到链头文件所在的文件夹")
    press(page, "重试")
    says(page, "任务已重新排队。")
    says_within(page, "已完成")
    look(page, "job-done")


@BOTH
def test_a_schedule_is_run_at_once_switched_off_and_on(windows: Windows, script: bool) -> None:
    page = windows.of("system-admin", script=script)
    page.goto("/jobs/")
    follow(page, "定时任务")
    row = page.locator("tr", has_text="清理过期的登录会话")
    row.get_by_role("button", name="立即运行").click()
    says(page, "已排队，很快开始运行")
    page.goto("/schedules/")
    row.get_by_role("button", name="停用").click()
    if script:
        look(page, "schedule-switched-off")
    page.get_by_label("停用的原因").fill("硬盘更换期间")
    page.get_by_role("button", name="停用").click()
    says(page, "已停用。需要时可以随时启用")
    row.get_by_role("button", name="启用").click()
    says(page, "已启用，下次运行时间")


def test_health_says_what_to_do(windows: Windows) -> None:
    page = windows.of("system-admin")
    page.goto("/health/")
    says(page, "全部检查")
    follow(page, "重新检查")
    headed(page, "运行状况")
