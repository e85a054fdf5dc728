"""What a person is told who cannot print, and wordings that have a place of their own on a page (排版用语)."""

from __future__ import annotations

import re

PACKAGE, RARE_PACKAGE = "fonts-noto-cjk", "fonts-hanazono"
_INSTALL = "例如：sudo apt install {package}"
NO_FONT = "没有安装中文字体，不能生成 PDF；请先安装，" + _INSTALL.format(package=PACKAGE)
MISSING_HAN = "已安装的字体都没有“{character}”（{code}），不能生成 PDF；请安装收字更全的字体，" + _INSTALL
MISSING_GLYPH = "已安装的字体都没有“{character}”（{code}），不能生成 PDF；请安装有这个字符的字体，或者改用别的字符"
PRIVATE_GLYPH = "文中有自造字（{code}），别的电脑显示不出，不能生成 PDF；请改用标准汉字"
UNPRINTABLE = "文中有显示不出的字符（{code}），不能生成 PDF；请删去"
CANNOT_SET = "不能排成 PDF：{problem}"

# A date on a line of its own, as it stands below a signature.
DATE = re.compile(r"\s*(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日\s*")
# Where a title is cut that is too long for one line: before its year, or else before what it is about.
TITLE_CUT = re.compile(r"(?<=.)(?<!\d)(?:\d{4}\s?年|政府信息公开)")
# Where an organ's name may be cut that is too long for one line: behind a region or an organ that it begins with.
NAME_CUT = re.compile(
    r"(?<=.)(?:省|自治区|自治州|市(?![场政民容])|县|[^社]区(?!域)|旗|镇|街道|政府|(?<!社)会(?![计议展])|委(?![员托])|局|厅|院|办公室|中心)(?=.)"
)
# What a group's name begins with, which stands on a line of its own where the name is too long for one.
GROUP_ORDINAL = re.compile(r"^[（(][一二三四五六七八九十]{1,2}[）)]")

# Fonts by the names they bear in Chinese.
XIAOBIAOSONG, ZHONGSONG, SONG, SOURCE_SONG = "方正小标宋简体", "华文中宋", "宋体", "思源宋体"
FANGSONG_GB2312, FANGSONG, KAI_GB2312, KAI = "仿宋_GB2312", "仿宋", "楷体_GB2312", "楷体"
HEI, SOURCE_HEI = "黑体", "思源黑体"
