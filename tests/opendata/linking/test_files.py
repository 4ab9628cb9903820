"""A file of names goes in, and every row comes out again with what was decided."""

import csv

import pytest
from click.testing import CliRunner

from vardevei.cli.linking import link, measure
from vardevei.opendata.linking import files
from vardevei.opendata.problem import Problem

HEADER = "id;name;country;hint;year;note"


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "in.csv"
    path.write_bytes(text.encode(encoding))
    return path


def out(tmp_path, delimiter=";"):
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_other_columns_pass_through_in_order(tmp_path, encoding):
    source = written(tmp_path, f'{HEADER}\r\n7;Bodø kommune;NO;;2018;"a; b"\r\n8;Ukjent AS;NO;;;\r\n', encoding)

    assert files.link_file(source, tmp_path / "out.csv") == 2

    first, second = out(tmp_path)
    assert list(first) == [*HEADER.split(";"), *files.ADDED]
    assert (first["id"], first["note"], first["kind"], first["code"]) == ("7", "a; b", "kommune", "1804")
    assert (second["kind"], second["code"], second["year"]) == ("none", "", "")


def test_columns_with_our_names_are_kept_as_given(tmp_path):
    source = written(tmp_path, "name,country,hint,year,kind,code\nOslo kommune,NO,,2018,mine,99\n")
    files.link_file(source, tmp_path / "out.csv")

    (row,) = out(tmp_path, ",")
    assert (row["given_kind"], row["given_code"], row["kind"], row["code"]) == ("mine", "99", "kommune", "0301")


def test_a_linked_file_can_be_linked_again_and_again(tmp_path):
    name = written(tmp_path, "name,country,hint,year\nOslo kommune,NO,,2018\n")
    for turn in ("1.csv", "2.csv", "3.csv"):
        files.link_file(name, tmp_path / turn)
        name = tmp_path / turn

    header = name.read_text().splitlines()[0].split(",")
    assert [column for column in header if column.endswith("kind")] == ["given_kind", "given_given_kind", "kind"]


def test_where_nothing_can_be_written_is_explained(tmp_path):
    source = written(tmp_path, f"{HEADER}\n")
    for target in (tmp_path / "no folder" / "out.csv", tmp_path):
        with pytest.raises(Problem) as caught:
            files.link_file(source, target)
        assert caught.value.code == "file-unwritable"


def test_a_missing_year_is_said(tmp_path):
    files.link_file(written(tmp_path, f"{HEADER}\n1;Viken fylkeskommune;NO;;;\n"), tmp_path / "out.csv")

    (row,) = out(tmp_path)
    assert row["rule"] == "place-and-kind+other-years+today"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name,hint,year\nOslo,,2018\n", "columns-missing"),
        ("name,country,hint,year,name\nOslo,NO,,2018,x\n", "header-duplicate"),
        ("name,country,hint,year\nOslo,NO,,2018,more\n", "row-shape"),
        ("", "file-empty"),
        ("name,country,hint,year\n\0\0\0\0\n", "file-binary"),
    ],
)
def test_a_bad_file_is_explained_and_leaves_nothing_behind(tmp_path, text, code):
    source = written(tmp_path, text)
    with pytest.raises(Problem) as caught:
        files.link_file(source, tmp_path / "out.csv")

    assert caught.value.code == code
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv"]


def test_a_file_is_never_written_over_itself(tmp_path):
    source = written(tmp_path, f"{HEADER}\n")
    with pytest.raises(Problem) as caught:
        files.link_file(source, source)

    assert caught.value.code == "same-file"
    assert source.read_text() == f"{HEADER}\n"


def test_a_header_alone_gives_a_header(tmp_path):
    assert files.link_file(written(tmp_path, f"{HEADER}\n"), tmp_path / "out.csv") == 0
    assert out(tmp_path) == []


def test_the_commands_link_and_measure(tmp_path):
    answers = "name,country,hint,year,kind,code\nOslo kommune,NO,,2018,kommune,0301\nVoss,NO,,2018,kommune,1235\n"
    source = written(tmp_path, answers)

    linked = CliRunner().invoke(link, [str(source), str(tmp_path / "out.csv")])
    measured = CliRunner().invoke(measure, ["linking", str(source), "--errors"])

    assert "2 names written" in linked.output
    assert "'Voss'  2018: kommune 1235, linked as none  (place-alone)" in measured.output
