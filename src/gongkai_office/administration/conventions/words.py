"""Chinese words of the pages of local conventions."""

SAVED = "“{question}”已设为：{told}，自{day}起生效。"
WITHDRAWN = "已撤回，恢复到此前的做法。"
NOTHING_STATED = "文件里没有写明任何一项：要改变的，去掉那一行开头的“# ”，改成所选的值，再上传。"
UPLOADED = "已按文件设定 {count} 项本地口径，自{day}起适用。"
STALE = "预览已经超过一小时，或者不是从预览页提交的。请重新上传文件。"
CHANGED_SINCE = "预览之后口径又有变动，下面是重新核对的结果，请再确认一次。"
FILE_NAME = "本地口径-{organ}.toml"
