"""Claims in 76 short reports of the Voice of America that no rule was made on.

`python -m benchmarks.voa`

The reports are in the public domain and lie in `labels/voa.jsonl`, so this needs no corpus. They tell of
deaths, attacks, arrests and wanted people, and were labelled by readers who never saw the program. The
figures are those of `benchmarks.claims`. There is no list of faults to print, so that they stay unseen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from sayso.intake import Report
from sayso.reading import Reader

from .claims import Label, labels, measured, read_claims, summary
from .scores import digest, show

__all__ = ["LABELS", "TEXTS", "figures", "labelled"]

TEXTS = Path(__file__).parent / "labels" / "voa.jsonl"
LABELS = Path(__file__).parent / "labels" / "claims-voa.json"


def labelled() -> Iterator[tuple[Report, list[Label]]]:
    """The reports, each with its labels; raises ValueError where a text is another."""
    texts = dict(json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines())
    for row in json.loads(LABELS.read_text(encoding="utf-8"))["articles"]:
        report = Report.of(texts[row["id"]], outlet="Voice of America", url=row["id"])
        yield report, labels(report, row)


def figures(reader: Reader, *corpora: Path) -> dict[str, float]:
    """Precision, recall and F1 in percent, of all kinds and of each; no corpus is asked for."""
    return summary(measured(read_claims(reader, list(labelled())))[0])


def main() -> None:
    """Print the figures."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    print(f"{LABELS.name}  sha256 {digest(LABELS)}")
    show(figures(Reader()))


if __name__ == "__main__":
    main()
