"""Hold what was restored against the backup's manifest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.db import connection

from gongkai_office.audit.verify import verify
from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.archive import FILES, Manifest
from gongkai_office.config.backups.databases import facts_of


def look() -> dict[str, Any]:
    """Return what the site's database holds and whether its log holds."""
    with connection.cursor() as cursor:
        facts = facts_of(cursor)
    verdict = verify()
    return {**facts._asdict(), "holds": verdict.holds, "sentences": list(verdict.sentences)}


def look_elsewhere(database: str, data: Path) -> dict[str, Any]:
    """Return the same of another database: in a process of its own, with a folder of data of its own."""
    environment = os.environ | {"DATABASE_URL": database, "GONGKAI_DATA": str(data), "GONGKAI_ENV_FILE": os.devnull}
    command = [sys.executable, "-m", "gongkai_office.config.command", "look_at_data"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"stopped": words.DRILL_STOPPED.format(why=done.stderr.strip()[-500:])}
    return dict(json.loads(done.stdout))


def differences(seen: dict[str, Any], manifest: Manifest, files: Path | None) -> list[str]:
    """Return a sentence for each thing that is not as the manifest says; empty where all is."""
    if "stopped" in seen:
        return [seen["stopped"]]
    found = [] if seen["holds"] else list(seen["sentences"])
    if (seen["number"], seen["digest"]) != (manifest.number, manifest.digest):
        found.append(words.HEAD_DIFFERS.format(expected=manifest.number, actual=seen["number"]))
    for table, expected in manifest.counts.items():
        actual = seen["counts"].get(table)
        if actual is not None and actual != expected:
            found.append(words.COUNT_DIFFERS.format(table=table, expected=expected, actual=actual))
    if files is not None and manifest.files == "inside":
        wanted = [name for name in manifest.parts if name.startswith(f"{FILES}/")]
        found += [words.FILE_MISSING.format(name=name) for name in wanted if not (files.parent / name).is_file()]
    return found
