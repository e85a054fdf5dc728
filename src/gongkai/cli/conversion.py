"""Documents of older programs, turned into ones that are read by a program on this machine (格式转换)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from gongkai.cli import messages
from gongkai.errors import UnreadableInput

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 90


def as_docx(data: bytes) -> bytes:
    """Return a .doc or .wps file as .docx; UnreadableInput where LibreOffice is missing or cannot."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableInput(messages.NO_LIBREOFFICE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "report.doc"
        source.write_bytes(data)
        # A profile of its own, so that it neither waits for a window that is open nor leaves anything behind.
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            name,
            str(source),
        ]
        try:
            subprocess.run(
                command, capture_output=True, timeout=_SECONDS, check=True, env={**os.environ, "HOME": name}
            )
            return (folder / "report.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise UnreadableInput(messages.NOT_CONVERTED) from error
