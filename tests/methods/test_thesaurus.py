"""The thesaurus as it comes with the program: in order, whole, and each of its words finds what it stands for."""

import csv
from collections import Counter

import pytest

from vardevei.methods.retrieval import reading, thesaurus, word_lists

AREAS = """
    kindergarten school upper-secondary adult-learning health care child-welfare social housing integration equality
    employment youth volunteering sport culture library heritage tourism planning buildings water waste circular roads
    mobility ports energy climate nature agriculture forestry reindeer marine business digital preparedness democracy
    procurement places minorities international research space administration
""".split()  # noqa: SIM905


@pytest.fixture(scope="module")
def rows():
    with thesaurus.FILE.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def words():
    return thesaurus.read()


def terms(row, *columns):
    return [term for column in columns or ("nb", "nn") for term in row[column].split("|")]


def test_each_line_is_whole_and_round_trips(rows):
    with thesaurus.FILE.open(encoding="utf-8", newline="") as opened:
        lines = opened.read().split("\n")
    assert lines[0].split("\t") == list(thesaurus.COLUMNS)
    assert lines[1:-1] == ["\t".join(row[name] for name in thesaurus.COLUMNS) for row in rows]
    assert lines[-1] == ""


def test_each_concept_has_a_name_of_its_own_and_all_areas_are_there(rows):
    assert [name for name, times in Counter(row["concept"] for row in rows).items() if times > 1] == []
    assert {row["area"] for row in rows} == set(AREAS)


def test_norwegian_terms_are_in_small_letters_and_stand_once(rows):
    for row in rows:
        assert all(term and term == term.strip().lower() for term in terms(row)), row["concept"]
    where = Counter(term for row in rows if "also" not in row["note"] for term in set(terms(row)))
    assert [term for term, times in where.items() if times > 1] == []


def test_english_terms_stand_once_in_a_concept_with_weights_between_nought_and_one(words):
    for concept in words.concepts.values():
        keys = [term.written.lower() for term in concept.terms]
        assert len(set(keys)) == len(keys), concept.name
        assert all(0 < term.weight <= 1 and term.stems for term in concept.terms), concept.name
        assert max(term.weight for term in concept.terms) >= 0.7, concept.name


def test_each_term_read_alone_names_its_concept(words):
    lost = [
        (concept.name, term)
        for concept in words.concepts.values()
        for term in (*concept.nb, *concept.nn)
        if concept.name not in reading.read(term.strip("*="), words).concepts
    ]
    assert lost == []


def test_what_is_broader_is_broader_for_good(words):
    """A concept is never above itself, and where and for whom are not above what is done."""
    for concept in words.concepts.values():
        above, seen = list(concept.up), {concept.name}
        while above:
            name = above.pop()
            assert name not in seen, (concept.name, name)
            above += words.concepts[name].up
        assert concept.role == "task" or not concept.up


def test_no_term_shrinks_to_a_word_that_carries_no_meaning(words):
    others = {"dan", "fang", "fre", "fred", "kar", "mark", "mot", "naturl", "oper", "plas", "sam", "set", "tar"}
    assert sorted((word_lists.SMALL | word_lists.OFFICE | others) & set(words.single)) == []


@pytest.mark.parametrize(
    ("text", "named", "not_named"),
    [
        ("Mange ungdomar sluttar i skulen", {"dropout", "youth"}, set()),
        ("tomme lokaler i sentrum", {"town-centre"}, set()),
        ("vasslekkasjar i gamle røyr", {"water-leakage"}, set()),
        ("Vi jobber mot bedre plass til dem", set(), {"employment", "plastic", "dementia", "creative-industries"}),
        ("vår innsats er rasjonell og til beste for alle", set(), {"prison-education", "landslides"}),
        ("en operasjon med stor skulptur", set(), {"performing-arts", "school"}),
        ("et hus blir bygd for kunstig gress på vegne av laget", set(), {"rural", "art", "roads"}),
        ("menneskeraser og en kommende epoke", set(), {"landslides"}),
        ("øyene, ras og politi", {"islands", "landslides", "public-safety"}, set()),
        ("personer med demens", {"dementia"}, set()),
        ("kartlegging i markedet", set(), {"maps-geodata", "outdoor-life"}),
        ("Kor mange fekk plass fredag", set(), {"music", "heritage", "plastic"}),
    ],
)
def test_what_people_write(words, text, named, not_named):
    read = reading.read(text, words)
    assert named <= set(read.concepts)
    assert not not_named & set(read.concepts)
