"""What stands in the pages around an article (网页附件): styles, scripts, remnants of a word processor."""

from __future__ import annotations

STYLE = "<style>.nav{float:left} td{border:1px solid #000} .c3{width:33%}</style>"
SCRIPT = "<script>var total=200;function go(n){return n<3&&document.title;}</script>"
KEYWORDS = '<meta name="keywords" content="政府信息公开年报">'
CELL_STYLES = (
    "",
    ' align="center"',
    ' style="width:55px;"',
    ' nowrap="nowrap" style="width:101px;"',
    ' width="64" valign="center"',
)
WORD_CELL = (
    "",
    ' valign="center" style="padding:0 5.4pt"',
    ' style="width:49.6pt;mso-border-alt:solid windowtext .5pt"',
)
WORD_PARAGRAPHS = (
    '<p class="MsoNormal" style="mso-pagination:widow-orphan">',
    '<p class="MsoNormal">',
    "<p>",
)
WORD_SPANS = (
    '<span lang="EN-US">',
    '<span style="font-family:宋体;">',
    "<span>",
)
WORD_ENDS = ("", "", "<o:p></o:p>", "<o:p>&nbsp;</o:p>")
LIST_START, LIST_END = "<!--[if !supportLists]-->", "<!--[endif]-->"
LOOSE_SPANS = ("{}", '"{};"', "'{}'", '"{}px"')
LOOSE_STYLES = ("", " align=center", " width=64 nowrap", " style='width:55px'")
BOX_ROWS = (("<div>", "</div>"), ('<div class="tr">', "</div>"), ("<p>", "</p>"))
BOX_CELLS = (("<span>", "</span>"), ('<div class="td">', "</div>"), ("<span> ", " </span>"))
CHARSETS = (
    ("utf-8", "utf-8"),
    ("utf-8", "utf-8"),
    ("utf-8", "utf-8"),
    ("utf-8", None),
    ("gb18030", "gb2312"),
    ("gb18030", "gbk"),
    ("gb18030", "gb18030"),
    ("gb18030", None),
    ("utf-8", "gb2312"),
    ("gb18030", "utf-8"),
)
