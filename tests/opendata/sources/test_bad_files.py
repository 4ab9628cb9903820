"""Files that are not what they should be: each gives one clear problem, quickly, and without filling the memory."""

import io
import json
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook

from tests.opendata.sources.files import cordis_zip, council, write
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES


def problem_with(path, source="forskningsradet") -> Problem:
    with pytest.raises(Problem) as caught:
        SOURCES[source].read(path, family="horizon-2020")
    assert caught.value.what
    return caught.value


def spreadsheet(rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


LONG = "MVA" * 50_000
FILES = {
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "file-kind"),
    "a web page": (b"<!DOCTYPE html><html>404", "file-kind"),
    "a spreadsheet named csv": (spreadsheet([["a", "b"]]), "file-kind"),
    "an old Excel file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file-kind"),
    "JSON": (b'[{"a": 1}]', "file-kind"),
    "nothing": (b"", "file-empty"),
    "one blank line": (b"\n", "header-missing"),
    "another table": (b"a;b\n1;2\n", "columns-missing"),
    "a row cut in the middle": (council({}, {"Deltakernr": "2"}).encode()[:-60], "file-truncated"),
    "cut in the middle of a letter": (
        council().encode()[: council().encode().index("å".encode()) + 1],
        "file-truncated",
    ),
    "a quote never closed": (
        council({"Prosjektnavn": "QQ"}, {"Deltakernr": "2"}).replace("QQ", '"Q').encode(),
        "file-truncated",
    ),
    "a quote around the rest of a long file": (
        council({"Prosjektnavn": "QQ"}).replace("QQ", f'"{LONG}').encode(),
        "file-truncated",
    ),
    "a zero byte": (council().encode().replace(b"MOVE21", b"MOVE\x0021"), "file-binary"),
    "two encodings in one": (council().encode() + council().encode("cp1252"), "file-charset"),
    "two encodings the other way": (council().encode("cp1252") + council().encode(), "file-charset"),
    "bytes that are no letters": (council().encode() + b"\x81\x8d\xff", "file-charset"),
    "400 columns": (";".join(f"k{n}" for n in range(400)).encode() + b"\n", "header-too-wide"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_gives_one_clear_problem(tmp_path, name):
    content, code = FILES[name]

    assert problem_with(write(tmp_path, content)).code == code


def test_a_missing_file_and_a_folder(tmp_path):
    assert problem_with(tmp_path / "nothing.csv").code == "file-missing"
    assert problem_with(tmp_path).code == "file-missing"


def test_100_megabytes_of_zeros_are_refused_at_the_first(tmp_path):
    path = tmp_path / "zeros.csv"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    tracemalloc.start()

    problem = problem_with(path)

    assert problem.code == "file-binary"
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()


def test_a_cut_zip_and_one_that_is_no_cordis_archive(tmp_path):
    whole = cordis_zip(tmp_path).read_bytes()

    assert problem_with(write(tmp_path, whole[:-40], "cut.zip"), "cordis").code == "zip-broken"
    assert problem_with(write(tmp_path, spreadsheet([["a"]]), "sheet.zip"), "cordis").code == "table-missing"


def test_a_zip_with_a_damaged_table_inside(tmp_path):
    whole = bytearray(
        cordis_zip(tmp_path, *[{"order": str(n), "organisationID": str(n)} for n in range(200)]).read_bytes()
    )
    for at in range(100, 140):
        whole[at] ^= 0xFF

    assert problem_with(write(tmp_path, bytes(whole), "damaged.zip"), "cordis").code in {
        "zip-broken",
        "file-charset",
        "file-binary",
    }


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ({"organization.csv": b"0" * (200 << 20)}, "zip-too-large"),
        ({f"{n}.csv": b"" for n in range(3000)}, "zip-too-large"),
        ({"organization.csv": b"a", "inner.zip": b"PK"}, "zip-nested"),
        ({"a/organization.csv": b"a", "b/organization.csv": b"b"}, "zip-duplicate"),
        ({"organization.csv": b"%PDF-1.4"}, "file-kind"),
    ],
)
def test_an_archive_that_is_a_trap_is_refused_before_it_is_unpacked(tmp_path, entries, code):
    path = tmp_path / "trap.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    tracemalloc.start()

    assert problem_with(path, "cordis").code == code
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()


def test_path_names_in_an_archive_write_nothing(tmp_path):
    folder = tmp_path / "inner"
    folder.mkdir()
    source = cordis_zip(folder)
    path = folder / "up.zip"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for info in old.infolist():
            new.writestr("../../" + info.filename.rsplit("\\", 1)[-1], old.read(info))
    before = sorted(tmp_path.rglob("*"))

    reading = SOURCES["cordis"].read(path)

    assert len(reading.rows) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_spreadsheet_that_grows_or_defines_entities_is_refused(tmp_path):
    good = spreadsheet([["Organisasjon", "Prosjektnr"], ["Oslo kommune", "1"]])
    bomb, entities = tmp_path / "bomb.xlsx", tmp_path / "entities.xlsx"
    for path, name, content in [
        (bomb, "xl/sharedStrings.xml", b"<sst>" + b" " * (180 << 20)),
        (entities, "xl/sharedStrings.xml", b'<!DOCTYPE sst [<!ENTITY a "ha">]><sst/>'),
    ]:
        with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                if info.filename != name:
                    new.writestr(info, old.read(info))
            new.writestr(name, content)

    assert problem_with(bomb, "list").code == "zip-too-large"
    assert problem_with(entities, "list").code == "xlsx-entities"


def test_a_damaged_spreadsheet_says_so(tmp_path):
    path = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook>")

    assert problem_with(path, "list").code == "xlsx-broken"


@pytest.mark.parametrize(
    "content", [b"[", b"{}", b'[{"projectID": 1', b"[1, 2]", b'{"a": 1}', b"[" * 100_000, b'[{"a":1}, nonsense]']
)
def test_json_that_is_not_whole(tmp_path, content):
    assert problem_with(write(tmp_path, content, "organization.json"), "cordis").code in {
        "file-truncated",
        "columns-missing",
    }


def test_json_with_halves_of_letters_is_read_without_them(tmp_path):
    path = cordis_zip(tmp_path, {"name": "OSLO\ud800 KOMMUNE"}, kind="json")

    reading = SOURCES["cordis"].read(path)

    assert reading.rows[0].name == "OSLO KOMMUNE"
    json.dumps(reading.notes[0].raw, ensure_ascii=False).encode()
