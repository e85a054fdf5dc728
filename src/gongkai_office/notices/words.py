"""Chinese words of reminders."""

from __future__ import annotations

from django.db.models import TextChoices


class DeliveryState(TextChoices):
    """What became of a message outside the page (发送状态)."""

    WAITING = "waiting", "待发送"
    SENDING = "sending", "发送中"
    SENT = "sent", "已发送"
    FAILED = "failed", "发送失败"


VERBS = {
    "notices.send": "发送通知",
    "notices.read": "标为已读",
    "notices.unread": "撤销已读",
    "notices.choose_channels": "选择提醒方式",
    "notices.retry": "重新发送",
    "notices.show_phones": "查看电话名单",
}

CHANNELS = {"email": "电子邮件", "gateway": "短信", "folder": "待转发文件夹"}
UNKNOWN_CHANNEL = "提醒方式“{name}”没有安装，请联系系统管理员。"

OUTSIDE_SUBJECT = "【政府信息公开】{subject}"
OUTSIDE = "您在政府信息公开工作系统有一条新通知，请登录查看。"
OUTSIDE_URGENT = "您在政府信息公开工作系统有一条紧急通知，请尽快登录查看。"
MAIL = "{outside}\n\n{link}\n\n本邮件由系统自动发出，请勿回复。"
MESSAGE = "{outside}{link}"

NOBODY = "没有可以通知的人：所选范围内没有在用的账号。请改选范围，或先为这些机关建立账号。"
BAD_LINK = "通知里的链接只能指向本系统的页面。"
NOT_FAILED = "没有发送失败的记录，不需要重发。"

GATEWAY_UNREACHABLE = "短信网关连接不上：{why}"
GATEWAY_BUSY = "短信网关暂时不能受理（{status}）"
GATEWAY_REFUSED = "短信网关拒绝了这条短信（{status}）"
GATEWAY_REDIRECTS = "短信网关要求转到别的地址，没有照办（{status}）"
MAIL_UNREACHABLE = "邮件服务器连接不上或暂时不能受理：{why}"
MAIL_REFUSED = "邮件服务器拒绝了这个地址或这封邮件：{why}"
REFUSED = "对方没有接受连接，请检查地址、端口和防火墙"
TIMED_OUT = "超过时限没有回答"
NO_SUCH_HOST = "找不到这个服务器的域名"
NOT_SECURE = "加密连接没有建立，请检查证书和加密方式"
CUT_OFF = "连接中断"
NOT_WRITTEN = "写不进待转发文件夹：{why}"
NO_ADDRESS = "没有登记邮箱或手机"
CHANNEL_FAULT = "发送程序出错：{why}"
