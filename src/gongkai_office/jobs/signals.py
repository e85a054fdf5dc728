"""What rooms above may listen to, so that this one need not know them."""

from __future__ import annotations

from django.dispatch import Signal

job_failed = Signal()
"""Sent with `job` when a job has failed for good, in the transaction that says so, before its event is recorded.

A receiver that raises loses what it wrote itself; the failure stands. Where the database fails, nothing stands, and
the worker says it again.
"""
