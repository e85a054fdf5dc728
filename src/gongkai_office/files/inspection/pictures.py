"""Pictures: whole, not too large, and what they tell of where they were made (图片). What they show is not read."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from gongkai.readers.documents.limits import MAX_PIXELS
from gongkai_office.files.inspection.errors import Refused
from gongkai_office.files.inspection.looked import Looked

_MAX_FRAMES = 300
_ARTIST, _PLACE = 0x013B, 0x8825
_FORMATS = ("PNG", "JPEG", "TIFF", "MPO")


def look_at_picture(data: bytes, looked: Looked) -> None:
    """Open a picture; Refused where it is broken or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
            frames = getattr(image, "n_frames", 1)
            if frames > _MAX_FRAMES:
                raise Refused("too_many_pages")
            if image.width * image.height > MAX_PIXELS:
                raise Refused("too_many_pixels")
            image.verify()
            # A picture that was verified cannot be asked any more.
            told = Image.open(io.BytesIO(data), formats=_FORMATS).getexif()
    except Image.DecompressionBombError as error:
        raise Refused("too_many_pixels") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError) as error:
        raise Refused("broken") from error
    looked.sign("scan", frames)
    if artist := str(told.get(_ARTIST, "")).strip():
        looked.sign("person", place=f"artist={artist}")
    looked.sign("location", int(_PLACE in told))
