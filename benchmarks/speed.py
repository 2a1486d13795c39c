"""Speed: articles of 750 words a second, from raw text to attributions with speakers.

`python -m benchmarks.speed PATH [--articles 64]`   (PATH: PolNeAR's JSON or a Wikinews CSV)

Articles are put together from whole paragraphs, which makes them somewhat longer; what is counted is their
words, 750 to an article. On one core and on two, model loaded, the median of three runs; the time from the
start of the command `sayso read` to its last byte for one article; the peak memory; which part of the
program takes what share of the time; and how far the encoder is from what the core can multiply in int8 at
best.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from pathlib import Path
from statistics import median

import sayso
from sayso.intake.report import Report
from sayso.reading import Reader

from . import encoder, texts
from .pinned import peak_memory, pinned
from .scores import percent, show

__all__ = ["articles_a_second", "first_answer", "shares"]

RUNS = 3
WORDS = 750
COMMAND = [sys.executable, "-c", "from sayso.cli import main; main()", "read", "--json"]
PACKAGE = Path(sayso.__file__).parent


def articles_a_second(articles: list[str], cores: int) -> tuple[float, float]:
    """Articles a second, the median of the runs, and the peak memory in MB; for a fresh process."""
    whole = sum(len(article.split()) for article in articles) / WORDS
    reader = Reader(processes=cores)
    reports = [Report.of(article) for article in articles]
    reader.read(reports[0])
    rates = []
    for _ in range(RUNS):
        start = time.perf_counter()
        deque(reader.read_many(reports), maxlen=0)
        rates.append(whole / (time.perf_counter() - start))
    return median(rates), peak_memory()


def shares(articles: list[str]) -> dict[str, float]:
    """What share of the time each module of ours, and each library called from them, takes itself.

    By the profiler, which makes Python look slower beside the libraries than it is.
    """
    reader = Reader(processes=1)
    reports = [Report.of(article) for article in articles]
    reader.read(reports[0])
    profile = cProfile.Profile()
    profile.enable()
    for _ in reader.read_many(reports):
        pass
    profile.disable()
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if file == "~":  # built in: charged to who called it
            for (caller, _, _), (_, _, part, _) in callers.items():
                spent[_part(caller)] += part
        else:
            spent[_part(file)] += own
    total = sum(spent.values())
    return {name: percent(own, total) for name, own in spent.most_common() if own > total / 100}


def _part(file: str) -> str:
    """The module of ours, or the library, that a file belongs to."""
    path = Path(file)
    if path.is_relative_to(PACKAGE):
        return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    parts = path.parts
    return parts[parts.index("site-packages") + 1] if "site-packages" in parts else "Python"


def first_answer(article: str) -> float:
    """Seconds from starting `sayso read` on one article to its end, the median of the runs."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "article.txt")
        file.write_text(article, encoding="utf-8")
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run([*COMMAND, str(file)], check=True, capture_output=True)
            times.append(time.perf_counter() - start)
    return median(times)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=64)
    given = parser.parse_args()
    articles = texts.equal(texts.read(given.path))[: given.articles]
    words = sum(len(article.split()) for article in articles) / len(articles)
    one, memory = pinned(1, articles_a_second, articles, 1)
    two, _ = pinned(2, articles_a_second, articles, 2)
    figures = {
        "articles": len(articles),
        "words an article": words,
        "articles a second, one core": one,
        "articles a second, two cores": two,
        "seconds to the first answer": first_answer(articles[0]),
        "peak memory, MB": memory,
    }
    show(figures, given.path)
    print("\nshare of the time, %")
    show(pinned(1, shares, articles))
    print("\nencoder")
    show(pinned(1, encoder.figures, articles))


if __name__ == "__main__":
    main()
