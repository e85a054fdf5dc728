"""Names for the places of an invented region (虚构地名): as many as are asked for, no two alike."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count, product

from gongkai.report import Scope

COUNTY, TOWNSHIP = "县", "镇"
HEAD = "机关名称,范围"
SCOPES = {Scope.OWN: "本机关", Scope.CONSOLIDATED: "汇总", Scope.UNKNOWN: ""}
# Characters that stand in no name of a real place together.
_FIRST = "霁萤鹭砚汀槿澄霭絮璃杼栖霓鹿苇青雪墨鲤岚屿汐"
_SECOND = "泉石浦桐溪台山湖桥川洲坞陂渚麓墩"


def places(rng: random.Random) -> Iterator[str]:
    """Yield names of places without an end; longer ones where the short ones are used up."""
    for length in count(1):
        names = ["".join(parts) for parts in product(_FIRST, *(_FIRST,) * (length - 1), _SECOND)]
        rng.shuffle(names)
        yield from names
