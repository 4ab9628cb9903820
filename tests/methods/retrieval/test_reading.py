"""A query in Norwegian names concepts: as whole words, in compounds, in both forms, and with a slip of the pen."""

import pytest

from vardevei.methods.retrieval import thesaurus
from vardevei.methods.retrieval.reading import read

LINES = [
    "concept\tarea\tnb\tnn\ten\tnote",
    "stormwater\twater\tovervann\tovervatn\tstormwater|flood^0.8\t",
    "management\toffice\thåndtering\thandtering\tmanagement\t",
    "energy\tenergy\tenergi\tenergi\tenergy\t",
    "renewable\tenergy\tfornybar energi\tfornybar energi\trenewable energy\t",
    "adaptation\tclimate\tklimatilpas*\tklimatilpass*\tclimate adaptation\t",
    "climate\tclimate\tklima\tklima\tclimate\t",
    "ai\tdigital\tki|kunstig intelligens\tki|kunstig intelligens\tartificial intelligence\t",
    "walking\ttransport\tgange\tgåande\twalking\t",
]


MARKED = [
    "concept\tarea\tnb\tnn\ten\tnote\trole\tup",
    "landslides\trisk\t=ras\t=ras|=raset\tlandslides\t\t\trisk",
    "risk\trisk\trisiko*\trisiko*\trisk\t\t\t",
    "school\tschool\tskole\tskule\tschool\t\tsetting\t",
    "art\tculture\tkunst\tkunst\tarts\t\t\t",
]


@pytest.fixture(scope="module")
def words():
    return thesaurus.parse(LINES)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Overvannet fyller kjellere", {"stormwater"}),
        ("overvatnet i gatene", {"stormwater"}),
        ("overvannshåndtering", {"stormwater", "management"}),
        ("klimatilpasning", {"adaptation"}),  # the longest wins: not climate as well
        ("klimaet", {"climate"}),
        ("fornybar energi", {"renewable"}),
        ("solenergien vår", {"energy"}),
        ("KI i skolen", {"ai"}),
        ("kitt og lim", set()),  # two letters are a word only when they stand alone
        (
            "vidaregåande skule",
            {"walking"},
        ),  # a compound's last part is its meaning; the thesaurus must name the compound
        ("overvan og klimatilpassing", {"stormwater", "adaptation"}),  # one letter short
        ("Vi søker midler til prosjektet i kommunen", set()),
    ],
)
def test_the_concepts_of_a_text(words, text, concepts):
    assert set(read(text, words).concepts) == concepts


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Ras ved skolen", {"landslides", "school"}),
        ("rase, raser og terrasse", set()),  # an equals sign: only as it is written, only alone
        ("kunstig og kunstige", set()),  # an ending that makes another word of it
        ("kunstlaget", {"art"}),
    ],
)
def test_marks_and_endings(text, concepts):
    assert set(read(text, thesaurus.parse(MARKED)).concepts) == concepts


def test_words_that_nobody_knows_are_told(words):
    reading = read("Vi vil ha energi fra bølgekraft i kommunen", words)

    assert reading.unknown == ["bølgekraft"]


def test_a_line_that_cannot_be_read_is_named():
    with pytest.raises(ValueError, match="Line 2 of the thesaurus: a weight in «flood\\^much»"):
        thesaurus.parse([LINES[0], "flood\twater\tflom\tflaum\tflood^much\t"])


def test_a_role_or_a_broader_concept_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="«where» is not a role"):
        thesaurus.parse([MARKED[0], "school\tschool\tskole\tskule\tschool\t\twhere\t"])
    with pytest.raises(ValueError, match="«landslides» is under «risk»"):
        thesaurus.parse(MARKED[:2])
