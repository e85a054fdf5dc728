"""Chinese sentences of the pages of organs."""

from __future__ import annotations

SAVED = "{organ}已保存。"
ADDED = "已新增{organ}。"
DONE = "{organ}：{act}已办理。"
SUGGESTED = "按名称推定：{what}。请核对后再保存。"
SUGGESTED_NOTHING = "从名称推定不出类别和层级，请自行选择。"
SUGGESTED_FIELD = "按名称推定，请核对。"
REVIEWER_SET = "{organ}的{role}已设定。"
REVIEWER_ENDED = "{name}自{on}之后不再是{organ}的{role}。"
REVIEWER_REMOVED = "已删除误设的{name}。"
NOT_MEANT = "没有找到“{text}”。请填写机关全称，重名的自上而下用“/”连接。"
SEVERAL_MEANT = "“{text}”可以是{count}个机关，请自上而下写出完整路径（用“/”连接）。"
NOT_OUT_OF = "这个机关现在的上级“{above}”不在您的权限之内，请由其管理员办理。"
NOT_AT_TOP = "您的权限不能把机关移到顶层，请选择上级机关。"
NOT_BELOW = "您的权限只及“{organ}”本身，不及其下级，不能在其下设置机关。请由对其下级也有权限的管理员办理。"
NOT_WITH_BELOW = "您的权限只及“{organ}”本身，而它还有下级机关。请由对其下级也有权限的管理员办理。"
NOBODY_LEFT = (
    "办理之后，整个系统就没有有效的{roles}了，再也无人能够撤回或者授权。"
    "请先在仍将存续的顶层机关授予这些角色（含下级），再办理。"
)
IMPORT_QUEUED = "已提交导入，正在后台写入。"
IMPORTED = "新增{added}个机关，改动{changed}个。"
CHANGED_SINCE = "名录在您预览之后有了变化，请重新核对下面的预览。"
PURPOSE = "机关名录导入"
JOB = "导入机关名录"
PROBLEM_HEAD = ("行号", "列", "问题和改法")

# The acts: name in the address → title on the button, what the page says about it.
ACTS = {
    "rename": ("更名", "机关名称依法变更时办理。原名称会连同起止日期保留，以前的文书仍按当时的名称。"),
    "move": ("调整隶属关系", "把这个机关连同全部下级移到另一个上级之下。"),
    "authority": (
        "确定主管部门",
        "条例第三条：县级以上地方人民政府办公厅（室）是本行政区域的政府信息公开工作主管部门。",
    ),
    "merge": ("并入本机关", "一个或者几个机关并入本机关，原机关自生效之日起撤销，由本机关承接。"),
    "split": ("分设", "由本机关分出一个或者几个机关。请先新增分出的机关。"),
    "transfer": ("划出职能", "把一部分职能划给另一个机关，两个机关都存续。"),
    "abolish": ("撤销", "机关不再存在时办理。机关的记录、人员和未办结事项都保留可查。"),
    "undo_abolition": (
        "恢复（撤销有误）",
        "撤销登记有误时办理，机关恢复为存续，撤销的沿革记录删除，日志中仍可查到。",
    ),
    "undo_succession": (
        "撤回分设或者职能划转（登记有误）",
        "分设、划出职能登记有误，而本机关存续时办理。沿革记录删除，日志中仍可查到。",
    ),
    "undo_rename": (
        "撤回更名（更名有误）",
        "更名登记有误时办理，机关恢复为更名前的名称，更名的沿革记录删除，日志中仍可查到。",
    ),
}
DANGEROUS = frozenset(("abolish", "merge", "split"))

# What follows from an act, told before it is done.
WILL_RENAME = "自{on}起名称为“{new}”；此前的日期仍称“{old}”。"
WILL_MOVE = "“{organ}”连同{count}个下级机关移到“{under}”之下。"
WILL_MOVE_TOP = "“{organ}”连同{count}个下级机关移到顶层。"
WILL_MOVE_ROLES = "对原上级及其下级都有权限的人员不再能看到它，对新上级及其下级有权限的人员将能看到它。"
WILL_AUTHORITY = "“{organ}”行政区域内的政府信息公开工作主管部门为“{unit}”。"
WILL_AUTHORITY_NONE = "不再指定其他主管部门，由“{organ}”的办公厅（室）依法主管。"
WILL_END = "“{organ}”自{on}起撤销，不再出现在选择机关的列表中。"
WILL_FOLLOW = "由{successor}承接，写入沿革。"
WILL_NOT_FOLLOW = "没有承接机关。"
WILL_STAY = "“{organ}”继续存续。"
WILL_TRANSFER = "“{what}”自{on}起由“{successor}”承担。"
WILL_CHILDREN_MOVE = "{count}个存续的下级机关移到{successor}之下：{names}。"
WILL_CHILDREN_END = "{count}个存续的下级机关一并撤销：{names}。"
WILL_PEOPLE = "“{organ}”及一并撤销的机关共有{count}个账号，账号和它们的角色不变，请随后逐一调动或者停用。"
WILL_REFER = (
    "另有{count}个存续的机关以撤销的机关为垂直领导上级或者主管部门（{names}），不会自动改动，请随后逐一修改。"
)
OUT_OF_SIGHT = "均在您管辖的范围之外"
WILL_LIVE = "“{organ}”恢复为存续，{on}的撤销记录删除。"
WILL_LIVE_CHILDREN = "当时一并撤销的{count}个下级机关一并恢复：{names}。"
WILL_STAY_AWAY = "当时移走的下级机关不会自动移回。"
WILL_UNFOLLOW = "{on}的{how}（“{successor}”承接）从沿革中删除。"
SUCCESSION = "{on} {how}{note}，由“{successor}”承接"
WILL_BE_NAMED = "名称恢复为“{old}”，{on}的更名记录删除。"
WILL_LOG = "办理后记入日志，可以撤回。"
WILL_LOG_ONLY = "办理后记入日志。"

CHILDREN = (
    ("nowhere", "没有存续的下级机关（有则不予办理）"),
    ("with_successor", "一并划入承接机关"),
    ("abolished", "一并撤销"),
)
AND, QUOTED, AND_OTHERS = "、", "“{name}”", "等"
