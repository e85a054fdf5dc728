"""Names of gambling and advertising sites (博彩与广告站名), which clones of government pages bear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.terms import organs

# A brand with its trade behind it. The trade alone is none: a police report speaks of gambling, a finance office of
# the lottery, and streets and companies bear some of these names.
_NAMES = (
    *("亚博", "万博", "开云", "乐鱼", "华体会", "米兰", "九游", "爱游戏", "星空", "半岛", "金年会", "熊猫", "杏彩"),
    *("天博", "必威", "伟德", "韦德", "立博", "威廉希尔", "博狗", "沙巴", "金沙", "银河", "永利", "明升", "皇冠"),
    *(
        "新葡京",
        "葡京",
        "威尼斯人",
        "百家乐",
        "太阳城",
        "澳门",
        "易博",
        "竞彩",
        "雷速",
        "火狐",
        "必发",
        "博彩",
        "九游会",
        "太阳成",
        "新宝",
    ),
)
# Names that nothing else bears, whatever stands behind them.
_ALONE = ("新葡京", "华体会", "金年会", "威廉希尔", "太阳城集团", "百家乐平台")
_TRADES = (
    "体育",
    "娱乐",
    "官网",
    "官方网",
    "真人",
    "棋牌",
    "彩票",
    "投注",
    "app",
    "APP",
    "赌场",
    "电竞",
    "电子游戏",
)
_BET = "(?:bet|Bet|BET)"
_LATIN = rf"\d{{2,4}} ?{_BET}|{_BET} ?\d{{2,4}}|1xbet|manbetx|yabo\d{{0,4}}|betway|bwin|w88|m88|dafabet"
_REST = (
    r"(?:\((?:中国|澳门|官方|集团)\))?(?:体育|娱乐|国际|集团)?(?:官方)?(?:网站|官网|平台|入口|app|APP|下载|登录)?"
)
_BY_NAME = re.compile(
    rf"(?:(?:{'|'.join(_NAMES)})(?:{'|'.join(_TRADES)})(?![局馆场]|中心|公园|产业|总会)|{'|'.join(_ALONE)}){_REST}"
)
_IN_LATIN = re.compile(rf"(?:{_LATIN})(?![A-Za-z0-9.@]){_REST}")
_HINT = re.compile("[Bb][Ee][Tt]|yabo|[wm]88|bwin|dafa")
_JOINED = re.compile("[A-Za-z0-9.@_-]")
# What stands in the name of a site, and in that of an administrative organ only with an ending of its own.
_SITE = re.compile(
    r"官方网站|官网|官方|娱乐|投注|棋牌|博彩|彩票|电竞|真人|登录|注册|下载|入口|手机版|平台|集团|有限公司"
    r"|百家乐|老虎机|六合彩|时时彩|app|https?|www|\.(?:com|net|cc|vip|top|xyz|cn)|[A-Za-z0-9]{3,}",
    re.IGNORECASE,
)
_ORGAN_ENDINGS = (
    *(*organs.KINDS, "政府", "街道", "所", "站", "馆", "队", "处", "办", "校", "会", "学"),
    *("区", "县", "市", "省", "镇", "乡", "旗", "州", "盟", "园"),
)


def brands_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of every brand in a text."""
    for pattern in (_BY_NAME, _IN_LATIN) if _HINT.search(text) else (_BY_NAME,):
        for match in pattern.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if not (match[0][0].isascii() and _JOINED.match(before)):
                yield match.span()


def is_no_organ(name: str) -> bool:
    """Say whether what stands in the place of an organ's name is a site, a brand or a company.

    A name that ends as organs' names do is one, unless a brand stands in it.
    """
    if next(brands_in(name), None):
        return True
    foreign = _SITE.search(name) is not None or any(brand in name for brand in _NAMES)
    name = name.rstrip(" )")
    return foreign and (name.endswith("网站") or not name.endswith(_ORGAN_ENDINGS))
