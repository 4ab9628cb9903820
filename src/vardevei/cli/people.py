"""Commands about people."""

import click
import django


@click.group()
def people() -> None:
    """People and what is kept about them."""
    django.setup()


@people.command(context_settings={"show_default": True})
@click.option("--dry-run", is_flag=True, help="Only say what would go and why.")
def expire(dry_run: bool) -> None:
    """Let go of personal data whose time is out; warn people nobody needs, and erase them 30 days later.

    The clock does the same each night. The log keeps the numbers, never the names.
    """
    from vardevei.organisations.domain import expiry

    found = expiry.plan()
    for line in found.lines() or ["Nothing has lapsed."]:
        click.echo(line)
    if not dry_run:
        expiry.carry_out(found)
