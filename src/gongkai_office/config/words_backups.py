"""Chinese sentences of backups: making, restoring, trying."""

COMMA = "、"
VERBS = {"data.back_up": "备份", "data.restore": "从备份恢复", "data.drill": "恢复演练"}
FIELDS = {"audit.head": {"file": "备份文件", "size": "字节数", "passed": "是否通过", "seconds": "用时（秒）"}}

BACKUP_HELP = "备份数据库和上传的文件，写成一个文件，核验后按 GONGKAI_KEEP_BACKUPS 清理旧的。"
RESTORE_HELP = "从备份恢复。系统已有数据时拒绝，除非 --replace；那时先把现有数据备份一份。请先停止服务。"
DRILL_HELP = "恢复演练：把最近一份备份恢复到临时数据库，逐项核对，结果记入日志。不影响正在使用的系统。"
TO = "存放备份的文件夹，默认取 GONGKAI_BACKUPS"
FROM = "备份文件"
FROM_NEWEST = "备份文件；不写则用最近一份"
REPLACE = "系统已有数据时仍然恢复，先把现有数据备份一份"

MADE = "备份完成并已核验：{place}（{size}，日志第 {number} 号，上传的文件 {files} 个）"
REMOVED = "已清理旧备份：{names}"
LACKING = "注意：有 {count} 个上传的文件在数据库里有记录，存放处却没有，如 {names}"
IN_BUCKET = "上传的文件在对象存储中，不在这份备份里，请按对象存储自己的办法备份。"

NO_BACKUP = "{folder} 里没有备份。先运行：gongkai-office backup"
NO_SUCH_BACKUP = "没有备份文件 {place}。"
BROKEN = "备份文件 {place} 不完整或者已损坏：{why}。请换一份备份。"
CHANGED = "备份文件 {place} 的内容与清单不符（{names}），不能用。请换一份备份。"
NO_MANIFEST = "没有清单"
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
