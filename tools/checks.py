"""`make check` and `make test`: all of them are run even when one fails, so that one run shows everything."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent  # the project's own environment: house.py starts this file with its Python
PYTHON = sys.executable

CHECKS: dict[str, list[str | Path]] = {
    "lint": [BIN / "ruff", "check", "-q", "."],
    "format": [BIN / "ruff", "format", "-q", "--check", "."],
    "types": [BIN / "mypy"],
    "contracts between rooms": [BIN / "lint-imports", "--no-cache"],
    "no missing migration": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    "printed docs are fresh": [PYTHON, "tools/print_docs.py", "--check"],
}
TRANSLATIONS: list[str | Path] = [
    PYTHON,
    "-m",
    "pytest",
    "tests/web/test_translations.py",
]  # among the tests, but quick


# All tests: a process for each core, and each file in one of them. Some tests: in this one, easy to follow.
SIDE_BY_SIDE = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]


def passes(name: str, command: list[str | Path], *, shown: bool = False) -> bool:
    """Runs one check; what it prints is shown when it fails, or all along."""
    began = time.monotonic()
    output = None if shown else subprocess.PIPE
    done = subprocess.run(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    if done.returncode and done.stdout:
        print(done.stdout.decode("utf-8", "replace").strip())
    print(f"{time.monotonic() - began:6.1f} s  {name}{'  FAILED' if done.returncode else ''}", flush=True)
    return done.returncode == 0


def main(arguments: list[str]) -> int:
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    if "--tests" in arguments:
        chosen = [word for word in arguments if word != "--tests"]
        good = passes("tests", [PYTHON, "-m", "pytest", *(chosen or SIDE_BY_SIDE)], shown=True)
        failed += [] if good else ["tests"]
    elif not passes("translations", TRANSLATIONS):
        failed.append("translations")
    if failed:
        print(f"\nNot good yet: {', '.join(failed)}. What is wrong stands above.")
    else:
        print("\nAll is well.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
