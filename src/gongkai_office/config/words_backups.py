"""Chinese sentences of backups: making, restoring, trying."""

COMMA = "、"
VERBS = {
    "data.back_up": "备份",
    "data.restore": "从备份恢复",
    "data.drill": "恢复演练",
    "data.move": "改用 PostgreSQL",
}
FIELDS = {
    "audit.head": {
        "file": "备份文件",
        "size": "字节数",
        "passed": "是否通过",
        "seconds": "用时（秒）",
        "sessions": "结束的登录会话",
        "database": "数据库",
    }
}

BACKUP_HELP = "备份数据库和上传的文件，写成一个文件，核验后按 GONGKAI_KEEP_BACKUPS 清理旧的。"
RESTORE_HELP = "从备份恢复。系统已有数据时拒绝，除非 --replace；那时先把现有数据备份一份。请先停止服务。"
DRILL_HELP = "恢复演练：把最近一份备份恢复到临时数据库，逐项核对，结果记入日志。不影响正在使用的系统。"
FILE, FOLDER = "备份文件", "文件夹"
TO = "存放备份的文件夹，默认取 GONGKAI_BACKUPS"
FROM = "备份文件"
FROM_NEWEST = "备份文件；不写则用最近一份"
REPLACE = "系统已有数据时仍然恢复，先把现有数据备份一份"

MOVE_HELP = "改用 PostgreSQL：把 SQLite 数据库逐表复制到一个空的 PostgreSQL 数据库并核对。请先停止服务、做好备份。"
MOVE_TO = "新数据库的网址，postgres://所有者:口令@主机:5432/数据库名"
ADDRESS = "网址"
ONLY_TO_POSTGRESQL = "只能从 SQLite 改用 PostgreSQL：DATABASE_URL 不设置或指 SQLite，--to 写 PostgreSQL 的网址。"
TARGET_NOT_EMPTY = "{place} 里已有数据，没有复制。请另建一个空的数据库。"
NOT_MOVED = "没有复制到 {place}，现有数据没有改动：{why}"
MOVED_BADLY = "{place} 里的数据与原来的不符，请不要改用，删除后重新建库再试：\n{reasons}"
MOVED = """已复制到 {place}：{rows} 行数据，日志第 {number} 号，日志链完好。
上传的文件不用动。接下来：
  1. 由所有者授权给网站平时用的用户（见“怎样看护日志”）
  2. 设置文件里写 DATABASE_URL，然后启动服务
  3. 原来的 {old} 留存备查，不要再用"""

MADE = "备份完成并已核验：{place}（{size}，日志第 {number} 号，上传的文件 {files} 个）"
REMOVED = "已清理旧备份：{names}"
LACKING = "注意：有 {count} 个上传的文件在数据库里有记录，存放处却没有，如 {names}"
IN_BUCKET = "上传的文件在对象存储中，不在这份备份里，请按对象存储自己的办法备份。"

NO_FOLDER = (
    "没有存放备份的文件夹 {folder}，没有备份。"
    "它在另一块磁盘或另一台机器上的，请确认已经挂载；还没有建立的，先建立它。"
)
NO_BACKUP = "{folder} 里没有备份。先运行：gongkai-office backup"
NO_SUCH_BACKUP = "没有备份文件 {place}。"
BROKEN = "备份文件 {place} 不完整或者已损坏：{why}。请换一份备份。"
CHANGED = "备份文件 {place} 的内容与清单不符（{names}），不能用。请换一份备份。"
NO_MANIFEST = "没有清单"
CUT_OFF = "后面缺了一段"
GARBLED = "内容被改动过，不能解压"
NO_TAR = "不是备份文件，或者内容被改动过"
NOT_OURS = "里面有备份不会有的 {name}"
OTHER_FORMAT = "备份文件 {place} 是另一种格式（程序版本 {version}）。请用那个版本的程序恢复，再升级。"
DATABASE_DAMAGED = "数据库文件已经损坏，没有备份：{why}。请停止服务，从较早的备份恢复。"
NO_TOOL = (
    "本机没有 {name} 这个程序。请安装 PostgreSQL 客户端（Debian：postgresql-client），版本不低于数据库服务器。"
)
TOOL_FAILED = "{name} 没有成功：{why}"
OTHERS_CONNECTED = "还有程序连着数据库。请先停止所有机器上的服务，再恢复。"
MAY_NOT_CREATE = (
    "数据库用户不能建立临时数据库。请授予建库权限，或者用 GONGKAI_DRILL_DATABASE_URL 指定一个空数据库。"
)
DRILL_IN_EARNEST = "GONGKAI_DRILL_DATABASE_URL 指的就是正在使用的数据库，演练会把它清空。请另建一个空数据库。"
OTHER_VENDOR = "这份备份来自 {theirs}，现在的数据库是 {ours}，不能直接恢复。请先用 DATABASE_URL 换成相同的数据库。"
NOT_EMPTY = "系统里已有数据，没有恢复。要用备份替换它们，加上 --replace（会先把现有数据备份一份）。"
SAVED_BEFORE = "现有数据已备份到 {place}"
RESTORED = "恢复完成：日志第 {number} 号，{rows} 行数据，上传的文件 {files} 个，日志链完好。"
SESSIONS_ENDED = (
    "备份里的 {count} 个登录会话已全部结束，所有人须重新登录。备份之后停用的账号、收回的角色、改过的口令又回到了"
    "备份时的样子，请对照人员变动重新办理。"
)
RESTORED_BADLY = "恢复出来的数据与备份清单不符，请不要启动服务：\n{reasons}"
OLDER = "备份来自旧版本（缺 {count} 步），请运行：gongkai-office setup"
PASSED = "恢复演练通过：{place}，日志第 {number} 号，{rows} 行数据，上传的文件 {files} 个，用时 {seconds} 秒。"
FAILED = "恢复演练没有通过：{place}\n{reasons}"
DRILL_STOPPED = "核对程序没有完成：{why}"

HEAD_DIFFERS = "日志链头与清单不符：清单第 {expected} 号，恢复出来第 {actual} 号。"
COUNT_DIFFERS = "表 {table} 的行数与清单不符：清单 {expected}，恢复出来 {actual}。"
FILE_MISSING = "缺少上传的文件 {name}。"

JOB_BACKUP = "每日备份"
JOB_DRILL = "每月恢复演练"
