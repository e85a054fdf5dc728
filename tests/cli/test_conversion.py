"""A document of an older program is converted where LibreOffice is found, and told how to be read where not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from gongkai.cli.conversion import as_docx
from gongkai.errors import UnreadableInput
from gongkai.samples import sample

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
MADE = sample(5, layout="docx_plain", edition="2021")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is the only one programs are found in."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def stand_in(folder: Path, script: str) -> None:
    """Put a program there that takes LibreOffice's arguments."""
    file = folder / "soffice"
    file.write_text(f"#!{sys.executable}\nimport pathlib, sys\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def test_what_the_program_makes_of_a_document_is_read(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(MADE.data)
    stand_in(
        programs,
        "folder = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        f"assert pathlib.Path(sys.argv[-1]).read_bytes() == {OLD!r}\n"
        f"(folder / 'report.docx').write_bytes(pathlib.Path({os.fspath(tmp_path / 'made.docx')!r}).read_bytes())",
    )
    assert as_docx(OLD) == MADE.data


@pytest.mark.parametrize("script", ["sys.exit(1)", "pass"], ids=["fails", "makes nothing"])
def test_a_program_that_cannot_is_told(programs: Path, script: str) -> None:
    stand_in(programs, script)
    with pytest.raises(UnreadableInput) as caught:
        as_docx(OLD)
    assert "另存为 .docx" in caught.value.reason


def test_without_the_program_the_package_is_named(programs: Path) -> None:
    assert list(programs.iterdir()) == []
    with pytest.raises(UnreadableInput) as caught:
        as_docx(OLD)
    assert "apt install libreoffice-writer-nogui" in caught.value.reason
