"""Which fonts set what (公文字体): the official ones first, then free ones of their style, then any Chinese font.

Source: GB/T 9704-2012, 5.2.2, 7.3.1, 7.3.4, 7.5.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from gongkai.layout import words


class Role(StrEnum):
    """What a font is used for.

    title: 小标宋; heading: 黑体; subheading: 楷体; body: 仿宋; number (of a page) and table: 宋体.
    """

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    NUMBER = "number"
    TABLE = "table"


_XIAOBIAOSONG = (words.XIAOBIAOSONG, "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong", words.ZHONGSONG)
_SONG = (words.SONG, "SimSun", "NSimSun", "STSong", "Songti SC", "FandolSong")
_FANGSONG = (
    *(words.FANGSONG_GB2312, "FangSong_GB2312", words.FANGSONG, "FangSong", "STFangsong"),
    *("FandolFang R", "FandolFang"),
)
_KAI = (
    *(words.KAI_GB2312, "KaiTi_GB2312", words.KAI, "KaiTi", "STKaiti", "Kaiti SC"),
    *("FandolKai", "AR PL UKai CN", "AR PL KaitiM GB"),
)
_HEI = (words.HEI, "SimHei", "STHeiti", "Heiti SC", "FandolHei")
# With most characters, the rare ones among them: every role ends in all of these.
_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", words.SOURCE_SONG)
_SANS = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", words.SOURCE_HEI),
    *("Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
)
# Those of them that are not enough for a rare character only where it is very rare.
RICH = frozenset((*_SERIF, *_SANS[:4]))
_OTHERS = ("AR PL UMing CN", "AR PL SungtiL GB", "Droid Sans Fallback", "Unifont")
FAMILIES: dict[Role, tuple[str, ...]] = {
    Role.TITLE: (*_XIAOBIAOSONG, *_SERIF, *_SONG, *_SANS, *_OTHERS),
    Role.HEADING: (*_HEI, *_SANS, *_SERIF, *_SONG, *_OTHERS),
    Role.SUBHEADING: (*_KAI, *_SERIF, *_SONG, *_SANS, *_OTHERS),
    Role.BODY: (*_FANGSONG, *_SERIF, *_SONG, *_SANS, *_OTHERS),
    Role.NUMBER: (*_SONG, *_SERIF, *_SANS, *_OTHERS),
    Role.TABLE: (*_SONG, *_SERIF, *_SANS, *_OTHERS),
}


def official(role: Role) -> str:
    """Return the font that the standard asks for, by the name that word processors know."""
    return FAMILIES[role][0]


def installed(role: Role, families: Collection[str]) -> list[str]:
    """Return those of a role's fonts that are among `families`, the best first; none where no Chinese one is."""
    known = {family.casefold(): family for family in families}
    return [known[family.casefold()] for family in FAMILIES[role] if family.casefold() in known]
