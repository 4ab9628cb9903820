"""What every test may ask for."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real open data beside the project."""
    if not SHARED.exists():
        pytest.skip(f"real open data not found in {SHARED}; the tests that read it were left out")
    return SHARED
