"""Chinese words of background work."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """How far a job is (任务状态)."""

    WAITING = "waiting", "等待"
    RUNNING = "running", "运行中"
    DONE = "done", "完成"
    FAILED = "failed", "失败"
    CANCELLED = "cancelled", "已取消"


class Fault(TextChoices):
    """Why a run of a job came to nothing (失败原因)."""

    REFUSED = "refused", "无法办理"
    ERROR = "error", "程序出错"
    TIME = "time", "超过时限"
    MEMORY = "memory", "超过内存上限"
    CRASH = "crash", "进程异常退出"
    INTERRUPTED = "interrupted", "工作进程中断"
    UNKNOWN = "unknown", "程序中没有这种任务"


EVERY = "每{minutes}分钟"
DAILY = "每天 {at}"
WEEKLY = "每周{day} {at}"
MONTHLY = "每月{day}日 {at}"
WEEKDAYS = "一二三四五六日"

FAILED = {
    Fault.ERROR: "运行时程序出错，已尝试{tries}次。请看技术信息，排除原因后重试；仍然失败的，请联系系统维护人员。",
    Fault.TIME: "运行超过{limit}秒的时限，已停止。可以在系统空闲时重试；内容过多的，请分批办理。",
    Fault.MEMORY: "所需内存超过上限（{memory} MB），已停止。文件过大的，请拆分后再办理，或者由系统管理员调高上限。",
    Fault.CRASH: "运行任务的进程异常退出（{code}），已尝试{tries}次。可以重试；仍然失败的，请联系系统维护人员。",
    Fault.INTERRUPTED: "运行期间工作进程中断{times}次，不再自动重试。请查看服务器是否正常，然后重试。",
    Fault.UNKNOWN: "程序中没有名为“{name}”的任务，可能是升级后取消了。请联系系统维护人员。",
}
SIGNAL = "信号{number}"
EXIT_CODE = "退出码{number}"
TRIED_AGAIN = "第{attempt}次运行未成功（{fault}），{at}后自动重试。"

NOT_FINISHED = "任务正在{state}，不能重试。"
ALREADY_QUEUED = "同样的任务已经在排队或者运行，请等它结束后再试。"
ALREADY_ENDED = "任务已经结束，不能取消。"
STAYS_ON = "这项定时任务不能停用。"
NO_REASON = "请写明停用的原因。"
NO_SUCH_SCHEDULE = "没有名为“{name}”的定时任务。"
PRUNE = "清理过期的任务记录"
PRUNED = "已清理{count}条任务记录。"
WORK_HELP = "运行后台任务，直到收到停止信号。可以同时运行几个。"
AT_ONCE_NUMBER = "个数"
AT_ONCE_HELP = "同时运行几个任务，默认按设置 GONGKAI_JOB_AT_ONCE"
UNTIL_IDLE_HELP = "没有等待的任务时退出"
WORKER_STARTED = "工作进程 {name} 已启动"
WORKER_STOPPED = "工作进程 {name} 已停止"

VERBS = {
    "jobs.cancel": "取消后台任务",
    "jobs.fail": "后台任务失败",
    "jobs.retry": "重试后台任务",
    "jobs.run_schedule": "立即运行定时任务",
    "jobs.switch_schedule": "启停定时任务",
}
