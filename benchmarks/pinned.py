"""Running a function in a fresh process that is held to some of the machine's cores (Linux)."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

__all__ = ["peak_memory", "pinned"]

P = ParamSpec("P")
T = TypeVar("T")


def pinned(cores: int, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``function`` returns in a new process on the first ``cores`` cores that we may use."""
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    if len(allowed) < cores:
        raise ValueError(f"{cores} cores asked for, {len(allowed)} at hand")
    with ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), initializer=os.sched_setaffinity, initargs=(0, allowed)
    ) as pool:
        return pool.submit(function, *args, **kwargs).result()


def peak_memory() -> float:
    """The most memory that this process has held so far, in MB.

    From the kernel's high-water mark: that of `getrusage` starts at the parent's size.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1000
