"""Whether the process that took on some work is still there.

Each process holds a lock on a file of its own in the data folder. The system lets go of the lock when the process ends,
however it ends, so nobody has to wait to see that a worker was killed.
"""

import fcntl
import os
import socket
from pathlib import Path
from typing import IO
from uuid import uuid4

from django.conf import settings

_held: dict[tuple[int, Path], tuple[str, IO[str]]] = {}


def me() -> str:
    """The name of this process, as other processes can ask about it: "machine:number"."""
    key = (os.getpid(), _folder())
    if key not in _held:
        _held[key] = _take()
    return _held[key][0]


def is_gone(name: str) -> bool | None:
    """Whether the process has ended; None when it is or was on another machine, so that nobody here can tell."""
    machine, _, number = name.rpartition(":")
    if machine != socket.gethostname():
        return None
    path = _folder() / number
    try:
        with path.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return False
    return True


def _take() -> tuple[str, IO[str]]:
    number = uuid4().hex
    _folder().mkdir(parents=True, exist_ok=True)
    file = (_folder() / number).open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    return f"{socket.gethostname()}:{number}", file


def _folder() -> Path:
    return Path(str(settings.VARDEVEI["data"])) / "workers"
