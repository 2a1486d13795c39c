"""Hostile inputs: intake reads or names each one, in bounded time and memory (Linux).

`python -m benchmarks.hostile [--count 2000] [--seed 0] [--memory 1500]`
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.intake import Received, receive

from .hostile_inputs import inputs
from .pinned import peak_memory

__all__ = ["Outcome", "outcomes", "problems"]

PATIENCE = 10.0
"""Seconds of the processor without a report or a failure named that count as a hang."""


@dataclass(slots=True)
class Outcome:
    """What became of one input.

    ``seconds`` is the processor's time, so that what else the machine does makes no difference;
    ``wait`` the longest without an item. ``memory`` is the peak in MB while it was read, ``error``
    what went wrong: an exception, the end of the process, a hang.
    """

    name: str
    reports: int = 0
    named: list[str] = field(default_factory=list)
    seconds: float = 0.0
    wait: float = 0.0
    memory: float = 0.0
    error: str | None = None

    @property
    def silent(self) -> bool:
        """Whether neither a report nor a failure came of it."""
        return not self.reports and not self.named and self.error is None


def outcomes(files: Iterable[tuple[str, bytes]], memory: int) -> Iterator[Outcome]:
    """Hand the files to a reader in a process of its own, which may take ``memory`` MB."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        worker = None
        for name, data in files:
            path = Path(folder) / name
            path.write_bytes(data)
            worker = worker or _Worker(memory)
            outcome = worker.read(path)
            if outcome.error is not None:
                worker.end()
                worker = None
            path.unlink()
            yield outcome
        if worker is not None:
            worker.end()


def problems(outcome: Outcome) -> str | None:
    """What is wrong with an outcome, if anything is."""
    return outcome.error or ("neither read nor named" if outcome.silent else None)


class _Worker:
    def __init__(self, memory: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.hostile", "--worker", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent.parent,
        )
        self._lines = b""
        self._line()  # its readiness

    def read(self, path: Path) -> Outcome:
        assert self._process.stdin is not None
        self._process.stdin.write(os.fsencode(path) + b"\n")
        self._process.stdin.flush()
        while True:
            line = self._line()
            if line is None:
                return Outcome(path.name, error=f"hangs for more than {PATIENCE:.0f} s")
            if not line:
                return Outcome(path.name, error=f"the process ends ({self._process.wait()})")
            if line != b".":
                return Outcome(path.name, **json.loads(line))

    def _line(self) -> bytes | None:
        """The next line of what it says; empty at its end, None where it says nothing for too long."""
        assert self._process.stdout is not None
        out = self._process.stdout.fileno()
        start = self._used()
        while b"\n" not in self._lines:
            if not select.select([out], [], [], 0.5)[0]:
                if self._used() - start > PATIENCE:
                    return None
                continue
            more = os.read(out, 65_536)
            if not more:
                return b""
            self._lines += more
        line, _, self._lines = self._lines.partition(b"\n")
        return line

    def _used(self) -> float:
        """Seconds of the processor that it has used."""
        fields = (
            Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


def _work(memory: int) -> None:
    """Read the files named on standard input, and say what became of each."""
    resource.setrlimit(resource.RLIMIT_AS, (memory * 1_000_000,) * 2)
    print("ready", flush=True)
    for line in sys.stdin.buffer:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the peak so far
        print(json.dumps(_read(os.fsdecode(line.rstrip(b"\n")))), flush=True)


def _read(path: str) -> dict[str, object]:
    start = last = told = time.process_time()
    reports, wait, error = 0, 0.0, None
    named: list[str] = []
    try:
        for item in receive([path]):
            now = time.process_time()
            wait, last = max(wait, now - last), now
            if isinstance(item, Received):
                reports += 1
            else:
                named = [*named, item.reason][-3:]
            if now - told > 0.5:
                print(".", flush=True)
                told = now
    except BaseException as raised:
        error = f"raises {type(raised).__name__}: {raised}"[:200]
    end = time.process_time()
    return {
        "reports": reports,
        "named": named,
        "seconds": round(end - start, 3),
        "wait": round(max(wait, end - last), 3),
        "memory": peak_memory(),
        "error": error,
    }


def main() -> int:
    """Print the figures, and what went wrong; 1 if anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--memory", type=int, default=1500, help="MB that the reader may take")
    parser.add_argument("--worker", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        _work(given.worker)
        return 0
    found = list(outcomes(inputs(given.count, given.seed), given.memory))
    slowest = max(found, key=lambda outcome: outcome.wait)
    largest = max(found, key=lambda outcome: outcome.memory)
    print(f"inputs {len(found)}, seed {given.seed}, memory limit {given.memory} MB")
    print(
        f"read {sum(bool(each.reports) for each in found)}, named {sum(bool(each.named) for each in found)}"
    )
    print(f"longest wait {slowest.wait:.1f} s ({slowest.name})")
    print(f"peak memory {largest.memory:.0f} MB ({largest.name})")
    bad = [(outcome.name, problem) for outcome in found if (problem := problems(outcome))]
    print(f"crashes, hangs and silent {len(bad)}")
    for name, problem in bad:
        print(f"  {name}: {problem}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
