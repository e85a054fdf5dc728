"""Chinese words of people: their roles."""

from __future__ import annotations

from django.db.models import TextChoices


class Role(TextChoices):
    """What somebody is in an office (角色). The three administrators are apart: none grants and audits."""

    HANDLER = "handler", "承办人"
    REVIEWER = "reviewer", "审核人"
    SECRECY_REVIEWER = "secrecy_reviewer", "保密审查员"
    LEGAL_REVIEWER = "legal_reviewer", "法制审核员"
    UNIT_HEAD = "unit_head", "工作机构负责人"
    LEADER = "leader", "分管领导"
    LIAISON = "liaison", "联络员"
    SUPERVISOR = "supervisor", "主管部门监督员"
    SYSTEM_ADMINISTRATOR = "system_administrator", "系统管理员"
    SECURITY_ADMINISTRATOR = "security_administrator", "安全管理员"
    AUDIT_ADMINISTRATOR = "audit_administrator", "审计管理员"


ADMINISTRATORS = (Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)


class Decision(TextChoices):
    """What an access review decided about an account (复核结论)."""

    WAITING = "waiting", "待复核"
    CONFIRMED = "confirmed", "确认保留"
    REDUCED = "reduced", "已收回角色"
    DISABLED = "disabled", "已停用"


class Flag(TextChoices):
    """What somebody who reviews an account should look at first (复核提示)."""

    NEVER_USED = "never_used", "从未登录"
    UNUSED = "unused", "长期未登录"
    EXPIRED = "expired", "账号已过有效期"
    NO_ROLE = "no_role", "没有角色"
    ABOLISHED = "abolished", "机关已撤销"
    OUTSIDER = "outsider", "外单位人员"
    ADMINISTRATOR = "administrator", "管理员"


class Reset(TextChoices):
    """What is reset of an administrator's account only with a second administrator's consent (双人办理)."""

    PASSWORD = "password", "重置口令"
    SECOND_FACTOR = "second_factor", "解除动态口令"


class ResetState(TextChoices):
    """How far the reset of an administrator's account has come."""

    WAITING = "waiting", "待确认"
    CONFIRMED = "confirmed", "已确认，待办理"
    DONE = "done", "已办理"
    REFUSED = "refused", "不同意或撤回"
    EXPIRED = "expired", "过期未办"


# What may be allowed (accounts.gate.Action), in the order of that list.
ACTIONS = {
    "organs.see": "查看机关",
    "organs.edit": "维护机关",
    "organs.import": "导入机关",
    "people.see": "查看人员",
    "people.edit": "维护账号（新增、修改、调动、启用、有效期、重置口令）",
    "people.disable": "停用账号",
    "people.unlock": "解除登录锁定",
    "people.reset_second_factor": "解除动态口令",
    "people.confirm_reset": "确认重置管理员的口令、动态口令（须与申请人不同类）",
    "people.grant": "授予、结束角色",
    "people.see_review": "查看账号及权限复核",
    "people.review": "开展账号及权限复核",
    "people.decide": "决定复核的账号（安全管理员的由审计管理员决定，其余由安全管理员决定）",
    "log.read": "查看日志",
    "log.export": "导出日志",
    "log.verify": "核验日志",
    "jobs.see": "查看后台任务",
    "jobs.run": "运行后台任务",
    "files.see": "查看文件",
    "files.upload": "上传文件、撤回本人上传的文件",
    "files.withdraw": "撤回他人上传的文件",
    "notices.send": "发送通知",
    "calendar.see": "查看工作日历",
    "calendar.edit": "维护工作日历",
    "conventions.see": "查看本地口径",
    "conventions.edit": "维护本地口径",
    "health.see": "查看运行状况",
}

# What the log's verbs of this room are called.
VERBS = {
    "people.add": "新增账号",
    "people.change": "修改人员信息",
    "people.move": "调动人员",
    "people.disable": "停用账号",
    "people.enable": "启用账号",
    "people.set_expiry": "设置账号有效期",
    "people.grant": "授予角色",
    "people.end": "结束角色",
    "people.export": "导出人员名单",
    "people.confirm": "复核确认账号",
    "people.warn_unused": "提醒长期未用账号",
    "people.disable_unused": "自动停用长期未用账号",
    "review.open": "开始账号及权限复核",
    "review.export": "导出账号及权限复核表",
    "review.close": "办结账号及权限复核",
    "accounts.sign_in": "登录",
    "accounts.sign_in_failed": "登录失败",
    "accounts.sign_in_refused": "口令正确但不准登录",
    "accounts.lock": "连续失败后锁定登录",
    "accounts.unlock": "解除登录锁定",
    "accounts.sign_out": "退出",
    "accounts.time_out": "超时自动退出",
    "accounts.end_sessions": "结束登录中的设备",
    "accounts.change_password": "修改口令",
    "accounts.reset_password": "重置口令",
    "accounts.set_up_second_factor": "启用动态口令",
    "accounts.pass_second_factor": "通过动态口令验证",
    "accounts.second_factor_failed": "动态口令验证失败",
    "accounts.remove_second_factor": "解除动态口令",
    "accounts.renew_recovery_codes": "重新生成恢复码",
    "accounts.ask_reset": "申请重置管理员账号",
    "accounts.confirm_reset": "确认重置管理员账号",
    "accounts.refuse_reset": "不同意重置管理员账号",
    "accounts.recover": "在服务器上恢复账号",
}

SUBJECTS = {"accounts.accountreset": "管理员账号重置"}
FIELDS = {
    "accounts.accountreset": {"what": "事项", "because": "原因", "until": "有效至", "asked_by": "申请人"},
    "accounts.user": {"reset": "双人办理编号", "sessions_ended": "结束的登录", "phones": "解除的手机"},
}
