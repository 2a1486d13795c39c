"""Claims in other news than `benchmarks.claims` has: newswire, broadcasts, Wikinews, politics, weblogs.

`python -m benchmarks.newswire DATA [--final] [--errors]`

DATA has the corpora `timeml` (without the documents that times are measured on), `gum` and `polnear` (their
train parts), `ud` (EWT's weblogs and newsgroups, train and dev) and `wikinews`. The figures are those of
`benchmarks.claims`. Rules are made on the documents that are for building; `--final` measures on those on
which none was made.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path

from sayso.intake import Report
from training.corpora import conllu, polnear

from .claims import LABELS as WIKINEWS
from .claims import TOLD, Label, labels, tell
from .times import others
from .wikinews import reports

__all__ = ["DRAWS", "LABELS", "Draw", "choose", "labelled"]

LABELS = Path(__file__).parent / "labels" / "claims-newswire.json"

CORPORA: dict[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    "timeml": lambda data: ((one.name, one.text) for one in others(data / "timeml")),
    "gum": lambda data: (
        (one.id, one.text)
        for one in conllu.documents(data / "gum" / "gum-train.conllu")
        if one.id.startswith("GUM_news_")
    ),
    "polnear": lambda data: ((one.id, one.text) for one in polnear.articles(data / "polnear" / "train.json")),
    "ewt": lambda data: (
        (one.id, one.text)
        for part in ("train", "dev")
        for one in conllu.documents(data / "ud" / f"en_ewt-ud-{part}.conllu")
        if one.id.startswith(("weblog-", "newsgroup-"))
    ),
    "wikinews": lambda data: ((one.url or "", one.text) for one in reports(data / "wikinews")),
}
"""The documents of each corpus: ids and texts."""


@dataclass(frozen=True, slots=True)
class Draw:
    """How documents were drawn: each as likely, of those that tell of deaths and attacks in ``fewest`` words.

    Those that do in more than ``most`` are left out. They have at most ``longest`` characters and were not
    drawn before. Without a ``seed`` all were taken; a text that two documents have, once.
    """

    corpus: str
    half: str
    longest: int
    fewest: int
    most: float = inf
    size: int = 0
    seed: int | None = None


DRAWS = (
    Draw("timeml", "build", longest=5_000, fewest=4, size=30, seed=13),
    Draw("timeml", "build", longest=5_000, fewest=2),
    Draw("gum", "build", longest=12_000, fewest=2),
    Draw("polnear", "build", longest=6_000, fewest=8),
    Draw("polnear", "build", longest=7_000, fewest=5, most=7),
    Draw("ewt", "build", longest=8_000, fewest=2),
    Draw("wikinews", "build", longest=25_000, fewest=1),
    Draw("polnear", "final", longest=9_000, fewest=5),
    Draw("polnear", "final", longest=7_000, fewest=4),
    Draw("timeml", "final", longest=12_000, fewest=2),
    Draw("timeml", "final", longest=5_000, fewest=1),
    Draw("ewt", "final", longest=20_000, fewest=1),
)
"""The draws in turn. Those for building now were kept for a measurement once."""


def choose(data: Path) -> dict[str, str]:
    """The documents to label, with the half that each is in."""
    texts = {corpus: dict(read(data)) for corpus, read in CORPORA.items()}
    elsewhere = {row["url"] for row in json.loads(WIKINEWS.read_text(encoding="utf-8"))["articles"]}
    drawn: dict[str, str] = {}
    for draw in DRAWS:
        known = elsewhere | drawn.keys()
        fit = [name for name, text in texts[draw.corpus].items() if name not in known and _fits(draw, text)]
        if draw.seed is None:
            some = list({texts[draw.corpus][name]: name for name in reversed(fit)}.values())
        else:
            some = random.Random(draw.seed).sample(fit, draw.size)
        drawn |= dict.fromkeys(some, draw.half)
    return drawn


def _fits(draw: Draw, text: str) -> bool:
    return len(text.strip()) <= draw.longest and draw.fewest <= len(TOLD.findall(text)) <= draw.most


def labelled(data: Path, final: bool = False) -> Iterator[tuple[Report, list[Label]]]:
    """The documents of one half, each with its labels; raises ValueError where a text is another."""
    texts = {name: text.strip() for read in CORPORA.values() for name, text in read(data)}
    for row in json.loads(LABELS.read_text(encoding="utf-8"))["articles"]:
        if (row["half"] == "final") == final:
            report = Report.of(
                texts[row["id"]], published=row["published"], outlet=row["corpus"], url=row["id"]
            )
            yield report, labels(report, row)


def main() -> None:
    """Print the figures, and on demand what went wrong (text of the corpora: not to be published)."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--final", action="store_true", help="the documents that no rule was made on")
    parser.add_argument("--errors", action="store_true", help="print each wrong and each missed claim")
    given = parser.parse_args()
    tell(LABELS, list(labelled(given.folder, given.final)), given.errors)


if __name__ == "__main__":
    main()
