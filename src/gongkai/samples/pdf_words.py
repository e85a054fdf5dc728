"""A PDF file of pages of drawing commands (PDF 的写出), in one Chinese font that readers know by its name."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

BREAK = "\f"
WIDTH, HEIGHT = 595, 842
# The font by its name, the collection its characters are from, and its measures.
_FONT = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>"
_CHARACTERS = (
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>"
)
_DESCRIPTOR = (
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
)
# Words around the article, by what a page may print at its foot; None prints nothing.
FOOTS = ("— {n} —", "- {n} -", "{n}", "第 {n} 页", None)


def text(x: float, y: float, size: float) -> tuple[str, str]:
    """Return what stands before and behind the code of some words at a place, counted from the top left."""
    return f"BT /F1 {size:g} Tf {x:.1f} {HEIGHT - y:.1f} Td <", "> Tj ET\n"


def code(words: str) -> str:
    """Return words as the hexadecimal digits that the font's encoding takes."""
    return words.encode("utf-16-be").hex()


def box(x: float, top: float, right: float, bottom: float) -> str:
    """Return the command that draws the four edges of a box."""
    return f"{x:.1f} {HEIGHT - bottom:.1f} {right - x:.1f} {bottom - top:.1f} re S\n"


def measure(words: str) -> float:
    """Return the width of words in ems: a letter or digit is half as wide as a Chinese character."""
    return sum(0.5 if " " <= char <= "~" else 1.0 for char in words)


def wrapped(words: str, ems: float, first: float = 0.0) -> list[str]:
    """Return words cut into lines of at most so many ems; the first begins with an indent."""
    lines, line, used = [], "", first
    for char in words:
        wide = measure(char)
        if line and used + wide > ems:
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += wide
    return [*lines, line]


def packed_pages(drawn: str) -> bytes:
    """Return the bytes of a PDF file whose pages are drawn by some commands."""
    pages = drawn.split(BREAK)
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        *(part.encode() for part in (_FONT, _CHARACTERS, _DESCRIPTOR)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {7 + 2 * number} 0 R>>".encode()
        )
        stream = zlib.compress(page.encode())
        head = f"<</Length {len(stream)}/Filter/FlateDecode>>\nstream\n".encode()
        objects.append(head + stream + b"\nendstream")
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    data = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(data)
