"""What a file is, by its bytes and never by its name."""

import codecs
import zipfile
from pathlib import Path

from vardevei.core.enums import FileKind

HEADS = {b"%PDF-": FileKind.PDF, b"\x89PNG\r\n\x1a\n": FileKind.PNG, b"\xff\xd8\xff": FileKind.JPEG}
PARTS = {
    "word/document.xml": FileKind.DOCX,
    "xl/workbook.xml": FileKind.XLSX,
    "ppt/presentation.xml": FileKind.PPTX,
}
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": FileKind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileKind.ODS,
    b"application/vnd.oasis.opendocument.presentation": FileKind.ODP,
}
MACROS = ("vbaProject.bin", "Basic/")
# A text that begins so is a page, a drawing or a program to some reader, whatever it is called.
ACTIVE = ("<", "#!", "%!", "mz")
WHITE = frozenset("\t\n\r\f")
READ_AT_ONCE = 1 << 20


def of(path: Path, name: str) -> FileKind:
    """The kind of the file. The name only tells a CSV from another plain text."""
    with path.open("rb") as file:
        head = file.read(64)
    for start, kind in HEADS.items():
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileKind.WEBP
    if head.startswith(b"PK\x03\x04"):
        return _packed(path)
    if _is_plain_text(path, _encoding(head)):
        return FileKind.CSV if name.lower().endswith((".csv", ".tsv")) else FileKind.TXT
    return FileKind.OTHER


def _packed(path: Path) -> FileKind:
    """A document from an office program is a ZIP with known parts; one with macros is a program."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if any(macro in name for name in names for macro in MACROS):
                return FileKind.OTHER
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                return OPEN_DOCUMENT.get(archive.read("mimetype").strip(), FileKind.ZIP)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError):  # broken, or with a password
        return FileKind.OTHER
    if "[Content_Types].xml" not in names:
        return FileKind.ZIP
    return next((kind for part, kind in PARTS.items() if part in names), FileKind.ZIP)


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"  # what Excel calls Unicode text
    return "latin-1"  # takes every byte; what matters here is that no control characters are among them


def _is_plain_text(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            piece = file.read(READ_AT_ONCE)
            if piece.removeprefix("\xef\xbb\xbf").lstrip().lower().startswith(ACTIVE):
                return False
            while piece:
                if any((mark < " " and mark not in WHITE) or mark == "\x7f" for mark in piece):
                    return False
                piece = file.read(READ_AT_ONCE)
    except UnicodeError:
        return False
    return True
