"""What can go wrong with jobs.

JobError
├── Refused             a job cannot do what it was asked for; said by its function, never tried again
├── Cancelled           somebody cancelled the job; raised by `run.progress`
├── HoldLost            another worker has taken the job up; raised by `run.finish`
├── CannotRetry         a job that has not ended cannot be run again
├── CannotCancel        a job that has ended cannot be cancelled
├── CannotSwitchOff     a schedule that watches over administrators, too, stays on
├── NoReason            a schedule is to be switched off without a reason
└── NoSuchSchedule      no schedule has that name
"""

from __future__ import annotations

from gongkai_office.jobs import words


class JobError(Exception):
    """The root; its text is a Chinese sentence for a person."""


class Refused(JobError):
    """A job cannot do what it was asked for, and trying again would not help; the text says why and what to do."""


class Cancelled(JobError):
    """Somebody cancelled the job while it ran."""


class HoldLost(JobError):
    """The job was meanwhile given to another worker, or ended: what this run did last is undone."""

    def __init__(self, job: int) -> None:
        super().__init__(job)
        self.job = job


class CannotRetry(JobError):
    """A job cannot be run again: it has not ended, or the same work is already queued."""


class CannotCancel(JobError):
    """A job that has ended cannot be cancelled."""

    def __init__(self) -> None:
        super().__init__(words.ALREADY_ENDED)


class CannotSwitchOff(JobError):
    """A schedule stays on, whoever asks."""

    def __init__(self, name: str) -> None:
        super().__init__(words.STAYS_ON)
        self.name = name


class NoReason(JobError):
    """A schedule is to be switched off without a reason."""

    def __init__(self) -> None:
        super().__init__(words.NO_REASON)


class NoSuchSchedule(JobError):
    """No schedule has that name."""

    def __init__(self, name: str) -> None:
        super().__init__(words.NO_SUCH_SCHEDULE.format(name=name))
        self.name = name
