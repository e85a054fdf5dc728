"""Chinese sentences of the pages of people."""

SAVED = "{name}的信息已保存。"
MOVED = "{name}已调往{organ}。"
DISABLED = "{name}的账号已停用，已打开的登录随即失效。"
ENABLED = "{name}的账号已启用。"
UNLOCKED = "{name}的登录锁定已解除。"
SECOND_FACTOR_REMOVED = "{name}的二次验证已解除，下次登录需要重新绑定。"
GRANTED = "已授予{name}“{role}”角色（{organ}）。"
ENDED = "{name}的“{role}”角色（{organ}）已结束。"
NOBODY_MARKED = "请先在人员列表里勾选人员，再批量授予角色。"

SHEET = "人员"
COLUMNS = ("账号", "姓名", "所在机关", "联系电话", "电子邮箱", "状态", "有效期至", "最近登录", "角色")
ACTIVE, DISABLED_STATE = "使用中", "已停用"
ROLE = "{role}（{organ}{below}）"
BELOW = "，含下级"
SEPARATOR = "；"
