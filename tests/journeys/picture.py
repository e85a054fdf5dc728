"""Make the picture of the site that the README shows: `python -m tests.journeys.picture`."""

from __future__ import annotations

import io
import json
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.journeys.looking import chromium, opened
from tests.journeys.site import demonstration
from tests.journeys.windows import Windows

WRITTEN = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "office.png"
COLOURS = 128


def main() -> None:
    """Serve the demonstration's city, open a county's page, and write what is seen of it."""
    program = chromium()
    if program is None:
        raise SystemExit("no browser is installed: apt install chromium")
    with (
        demonstration() as (site, things),
        sync_playwright() as playwright,
        opened(playwright, program) as browser,
        Windows(browser, site.address) as windows,
    ):
        page = windows.of("system-admin")
        page.goto(f"/organs/{things['county']}/")
        picture = Image.open(io.BytesIO(page.screenshot()))
    WRITTEN.parent.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(WRITTEN, optimize=True)
    print(json.dumps({"written": str(WRITTEN), "bytes": WRITTEN.stat().st_size}))


if __name__ == "__main__":
    main()
