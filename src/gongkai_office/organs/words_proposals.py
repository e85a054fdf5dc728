"""Chinese words of what is proposed: what a name suggests, and who reviews by law."""

from __future__ import annotations

import re

KIND = "机关类别："
LEVEL = "层级："
DIVISION = "行政区划代码："
AND = "，"

# By the names of organs: departments of justice (行政复议法 article 28) and customs (行政诉讼法 article 15).
JUSTICE = re.compile("司法[厅局]")
CUSTOMS = re.compile("海关")

NONE = {
    "government": "国务院的行政行为不适用复议机关的一般规定。",
    "internal_unit": (
        "内设机构以所属机关的名义作出决定，复议机关和管辖法院按所属机关确定；依法以自己名义履行职能的，请自行填写。"
    ),
    "public_body": (
        "公共企事业单位的信息公开，适用条例第五十五条和主管部门的规定：可以向有关主管部门申诉，"
        "不按行政机关确定复议机关。"
    ),
}
UNKNOWN = "按机关类别无法推定，请自行填写。"
ZONE = "开发区管理机构按派出机关推定，请对照设立文件核对。"
