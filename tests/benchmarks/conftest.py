"""Where the corpora are."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def data():
    """The corpora's folder; without it, tests that need it are skipped."""
    folder = Path(os.environ.get("SAYSO_DATA") or Path(__file__).parents[3] / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("no corpora at hand: set SAYSO_DATA to their folder")
    return folder
