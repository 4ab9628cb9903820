"""Kept files: judged by their content, stored once, gone when nothing needs them."""

import errno
import io
import os
import zipfile
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from django.db import IntegrityError
from django.utils import timezone

from tests.people import somebody
from vardevei.core import file_names
from vardevei.core.domain import files
from vardevei.core.enums import FileKind
from vardevei.core.models import KeptFile, Run
from vardevei.opendata.problem import Problem

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nsome"


def stored(settings) -> list[Path]:
    return sorted(path for path in (settings.VARDEVEI["data"] / "files").rglob("*") if path.is_file())


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def workbook() -> bytes:
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    return file.getvalue()


DOCX = packed(**{"[Content_Types].xml": b"x", "word__document.xml": b"x"})
WITH_MACROS = packed(**{"[Content_Types].xml": b"x", "word__document.xml": b"x", "word__vbaProject.bin": b"x"})


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PDF, "plan.txt", FileKind.PDF),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 9, "a", FileKind.PNG),
        (b"\xff\xd8\xff\xe0" + b"\0" * 9, "a.png", FileKind.JPEG),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a", FileKind.WEBP),
        (DOCX, "brev.xlsx", FileKind.DOCX),
        (workbook(), "liste", FileKind.XLSX),
        (packed(**{"[Content_Types].xml": b"x", "ppt__presentation.xml": b"x"}), "foredrag", FileKind.PPTX),
        (packed(mimetype=b"application/vnd.oasis.opendocument.presentation"), "a", FileKind.ODP),
        (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "a", FileKind.ODT),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "a", FileKind.ODS),
        ("navn;epost\nÅse;å@b.no\n".encode("cp1252"), "liste.csv", FileKind.CSV),
        ("navn\tepost\n".encode("utf-16"), "liste.csv", FileKind.CSV),
        ("\ufeffEn tekst".encode(), "notat", FileKind.TXT),
    ],
)
def test_what_a_file_is_follows_from_its_content(content: bytes, name: str, kind: FileKind) -> None:
    assert files.keep(content, name, by=None).kind == kind


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"\n <!DOCTYPE html><p>",
        "\ufeff<html>".encode(),
        "<html>".encode("utf-16"),
        b"#!/bin/sh\nrm -rf /",
        b"MZ\x90\0program",
        b"\x7fELF\x02\x01",
        b"text with \x00 in it",
        WITH_MACROS,
        packed(a=b"b"),
        b"PK\x03\x04 broken",
    ],
)
def test_what_can_act_is_refused_whatever_it_is_called_and_leaves_nothing(content: bytes, settings) -> None:
    with pytest.raises(Problem) as refused:
        files.keep(content, "hyggelig.pdf", by=None)

    assert refused.value.code == "upload-kind"
    assert (KeptFile.objects.count(), stored(settings)) == (0, [])


def test_an_unknown_file_is_kept_when_the_page_takes_anything() -> None:
    kept = files.keep(b"\x7fELF\x02\x01", "program.bin", by=None, kinds=files.ANYTHING)

    assert (kept.kind, kept.name) == (FileKind.OTHER, "program.bin")


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\Users\\Kari\\notat.txt", "notat.txt"),
        ("faktura\u202etxt.exe", "fakturatxt.txt"),
        ("linje\r\nSet-Cookie: a=b.txt", "linje Set-Cookie_ a=b.txt"),
        ("  Møte\u00a0på  Åsen.MD", "Møte på Åsen.md"),
        (".htaccess", "htaccess.txt"),
        ("...", "fil.txt"),
        ("", "fil.txt"),
        ("\u0000\u200b", "fil.txt"),
        ("a" * 400 + ".txt", "a" * 120 + ".txt"),
        ("A\u030a.txt", "Å.txt"),
        ("CON", "_CON.txt"),
        ("nul.1.txt", "_nul.1.txt"),
        ("konsept.txt", "konsept.txt"),
    ],
)
def test_a_name_is_cleaned(given: str, clean: str) -> None:
    assert file_names.clean(given, FileKind.TXT) == clean


def test_a_file_over_the_limit_is_refused_before_it_is_read_to_its_end(settings) -> None:
    class Endless:
        read_bytes = 0

        def read(self, size: int) -> bytes:
            self.read_bytes += size
            return b"a" * size

    endless = Endless()
    with pytest.raises(Problem) as refused:
        files.keep(endless, "stor.txt", by=None, limit=3 * files.MEGABYTE)

    assert (refused.value.code, endless.read_bytes) == ("upload-too-large", 4 * files.MEGABYTE)
    assert stored(settings) == []


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Problem, match="empty"):
        files.keep(b"", "tom.txt", by=None)


def test_equal_bytes_are_stored_once_and_each_has_its_name(settings) -> None:
    first = files.keep(PDF, "en.pdf", by=somebody())
    second = files.keep(io.BytesIO(PDF), "to.pdf", by=None)

    assert [path.name for path in stored(settings)] == [first.sha256]
    assert (first.name, second.name, files.open(second).read()) == ("en.pdf", "to.pdf", PDF)


def test_bytes_go_with_the_last_row_that_needs_them(settings, django_capture_on_commit_callbacks) -> None:
    first, second = files.keep(PDF, "en.pdf", by=None), files.keep(PDF, "to.pdf", by=None)
    _make_old(files.place_of(first.sha256))

    with django_capture_on_commit_callbacks(execute=True):
        files.forget(first)
    kept_for_second = stored(settings)
    with django_capture_on_commit_callbacks(execute=True):
        files.forget(second)

    assert (len(kept_for_second), stored(settings)) == (1, [])


def test_the_nightly_clearing_takes_what_nothing_points_to(settings, django_capture_on_commit_callbacks) -> None:
    old, pointed_to = files.keep(PDF, "gammel.pdf", by=None), files.keep(b"en liste", "liste.txt", by=None)
    Run.objects.create(kind="list", file=pointed_to)
    KeptFile.objects.update(kept_at=timezone.now() - timedelta(days=2))
    fresh = files.keep(b"ny", "ny.txt", by=None)
    left_by_a_killed_process = files.place_of("0" * 64)
    left_by_a_killed_process.parent.mkdir(parents=True)
    left_by_a_killed_process.write_bytes(b"left")
    for path in (files.place_of(old.sha256), left_by_a_killed_process):
        _make_old(path)

    with django_capture_on_commit_callbacks(execute=True):
        removed = files.clear()

    assert (removed, list(KeptFile.objects.all())) == (1, [fresh, pointed_to])
    assert {path.name for path in stored(settings)} == {fresh.sha256, pointed_to.sha256}


class _FullDisk:
    def read(self, size: int) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_and_leaves_nothing_half(settings) -> None:
    with pytest.raises(Problem) as told:
        files.keep(_FullDisk(), "stor.pdf", by=None)

    assert told.value.code == "disk-full"
    assert (KeptFile.objects.count(), stored(settings)) == (0, [])


def test_a_file_missing_from_the_data_folder_is_told() -> None:
    kept = files.keep(PDF, "plan.pdf", by=None)
    files.place_of(kept.sha256).unlink()

    with pytest.raises(Problem, match=r"plan\.pdf is no longer here"):
        files.open(kept)


def test_the_database_refuses_a_file_without_content() -> None:
    with pytest.raises(IntegrityError):
        KeptFile.objects.create(name="a", kind="txt", size=0, sha256="0" * 64)


def _make_old(path: Path) -> None:
    long_ago = path.stat().st_mtime - 7200
    os.utime(path, (long_ago, long_ago))
