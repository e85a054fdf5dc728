"""Chinese words of the command line's arguments, in place of those that argparse brings."""

ARGPARSE = {
    "usage: ": "用法：",
    "options": "选项",
    "positional arguments": "参数",
    "show this help message and exit": "显示用法",
    "%(prog)s: error: %(message)s\n": "错误：%(message)s。用法见 %(prog)s --help\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s %(message)s",
    "unrecognized arguments: %s": "没有这样的选项或参数：%s",
    "the following arguments are required: %s": "缺少 %s",
    "expected one argument": "后面要写一个值",
    "expected at least one argument": "后面至少要写一个值",
    "invalid choice: %(value)r (choose from %(choices)s)": "不能是 %(value)s，只能是 %(choices)s 之一",
    "invalid %(type)s value: %(value)r": "不能是 %(value)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 有几种可能：%(matches)s",
    "ignored explicit argument %r": "后面不用写值（%s）",
}
