"""Chinese words of the pages of local conventions."""

SAVED = "“{question}”已设为：{told}，自{day}起生效。"
WITHDRAWN = "已撤销，恢复到此前的做法。"
FILE_NAME = "本地口径-{organ}.toml"
