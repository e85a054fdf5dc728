"""People and what they were appointed to."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai_office.accounts.seals import seal, unseal
from gongkai_office.accounts.words import Decision, Flag, Reset, ResetState, Role
from gongkai_office.organs.models import Organ


class User(AbstractBaseUser):
    """A person with an account (账号). It is never deleted: it can be disabled, and its acts stay in the log.

    `name` is the person's, `organ` where they work; what they may do comes from their appointments alone.
    `confirmed_at` is when somebody last said that the account is needed: in an access review, or by enabling it.
    `warned_at` is when its owner was last told that it will be disabled, for nobody uses it.
    """

    username = models.CharField(max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(max_length=60)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="people")
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField(null=True, blank=True)
    must_change_password = models.BooleanField(default=True)
    password_changed_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_because = models.CharField(max_length=200, blank=True)
    warned_at = models.DateTimeField(null=True, blank=True)
    single_sign_on = models.CharField(max_length=255, unique=True, null=True, blank=True)  # unique where set

    objects = BaseUserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        """By name of account."""

        ordering = ("username",)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Return the person's name."""
        return self.name


class Appointment(models.Model):
    """A role that somebody has over an organ, and over all organs below it where `below` (角色授予).

    In force from `valid_from` to `valid_to`, both included, unless it was ended before.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="appointments")
    role = models.CharField(max_length=32, choices=Role)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="appointments")
    below = models.BooleanField(default=False)
    valid_from = models.DateField(default=timezone.localdate)
    valid_to = models.DateField(null=True, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="granted")
    granted_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="ended")

    class Meta:
        """The newest last; one open appointment of a kind."""

        ordering = ("organ", "role", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["user", "role", "organ"], condition=models.Q(ended_at=None), name="one_open_appointment"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.organ_id}"


class AccessReview(models.Model):
    """A round in which all accounts of an organ and of those below are looked at again (账号及权限复核).

    `unused_days` is from how many days without a sign-in on an account was flagged when the round was opened.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    due_on = models.DateField()
    unused_days = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        """The newest first; one open round of an organ."""

        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["organ"], condition=models.Q(closed_at=None), name="one_open_access_review"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organ_id} {self.opened_at:%Y-%m-%d}"


class ReviewedAccount(models.Model):
    """One account in a round: what it had when the round was opened, and what was decided (复核记录).

    `flags` are words.Flag values. `held` lists the roles of that day as they are printed: role, organ, below, from,
    to, by whom it was granted.
    """

    review = models.ForeignKey(AccessReview, models.CASCADE, related_name="accounts")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    flags = models.JSONField(default=list)
    held = models.JSONField(default=list)
    last_login = models.DateTimeField(null=True)
    decision = models.CharField(max_length=16, choices=Decision, default=Decision.WAITING)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        """By organ, then by name of account; an account is in a round once."""

        ordering = ("user__organ__path", "user__username")
        constraints = (models.UniqueConstraint(fields=["review", "user"], name="one_account_a_review"),)
        indexes = (
            models.Index(fields=["decided_at"], name="account_reviewed_at"),
            models.Index(fields=["review", "decision"], name="account_decision"),
        )

    def __str__(self) -> str:
        return f"{self.review_id} {self.user_id} {self.decision}"

    @property
    def flag_titles(self) -> list[str]:
        """What to look at first, in Chinese."""
        return [Flag(flag).label for flag in self.flags]


class Session(AbstractBaseSession):
    """A browser that is signed in, or about to (会话): Django's session, with whose it is and where it came from.

    The columns repeat what the session's own data say (accounts.sessions): sessions can be listed and ended.
    """

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=255, blank=True)

    class Meta(AbstractBaseSession.Meta):
        """The one that was used last first."""

        abstract = False
        ordering = ("-seen_at",)


class PastPassword(models.Model):
    """A password that somebody had, as its digest: it may not come back for a while (历史口令)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="past_passwords")
    password = models.CharField(max_length=128)
    until = models.DateTimeField(default=timezone.now)

    class Meta:
        """The newest first."""

        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.user_id} {self.until:%Y-%m-%d}"


class AccountReset(models.Model):
    """A reset of an administrator's password or second factor, by four eyes (管理员账号重置).

    One administrator asks, one of another kind confirms, and who asked does it; all before `until`.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="resets")
    what = models.CharField(max_length=16, choices=Reset)
    because = models.CharField(max_length=200)
    state = models.CharField(max_length=16, choices=ResetState, default=ResetState.WAITING)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        """The newest last; one open reset of a kind."""

        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["user", "what"],
                condition=models.Q(state__in=(ResetState.WAITING, ResetState.CONFIRMED)),
                name="one_open_reset",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.what} {self.state}"


class Phone(TOTPDevice):
    """A phone that shows one-time codes (动态口令): django-otp's row, with its key sealed."""

    class Meta:
        """The same table."""

        proxy = True

    @property
    def bin_key(self) -> bytes:
        """The key in plain. Raises SealBroken."""
        return unseal(self.key, owner=self.user_id)

    def verify_token(self, token: str) -> bool:
        """Tell whether a code is right; the key is sealed anew, under the secret of today."""
        self.key = seal(self.bin_key, owner=self.user_id)
        return bool(super().verify_token(token))
