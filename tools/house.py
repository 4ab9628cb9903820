"""All set-up work: `make start`, `make install`, `make test` and the rest call this, and nothing else does set-up.

Only Python's standard library, because it runs before anything is installed. A step is done again only when what it
was made from has changed: each keeps a fingerprint of its inputs beside its result. Every step prints its seconds.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "vardevei"
VENV = ROOT / ".venv"
BIN = VENV / "bin"
OWN_UV = ROOT / ".uv"
FOR_TESTS = VENV / "for-tests"  # exists once the test tools were asked for, so that `make start` does not remove them
DATA = ROOT / os.environ.get("VARDEVEI_DATA", "var")
PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
NODE = 20
PORT = 8000
FIRST_PAGE_SECONDS = 60
LOCKS = {
    "requirements.lock": ["pyproject.toml"],
    "requirements-dev.lock": ["pyproject.toml", "--group", "dev"],
    "requirements-build.lock": ["requirements-build.in"],  # uv itself, and what builds the package
}
GOODBYE_SECONDS = 10


class Stop(Exception):
    """What happened, why, and what to do now. The script prints it and ends with 2."""


def say(text: str) -> None:
    print(text, flush=True)


# --- One step ---------------------------------------------------------------------------------------------------------


def files_in(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def fingerprint(inputs: Iterable[str | Path]) -> str:
    """One short text for everything a step is made from: words as they are, files and folders by their content."""
    digest = hashlib.sha256(f"{ROOT} {sys.version}".encode())
    for thing in inputs:
        digest.update(str(thing).encode())
        for file in files_in(thing) if isinstance(thing, Path) else ():
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def step(name: str, stamp: Path, inputs: Iterable[str | Path], work: Callable[[], None]) -> None:
    mark = fingerprint(inputs)
    if stamp.exists() and stamp.read_text() == mark:
        return
    began = time.monotonic()
    work()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(mark)
    say(f"{time.monotonic() - began:6.1f} s  {name}")


def run(*command: str | Path, todo: str = "Put right what the lines above say, and run the same command again.") -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise Stop(f"{done.stdout.strip()}\n\nThis command failed: {' '.join(map(str, command))}\n{todo}")
    return done.stdout


def environment(**more: str) -> dict:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "vardevei.config.settings", "PYTHONUTF8": "1", **more}


# --- What the machine must have ---------------------------------------------------------------------------------------


def right_python() -> None:
    """Goes over to a newer Python when there is one, and else says what to install."""
    if sys.version_info >= (3, 11):  # noqa: UP036 (an older Python is just who must read this line)
        return
    newer = next(filter(None, map(shutil.which, PYTHONS)), None)
    if newer is None:
        raise Stop(
            f"Vardevei needs Python 3.11 or newer, and this is {sys.version.split()[0]}.\n"
            "Install a newer one (Debian and Ubuntu: apt install python3 python3-venv) and run the same command again."
        )
    os.execv(newer, [newer, *sys.argv])


def right_node() -> None:
    found = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout if shutil.which("node") else ""
    version = re.match(r"v(\d+)", found)
    if version and int(version.group(1)) >= NODE and shutil.which("npm"):
        return
    raise Stop(
        f"Vardevei needs Node.js {NODE} or newer with npm for the design system, and found {found.strip() or 'none'}.\n"
        "Install it (Debian 13 and Ubuntu 25.04: apt install nodejs npm; others: nodejs.org) and run the same command."
    )


def uv() -> str:
    """The installer: the machine's own, or one from the package registry, kept in .uv and checked by its hash."""
    found = shutil.which("uv")
    if found:
        return found
    step("uv, the installer", OWN_UV / "done", [ROOT / "requirements-build.lock"], fetch_uv)
    return str(OWN_UV / "bin" / "uv")


def fetch_uv() -> None:
    shutil.rmtree(OWN_UV, ignore_errors=True)
    lock = ROOT / "requirements-build.lock"
    todo = "Check that the package registry can be reached, and run the same command again."
    run(*pip(), "install", "-q", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--target", OWN_UV,
        "-r", lock, todo=todo)  # fmt: skip


def pip() -> tuple[str | Path, ...]:
    """Debian's Python comes without pip; an environment of its own may have one."""
    if importlib.util.find_spec("pip"):
        return (sys.executable, "-m", "pip")
    todo = "Install what makes environments (Debian, Ubuntu: apt install python3-venv), and run the same command again."
    run(sys.executable, "-m", "venv", OWN_UV / "python", todo=todo)
    return (OWN_UV / "python" / "bin" / "python", "-m", "pip")


# --- The steps, in the order they are taken ---------------------------------------------------------------------------


def prepare(*, tests: bool = False) -> None:
    """Everything up to a site that could answer. Python and browser packages are fetched at the same time."""
    right_node()
    with ThreadPoolExecutor(2) as beside:
        browser = beside.submit(browser_packages)
        python_packages(tests=tests)
        translations()
        static = beside.submit(lambda: (browser.result(), static_files()))
        data()
        static.result()


def python_packages(*, tests: bool) -> None:
    installer = uv()
    with_tests = tests or FOR_TESTS.exists()
    lock = ROOT / ("requirements-dev.lock" if with_tests else "requirements.lock")
    build = ROOT / "requirements-build.lock"

    def work() -> None:
        run(installer, "venv", "-q", "--allow-existing", "--python", sys.executable, VENV)
        run(installer, "pip", "sync", "-q", "--python", BIN / "python", "--require-hashes", lock)
        run(installer, "pip", "install", "-q", "--python", BIN / "python", "--no-deps", "--build-constraint", build,
            "-e", ROOT)  # fmt: skip
        if with_tests:
            FOR_TESTS.touch()

    step("Python packages", VENV / "done", [lock, build, ROOT / "pyproject.toml"], work)


def browser_packages() -> None:
    inputs = [ROOT / "package.json", ROOT / "package-lock.json"]
    todo = "Check that the package registry can be reached, and run the same command again."
    command = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    step("browser packages", ROOT / "node_modules" / "done", inputs, lambda: run(*command, todo=todo))


def translations() -> None:
    words = [SOURCE / "web" / "locale" / language / "LC_MESSAGES" / "django.po" for language in ("nn", "en")]
    code = "from vardevei.web import translations; translations.compile()"
    step("translations", VENV / "translations", words, lambda: run(BIN / "python", "-c", code))


def static_files() -> None:
    inputs = [SOURCE / "web" / "static", SOURCE / "config", ROOT / "package-lock.json"]
    command = (BIN / "python", "-m", "django", "collectstatic", "--no-input", "--clear")
    step("static files", DATA / "static" / "done", inputs, lambda: run(*command))


def data() -> None:
    """Tables, built-in facts and mart. Their fingerprints lie in the data folder, so a restored copy brings its own."""
    done = DATA / "prepared"
    database = os.environ.get("VARDEVEI_DATABASE", "")
    if database or not (DATA / "vardevei.sqlite3").exists():
        shutil.rmtree(done, ignore_errors=True)  # nothing is taken for granted about a server, or a file that is gone
    if not (DATA / "mart" / "manifest.json").exists():
        (done / "mart").unlink(missing_ok=True)
    tables = [database, *sorted(SOURCE.glob("*/migrations"))]
    facts = [*tables, *(SOURCE / room for room in ("opendata", "organisations", "programmes", "projects", "library"))]
    step("tables", done / "tables", tables, make_tables)
    step("built-in facts", done / "facts", facts, lambda: run(BIN / "vardevei", "facts"))
    step("mart", done / "mart", [*facts, SOURCE / "figures"], lambda: run(BIN / "vardevei", "mart"))


def make_tables() -> None:
    run(BIN / "python", "-m", "django", "migrate", "--no-input")
    run(BIN / "python", "-m", "django", "createcachetable")


# --- make start -------------------------------------------------------------------------------------------------------


def start(port: int) -> None:
    began = time.monotonic()
    prepare()
    port = free_port(port)
    address = f"http://localhost:{port}"
    settings = environment(VARDEVEI_ADDRESS=os.environ.get("VARDEVEI_ADDRESS", address))
    served = DATA / "served-at"  # so that a link printed in another window leads here
    served.write_text(settings["VARDEVEI_ADDRESS"])
    before = time.monotonic()
    processes = [launch("work", env=settings), launch("serve", "--port", str(port), env=settings)]
    try:
        wait_for_page(f"http://127.0.0.1:{port}/", processes)
        say(f"{time.monotonic() - before:6.1f} s  server and first page")
        say(f"{time.monotonic() - began:6.1f} s  in all\n\nVardevei is at {address} (Ctrl-C stops it)")
        if not os.environ.get("VARDEVEI_MAIL"):
            say("No mail server is set up (VARDEVEI_MAIL): letters lie as files in the data folder's mail/.")
        watch(processes)
    finally:
        end(processes)
        served.unlink(missing_ok=True)


def free_port(wanted: int) -> int:
    for port in range(wanted, wanted + 100):
        if is_free(port):
            if port != wanted:
                say(f"          Port {wanted} is taken by another program, so this one takes {port}.")
            return port
    raise Stop(f"Ports {wanted} to {wanted + 99} are all taken. Choose another: make start PORT=9000")


def is_free(port: int) -> bool:
    """Asks in both address families: a browser that is told "localhost" may try either."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family) as attempt:
                attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                attempt.bind((host, port))
        except OSError as error:
            if family == socket.AF_INET or error.errno == errno.EADDRINUSE:  # there may be no IPv6
                return False
    return True


def launch(*words: str, env: dict) -> subprocess.Popen:
    # A session of its own: Ctrl-C reaches only this script, which then ends both in good order.
    return subprocess.Popen([str(BIN / "vardevei"), *words], cwd=ROOT, env=env, start_new_session=True)


def wait_for_page(address: str, processes: list[subprocess.Popen]) -> None:
    latest = time.monotonic() + FIRST_PAGE_SECONDS
    while time.monotonic() < latest:
        complain_about_dead(processes)
        try:
            with urllib.request.urlopen(address, timeout=FIRST_PAGE_SECONDS) as page:
                page.read()
            return
        except urllib.error.HTTPError as error:
            raise Stop(f"The server is up, but its front page answers {error.code}. The lines above say why.") from None
        except OSError:
            time.sleep(0.05)
    raise Stop(f"The server gave no page within {FIRST_PAGE_SECONDS} seconds. The lines above may say why.")


def complain_about_dead(processes: list[subprocess.Popen]) -> None:
    for process in processes:
        if process.poll() is not None:
            what = " ".join(process.args[1:])
            raise Stop(f"`vardevei {what}` ended by itself (code {process.returncode}). The lines above say why.")


def watch(processes: list[subprocess.Popen]) -> None:
    while True:
        complain_about_dead(processes)
        time.sleep(0.5)


def end(processes: list[subprocess.Popen]) -> None:
    """Asks both to finish, and ends by force whatever is left of them after a while."""
    for process in processes:
        process.terminate()
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GOODBYE_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


# --- The other commands ----------------------------------------------------------------------------------------------


def tool(*words: str) -> None:
    """Runs one of the project's own tools in the prepared environment, and ends as it ends."""
    prepare(tests=True)
    done = subprocess.run([str(BIN / "python"), *words], cwd=ROOT, env=environment())
    if done.returncode:
        sys.exit(done.returncode)


def lock(*, newest: bool) -> None:
    """Writes the lock files again. Without `newest`, what is pinned already stays as it is."""
    how = ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--universal", "--no-annotate"]
    how += ["--no-header", "-q", *(["--upgrade"] if newest else [])]
    for target, sources in LOCKS.items():
        run(uv(), "pip", "compile", *sources, *how, "-o", target)
    run("npm", "update" if newest else "install", "--package-lock-only", "--ignore-scripts")


# --- The command ------------------------------------------------------------------------------------------------------


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=["start", "install", "test", "check", "bench", "docs", "lock", "upgrade"])
    parser.add_argument("--port", type=int, default=PORT)
    wanted, more = parser.parse_known_args()
    wanted.arguments = more  # for pytest or the benchmarks
    return wanted


def install() -> None:
    began = time.monotonic()
    prepare()
    say(f"{time.monotonic() - began:6.1f} s  in all\n\nReady. `make start` serves it; {BIN / 'vardevei'} answers.")


def carry_out(wanted: argparse.Namespace) -> None:
    {
        "start": lambda: start(wanted.port),
        "install": install,
        "test": lambda: tool("tools/checks.py", "--tests", *wanted.arguments),
        "check": lambda: tool("tools/checks.py"),
        "bench": lambda: tool("-m", "benchmarks", *wanted.arguments),
        "docs": lambda: tool("tools/print_docs.py"),
        "lock": lambda: lock(newest=False),
        "upgrade": lambda: lock(newest=True),
    }[wanted.what]()


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def main() -> int:
    sys.stdout.reconfigure(errors="replace")
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, interrupted)
    try:
        right_python()
        carry_out(asked())
    except Stop as stop:
        say(f"\n{stop}")
        return 2
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
