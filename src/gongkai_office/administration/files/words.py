"""Chinese sentences of the pages of files."""

ACCEPTED = "文件“{name}”已接收，检查未发现需要注意的内容。"
ACCEPTED_WITH_REMARKS = "文件“{name}”已接收。检查发现 {count} 项需要注意，见下方“检查结果”。"
WITHDRAWN = "文件“{name}”已撤回，内容已从存储中删除；登记、日志仍保留。"
UPLOAD_TOO_LARGE = "上传的内容超过 {limit} MB，已中断接收。请压缩图片、拆分文件后再上传。"
EVERYTHING = "全部"
