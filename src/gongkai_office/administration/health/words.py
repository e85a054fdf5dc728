"""Chinese words of the health page."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """What a check found (检查结果)."""

    GOOD = "good", "正常"
    WARNING = "warning", "注意"
    BAD = "bad", "异常"


DATABASE = "数据库"
DATABASE_GOOD = "能连接，往返 {milliseconds} 毫秒"
DATABASE_BAD = "连不上"
DATABASE_ADVICE = "查看数据库是否在运行、网络是否通、连接数是否已满；运行日志里有原因。"

MIGRATED = "数据库结构"
MIGRATED_GOOD = "与程序一致"
MIGRATED_MISSING = "比程序旧，缺 {count} 步"
MIGRATED_MISSING_ADVICE = "先备份，再运行 gongkai-office setup。"
MIGRATED_UNKNOWN = "比程序新"
MIGRATED_UNKNOWN_ADVICE = "装回较新的程序，或者恢复与程序相配的备份。"

DISK = "磁盘"
DISK_SAYS = "空闲 {free}，共 {total}"
DISK_ADVICE = "清理磁盘，或者把数据文件夹移到更大的磁盘上。备份可用 GONGKAI_BACKUPS 放到别处。"
UNWRITABLE = "数据文件夹不可写"
UNWRITABLE_ADVICE = "把数据文件夹的属主改成运行服务的用户。"

WORKERS = "后台任务进程"
WORKERS_GOOD = "{count} 个在运行"
WORKERS_NONE = "没有在运行的"
WORKERS_ADVICE = (
    "导入、提醒、导出链头和备份都要靠它。启动 gongkai-office serve（不带 --no-worker），"
    "或者在别的机器上运行 gongkai-office work。"
)

QUEUE = "任务排队"
QUEUE_EMPTY = "没有等待的任务"
QUEUE_SAYS = "{count} 件等待，最早的已等 {minutes} 分钟"
QUEUE_ADVICE = "在“后台任务”页看是哪些任务在排队或者卡住；必要时调大 GONGKAI_JOB_WORKERS。"
SCHEDULES = "定时任务"
SCHEDULES_GOOD = "看护系统的都已启用"
SCHEDULES_OFF = "{titles}已停用"
SCHEDULES_ADVICE = "停用期间没有人看护。原因消除后，在“定时任务”页重新启用。"
AND = "、"
FAILED = "任务失败"
FAILED_NONE = "一天之内没有"
FAILED_SAYS = "一天之内 {count} 件"
FAILED_ADVICE = "在“后台任务”页看失败的原因，排除后重试。"

DELIVERIES = "邮件、短信"
DELIVERIES_GOOD = "没有发不出去的"
DELIVERIES_FAILED = "一周内 {count} 条没有发出"
DELIVERIES_RETRIED = "{count} 条暂时没有发出，正在重试"
DELIVERIES_LATE = "{count} 条到时没有发送"
DELIVERIES_SAYS = "{what}；最早的一条：{ago}{reason}"
DELIVERIES_REASON = "；最近的原因：{reason}"
DELIVERIES_ADVICE = (
    "按原因检查邮件服务器、短信网关，以及“定时任务”里发送通知是否停用；排除后在“已发通知”里点开有失败的，"
    "按“重新发送”。页面上的通知不受影响。"
)
LIST = "；"

GUARDS = "日志保护"
GUARDS_GOOD = "数据库拒绝改动日志"
GUARDS_BAD = "数据库缺少 {count} 个防止改动日志的触发器"
GUARDS_ADVICE = "立即核验日志链，查明是谁去掉的，再按说明恢复触发器。"

HEAD = "日志链头导出"
HEAD_SAYS = "最近一次：{ago}"
HEAD_NEVER = "还没有导出过"
HEAD_FRESH = "新装不到两天，尚未导出"
HEAD_BESIDE = "{says}；文件与数据在同一个文件夹，能改数据库的人也能改它"
HEAD_BESIDE_ADVICE = "把设置 GONGKAI_HEADS 改为另一台机器上的文件（挂载的文件夹，网站只能追加），见“怎样看护日志”。"
HEAD_ADVICE = "确认后台任务在运行，且 GONGKAI_HEADS 指向的地方可写；可在“日志”页立即导出。"

BACKUP = "备份"
BACKUP_SAYS = "最近一份：{ago}，{size}"
BACKUP_NEVER = "没有备份"
BACKUP_ADVICE = "运行 gongkai-office backup，并安排每天自动备份（见“备份和恢复”）。"

DRILL = "恢复演练"
DRILL_SAYS = "最近一次：{ago}"
DRILL_NEVER = "没有做过"
DRILL_FAILED = "最近一次没有通过：{ago}"
DRILL_ADVICE = "运行 gongkai-office drill。没有演练过的备份不能算备份。"

MODE = "运行方式"
MODE_GOOD = "正式环境"
MODE_DEMO = "演示环境：不要求动态口令"
MODE_DEBUG = "开发调试：出错时会显示程序细节"
MODE_ADVICE = "正式使用前去掉 GONGKAI_DEMO、GONGKAI_DEBUG。"
HTTPS = "加密访问"
HTTPS_GOOD = "只用 HTTPS"
HTTPS_BAD = "没有要求 HTTPS"
HTTPS_ADVICE = "在代理上配好证书，然后设置 GONGKAI_HTTPS=1。"

REASON = "{title}：{says}"
NOW = "刚刚"
MINUTES_AGO = "{count} 分钟前"
HOURS_AGO = "{count} 小时前"
DAYS_AGO = "{count} 天前"

VERSION = "程序版本"
PLATFORM = "运行环境"
PLACE = "数据文件夹"
STORE = "文件存放"
ON_DISK = "数据文件夹下的 files"
IN_BUCKET = "对象存储"
HEAD_NUMBER = "日志条数"
SQLITE = "SQLite {version}，{size}"
POSTGRESQL = "PostgreSQL {version}，{size}"

METRICS_REFUSED = "不允许从这个地址读取指标；请设置 GONGKAI_MONITORS 或者 GONGKAI_MONITOR_TOKEN。\n"
