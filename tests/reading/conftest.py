"""The one reader that the tests of reading share: its weights are loaded once."""

import annotated
import pytest

from sayso.reading import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return annotated.reader()
