"""Chinese words of the pages of the calendar."""

OFF, MADE_UP, LOCAL = "休", "班", "休"
WEEKDAYS = "一二三四五六日"
ENTERED = "《{number}》已导入，{year}年的工作日已按它计算。"
LOCAL_ENTERED = "地方节日已保存，在{division}及所辖各级生效。"
WITHDRAWN = "已撤回，不再按它计算。需要时可以重新导入。"
NO_TEXT = "请粘贴通知的全文。"
YEAR_OUTSIDE = "只有{first}年至{last}年的日历。"
NOT_DAYS = "第{number}行“{line}”不是日期，请写成 2027-04-09 的样子，每行一天。"
LONGEST = 20
