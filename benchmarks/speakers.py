"""Speakers: of 100 attributions labelled by hand, how many get the right name, none or a wrong one.

`python -m benchmarks.speakers DATA/polnear/dev.json [--errors]`

First the resolver alone, on the gold attributions of each article; then end to end, on our own: the
attribution whose content overlaps the labelled one's most, with a Jaccard of at least one half, or
"not found". Every share is of all 100 labels; how they were made, `labels/README.md` tells.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from sayso.intake.report import Report
from sayso.reading import Reader
from sayso.reading.annotations import Attribution, Reading, Spans
from sayso.reading.quotes import Quoted
from sayso.reading.resolve import resolve

from .polnear import Article, Gold, articles
from .scores import digest, percent, show

__all__ = ["Label", "choose", "figures", "judge", "labels"]

SEED = 2
SIZE = 100
LABELS = Path(__file__).parent / "labels" / "speakers-dev.json"
OVERLAP = 0.5
TITLES = re.compile(
    r"^(?:the|an?|mr|mrs|ms|dr|professor|(?:vice )?president|sen|senator|rep|representative|gov|governor|"
    r"gen|general|secretary(?: of state)?|judge|justice|mayor|sir|pope|king|queen)\.?\s+",
    re.IGNORECASE,
)

Outcome = Literal["right", "missed", "wrong", "not found"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled attribution with its right names; ``none`` is whether no name is right too."""

    article: str
    cue: Spans
    content: Spans
    names: tuple[str, ...]
    none: bool


def choose(found: Sequence[Article], seed: int = SEED, size: int = SIZE) -> list[tuple[Article, Gold]]:
    """The attributions to label: drawn from all with content, each as likely; sorted by their place."""
    everything = [(article, gold) for article in found for gold in article.gold]
    chosen = sorted(random.Random(seed).sample(range(len(everything)), size))
    return [everything[index] for index in chosen]


def labels(found: Sequence[Article]) -> list[Label]:
    """The labels, their names read from the articles at the published offsets."""
    texts = {article.report.id: article.report.text for article in found}
    return [
        Label(
            row["article"],
            _spans(row["cue"]),
            _spans(row["content"]),
            tuple(texts[row["article"]][start:end] for start, end in row["names"]),
            not row["names"] or row.get("none_too", False),
        )
        for row in json.loads(LABELS.read_text(encoding="utf-8"))["labels"]
    ]


def judge(speaker: str | None, label: Label) -> Outcome:
    """Right, missed (no name where one was due) or wrong; of names joined by "and", each must be right."""
    if speaker is None:
        return "right" if label.none else "missed"
    accepted = {_bare(name) for name in label.names}
    whole = _bare(speaker)
    parts = {_bare(part) for part in re.split(r",? and |, ", speaker)}
    return "right" if whole in accepted or parts <= accepted else "wrong"


def figures(reader: Reader, corpus: Path) -> dict[str, float]:
    """Shares of the labelled attributions, in percent: with gold attributions, and with our own."""
    return {
        f"{way} {outcome}": percent(sum(found == outcome for _, _, found in judged), len(judged))
        for way, judged in _judged(reader, corpus).items()
        for outcome in OUTCOMES
    }


def _judged(reader: Reader, corpus: Path) -> dict[str, list[tuple[Label, str | None, Outcome]]]:
    """Every label with the speaker given to it and what that is worth, for both ways of measuring."""
    if digest(corpus) != json.loads(LABELS.read_text(encoding="utf-8"))["corpus_sha256"]:
        raise ValueError(f"{corpus.name} is not the file that was labelled")
    found = articles(corpus)
    due = labels(found)
    wanted = {label.article for label in due}
    reports = [article.report for article in found if article.report.id in wanted]
    gold = {article.report.id: article.gold for article in found}
    own = {report.id: reading for report, reading in zip(reports, reader.read_many(reports), strict=True)}
    ideal = {report.id: _with_gold(reader, report, gold[report.id]) for report in reports}
    return {
        way: [_outcome(readings[label.article], label) for label in due]
        for way, readings in (("gold", ideal), ("own", own))
    }


def _with_gold(reader: Reader, report: Report, gold: Sequence[Gold]) -> Reading:
    """The report read with the gold attributions in place of ours, and the resolver's word on them."""
    quoted = Quoted(report.text)
    ordered = sorted(gold, key=lambda found: min(found.source + found.cue + found.content))
    put = tuple(
        Attribution(found.source, found.cue, found.content, quoted.quote_type(found.content), 1.0)
        for found in ordered
    )
    return resolve(replace(reader.annotate(report.text), attributions=put), report)


def _outcome(reading: Reading, label: Label) -> tuple[Label, str | None, Outcome]:
    """What the attribution that overlaps the labelled one most says, if it overlaps it enough.

    Of those with the same content, the one whose cue overlaps the label's most.
    """

    def overlaps(found: Attribution) -> tuple[float, float]:
        return _jaccard(label.content, found.content), _jaccard(label.cue, found.cue)

    best = max(reading.attributions, key=overlaps, default=None)
    if best is None or overlaps(best)[0] < OVERLAP:
        return label, None, "not found"
    return label, best.speaker, judge(best.speaker, label)


def _jaccard(one: Spans, other: Spans) -> float:
    left, right = ({offset for span in spans for offset in range(*span)} for spans in (one, other))
    return len(left & right) / len(left | right) if left | right else 1.0


def _bare(name: str) -> str:
    """A name for comparison: case-folded, white space as one space, articles and titles dropped."""
    name = " ".join(name.split()).casefold()
    while (shorter := TITLES.sub("", name)) != name:
        name = shorter
    return name


def _spans(rows: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in rows)


def main() -> None:
    """Print the shares, and on demand what went wrong where (text of the corpus: not to be published)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each miss and each wrong name")
    given = parser.parse_args()
    reader = Reader()
    show(figures(reader, given.corpus), given.corpus)
    if given.errors:
        for way, judged in _judged(reader, given.corpus).items():
            for label, speaker, outcome in judged:
                if outcome != "right":
                    print(way, outcome, label.article, label.cue, repr(speaker), "for", label.names or None)


if __name__ == "__main__":
    main()
