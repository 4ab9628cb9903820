"""A file name that is safe to show and to save: no folders, nothing invisible, the right ending."""

import unicodedata

from vardevei.core.enums import FileKind

LONGEST, BYTES = 120, 200
UNNAMED = "fil"
# What Windows refuses in a name; a reader there must be able to save the file.
REFUSED = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
# Names of machines' parts there, whatever the ending.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
ENDINGS = {
    FileKind.TXT: (".txt", ".md", ".json"),
    FileKind.CSV: (".csv", ".tsv"),
    FileKind.JPEG: (".jpeg", ".jpg"),
}


def clean(name: str, kind: FileKind) -> str:
    """The last part of the name, without what cannot be seen (such as marks that turn the direction of writing)."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    seen = "".join(mark for mark in last if unicodedata.category(mark)[0] != "C" or mark.isspace())
    stem, dot, ending = " ".join(seen.translate(REFUSED).split()).strip(" .").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    stem = _fitting(stem.strip(" .")[:LONGEST]) or UNNAMED
    if stem.partition(".")[0].strip().lower() in DEVICES:
        stem = f"_{stem}"
    return stem + _ending(f".{ending.lower()}" if ending else "", kind)


def _fitting(stem: str) -> str:
    """What a disk has room for: it counts bytes, and a sign may take four."""
    return stem.encode()[:BYTES].decode(errors="ignore")


def _ending(given: str, kind: FileKind) -> str:
    """What the content is, whatever the name says; a file of no known kind keeps its own."""
    if kind is FileKind.OTHER:
        return given[:12]
    allowed = ENDINGS.get(kind, (f".{kind}",))
    return given if given in allowed else allowed[0]
