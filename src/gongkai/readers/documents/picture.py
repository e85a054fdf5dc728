"""Picture file → Document (图片): a page, or several in one file, recognised one after the other."""

from __future__ import annotations

import io
import warnings
from importlib import import_module
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.document import Document
from gongkai.readers.documents.limits import MAX_PICTURES, MAX_PIXELS
from gongkai.readers.documents.paper import PageProgress, TextLine, blocks_of
from gongkai.readers.documents.scan import DPI, is_installed, page_parts

# The width of a sheet of A4 paper, in inches: pictures say of themselves what they like.
_A4 = 8.27
_NEAR = 0.25


def read_picture(data: bytes, progress: PageProgress | None = None) -> Document:
    """Return the document of a picture file. UnknownKind where it is broken or pictures cannot be read here."""
    if not is_installed():
        raise UnknownKind(reasons.PICTURE_NOT_INSTALLED)
    parts: list[TextLine | Any] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data))
            count = getattr(image, "n_frames", 1)
            if count > MAX_PICTURES:
                raise InputTooLarge(reasons.TOO_MANY_PICTURES.format(pages=count, limit=MAX_PICTURES))
            if image.width * image.height > MAX_PIXELS:
                raise InputTooLarge(reasons.TOO_MANY_PIXELS.format(limit=MAX_PIXELS // 1_000_000))
            for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                if progress:
                    progress(number, count)
                parts += page_parts(_points(frame), number)
    except Image.DecompressionBombError as error:
        raise InputTooLarge(reasons.TOO_MANY_PIXELS.format(limit=MAX_PIXELS // 1_000_000)) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise UnknownKind(reasons.BROKEN_PICTURE) from error
    return Document("picture", tuple(blocks_of(parts)), scanned=frozenset(range(1, count + 1)))


def _points(frame: Image.Image) -> Any:
    """Return a picture as an array, blue first, as large as a page of A4 at the resolution that reads best."""
    page = ImageOps.exif_transpose(frame).convert("RGB")
    scale = _A4 * DPI / min(page.width, page.height)
    if abs(scale - 1) > _NEAR:
        page = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.LANCZOS)
    return import_module("numpy").asarray(page)[:, :, ::-1].copy()
