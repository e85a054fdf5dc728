"""Chinese sentences of the pages of the access review."""

from gongkai_office.accounts.people_words import REASON_OF_REVIEW

REASON = REASON_OF_REVIEW

AND = "、"
OPENED = "复核已开始，共 {count} 个账号。"
ALL_BY_SECURITY = "本轮没有安全管理员的账号，全部由安全管理员决定。"
WHO_DECIDES = "谁来决定：安全管理员的账号（{count} 个）由审计管理员（{names}）决定，其余由安全管理员决定。"
NOBODY_DECIDES = (
    "谁来决定：安全管理员的账号（{count} 个）由审计管理员决定，其余由安全管理员决定。"
    "现在没有权限覆盖本轮范围的审计管理员，请先授予，否则不能办结。"
)
CONFIRMED = "已确认保留 {count} 个账号。"
REDUCED = "已收回 {count} 个账号的角色。"
DISABLED = "已停用 {count} 个账号。"
CLOSED = "复核已办结。"
NOBODY_MARKED = "请先勾选账号。"

SHEET = "账号及权限复核"
SUMMARY = "汇总"
COLUMNS = (
    "账号",
    "姓名",
    "所在机关",
    "角色",
    "授予人",
    "起",
    "止",
    "最近登录",
    "提示",
    "复核结论",
    "复核人",
    "复核时间",
)
FACTS = (
    "范围",
    "开始时间",
    "开始人",
    "完成期限",
    "长期未登录天数",
    "办结时间",
    "办结人",
    "账号总数",
    "确认保留",
    "收回角色",
    "停用",
    "未复核",
)
SEPARATOR = "；"
LONG_TERM = "长期"
NEVER = "从未登录"
BY_THE_SYSTEM = "系统"
DASH = "—"
HEADS = ("项目", "内容")
