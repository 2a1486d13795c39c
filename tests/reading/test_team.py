"""Work shared out to several processes."""

import itertools
import os
import signal
import subprocess
import sys
import time

import pytest

from sayso.reading.team import Team

LONG = 20.0
"""Seconds within which another process has begun, on a busy machine."""


def worker(item: float) -> tuple[float, int]:
    """The item, and which process it was in; a little later for every third."""
    time.sleep(0.02 if item % 3 == 0 else 0.001)
    if item < 0:
        raise ValueError(f"{item} is less than nothing")
    return item, os.getpid()


@pytest.fixture(scope="module")
def team() -> Team:
    """A team whose other process has begun."""
    team = Team(1)
    processes = (process for _, process in team.map(worker, itertools.count()))
    assert any(process != os.getpid() for process in itertools.islice(processes, 10**4))
    return team


@pytest.mark.parametrize("others", [0, 1])
def test_a_moment_of_work_begins_no_others(others: int) -> None:
    assert {process for _, process in Team(others).map(worker, range(20))} == {os.getpid()}


def test_results_come_in_order_and_from_several_processes() -> None:
    end = time.monotonic() + LONG
    found, processes = [], set()
    for item, process in Team(2).map(worker, itertools.count()):
        found.append(item)
        processes.add(process)
        if len(processes) == 3 or time.monotonic() > end:
            break
    assert found == list(range(len(found)))
    assert len(processes) == 3
    assert os.getpid() in processes


def test_what_is_asked_for_is_not_far_ahead_of_what_is_given(team: Team) -> None:
    asked: list[int] = []
    given = team.map(worker, (asked.append(n) or n for n in itertools.count()))
    for _ in range(200):
        next(given)
    assert len(asked) <= 200 + 64 + 4


def test_an_error_comes_at_its_turn(team: Team) -> None:
    given = team.map(worker, [*range(50), -1, 5])
    assert [item for item, _ in itertools.islice(given, 50)] == list(range(50))
    with pytest.raises(ValueError, match="less than nothing"):
        next(given)


def test_nothing_to_do() -> None:
    assert list(Team(1).map(worker, [])) == []


BEGUN = """
import itertools, multiprocessing, os, signal, time
from sayso.reading.team import Team

def own(_):
    time.sleep(0.001)
    return os.getpid()

def work():
    next(process for process in Team(1).map(own, itertools.count()) if process != os.getpid())
"""

WITHIN = """
process = multiprocessing.get_context("fork").Process(target=work, daemon=False)
process.start()
process.join(40)
raise SystemExit(process.exitcode != 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here")
def test_a_process_with_a_team_ends_at_once() -> None:
    subprocess.run([sys.executable, "-c", BEGUN + WITHIN], check=True, timeout=60)


KILLED = """
work()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no parent is watched here")
def test_nothing_is_left_of_a_team_whose_process_is_killed() -> None:
    """Whoever waits for all that is written waits for the others too."""
    done = subprocess.run([sys.executable, "-c", BEGUN + KILLED], capture_output=True, timeout=60)
    assert done.returncode == -signal.SIGKILL
