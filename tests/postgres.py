"""A PostgreSQL server for the tests: Debian's own programs, in a temporary folder, on the loopback address only."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

OTHER = "VARDEVEI_TEST_POSTGRES"
MISSING = f"no PostgreSQL here: apt install postgresql, or give the address of an empty database in {OTHER}"
USER = "vardevei"


def programs() -> Path | None:
    """The folder with initdb and pg_ctl. Debian keeps them off the path, one folder for each version."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders else None


@contextlib.contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Gives the address of an empty database, for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="vardevei-postgres-"))
    owner = _owner()
    shutil.chown(folder, user=owner)
    cluster, port = folder / "cluster", _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    run = _runner(bin_folder, owner, folder)
    try:
        run("initdb", "-D", cluster, "-A", "trust", "-U", USER, "-E", "UTF8", "--no-locale", "--no-sync")
        run("pg_ctl", "-D", cluster, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", cluster, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _owner() -> str:
    """initdb refuses to be run by root, so root goes over to the user that Debian's package made."""
    me = pwd.getpwuid(os.getuid()).pw_name
    if me != "root":
        return me
    everyone = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in everyone else "nobody"


def _runner(bin_folder: Path, owner: str, folder: Path):
    entry = pwd.getpwnam(owner)
    as_owner = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}

    def run(program: str, *arguments: str | Path) -> None:
        # The output goes to a file: a server that inherits a pipe would keep the reader waiting for its end.
        with (folder / "output").open("w") as output:
            command = [bin_folder / program, *arguments]
            done = subprocess.run(command, cwd=folder, stdout=output, stderr=output, **as_owner)
        assert done.returncode == 0, (folder / "output").read_text()

    return run


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return attempt.getsockname()[1]
