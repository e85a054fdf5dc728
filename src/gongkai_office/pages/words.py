"""Chinese sentences beside the fields of all forms: what is wrong with what was filled in."""

import re

ASIDE = re.compile("（.*?）")  # what a label explains is not repeated

FILL_IN = "请填写{label}。"
CHOOSE = "请选择{label}。"
CHOOSE_FILE = "请选择要上传的文件。"
TICK = "请勾选“{label}”。"
NOT_OFFERED = "{label}不在可选的范围内，请重新选择。"
WHOLE_NUMBER = "{label}应为整数。"
BETWEEN = "{label}应为{least}至{most}的整数。"
AT_LEAST = "{label}应为不小于{least}的整数。"
AT_MOST = "{label}应为不大于{most}的整数。"
DATE = "{label}应写成日期，例如 2026-03-05。"
EMAIL = "{label}的格式不对，例如 name@example.cn。"
TOO_LONG = "{label}不能超过{most}个字，现在有{count}个字。"
EMPTY_FILE = "这个文件是空的，请另选一个。"
