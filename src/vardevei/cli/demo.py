"""`vardevei demo`: a made-up county to try the pages with."""

import click
import django


@click.command()
@click.option("--county", default="50", show_default=True, help="Number or name of the county.")
@click.option("--remove", is_flag=True, help="Take away everything that the demonstration has made.")
def demo(county: str, remove: bool) -> None:
    """Fill a county with made-up people and activity, labelled as such on every page, or take them away again.

    Refuses a county where real people have roles. No letter to a made-up person leaves the house.
    """
    django.setup()
    from vardevei import demo
    from vardevei.organisations.domain import beginning

    if remove:
        click.echo(f"{demo.remove()} made-up rows were taken away.")
        return
    from vardevei.cli.accounts import print_link

    for person in demo.add(beginning.county_called(county)):
        click.echo(f"To sign in as {person}:")
        print_link(str(person.email))
    click.echo("To take it away again: vardevei demo --remove")
