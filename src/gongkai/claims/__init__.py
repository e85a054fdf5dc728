"""What prose says in numbers (正文数据): every count as a claim, and the cell it must equal.

`claims_of` reads a report's prose; `Claim` is one count; `Group` a whole with its parts.
"""

from gongkai.claims.claim import Basis, Claim, Group, Period
from gongkai.claims.claims_of import claims_of
from gongkai.claims.groups import groups_of

__all__ = ["Basis", "Claim", "Group", "Period", "claims_of", "groups_of"]
