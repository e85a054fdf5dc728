"""Chinese words of the log: what can be wrong with a chain, and what the log's own verbs are called."""

from __future__ import annotations

from django.db.models import TextChoices

VERBS = {
    "audit.verify": "核验日志链",
    "audit.export": "导出日志",
    "audit.export_head": "导出链头",
    "audit.restore_guards": "恢复数据库对日志的防护",
}
SUBJECTS = {"audit.head": "日志链", "audit.event": "日志记录"}
FIELDS = {
    "audit.head": {
        "number": "链头序号",
        "digest": "链头摘要",
        "holds": "链是否完好",
        "events": "记录数",
        "flaws": "断点",
        "since": "起",
        "until": "止",
        "form": "格式",
        "complete": "是否全部记录",
        "first": "首条序号",
        "last": "末条序号",
        "triggers": "触发器",
    }
}


class Flaw(TextChoices):
    """What is wrong at one place of a chain (断点)."""

    MISSING = "missing", "缺少记录"
    ALTERED = "altered", "记录被改动"
    UNLINKED = "unlinked", "前后不相接"
    STRAY = "stray", "多出的记录"
    UNKNOWN_METHOD = "unknown_method", "无法核对"
    NO_HEAD = "no_head", "没有链头"
    HEAD_DIFFERS = "head_differs", "链头与最后一条不符"
    AFTER_HEAD = "after_head", "链头之后还有记录"
    NOT_AS_EXPORTED = "not_as_exported", "与已导出的链头不符"
    LOST_EXPORT = "lost_export", "导出文件缺少链头"
    FEWER = "fewer", "条数不足"
    UNREADABLE_LINE = "unreadable_line", "读不出的一行"
    UNGUARDED = "unguarded", "数据库防护缺失"


SENTENCES = {
    Flaw.MISSING: "缺少第 {number} 号至第 {last} 号记录，共 {count} 条。",
    Flaw.ALTERED: "第 {number} 号记录的内容与它的摘要不符：写入之后被改动过。",
    Flaw.UNLINKED: (
        "第 {number} 号记录中的“上一条摘要”与上一条记录的摘要不符：上一条连同摘要被整条改写过，或者这一条被改动过。"
    ),
    Flaw.STRAY: "序号 {number} 不应在此出现：序号从 1 起逐条加一，这一条是多出的，或者次序被打乱。",
    Flaw.UNKNOWN_METHOD: "第 {number} 号记录所用的摘要算法“{detail}”在本机不可用，无法核对。",
    Flaw.NO_HEAD: "数据库中没有链头这一行，无法确认最后一条记录是哪一条，也不能写入新的记录。",
    Flaw.HEAD_DIFFERS: "链头与最后一条记录（第 {number} 号）的摘要不符：最后一条被改写过，或者链头被改动过。",
    Flaw.AFTER_HEAD: (
        "链头之后还有第 {number} 号至第 {last} 号记录，共 {count} 条：不是由网站写入的，或者链头被改回过。"
    ),
    Flaw.NOT_AS_EXPORTED: (
        "{detail} 导出的链头（第 {number} 号）不在链中："
        "该号及以前的记录被整体改写或者删除过，或者数据库被换成了旧的。"
    ),
    Flaw.LOST_EXPORT: "日志记载第 {number} 号链头已经导出，导出文件中却没有：文件被改动、截短或者换过。",
    Flaw.FEWER: "文件的说明行写明共 {last} 条记录，实际只有 {number} 条。",
    Flaw.UNREADABLE_LINE: "文件第 {number} 行读不出：{detail}。",
    Flaw.UNGUARDED: (
        "数据库已不再拒绝改动日志，缺少触发器：{detail}。请查明是谁去掉的，再用命令 gongkai-office guard_log 恢复。"
    ),
}
ONE_MISSING = "缺少第 {number} 号记录。"
ONE_AFTER_HEAD = "链头之后还有第 {number} 号记录：不是由网站写入的，或者链头被改回过。"

NOT_JSON = "不是完整的 JSON"
NO_FIELDS = "缺少“{field}”"
NO_HEADER = "文件开头不是日志导出的说明行。请使用从本系统“导出日志”得到的 JSON 行文件。"
NO_DATABASE = "不能核验：数据库读不出（{why}）。请检查 DATABASE_URL、数据库是否运行、是否已经建表。"
UNREADABLE_FILE = "读不出文件 {path}：{why}。"

HOLDS = "日志链完好：共 {events} 条记录，链头第 {number} 号，摘要 {digest}。"
BROKEN = "日志链有 {count} 处断点："
MORE = "……另有 {count} 处，未逐一列出。"
FILE_HOLDS = "导出文件完好：共 {events} 条记录，第 {number} 号至第 {last} 号。"
PARTIAL_FILE = "这是部分导出（只含部分机关或者部分记录）：已逐条核对内容和次序，不能核对是否缺少记录。"
HEADS_COMPARED = "与导出文件中的 {count} 个链头一致。"
NO_HEADS = "还没有导出过链头，未与外部文件比对。"
VERIFYING = "已核对 {done} / {total} 条"

WENT_BACK = (
    "没有导出：文件 {path} 中最后导出的链头是第 {exported} 号，数据库中的链与它不相容（现在是第 {number} 号）。"
    "数据库可能被换成了旧的，或者日志被改写过。请先核验日志链，查明原因。"
)
NOT_WRITABLE = "链头不能写入文件 {path}：{why}。请检查设置 GONGKAI_HEADS 所指的文件夹是否存在、可写、有空间。"
EXPORTED = "已导出链头：第 {number} 号，摘要 {digest}，写入 {path}。"

FILE = "文件"
HELP_VERIFY = "核验日志链：说明在哪里断开；有断点时退出码为 1，不能核验时为 2。"
HELP_EXPORT = "不核验数据库，只核验从“导出日志”得到的 JSON 行文件（不需要数据库）"
HELP_HEADS = "链头的导出文件，用来比对；默认是设置 GONGKAI_HEADS 所指的文件"
HELP_EXPORT_HEAD = "把日志链头追加到数据库之外的文件（定时任务每天也会做）。"
HELP_GUARD = "恢复缺少的触发器，使数据库重新拒绝改动日志（需要表的所有者的权限）。已有的断点不会因此消失。"
GUARDS_STAND = "触发器齐全，不需要恢复。"
GUARDS_MADE = "已恢复触发器：{names}。"
NO_RIGHTS = "不能恢复触发器：{why}。请用表的所有者的角色执行。"
