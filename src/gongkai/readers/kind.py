"""What kind of file some bytes are, by content and not by name (文件种类)."""

from __future__ import annotations

import re

from gongkai.errors import EmptyInput, InputTooLarge, UnknownKind
from gongkai.readers.limits import MAX_BYTES, MAX_TAGS

_MAGIC = (
    (b"%PDF-", "PDF 文件"),
    (b"PK\x03\x04", "Office 或压缩文件"),
    (b"PK\x05\x06", "空的压缩文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"\x1f\x8b", "压缩文件"),
    (b"Rar!", "压缩文件"),
    (b"7z\xbc\xaf", "压缩文件"),
    (b"{\\rtf", "RTF 文件"),
    (b"\x7fELF", "程序"),
    (b"MZ", "程序"),
)
_TAG = re.compile(r"<(?:!doctype|html|head|body|table|tr|td|th|p|div|span|br|meta|article|section)\b", re.IGNORECASE)
# Scraped text may keep a tag or two; a page has more.
_LEAST_TAGS = 3
_CONTROL = bytes(range(9)) + bytes(range(14, 27))


def check_bytes(data: bytes) -> None:
    """Raise the UnreadableInput that says why `data` cannot be a text or a page."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise EmptyInput("文件是空的,没有内容可读")
    if len(data) > MAX_BYTES:
        raise InputTooLarge(f"文件有 {len(data) >> 20} MB,超过上限 {MAX_BYTES >> 20} MB")
    for magic, kind in _MAGIC:
        if data.startswith(magic) and not _is_text_after_all(data, magic):
            raise UnknownKind(f"内容是{kind},目前只读取文本和网页,请先另存为网页或文本")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = data[:65536]
        if len(head) - len(head.translate(None, _CONTROL)) > len(head) // 50:
            raise UnknownKind("内容是二进制数据,不是文本或网页")
    if data.count(b"<") > MAX_TAGS:
        raise InputTooLarge(f"网页标签超过 {MAX_TAGS} 个,不像一份年度报告")


def _is_text_after_all(data: bytes, magic: bytes) -> bool:
    return len(magic) == 2 and b"\x00" not in data[:512]


def is_page(text: str) -> bool:
    """Say whether a text is a web page: mark-up, not merely a tag left over in scraped text."""
    return len(_TAG.findall(text, 0, 400_000)) >= _LEAST_TAGS
