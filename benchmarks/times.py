"""Times: recognised and valued as in TempEval-3, on 60 documents of its training set that are held out.

`python -m benchmarks.times DATA/timeml [--others]`

The documents, and what they have to look like, are listed in `labels/times-held-out.json`: drawn with a
fixed seed before a rule was written, and never read since. As TempEval-3 scores it (UzZaman et al. 2013):
only the text counts, not the head; *strict* wants the same edges, *relaxed* some overlap, each gold
expression with one of ours; *value F1* is the F1 of the relaxed matches that also have the gold value.
A table tells for each kind of gold value how many there are, were found, and were valued so.
``--others`` measures on the documents that are not held out, which rules may be made on.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from lxml import etree

from sayso.intake.report import Report
from sayso.reading import Reader
from sayso.reading.annotations import Time

from .scores import percent, show

__all__ = [
    "KINDS",
    "Document",
    "choose",
    "document",
    "figures",
    "held_out",
    "kind",
    "kinds",
    "others",
    "ours",
    "pairs",
    "scores",
]

Finder = Callable[["Document"], tuple[Time, ...]]
"""What finds the times of a document."""

SEED = 4
SIZE = 60
KINDS = {
    "now, once, some day": r"(PAST|PRESENT|FUTURE)_REF",
    "time of day": r".+T\d|.+T[A-Z]{2}",
    "day": r"[\dX]{4}-[\dX]{2}-[\dX]{2}",
    "weekday, repeated": r"XXXX-W",
    "week or weekend": r"[\dX]{4}-W",
    "month": r"[\dX]{4}-[\dX]{2}$",
    "quarter or half": r"[\dX]{4}-[QH]",
    "season": r"[\dX]{4}-S|[\dX]{4}-[FW]",
    "decade or century": r"\d{2,3}X{0,2}$",
    "year": r"[\dX]{4}$",
    "duration or repeated": r"-?P[TX\d]",
    "other": r"",
}
"""Kinds of values, by how they look; the first that fits."""

LIST = Path(__file__).parent / "labels" / "times-held-out.json"


@dataclass(frozen=True, slots=True)
class Document:
    """A document of TimeML: its text, the day it was written, and its gold TIMEX3 expressions."""

    name: str
    text: str
    published: str
    gold: tuple[Time, ...]


def choose(names: list[str], seed: int = SEED, size: int = SIZE) -> list[str]:
    """The documents to hold out: so many of all, each as likely."""
    return sorted(random.Random(seed).sample(sorted(names), size))


def document(path: Path) -> Document:
    """Read a document of TimeML; offsets count in the text of its TEXT element, as it stands."""
    root = etree.parse(str(path)).getroot()
    written = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if written is None or body is None:
        raise ValueError(f"{path} is no document of TimeML")
    text = ""
    gold = []
    opened: list[int] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            opened.append(len(text))
            text += element.text or ""
            continue
        start = opened.pop()
        if element.tag == "TIMEX3":
            gold.append(Time(start, len(text), element.get("type"), element.get("value")))
        if element is not body:
            text += element.tail or ""
    return Document(path.name, text, written.get("value", "")[:10], tuple(gold))


def held_out(folder: Path) -> Iterator[Document]:
    """The documents held out; raises ValueError where a file is another than the one listed."""
    for name, expected in json.loads(LIST.read_text(encoding="utf-8"))["documents"].items():
        if sha256((folder / name).read_bytes()).hexdigest() != expected:
            raise ValueError(f"{name} is not the file that was listed")
        yield document(folder / name)


def pairs(found: tuple[Time, ...], gold: tuple[Time, ...]) -> list[tuple[Time, Time]]:
    """Each gold expression with the first of ours that overlaps it and is not taken."""
    left = list(found)
    matched = []
    for due in gold:
        own = next((t for t in left if t.start < due.end and due.start < t.end), None)
        if own is not None:
            left.remove(own)
            matched.append((own, due))
    return matched


def others(folder: Path) -> Iterator[Document]:
    """The documents that are not held out."""
    held = json.loads(LIST.read_text(encoding="utf-8"))["documents"]
    for path in sorted(folder.rglob("*.tml")):
        if path.relative_to(folder).as_posix() not in held:
            yield document(path)


def figures(reader: Reader, *documents: Path) -> dict[str, float]:
    """F1 in percent over the documents held out; the first of ``documents`` tells where they are."""
    return scores(held_out(documents[0].parents[1]), ours(reader))


def ours(reader: Reader) -> Finder:
    """The times of a document as a reader reads it."""
    return lambda held: reader.read(Report.of(held.text, published=held.published)).times


def scores(documents: Iterable[Document], finder: Finder) -> dict[str, float]:
    """F1 in percent of what a ``finder`` finds in some documents."""
    found = due = strict = relaxed = valued = 0
    for held in documents:
        theirs = finder(held)
        matched = pairs(theirs, held.gold)
        found += len(theirs)
        due += len(held.gold)
        relaxed += len(matched)
        strict += sum((one.start, one.end) == (other.start, other.end) for one, other in matched)
        valued += sum(one.value == other.value for one, other in matched)
    return {
        "relaxed F1": percent(2 * relaxed, found + due),
        "relaxed precision": percent(relaxed, found),
        "relaxed recall": percent(relaxed, due),
        "strict F1": percent(2 * strict, found + due),
        "value F1": percent(2 * valued, found + due),
    }


def kind(value: str) -> str:
    """What kind of value a TIMEX3 value is, by its shape."""
    return next(name for name, shape in KINDS.items() if re.match(shape, value))


def kinds(documents: Iterable[Document], finder: Finder) -> dict[str, tuple[int, int, int]]:
    """For each kind of gold value: how many there are, how many were found, and were valued so."""
    counts = dict.fromkeys(KINDS, (0, 0, 0))
    for held in documents:
        matched = {other: one for one, other in pairs(finder(held), held.gold)}
        for gold in held.gold:
            due, found, right = counts[kind(gold.value)]
            own = matched.get(gold)
            counts[kind(gold.value)] = (
                due + 1,
                found + (own is not None),
                right + (own is not None and own.value == gold.value),
            )
    return counts


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="TimeBank and AQUAINT lie in it")
    parser.add_argument("--others", action="store_true", help="on the documents that are not held out")
    given = parser.parse_args()
    documents = list((others if given.others else held_out)(given.folder))
    print(f"{LIST.name}  sha256 {sha256(LIST.read_bytes()).hexdigest()}")
    finder = cache(ours(Reader()))
    show(scores(documents, finder))
    for name, (due, found, right) in kinds(documents, finder).items():
        print(f"{name:22}{due:5} found {found:4} valued so {right:4} {percent(right, due):6.1f}%")


if __name__ == "__main__":
    main()
