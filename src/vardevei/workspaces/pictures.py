"""A small copy of a picture that somebody gave us: drawn anew, so that nothing else in the file comes with it."""

from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError

from vardevei.core.enums import FileKind
from vardevei.opendata.problem import Problem

# By the kind that the bytes are; Pillow tries no other of its many readers.
READERS = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG", FileKind.WEBP: "WEBP"}
SIDE = 1600
LARGEST = 100_000_000  # points; a file of a few kilobytes can claim many more, and fill the memory of whoever opens it
DRAWN = 40_000_000  # a camera's largest; drawing one takes about 160 MB for a second


def small_copy(content: BinaryIO, kind: FileKind) -> bytes | None:
    """The picture as PNG or JPEG, at most 1600 points wide and high, without place and camera.

    None when it is whole but too large to draw, or cannot be drawn. Refuses one that claims to be enormous.
    """
    try:
        with Image.open(content, formats=[READERS[kind]]) as picture:
            width, height = picture.size
            if width * height > LARGEST:
                raise _enormous(width, height)
            return _drawn(picture) if width * height <= DRAWN else None
    except Image.DecompressionBombError as error:
        raise _enormous() from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, OverflowError):
        return None  # broken, or another file with a picture's first bytes: it is kept, and only ever downloaded


def _drawn(picture: Image.Image) -> bytes:
    clear = "A" in picture.getbands() or "transparency" in picture.info
    picture.draft("RGB", (SIDE, SIDE))  # a JPEG is read at a smaller size, others are not
    upright = ImageOps.exif_transpose(picture)
    drawn = upright.convert("RGBA" if clear else "RGB")
    drawn.thumbnail((SIDE, SIDE))
    # Pillow writes along what the file told of itself; a canvas of its own has nothing to tell.
    canvas = Image.new(drawn.mode, drawn.size)
    canvas.paste(drawn)
    out = BytesIO()
    canvas.save(out, "PNG", optimize=True) if clear else canvas.save(out, "JPEG", quality=82)
    return out.getvalue()


def _enormous(width: int = 0, height: int = 0) -> Problem:
    return Problem(
        "picture-enormous",
        "The picture has far too many points.",
        f"It says that it is {width} × {height} points; opening it could fill the memory of a machine.",
        "Save it smaller and try again.",
    )
