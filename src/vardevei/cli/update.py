"""Commands that ask the outside world: a new edition of the register, and whether the sources answer."""

import csv
import io
import sys
from datetime import date, datetime
from pathlib import Path

import click

from vardevei.opendata.editions import answers, enhetsregisteret, klass, planning, probing, writing
from vardevei.opendata.sources import eu_portal_asking
from vardevei.opendata.sources.calling import EU_PORTAL

NEVER = "never run against the real service"


@click.group()
def command() -> None:
    """Take in newer facts."""


@command.command(context_settings={"show_default": True})
@click.option("--apply", "write", is_flag=True, help="Write the new edition. Without it, only the difference is shown.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day to take the lists of.  [default: today]")
@click.option(
    "--answers", "file", type=click.Path(path_type=Path, dir_okay=False), help="Answers to the questions (CSV)."
)
@click.option("--accept-large", is_flag=True, help="Accept that more than a fifth of the municipalities end.")
@click.option("--klass", "klass_address", default=klass.ADDRESS, help="Statistics Norway's classification service.")
@click.option("--enhetsregisteret", "units_address", default=enhetsregisteret.ADDRESS, help="Enhetsregisteret.")
def register(
    write: bool, day: datetime | None, file: Path | None, accept_large: bool, klass_address: str, units_address: str
) -> None:
    """Compare the register of municipalities and counties with Statistics Norway and Enhetsregisteret.

    The difference is shown before anything is written. A split needs a person: which old area went where is asked for.
    Never run against the real services yet, only against local ones that answer as the documentation says.
    """
    from vardevei.opendata.edition import folder_in_use

    on = day.date() if day else date.today()
    services = klass.Klass(klass_address), enhetsregisteret.Enhetsregisteret(units_address)
    plan = planning.make(*services, on, answers.read(file), folder_in_use())
    _show(plan)
    if not write:
        click.echo("Nothing was written. Run again with --apply to write the new edition." if plan.lines else "")
    elif plan.lines:
        folder = writing.write(plan, accept_large=accept_large)
        click.echo(
            f"Written to {folder} and in use. Now run: vardevei facts, then vardevei mart, and restart the site."
        )


@command.command(name="calls", context_settings={"show_default": True})
@click.option("--apply", "write", is_flag=True, help="Take them in. Without it, only the difference is shown.")
@click.option("--address", default=eu_portal_asking.ADDRESS, help="The search interface of the EU's portal.")
@click.option("--accept-gone", is_flag=True, help="Go on although many calls that were there are not in the answer.")
def of_calls(write: bool, address: str, accept_gone: bool) -> None:
    """Ask the EU's portal for all open and coming calls, and show what is new, changed and gone.

    The answer is kept in the data folder. Never run against the real portal yet, only against a local server that
    gives its real answer.
    """
    import django

    django.setup()
    from vardevei.cli import calls
    from vardevei.programmes.imports.calls import fetching

    file = fetching.fetch(address)
    calls.take_in(EU_PORTAL, file, write=write, accept_gone=accept_gone)


def _show(plan: planning.Plan) -> None:
    counted = f"{plan.counts['municipality']} municipalities and {plan.counts['county']} counties"
    click.echo(f"On {plan.on} there are {counted} ({plan.versions['municipality']}).")
    for line in plan.lines:
        click.echo(f"{line.what:<15}{line.text}")
    if not plan.lines:
        click.echo("No difference to the edition in use.")
    click.echo(f"{plan.confirmed} organisation numbers are as known.")
    for sentence in plan.aside:
        click.echo(f"{'set aside':<15}{sentence}")
    _ask(plan)


def _ask(plan: planning.Plan) -> None:
    if not plan.answers.questions:
        return
    click.echo("To be answered by a person before it can be written. Save this, filled in, for --answers:")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*answers.COLUMNS, "question"])
    writer.writerows((question.about, question.key, "", question.why) for question in plan.answers.questions)
    click.echo(out.getvalue().rstrip())


@click.group()
def check() -> None:
    """Look whether something is as it should be."""


@check.command(context_settings={"show_default": True})
@click.option("--seconds", default=10.0, help="How long to wait for each address.")
def sources(seconds: float) -> None:
    """Try the real address of every source. Ends with 1 when one did not answer as expected."""
    outcomes = probing.run(probing.probes(), seconds)
    network = any(outcome.reached for outcome in outcomes)
    for outcome in outcomes:
        click.echo(_line(outcome, network))
    if not network:
        click.echo(f"There is no network here, or something stands in its way ({outcomes[0].fault}).")
    elif all(outcome.good for outcome in outcomes):
        click.echo("All answered as expected. That is a knock on the door, not a run of the import.")
    if not all(outcome.good for outcome in outcomes):
        sys.exit(1)


def _line(outcome: probing.Outcome, network: bool) -> str:
    state = "reachable" if outcome.good else "not as expected" if outcome.reached else "not reachable"
    fault = f": {outcome.fault}" if outcome.fault and network else ""
    mark = "" if outcome.probe.tried else f" [{NEVER}]"
    return f"{state:<16}{outcome.probe.name}, {outcome.probe.address}{fault}{mark}"
