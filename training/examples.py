"""Examples: windows of words with what the corpora say of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.reading.annotations import Span
from sayso.reading.paragraphs import first_words
from sayso.reading.quotes import Quoted
from sayso.reading.windows import windows
from sayso.reading.wordpieces import WordPieces, features
from sayso.reading.words import segment
from training.corpora.document import Document
from training.corpora.factuality import Judged
from training.corpora.polnear import Article
from training.labels import ENTITY, ROLE, UPOS

__all__ = [
    "UNKNOWN",
    "Example",
    "Prepared",
    "Roles",
    "Source",
    "batches",
    "from_article",
    "from_document",
    "from_judged",
    "from_text",
]

UNKNOWN = -100
"""A label that no corpus gives: left out of the loss."""

SILVER = 0.5
"""What a name that a program found counts beside one that people did."""

Named = tuple[int, int, str]
"""A name: where it starts and ends in the text, and its label."""


@dataclass(frozen=True, slots=True)
class Roles:
    """One attribution: the words of its cue, and the label of every word that has a role."""

    cue: tuple[int, ...]
    labels: dict[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """A whole text, ready to be cut into windows; a list entry a word, and none where a label is unknown.

    ``roles`` are its attributions, None where nobody has looked for them; ``trust`` is what its names
    count in the loss; ``factuality`` are values from −3 to 3 on the scale of the corpus ``scale``.
    """

    pieces: list[tuple[int, ...]]
    features: list[int]
    starts: list[int]
    upos: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    entity: list[int] = field(default_factory=list)
    trust: float = 1.0
    factuality: list[float] = field(default_factory=list)
    scale: int = 0
    roles: tuple[Roles, ...] | None = None

    def windows(self, limit: int) -> Iterator[Example]:
        """Windows of at most ``limit`` pieces, cut at paragraphs or sentences."""
        for first, last in windows([len(p) for p in self.pieces], self.starts, limit):
            yield Example(self, first, last)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The corpora, cut into words and pieces: ``articles`` have attributions, ``others`` other labels.

    ``relations`` are the dependency relations of the treebanks, in alphabetical order.
    """

    articles: list[Source]
    others: list[Source]
    relations: list[str]


@dataclass(frozen=True, slots=True)
class Example:
    """The words ``first`` to ``last`` (end-exclusive) of a text."""

    source: Source
    first: int
    last: int

    @property
    def size(self) -> int:
        """Its word pieces, the two at its ends included."""
        return 2 + sum(len(p) for p in self.source.pieces[self.first : self.last])

    @property
    def roles(self) -> list[Roles]:
        """The attributions whose cue begins in the window."""
        return [r for r in self.source.roles or () if self.first <= r.cue[0] and r.cue[-1] < self.last]


def from_text(text: str, names: Sequence[Named], cut: WordPieces) -> Source:
    """A text with its names, by offsets."""
    words = segment(text)
    quoted = Quoted(text)
    return Source(
        cut([text[s:e] for s, e in words]),
        features(text, words, quoted),
        first_words(words, quoted.paragraphs),
        entity=_named(words, names),
    )


def from_article(article: Article, names: Sequence[Named] | None, cut: WordPieces) -> Source:
    """An article with its attributions, and its names: ``names``, or automatic ones where it has them."""
    text = article.text
    words = segment(text)
    found = [_roles(text, words, a) for a in article.attributions]
    source = from_text(text, article.entities if names is None else names, cut)
    return replace(
        source,
        entity=source.entity if names is not None or article.entities else [],
        trust=SILVER if names is None else 1.0,
        roles=tuple(r for r in found if r is not None),
    )


def from_judged(sentence: Judged, scale: int, cut: WordPieces) -> Source:
    """A sentence with how factual people found the events in it."""
    text = sentence.text
    values = [float(UNKNOWN)] * len(sentence.words)
    for (first, _), value in sentence.targets:
        values[first] = value
    return Source(
        cut([text[s:e] for s, e in sentence.words]),
        features(text, sentence.words, Quoted(text)),
        [0],
        factuality=values,
        scale=scale,
    )


def from_document(document: Document, cut: WordPieces, relations: Sequence[str]) -> Source:
    """A treebank's document with its syntax and names."""
    text = document.text
    quoted = Quoted(text)
    count = len(document.words)
    sentence, sentence_of = [0] * count, [0] * count
    for number, (first, last) in enumerate(document.sentences):
        sentence[first] = 1
        sentence_of[first:last] = [number] * (last - first)
    entity = [0] * count
    for first, last, label in document.entities:
        entity[first:last] = [ENTITY.index(f"I-{label}")] * (last - first)
        entity[first] -= 1
    return Source(
        cut(document.forms),
        features(text, document.words, quoted),
        [first for first, _ in document.sentences],
        [UPOS.index(tag) for tag in document.upos],
        sentence,
        list(document.heads),
        [relations.index(r) for r in document.deprels],
        sentence_of,
        entity,
    )


def _covered(words: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    return [i for i, (s, e) in enumerate(words) if any(s < b and a < e for a, b in spans)]


def _roles(text: str, words: Sequence[Span], attribution: dict[str, list[Span]]) -> Roles | None:
    """Labels of one attribution; edges that are only marks belong to no span."""
    role_of: dict[int, str] = {}
    cue: list[int] = []
    for role in ("content", "source", "cue"):
        inside = _covered(words, attribution[role])
        runs = list(_runs(text, words, inside))
        if role == "cue" and inside and not runs:
            runs = [inside]  # the colon of "Roe: We left", the dash of "We left ― Roe"
        for run in runs:
            role_of.update(dict.fromkeys(run, role))
            cue += run if role == "cue" else []
    if not cue or "content" not in role_of.values():
        return None
    labels = {
        word: ROLE.index(f"{'I' if role_of.get(word - 1) == role else 'B'}-{role}")
        for word, role in role_of.items()
    }
    return Roles(tuple(sorted(cue)), labels)


def _runs(text: str, words: Sequence[Span], inside: list[int]) -> Iterator[list[int]]:
    """Consecutive words, without marks at the edges, joined over gaps of marks alone."""
    spoken = [w for w in inside if any(c.isalnum() for c in text[words[w][0] : words[w][1]])]
    run: list[int] = []
    for word in spoken:
        if run and any(c.isalnum() for c in text[words[run[-1]][1] : words[word][0]]):
            yield list(range(run[0], run[-1] + 1))
            run = []
        run.append(word)
    if run:
        yield list(range(run[0], run[-1] + 1))


def _named(words: Sequence[Span], entities: Sequence[Named]) -> list[int]:
    found = [0] * len(words)
    for start, end, label in entities:
        inside = [i for i, (s, e) in enumerate(words) if s < end and start < e]
        for at, word in enumerate(inside):
            found[word] = ENTITY.index(f"{'I' if at else 'B'}-{label}")
    return found


def batches(examples: list[Example], pieces: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of like size, of at most ``pieces`` padded pieces, in random order."""
    examples = sorted(examples, key=lambda e: e.size + chance.random() * 16)
    found: list[list[Example]] = [[]]
    for example in examples:
        if found[-1] and example.size * (len(found[-1]) + 1) > pieces:
            found.append([])
        found[-1].append(example)
    chance.shuffle(found)
    yield from found
