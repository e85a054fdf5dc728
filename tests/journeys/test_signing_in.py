"""Signing in: wrong, right, locked out, with a phone, with a recovery code, out; by keyboard alone."""

from __future__ import annotations

import base64

from django_otp.oath import totp
from playwright.sync_api import Page, expect

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, follow, headed, press, says
from tests.journeys.windows import PASSWORD, Windows, sign_in


@BOTH
def test_a_wrong_password_is_told_and_the_right_one_leads_to_the_page_that_was_asked_for(
    windows: Windows, script: bool
) -> None:
    page = windows.of(script=script)
    page.goto("/inbox/")
    sign_in(page, "yan", "Wrong-2026-password")
    says(page, "账号或口令不正确")
    look_at(page, "sign-in-wrong", script)
    sign_in(page, "yan")
    headed(page, "我的通知")
    page.goto("/account/")
    says(page, "登录失败")
    if script:
        page.get_by_role("button", name="颜有据").click()
        page.get_by_role("button", name="退出").click()
    else:
        page.locator(".masthead").get_by_role("button", name="退出").click()
    says(page, "您已安全退出")


def test_who_fails_five_times_is_locked_out_until_the_security_administrator_lets_them_in(windows: Windows) -> None:
    page = windows.of()
    page.goto("/account/sign-in/")
    for _ in range(5):
        sign_in(page, "qiu", "Wrong-2026-password")
    headed(page, "已暂停登录")
    look(page, "locked-out")
    page.goto("/account/sign-in/")
    sign_in(page, "qiu")
    headed(page, "已暂停登录")

    security = windows.of("security-admin")
    security.goto("/people/?q=qiu")
    says(security, "已锁定")
    follow(security, "邱可复")
    look(security, "person-locked")
    follow(security, "解除锁定")
    press(security, "解除锁定")
    says(security, "邱可复的登录锁定已解除")

    page.goto("/account/sign-in/")
    sign_in(page, "qiu")
    headed(page, "工作台")


@BOTH
def test_a_phone_is_set_up_asked_for_and_replaced_by_a_recovery_code(windows: Windows, script: bool) -> None:
    username = "shen" if script else "bai"
    page = windows.of(username, script=script)
    page.goto("/account/")
    follow(page, "启用")
    page.get_by_text("不能扫描？").click()
    key = page.inner_text(".door-key").replace(" ", "")
    page.fill("[name=token]", "000000")
    press(page, "启用")
    says(page, "动态口令不正确")
    page.fill("[name=token]", code(key))
    press(page, "启用")
    headed(page, "请保存恢复码")
    look_at(page, "recovery-codes", script)
    recovery = page.locator(".door-codes li").first.inner_text()
    follow(page, "已保存，继续")

    other = windows.of(username, script=script)
    headed(other, "请输入动态口令")
    look_at(other, "second-factor", script)
    other.goto("/organs/")
    headed(other, "请输入动态口令")
    follow(other, "用恢复码登录")
    look_at(other, "recovery", script)
    other.fill("[name=token]", recovery)
    press(other, "继续")
    headed(other, "机关")
    other.goto("/account/")
    says(other, "剩 9 个")


def test_the_whole_way_into_a_page_is_possible_by_keyboard_alone(windows: Windows) -> None:
    page = windows.of()
    page.goto("/account/sign-in/")
    press_until(page, "[name=username]")
    page.keyboard.type("lu-rq")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    headed(page, "工作台")
    press_until(page, ".skip")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.goto("/")
    press_until(page, ".side a[href='/organs/']")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    headed(page, "机关")
    press_until(page, "a.branch-name")
    page.keyboard.press("Enter")
    headed(page, "萤泽市")
    press_until(page, ".masthead .dropdown-toggle")
    page.keyboard.press("Enter")
    press_until(page, ".dropdown-menu a[href='/account/']")
    page.keyboard.press("Enter")
    headed(page, "我的账号")


def press_until(page: Page, selector: str) -> None:
    """Press the tabulator until something has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(selector)


def look_at(page: Page, name: str, script: bool) -> None:
    """Look at a page; axe itself is JavaScript."""
    if script:
        look(page, name)


def code(key: str) -> str:
    """Return what a phone shows now."""
    return f"{totp(base64.b32decode(key)):06}"
