"""Chinese words that classified markings are made of (密级标志); without Django, for the inspecting process."""

LEVELS = ("绝密", "机密", "秘密")
# What may follow a level, with a star or without.
PERIOD = (
    r"(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}|[0-9]{1,2}年[0-9]{1,2})(?:年|个?月|天|日)(?:以?内)?"
    r"|长期|永久|启用前|使用完毕前|解密时间.{0,20}"
    r"|(?:至|到)?[0-9]{4}[年./-][0-9]{1,2}(?:[月./-](?:[0-9]{1,2}日?)?)?(?:解密)?"
)
SUFFIX = "(?:级|件|文件)?"
# Signs and words of sentences: what stands with them speaks of markings.
PROSE = "，。；、：:；“”‘’\"'的字样为是应按等如例或和及"
LABEL = r"(?:密级|密级和保密期限|保密等级|秘密等级|涉密等级|涉密级别|文件密级)"
# What stands beside a marking on a document's head.
FURNITURE = (
    r"(?:特急|加急|特提|平急|急件|限时|紧急程度[:：]?|份号[:：]?|保密期限[:：]?|密级[:：]?|编号[:：]?|页码[:：]?"
    r"|[0-9０-９]{1,8}|第?[0-9]{1,6}号?|共?[0-9]{1,5}[份页]|第[0-9]{1,5}[份页])"
)
INTERNAL = (
    r"(?:内部资料|内部文件|内部使用|内部刊物|工作秘密)"
    r"[,，;；:：、★ ]*(?:注意保[存管密]|不得外传|请勿外传|严禁外传|妥善保管|用后销毁|[0-9]{1,2}年)?[!！。]?"
)
