"""A file to the browser: as a download, or shown so that it can do no harm."""

from django.http import FileResponse, Http404, HttpRequest

from vardevei.core.enums import FileKind
from vardevei.web import downloads
from vardevei.web.together.files import doors


def download(request: HttpRequest, key: int, number: int) -> FileResponse:
    content = doors.version(request, key, number).content
    assert content is not None  # doors.version gives no other
    return downloads.send(request, content)


def picture(request: HttpRequest, key: int, number: int) -> FileResponse:
    """The small copy that we have drawn ourselves; never the bytes that somebody gave us."""
    one = doors.version(request, key, number)
    if one.picture is None:
        raise Http404(number)
    return downloads.send(request, one.picture, inline=True)


def show(request: HttpRequest, key: int, number: int) -> FileResponse:
    """A PDF in the browser's own viewer."""
    content = doors.version(request, key, number).content
    if content is None or content.kind != FileKind.PDF:
        raise Http404(number)
    return downloads.send(request, content, inline=True)
