"""The figures of quality, measured again; where the corpora are at hand."""

import pytest

from benchmarks.check import FLOORS, faults, measure
from sayso.reading import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader(processes=2)


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_has_fallen_below_its_floor(data, reader, name):
    missing = [file for file in FLOORS[name]["corpora"] if not (data / file).is_file()]
    if missing:
        pytest.skip(f"not in the corpora's folder: {', '.join(missing)}")
    assert list(faults(name, measure(reader, name, data))) == []
