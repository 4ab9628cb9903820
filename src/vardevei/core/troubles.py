"""Trouble with the machine, told as a Problem: a full disk, a database that is busy or not set up."""

import errno
import re

from django.db import OperationalError, ProgrammingError

from vardevei.opendata.problem import Problem

FULL = {errno.ENOSPC, errno.EDQUOT}
# What SQLite and PostgreSQL say of each.
SAYS_FULL = ("disk is full", "no space left", "disk full")
SAYS_BUSY = ("is locked", "lock timeout", "deadlock detected", "too many connections", "too many clients")
LACKS_TABLES = re.compile(r"no such (table|column)|(relation|column) \S+ does not exist")


def as_problem(exception: BaseException) -> Problem | None:
    """The problem that an exception is or stands for; None when it is a fault in the program."""
    if isinstance(exception, Problem):
        return exception
    if isinstance(exception, OSError) and exception.errno in FULL:
        return disk_full()
    if isinstance(exception, OperationalError):
        said = str(exception).lower()
        if any(words in said for words in SAYS_FULL):
            return disk_full()
        if any(words in said for words in SAYS_BUSY):
            return busy()
    if isinstance(exception, OperationalError | ProgrammingError) and LACKS_TABLES.search(str(exception)):
        return not_set_up()
    return None


def disk_full() -> Problem:
    return Problem(
        "disk-full",
        "There is no more room on the disk.",
        "Nothing was changed.",
        "Tell those who run the site. Try again when they have made room.",
    )


def busy() -> Problem:
    return Problem(
        "database-busy",
        "The database was busy for too long.",
        "Other work writes to it just now. Nothing was changed.",
        "Try again in a minute.",
    )


def not_set_up() -> Problem:
    return Problem(
        "not-set-up",
        "The database is not set up, or is older than the program.",
        "Its tables are not the ones the program expects. Nothing was changed.",
        "Wait for `make start` to print its address, or run `make install`, and try again.",
    )
