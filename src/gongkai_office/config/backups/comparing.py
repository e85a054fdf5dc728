"""Hold what was restored against the backup's manifest."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

from gongkai_office.audit.verify import verify
from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.archive import Manifest
from gongkai_office.config.backups.databases import facts_of
from gongkai_office.config.serving import itself


def look() -> dict[str, Any]:
    """Return what the site's database holds and whether its log holds."""
    with connection.cursor() as cursor:
        facts = facts_of(cursor)
    verdict = verify()
    return {**facts._asdict(), "holds": verdict.holds, "sentences": list(verdict.sentences)}


def look_elsewhere(database: str, data: Path) -> dict[str, Any]:
    """Return the same of another database: in a process of its own, with a folder of data of its own."""
    environment = os.environ | {"DATABASE_URL": database, "GONGKAI_DATA": str(data), "GONGKAI_ENV_FILE": os.devnull}
    done = subprocess.run(itself("look_at_data"), env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"stopped": words.DRILL_STOPPED.format(why=done.stderr.strip()[-500:])}
    return dict(json.loads(done.stdout))


def differences(seen: dict[str, Any], manifest: Manifest, files: Path | None) -> list[str]:
    """Return a sentence for each thing that is not as the manifest says; empty where all is."""
    found = unlike(seen, manifest.number, manifest.digest, manifest.counts)
    if "stopped" not in seen and files is not None and manifest.files == "inside":
        lost = [name for name in manifest.uploaded if not (files.parent / name).is_file()]
        found += [words.FILE_MISSING.format(name=name) for name in lost]
    return found


def unlike(seen: dict[str, Any], number: int, digest: str, counts: dict[str, int]) -> list[str]:
    """Return a sentence for each thing in which a database differs from what it is to be: its log, its rows."""
    if "stopped" in seen:
        return [seen["stopped"]]
    found = [] if seen["holds"] else list(seen["sentences"])
    if (seen["number"], seen["digest"]) != (number, digest):
        found.append(words.HEAD_DIFFERS.format(expected=number, actual=seen["number"]))
    for table, expected in counts.items():
        actual = seen["counts"].get(table)
        if actual is not None and actual != expected:
            found.append(words.COUNT_DIFFERS.format(table=table, expected=expected, actual=actual))
    return found
