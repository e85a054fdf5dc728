"""What is found in the real reports 101 to 130, each finding read by hand: `python tests/real_findings.py`.

`golden/real_findings.json` keeps codes, places and hashes, no sentences, and for each finding what a person who
read the report made of it: `right` (so it is), `fair` (a clerk may leave it as it is, and is rightly asked).
A finding that nobody has read is written with the verdict `unread`, and the test fails until somebody has.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from gongkai.checks.check import check  # noqa: E402  # a script is started with its own folder as the path
from gongkai.readers import read  # noqa: E402  # as above
from gongkai.report.fingerprints import fingerprints  # noqa: E402  # as above
from tests.truth import reports_folder  # noqa: E402  # as above

GOLDEN = Path(__file__).parent / "golden" / "real_findings.json"
UNREAD = "unread"
# The first five have a truth of their own (checked_truth.py).
FIRST = "101"


def findings_in(file: Path) -> list[dict[str, Any]]:
    """Return what is found in a report: severity, code, places and fingerprint of each finding."""
    report = read(file.read_bytes())
    findings = check(report)
    return [
        {
            "severity": one.severity.value,
            "code": one.code,
            "places": [str(quote.place) for quote in one.quotes] + ["/".join(key) for key in one.cells][:4],
            "fingerprint": fingerprint,
        }
        for one, fingerprint in zip(findings, fingerprints(findings, report), strict=True)
    ]


def found(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the findings of every report by the number its name begins with."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name[:3].isdigit())
    return {file.name[:3]: findings_in(file) for file in files if file.name[:3] >= FIRST}


def golden() -> dict[str, list[dict[str, Any]]]:
    """Return the findings that were read, with their verdicts."""
    kept: dict[str, list[dict[str, Any]]] = (
        json.loads(GOLDEN.read_text(encoding="utf-8")) if GOLDEN.exists() else {}
    )
    return kept


def renewed(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return what is found now, with the verdicts of those findings that were read before."""
    verdicts = {one["fingerprint"]: one["verdict"] for own in golden().values() for one in own}
    return {
        name: [{**one, "verdict": verdicts.get(one["fingerprint"], UNREAD)} for one in own]
        for name, own in found(folder).items()
    }


def main() -> int:
    """Write the golden file anew; its diff is to be read, and every new verdict set by hand."""
    folder = reports_folder()
    if folder is None:
        print("the real reports are not there")
        return 1
    both = renewed(folder)
    GOLDEN.write_text(json.dumps(both, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    unread = sum(one["verdict"] == UNREAD for own in both.values() for one in own)
    print(f"{sum(map(len, both.values()))} findings, {unread} unread")
    return 0


if __name__ == "__main__":
    sys.exit(main())
