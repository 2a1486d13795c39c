"""CoNLL-U: Universal Dependencies' format, and GUM's.

Texts are joined again from the words (`SpaceAfter=No`), with a blank line between paragraphs
(`# newpar`) and a space between the sentences of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from .document import Document

__all__ = ["Annotated", "annotated", "documents"]

ID, FORM, UPOS, FEATS, HEAD, DEPREL, MISC = 0, 1, 3, 5, 6, 7, 9
_NEW_PARAGRAPH = re.compile(r"# newpar(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document, and what only some corpora have: a dictionary a word from FEATS and from MISC."""

    document: Document
    feats: tuple[dict[str, str], ...]
    misc: tuple[dict[str, str], ...]


@dataclass(slots=True)
class _Sentence:
    """The comments and rows of one sentence."""

    comments: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def meta(self, key: str) -> str | None:
        prefix = f"# {key} = "
        return next((c.removeprefix(prefix).strip() for c in self.comments if c.startswith(prefix)), None)

    @property
    def starts_paragraph(self) -> bool:
        return any(map(_NEW_PARAGRAPH.match, self.comments))


def documents(path: Path) -> Iterator[Document]:
    """The documents of one file, split where `# newdoc` says so."""
    return (found.document for found in annotated(path))


def annotated(path: Path) -> Iterator[Annotated]:
    """The documents of one file with FEATS and MISC."""
    gathered: list[_Sentence] = []
    for sentence in _sentences(path):
        if gathered and sentence.meta("newdoc id") is not None:
            yield _assemble(gathered)
            gathered = []
        gathered.append(sentence)
    if gathered:
        yield _assemble(gathered)


def _sentences(path: Path) -> Iterator[_Sentence]:
    sentence = _Sentence()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                sentence.comments.append(line)
            elif line:
                sentence.rows.append(line.split("\t"))
            elif sentence.rows:
                yield sentence
                sentence = _Sentence()
    if sentence.rows:
        yield sentence


def _assemble(sentences: list[_Sentence]) -> Annotated:
    """Join the sentences of one document into a text, and number its words through."""
    name = sentences[0].meta("newdoc id") or ""
    text = ""
    gap = ""
    words: list[tuple[int, int]] = []
    ranges: list[tuple[int, int]] = []
    paragraphs: list[int] = []
    heads: list[int] = []
    kept: list[list[str]] = []
    for sentence in sentences:
        first = len(words)
        if not text or sentence.starts_paragraph:
            paragraphs.append(first)
            gap = "\n\n" if text else ""
        for surface, rows, spaced in _surfaces(sentence.rows):
            text += gap
            words += _place([row[FORM] for row in rows], surface, len(text))
            text += surface
            gap = " " if spaced else ""
            kept += rows
        for position, row in enumerate(kept[first:], first):
            head = int(row[HEAD])
            heads.append(first + head - 1 if head else position)
        ranges.append((first, len(words)))
    genre = sentences[0].meta("meta::genre") or (name.split("-")[0] if "-" in name else None)
    document = Document(
        id=name,
        genre=genre,
        text=text,
        words=tuple(words),
        sentences=tuple(ranges),
        paragraphs=tuple(paragraphs),
        upos=tuple(row[UPOS] for row in kept),
        heads=tuple(heads),
        deprels=tuple(row[DEPREL] for row in kept),
    )
    return Annotated(
        document, tuple(_pairs(row[FEATS]) for row in kept), tuple(_pairs(row[MISC]) for row in kept)
    )


def _surfaces(rows: list[list[str]]) -> Iterator[tuple[str, list[list[str]], bool]]:
    """The surface tokens with the syntactic words in each, and whether white space follows.

    Empty nodes (ids like 5.1) are left out: nothing of the text stands for them.
    """
    syntactic = [row for row in rows if row[ID].isdigit()]
    multiword = {row[ID].split("-")[0]: row for row in rows if "-" in row[ID]}
    position = 0
    while position < len(syntactic):
        row = multiword.get(syntactic[position][ID], syntactic[position])
        first, _, last = row[ID].partition("-")
        length = int(last or first) - int(first) + 1
        yield row[FORM], syntactic[position : position + length], _pairs(row[MISC]).get("SpaceAfter") != "No"
        position += length


def _place(forms: list[str], surface: str, start: int) -> list[tuple[int, int]]:
    """Offsets of the syntactic words of one surface token, which begins at ``start``.

    Forms that do not spell the surface token share it out in proportion to their lengths, each
    with one character at least where there are enough.
    """
    if "".join(forms) != surface:
        total = sum(map(len, forms))
        edges = [round(sum(map(len, forms[:i])) * len(surface) / total) for i in range(len(forms) + 1)]
    else:
        edges = [sum(map(len, forms[:i])) for i in range(len(forms) + 1)]
    return [(start + left, start + right) for left, right in pairwise(edges)]


def _pairs(column: str) -> dict[str, str]:
    return {} if column == "_" else dict(pair.partition("=")[::2] for pair in column.split("|"))
