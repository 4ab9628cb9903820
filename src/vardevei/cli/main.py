"""`vardevei …`: one command a verb. A command's module is read only when called, so that data commands start fast."""

import importlib
import os
import sys

import click

from vardevei import __version__
from vardevei.opendata.problem import Problem

# name -> module and attribute, in the order the help shows them
COMMANDS = {
    "figure": "figure:command",
    "import": "importing:command",
    "link": "linking:link",
    "measure": "linking:measure",
    "match": "match:command",
    "update": "update:command",
    "check": "update:check",
    "calls": "calls:command",
    "contacts": "contacts:command",
    "programmes": "programmes:programmes",
    "facts": "site:facts",
    "mart": "site:mart",
    "sheets": "sheets:command",
    "memo": "memo:command",
    "setup": "accounts:setup",
    "demo": "demo:demo",
    "sign-in-link": "accounts:sign_in_link",
    "reset-second-factor": "accounts:reset_second_factor",
    "serve": "site:serve",
    "people": "people:people",
    "work": "site:work",
    "letters": "letters:letters",
    "mail-test": "letters:mail_test",
    "bounce": "letters:bounce",
    "clock": "clock:command",
    "runs": "working:runs",
    "run": "working:run",
}


class LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        where = COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, attribute = where.split(":")
        command: click.Command = getattr(importlib.import_module(f"vardevei.cli.{module}"), attribute)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="vardevei")
def group() -> None:
    """See who takes part in European and Nordic cooperation, and bring more municipalities along."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vardevei.config.settings")


def main() -> None:
    """The console script. A `Problem` is printed as its three sentences and ends with 2."""
    try:
        group()
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        sys.stderr.close()
        sys.exit(1)
    except Exception as exception:
        problem = _as_problem(exception)
        if problem is None:
            raise
        for sentence in (problem.what, problem.why, problem.todo):
            if sentence:
                click.echo(sentence, err=True)
        sys.exit(2)


def _as_problem(exception: Exception) -> Problem | None:
    from vardevei.core.troubles import as_problem  # read only when something went wrong: commands start fast

    return as_problem(exception)
