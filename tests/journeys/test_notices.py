"""A notice: written, its receivers looked at, sent, read, marked as read and unread again."""

from __future__ import annotations

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, choose_organ, fill, follow, headed, press, says
from tests.journeys.windows import Windows


@BOTH
def test_a_notice_is_sent_and_read(windows: Windows, script: bool) -> None:
    subject = "报送年度报告数据" if script else "报送年度报告数据（第二次）"
    sender = windows.of("cheng", script=script)
    sender.goto("/notices/")
    follow(sender, "写通知")
    choose_organ(sender, "萤台县人民政府", script=script)
    sender.check("[name=scope][value=all]")
    fill(sender, subject=subject, text="请于1月15日前报送。")
    press(sender, "下一步：核对收件人")
    headed(sender, "核对收件人")
    says(sender, "闻必答")
    says(sender, "发出后不能收回")
    if script:
        look(sender, "notice-preview")
    sender.get_by_role("button", name="确认发送给").click()
    says(sender, "页面上立即可见")

    receiver = windows.of("wen", script=script)
    receiver.goto("/inbox/")
    follow(receiver, subject)
    says(receiver, "请于1月15日前报送。")
    receiver.goto("/inbox/?show=all")
    if receiver.get_by_role("button", name="全部标为已读").count():
        receiver.get_by_role("button", name="全部标为已读").click()
        if script:
            look(receiver, "inbox-marked")
        press(receiver, "撤销，恢复为未读")
        says(receiver, "恢复为未读")
    sender.reload()
    says(sender, "已读 1 人")
