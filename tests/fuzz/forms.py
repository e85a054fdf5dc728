"""Mutants of files in packages and pictures: changed as they are, or unpacked, changed inside and packed again."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from random import Random

from tests.fuzz.mutate import CHANGES, LONGEST
from tests.fuzz.starts import Starts

_CHANGES = (1, 1, 1, 2, 3)
_STREAM = re.compile(rb"(<</Length )\d+(/Filter/FlateDecode>>\nstream\n)(.*?)(\nendstream)", re.DOTALL)
# Of a package or file in so many is changed from outside, where its library meets it first.
_OUTSIDE = 0.4


def form_mutant(rng: Random, kind: str, own: Starts) -> bytes:
    """Return a mutant of a start: a document, a workbook, a PDF file or a picture."""
    data = rng.choice(own.real or own.made) if rng.random() < 0.1 else rng.choice(own.made)
    if kind == "picture" or rng.random() < _OUTSIDE:
        return _changed(rng, data, own)
    return _within_pdf(rng, data, own) if kind == "pdf" else _within_package(rng, data, own)


def _changed(rng: Random, data: bytes, own: Starts) -> bytes:
    for _ in range(rng.choice(_CHANGES)):
        data = rng.choice(CHANGES)(rng, data, own)[:LONGEST]
    return data


def _within_package(rng: Random, data: bytes, own: Starts) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = list(parts) if rng.random() < 0.3 else [max(parts, key=lambda name: len(parts[name]))]
    chosen = rng.choice(names)
    parts[chosen] = _changed(rng, parts[chosen], own)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()


def _within_pdf(rng: Random, data: bytes, own: Starts) -> bytes:
    streams = list(_STREAM.finditer(data))
    if not streams:
        return _changed(rng, data, own)
    stream = rng.choice(streams)
    packed = zlib.compress(_changed(rng, zlib.decompress(stream[3]), own))
    made = stream[1] + b"%d" % len(packed) + stream[2] + packed + stream[4]
    return data[: stream.start()] + made + data[stream.end() :]
