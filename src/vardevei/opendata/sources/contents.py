"""The file itself, before a row is read: what it is, its encoding, its SHA-256. Nothing is trusted by name."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vardevei.opendata.problem import Problem

CHUNK = 1 << 20
LARGEST = 2 << 30
_SIGNATURES = [
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file (.xls)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
]
_BOMS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
_UTF8_IN_CP1252 = re.compile(rb"\xc3[\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Contents:
    """What one pass over the bytes told: size in bytes, SHA-256, encoding, and whether the last line is ended."""

    size: int
    sha256: str
    encoding: str
    ends_with_line_break: bool


def kind(path: Path) -> str:
    """`zip`, `json`, `text`, or the name of what it is; read from the first bytes, whatever the file is called."""
    try:
        with path.open("rb") as file:
            return kind_of(file.read(64))
    except OSError as error:
        raise Problem(
            "file-missing", f"{path} could not be opened.", f"{error.strerror}.", "Check the path and the permissions."
        ) from error


def kind_of(start: bytes) -> str:
    known = next((name for mark, name in _SIGNATURES if start.startswith(mark)), None)
    if known:
        return known
    bare = start.lstrip(codecs.BOM_UTF8).lstrip().lower()
    if bare.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if bare.startswith(b"<?xml"):
        return "an XML file"
    return "json" if bare.startswith((b"[", b"{")) else "text"


def wrong_kind(path: Path | str, found: str, wanted: str) -> Problem:
    what = f"{Path(path).name} is {found}, not {wanted}." if found != "zip" else f"{Path(path).name} is not {wanted}."
    why = "" if found != "zip" else "It is a zip archive or a spreadsheet, whatever its name says."
    return Problem("file-kind", what, why, f"Nothing was changed. Fetch or save the file as {wanted}, and run again.")


def examine(file: BinaryIO, name: str) -> Contents:
    """One pass over the bytes in pieces of a megabyte; stops at the first that shows this is no text."""
    digest, size, last = hashlib.sha256(), 0, b""
    charset = _Charset(name)
    while piece := file.read(CHUNK):
        if size == 0:
            charset.start(piece)
        size += len(piece)
        if size > LARGEST:
            raise Problem("file-too-large", f"{name} is larger than {LARGEST >> 30} GB.", "", "Nothing was changed.")
        charset.feed(piece)
        digest.update(piece)
        last = piece
    if not size:
        raise Problem("file-empty", f"{name} is empty.", "", "Nothing was changed. Fetch the file again.")
    return Contents(size, digest.hexdigest(), charset.finish(), last.rstrip(b"\0").endswith((b"\n", b"\r")))


def fingerprint(file: BinaryIO) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a file that is no text."""
    digest, size = hashlib.sha256(), 0
    while piece := file.read(CHUNK):
        size += len(piece)
        digest.update(piece)
    return size, digest.hexdigest()


class _Charset:
    """Finds the encoding while the bytes go by: UTF-8 if all of it is, else Windows-1252, never a mixture."""

    def __init__(self, name: str) -> None:
        self.name, self.encoding, self.read = name, "utf-8", 0
        self.decoder: codecs.IncrementalDecoder = codecs.getincrementaldecoder("utf-8")()
        self.seen_beyond_ascii = False

    def start(self, piece: bytes) -> None:
        marked = next((encoding for bom, encoding in _BOMS if piece.startswith(bom)), None)
        self._become(marked or _unmarked_utf16(piece) or "utf-8")

    def _become(self, encoding: str) -> None:
        self.encoding, self.decoder = encoding, codecs.getincrementaldecoder(encoding)()

    def feed(self, piece: bytes) -> None:
        if not self.encoding.startswith("utf-16") and (at := piece.find(0)) >= 0:
            raise self._problem("file-binary", f"it holds a zero byte (at byte {self.read + at})")
        try:
            self._decode(piece)
        except UnicodeDecodeError as error:
            raise self._problem(
                "file-charset", f"byte {self.read + error.start} does not fit {self.encoding}"
            ) from error
        self.read += len(piece)

    def _decode(self, piece: bytes) -> None:
        if self.encoding == "cp1252" and _UTF8_IN_CP1252.search(piece):
            raise self._problem("file-charset", "some of it is UTF-8 and some Windows-1252")
        try:
            decoded = self.decoder.decode(piece)
        except UnicodeDecodeError:
            if self.encoding != "utf-8" or self.seen_beyond_ascii or not _first_beyond_ascii_fails(piece):
                raise
            self._become("cp1252")
            self._decode(piece)
            return
        self.seen_beyond_ascii = self.seen_beyond_ascii or not decoded.isascii()

    def finish(self) -> str:
        try:
            self.decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise Problem(
                "file-truncated",
                f"{self.name} ends in the middle of a letter.",
                "The download was probably cut off.",
                "Nothing was changed. Fetch the file again.",
            ) from error
        return self.encoding

    def _problem(self, code: str, why: str) -> Problem:
        todo = "Nothing was changed. Fetch it again, or save it as CSV in UTF-8."
        return Problem(code, f"{self.name} is not readable text.", f"{why[0].upper()}{why[1:]}.", todo)


def _first_beyond_ascii_fails(piece: bytes) -> bool:
    """In Windows-1252 the first letter beyond ASCII already breaks UTF-8; later breaks mean a damaged or mixed file."""
    first = next((at for at, byte in enumerate(piece) if byte > 127), len(piece))
    try:
        piece[first : first + 4].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start == 0
    return False


def _unmarked_utf16(piece: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a Norwegian header is zero."""
    start = piece[:400]
    even, odd = start[0::2], start[1::2]
    if len(start) < 8:
        return None
    if odd.count(0) > 0.8 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > 0.8 * len(even) and odd.count(0) == 0 else None
