"""Commands that need the site's database: built-in facts, the mart, the server and its worker."""

import os
import sys

import click
import django


@click.command()
def facts() -> None:
    """Write the built-in facts into the database: places, programmes, grants, the library. Safe to repeat."""
    django.setup()
    from vardevei.library.imports import built_in, memo, register
    from vardevei.organisations import imports as organisations
    from vardevei.programmes import imports as programmes
    from vardevei.projects import imports as projects

    click.echo(f"{organisations.load()} municipalities and counties through time")
    click.echo(f"{programmes.load()} programmes in their periods")
    click.echo(f"{projects.load_built_in()} built-in grants")
    click.echo(f"{built_in.load()} built-in examples")
    click.echo(f"{register.load()} built-in strategies and resolutions")
    click.echo(f"{memo.load()} sections of the memo")
    memo.first_edition()


@click.command()
def mart() -> None:
    """Build the mart that the figures are computed from, check it, and put it in the place of the old one."""
    django.setup()
    from vardevei.figures.domain import mart
    from vardevei.library.imports import memo

    click.echo(f"Mart built: {mart.build()}")
    memo.first_edition()  # its figures are frozen in it, so it waits for the first mart


@click.command(context_settings={"show_default": True})
@click.option("--host", default="127.0.0.1", help="Address to listen on.")
@click.option("--port", default=8000, help="Port to listen on.")
@click.option("--workers", default=2, help="Web processes; one for each core is right.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the site. Each process answers one request at a time: on SQLite that is the quickest."""
    arguments = [
        "--interface",
        "wsgi",
        "--workers",
        str(workers),
        "--blocking-threads",
        "1",
        "--no-ws",
        "--log-level",
        "warning",
    ]
    address = ["--host", host, "--port", str(port)]
    granian = [sys.executable, "-m", "granian", *arguments, *address, "vardevei.web.wsgi:application"]
    os.execv(sys.executable, granian)  # the server takes this process over, so a signal reaches it


@click.command()
def work() -> None:
    """Do the work that waits in the queue and follow the timetable, until stopped. Several may run at once."""
    django.setup()
    from django.core.management import call_command

    from vardevei import clock
    from vardevei.core import alive, tasks

    tasks.take_up()  # what a worker that was killed had in its hands
    until = clock.start()
    try:
        call_command("db_worker", worker_id=alive.me())
    finally:
        until.set()
