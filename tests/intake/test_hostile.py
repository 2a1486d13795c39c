import sys

import pytest

from benchmarks.hostile import outcomes, problems
from benchmarks.hostile_inputs import inputs


@pytest.mark.skipif(
    sys.platform != "linux", reason="the memory of a process is limited and measured on Linux"
)
def test_hostile_inputs_are_read_or_named_in_bounded_time_and_memory():
    found = list(outcomes(inputs(60, large=False), memory=1500))
    assert [(outcome.name, problems(outcome)) for outcome in found if problems(outcome)] == []
    assert max(outcome.memory for outcome in found) < 600
    assert sum(bool(outcome.reports) for outcome in found) > 10
    assert sum(bool(outcome.named) for outcome in found) > 20
