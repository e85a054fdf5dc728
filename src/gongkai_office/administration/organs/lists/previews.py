"""What the preview of a list shows: numbers, every bad line, remarks, what would be new or changed."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from gongkai_office.files.models import StoredFile
from gongkai_office.organs.sheets.steps import Fate, Plan

SKIP = "skip"
A_PAGE = 100


def preview_of(plan: Plan, file: StoredFile, request: HttpRequest) -> dict[str, Any]:
    """Return what the page shows of a plan; bad lines are all shown, steps page by page."""
    new, changed = plan.of(Fate.NEW), plan.of(Fate.CHANGED)
    page = Paginator([*changed, *new], A_PAGE).get_page(request.GET.get("page"))
    return {
        "file": file,
        "plan": plan,
        "existing": request.GET.get("existing", ""),
        "bad": len({note.line for note in plan.problems}),
        "new": len(new),
        "changed": len(changed),
        "unchanged": len(plan.of(Fate.UNCHANGED)),
        "skipped": len(plan.of(Fate.SKIPPED)),
        "page": page,
        "ready": not plan.problems and bool(new or changed),
    }
