"""Chinese sentences of the command `check`."""

from gongkai_office.administration.health.words import State

HELP = "检查设置和程序是否完好；有须改正的，退出码为 1。"
DEPLOY = "对外提供服务之前用：另查数据库、磁盘、后台任务、日志、备份等，与“运行状况”页相同"

SAYS = {State.GOOD: "正常  {sentence}", State.WARNING: "注意  {sentence}", State.BAD: "错误  {sentence}"}
TITLED = "{title}：{says}"
ADVICE = "\n      {advice}"
WHOLE = "检查完成，没有发现问题。"
FOUND = "检查完成：须改正的 {bad} 项，须注意的 {warnings} 项。"

NO_BACKUPS = "备份：没有文件夹 {folder}。它在另一块磁盘或另一台机器上的，请确认已经挂载；还没有建立的，先建立它。"
BACKUPS_BESIDE = (
    "备份：{folder} 与数据在同一块磁盘上，磁盘坏了会一起丢失。\n"
    "      请用 GONGKAI_BACKUPS 改到另一块磁盘或者另一台机器（挂载的文件夹）；那里本来应当挂载的，请确认已经挂载。"
)

OF_DJANGO = {  # by the name of the check
    "security.W009": "GONGKAI_SECRET_KEY 太容易猜到：不同的字符太少。请用 gongkai-office key 生成。",
    "security.W025": "GONGKAI_OLD_SECRET_KEYS 里有太容易猜到的密钥。用不着了的请去掉。",
}
