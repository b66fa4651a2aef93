"""The pictures of events in the sizes that screens want. In: the files of ``pictures/``. Out: what an ``img`` is given, and WebP.

What a camera wrote into a file (where it stood, whose it is) is not published; a picture stands upright, whatever the camera says.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.model.codes import BAD_PICTURE, NO_SUCH_PICTURE
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.render.permalinks import slug

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "pictures"
LARGEST, WIDTHS = 1600, (480, 960)
"""Pixels across the largest version, and across the others where the picture is wider."""
MOST_PIXELS = 60_000_000
"""More, and a small file may take more memory than there is."""
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
"""As Pillow calls them."""
_QUALITY, _EFFORT = 80, 4
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112


Shrink = Callable[[bytes, int], bytes]
"""Makes a version of a width: :func:`version`, or what remembers it."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a picture measures as it stands upright, in pixels; ``ending`` is that of its file's name."""

    width: int
    height: int
    ending: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page says of a picture: its largest version, all of them with their widths (``srcset``), and the size it is shown at."""

    src: str
    versions: tuple[tuple[str, int], ...]
    width: int
    height: int


def path_of(file: str, width: int | None = None) -> str:
    """Return where a version of a picture stands in the site; without a width the largest, which there always is.

    >>> path_of("north/quay.jpg"), path_of("quay.jpg", 480)
    ('pictures/north-quay-jpg-a26b2c.webp', 'pictures/quay-jpg-c28d2a-480.webp')
    """
    return f"{FOLDER}/{slug(file)}{f'-{width}' if width else ''}.webp"


def pictures_of(files: Iterable[str], held: Mapping[str, bytes]) -> Checked[dict[str, Picture]]:
    """Look at the named pictures; those that are not *held* or cannot be read are told, and left out."""
    found: dict[str, Picture] = {}
    said: list[Diagnostic] = []
    for file in dict.fromkeys(files):
        where = Location(f"{FOLDER}/{file}")
        if file not in held:
            said.append(tell(NO_SUCH_PICTURE, where, file=file))
            continue
        size = measured(held[file])
        if isinstance(size, str):
            said.append(tell(BAD_PICTURE, where, file=file, reason=size))
            continue
        found[file] = _picture(file, size.width, size.height)
    return Checked(found, tuple(said))


def makers(pictures: Mapping[str, Picture], held: Mapping[str, bytes], shrink: Shrink) -> dict[str, Callable[[], bytes]]:
    """Return every version by its path, each to be made when it is wanted, by *shrink*."""
    return {path: partial(shrink, held[file], width) for file, picture in pictures.items() for path, width in picture.versions}


def version(content: bytes, width: int) -> bytes:
    """Return a picture as WebP of that width, upright, with nothing of what the camera wrote into it but its colours."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - loaded when a picture is made

    with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
        opened.draft(None, (width, width))
        upright = ImageOps.exif_transpose(opened)
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        shown = upright.convert(mode)
        shown = shown.resize((width, max(1, round(shown.height * width / shown.width))), Image.Resampling.LANCZOS)
        made = io.BytesIO()
        shown.save(made, "WEBP", quality=_QUALITY, method=_EFFORT, exif=b"", icc_profile=opened.info.get("icc_profile", b""))
    return made.getvalue()


def _picture(file: str, width: int, height: int) -> Picture:
    largest = min(width, LARGEST)
    smaller = tuple((path_of(file, each), each) for each in WIDTHS if each < largest)
    return Picture(path_of(file), (*smaller, (path_of(file), largest)), largest, max(1, round(height * largest / width)))


def measured(content: bytes) -> Size | str:
    """Return what a picture measures, or why it cannot be used; known for the life of the process, as a preview asks at every save."""
    digest = hashlib.sha256(content).digest()
    if digest not in _MEASURED:
        _MEASURED[digest] = _measured(content)
    return _MEASURED[digest]


_MEASURED: dict[bytes, Size | str] = {}


def _measured(content: bytes) -> Size | str:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - likewise

    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                return f"{width} × {height} pixels are more than {MOST_PIXELS:,}"
            turned = opened.getexif().get(_ORIENTATION) in _SIDEWAYS
            ending = (opened.format or "").lower().replace("jpeg", "jpg")
            _whole(opened)
    except UnidentifiedImageError:
        return "it is no JPEG, PNG, WebP or GIF"
    except Image.DecompressionBombError:
        return f"it has more than {MOST_PIXELS:,} pixels"
    except (OSError, ValueError, SyntaxError, TypeError, ArithmeticError, KeyError, IndexError) as error:  # as Pillow has it
        return f"it is broken ({error})"
    return Size(height, width, ending) if turned else Size(width, height, ending)


def _whole(opened: Image) -> None:
    """Read all of a picture, at an eighth of its size where that is possible: half a file is told before a page promises it."""
    opened.draft(None, (opened.width // 8, opened.height // 8))
    opened.load()
