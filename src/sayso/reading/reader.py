"""The reader: a report in, everything found in it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from sayso.intake import Report
from sayso.reading.annotations import Attribution, Entity, Reading, Spans, Words
from sayso.reading.apposed import with_apposed, with_name, with_office
from sayso.reading.attributions import attributions
from sayso.reading.certainty import assessed
from sayso.reading.continued import nearest_only, with_continued
from sayso.reading.datelines import datelines, placed, without_dateline
from sayso.reading.encoding import Part, parts
from sayso.reading.entities import entities, logits
from sayso.reading.framed import with_framed
from sayso.reading.headless import with_own_subject, without_expletive
from sayso.reading.layout import with_layout
from sayso.reading.named_whole import named_whole
from sayso.reading.network import MODEL, Network
from sayso.reading.paragraphs import first_words
from sayso.reading.quotes import Quoted
from sayso.reading.related import with_antecedent
from sayso.reading.resolve import resolve
from sayso.reading.said_on import without_day
from sayso.reading.sourceless import (
    LEAST,
    is_stray,
    with_doer,
    with_giver,
    with_quoted,
    with_sayer_before,
    without_addressee,
)
from sayso.reading.syntax import analyse, sentences
from sayso.reading.team import Team
from sayso.reading.trailing import with_trailing
from sayso.reading.when import dated
from sayso.reading.wordpieces import WordPieces, features
from sayso.reading.words import segment

__all__ = ["Reader"]


class Reader:
    """Reads reports with one network; make it once and use it for many."""

    def __init__(self, processes: int = 1, folder: Path = MODEL) -> None:
        """Load the model in ``folder``; ``processes`` is how many read where there are many reports."""
        self.network = Network(folder)
        self._folder = folder
        self._team = Team(processes - 1)
        self._cut = WordPieces(folder / "vocab.txt")

    def __reduce__(self) -> tuple[Callable[[Path], Reader], tuple[Path]]:
        """Its folder: another process loads the model itself, once."""
        return _loaded, (self._folder,)

    def read(self, report: Report) -> Reading:
        """Words, entities, times and attributions of one report, with all that is known of each."""
        return assessed(dated(resolve(self.annotate(report.text), report), report.published))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read reports, in several processes if there are to be; readings come in the reports' order."""
        return self._team.map(self.read, reports)

    def annotate(self, text: str) -> Reading:
        """As ``read``, before names are grouped, speakers found, and times and certainty told."""
        return self.analyse(text, segment(text))

    def analyse(self, text: str, words: Spans, ranges: Spans = ()) -> Reading:
        """The same for a text whose words are known, and perhaps its sentences.

        ``words`` are their offsets, ``ranges`` the words of each sentence.
        """
        quoted = Quoted(text)
        starts = [first for first, _ in ranges] or first_words(words, quoted.paragraphs)
        ahead = datelines(text, quoted.paragraphs)
        begin = sorted({*starts, *first_words(words, tuple((after, after) for _, after in ahead))})
        found, scores = [], [np.empty((0, len(self.network.labels.entity)), np.float32)]
        for part in self.encode(words, quoted, starts):
            begins = [s - part.first for s in begin if part.first <= s < part.first + len(part.spans)]
            known = _within(ranges, part) or sentences(part, begins)
            syntax = analyse(self.network, part, known)
            scores.append(logits(text, part))
            found.append(Reading(text, syntax, (), attributions(self.network, part, quoted)))
        whole = _joined(text, found)
        names = entities(text, whole.words, np.concatenate(scores), self.network.labels.entity)
        names = named_whole(text, whole.words, placed(names, ahead))
        said = tuple(one for one in whole.attributions if not is_stray(one, whole.words))
        said = with_continued(nearest_only(said, quoted), quoted)
        said = with_trailing(whole.words, said, quoted)
        said = with_framed(whole.words, said, quoted)
        said = tuple(_mended(one, whole.words, names, ahead, text) for one in said)
        said = with_sayer_before(said, text)
        said = tuple(one for one in said if one.source or one.confidence >= LEAST)
        said = tuple(with_own_subject(without_expletive(one, whole.words, text), whole.words) for one in said)
        return with_layout(replace(whole, entities=names, attributions=said), quoted)

    def encode(self, words: Spans, quoted: Quoted, starts: Sequence[int]) -> Iterator[Part]:
        """The text of ``quoted`` through the encoder; windows are cut at the words ``starts``."""
        text = quoted.text
        pieces = self._cut(text[start:end] for start, end in words)
        return parts(self.network, words, pieces, features(text, words, quoted), starts)


@cache
def _loaded(folder: Path) -> Reader:
    return Reader(folder=folder)


def _mended(one: Attribution, words: Words, names: Sequence[Entity], ahead: Spans, text: str) -> Attribution:
    """An attribution with its edges and its source set right by syntax and names."""
    one = without_day(without_dateline(one, ahead), words, text)
    one = with_office(with_name(one, names, text), words, text)
    one = with_antecedent(with_apposed(one, words, text), words, text)
    one = with_giver(without_addressee(one, words, text), words, text)
    return with_quoted(with_doer(one, words, text), words, text)


def _within(ranges: Sequence[tuple[int, int]], part: Part) -> Spans:
    """The ranges, as far as they lie in a part, counted from its first word and cut at its windows."""
    last = part.first + len(part.spans)
    near = [(a - part.first, b - part.first) for a, b in ranges if a < last and part.first < b]
    return tuple(
        (max(a, first), min(b, end)) for first, end in part.windows for a, b in near if a < end and first < b
    )


def _joined(text: str, parts: Sequence[Reading]) -> Reading:
    """One reading of the parts that follow each other in a text."""
    spans: list[tuple[int, int]] = []
    upos: list[str] = []
    heads: list[int] = []
    deprels: list[str] = []
    ranges: list[tuple[int, int]] = []
    factuality: list[tuple[float, float]] = []
    for words in (part.words for part in parts):
        origin = len(spans)
        heads += [head + origin for head in words.heads]
        ranges += [(first + origin, last + origin) for first, last in words.sentences]
        spans += words.spans
        upos += words.upos
        deprels += words.deprels
        factuality += words.factuality
    return Reading(
        text,
        Words(tuple(spans), tuple(upos), tuple(heads), tuple(deprels), tuple(ranges), tuple(factuality)),
        attributions=tuple(attribution for part in parts for attribution in part.attributions),
    )
