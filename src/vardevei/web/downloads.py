"""Sending a kept file to a browser, so that it can do no harm there."""

from django.http import FileResponse, HttpRequest

from vardevei.core.domain import files
from vardevei.core.enums import FileKind
from vardevei.core.models import KeptFile

OPEN_XML = "application/vnd.openxmlformats-officedocument"
TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: f"{OPEN_XML}.wordprocessingml.document",
    FileKind.XLSX: f"{OPEN_XML}.spreadsheetml.sheet",
    FileKind.PPTX: f"{OPEN_XML}.presentationml.presentation",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    FileKind.ODP: "application/vnd.oasis.opendocument.presentation",
    FileKind.CSV: "text/csv",
    FileKind.TXT: "text/plain",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.WEBP: "image/webp",
    FileKind.ZIP: "application/zip",
    FileKind.OTHER: "application/octet-stream",
}
SHOWN = {FileKind.PDF, FileKind.PNG, FileKind.JPEG, FileKind.WEBP}
# Whatever hides in a file, it gets no script, no form, and not this site as its origin.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


def send(request: HttpRequest, kept: KeptFile, *, inline: bool = False) -> FileResponse:
    """The file as a download; with `inline`, a PDF or a picture is shown in the browser instead.

    Whether the person may have it is the page's to ask first.
    """
    kind = FileKind(kept.kind)
    answer = FileResponse(
        files.open(kept),
        as_attachment=not (inline and kind in SHOWN),
        filename=kept.name,
        content_type=TYPES[kind],
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = ALONE
    answer["Cache-Control"] = "private, no-cache"
    # No ETag: the short answer that nothing has changed would carry the policy of pages, and the browser would open the
    # file it has kept under that one.
    return answer
