"""What the commands of the law say (期限、收费、文书命令的文字)."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

SEPARATOR = "、"

# How a person types what happened.
SO_MANY_DAYS = re.compile(r"(\d{1,3})(?:(?:个?工作日|天)内?)?")
# What an order for a new reply may leave besides working days.
ORDERED_CALENDAR_DAYS = re.compile(r"(\d{1,3})(?:个?(?:自然|日历)日|日|天)内?")
ORDERED_UNTIL = re.compile(r"[于至到]?\s*(.+?)\s*(?:[以之]?前|止)?")
EVENT_WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "提交申请": ("submitted", {}),
    "提交": ("submitted", {}),
    "收到": ("submitted", {"channel": "counter"}),
    "当面提交": ("submitted", {"channel": "counter"}),
    "口头申请": ("submitted", {"channel": "oral"}),
    "邮寄": ("submitted", {"channel": "signed_mail"}),
    "平信": ("submitted", {"channel": "plain_mail"}),
    "互联网提交": ("submitted", {"channel": "internet"}),
    "网上提交": ("submitted", {"channel": "internet"}),
    "电子邮件提交": ("submitted", {"channel": "internet"}),
    "挂号信": ("submitted", {"channel": "signed_mail"}),
    "EMS": ("submitted", {"channel": "signed_mail"}),
    "特快专递": ("submitted", {"channel": "signed_mail"}),
    "传真提交": ("submitted", {"channel": "fax"}),
    "签收": ("arrived", {}),
    "实际收到": ("arrived", {}),
    "签收或者实际收到": ("arrived", {}),
    "确认": ("confirmed", {}),
    "双方确认": ("confirmed", {}),
    "与申请人确认": ("confirmed", {}),
    "补正告知": ("correction_asked", {}),
    "补正告知书送达": ("correction_notice_served", {}),
    "补正告知送达": ("correction_notice_served", {}),
    "收到补正": ("correction_received", {}),
    "要求说明理由": ("reason_asked", {}),
    "说明理由告知": ("reason_asked", {}),
    "收到说明理由": ("reason_given", {}),
    "收到理由": ("reason_given", {}),
    "确定延迟答复期限": ("delay_set", {}),
    "延迟答复": ("delay_set", {}),
    "征求意见": ("consulted", {}),
    "征求第三方": ("consulted", {"party": "third_party"}),
    "征求第三方意见": ("consulted", {"party": "third_party"}),
    "征求共同制作机关": ("consulted", {"party": "co_producer"}),
    "征求其他机关": ("consulted", {"party": "other_organ"}),
    "征求意见书送达": ("consultation_delivered", {}),
    "收到意见": ("consultation_answered", {}),
    "第三方回复": ("consultation_answered", {}),
    "其他机关回复": ("consultation_answered", {}),
    "延期告知": ("extended", {}),
    "延期": ("extended", {}),
    "收费通知": ("fee_asked", {}),
    "收费通知送达": ("fee_notice_served", {}),
    "缴费": ("fee_paid", {}),
    "缴费完成": ("fee_paid", {}),
    "作出答复": ("answered", {}),
    "答复": ("answered", {}),
    "答复交邮": ("answered", {"service": "posted"}),
    "答复送达": ("served", {}),
    "撤回": ("withdrawn", {}),
    "撤回申请": ("withdrawn", {}),
    "视为放弃": ("lapsed", {}),
    "责令重新答复": ("reopened", {}),
}
CHANNEL_WORDS = {
    "当面": "counter",
    "现场": "counter",
    "邮寄": "signed_mail",
    "挂号": "signed_mail",
    "EMS": "signed_mail",
    "平信": "plain_mail",
    "互联网": "internet",
    "网上": "internet",
    "电子邮件": "internet",
    "传真": "fax",
    "口头": "oral",
}
PARTY_WORDS = {"第三方": "third_party", "共同制作机关": "co_producer", "其他机关": "other_organ"}
SERVICE_WORDS = {
    "直接送达": "handed",
    "当面": "handed",
    "邮寄": "posted",
    "邮寄送达": "posted",
    "交邮": "posted",
    "挂号": "posted",
    "EMS": "posted",
    "邮政快递": "posted",
    "电子送达": "electronic",
    "电子邮件": "electronic",
    "互联网": "electronic",
}

NTH = "第 {number} 项“{text}”："
LINE_OF_FILE = "{file} 第 {number} 行“{text}”："
NO_EVENT = "请写明发生了什么，如：gongkai clock 2026-03-02 当面提交"
NO_EVENTS = "{file} 里没有任何事项"
TOO_MANY_EVENTS = "最多写 {most} 项"
NOT_UTF8 = "不是 UTF-8 编码的文字，请另存为 UTF-8（记事本：另存为，编码选 UTF-8）再试"
NOT_A_LIST = (
    '{file} 不是事件的 JSON，应是一个列表，如 [{{"event": "submitted", "on": "2026-03-02", "channel": "counter"}}]'
)
BAD_EVENT = "{file} 第 {number} 项不是一个事件：event 不认识，或者缺少、多了内容"
BAD_FIELD = "{file} 第 {number} 项的“{field}”不对"
NO_SUCH_DAY = "没有“{day}”这一天"
NOT_A_DAY = "开头应是日期，如 2026-03-02；“{day}”不是日期，也没有这个文件"
UNKNOWN_EVENT = "不认识“{word}”，{more}"
NOT_UNDERSTOOD = "看不懂“{word}”；备注请写在最后的括号里，如（夜间收到）"
MEANT = "是否应为“{word}”"
KNOWN_EVENTS = "可以写的词见 docs/reference/commands.md"
WHICH_CHANNEL = "请写明提交方式：当面、邮寄、平信、互联网、传真、口头"
WHICH_CONSULTATION = "请写明是哪一次征求意见：{names}"
NO_CONSULTATION = "没有写过征求意见，请先写征求了谁的意见"
HOW_MANY_DAYS = {
    "correction_asked": "请写明给申请人几个工作日，如：补正告知 10",
    "reason_asked": "请写明给申请人几个工作日，如：说明理由告知 10",
}
UNTIL_WHEN = "请写明延迟到哪一天"
ONE_FILE = "一次算一件申请：只能写一个文件"

# Where a place's own law comes from.
SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY, DIVISION, TEXT = "日期", "代码", "文字"
A_DIVISION = re.compile(r"\d{6}(?:\d{3}){0,2}")
TODAY_HELP = "以哪一天为今天，如 2026-03-20；不写时为北京时间的今天。"
NOTICE_HELP = "国务院办公厅的放假通知：粘贴了全文的文本文件，或者 JSON；可写多次。"
HOLIDAYS_HELP = "地方节日的 JSON 文件，须同时写 --division。"
TO_NOTE = "请注意：{text}"
BAD_DAY = "{option} 应是日期，如 2026-03-02，不能是“{text}”"
NO_HOLIDAYS = "只写 --division 不起作用：请用 --holidays 写明地方节日的文件"
DIVISION_HELP = "所在的行政区划代码，如 659900，用来确定地方节日。"
CONVENTIONS_HELP = "本地口径（TOML 文件）；不写时用默认口径，见 docs/reference/conventions.md。"
BAD_DIVISION = "--division 应是行政区划代码，6 位数字，不是“{code}”"
HOLIDAYS_WHERE = "写了 --holidays 时，请用 --division 写明是哪里"
IN_FILE = "{file} 不能用："

# gongkai clock
CLOCK_HELP = """计算一件政府信息公开申请的答复期限，并逐行说明是怎样算的。

EVENT 是发生的事：先写日期，再写是什么事；可以写多项，先后不论，也可以是文件（每行一项）。
只写日期，表示当天当面收到申请。

例：gongkai clock 2026-03-02

例：gongkai clock 2026-03-02 当面提交 2026-03-06 征求第三方 2026-03-18 第三方回复

退出码：0 没有逾期；1 已经逾期，或者有的记录不合规定；2 用法错误。
"""
EVENTS_ARGUMENT = "EVENT…"
FORMAT_HELP = "格式：table（默认）或者 json。"
NO_CALENDAR_HELP = "不显示日历。"
SAYS_UNTIL = ("延迟答复", "确定延迟答复期限", "至")
ON_DAY = "{day}（周{weekday}）"
RECEIVED, DUE, STANDING = "收到申请之日", "答复到期日", "现在"
NO_DUE = "——（{phase}）"
UNKNOWN_DAY = "——"
LEFT = "还有 {days} 个工作日"
LAST_DAY = "今天是最后一天"
OVERDUE = "逾期 {days} 个工作日"
EXPECTED, PROVISIONAL, OVER = "预计", "暂定", "已过"
IN_TIME, LATE = "按期", "迟 {days} 个工作日"
ENDED = "{phase}：{day}，{verdict}"
STEPS_TITLE, DEADLINES_TITLE, OPTIONS_TITLE, DOUBTS_TITLE = "怎样算的", "各项期限", "还可以", "请注意"
SOURCE = "（{source}）"
UNTIL, SINCE, LONGEST = "至 {day}", "自 {day} 起", "，最多延至 {day}"
MONTH = "{year} 年 {month} 月"
SIGNS = {"receipt": "收", "counted": "", "off": "休", "paused": "停", "waiting": "待", "superseded": "旧"}
DUE_SIGN, WORKED_SIGN = "到", "班"
LEGEND_COUNTED, LEGEND_RECEIPT, LEGEND_DUE = "日/第几个工作日", "收 起算日，不计", "到 到期日"
LEGEND_WORKED, LEGEND_OFF, LEGEND_PAUSED = "班 调休上班，计入", "休 不上班", "停 不计入期限"
COLON = "："

# gongkai fee
FEE_HELP = """计算一件申请的信息处理费（国办函〔2020〕109号），并写明收费通知应有的内容。

按件：gongkai fee --pieces 12，是该申请人当月的第 12 件（分成几件的用 --split）。

按量：gongkai fee --pages 68

退出码：0 已算出（包括不收费）；2 用法错误。
"""
PIECES_HELP = "按件：这是同一申请人在一个自然月内的第几件。"
SPLIT_HELP = "这一件申请按“一事一申请”分成几件，默认 1。"
PAGES_HELP = "按量：提供多少页（单面 A4）。"
RECEIVED_HELP = "收到申请之日；不写时为今天。"
SERVED_HELP = "申请人收到收费通知之日：写了就算出缴费的最后一天。"
PAYMENT_HELP = "缴纳方式，写进通知。"
NO_SPLIT = "--split 只用于按件计收（--pieces）"
SERVED_BEFORE = "收到收费通知之日（--served）不能早于收到申请之日（--received）"
TOO_MANY = "{option} 最多为 {most}，请核对"
ONE_SCALE = "请写 --pieces 或者 --pages 中的一个：一件申请不能同时按两种标准计收"
TOO_FEW = "{option} 应是不小于 {least} 的整数"
AMOUNT = "应缴信息处理费：{amount} 元"
NO_FEE = "不收费"
NOTICE_TITLE, OFFICE_TITLE = "收费通知应写明", "请注意"
NOTICE_LINES = {
    "fee_basis": "收费依据",
    "fee_standard": "收费标准",
    "fee_amount": "收费数额",
    "fee_payment": "缴纳方式",
    "period": "缴费期限",
    "consequence": "逾期后果",
}
TO_FILL_IN = "【待填：缴纳方式】"
IF_CHARGED = "以上按收费计算；默认口径是不收费，收费须由机关决定（本地口径 charge_fees）。"

# gongkai letter
LETTER_HELP = """写依申请公开的文书：补正告知、延期告知、征求意见、收费通知、各种答复书……

不写 WHAT：列出所有文书。WHAT 是文书代码或者答复的种类：给出一份填写表。WHAT 是填好的表：写成文书。

例：gongkai letter L03 --output 补正.toml

例：gongkai letter 补正.toml --output 补正告知书.docx

例：gongkai letter granted not_existing --output 答复.toml（两项内容，一份答复书）

写 wordings：给出程序自带的全部文字（TOML 文件），改好后用 --wordings 指明。

缺少必备要素的文书不能写出，会指出缺什么；--draft 可以先看样。

退出码：0 已写出；1 缺少必备要素或者有错误，不能发出；2 用法错误，或者不能写入。
"""
WHAT_ARGUMENT = "[WHAT]…"
LETTER_OUTPUT_HELP = "写到哪个文件，可写多次：填写表为 .toml，文书为 .docx 或者 .pdf；不写时显示在屏幕上。"
DRAFT_HELP = "看样：不完整的也写出，缺的地方标“【待填：……】”。"
EXAMPLE_HELP = "用虚构机关的示例内容写成文书。"
WORDINGS_HELP = "本机关的文书文字（TOML 文件）；不写时用程序自带的文字。"
WORDINGS = "wordings"
UNKNOWN_LETTER = "没有“{name}”这种文书，也没有这个文件{meant}；不写任何内容运行 gongkai letter，可以列出全部文书"
ONE_LETTER = "一次写一种文书；只有答复书可以写几项：每项写一个答复的种类"
TOML_ONLY = "填写表请写成 .toml（如 补正.toml），不能是 {path}；要看写好的样子，请加 --example"
EXISTS = "{path} 已经存在，没有写入；要覆盖请加 --force"
FORCE_HELP = "填写表的文件已经存在时覆盖。"
EXAMPLE_OF_WHAT = "--example 要写明是哪种文书，如：gongkai letter L03 --example"
IS_REPLY = "{code} 是答复书，请写明答复的种类：{kinds}"
MEANT_LETTER = "，是否应为“{name}”"
DOCX_OR_PDF = "看不出 {path} 要写成什么格式，请把扩展名写成 docx 或者 pdf"
WRITTEN_LETTER = "已写出：{path}"
NOT_ISSUED = "这份文书还不能发出。"
NOT_ISSUED_DRAFT = "这是看样，还不能发出。"
MISSING_TITLE, PROBLEMS_TITLE = "缺少的必备要素", "应当改正"
LETTERS_TITLE, REPLIES_TITLE = "文书", "答复书，按答复的种类（一份答复书可以写几种）"
LETTER_NEXT = (
    "得到填写表：gongkai letter 代码 --output 文件.toml；看示例：gongkai letter 代码 --example --output 示例.pdf"
)
REPLY_TITLE = "政府信息公开申请答复书"
FORM_HEAD = "填好引号里的内容，日期写成 2026-03-05；不用的留空。然后：gongkai letter 本文件 --output 文书.docx"
STOP = "。"
MUST, MAY = "必填", "需要时填"
ONE_OF, CHOICES_BETWEEN = "从中选一项：{choices}", "／"
COLUMNS = '每行写成 {{ 栏名 = "…" }}，栏名：{columns}'
SUCH_AS = "例：{example}"
GROUNDS_HINT = "不予公开部分的依据，可写几个：{grounds}"
NO_ANSWERS = "{file} 里没有 [[answers]]：答复书至少答复一项"
NO_DOCUMENT = '{file} 里没有写明是哪种文书（document = "L03"），或者没有这种文书'
FORM_TOO_LARGE = "{file} 太大，不像是文书的填写表"
NOT_TOML = '{file} {where}不合写法：字段名和内容都放在英文（半角）引号里，写成 "字段" = "内容"，同一项只写一次'
AT_LINE = "第 {line} 行"
NO_GROUNDS = '第 {number} 项的 grounds 应写成 ["third_party_rights"] 的样子'
NO_OUTCOME = "第 {number} 项没有写 outcome（答复的种类）"
UNKNOWN_OUTCOME = "第 {number} 项：没有“{word}”这种答复，{more}"

# gongkai conventions
CONVENTIONS_COMMAND_HELP = """写出本地口径文件：法律没有写明、由本机关确定的每一个问题，可选的值、默认值和依据。

去掉要改的行首的“# ”，改成所选的值，然后在其他命令里用 --conventions 指明。写了 FILE 时，检查并带入其中的选择。

退出码：0 已写出；2 FILE 不能用，或者不能写入。
"""
CONVENTIONS_OUTPUT_HELP = "写到哪个文件；不写时显示在屏幕上。"
