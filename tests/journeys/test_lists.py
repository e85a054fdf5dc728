"""A list of organs: refused line by line, mended, looked at before it is written in the background."""

from __future__ import annotations

from playwright.sync_api import FilePayload

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, follow, press, says, says_within
from tests.journeys.windows import Windows

HEAD = "机关名称,机关类别,层级,上级机关,行政区划代码\n"


def listed(*lines: str) -> FilePayload:
    """Return a list as a file to upload."""
    return {"name": "机关名录.csv", "mimeType": "text/csv", "buffer": (HEAD + "\n".join(lines)).encode()}


@BOTH
def test_a_list_with_errors_is_mended_and_written(windows: Windows, script: bool) -> None:
    place = "砚萤县" if script else "璃溪区"
    code = "639722" if script else "639702"
    good = [f"{place}第{number}供销社,公共企事业单位,县级,{place}人民政府,{code}" for number in range(1, 31)]
    page = windows.of("system-admin", script=script)
    page.goto("/organs/")
    follow(page, "导入")
    page.set_input_files("[name=file]", listed(*good, f"{place}气象局,气象,县级,{place}人民政府院,{code}"))
    press(page, "上传并预览")
    says(page, "有 1 行需要改正")
    says(page, "不是可选的机关类别")
    assert page.get_by_role("button", name="确认导入").count() == 0
    if script:
        look(page, "import-wrong")

    follow(page, "重新上传")
    page.set_input_files("[name=file]", listed(*good))
    press(page, "上传并预览")
    says(page, "将要写入的内容")
    if script:
        look(page, "import-right")
    press(page, "确认导入：新增 30 个，改动 0 个")
    says(page, "已提交导入")
    says_within(page, "新增30个机关，改动0个。")
    if script:
        look(page, "import-done")
    page.goto(f"/organs/?q={place}第30供销社")
    says(page, f"{place}第30供销社")
