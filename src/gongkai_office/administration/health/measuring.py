"""Figures for a monitoring system: counted as requests pass, or asked of the database when they are fetched."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterable

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from gongkai_office.audit.models import Event, Head
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.queries import queue_state
from gongkai_office.jobs.words import State
from gongkai_office.notices.queries import unsent_by_state

LOGGER = logging.getLogger("gongkai.requests")
PROBES = ("healthz", "readyz", "metrics")
FAILED_SIGN_IN = "accounts.sign_in_failed"

LOCAL = CollectorRegistry()
REQUESTS = Counter("gongkai_requests", "Answered requests.", ("route", "method", "status"), registry=LOCAL)
SECONDS = Histogram(
    "gongkai_request_seconds",
    "Seconds until a request was answered.",
    ("route",),
    registry=LOCAL,
    buckets=(0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30),
)


def measured(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Count each request by its route, never by its address, and write a line about it."""

    def answered(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = answer(request)
        took = time.perf_counter() - started
        match = getattr(request, "resolver_match", None)
        route = str(match.route) if match else "(none)"
        if route not in PROBES:
            REQUESTS.labels(route, _method(request), response.status_code).inc()
            SECONDS.labels(route).observe(took)
            LOGGER.info("%s %s", request.method, request.path, extra=_line(request, route, response, took))
        return response

    return answered


def _method(request: HttpRequest) -> str:
    return request.method if request.method in ("GET", "HEAD", "POST") else "other"


def _line(request: HttpRequest, route: str, response: HttpResponse, took: float) -> dict[str, object]:
    user = getattr(request, "user", None)
    return {
        "route": route,
        "status": response.status_code,
        "milliseconds": round(took * 1000),
        "user": user.pk if user is not None and user.is_authenticated else None,
    }


class Installation(Collector):
    """What the database knows of the installation."""

    def collect(self) -> Iterable[Metric]:
        """Yield jobs and unsent messages by state, the queue's age, workers, the log's head and failed sign-ins."""
        jobs = GaugeMetricFamily("gongkai_jobs", "Jobs by state.", labels=["state"])
        counted = dict(Job.objects.order_by().values_list("state").annotate(count=Count("pk")))
        for state in State:
            jobs.add_metric([state.value], counted.get(state.value, 0))
        yield jobs
        queue = queue_state()
        age = (timezone.now() - queue.oldest).total_seconds() if queue.oldest else 0.0
        yield _gauge("gongkai_queue_age_seconds", "Seconds that the oldest due job has waited.", age)
        yield _gauge("gongkai_workers", "Workers that gave a sign of life lately.", queue.workers)
        unsent = GaugeMetricFamily("gongkai_deliveries", "Messages that were not sent, by state.", labels=["state"])
        for delivery, count in unsent_by_state().items():
            unsent.add_metric([delivery], count)
        yield unsent
        head = Head.objects.values_list("number", flat=True).first() or 0
        yield _gauge("gongkai_log_head", "Number of the newest event in the log.", head)
        failures = Event.objects.filter(verb=FAILED_SIGN_IN).count()
        yield _gauge("gongkai_sign_in_failures", "Failed sign-ins that the log holds.", failures)


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value=value)


def figures() -> bytes:
    """Return all figures in the text form of Prometheus, of all processes that answer requests."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        requests = CollectorRegistry()
        MultiProcessCollector(requests)  # type: ignore[no-untyped-call]  # prometheus-client
    else:
        requests = LOCAL
    installation = CollectorRegistry()
    installation.register(Installation())
    return generate_latest(requests) + generate_latest(installation)
