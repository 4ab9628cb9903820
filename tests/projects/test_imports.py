"""A file becomes participations: shown first, applied whole or not at all, and repeating it does nothing."""

import hashlib
import threading
from collections import Counter
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection

from tests.opendata.sources.files import cordis_zip, council, write
from tests.projects.conftest import COUNCIL
from tests.projects.linkers import by_number
from vardevei.core.models import Delivery
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES
from vardevei.organisations import imports as organisations
from vardevei.organisations.models import Organisation
from vardevei.projects import imports
from vardevei.projects.domain.aliases import fold
from vardevei.projects.domain.loaded import loaded
from vardevei.projects.models import Import, Participation, Project, SetAside

SINTEF = {"Deltakernr": "2", "Organisasjonsnavn": "SINTEF AS", "Organisasjonsnummer": "919303808"}
RISSA = {
    "Prosjektnr": "1",
    "Organisasjonsnavn": "RISSA KOMMUNE",
    "Organisasjonsnummer": "944305483",
    "Kontrakt signeringsdato": "01.02.2016 00:00",
    "Kontrakt startdato": "01.03.2016 00:00",
}


def test_the_first_import_adds_everything_and_says_where_it_came_from(load):
    run = load({}, SINTEF)

    oslo = Participation.objects.get(key="953939/1")
    assert (oslo.organisation.name, oslo.link_state, oslo.link_relation) == ("Oslo", "placed", "self")
    assert (oslo.project.acronym, oslo.year, oslo.amount) == ("MOVE21", 2021, Decimal("1654500.00"))
    assert Participation.objects.get(key="953939/2").link_state == "not-ours"
    assert oslo.delivery == run.delivery
    assert (run.delivery.publisher, run.delivery.address) == (COUNCIL.publisher, COUNCIL.address)
    assert run.delivery.sha256 == hashlib.sha256(council({}, SINTEF).encode()).hexdigest()
    assert (run.state, run.counts["added"], run.counts["link:placed"]) == ("applied", 2, 1)


def test_the_plan_alone_writes_nothing(plan):
    made = plan({}, SINTEF)

    assert len(made.added) == 2
    assert not Participation.objects.exists()
    assert not Project.objects.exists()
    assert not Delivery.objects.exists()


def test_repeating_an_import_changes_nothing(load, plan):
    load({}, SINTEF)
    before = list(Participation.objects.order_by("pk").values())

    again = plan({}, SINTEF)
    load({}, SINTEF)

    assert (again.is_empty(), again.unchanged) == (True, 2)
    assert list(Participation.objects.order_by("pk").values()) == before
    assert (Delivery.objects.count(), Import.objects.count()) == (1, 2)


def test_changes_show_the_old_and_the_new_value(load, plan):
    load({}, SINTEF)

    made = plan({"Innvilget beløp organisasjon EUR": "5"}, SINTEF)

    assert [(change.key, change.fields) for change in made.changed] == [
        ("953939/1", {"amount": (Decimal("1654500.00"), Decimal("5.00"))})
    ]
    load({"Innvilget beløp organisasjon EUR": "5"}, SINTEF)
    assert Participation.objects.get(key="953939/1").amount == 5


def test_what_the_newest_file_lacks_is_marked_gone_and_comes_back(load):
    load({}, SINTEF)
    load({})

    assert [row.key for row in Participation.objects.standing()] == ["953939/1"]
    assert Participation.objects.count() == 2

    load({}, SINTEF)
    assert Participation.objects.standing().count() == 2


def test_nothing_is_taken_as_gone_while_rows_could_not_be_read(load, plan):
    load({}, SINTEF)

    made = plan({}, SINTEF | {"Innvilget beløp organisasjon EUR": "mye"})

    assert (len(made.gone), [row.key for row in made.missing]) == (0, ["953939/2"])


def test_a_file_that_lacks_much_is_refused_until_somebody_says_yes(load):
    many = [SINTEF | {"Deltakernr": str(number)} for number in range(2, 40)]
    load({}, *many)

    with pytest.raises(Problem) as problem:
        load({})

    assert problem.value.code == "import-loses-much"
    assert Participation.objects.standing().count() == 39
    load({}, accept_gone=True)
    assert Participation.objects.standing().count() == 1


def test_rejected_rows_and_notes_are_kept_with_the_import(load):
    load({"Organisasjonsnummer": "1"}, SINTEF | {"Innvilget beløp organisasjon EUR": "-1"})

    aside = [(one.kind, one.line, one.reason) for one in SetAside.objects.all()]
    assert aside == [("note", 2, "organisation-number-invalid"), ("rejected", 3, "amount-negative")]
    assert SetAside.objects.get(kind="rejected").raw["Organisasjonsnavn"] == "SINTEF AS"


def test_a_grant_belongs_to_the_municipality_of_its_time(load):
    load(RISSA)

    assert Participation.objects.get().organisation.place.name() == "Rissa"


def test_a_doubtful_name_keeps_its_candidates(load):
    load({"Organisasjonsnavn": "Våler kommune", "Organisasjonsnummer": ""})

    row = Participation.objects.doubtful().get()
    assert (row.link_candidates, row.organisation) == (["0137", "0426"], None)


def test_a_plan_made_before_somebody_elses_import_is_refused(load, plan):
    shown = plan({}, SINTEF)
    load({})

    with pytest.raises(Problem) as problem:
        imports.apply(shown, COUNCIL, imports.Origin("file.csv"))

    assert problem.value.code == "plan-outdated"
    assert Participation.objects.count() == 1
    assert [run.state for run in Import.objects.all()] == ["failed", "applied"]


def test_without_the_register_the_import_says_what_to_do(db, tmp_path):
    with pytest.raises(Problem) as problem:
        imports.plan(COUNCIL.read(write(tmp_path, council())), by_number)

    assert problem.value.code == "register-not-loaded"


def test_an_organisation_told_of_by_two_sources_counts_once(load, tmp_path):
    load({}, SINTEF)
    cordis = SOURCES["cordis"]
    other = {"organisationID": "7", "name": "BERGEN KOMMUNE", "vatNumber": "NO964338531MVA", "role": "participant"}

    made = imports.plan(cordis.read(cordis_zip(tmp_path, {}, other)), by_number)
    imports.apply(made, cordis, imports.Origin("cordis.zip"))

    assert Project.objects.get().title == "Smart å reise"
    twin = Participation.objects.get(source="cordis", name="OSLO KOMMUNE")
    assert twin.same_as.source == "forskningsradet"
    assert sorted(row.name for row in Participation.objects.counted()) == ["BERGEN KOMMUNE", "OSLO KOMMUNE"]
    assert imports.plan(made.reading, by_number).is_empty()


def test_one_list_never_takes_away_what_another_brought(register, tmp_path):
    source = SOURCES["list"]
    for name, row in (("first.csv", "Rissa kommune;Kystriksveien"), ("second.csv", "Os kommune;Bru")):
        reading = source.read(write(tmp_path, f"Kommune;Prosjekt\n{row}\n", name), family="nordplus")
        made = imports.plan(reading, by_number)
        imports.apply(made, source, imports.Origin(name, publisher="Trøndelag fylkeskommune"))

    standing = Participation.objects.standing().in_family("nordplus")
    assert sorted(row.delivery.file_name for row in standing) == ["first.csv", "second.csv"]
    assert {row.delivery.publisher for row in standing} == {"Trøndelag fylkeskommune"}


def test_the_built_in_grants_are_39_and_16_and_all_are_placed(register):
    assert imports.load_built_in(by_number) == 55
    assert imports.load_built_in(by_number) == 55

    assert Counter(row.organisation.kind for row in Participation.objects.counted()) == {
        "municipality": 39,
        "county": 16,
    }
    assert [(one.family, one.participations, one.ours, one.complete) for one in loaded()] == [
        ("horizon-2020", 55, 55, False)
    ]


def test_with_the_real_rules_of_linking_all_built_in_grants_are_placed(register):
    imports.load_built_in()

    rows = Participation.objects.counted().select_related("organisation")
    assert Counter(row.organisation.kind for row in rows) == {"municipality": 39, "county": 16}
    assert all(fold(row.name).startswith(fold(row.organisation.name)) for row in rows)


def test_the_built_in_extract_never_overwrites_or_removes_what_a_whole_file_said(load):
    load({"Organisasjonsnavn": "OSLO KOMMUNE BYRÅDET"}, SINTEF)

    imports.load_built_in(by_number)

    assert Participation.objects.get(key="953939/1").name == "OSLO KOMMUNE BYRÅDET"
    assert Participation.objects.standing().count() == 2 + 54


@pytest.mark.shared
def test_the_real_file_after_the_built_in_grants(register, shared):
    imports.load_built_in()
    reading = COUNCIL.read(shared / "participation" / "forskningsradet_h2020.csv")

    made = imports.plan(reading, imports.default_linker())
    imports.apply(made, COUNCIL, imports.Origin("forskningsradet_h2020.csv"))

    assert (len(made.added), len(made.changed), made.unchanged, len(made.gone)) == (2931 - 55, 0, 55, 0)
    assert Participation.objects.count() == 2931
    assert Participation.objects.counted().count() == 55
    assert imports.plan(reading, imports.default_linker()).is_empty()
    assert imports.load_built_in() == 55
    assert Participation.objects.standing().count() == 2931


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_the_same_time_never_double(tmp_path):
    organisations.load()
    reading = COUNCIL.read(write(tmp_path, council(*[SINTEF | {"Deltakernr": str(n)} for n in range(300)])))
    outcomes: list[str] = []
    ready = threading.Barrier(2)

    def run() -> None:
        made = imports.plan(reading, by_number)
        ready.wait()
        try:
            imports.apply(made, COUNCIL, imports.Origin("file.csv"))
            outcomes.append("applied")
        except Problem as problem:
            outcomes.append(problem.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) in (["applied", "plan-outdated"], ["applied", "import-in-progress"])
    assert Participation.objects.count() == 300


def test_the_database_refuses_nonsense(load):
    load({})
    row = Participation.objects.get()
    row.pk, row.key, row.organisation = None, "other", None

    with pytest.raises(IntegrityError):
        row.save()


def test_adjectives_choose_rows(load):
    load({}, SINTEF, RISSA)
    rissa = Organisation.objects.get(pk=Participation.objects.get(project__number="1").organisation_id)

    assert [row.name for row in Participation.objects.of(rissa)] == ["RISSA KOMMUNE"]
    assert Participation.objects.between(2016, 2020).count() == 1
    assert Participation.objects.in_family("fp7").count() == 0
