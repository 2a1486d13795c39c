"""Attributions: what the reader finds in PolNeAR's articles, by the shared scorer.

`python -m benchmarks.attribution DATA/polnear/dev.json --scorer attribution_score.py [--out FILE]`
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from pathlib import Path
from typing import Any

from sayso.reading import Reader

from .polnear import articles
from .scores import digest

__all__ = ["figures", "load", "predict", "scored", "summary"]


def predict(reader: Reader, corpus: Path) -> list[dict[str, Any]]:
    """The attributions of each article, in the form that the scorer reads."""
    reports = [article.report for article in articles(corpus)]
    return [
        {
            "id": report.id,
            "quotes": [
                {"source": found.source, "cue": found.cue, "content": found.content}
                for found in reading.attributions
            ],
        }
        for report, reading in zip(reports, reader.read_many(reports), strict=True)
    ]


def figures(reader: Reader, corpus: Path, scorer: Path) -> dict[str, float]:
    """The scorer's F1 figures that have floors."""
    return summary(scored(load(scorer), corpus, predict(reader, corpus)))


def summary(result: dict[str, Any]) -> dict[str, float]:
    """The figures that have floors, out of everything that the scorer counts."""
    everything, direct = result["all"], result["direct"]
    found = {
        "linked F1": everything["linked"],
        "strict F1": everything["strict"],
        "detected F1": everything["detected"],
        "content char F1": everything["char"]["content"],
        "source char F1": everything["char"]["source"],
        "cue char F1": everything["char"]["cue"],
        "direct linked F1": direct["linked"],
    }
    return {name: 100 * score["f1"] for name, score in found.items()}


def load(scorer: Path) -> Any:
    """The scorer as a module; it stands outside the repository."""
    spec = importlib.util.spec_from_file_location("attribution_score", scorer)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(scorer: Any, corpus: Path, predictions: list[dict[str, Any]]) -> dict[str, Any]:
    """Everything that the scorer counts."""
    gold = json.loads(corpus.read_text(encoding="utf-8"))
    result: dict[str, Any] = scorer.score_all(gold, {row["id"]: row["quotes"] for row in predictions})
    return result


def main() -> None:
    """Print the scorer's whole report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="also write the predictions here, as JSON lines")
    given = parser.parse_args()
    predictions = predict(Reader(), given.corpus)
    if given.out:
        given.out.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
    scorer = load(given.scorer)
    print(f"{given.corpus.name}  sha256 {digest(given.corpus)}")
    scorer.show(scored(scorer, given.corpus, predictions))


if __name__ == "__main__":
    main()
