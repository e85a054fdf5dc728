"""The sentences that explain how table 3 counts a request (表三计数的说明)."""

from __future__ import annotations

DAY = "{0.year}年{0.month}月{0.day}日"
AWAITED = {"correction": "补正", "payment": "缴费"}
RECEIPT_SOURCE = "条例第三十一条"
SPLIT_SOURCE = "国办发〔2010〕5号"

# What is no request (来件性质).
NOT_REQUESTS = {
    "record_correction": "要求更正本人信息（条例第四十一条）的，不是政府信息公开申请，不计。",
    "enquiry": "没有以政府信息公开申请的形式提出的咨询，不计。",
    "petition": "没有以政府信息公开申请的形式提出的信访，不计。",
    "complaint": "对政府信息公开工作的投诉、举报（条例第四十七条），不是政府信息公开申请，不计。",
    "set_aside": "误寄、误提交等不作登记的，不计。",
}

# Whether it counts in a year, and by which row it enters.
PART = "第{number}部分："
RECEIVED = "{part}{on}收到申请"
ORDERED = "{part}{on}收到责令重新答复的决定，按本地口径再计一件"
NOT_RECEIVED = "收到申请之日还没有确定，不计。"
NOT_YET = "{began}，不计入{year}年。"
ENDED_BEFORE = "{began}，{ended}办结，不计入{year}年。"
STILL_WAITING = "{began}，{year}年12月31日仍在等待补正，按本地口径不计入{year}年。"
NEW = "{began}，计入“{row}”。"
NEW_AFTER_WAITING = "{began}，{before}年12月31日仍在等待补正，按本地口径作为{year}年的申请，计入“{row}”。"
CARRIED_IN = "{began}，{before}年12月31日没有办结，计入“{row}”。"
NOT_ANEW = "{part}{on}收到责令重新答复的决定，按本地口径不再计，第一次的结果不变。"

# By which row it leaves the year.
ENDED = "{part}{ended}办结。"
CARRIED_OUT = "{part}{year}年12月31日没有办结，计入“{row}”。"
CARRIED_OUT_WAITING = "{part}{year}年12月31日仍在等待{awaited}，没有办结，计入“{row}”。"
CARRIED_OUT_BY_CONVENTION = "{part}{year}年12月31日仍在等待{awaited}，按本地口径已计为新收，计入“{row}”。"

# In which column, and as how many.
APPLICANT = "申请人属于“{column}”，计入该列。"
BY_AGENT = "由代理人提出的，按申请人计：申请人属于“{column}”，计入该列。"
LAWYER = "律师以自己的名义申请，按本地口径计入“{column}”列。"
EACH_PART = "一份申请书拆分为{count}部分办理，按本地口径每一部分计一件。"
ONE_REQUEST = "一份申请书拆分为{count}部分办理，按本地口径计一件，各部分都办结后才算办结。"

# What cannot be so.
DOUBTS = {
    "counting.ended_unreceived": "{on}办结时，收到申请之日还没有确定，没有计入；请核对签收或者确认的日期。",
    "counting.ended_before_receipt": "{on}办结，早于收到申请之日{received}，按{received}办结计；请核对。",
    "counting.no_outcome": "{on}办结，没有登记办理结果，暂按没有办结计；请补登办理结果。",
    "counting.ended_twice": "已于{first}办结，此后没有责令重新答复，{on}的办结没有计入；请核对。",
}
