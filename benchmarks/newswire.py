"""Claims in newswire that tells of deaths and attacks: TimeML's, another prose than Wikinews.

`python -m benchmarks.newswire DATA/timeml [--errors]`

The figures are those of `benchmarks.claims`; no rule was made on these documents.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.intake import Report

from .claims import TOLD, Label, labels, tell
from .times import Document, others

__all__ = ["LABELS", "choose", "labelled"]

LABELS = Path(__file__).parent / "labels" / "claims-newswire.json"

SEED, SIZE = 13, 30
LONGEST, FEWEST = 5_000, 4
"""Characters of a document at most, and words at least that tell of deaths and attacks."""


def choose(documents: Iterable[Document]) -> list[str]:
    """The documents to label, of those that times are not measured on: so many, each as likely."""
    texts = {one.name: one.text.strip() for one in documents}
    fit = [n for n, text in texts.items() if len(text) <= LONGEST and len(TOLD.findall(text)) >= FEWEST]
    return random.Random(SEED).sample(fit, SIZE)


def labelled(folder: Path) -> Iterator[tuple[Report, list[Label]]]:
    """The documents with their labels; raises ValueError where a text is another than was labelled."""
    texts = {one.name: one.text.strip() for one in others(folder)}
    for row in _rows():
        report = Report.of(texts[row["id"]], published=row["published"], outlet="newswire", url=row["id"])
        yield report, labels(report, row)


def _rows() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(LABELS.read_text(encoding="utf-8"))["articles"]
    return found


def main() -> None:
    """Print the figures, and on demand what went wrong (text of the corpus: not to be published)."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each wrong and each missed claim")
    given = parser.parse_args()
    tell(LABELS, list(labelled(given.folder)), given.errors)


if __name__ == "__main__":
    main()
