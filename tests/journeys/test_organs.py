"""What the system administrator does to organs: changes, adds, renames, abolishes, and takes back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, choose_organ, fill, follow, headed, press, says
from tests.journeys.windows import Windows

SYSTEM = "system-admin"


@BOTH
def test_an_organ_is_changed_and_what_is_wrong_is_told_at_its_field(
    windows: Windows, things: dict[str, int], script: bool
) -> None:
    page = windows.of(SYSTEM, script=script)
    page.goto(f"/organs/{things['bureau']}/")
    follow(page, "修改")
    fill(page, phone="0000-5550999", credit_code="123")
    press(page, "保存")
    says(page, "有几处需要改正")
    assert page.input_value("[name=phone]") == "0000-5550999"
    assert page.get_attribute("[name=credit_code]", "aria-invalid") == "true"
    if script:
        look(page, "organ-wrong")
    page.goto(f"/organs/{things['bureau']}/edit/")
    phone = "0000-5550888" if script else "0000-5550777"
    fill(page, phone=phone)
    press(page, "保存")
    says(page, "萤台县民政局已保存。")
    says(page, phone)


@BOTH
def test_an_organ_is_added_with_what_its_name_says_renamed_and_the_name_taken_back(
    windows: Windows, things: dict[str, int], script: bool
) -> None:
    name = "萤台县统计局" if script else "萤台县审计局"
    page = windows.of(SYSTEM, script=script)
    page.goto(f"/organs/{things['county']}/")
    follow(page, "新增下级")
    fill(page, name=name)
    press(page, "按名称推定类别、层级和区划代码")
    says(page, "请核对后再保存")
    if script:
        look(page, "organ-suggested")
    press(page, "保存")
    says(page, f"已新增{name}。")

    follow(page, "更名")
    fill(page, name=name + "（新）", document_number="萤政发〔2026〕9号")
    press(page, "下一步")
    headed(page, "确认更名")
    says(page, f"此前的日期仍称“{name}”")
    if script:
        look(page, "organ-rename-confirm")
    press(page, "确认更名")
    headed(page, name + "（新）")
    says(page, f"由“{name}”更名")
    follow(page, "撤回更名（更名有误）")
    press(page, "下一步")
    press(page, "确认撤回更名（更名有误）")
    headed(page, name)
    page.goto(f"/organs/?q={name}")
    expect(page.locator("tbody")).to_contain_text(name)


@BOTH
def test_an_organ_is_abolished_with_its_successor_and_lives_again(windows: Windows, script: bool) -> None:
    name = "砚萤县教育局" if script else "璃溪区教育局"
    successor = "砚萤县民政局" if script else "璃溪区民政局"
    page = windows.of(SYSTEM, script=script)
    page.goto(f"/organs/?q={name}")
    follow(page, name)
    follow(page, "撤销")
    choose_organ(page, successor, script=script, field="successor")
    press(page, "下一步")
    says(page, f"由“{successor}”承接，写入沿革。")
    if script:
        look(page, "organ-abolish-confirm")
    press(page, "确认撤销")
    headed(page, "撤销")
    if script:
        look(page, "organ-abolished")
    follow(page, "恢复（撤销有误）")
    press(page, "下一步")
    press(page, "确认恢复（撤销有误）")
    headed(page, name)
    says(page, "机构变更")


@BOTH
def test_the_tree_opens_branch_by_branch(windows: Windows, script: bool) -> None:
    page = windows.of("wen", script=script)
    page.goto("/organs/")
    toggle = page.get_by_role("button", name="萤台县人民政府的下级")
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    says(page, "萤台县灯溪镇人民政府")
