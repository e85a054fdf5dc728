"""A new colleague: added, given a one-time password, made to change it, given a role, which ends again."""

from __future__ import annotations

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, choose_organ, fill, follow, headed, press, says
from tests.journeys.windows import Windows, sign_in

NEW_PASSWORD = "Deng-huo+7281"  # of nobody


@BOTH
def test_a_colleague_is_added_and_makes_a_password_of_their_own(windows: Windows, script: bool) -> None:
    username = "zhao-dl" if script else "qian-wk"
    system = windows.of("system-admin", script=script)
    system.goto("/people/")
    follow(system, "新增人员")
    fill(system, username=username, name="新同事", phone="12")
    choose_organ(system, "萤台县教育局", script=script)
    fill(system, username=username, name="新同事", phone="12")
    press(system, "保存")
    says(system, "应为手机号码或带区号的电话号码")
    fill(system, phone="0000-5550333")
    press(system, "保存")
    headed(system, "一次性口令")
    if script:
        look(system, "password-shown")
    once = system.inner_text(".user-select-all")

    page = windows.of(script=script)
    page.goto("/account/sign-in/")
    sign_in(page, username, once)
    headed(page, "修改口令")
    says(page, "一次性口令")
    page.goto("/inbox/")
    headed(page, "修改口令")
    fill(page, old=once, new="12345678", again="12345678")
    press(page, "保存新口令")
    says(page, "口令太短")
    if script:
        look(page, "password-refused")
    fill(page, old=once, new=NEW_PASSWORD, again=NEW_PASSWORD)
    press(page, "保存新口令")
    says(page, "口令已修改")


@BOTH
def test_a_role_is_granted_and_ended(windows: Windows, things: dict[str, int], script: bool) -> None:
    security = windows.of("security-admin", script=script)
    security.goto("/people/?q=lu-rq")
    follow(security, "陆如期")
    follow(security, "授予角色")
    role = "reviewer" if script else "liaison"
    choose_organ(security, "萤泽市教育局", script=script)
    security.select_option("[name=role]", value=role)
    press(security, "授予")
    says(security, "已授予陆如期")
    security.locator("tr", has_text="审核人" if script else "联络员").get_by_role("link", name="结束").click()
    press(security, "结束角色")
    says(security, "已结束。")
    says(security, "已结束（安全管理员")


def test_a_round_of_the_access_review_is_begun_decided_and_closed(windows: Windows) -> None:
    page = windows.of("security-admin")
    page.goto("/access-review/")
    follow(page, "开始新一轮复核")
    choose_organ(page, "砚萤县人民政府", script=True)
    press(page, "开始复核")
    says(page, "共 2 个账号")
    page.get_by_label("勾选沈应公").check()
    press(page, "确认保留")
    says(page, "已确认保留 1 个账号")
    page.get_by_label("勾选颜有据").check()
    press(page, "收回全部角色")
    headed(page, "收回 1 个账号的全部角色")
    look(page, "review-sure")
    press(page, "收回")
    says(page, "已收回 1 个账号的角色")
    follow(page, "办结")
    press(page, "办结")
    says(page, "复核已办结")
    look(page, "review-closed")
