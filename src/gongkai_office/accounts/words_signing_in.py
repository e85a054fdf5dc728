"""Chinese sentences of signing in, passwords, the second factor and sessions."""

SYSTEM_NAME = "政府信息公开工作系统"

# Signing in
WRONG_NAME_OR_PASSWORD = "账号或口令不正确。请检查大小写和输入法；忘记口令的，请联系本单位的系统管理员重置。"
LOCKED_FOR = "连续登录失败次数过多，已暂停登录。请在 {minutes} 分钟后（{until} 以后）再试。"
LOCKED_UNTIL_UNLOCKED = "连续登录失败次数过多，已暂停登录，须由安全管理员解除锁定。"
DISABLED = "您的账号已停用，不能登录。如需恢复，请联系本单位的系统管理员。"
EXPIRED = "您的账号已于 {day} 到期，不能登录。如需延期，请联系本单位的系统管理员。"
ONE_TIME_PASSWORD_TOO_OLD = "这个一次性口令已超过 {hours} 小时，不再有效。请联系本单位的系统管理员重新发放。"
ENDED = {
    "idle": "您已较长时间没有操作，为了安全已自动退出。请重新登录。",
    "age": "本次登录已到最长时限，为了安全已自动退出。请重新登录。",
    "out": "您已安全退出。",
    "locked": "原口令连续多次不正确，已退出并暂停登录。",
}

# Passwords
TOO_SHORT = "口令太短，至少 {length} 个字符。"
TOO_SHORT_RULE = "至少 {length} 个字符"
TOO_FEW_KINDS = "口令应当包含大写字母、小写字母、数字、符号中的至少 {kinds} 种，现在只有 {found} 种。"
TOO_FEW_KINDS_RULE = "包含大写字母、小写字母、数字、符号中的至少 {kinds} 种"
A_ROW = "口令里有“{row}”这样连续或重复的字符，容易被猜到，请换掉。"
A_ROW_RULE = "没有 {length} 个连续或重复的字符（如 1234、aaaa、qwer、1qaz）"
ABOUT_ONESELF = "口令与您的账号、姓名、手机或邮箱太相似。"
ABOUT_ONESELF_RULE = "不含账号、姓名、手机、邮箱"
TOO_COMMON = "这是常见口令（或其简单变形），容易被猜到，请换一个。"
TOO_COMMON_RULE = "不是常见口令，也不是常见口令或单位、系统、行业名称的拼音加数字、符号的变形"
# What everybody in the trade thinks of first; several in a row count, too.
OF_THE_TRADE = (
    "gongkai", "zhengwu", "zhengfu", "zhengce", "xinxi", "xxgk", "zwgk", "zfxx", "zfxxgk", "yishenqing",
    "shenqing", "bangong", "bangongshi", "bangongting", "banshi", "fuwu", "renmin", "guojia", "zhonghua",
    "zhongguo", "china", "gov", "sheng", "shi", "xian", "qu", "xiang", "zhen", "ting", "ju", "ke", "shiju",
    "xianzhang", "shizhang", "juzhang", "admin", "administrator", "guanli", "guanliyuan", "anquan", "shenji",
    "xitong", "system", "security", "audit", "root", "user", "yonghu", "ceshi", "test", "mima", "kouling",
    "password", "passwd", "pass", "pwd", "denglu", "login", "oa", "huawei", "inspur", "langchao", "lenovo",
    "lianxiang", "kylin", "qilin", "tongxin", "uos", "dameng", "kingbase", "wps", "kingsoft", "tencent", "weixin",
    "wechat", "aliyun", "alibaba", "sangfor", "qianxin",
)  # fmt: skip
USED_BEFORE = "这个口令用过。不能与最近 {count} 次的口令相同。"
USED_BEFORE_RULE = "不与最近 {count} 次用过的口令相同"
WRONG_OLD_PASSWORD = "原口令不正确。"
NOT_THE_SAME = "两次输入的新口令不一样。"
PASSWORD_CHANGED = "口令已修改。您在其他设备上的登录已全部结束。"
MUST_CHANGE = {
    "one_time": "您用的是管理员发放的一次性口令，请先设置自己的口令，再开始工作。",
    "too_old": "您的口令已使用超过 {days} 天，请先换一个新口令，再开始工作。",
}

# Second factor
DEVICE = "手机"
RECOVERY = "恢复码"
WRONG_TOKEN = "动态口令不正确。请看手机上当前的 6 位数字；手机时间不准也会造成不一致。"
WRONG_RECOVERY_CODE = "恢复码不正确，或者已经用过。"
TOO_MANY_TRIES = "刚才输错了，请等 {seconds} 秒再试。"
RECOVERY_FILE_NAME = "恢复码.txt"
RECOVERY_FILE = """\
{system} 恢复码
账号：{username}
生成时间：{at}

{codes}

每个恢复码只能用一次。请打印或抄下，锁在柜子里，不要存在手机里。
"""

# Sessions
FORGET_SESSIONS = "清理过期的登录会话"
SESSION_ENDED = "已结束该设备上的登录。"
SESSIONS_ENDED = "已结束其他设备上的登录：{count} 个。"
BROWSERS = (
    ("MicroMessenger", "微信"), ("QQBrowser", "QQ浏览器"), ("Edg", "Edge浏览器"), ("Firefox", "火狐浏览器"),
    ("360", "360浏览器"), ("UOSBrowser", "统信浏览器"), ("Qaxbrowser", "奇安信浏览器"), ("Chrome", "谷歌浏览器"),
    ("Safari", "Safari浏览器"),
)  # fmt: skip
SYSTEMS = (
    ("Windows", "Windows"), ("HarmonyOS", "鸿蒙"), ("Android", "安卓"), ("iPhone", "iPhone"), ("iPad", "iPad"),
    ("UOS", "统信UOS"), ("Kylin", "麒麟"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
)  # fmt: skip
UNKNOWN_BROWSER = "未知浏览器"
ON = "{browser}（{system}）"

# Single sign-on
NO_SUCH_ACCOUNT = (
    "您已通过统一身份认证，但本系统里没有与您对应的账号。请联系本单位的系统管理员开通，并告知统一身份认证的标识。"
)
NOT_VERIFIED = "统一身份认证没有完成：返回的信息不能通过核验。请重新登录；仍然不行的，请联系系统管理员。"
NOT_REACHED = "暂时连不上统一身份认证平台。请稍后再试，或者用本系统的账号登录。"
CANCELLED = "统一身份认证没有完成：您取消了登录，或者停留太久。请重新登录。"

# Settings
SEAL_BROKEN = (
    "动态口令的密钥打不开：本系统的密钥（GONGKAI_SECRET_KEY）换过，或者数据被改动。"
    "请由安全管理员解除动态口令后重新绑定，并请运维人员查明原因。"
)
NO_TIME_FOR_RESETS = "GONGKAI_RESET_HOURS 至少为 1（小时），否则没有人来得及确认。"
UNKNOWN_ROLE = "GONGKAI_SECOND_FACTOR_ROLES 中的角色“{role}”不存在；可用的有：{known}。"
