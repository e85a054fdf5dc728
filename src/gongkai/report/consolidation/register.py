"""The list of organs as a register (名册): which entry a name means, and what contradicts itself in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import msgspec

from gongkai.errors import BrokenChildren
from gongkai.report.annual_report import Scope
from gongkai.report.consolidation import words
from gongkai.report.consolidation.children import Child, Children
from gongkai.report.consolidation.organ_names import Region, parted_by_places


class Register(msgspec.Struct, frozen=True):
    """Entries by the keys of all their names."""

    region: Region
    by_key: dict[str, Child]

    def longer_or_shorter(self, keys: Collection[str]) -> dict[str, list[Child]]:
        """Return the entries that each of some keys may mean, which are on the list with other places before them.

        An entry that has its own name among the keys is not meant by another one.
        """
        open_keys = {key for key in keys if key not in self.by_key}
        taken = {self.by_key[key].line for key in keys if key in self.by_key}
        free = {key: child for key, child in self.by_key.items() if child.line not in taken}
        found: defaultdict[str, list[Child]] = defaultdict(list)
        for key in open_keys:
            for prefix, rest in parted_by_places(key):
                if rest in free and self.region.may_leave_out(prefix, rest):
                    found[key].append(free[rest])
        for key, child in free.items() if open_keys else ():
            for prefix, rest in parted_by_places(key):
                if rest in open_keys and self.region.may_leave_out(prefix, rest):
                    found[rest].append(child)
        return found


def register_of(children: Children, region: Region) -> Register:
    """Return the register of a list; BrokenChildren where the list contradicts itself."""
    by_key: dict[str, Child] = {}
    for child in children.entries:
        for key in dict.fromkeys(region.key(name) for name in (child.organ, *child.former)):
            if key in by_key:
                other = by_key[key]
                raise BrokenChildren(
                    words.SAME_NAME.format(line=child.line, organ=child.organ, other=other.line, name=other.organ)
                )
            by_key[key] = child
    for child in children.entries:
        if child.within is not None:
            _check_container(child, child.within, by_key, region)
    return Register(region, by_key)


def _check_container(child: Child, within: str, by_key: dict[str, Child], region: Region) -> None:
    told = {"line": child.line, "organ": child.organ, "within": within}
    container = by_key.get(region.key(within))
    if container is None:
        raise BrokenChildren(words.WITHIN_UNKNOWN.format(**told))
    if child.included:
        raise BrokenChildren(words.WITHIN_AND_IN.format(**told))
    if container.included is False or container.scope is Scope.OWN:
        raise BrokenChildren(words.WITHIN_NOT_TAKEN.format(**told))
    seen, at = {child.line}, container
    while at.line not in seen:
        seen.add(at.line)
        if at.within is None:
            return
        # That it is not on the list is told where its own line is checked.
        at = by_key.get(region.key(at.within), at)
    raise BrokenChildren(words.WITHIN_ITSELF.format(**told))
