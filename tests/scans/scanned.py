"""Samples as a scanner leaves them: pages rendered, turned, blurred and specked, in a PDF file or as a picture."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

# A renderer draws the samples' font with one of the machine's, and nothing where there is none.
NO_FONT = "no Chinese font is there to draw pages with: apt install fonts-wqy-microhei"


def pages(
    data: bytes, *, dpi: int = 200, angle: float = 0.0, noise: float = 0.0, seed: int = 1
) -> list[Image.Image]:
    """Return the pages of a PDF file as grey pictures; `angle` in degrees, `noise` as its standard deviation."""
    rng = np.random.default_rng(1)
    made = []
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        image = page.render(scale=dpi / 72).to_pil().convert("L")
        if angle:
            image = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
        if noise:
            image = image.filter(ImageFilter.GaussianBlur(0.8))
            specks = np.asarray(image, dtype=float) + rng.normal(0, noise, (image.height, image.width))
            image = Image.fromarray(np.clip(specks, 0, 255).astype(np.uint8))
        made.append(image)
    pdf.close()
    return made


def can_draw(data: bytes) -> bool:
    """Say whether a rendered page shows its words: some dark points beside those of ruled lines."""
    return any((np.asarray(page) < 100).mean() > 0.01 for page in pages(data, dpi=60))


def as_pdf(images: list[Image.Image], dpi: int = 200) -> bytes:
    """Return a PDF file that holds nothing but pictures of its pages."""
    buffer = io.BytesIO()
    first, *rest = images
    first.save(buffer, "PDF", save_all=True, append_images=rest, resolution=dpi)
    return buffer.getvalue()


def as_tiff(images: list[Image.Image]) -> bytes:
    """Return one picture file of all pages."""
    copies = [Image.frombytes("L", image.size, image.tobytes()) for image in images]
    buffer = io.BytesIO()
    copies[0].save(buffer, "TIFF", save_all=True, append_images=copies[1:], compression="tiff_lzw")
    return buffer.getvalue()
