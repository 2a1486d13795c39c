"""The pipeline component: ``nlp.add_pipe("sayso")``.

It sets ``doc._.attributions``, ``doc.ents`` (PERSON, ORG and PLACE, each with its fullest name as
``ent_id_``), and the parts of speech, heads and relations of Universal Dependencies, with the
sentences that follow from them. What an earlier component has set is kept, unless ``overwrite``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, POS
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from sayso.intake import Report
from sayso.record import attribution_record
from sayso.spacy.syntax import syntax

if TYPE_CHECKING:
    from sayso.reading.annotations import Reading

__all__ = ["Attribution", "Component", "make"]

KEY = "sayso.attributions"
"""Where a document's attributions are kept in ``doc.user_data``, as the records of ``--json``."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution of a document; docs/json.md tells what each field means.

    ``source``, ``cue`` and ``content`` are the fragments in order, each widened to whole tokens.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    type: str
    speaker: str | None
    source_kind: str
    via: tuple[dict[str, Any], ...]
    within: int | None
    polarity: str
    certainty: dict[str, Any]
    said: str | None
    about: str | None
    confidence: float


class Component:
    """Reads documents; it has no state of its own, the model is the package's."""

    def __init__(self, overwrite: bool, processes: int) -> None:
        self.overwrite = overwrite
        self.processes = processes

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Read documents as they come, in ``processes`` processes if there are many."""
        from sayso.read import reader

        docs, texts = tee(stream)
        readings = reader(self.processes).read_many(Report.of(doc.text) for doc in texts)
        for doc, reading in zip(docs, readings, strict=True):
            self._set(doc, reading)
            yield doc

    def _set(self, doc: Doc, reading: Reading) -> None:
        doc.user_data[KEY] = [
            attribution_record(number, attribution, reading)
            for number, attribution in enumerate(reading.attributions)
        ]
        if self.overwrite or not doc.ents:
            doc.ents = tuple(filter_spans(_names(doc, reading)))
        if len(doc) and (self.overwrite or not doc.has_annotation("DEP")):
            pos, heads, deprels = syntax(doc, reading.words)
            relations = [doc.vocab.strings.add(name) for name in deprels]
            steps = (np.array(heads) - np.arange(len(doc))).astype(np.uint64)
            table = np.column_stack([np.array(pos, np.uint64), np.array(relations, np.uint64), steps])
            doc.from_array([POS, DEP, HEAD], table)  # type: ignore[arg-type]  # spaCy's stubs know no NumPy


@Language.factory(
    "sayso",
    assigns=["doc.ents", "doc._.attributions", "token.pos", "token.dep", "token.head", "token.is_sent_start"],
    default_config={"overwrite": False, "processes": 1},
)
def make(nlp: Language, name: str, overwrite: bool, processes: int) -> Component:
    """Make the component; spaCy calls this."""
    return Component(overwrite, processes)


def _attributions(doc: Doc) -> list[Attribution]:
    return [
        Attribution(
            _widened(doc, record["source"]),
            _widened(doc, record["cue"]),
            _widened(doc, record["content"]),
            record["type"],
            record["speaker"],
            record["source_kind"],
            tuple({**link, "span": _widened(doc, link["span"])} for link in record["via"]),
            record["within"],
            record["polarity"],
            {**record["certainty"], "spans": _widened(doc, record["certainty"]["spans"])},
            record["said"],
            record["about"],
            record["confidence"],
        )
        for record in doc.user_data.get(KEY, [])
    ]


def _names(doc: Doc, reading: Reading) -> Iterator[Span]:
    for name in reading.entities:
        span = doc.char_span(name.start, name.end, name.label, span_id=name.entity, alignment_mode="expand")
        if span is not None:
            yield span


def _widened(doc: Doc, spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in spans)
    return tuple(span for span in found if span is not None)


Doc.set_extension("attributions", getter=_attributions, force=True)
