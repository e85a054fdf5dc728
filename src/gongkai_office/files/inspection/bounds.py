"""The bounds of what is unpacked (压缩包的界限): how many parts, how large together, and never a bomb."""

from __future__ import annotations

import io
import zipfile
import zlib

from gongkai_office.files.inspection.errors import Refused

MAX_ENTRIES = 2_000
MAX_UNPACKED = 400 << 20
# Packed text shrinks to a tenth or a thirtieth; what shrinks to less than a two hundredth is made to harm.
MAX_RATIO, FROM = 200, 8 << 20
_ENCRYPTED = 1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError)


def entries_of(data: bytes) -> list[zipfile.ZipInfo]:
    """Return what a zip file says it holds; Refused where that passes a bound, by what its directory says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except _BROKEN as error:
        raise Refused("broken") from error
    if len(entries) > MAX_ENTRIES:
        raise Refused("too_many_entries")
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise Refused("entry_name")
        if entry.flag_bits & _ENCRYPTED:
            raise Refused("encrypted")
    _check_sizes(data, entries)
    return entries


def _check_sizes(data: bytes, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    # Entries that lie over each other together say more than there is.
    if unpacked > MAX_UNPACKED or packed > len(data):
        raise Refused("too_large_unpacked")
    if unpacked > FROM and unpacked > MAX_RATIO * max(packed, 1):
        raise Refused("too_large_unpacked")


def read_entry(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Return what an entry holds; Refused where it is more than it said, or damaged."""
    try:
        with package.open(entry) as stream:
            data = stream.read(most + 1)
    except _BROKEN as error:
        raise Refused("broken") from error
    if len(data) > most:
        raise Refused("too_large_unpacked")
    return data
