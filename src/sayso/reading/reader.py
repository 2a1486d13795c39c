"""The reader: a report in, everything found in it out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from sayso.intake import Report
from sayso.reading.annotations import Reading, Spans, Words
from sayso.reading.attributions import attributions
from sayso.reading.encoding import encode
from sayso.reading.entities import entities
from sayso.reading.network import MODEL, Network
from sayso.reading.paragraphs import paragraphs
from sayso.reading.quotes import Quoted, regions
from sayso.reading.resolve import resolve
from sayso.reading.syntax import analyse, sentences
from sayso.reading.wordpieces import WordPieces, features
from sayso.reading.words import segment

__all__ = ["Reader"]

NOTHING = Words((), (), (), (), ())


class Reader:
    """Reads reports with one network; make it once and use it for many."""

    def __init__(self, threads: int = 1, folder: Path = MODEL) -> None:
        """Load the model in ``folder``; ``threads`` is how many reports are read side by side."""
        self.threads = threads
        self._network = Network(folder)
        self._cut = WordPieces(folder / "vocab.txt")

    def read(self, report: Report) -> Reading:
        """Words, entities and attributions of one report, with speakers and chains."""
        return resolve(self.annotate(report.text), report)

    def annotate(self, text: str) -> Reading:
        """As ``read``, before names are grouped and speakers found."""
        spans = segment(text)
        if not spans:
            return Reading(text, NOTHING)
        blocks = paragraphs(text)
        quoted = Quoted(text, regions(text, blocks))
        starts = _first_words(spans, blocks)
        pieces = self._cut(text[start:end] for start, end in spans)
        encoded = encode(self._network, pieces, features(text, spans, blocks, quoted), starts)
        ranges = sentences(encoded.words, starts, encoded.windows)
        return Reading(
            text,
            analyse(self._network, encoded.words, spans, ranges),
            entities(text, encoded.words, spans, self._network.labels.entity),
            attributions(self._network, encoded, spans, quoted),
        )

    def analyse(self, text: str, words: Spans, ranges: Spans) -> Reading:
        """Words and entities where the words of ``text`` and its sentences are known.

        ``words`` are their offsets, ``ranges`` the words of each sentence.
        """
        blocks = paragraphs(text)
        quoted = Quoted(text, regions(text, blocks))
        pieces = self._cut(text[start:end] for start, end in words)
        starts = [first for first, _ in ranges]
        encoded = encode(self._network, pieces, features(text, words, blocks, quoted), starts)
        return Reading(
            text,
            analyse(self._network, encoded.words, words, ranges),
            entities(text, encoded.words, words, self._network.labels.entity),
        )

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read reports, ``threads`` at a time; readings come in the reports' order."""
        if self.threads == 1:
            yield from map(self.read, reports)
            return
        with ThreadPoolExecutor(self.threads) as pool:
            waiting: deque[Future[Reading]] = deque()
            for report in reports:
                waiting.append(pool.submit(self.read, report))
                if len(waiting) > 2 * self.threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


def _first_words(words: Spans, blocks: Spans) -> Sequence[int]:
    """The first word of each paragraph."""
    found, word = [], 0
    for start, _ in blocks:
        while word < len(words) and words[word][0] < start:
            word += 1
        found.append(word)
    return found
