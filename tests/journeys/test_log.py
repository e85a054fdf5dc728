"""What the auditing administrator does: searches the log, follows a change, verifies the chain."""

from __future__ import annotations

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, follow, headed, press, says, says_within
from tests.journeys.windows import Windows


@BOTH
def test_the_log_is_searched_and_one_event_read(windows: Windows, script: bool) -> None:
    page = windows.of("audit-admin", script=script)
    page.goto("/log/")
    page.fill("[name=person]", "程可查")
    page.select_option("[name=verb]", label="发送通知")
    press(page, "查询")
    assert {row.inner_text() for row in page.locator("tbody tr td:nth-child(3)").all()} == {"程可查"}
    page.locator("tbody a").first.click()
    headed(page, "发送通知")
    says(page, "内容与摘要相符")
    says(page, "与上一条记录相接")


@BOTH
def test_the_chain_is_verified(windows: Windows, script: bool) -> None:
    page = windows.of("audit-admin", script=script)
    page.goto("/log/")
    follow(page, "日志链")
    press(page, "现在核验")
    says_within(page, "完好")
    if script:
        look(page, "log-verified")
