"""Look through a file of any kind that is taken in (逐类检查)."""

from __future__ import annotations

import io
import zipfile

from gongkai.errors import UnreadableInput
from gongkai_office.files.inspection.bounds import entries_of, read_entry
from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.inspection.looked import Looked
from gongkai_office.files.inspection.old_word import look_at_old_word
from gongkai_office.files.inspection.open_document import look_at_ofd, look_at_open_document
from gongkai_office.files.inspection.recognise import opened, recognised
from gongkai_office.files.inspection.sheets import look_at_old_workbook, look_at_workbook
from gongkai_office.files.inspection.texts import look_at_page, look_at_text
from gongkai_office.files.inspection.word import look_at_word
from gongkai_office.files.kinds import BY_ENDING, KINDS, family_of
from gongkai_office.files.markings import is_marked_name

_PACKAGES = {
    "docx": look_at_word,
    "docm": look_at_word,
    "xlsx": look_at_workbook,
    "xlsm": look_at_workbook,
    "odt": look_at_open_document,
    "ods": look_at_open_document,
    "ofd": look_at_ofd,
}
_MAX_ENTRY = 64 << 20
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def look(data: bytes, name: str, kinds: tuple[str, ...]) -> tuple[str, Looked]:
    """Return what kind a file is and what was seen in it; Refused where it must not be taken in.

    A kind that is not among `kinds`, or does not fit the name, is returned at once: nothing of it was opened.
    """
    if family_of(data) == "package":
        entries_of(data)
    kind = recognised(data, name)
    looked = Looked()
    promised = BY_ENDING.get(name.rpartition(".")[2].lower())
    if kind in kinds and promised is not None and promised.key == kind:
        _look_at(kind, data, looked)
    return kind, looked


def _look_at(kind: str, data: bytes, looked: Looked) -> None:
    looked.at = {}
    _look_through(kind, data, looked)
    looked.finish()


def _look_through(kind: str, data: bytes, looked: Looked) -> None:
    if kind in _PACKAGES:
        try:
            _PACKAGES[kind](opened(data), looked)
        except UnreadableInput as error:
            raise Refused("broken") from error
    elif kind == "pdf":
        from gongkai_office.files.inspection.pdf import look_at_pdf

        look_at_pdf(data, looked)
    elif kind == "doc":
        look_at_old_word(data, looked)
    elif kind == "xls":
        look_at_old_workbook(data, looked)
    elif kind == "html":
        look_at_page(data, looked)
    elif kind in ("txt", "csv"):
        look_at_text(data, looked, is_table=kind == "csv")
    elif kind == "zip":
        _look_at_archive(data, looked)
    else:
        from gongkai_office.files.inspection.pictures import look_at_picture

        look_at_picture(data, looked)


def _look_at_archive(data: bytes, looked: Looked) -> None:
    """Look through each file of an archive as if it came alone."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = [entry for entry in entries_of(data) if not entry.is_dir()]
        for number, entry in enumerate(files, 1):
            try:
                _look_at_entry(_name_of(entry), read_entry(package, entry, _MAX_ENTRY), looked)
            except Refused as error:
                if error.code == "classified":
                    raise Refused("classified", error.where, {"entry": number, **error.at}) from error
                raise


def _look_at_entry(path: str, data: bytes, looked: Looked) -> None:
    *folders, name = path.replace("\\", "/").split("/")
    if is_marked_name(name) or any(is_marked_name(f"{folder}.") for folder in folders):
        raise Refused("classified", "name")
    if data.startswith(_ARCHIVES):
        raise Refused("nested")
    if not data:
        return
    try:
        kind = recognised(data, name)
    except Refused as error:
        raise Refused("entry_refused", name) from error
    if kind == "zip":
        raise Refused("nested")
    promised = BY_ENDING.get(name.rpartition(".")[2].lower())
    if promised is None or kind != promised.key or kind not in KINDS:
        raise Refused("entry_refused", name)
    if family_of(data) == "package":
        entries_of(data)
    try:
        _look_at(kind, data, looked)
    except Refused as error:
        if error.code == "classified":
            raise
        raise Refused("entry_refused", name) from error


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name; programs of Chinese Windows write it in GBK and do not say so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename
