"""What others have printed is kept as printed, also where it contradicts itself."""

from datetime import date

from vardevei.opendata import places
from vardevei.opendata.figures import reference


def by_code() -> dict[str, reference.ReferenceFigure]:
    return {figure.code: figure for figure in reference.figures()}


def test_the_table_sums_to_165_while_the_text_says_163() -> None:
    table = reference.nibr_interreg()

    assert sum(line.participating for line in table) == by_code()["interreg-165"].value == 165
    assert by_code()["interreg-163"].value == 163
    assert sum(line.municipalities for line in table) == by_code()["interreg-165"].of_all == 428


def test_buskerud_is_printed_as_18_per_cent_though_10_of_21_is_48() -> None:
    [buskerud] = [line for line in reference.nibr_interreg() if not line.agrees]

    assert (buskerud.name, buskerud.participating, buskerud.municipalities) == ("Buskerud", 10, 21)
    assert (buskerud.percent_printed, round(buskerud.percent)) == (18, 48)


def test_the_table_s_counties_are_those_of_2014_with_as_many_municipalities() -> None:
    day = date(2014, 1, 1)
    numbers = [place.number(day)[:2] for place in places.on(day)]

    wanted = [(c.number(day), c.name(day), numbers.count(c.number(day))) for c in places.on(day, "county")]
    assert [(line.number, line.name, line.municipalities) for line in reference.nibr_interreg()] == wanted


def test_the_memo_s_figures_are_all_there() -> None:
    memo = [(figure.family_group, figure.measure, figure.value) for figure in reference.figures() if figure.in_memo]

    assert memo == [
        ("all", "municipalities", 3),
        ("eea", "municipalities", 27),
        ("eea", "county_councils", 9),
        ("interreg", "municipalities", 163),
        ("sector", "municipalities", 151),
    ]


def test_of_rivals_exactly_one_is_chosen_and_every_one_has_a_source_and_a_reason() -> None:
    for figure in reference.figures():
        rivals = [by_code()[code] for code in figure.rivals]
        assert [figure.code in rival.rivals for rival in rivals] == [True] * len(rivals)
        assert sum(one.chosen for one in (figure, *rivals)) == 1
        assert figure.source
        assert all(figure.reason.values())
        assert all(figure.statement.values())
