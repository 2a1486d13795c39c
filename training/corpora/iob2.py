"""UNER's IOB2: words, a tag each, and the sentence's text in a comment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .document import Document, NamedRange

__all__ = ["documents"]

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}


def documents(path: Path) -> Iterator[Document]:
    """The documents of one file; the format has no syntax and no paragraphs, so these are empty.

    Sentences stand a space apart.
    """
    name = ""
    sentences: list[tuple[str, list[tuple[str, str]]]] = []
    text = ""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc id = "):
            if sentences:
                yield _assemble(name, sentences)
            name, sentences = line.partition(" = ")[2], []
        elif line.startswith("# text = "):
            text = line.partition(" = ")[2]
        elif line and not line.startswith("#"):
            _, form, tag, *_ = line.split("\t")
            rows.append((form, tag))
        elif not line and rows:
            sentences.append((text, rows))
            text, rows = "", []
    if sentences:
        yield _assemble(name, sentences)


def _assemble(name: str, sentences: list[tuple[str, list[tuple[str, str]]]]) -> Document:
    text = ""
    words: list[tuple[int, int]] = []
    tags: list[str] = []
    ranges: list[tuple[int, int]] = []
    for sentence, rows in sentences:
        text += " " if text else ""
        offset, cursor, first = len(text), 0, len(words)
        for form, tag in rows:
            cursor = sentence.index(form, cursor)
            words.append((offset + cursor, offset + cursor + len(form)))
            cursor += len(form)
            tags.append(tag)
        text += sentence
        ranges.append((first, len(words)))
    return Document(
        id=name,
        genre=name.split("-")[0],
        text=text,
        words=tuple(words),
        sentences=tuple(ranges),
        paragraphs=(0,),
        entities=tuple(_entities(tags)),
    )


def _entities(tags: list[str]) -> Iterator[NamedRange]:
    """The ranges that B- and I- tags stand for; labels that we do not read are left out."""
    first = None
    for position, tag in enumerate([*tags, "O"]):
        if first is not None and not tag.startswith("I-"):
            yield first, position, LABELS[tags[first][2:]]
            first = None
        if tag.startswith("B-") and tag[2:] in LABELS:
            first = position
