"""Who acts on a request (办理角色)."""

from __future__ import annotations

from enum import StrEnum

from gongkai.terms import requests


class Role(StrEnum):
    """A role, of the organ that handles the request or of somebody outside it."""

    OFFICER = "officer"
    REVIEWER = "reviewer"
    SECRECY_REVIEWER = "secrecy_reviewer"
    LEGAL_REVIEWER = "legal_reviewer"
    UNIT_HEAD = "unit_head"
    LEADER = "leader"
    LIAISON = "liaison"
    SUPERVISOR = "supervisor"
    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    OTHER_ORGAN = "other_organ"
    AUTHORITY = "authority"
    SYSTEM = "system"

    @property
    def label(self) -> str:
        return requests.ROLES[self.value]


# Who records what comes in and goes out.
DESK = (Role.OFFICER, Role.LIAISON)
