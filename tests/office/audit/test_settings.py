"""What the environment says of the log."""

from __future__ import annotations

import os
import subprocess
import sys


def started(**said: str) -> subprocess.CompletedProcess[str]:
    program = "import tests.office.settings as s; print(s.GONGKAI_HEADS)"
    return subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **said}, capture_output=True, text=True, check=False
    )


def test_the_heads_go_where_they_are_told_or_among_the_data() -> None:
    assert started(GONGKAI_DATA="/tmp/somewhere", GONGKAI_HEADS="").stdout == "/tmp/somewhere/heads.jsonl\n"
    assert started(GONGKAI_HEADS="/mnt/audit/heads.jsonl").stdout == "/mnt/audit/heads.jsonl\n"
