"""Organs, who reviews what they decide, and who followed whom."""

from __future__ import annotations

from django.core.validators import URLValidator
from django.db import models
from treebeard.mp_tree import MP_Node

from gongkai_office.organs.words import Change, Kind, Level, ReviewRole


class Organ(MP_Node):
    """An administrative organ (行政机关), or a body of article 54 or 55.

    Its place in the tree is whom it is under in its area; `system_superior` is who leads it besides, or instead,
    where it is vertically managed (垂直领导, article 3). `competent_authority` of a government is the unit in
    charge of disclosure in its area (主管部门): its office by law, another unit where that was decided.
    The guide contacts are what article 12 asks for. An organ that no longer exists keeps its row: `abolished_on`.
    """

    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=32, choices=Kind)
    level = models.CharField(max_length=16, choices=Level)
    division_code = models.CharField(max_length=9, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    site_code = models.CharField(max_length=10, blank=True)
    system_superior = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="system_inferiors"
    )
    competent_authority = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="in_charge_of"
    )
    disclosure_unit = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=6, blank=True)
    office_hours = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    fax = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    website = models.CharField(max_length=200, blank=True, validators=[URLValidator(["http", "https"])])
    established_on = models.DateField(null=True, blank=True)
    abolished_on = models.DateField(null=True, blank=True)

    class Meta:
        """One living organ has a credit code, where it has one; what it was merged into may take it over."""

        ordering = ("path",)
        constraints = (
            models.UniqueConstraint(
                fields=["credit_code"],
                condition=~models.Q(credit_code="") & models.Q(abolished_on=None),
                name="one_living_organ_a_credit_code",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Reviewer(models.Model):
    """Who reviews what an organ decides (复议机关、管辖法院), and from when to when: first and last day.

    `beside` is one that the applicant may choose in place of the main one (行政复议法 articles 24 and 28).
    """

    organ = models.ForeignKey(Organ, models.CASCADE, related_name="reviewers")
    role = models.CharField(max_length=16, choices=ReviewRole)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    beside = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        """The newest first."""

        ordering = ("organ", "role", "-valid_from")

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"


class Succession(models.Model):
    """One organ that followed another (机构沿革): merger, split, renaming, transfer; no successor where abolished.

    `on` is the first day of what came after. `former_name` is what a renamed organ was called until the day before,
    and None stands for its successor, for it is still the same. `note` says what was transferred.
    `act` is one for all rows that one act wrote; None where that was not kept.
    """

    predecessor = models.ForeignKey(Organ, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="predecessions")
    how = models.CharField(max_length=16, choices=Change)
    on = models.DateField()
    document_number = models.CharField(max_length=60, blank=True)
    former_name = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=200, blank=True)
    act = models.UUIDField(null=True, editable=False)

    class Meta:
        """The newest first."""

        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.predecessor_id} {self.how} {self.on}"
