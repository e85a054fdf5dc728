"""Pieces of input that readers stumble over, as bytes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

# What a pattern, a table or a label may be made to try again and again.
REPEATED = (
    *(" ", "\u3000", "\t", "\n", "\r", "\r\n", " \n", "\n\n", "\xa0", "\u200b", "\ufeff", "\u2028", "\x85"),
    *(
        "|",
        "| ",
        "||",
        "|\n",
        "| 0 ",
        "?",
        "??0",
        "-",
        "--",
        "-1",
        "+",
        ",",
        "1,",
        ",000",
        "/",
        "、",
        ".",
        "1.",
    ),
    *(
        "0",
        "9",
        "10",
        "0 ",
        "00 ",
        "1\n",
        "０",
        "²",
        "①",
        "٣",
        "〇",
        "½",
        "0.",
        "e9",
        "件",
        "1件",
        "万元",
        "1万元",
    ),
    *(
        "一、",
        "一",
        "一、\n",
        "（一）",
        "(七)总计",
        "1.",
        "1.其他",
        "其他",
        "总计",
        "总计\n",
        "第二十条第（一）项",
    ),
    *(
        "规章",
        "规章000",
        "行政许可0",
        "行政复议",
        "自然人",
        "申请人情况\n",
        "三、本年度办理结果",
        "信息内容 ",
    ),
    *(
        "二、主动公开政府信息情况\n",
        "四、结转下年度继续办理0000000",
        "（三）不予公开\n",
        "政府信息公开工作年度报告",
    ),
    *(
        "2024年",
        "年",
        "县人民政府",
        "锟斤拷",
        "\ufffd",
        "烫烫烫",
        "情冴/span>",
        "�0",
        "国办函〔2020",
        "(",
        ")(",
    ),
    *("\x00", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\ue000", "\ue001", "\U0001f600", "a\u0301"),
    *(
        "<",
        ">",
        "&",
        "&nbsp;",
        "&#0;",
        "&#x110000;",
        "&amp",
        "<!--",
        "-->",
        "<![CDATA[",
        "<br>",
        "<p>",
        "</p>",
    ),
    *("<b>", "<div>", "<table>", "<tr>", "<td>", "<td>0</td>", "<tr><td>1", "<table><tr><td>", "</table>"),
    *("<span>0</span>", "<p>0</p>", "<select>", "<a href=x>", "<font>", "<td\n", "<tr></tr>", "<ul><li>"),
)
TAGS = (
    *(
        "div",
        "b",
        "table",
        "table><tr><td",
        "span",
        "ul><li",
        "p",
        "font",
        "a",
        "nav",
        "svg",
        "math",
        "select",
    ),
    *(
        "title",
        "textarea",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "plaintext",
        "xmp",
        "frameset",
    ),
    *(
        "button",
        "caption",
        "thead",
        "th",
        "tr",
        "td",
        "o:p",
        "!--",
        "![CDATA[",
        "?xml",
        "pre",
        "form",
        "body",
    ),
)
SPANS = ("0", "-1", "7;", "2", "3", "199", "100000", "9" * 40, "²", "1e9", "", " 2 ", "０", "&#50;", "two")
# Names that Python knows as codecs, though no page is written in them, stand beside real ones.
CHARSETS = (
    *(
        "gbk",
        "gb2312",
        "gb18030",
        "big5",
        "utf-8",
        "utf-16",
        "utf-16le",
        "utf-32",
        "utf-7",
        "iso-8859-1",
        "hz",
    ),
    *(
        "hex",
        "base64",
        "rot13",
        "zlib",
        "bz2",
        "uu",
        "quopri",
        "idna",
        "punycode",
        "undefined",
        "raw_unicode_escape",
    ),
    *(
        "unicode_escape",
        "mbcs",
        "oem",
        "cp037",
        "shift_jis",
        "euc-kr",
        "x-gbk",
        "none",
        "charset",
        "utf_8_sig",
    ),
)
MAGICS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"BM",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x1f\x8b",
    b"GIF8",
    b"MZ",
)
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"+/v8-")
BROKEN = (
    b"\xed\xa0\x80",
    b"\xed\xbf\xbf",
    b"\xff",
    b"\xfe",
    b"\x80",
    b"\xe4\xb8",
    b"\xf4\x90\x80\x80",
    b"\xc0\x80",
)


def piece(rng: Random) -> bytes:
    """Return one hostile piece."""
    return rng.choice(PIECES)(rng)


def count(rng: Random) -> int:
    """Return a number of repeats: mostly few, now and then some thousands."""
    return int(10 ** rng.choice((rng.uniform(0, 1.5), rng.uniform(0, 2.5), rng.uniform(1, 3.7))))


def _repeat(rng: Random) -> bytes:
    return (rng.choice(REPEATED) * count(rng)).encode()


def _pair(rng: Random) -> bytes:
    return ((rng.choice(REPEATED) + rng.choice(REPEATED)) * count(rng)).encode()


def _long_number(rng: Random) -> bytes:
    digits = "".join(rng.choices("0123456789", k=rng.choice((16, 20, 40, 309, 1000, 4301, 6000))))
    return (
        rng.choice(("{}", "-{}", "{}.5", "0.{}", "{}件", "1e{}", "+{}", ",{}", " {} ", "\n{}\n"))
        .format(digits)
        .encode()
    )


def _nest(rng: Random) -> bytes:
    tag, times = rng.choice(TAGS), count(rng)
    close = f"</{tag.split('>')[0]}>" * times
    return (f"<{tag}>" * times + rng.choice(("", "0", "规章")) + rng.choice(("", close))).encode()


def _unclosed(rng: Random) -> bytes:
    return (
        rng.choice(("<{}", "<{} a='", '<{} a="', "<{}>", "</{}", "</{}>", "<{} ="))
        .format(rng.choice(TAGS))
        .encode()
    )


def _span(rng: Random) -> bytes:
    cell = f'<td colspan="{rng.choice(SPANS)}" rowspan="{rng.choice(SPANS)}">{rng.choice(("", "0", "总计"))}'
    return (rng.choice(("", "<tr>", "<table><tr>")) + cell * rng.choice((1, 1, 7, 60))).encode()


def _attributes(rng: Random) -> bytes:
    return b"<td " + b" ".join(b"a%d=1" % n for n in range(count(rng))) + b">"


def _broken(rng: Random) -> bytes:
    return rng.choice(BROKEN) * rng.choice((1, 1, 2, 30))


def _charset(rng: Random) -> bytes:
    return f'<meta charset="{rng.choice(CHARSETS)}">'.encode() + rng.choice((b"", b"\xff", b"\x81"))


def _noise(rng: Random) -> bytes:
    return rng.randbytes(rng.choice((1, 4, 30, 400)))


def _other_charset(rng: Random) -> bytes:
    return ("规章" + rng.choice(REPEATED) * 5 + "行政许可").encode(
        rng.choice(("gb18030", "utf-16-le", "big5", "utf-7")), "ignore"
    )


PIECES: tuple[Callable[[Random], bytes], ...] = (
    *(_repeat, _repeat, _pair, _long_number, _nest, _unclosed, _span, _attributes, _broken, _charset, _noise),
    *(_other_charset,),
)
