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
NUMBER, ACCOUNT = "编号", "账号"
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
NAME_SIGNS = "姓名中有换行、零宽字符等看不见的字符，请删去后重新填写。"
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
SINGLE_SIGN_ON_OF_ADMINISTRATOR = (
    "{name}是管理员，统一身份认证标识不能由一人改动。请先由安全管理员结束其管理员角色，改好后再重新授予。"
)
NOT_AN_ADMINISTRATOR = "{name}不是管理员，不用申请，直接办理即可。"
RESET_OPEN = "{name}的“{what}”已有申请，不用再提。"
RESET_NOBODY = (
    "没有能确认的人：须有另一名、另一类、管得到{name}全部角色的管理员。"
    "请先由安全管理员授予角色；来不及的，请运维人员在服务器上执行 gongkai-office recover_account。"
)
RESET_NOT_CONFIRMED = (
    "{name}是管理员，{what}须由您申请，另一类管理员确认后，由您在有效期内办理。请到其人员页面申请。"
)
RESET_OVER = "这项申请已经办理、撤回或者过期，请重新申请。"
RESET_ALREADY_CONFIRMED = "这项申请已经确认过了。"
RESET_SAME_KIND = "申请和确认须由两类管理员分别办理，您不能确认这项申请。"
RESET_OF_ONESELF = "这项申请是关于您自己的账号的，请由另一名管理员确认；不是您要求的，请点“不同意”。"
RESET_ASKED = "待确认：管理员{name}（{username}）{what}"
RESET_ASKED_TEXT = (
    "{by}申请对管理员{name}（账号 {username}）{what}，原因：{because}。须由另一类管理员在{until}前确认。"
    "请先向本人核实；不是本人要求的，请点“不同意”，并告知审计管理员。"
)
RESET_DECIDED = "{decided}：管理员{name}（{username}）{what}"
RESET_CONFIRMED_TEXT = "{by}已确认。请在{until}前到其人员页面办理，过期须重新申请。"
RESET_REFUSED_TEXT = "{by}没有同意，或者已经撤回。确有需要的，请核实后重新申请。"
RESET_DONE = "已办理：管理员{name}（{username}）{what}"
RESET_DONE_TEXT = "{by}申请，{confirmed_by}确认，已经办理。不是本人要求的，请立即停用该账号，并查看日志。"
RECOVER_ACCOUNT = (
    "应急：没有人能在页面上办理时，给账号换一个一次性口令，解除动态口令和登录锁定。记入日志，并通知各管理员。"
)
RECOVER_ACCOUNT_USERNAME = "账号，例如 security-admin"
NO_ACCOUNT = "没有账号“{username}”，请核对。"
RECOVERED = (
    "{name}（{username}）的一次性口令，只显示这一次，首次登录必须修改；动态口令和登录锁定已解除：\n{password}"
)
RECOVERED_SUBJECT = "已在服务器上恢复账号：{name}（{username}）"
RECOVERED_TEXT = (
    "有人在服务器上用命令换了{name}（账号 {username}）的口令，解除了动态口令。"
    "不是事先说好的，请立即停用该账号，并查看日志。"
)
TWO_ADMINISTRATORS = "{name}已是{held}，不能同时是{wanted}：系统、安全、审计三类管理员必须分设。"
CHANGED_TOO_SOON = (
    "{name}任{held}到{last}，不能接着任{wanted}：三类管理员之间改任须间隔 {days} 天，以免自己审计自己。"
    "请另选一人，或把起日定在{until}或以后。"
)
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
REVIEW_BY_AUDIT = "{name}是安全管理员，账号由审计管理员决定。"
REVIEW_BY_SECURITY = "{name}不是安全管理员，账号由安全管理员决定。"
REVIEW_CLOSED = "这一轮复核已经办结，不能再改。"
REVIEW_UNFINISHED = (
    "还有 {count} 个账号没有复核，其中 {guards} 个是安全管理员的账号，由审计管理员决定。现在不能办结。"
)
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
AND = "、"
