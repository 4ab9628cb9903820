"""Commands about people's way in: the first administrator, a link without mail, a lost phone."""

import click
import django


@click.command()
@click.option("--county", prompt="Your county (name or number)", help="Number or name of the operator's county.")
@click.option("--name", prompt="Your name", help="Name of the administrator.")
@click.option("--email", prompt="Your e-mail address", help="Address of the administrator.")
def setup(county: str, name: str, email: str) -> None:
    """Make the administrator, who is also editor in the operator's county, and print a link to sign in with.

    Asks for what is not given. The link works once, for an hour, and needs no mail server. Safe to repeat.
    """
    django.setup()
    from vardevei.organisations.domain import beginning

    place = beginning.county_called(county)
    person = beginning.set_up(place, name, email)
    click.echo(f"{person.name} is administrator, and editor in {place}.")
    print_link(str(person.email))


@click.command("sign-in-link")
@click.argument("email", metavar="E-MAIL")
def sign_in_link(email: str) -> None:
    """Print a link that signs the person in, for when mail does not arrive. It works once, for an hour."""
    django.setup()
    from vardevei.core.domain import people

    print_link(str(people.by_address(email).email))


@click.command("reset-second-factor")
@click.argument("email", metavar="E-MAIL")
@click.option("--why", default="", help="Kept in the log.")
def reset_second_factor(email: str, why: str) -> None:
    """Forget a person's app and recovery codes, so that they are set up again at the next sign-in.

    For somebody who has lost the phone. Make sure that it is that person who asks.
    """
    django.setup()
    from vardevei.core.domain import people, second_factor

    person = people.by_address(email)
    done = second_factor.reset(person, by=None, why=why)
    click.echo(f"{person} sets it up again at the next sign-in." if done else f"{person} had not set it up.")


def print_link(email: str) -> None:
    from datetime import timedelta

    from django.conf import settings

    from vardevei.core.domain import sign_in_links

    token = sign_in_links.make(email, lasts=timedelta(hours=1))
    click.echo(f"Sign in within an hour, once: {settings.VARDEVEI['address']}{sign_in_links.PATH.format(token=token)}")
