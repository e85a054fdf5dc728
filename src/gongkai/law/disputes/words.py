"""The sentences that explain how table 4 counts a dispute (表四计数的说明)."""

from __future__ import annotations

# Whether it is this organ's dispute.
NOT_DISCLOSURE = "不是因政府信息公开工作发生的案件，不计。"
IS_REVIEWER = "本机关是复议机关，不是被申请人，不计。"
JOINT_ONLY_ORIGINAL = "复议机关与作出原行为的机关是共同被告，由作出原行为的机关计，本机关不计。"
JOINT_BOTH = "复议机关与作出原行为的机关是共同被告，按本地口径两个机关都计。"
SOLE_COUNTS = "复议机关单独作被告，按本地口径计入。"
SOLE_NOT = "复议机关单独作被告，按本地口径不计。"
JOINT_SOURCE = "国办公开办函〔2016〕201号"
SOLE_SOURCE = "行政诉讼法第二十六条第二款"
APPEAL_SOURCE = "行政诉讼法第八十五条"

# Whether it is a dispute of the year.
FILED = "{what}{filed}发生，计入{year}年。"
PENDING_BEFORE = "{what}{filed}发生，上年末尚未审结，按本地口径计入{year}年。"
DECIDED = "{what}{filed}发生，{year}年审结，按本地口径计入{year}年。"
NOT_YET = "{what}{filed}发生，不计入{year}年。"
CLOSED_BEFORE = "{what}{filed}发生，{closed}已经审结，不计入{year}年。"
ONLY_FILED = "{what}{filed}发生，按本地口径只计当年新发生的，不计入{year}年。"
NOT_DECIDED = "{what}{filed}发生，{year}年没有审结，按本地口径不计入{year}年。"

# In which column.
PENDING = "{year}年12月31日没有审结，计入“{column}”。"
NOT_EFFECTIVE = "{decided}作出的一审裁判，{effective}起生效，{year}年12月31日没有审结，计入“{column}”。"
RESULT = "结果是“{result}”，计入“{column}”。"
FOR_REASON = "结果是“{result}”，{because}，计入“{column}”。"
EFFECTIVE = "生效裁判是{stage}的“{result}”，计入“{column}”。"
