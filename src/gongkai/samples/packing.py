"""The package around the parts of an office document (打包)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OPEN = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TYPES = {
    "word/document.xml": "wordprocessingml.document.main",
    "xl/workbook.xml": "spreadsheetml.sheet.main",
    "xl/worksheets/": "spreadsheetml.worksheet",
}


def packed(main: str, parts: Mapping[str, str]) -> bytes:
    """Return the bytes of a document; names of parts that end in .rels hold relationships alone."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_OFFICE}.{kind}+xml"/>'
        for name in parts
        for begin, kind in _TYPES.items()
        if name.startswith(begin)
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    relation = f'<Relationship Id="r1" Target="{main}" Type="{_RELATION}"/>'
    whole = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_OPEN}/content-types">{rels}{types}</Types>',
        "_rels/.rels": _relations(relation),
        **{name: _relations(text) if name.endswith(".rels") else text for name, text in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in whole.items():
            # Without a date of its own each file would be another.
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _relations(text: str) -> str:
    return f'{_XML}<Relationships xmlns="{_OPEN}/relationships">{text}</Relationships>'
