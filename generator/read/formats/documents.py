"""Documents: PDF, DOCX, RTF → their text, one paragraph between blank lines.

In: the bytes. Out: the text; ImportError where the library is not installed (the extra `documents`), ValueError where a file holds no
text: a scanned page is a picture.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from typing import Any

_MOST_UNPACKED = 200_000_000
_MOST_PAGES = 500
_LONGEST_RTF = 1_200_000
"""Characters of an RTF that are read, each by itself: some 100,000 words with their formats."""
_HEX = re.compile(rb"(?:[0-9a-fA-F]{32,}+[\r\n ]*+)++")
"""A picture as RTF writes it: lines of figures; two of them make a byte."""
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
_RUNNING = 0.6
"""A line shorter than this part of the page's widest may end its paragraph."""


def pdf(content: bytes) -> str:
    """Return the text of a PDF; what is hyphenated at the end of a line is joined, lines are joined to paragraphs."""
    from pypdf import PdfReader  # noqa: PLC0415 - an extra
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - an extra

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is ours to say
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("it is encrypted")
        pages = [page.extract_text() or "" for page in reader.pages[:_MOST_PAGES]]
    except (PyPdfError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError(f"it is broken ({type(error).__name__})") from error
    text = "\n\n".join(_paragraphs(_HYPHEN.sub("", page)) for page in pages if page.strip())
    if len(text.split()) < 20:
        raise ValueError("it holds no text: a scan is a picture, which only text recognition can read")
    return text


def docx(content: bytes) -> str:
    """Return the text of a DOCX: its paragraphs and the cells of its tables, in their order."""
    from docx import Document  # noqa: PLC0415 - an extra
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - an extra
    from docx.table import Table  # noqa: PLC0415 - an extra

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED:
                raise ValueError("it is too large unpacked")
        parts = list(Document(io.BytesIO(content)).iter_inner_content())
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, AttributeError) as error:
        raise ValueError("it is no Word document") from error
    texts: list[str] = []
    for part in parts:
        if isinstance(part, Table):
            texts += ["\n".join(dict.fromkeys(cell.text for cell in row.cells)) for row in part.rows]
        else:
            texts.append(part.text)
    return "\n\n".join(text.strip() for text in texts if text.strip())


def rtf(content: bytes) -> str:
    """Return the text of an RTF; its pictures are left out before it is read."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - an extra

    content = _HEX.sub(b"", content)
    if len(content) > _LONGEST_RTF:
        raise ValueError(f"it has {len(content):,} characters besides its pictures, more than the {_LONGEST_RTF:,} that are read")
    read: Any = rtf_to_text
    text = read(content.decode("cp1252", "replace"), errors="ignore")
    return "\n\n".join(line.strip() for line in str(text).split("\n") if line.strip())


def _paragraphs(page: str) -> str:
    """Join the lines of a page: a paragraph ends at a blank line, and where a short line ends a sentence."""
    lines = [line.rstrip() for line in page.split("\n")]
    width = max(map(len, lines), default=0)
    joined = ""
    for line in lines:
        joined += line + ("\n\n" if not line or (len(line) < _RUNNING * width and line.endswith((".", "!", "?", "”", '"'))) else " ")
    return "\n\n".join(" ".join(part.split()) for part in joined.split("\n\n") if part.strip())
