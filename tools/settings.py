"""The page of the site's settings (设置项), from config/variables.toml."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai_office.config.variables import VARIABLES, Variable

HEAD = """\
# 设置项

本页由 `make docs` 从程序生成，请勿手改。

设置从环境变量读取；环境变量没有的，再从设置文件读取。
设置文件每行一个 `名称=值`，`#` 开头的是说明，值可以加引号，写法与 systemd 的 `EnvironmentFile` 相同。
依次找下面三个文件，找到一个就不再往下找：

1. `GONGKAI_ENV_FILE` 指明的文件；
2. `/etc/gongkai/office.env`；
3. 数据文件夹里的 `office.env`（`gongkai-office setup` 写的）。

改了设置要重启服务。写错的值在启动时指出是哪一项，不会当作没有写。

开关只能写 `1`（开）或 `0`（关）；“逗号分隔”的可以有空格。
"""


def settings_page() -> str:
    """Return the page: every setting by its group, with its default and an example."""
    return HEAD + "".join(_group(name) for name in dict.fromkeys(one.group for one in VARIABLES.values()))


def _group(name: str) -> str:
    rows = "\n".join(_rows(name))
    return f"\n## {name}\n\n| 环境变量 | 含义 | 不设置时 | 示例 |\n|---|---|---|---|\n{rows}\n"


def _rows(name: str) -> Iterator[str]:
    for one in VARIABLES.values():
        if one.group == name:
            example = f"`{one.example}`" if one.example else ""
            yield f"| `{one.whole_name}` | {_cell(one.meaning)} | {_default(one)} | {example} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _default(one: Variable) -> str:
    return one.shown or (f"`{one.default}`" if one.default else "（无）")
