"""Claims: those of the eight kinds that are found in Wikinews, against labels made by hand.

`python -m benchmarks.claims DATA/wikinews [--final] [--errors]`

Articles that tell of deaths, attacks, arrests or control were labelled before anything was measured on
them; `labels/README.md` tells how. Rules are made on those that are for building; `--final` measures on
those that are kept for one last measurement. A claim is right where a label of its kind overlaps its span,
has its value, and is about the same subject; where that label is an optional one, the claim counts neither
for nor against. Precision is of claims found, recall of labels that are due.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sayso.intake import Report
from sayso.questions import Claim, claims
from sayso.questions.claim import against
from sayso.questions.kind import BUILT_IN
from sayso.questions.text.events import name_words, terms_of
from sayso.reading import Reader
from sayso.reading.annotations import Span

from .scores import digest, percent, show
from .wikinews import reports

__all__ = [
    "DRAWS",
    "Draw",
    "Label",
    "choose",
    "figures",
    "fits",
    "labelled",
    "labels",
    "measured",
    "read_claims",
    "summary",
    "tell",
]

LABELS = Path(__file__).parent / "labels" / "claims-wikinews.json"
TOLD = re.compile(
    r"\b(?:kill(?:s|ed|ing|ings)?|dead|deaths?|die[sd]?|murder(?:s|ed)?|wounded|injured|missing|"
    r"attack(?:s|ed|ers?)?|bomb(?:s|ed|ing|ings)?|shot|shootings?|explosions?|arrest(?:s|ed)?|detained|"
    r"custody|jailed|captured?|seized?|hostages?|kidnapped|control|militants?|rebels|troops)\b",
    re.IGNORECASE,
)
"""What an article to be labelled tells of."""

_WORD = re.compile(r"\w[\w-]*")
ANY = "*"


@dataclass(frozen=True, slots=True)
class Draw:
    """How articles were drawn: each as likely, of those that tell what is asked for in ``fewest`` words.

    They have at most ``longest`` characters, and were not drawn before; the first ``final`` of them are kept
    for a last measurement, the others are for building.
    """

    seed: int
    size: int
    longest: int
    fewest: int
    final: int = 0


DRAWS = (
    Draw(seed=5, size=60, longest=4_000, fewest=3),
    Draw(seed=7, size=64, longest=6_000, fewest=2),
    Draw(seed=11, size=37, longest=12_000, fewest=1, final=37),
)
"""The draws in turn. 30 of the first two were kept for a measurement, and given to building after it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A claim that a reader found: ``span`` are its key words, ``subjects`` words that name its subject.

    ``values`` are the values that are right, ``named`` the words of a value that is a name, ``negated``
    whether it is a value that is spoken against. ``optional`` claims are neither due nor wrong.
    """

    kind: str
    aspect: str
    values: frozenset[str]
    named: frozenset[str]
    negated: bool
    subjects: frozenset[str]
    span: Span
    optional: bool


def choose(reports: Sequence[Report]) -> dict[str, list[Report]]:
    """The articles to label, as they were drawn: those for building ("build"), and those kept ("final")."""
    chosen: dict[str, list[Report]] = {"build": [], "final": []}
    drawn: set[str] = set()
    for draw in DRAWS:
        fit = [r for r in reports if r.url not in drawn and len(r.text) <= draw.longest]
        fit = [r for r in fit if len(TOLD.findall(r.text)) >= draw.fewest]
        found = random.Random(draw.seed).sample(sorted(fit, key=lambda r: r.url or ""), draw.size)
        drawn |= {report.url or "" for report in found}
        chosen["final"] += found[: draw.final]
        chosen["build"] += found[draw.final :]
    return chosen


def labelled(folder: Path, final: bool = False) -> Iterator[tuple[Report, list[Label]]]:
    """The articles of one part, each with its labels; raises ValueError where a text is another."""
    found = {report.url: report for report in reports(folder)}
    for row in json.loads(LABELS.read_text(encoding="utf-8"))["articles"]:
        if (row["half"] == "final") == final:
            report = found[row["url"]]
            yield report, labels(report, row)


def labels(report: Report, row: dict[str, Any]) -> list[Label]:
    """The labels of a report as a file has them; raises ValueError where its text is another."""
    if sha256(report.text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"{report.url} is not the text that was labelled")
    return [_label(report.text, told) for told in row["claims"]]


def _label(text: str, row: dict[str, Any]) -> Label:
    told = " ".join(text[start:end] for start, end in row["subject"])
    named = " ".join(text[start:end] for start, end in row.get("value", []))
    start, end = row["span"]
    return Label(
        kind=row["kind"],
        aspect=row.get("aspect", ""),
        values=frozenset(row.get("values", [])),
        named=_name(named),
        negated=bool(row.get("not")),
        subjects=_name(told) | frozenset(terms_of(_WORD.findall(told.lower()))),
        span=(start, end),
        optional=bool(row.get("optional")),
    )


def _name(text: str) -> frozenset[str]:
    """The words of a name for comparison: in lower case, without plurals; a people is its country."""
    low = {word.removesuffix("s") for word in _WORD.findall(text.lower()) if len(word) > 2}
    return frozenset(low | {word.removesuffix("s") for word in name_words(text)})


def fits(claim: Claim, label: Label) -> bool:
    """Whether a claim is the one that a label tells."""
    if claim.kind != label.kind or claim.subject.aspect != label.aspect:
        return False
    if not any(start < label.span[1] and label.span[0] < end for start, end in claim.span):
        return False
    subject = claim.subject
    told = _name(" ".join((subject.name, *subject.places))) | frozenset(subject.terms)
    return bool(told & label.subjects) and _same_value(claim.value, label)


def _same_value(value: str, label: Label) -> bool:
    if ANY in label.values or value in label.values:
        return True
    plain = against(value)
    return bool(plain) == label.negated and bool(_name(plain or value) & label.named)


def measured(
    found: Sequence[tuple[Sequence[Claim], Sequence[Label]]],
) -> tuple[Counter[tuple[str, str]], list[tuple[str, int, Claim | Label]]]:
    """Counts by kind of what was right, found, met and due; and what was wrong or missed, by article."""
    counts: Counter[tuple[str, str]] = Counter()
    errors: list[tuple[str, int, Claim | Label]] = []
    for number, (ours, due) in enumerate(found):
        for claim in ours:
            if claim.kind in BUILT_IN:
                fitting = [one for one in due if fits(claim, one)]
                if not fitting:
                    errors.append(("wrong", number, claim))
                if not fitting or not all(one.optional for one in fitting):
                    counts[claim.kind, "found"] += 1
                    counts[claim.kind, "right"] += bool(fitting)
        for one in due:
            if not one.optional:
                met = any(fits(claim, one) for claim in ours)
                counts[one.kind, "due"] += 1
                counts[one.kind, "met"] += met
                if not met:
                    errors.append(("missed", number, one))
    return counts, errors


def summary(counts: Counter[tuple[str, str]]) -> dict[str, float]:
    """Precision, recall and F1 in percent, of all kinds and of each; and how many were due."""
    figures: dict[str, float] = {}
    for name in ("", *BUILT_IN):
        own = {
            k: sum(n for (kind, key), n in counts.items() if key == k and name in ("", kind)) for k in _KEYS
        }
        precision, recall = percent(own["right"], own["found"]), percent(own["met"], own["due"])
        figures |= {
            f"{name} precision".strip(): precision,
            f"{name} recall".strip(): recall,
            f"{name} F1".strip(): 2 * precision * recall / (precision + recall)
            if precision + recall
            else 0.0,
            f"{name} found".strip(): own["found"],
            f"{name} due".strip(): own["due"],
        }
    return figures


_KEYS = ("right", "found", "met", "due")


def figures(reader: Reader, *corpora: Path) -> dict[str, float]:
    """The figures on the articles for building; the first of ``corpora`` tells where the articles are."""
    return summary(measured(read_claims(reader, list(labelled(corpora[0].parent))))[0])


def read_claims(
    reader: Reader, articles: Sequence[tuple[Report, list[Label]]]
) -> list[tuple[tuple[Claim, ...], list[Label]]]:
    """The claims found in each article, beside its labels."""
    readings = reader.read_many([report for report, _ in articles])
    return [(claims(report, reading), due) for (report, due), reading in zip(articles, readings, strict=True)]


def main() -> None:
    """Print the figures, and on demand what went wrong (text of the corpus: not to be published)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--final", action="store_true", help="the articles that no rule was made on")
    parser.add_argument("--errors", action="store_true", help="print each wrong and each missed claim")
    given = parser.parse_args()
    tell(LABELS, list(labelled(given.folder, given.final)), given.errors)


def tell(labels: Path, articles: Sequence[tuple[Report, list[Label]]], wrong: bool) -> None:
    """Print the figures on some articles, and ``wrong``: each wrong and each missed claim."""
    counts, errors = measured(read_claims(Reader(), articles))
    print(f"{labels.name}  sha256 {digest(labels)}")
    show(summary(counts))
    if wrong:
        for fault, number, what in errors:
            report = articles[number][0]
            start, end = what.span if isinstance(what, Label) else (what.span[0][0], what.span[-1][1])
            value = (
                sorted(what.values | what.named)
                if isinstance(what, Label)
                else (what.subject.name, what.value)
            )
            print(fault, number, what.kind, value, repr(report.text[start:end]))


if __name__ == "__main__":
    main()
