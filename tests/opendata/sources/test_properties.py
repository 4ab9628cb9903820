"""Whatever the bytes: a reading whose counts add up, or a problem. Never anything else."""

import io
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.opendata.sources.files import COUNCIL_HEADER, cordis_tables, council
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES

FAST = settings(max_examples=150, deadline=None)
COUNCIL = council({}, {"Deltakernr": "2", "Prosjektnavn": 'æ"ø"å\nto'}, {"Deltakernr": "3"}).encode()
cell = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["=1+1", "-3", "12.05.2019", "958935420", '"', ";"]
)


def read(source: str, content: bytes, name: str = "file.csv"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            reading = SOURCES[source].read(path, family="horizon-2020")
        except Problem:
            return None
    assert reading.rows_read == len(reading.rows) + len(reading.rejected) + sum(reading.passed_over.values())
    assert len({grant.key for grant in reading.rows}) == len(reading.rows)
    return reading


@FAST
@given(
    st.sampled_from(sorted(SOURCES)),
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"[", b"%PDF", b"\xff\xfe"]),
)
def test_random_bytes(source, content, start):
    read(source, start + content)


@FAST
@given(
    st.lists(st.tuples(st.integers(0, len(COUNCIL) - 1), st.integers(0, 255)), max_size=6), st.integers(1, len(COUNCIL))
)
def test_a_good_file_with_damaged_bytes_or_cut_short(changes, length):
    content = bytearray(COUNCIL)
    for at, byte in changes:
        content[at] = byte
    read("forskningsradet", bytes(content[:length]))


@FAST
@given(st.lists(st.lists(cell, min_size=len(COUNCIL_HEADER), max_size=len(COUNCIL_HEADER)), max_size=6))
def test_any_cells_under_the_right_header(rows):
    text = ";".join(COUNCIL_HEADER) + "\n"
    text += "".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)

    reading = read("forskningsradet", text.encode())

    assert reading is None or reading.rows_read <= len(rows)


@FAST
@given(st.integers(0, 600), st.binary(min_size=1, max_size=4))
def test_a_damaged_archive(at, damage):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("organization.csv", cordis_tables()[0])
        archive.writestr("project.csv", cordis_tables()[1])
    changed = bytearray(content.getvalue())
    changed[at : at + len(damage)] = damage

    read("cordis", bytes(changed), "cordis.zip")
