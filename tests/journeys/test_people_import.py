"""A list of people: looked at, written in the background, and given passwords from what came of it."""

from __future__ import annotations

from playwright.sync_api import FilePayload

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, fill, follow, headed, press, says, says_within
from tests.journeys.windows import Windows, sign_in


def listed(*lines: str) -> FilePayload:
    """Return a list as a file to upload."""
    text = "\n".join(["账号,姓名,所在机关,联系电话", *lines])
    return {"name": "新进人员.csv", "mimeType": "text/csv", "buffer": text.encode()}


@BOTH
def test_a_list_of_people_is_written_and_its_people_get_passwords(windows: Windows, script: bool) -> None:
    start = "xie" if script else "tao"
    good = [f"{start}-{number},新进{start}{number},萤台县民政局,0000-5550111" for number in range(1, 131)]
    page = windows.of("system-admin", script=script)
    page.goto("/people/")
    follow(page, "批量导入")
    page.set_input_files("[name=file]", listed(*good, f"{start}-x,新进,没有的局,12"))
    press(page, "上传并预览")
    headed(page, "新进人员.csv")
    says(page, "没有找到机关“没有的局”")
    if script:
        look(page, "people-import-right")
    press(page, "新增这 130 人")
    says_within(page, "已新增 130 人")
    says(page, "没有找到机关“没有的局”")
    if script:
        look(page, "people-import-done")

    follow(page, "下一页")
    person = page.locator("tr", has_text=f"新进{start}51")
    person.get_by_role("checkbox").check()
    press(page, "给勾选的人员发放一次性口令")
    press(page, "发放")
    once = page.locator("tr", has_text=f"{start}-51").locator(".user-select-all").inner_text()

    follow(page, f"已记下，查看新进{start}51")
    page.goto("/people/")
    follow(page, "批量导入")
    follow(page, "新进人员.csv")
    follow(page, "下一页")
    assert "已发放" in person.inner_text()
    assert page.locator("tr", has_text="已发放").count() == 1

    one = windows.of(script=script)
    one.goto("/account/sign-in/")
    sign_in(one, f"{start}-51", once)
    headed(one, "修改口令")
    new = "Lan-tian+5920"  # of nobody
    fill(one, old=once, new=new, again=new)
    press(one, "保存新口令")
    says(one, "口令已修改")
