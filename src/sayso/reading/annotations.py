"""What reading finds in a report: words, entities, attributions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Attribution",
    "Certainty",
    "Entity",
    "Link",
    "Polarity",
    "QuoteType",
    "Reading",
    "SourceKind",
    "Span",
    "Spans",
    "Time",
    "Words",
]

Span = tuple[int, int]
"""0-based, end-exclusive offsets in Unicode code points of the report's text."""

Spans = tuple[Span, ...]
"""The fragments of one piece of text, in order; empty where the report has none."""

QuoteType = Literal["direct", "mixed", "indirect"]
SourceKind = Literal[
    "person", "group", "official-unnamed", "person-unnamed", "document", "recording", "outlet", "author"
]
Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report, a column each for speed; all columns have one entry a word.

    ``heads`` are indices of words (a root is its own head); ``upos`` and ``deprels`` are the
    tags and relations of Universal Dependencies 2; ``sentences`` are ranges of word indices.
    ``factuality`` is how sure the author is of each word's event, and whether it has happened, from
    −3 to 3, as UW's and UDS-IH2's annotators judge; empty where only the words are known.
    """

    spans: Spans
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    sentences: Spans
    factuality: tuple[tuple[float, float], ...] = ()

    def __len__(self) -> int:
        return len(self.spans)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text; ``entity`` is the fullest name the report has for who or what it is."""

    start: int
    end: int
    label: Literal["PERSON", "ORG", "PLACE"]
    entity: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, as TIMEX3 has it: ``type``, ``value`` and ``mod`` are its attributes of that name.

    ``mod`` is START, MID or END of a longer time, APPROX, or a comparison (LESS_THAN, ON_OR_AFTER, …).
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure words are: a range of probability, 0 to 1, and where the words stand that give it.

    A plain statement has no such words, and the range 0.95 to 1.
    """

    low: float
    high: float
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain behind an attribution, nearest to the speaker first."""

    name: str
    kind: SourceKind
    span: Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement with its source (who), cue (said, according to) and content (what).

    ``within`` is the index of the attribution whose content holds this one, or None at the top.
    ``speaker`` is the entity that the source stands for, or None where the text carries none.
    ``confidence`` is the reader's probability that this is an attribution, 0 to 1.
    ``polarity`` is negative where the content is denied, or negated as a whole; ``certainty`` then is
    how sure the denial is. It is that of the least sure link of the chain, with the words of all.
    ``said`` is when it was said, ``about`` what time it speaks of: EDTF (ISO 8601-2) level 1 values,
    or None where the text does not tell.
    """

    source: Spans
    cue: Spans
    content: Spans
    type: QuoteType
    confidence: float
    speaker: str | None = None
    source_kind: SourceKind = "author"
    via: tuple[Link, ...] = ()
    within: int | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = Certainty(0.95, 1.0)
    said: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one text, in the order of the text."""

    text: str
    words: Words
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()

    def slice(self, spans: Spans) -> str:
        """The text under the fragments, joined by " … "."""
        return " … ".join(self.text[start:end] for start, end in spans)
