"""Chinese words that classified markings are made of (密级标志); without Django, for the inspecting process."""

LEVELS = ("绝密", "机密", "秘密")
# Traditional signs of the words below, and the simplified ones.
SIMPLIFIED = str.maketrans("機絕祕級長個內國間時啟啓開後", "机绝秘级长个内国间时启启开后")
_NUMBER = "(?:[0-9]{1,3}|[一二两三四五六七八九十百〇零]{1,4})"
_DATE = "[0-9]{4}(?:年(?:[0-9]{1,2}月(?:[0-9]{1,2}日?)?)?|[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?)"
# What may follow a level, with a star or without.
PERIOD = (
    r"(?:保密期限[:：]?)?(?:"
    rf"{_NUMBER}(?:年|个?月|天|日)(?:{_NUMBER}(?:个?月|天|日))?(?:以?内)?"
    rf"|长期|永久|启用前|公布前|公开前|解密前|使用完毕前|解密时间.{{0,20}}|(?:{_DATE})?(?:至|到)?{_DATE}(?:解密|前|止)?)"
)
SUFFIX = "(?:级|件|文件)?"
# What a level may be called in full before its star.
OWNER = "(?:(?:属于)?国家(?:秘密[:：])?)?"
# What is no state secret, or no marking, with the level that ends it.
CARRYING = ("国家", "商业", "工作", "保守", "涉及", "泄露", "审判", "军事", "技术", "通信", "属于", "个人", "党的")
# Signs and words that a sentence goes on with behind a marking, or leads to one with.
GOES_ON = "，。；、：:；“”‘’\"'的字样为是应按等如例或和及以标"
LEADS = "有注为是如即写例标按应或和及与、，：:“‘\"'"
STOPS = "，。；：:；“”‘’\"'"
LABEL = r"(?:密级|密级和保密期限|保密等级|秘密等级|涉密等级|涉密级别|文件密级)"
# What stands beside a marking on a document's head. The number of a copy has six digits, or begins with a zero.
FURNITURE = (
    r"(?:特急|加急|特提|平急|急件|限时|紧急程度[:：]?|份号[:：]?|保密期限[:：]?|密级[:：]?|编号[:：]?|页码[:：]?"
    r"|0[0-9]{1,7}|[0-9]{5,8}|第[0-9]{1,6}号?|[0-9]{1,6}号|共?[0-9]{1,5}[份页]|第[0-9]{1,5}[份页])"
)
PAGE_NUMBER = r"[\s\d\-—–/第页共]*"
# What people add to the name of a file at its beginning or end.
NAME_FURNITURE = rf"(?:[0-9]+|[vV][0-9]+|{PERIOD}|终稿|定稿|初稿|草稿|最终版?|修改稿|副本|复件|扫描件?|盖章版?)"
INTERNAL = (
    r"(?:内部资料|内部文件|内部使用|内部刊物|工作秘密)"
    r"[,，;；:：、★ ]*(?:注意保[存管密]|不得外传|请勿外传|严禁外传|妥善保管|用后销毁|[0-9]{1,2}年)?[!！。]?"
)
