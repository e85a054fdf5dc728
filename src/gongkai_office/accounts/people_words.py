"""Chinese sentences about people, roles and the access review: what is refused and why."""

from __future__ import annotations

import re

from gongkai_office.accounts.words import Role

# Names of account and of post, for no person is known yet.
FIRST_ADMINISTRATORS = {
    Role.SYSTEM_ADMINISTRATOR: ("system-admin", "系统管理员"),
    Role.SECURITY_ADMINISTRATOR: ("security-admin", "安全管理员"),
    Role.AUDIT_ADMINISTRATOR: ("audit-admin", "审计管理员"),
}
CREATE_ADMINISTRATORS = "建立系统、安全、审计三个管理员账号，一次性口令只显示一次。已有可用的安全管理员时不执行。"
CREATE_ADMINISTRATORS_ORGAN = "管理员所在的最上级机关的编号；不写时取第一个最上级机关"
NO_ROOT_ORGAN = "没有找到最上级机关。请先导入或新增机关，再建立管理员。"
ADMINISTRATORS_MADE = (
    "已为{organ}建立三个管理员账号。一次性口令只显示这一次，首次登录必须修改：\n姓名\t账号\t一次性口令"
)

USERNAME_FORM = "账号只能用小写字母、数字、点、横线和下划线，以字母开头，3 到 40 个字符，例如 mz-wang。"
USERNAME_PERSONAL = "账号会永久留在日志里，不能用手机号码或身份证件号码作账号。"
SINGLE_SIGN_ON_TAKEN = "这个统一身份认证标识已经对应另一个账号，请核对。"
USERNAME_TAKEN = "账号“{username}”已有人使用（停用的账号也不能重复使用），请换一个。"
NO_NAME = "请填写姓名。"
PHONE_FORM = "联系电话“{phone}”应为手机号码或带区号的电话号码，例如 000-12345678。"
EMAIL_FORM = "电子邮箱“{email}”的格式不对，例如 name@example.cn。"

ABOLISHED_ORGAN = "{organ}已于{day}撤销，不能再安排人员或授予角色。"
BEYOND_REACH = "{organ}不在您的管理范围内，不能这样操作。"
BEYOND_REACH_BELOW = "您的管理范围不含{organ}的全部下级机关，不能授予“含下级”的角色。"
HOLDS_MORE = "{name}还有您管理范围以外的角色（{organ}），请由上级管理员操作。"
ONESELF_GRANT = "不能给自己授予或结束角色，请由另一名安全管理员办理。"
ONESELF_DISABLE = "不能停用自己的账号。"
ONESELF_PASSWORD = "不能重置自己的口令，请在“我的账号”里用原口令修改。"
ONESELF_FACTOR = "不能解除自己的动态口令，请在“我的账号”里换绑，或由另一名安全管理员办理。"
ONESELF_REVIEW = "不能复核自己的账号，请由另一名安全管理员办理。"
TWO_ADMINISTRATORS = "{name}已是{held}，不能同时是{wanted}：系统、安全、审计三类管理员必须分设。"
ADMINISTRATOR_AND_OFFICE = "{name}已有“{held}”角色，管理员不办理业务，不能同时是{wanted}。"
ALREADY_HELD = "{name}在{organ}已经有“{role}”角色，请先结束原来的再重新授予。"
ENDS_BEFORE_IT_BEGINS = "止日（{end}）早于起日（{start}），请修改。"
ENDS_IN_THE_PAST = "止日（{end}）已经过去，请修改。"
DISABLED_PERSON = "{name}的账号已停用，请先启用再授予角色。"
LAST_SECURITY_ADMINISTRATOR = (
    "{name}是{organ}最后一名安全管理员，停用、结束角色或设置有效期后再没有人能授予角色。请先授予另一人，再办理。"
)
# Why accounts are disabled: what says nothing about a person stands in the log as it is.
REASONS = ("调离", "退休", "离职", "长期不用", "职责调整", "安全原因")
REASON_OF_REVIEW = "账号及权限复核认定不再需要"
NO_REASON = "请写明原因。"
ALREADY_DISABLED = "{name}的账号已经停用。"
ALREADY_ENABLED = "{name}的账号没有停用。"
EXPIRY_IN_THE_PAST = "有效期（{day}）已经过去；要立即停用，请用“停用账号”。"
ALREADY_ENDED = "这个角色已经结束。"
SAME_ORGAN = "{name}已经在{organ}，不用调动。"
ADMINISTRATORS_EXIST = "系统里已经有可用的安全管理员（{username}），不能再用命令建立。请由他在“人员”页面办理。"

REVIEW_OPEN = "{organ}的上一轮复核还没有办结，请先办结再开始新的一轮。"
REVIEW_CLOSED = "这一轮复核已经办结，不能再改。"
REVIEW_UNFINISHED = "还有 {count} 个账号没有复核，不能办结。"
REVIEW_NO_ROLES = "{name}在复核范围内没有角色可收回，请改为确认保留或者停用。"
REVIEW_DUE_PAST = "完成期限（{day}）已经过去，请修改。"
REVIEW_NOBODY = "{organ}及下级没有启用的账号，不用复核。"

UNUSED_BECAUSE = "超过 {days} 天没有登录，系统自动停用"
WARNING_SUBJECT = "您的账号将于{day}自动停用"
WARNING_TEXT = (
    "您的账号“{username}”已超过 {used} 天没有登录。请在{day}前登录一次；到期没有登录，系统将自动停用账号。"
)
DISABLE_UNUSED = "提醒和停用长期未用的账号"
DISABLE_UNUSED_SAYS = "已检查 {done} 个账号"

# Lists of people as files: what the columns may be called, and what is wrong with a file or a line.
IMPORT_COLUMNS = {
    "username": ("账号", "登录名", "用户名"),
    "name": ("姓名", "名字"),
    "organ": ("所在机关", "机关", "单位", "所在单位", "机关名称"),
    "phone": ("联系电话", "电话", "手机", "手机号", "手机号码"),
    "email": ("电子邮箱", "邮箱"),
    "expires_on": ("有效期至", "有效期"),
}
IMPORT_TEMPLATE = ("mz-wang", "（示例，请删去）", "萤台县民政局", "13800000000", "name@example.cn", "")
AROUND_HEADS = re.compile(r"[\s*＊]|（.*?）|\(.*?\)")
A_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
IMPORT_SHEET = "人员导入模板"
SHEET_TOO_LARGE = "文件超过 {limit} MB。请分成几个文件。"
SHEET_TOO_LONG = "文件超过 {limit} 行。请分成几个文件分次导入。"
NO_SHEET = "文件打不开：需要没有加密的 XLSX，或 CSV 文本。请用表格软件打开后另存为 XLSX 再上传。"
EMPTY_SHEET = "文件里没有人员：第一行应为列名，从第二行起每行一人。"
NO_COLUMN = "文件第一行缺少这些列：{missing}。请按模板的列名修改。"
USERNAME_TWICE = "账号“{username}”在文件里出现不止一次。"
NO_ORGAN = "没有找到机关“{organ}”，或不在您的管理范围内。请写机关全称，或统一社会信用代码。"
SEVERAL_ORGANS = "叫“{organ}”的机关有 {count} 个，请改写统一社会信用代码。"
ORGAN_MISSING = "请填写所在机关。"
NO_DAY = "有效期“{text}”看不懂，请写成 2027-12-31 的样子。"
IMPORT_STALE = "预览已经过期或被改动，请重新上传文件。"
AND = "、"
