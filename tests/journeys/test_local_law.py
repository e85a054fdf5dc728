"""The local law: a notice of holidays is taken in and withdrawn, a convention changed and undone."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, fill, follow, headed, press, says
from tests.journeys.windows import Windows

NOTICE = """国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
国务院办公厅
2026年11月20日
"""


@BOTH
def test_a_notice_of_holidays_is_read_compared_taken_in_and_withdrawn(windows: Windows, script: bool) -> None:
    page = windows.of("system-admin", script=script)
    page.goto("/calendar/2027/")
    says(page, "暂定")
    follow(page, "导入放假通知")
    fill(page, text=NOTICE.replace("1月3日", "1月4日").replace("（周五）至3日", "（周四）至3日"))
    press(page, "读取并核对")
    says(page, "周四")
    if script:
        look(page, "holidays-wrong")
    fill(page, text=NOTICE)
    press(page, "读取并核对")
    says(page, "共 27 天放假，6 天调休上班")
    if script:
        look(page, "holidays-read")
    press(page, "确认导入")
    headed(page, "2027年工作日历")
    says(page, "已导入")
    follow(page, "放假安排")
    page.locator("tr", has_text="国办发明电〔2026〕9号").get_by_role("link", name="撤回").first.click()
    fill(page, because="演示")
    press(page, "撤回")
    says(page, "已撤回")


@BOTH
def test_a_convention_is_changed_with_its_source_and_the_change_undone(
    windows: Windows, things: dict[str, int], script: bool
) -> None:
    page = windows.of("chai", script=script)
    page.goto(f"/conventions/{things['city']}/longest_correction_days/")
    days = "8" if script else "9"
    fill(page, value=days)
    press(page, "保存")
    assert page.get_attribute("[name=source]", "aria-invalid") == "true"
    fill(page, source="萤泽市政府办公室2026年第3次主任办公会议纪要（演示）")
    press(page, "保存")
    says(page, f"已设为：{days}个工作日，自")
    page.goto(f"/conventions/{things['city']}/longest_correction_days/")
    expect(page.locator("dd").first).to_have_text(f"{days}个工作日")
    page.locator("main").get_by_role("link", name="撤回").first.click()
    row = page.locator("tbody tr").first
    expect(row).to_contain_text(f"{days}个工作日")
    expect(row).to_contain_text("10个工作日")
    press(page, "撤回这项设定")
    says(page, "已撤回，恢复到此前的做法。")
    page.goto(f"/conventions/{things['city']}/longest_correction_days/")
    expect(page.locator("dd").first).to_have_text("10个工作日")


@BOTH
def test_a_file_of_conventions_is_looked_through_before_it_is_written(
    windows: Windows, things: dict[str, int], script: bool
) -> None:
    page = windows.of("chai", script=script)
    page.goto(f"/conventions/{things['city']}/upload/")
    days = "3" if script else "4"
    for text, wanted in (
        ("confirmation_alarm_days = 99", "第 1 行"),
        (f"confirmation_alarm_days = {days}", "会改变 1 项"),
    ):
        file = {"name": "口径.toml", "mimeType": "application/toml", "buffer": text.encode()}
        page.set_input_files("main [name=file]", [file])
        fill(page, source="萤泽市政府办公室2026年第4次主任办公会议纪要（演示）")
        press(page, "上传并核对")
        says(page, wanted)
    expect(page.locator("tbody tr")).to_contain_text(f"{days}个工作日")
    if script:
        look(page, "conventions-file")
    press(page, "确认改变这 1 项")
    says(page, "已按文件设定 1 项本地口径")
    says(page, f"{days}个工作日")
