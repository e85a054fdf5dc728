"""Scans and pictures of pages: every figure of a table is recognised, and every one of them marked."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers import read
from gongkai.readers.documents import pdf, picture, reasons
from gongkai.report import Method, PagePlace
from gongkai.samples import pdf_words, sample
from tests.scans import scanned

# Scans of 200 dots an inch with noise must show this share of the digits of their tables.
LEAST_DIGITS = 0.99


def drawable(seed, layout):
    """Return a sample of pages that a renderer can draw here."""
    made = sample(seed, layout=layout, edition="2021", size="medium")
    if not scanned.can_draw(made.data):
        pytest.skip(scanned.NO_FONT)
    return made


def test_a_clean_scan_is_read_whole_and_every_cell_is_marked():
    made = drawable(3, "pdf_ruled")
    told = []
    report = read(scanned.as_pdf(scanned.pages(made.data)), lambda page, count: told.append((page, count)))
    assert [cell.value for cell in report.cells] == [cell.value for cell in made.report.cells]
    assert {cell.method for cell in report.cells} == {Method.OCR}
    assert {type(cell.place) for cell in report.cells} == {PagePlace}
    assert told == [(page, len(told)) for page in range(1, len(told) + 1)]
    assert (report.organ, report.year) == (made.report.organ, made.report.year)
    assert all(section.heading for section in report.sections)


def test_a_scan_that_is_askew_and_noisy_loses_next_to_nothing():
    made = drawable(5, "pdf_halved")
    report = read(scanned.as_tiff(scanned.pages(made.data, angle=-2.0, noise=20.0)))
    pairs = list(zip(report.cells, made.report.cells, strict=True))
    digits = sum(len(true.text) for _, true in pairs)
    right = sum(len(true.text) for cell, true in pairs if cell.value == true.value)
    assert right >= LEAST_DIGITS * digits
    assert all(cell.marked for cell in report.cells)


def png(size=(60, 40)):
    buffer = io.BytesIO()
    Image.new("L", size, 255).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_broken_picture_is_told():
    with pytest.raises(UnknownKind) as caught:
        read(png()[:40])
    assert caught.value.reason == reasons.BROKEN_PICTURE


def test_a_picture_of_too_many_points_is_refused():
    with pytest.raises(InputTooLarge) as caught:
        read(png((20_000, 20_000)))
    assert "百万像素" in caught.value.reason


def test_without_the_extra_the_package_is_named(monkeypatch):
    monkeypatch.setattr(picture, "is_installed", lambda: False)
    monkeypatch.setattr(pdf, "is_installed", lambda: False)
    for data in (png(), scanned.as_pdf([Image.new("L", (600, 800), 255)])):
        with pytest.raises(UnknownKind) as caught:
            read(data)
        assert "pip install 'gongkai[ocr]'" in caught.value.reason


def test_without_the_extra_the_pages_with_text_are_read_and_the_others_told(monkeypatch):
    monkeypatch.setattr(pdf, "is_installed", lambda: False)
    made = sample(3, layout="pdf_ruled", edition="2021")
    cover = scanned.as_pdf([Image.new("L", (595, 842), 200)], dpi=72)
    report = read(joined(made.data, cover))
    assert [cell.value for cell in report.cells] == [cell.value for cell in made.report.cells]
    assert [leftover.reason for leftover in report.leftovers] == ["page is a picture"]


def test_text_that_nobody_sees_is_not_believed(monkeypatch):
    monkeypatch.setattr(pdf, "is_installed", lambda: False)
    with pytest.raises(UnknownKind) as caught:
        read(
            pdf_words.packed_pages(
                "3 Tr\n" + "".join(pdf_words.text(74, 100, 16)).replace("<", "<" + "53574eac" * 9)
            )
        )
    assert caught.value.reason == reasons.SCANNED


def joined(*files):
    """Return one PDF file of the pages of several."""
    whole = scanned.pypdfium2.PdfDocument.new()
    for data in files:
        whole.import_pages(scanned.pypdfium2.PdfDocument(data))
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()
