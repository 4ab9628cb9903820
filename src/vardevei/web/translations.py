"""Compiles the translations without gettext on the machine: `python -m vardevei.web.translations`, or by the set-up."""

from collections.abc import Iterator
from pathlib import Path

import polib

FOLDER = Path(__file__).parent / "locale"


def sources() -> Iterator[Path]:
    return FOLDER.glob("*/LC_MESSAGES/django.po")


def compile() -> list[Path]:
    """Writes the compiled file beside each source that is newer, and says which."""
    written = []
    for source in sorted(sources()):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            written.append(target)
    return written


if __name__ == "__main__":
    compile()
