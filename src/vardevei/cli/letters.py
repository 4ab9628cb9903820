"""Commands about letters: send them, try the mail server, and read what came back."""

import sys

import click
import django


@click.command()
def letters() -> None:
    """Send the letters that wait, now, and say how it went. The clock does the same each minute."""
    django.setup()
    from vardevei.core.domain import sending

    done = sending.send_waiting()
    click.echo(f"{done.sent} sent, {done.later} to be tried later, {done.failed} given up")


@click.command(name="mail-test")
@click.argument("address")
@click.option("--form", type=click.Choice(["nb", "nn", "en"]), default="nb", show_default=True, help="Its language.")
def mail_test(address: str, form: str) -> None:
    """Send a test letter to ADDRESS, and say what the mail server answers."""
    django.setup()
    from vardevei.core.domain import sending

    click.echo(f"Sent: {sending.try_out(address, form)}")


@click.command()
def bounce() -> None:
    """Read a message about a letter that came back (RFC 3464) from standard input, and mark the address.

    Let the mailbox that VARDEVEI_MAIL_FROM names pipe such messages here: docs/operate.md shows how.
    """
    django.setup()
    from vardevei.core.domain import bounces

    found = bounces.receive(sys.stdin.buffer.read())
    if not found.final:
        click.echo(f"The letter is only late; nothing was changed: {found.said}")
    elif found.marked:
        click.echo(f"The address of the letter does not work and is marked: {found.said}")
    else:
        click.echo(f"The letter did not arrive, but the address is not marked: {found.said}")
