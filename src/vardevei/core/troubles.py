"""Trouble with the machine, told as a Problem: a full disk, a database that is busy."""

import errno

from django.db import OperationalError

from vardevei.opendata.problem import Problem

FULL = {errno.ENOSPC, errno.EDQUOT}
# What SQLite and PostgreSQL say of the two.
SAYS_FULL = ("disk is full", "no space left", "disk full")
SAYS_BUSY = ("is locked", "lock timeout", "deadlock detected", "too many connections", "too many clients")


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
