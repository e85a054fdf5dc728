"""The inspecting process: a file's bytes come in, a line of JSON goes out.

Its one argument is JSON, too: {"kind", "kinds", "memory", "seconds"}; `kind` is what the file's name promises.
Out: {"sha256", "kind", "refused", "where", "at": {unit: number}, "signs": {code: [count, [place, …]]}}.
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import Any

from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.inspection.limits import shut_in


def main() -> None:
    """Look at one file and answer."""
    asked = json.loads(sys.argv[1])
    shut_in(memory=asked["memory"], seconds=asked["seconds"])
    data = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(_answer(data, f"file.{asked['kind']}", tuple(asked["kinds"]))))


def _answer(data: bytes, name: str, kinds: tuple[str, ...]) -> dict[str, Any]:
    from gongkai_office.files.inspection.look import look

    answer: dict[str, Any] = {"sha256": hashlib.sha256(data).hexdigest(), "kind": "", "refused": "", "where": ""}
    signs: dict[str, tuple[int, list[str]]] = {}
    try:
        answer["kind"], looked = look(data, name, kinds)
        signs = {code: (count, looked.places.get(code, [])) for code, count in looked.counts.items()}
    except Refused as refused:
        answer |= {"refused": refused.code, "where": refused.where, "at": refused.at}
    return {**answer, "signs": signs}


if __name__ == "__main__":
    main()
